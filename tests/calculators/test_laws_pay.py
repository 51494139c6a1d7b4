"""What holds for a marketer's pay, bands and contractors, whatever the numbers."""

from dataclasses import replace
from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import marketer_pay, salary_bands, team_or_contractors
from calculators.kit.arithmetic import exact
from calculators.kit.declare import Shown
from tests.calculators.typed import answered, raw_inputs


def drawn(inputs: marketer_pay.Inputs) -> dict[str, Any]:
    """The specification of the chart of a month."""
    calculator = marketer_pay.calculator
    shown = Shown(inputs, calculator.fields), Shown(pay(inputs), calculator.results)
    chart = exact(marketer_pay.chart)(*shown)
    return chart.spec


amounts = st.decimals(0, 10**6, places=2)
percents = st.decimals(0, 100, places=2)
some = st.integers(1, 1000).map(D)
few = st.integers(0, 500).map(D)

band = exact(salary_bands.compute)
offers = st.builds(
    salary_bands.Inputs,
    experience=st.decimals(0, 60, places=2),
    offer=amounts,
    adjustment=st.decimals(-50, 200, places=1),
)

pay = exact(marketer_pay.compute)
# The cap is no less than the threshold: the form admits nothing else.
months = st.builds(
    marketer_pay.Inputs,
    salary=amounts, kpi_bonus=amounts, lead_plan=some, lead_fact=few,
    threshold=percents, cap=st.decimals(100, 300, places=2),
    flex_fund=amounts, tasks_planned=some, tasks_done=few,
)  # fmt: skip

manage = exact(team_or_contractors.compute)
teams = st.builds(
    team_or_contractors.Inputs,
    ad_budget=amounts, contractor_fee=percents, contractor_fixed=amounts,
    own_hours=percents, hour_cost=amounts, marketer_cost=amounts,
    marketer_contractor_share=percents, marketer_own_hours=percents,
)  # fmt: skip


@pytest.mark.parametrize("name", ["salary_bands", "team_or_contractors"])
@given(data=st.data())
def test_any_admitted_input_has_a_whole_answer(name: str, data: st.DataObject) -> None:
    assert answered(name, data.draw(raw_inputs(name)))["headline"]["text"]


@given(
    raw_inputs(
        "marketer_pay",
        threshold=st.integers(0, 200).map(str),
        cap=st.integers(200, 300).map(str),
    )
)
def test_any_admitted_month_has_a_whole_answer(raw: dict[str, str]) -> None:
    assert answered("marketer_pay", raw)["headline"]["text"]


@given(offers)
def test_the_verdict_the_position_and_the_gap_agree(i: salary_bands.Inputs) -> None:
    o = band(i)
    assert (o.verdict == "below") == (o.position < 0)
    assert (o.verdict == "above") == (o.position > 100)
    assert (o.verdict == "within") == (o.gap == 0)


@given(offers)
def test_every_experience_has_a_level_and_the_recommended_one_is_among_them(
    i: salary_bands.Inputs,
) -> None:
    o = band(i)
    assert o.recommended in o.levels


@given(offers, amounts)
def test_a_higher_offer_never_stands_lower(i: salary_bands.Inputs, more: D) -> None:
    assert band(replace(i, offer=i.offer + more)).position >= band(i).position


@given(offers)
def test_offer_and_bands_twice_as_high_stand_in_the_same_place(i: salary_bands.Inputs) -> None:
    plain = replace(i, adjustment=D(0))
    doubled = replace(i, offer=i.offer * 2, adjustment=D(100))
    assert band(doubled).position == band(plain).position
    assert band(doubled).gap == band(plain).gap * 2


@given(months)
def test_the_three_parts_of_pay_add_up(i: marketer_pay.Inputs) -> None:
    o = pay(i)
    assert exact(sum)([i.salary, o.kpi_pay, o.flex_pay]) == o.total


@given(months, few)
def test_more_leads_or_tasks_never_pay_less(i: marketer_pay.Inputs, more: D) -> None:
    assert pay(replace(i, lead_fact=i.lead_fact + more)).total >= pay(i).total
    assert pay(replace(i, tasks_done=i.tasks_done + more)).total >= pay(i).total


@given(months)
def test_pay_stays_between_the_salary_and_everything_promised(i: marketer_pay.Inputs) -> None:
    most = i.salary + i.kpi_bonus * i.cap / 100 + i.flex_fund
    assert i.salary <= pay(i).total <= most


@given(months)
def test_below_the_threshold_leads_pay_nothing(i: marketer_pay.Inputs) -> None:
    o = pay(i)
    assert o.attainment >= i.threshold or o.kpi_pay == 0


@given(teams)
def test_the_cheaper_way_is_cheaper_by_the_difference(i: team_or_contractors.Inputs) -> None:
    o = manage(i)
    signed = {"contractors": o.difference, "staff": -o.difference, "equal": D(0)}
    assert o.staff_total - o.contractors_total == signed[o.cheaper]
    assert (o.difference == 0) == (o.cheaper == "equal")


@given(teams)
def test_at_the_break_even_budget_both_ways_cost_the_same(i: team_or_contractors.Inputs) -> None:
    budget = manage(i).break_even_budget
    if budget is not None:
        assert budget >= 0
        # The quotient is cut after fifty digits.
        assert manage(replace(i, ad_budget=budget)).difference < D("1e-30")


@given(teams, amounts)
def test_without_a_break_even_no_budget_turns_the_answer(
    i: team_or_contractors.Inputs, other: D
) -> None:
    o = manage(i)
    if o.break_even_budget is None:
        answers = {o.cheaper, manage(replace(i, ad_budget=other)).cheaper}
        assert len(answers) == 1


@given(months, st.sampled_from([D(0), D(70), D(200)]))
def test_the_chart_of_pay_never_adds_amounts_up_nor_leaves_its_frame(
    month: marketer_pay.Inputs, threshold: D
) -> None:
    i = replace(month, threshold=threshold, cap=max(month.cap, threshold))
    spec = drawn(i)
    for rows in (layer["data"]["values"] for layer in spec["layer"]):
        places = [row["attainment"] for row in rows]
        # Vega-Lite stacks the amounts of an area that stand at one place.
        assert len(set(places)) == len(places)
        assert all(0 <= place <= 150 for place in places)
        for row in rows:
            plan = replace(i, lead_plan=D(10**4), lead_fact=D(str(row["attainment"])) * 100)
            assert row["total"] <= float(pay(plan).total) + 0.01
