"""What holds for contractors and a marketer on the staff, whatever the numbers."""

from dataclasses import replace
from decimal import Decimal as D
from operator import sub

from hypothesis import given
from hypothesis import strategies as st

from calculators.kit import view
from calculators.kit.arithmetic import exact
from calculators.team_or_contractors import model as team_or_contractors
from calculators.team_or_contractors.model import Inputs
from tests.calculators.typed import answered, raw_inputs

amounts = st.decimals(0, 10**6, places=2)
percents = st.decimals(0, 100, places=2)
inputs = st.builds(
    Inputs,
    ad_budget=amounts, contractor_fee=percents, contractor_fixed=amounts,
    own_hours=percents, hour_cost=amounts, marketer_cost=amounts,
    marketer_contractor_share=percents, marketer_own_hours=percents, hiring_once=amounts,
)  # fmt: skip
compute = exact(team_or_contractors.compute)


@given(raw_inputs("team_or_contractors"))
def test_any_admitted_input_has_a_whole_answer(raw: dict[str, str]) -> None:
    assert answered("team_or_contractors", raw)["headline"]["text"]


@given(inputs)
def test_the_cheaper_way_is_cheaper_by_the_difference(i: Inputs) -> None:
    o = compute(i)
    dear, cheap = o.contractors_total, o.staff_total
    if o.cheaper == "contractors":
        dear, cheap = cheap, dear
    assert exact(sub)(dear, cheap) == o.difference >= 0
    assert (o.difference == 0) == (o.cheaper == "equal")


@given(inputs)
def test_at_the_break_even_budget_both_ways_cost_the_same(i: Inputs) -> None:
    budget = compute(i).break_even_budget
    if budget is not None:
        assert budget >= 0
        # The quotient is cut after fifty digits.
        assert compute(replace(i, ad_budget=budget)).difference < D("1e-30")


@given(inputs, amounts)
def test_without_a_break_even_no_budget_turns_the_answer(i: Inputs, other: D) -> None:
    o = compute(i)
    if o.break_even_budget is None:
        answers = {o.cheaper, compute(replace(i, ad_budget=other)).cheaper}
        assert len(answers) == 1


@given(inputs, st.integers(1, 10**6))
def test_below_the_break_even_contractors_are_cheaper_and_above_it_staff(
    i: Inputs, more: int
) -> None:
    budget = compute(i).break_even_budget
    if budget is not None:
        assert compute(replace(i, ad_budget=budget + more)).cheaper == "staff"
        below = replace(i, ad_budget=max(budget - more, D(0)))
        assert compute(below).cheaper == ("contractors" if budget > D("1e-9") else "equal")


@given(inputs, amounts)
def test_a_hire_costs_a_twelfth_a_month_and_never_lowers_the_break_even(i: Inputs, more: D) -> None:
    one, other = compute(i), compute(replace(i, hiring_once=i.hiring_once + more))
    assert abs(other.staff_total - one.staff_total - more / 12) < D("1e-20")
    if one.break_even_budget is not None:
        assert other.break_even_budget is not None
        assert other.break_even_budget >= one.break_even_budget


@given(inputs)
def test_which_way_a_dearer_hour_moves_the_break_even_is_as_it_is_said(i: Inputs) -> None:
    raw = {name: str(getattr(i, name)) for name in Inputs.__slots__}
    action = answered("team_or_contractors", raw)["reading"]["action"]
    now, dearer = compute(i), compute(replace(i, hour_cost=i.hour_cost + 1000))
    if now.break_even_budget is None:
        assert "час" not in action
    elif i.own_hours == i.marketer_own_hours:
        assert "порога не меняет" in action
        assert dearer.break_even_budget == now.break_even_budget
    elif dearer.break_even_budget is None:
        assert "дешевле при любом бюджете" in action
        assert dearer.cheaper == "staff"
    else:
        assert ("опустится" in action) == (dearer.break_even_budget < now.break_even_budget)
        assert ("поднимется" in action) == (dearer.break_even_budget > now.break_even_budget)


NOTHING = dict.fromkeys(
    ["ad_budget", "contractor_fixed", "own_hours", "marketer_cost", "hiring_once",
     "marketer_own_hours"], "0",
)  # fmt: skip


def test_where_neither_way_costs_anything_there_is_nothing_to_compare() -> None:
    reading = answered("team_or_contractors", NOTHING)["reading"]
    assert reading["meaning"] == "Пока оба пути ничего не стоят, и сравнивать нечего."
    assert reading["action"].startswith("Впишите, во что обходится каждый.")
    one = answered("team_or_contractors", NOTHING | {"own_hours": "1"})["reading"]
    assert "сравнивать нечего" not in one["meaning"]


def test_a_hire_that_cost_nothing_is_not_said_to_be_spread() -> None:
    usual = answered("team_or_contractors", {})["reading"]["caution"]
    free = answered("team_or_contractors", {"hiring_once": "0"})["reading"]["caution"]
    assert "а найм разложен на 12 месяцев — уйдёт маркетолог раньше" in usual
    assert free.endswith("подрядчика сменить быстрее, чем маркетолога.")


@given(raw_inputs("team_or_contractors"))
def test_no_way_within_a_tenth_wins(raw: dict[str, str]) -> None:
    shown = answered("team_or_contractors", raw)
    o = view.numbers("team_or_contractors", raw)["outputs"]
    near = o["difference"] <= min(o["contractors_total"], o["staff_total"]) / 10
    assert o["close"] == near
    assert (shown["headline"]["text"] in {"поровну", "почти поровну"}) == near
    assert ("дешевле на" in shown["reading"]["meaning"]) != near
