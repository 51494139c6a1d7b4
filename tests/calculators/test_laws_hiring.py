"""What holds for the cost of a hire, whatever the numbers."""

from dataclasses import replace
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.hiring_cost import model as hiring_cost
from calculators.hiring_cost.model import Inputs, Outputs
from calculators.kit import view
from calculators.kit.arithmetic import exact
from tests.calculators.typed import answered, raw_inputs

amounts = st.decimals(0, 10**6, places=2)
few = st.decimals(0, 100, places=2)
inputs = st.builds(
    Inputs,
    salary=amounts, vacancy_cost=amounts, hour_cost=amounts, team_hour_cost=amounts,
    own_hours=few, team_hours=few, ads_cost=amounts, own_weeks=few, fail_own=few,
    agency_salaries=st.decimals(0, 12, places=2), agency_hours=few, agency_team_hours=few,
    agency_weeks=few, fail_agency=few, replacement=st.sampled_from(["yes", "no"]),
    trial_months=st.decimals(0, 12, places=2), contributions=few,
)  # fmt: skip
compute = exact(hiring_cost.compute)
OTHER = {"own": "agency", "agency": "own", "equal": "equal"}


@given(raw_inputs("hiring_cost"))
def test_any_admitted_hire_has_a_whole_answer(raw: dict[str, str]) -> None:
    assert answered("hiring_cost", raw)["headline"]["text"]


@given(inputs)
def test_the_parts_add_up_to_the_totals(i: Inputs) -> None:
    o = compute(i)
    for way, total in ((o.own, o.own_total), (o.agency, o.agency_total)):
        assert way.time + way.team_time + way.idle == way.work
        assert way.outlay + way.work + way.repeat + way.trial == way.total == total


@given(inputs)
def test_the_cheaper_way_is_cheaper_by_the_difference(i: Inputs) -> None:
    o = compute(i)
    signed = {"own": o.difference, "agency": -o.difference, "equal": D(0)}
    assert o.agency_total - o.own_total == signed[o.cheaper]
    assert (o.difference == 0) == (o.cheaper == "equal")


@given(inputs, st.integers(0, 12))
def test_the_ways_change_places_when_all_their_numbers_do(i: Inputs, salaries: int) -> None:
    # Advertisements are paid for again with every search, and so is a fee without a guarantee.
    one = replace(i, ads_cost=salaries * i.salary, replacement="no")
    other = replace(
        one,
        own_hours=i.agency_hours, agency_hours=i.own_hours,
        team_hours=i.agency_team_hours, agency_team_hours=i.team_hours,
        own_weeks=i.agency_weeks, agency_weeks=i.own_weeks,
        fail_own=i.fail_agency, fail_agency=i.fail_own,
        ads_cost=i.agency_salaries * i.salary, agency_salaries=D(salaries),
    )  # fmt: skip
    before, after = compute(one), compute(other)
    assert (after.own, after.agency) == (before.agency, before.own)
    assert after.cheaper == OTHER[before.cheaper]
    assert (after.difference, after.close) == (before.difference, before.close)


@given(inputs)
def test_a_guarantee_never_makes_the_agency_dearer(i: Inputs) -> None:
    def total(answer: str) -> D:
        return compute(replace(i, replacement=answer)).agency_total

    assert total("yes") <= total("no")


@given(inputs)
def test_at_the_break_even_fee_both_ways_cost_the_same(i: Inputs) -> None:
    fee = compute(i).break_even_salaries
    if fee is None:
        assert i.salary == 0
        return
    at: Outputs = compute(replace(i, agency_salaries=fee))
    # The quotient is cut after fifty digits.
    assert at.difference <= D("1e-30") * max(at.own_total, D(1))
    free = compute(replace(i, agency_salaries=D(0)))
    assert (fee < 0) == (free.agency_total > free.own_total)


@given(raw_inputs("hiring_cost"))
def test_no_way_within_a_tenth_wins_and_a_fee_is_bargained_for_inside_its_bounds(
    raw: dict[str, str],
) -> None:
    shown, o = answered("hiring_cost", raw), view.numbers("hiring_cost", raw)["outputs"]
    reading, total = shown["reading"], min(o["own_total"], o["agency_total"])
    near = o["difference"] <= total / 10
    assert o["close"] == near
    assert (shown["headline"]["text"] in {"поровну", "почти поровну"}) == near
    won = "дешевле на" in reading["meaning"] or "ищите сами" in reading["action"]
    assert won != near
    fee = o["break_even_salaries"]
    bargains = "Торгуйтесь" in reading["action"] or "Запас есть" in reading["action"]
    assert bargains == (not near and fee is not None and 0 < fee <= 12)


@given(inputs, st.sampled_from([D(0), D(15)]))
def test_what_nobody_needs_to_answer_changes_nothing(i: Inputs, fail_own: D) -> None:
    stays = replace(i, fail_agency=D(0), fail_own=fail_own)
    assert compute(replace(stays, replacement="yes")) == compute(replace(stays, replacement="no"))
    assert "replacement" in hiring_cost.idle(stays)
    if stays.fail_own == 0:
        months = compute(replace(stays, trial_months=D(12)))
        assert (months.own, months.agency) == (compute(stays).own, compute(stays).agency)
    assert ("trial_months" in hiring_cost.idle(stays)) == (stays.fail_own == 0)


@pytest.mark.parametrize(
    ("field", "total"),
    [
        ("vacancy_cost", "own_total"),
        ("vacancy_cost", "agency_total"),
        ("ads_cost", "own_total"),
        ("own_weeks", "own_total"),
        ("fail_own", "own_total"),
        ("fail_agency", "agency_total"),
        ("agency_salaries", "agency_total"),
        ("agency_hours", "agency_total"),
        ("agency_team_hours", "agency_total"),
        ("salary", "agency_total"),
        ("salary", "own_total"),
        ("trial_months", "own_total"),
        ("trial_months", "agency_total"),
        ("contributions", "own_total"),
    ],
)
@given(i=inputs, more=st.decimals(0, 100, places=2))
def test_more_of_a_cost_never_makes_a_hire_cheaper(
    field: str, total: str, i: Inputs, more: D
) -> None:
    dearer = replace(i, **{field: getattr(i, field) + more})
    assert getattr(compute(dearer), total) >= getattr(compute(i), total)


@given(inputs, st.integers(1, 1000))
def test_prices_in_another_currency_scale_the_totals_alone(i: Inputs, rate: int) -> None:
    money = ("salary", "vacancy_cost", "hour_cost", "team_hour_cost", "ads_cost")
    one, other = compute(i), compute(replace(i, **{key: getattr(i, key) * rate for key in money}))
    assert other.own_total == one.own_total * rate
    assert other.agency_total == one.agency_total * rate
    assert other.cheaper == one.cheaper
