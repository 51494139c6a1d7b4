"""What holds for the cost of a hire, whatever the numbers."""

from dataclasses import replace
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import hiring_cost
from calculators.hiring_cost import Inputs, Outputs
from calculators.kit.arithmetic import exact
from tests.calculators.typed import answered, raw_inputs

amounts = st.decimals(0, 10**6, places=2)
few = st.decimals(0, 100, places=2)
inputs = st.builds(
    Inputs,
    salary=amounts, vacancy_cost=amounts, hour_cost=amounts, own_hours=few, team_hours=few,
    team_hour_cost=amounts, ads_cost=amounts, own_weeks=few, fail_own=few, agency_salaries=few,
    agency_hours=few, agency_weeks=few, fail_agency=few,
    replacement=st.sampled_from(["yes", "no"]),
)  # fmt: skip
compute = exact(hiring_cost.compute)


@given(raw_inputs("hiring_cost"))
def test_any_admitted_hire_has_a_whole_answer(raw: dict[str, str]) -> None:
    assert answered("hiring_cost", raw)["headline"]["text"]


@given(inputs)
def test_the_parts_add_up_to_the_totals(i: Inputs) -> None:
    o = compute(i)
    own = o.own_time + o.team_time + i.ads_cost + o.own_idle + o.own_risk
    agency = o.agency_fee + o.agency_time + o.agency_idle + o.agency_risk
    assert (own, agency) == (o.own_total, o.agency_total)


@given(inputs)
def test_the_cheaper_way_is_cheaper_by_the_difference(i: Inputs) -> None:
    o = compute(i)
    signed = {"own": o.difference, "agency": -o.difference, "equal": D(0)}
    assert o.agency_total - o.own_total == signed[o.cheaper]
    assert (o.difference == 0) == (o.cheaper == "equal")


@given(inputs)
def test_a_guarantee_never_makes_the_agency_dearer(i: Inputs) -> None:
    def total(answer: str) -> D:
        return compute(replace(i, replacement=answer)).agency_total

    assert total("yes") <= total("no")


@given(inputs)
def test_at_the_break_even_fee_both_ways_cost_the_same(i: Inputs) -> None:
    fee = compute(i).break_even_salaries
    if fee is None:
        free = compute(replace(i, agency_salaries=D(0)))
        assert i.salary == 0 or free.agency_total > free.own_total
        return
    at: Outputs = compute(replace(i, agency_salaries=fee))
    assert at.difference < D("1e-30")  # the quotient is cut after fifty digits


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
        ("salary", "agency_total"),
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
