"""What holds for a marketer's pay and bands, whatever the numbers."""

import re
from dataclasses import replace
from decimal import Decimal as D
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from calculators import salary_bands
from calculators.kit.arithmetic import exact
from calculators.kit.declaration.declare import Shown
from calculators.kit.declaration.units import RUBLES
from calculators.kit.words import formats
from calculators.marketer_pay import calculator
from calculators.marketer_pay import model as marketer_pay
from tests.calculators.typed import answered, raw_inputs


def drawn(inputs: marketer_pay.Inputs) -> dict[str, Any]:
    """The specification of the chart of a month."""
    shown = Shown(inputs, calculator.fields), Shown(pay(inputs), calculator.results)
    chart = exact(calculator.chart)(*shown)
    assert chart
    return chart.spec


amounts = st.decimals(0, 10**6, places=2)
percents = st.decimals(0, 100, places=2)
some = st.integers(1, 1000).map(D)
few = st.integers(0, 500).map(D)

MINIMUM_WAGE = D(27_093)
band = exact(salary_bands.compute)
offers = st.builds(
    salary_bands.Inputs,
    experience=st.decimals(0, 60, places=2),
    offer=amounts,
    adjustment=st.decimals(-50, 200, places=1),
    level=st.sampled_from(["by_experience", *salary_bands.LEVELS]),
)

pay = exact(marketer_pay.compute)
# The cap is no less than the threshold: the form admits nothing else.
months = st.builds(
    marketer_pay.Inputs,
    salary=amounts, kpi_bonus=amounts, lead_plan=some, lead_fact=few,
    threshold=percents, cap=st.decimals(100, 300, places=2),
    flex_fund=amounts, tasks_planned=some, tasks_done=few,
    income_tax=percents, contributions=percents,
)  # fmt: skip


@given(raw_inputs("salary_bands"))
def test_any_admitted_offer_has_a_whole_answer(raw: dict[str, str]) -> None:
    assert answered("salary_bands", raw)["headline"]["text"]


@given(
    raw_inputs(
        "marketer_pay",
        threshold=st.integers(0, 200).map(str),
        cap=st.integers(200, 300).map(str),
    )
)
def test_any_admitted_month_has_a_whole_answer(raw: dict[str, str]) -> None:
    assert answered("marketer_pay", raw)["headline"]["text"]


@given(months)
def test_no_scheme_is_shown_to_anybody_that_pays_less_than_the_law(
    i: marketer_pay.Inputs,
) -> None:
    def action(inputs: marketer_pay.Inputs) -> str:
        shown = Shown(inputs, calculator.fields), Shown(pay(inputs), calculator.results)
        return exact(calculator.reading)(*shown).action.replace("\u00a0", "")

    bad, found = pay(i).months[0].total, action(i)
    assert found.startswith("Покажите") == (bad >= MINIMUM_WAGE)
    if bad < MINIMUM_WAGE:
        # What it says is enough.
        more = D(found.split("₽")[0].rpartition(" ")[2].replace(",", "."))
        assert action(replace(i, salary=i.salary + more)).startswith("Покажите")


@given(offers)
def test_the_verdict_the_position_and_the_gap_agree(i: salary_bands.Inputs) -> None:
    o = band(i)
    assert (o.verdict == "below") == (o.position < 0)
    assert (o.verdict == "above") == (o.position > 100)
    assert (o.verdict == "within") == (o.gap == 0)


@given(offers)
def test_every_experience_has_a_level_and_the_recommended_one_is_among_them_unless_chosen(
    i: salary_bands.Inputs,
) -> None:
    o = band(i)
    assert o.levels
    assert o.recommended in (o.levels if i.level == "by_experience" else [i.level])


@given(offers)
def test_a_level_chosen_as_experience_would_have_it_changes_no_number(
    i: salary_bands.Inputs,
) -> None:
    o = band(replace(i, level="by_experience"))
    assert band(replace(i, level=o.recommended)) == o


def advised(i: salary_bands.Inputs) -> str:
    """What to do about an offer, in words."""
    calculator = salary_bands.calculator
    shown = Shown(i, calculator.fields), Shown(band(i), calculator.results)
    return exact(salary_bands.reading)(*shown).action.replace("\u00a0", " ")


@given(offers, st.sampled_from([D(0), D(10) ** 6, D(10) ** 7]))
def test_no_advice_is_given_to_look_at_a_level_that_is_not_there(
    i: salary_bands.Inputs, more: D
) -> None:
    i = replace(i, offer=i.offer + more)
    o, action = band(i), advised(i)
    order = list(salary_bands.LEVELS)
    found = re.search(r"(выше|ниже) уровнем: (.+)\.$", action)
    at = order.index(o.recommended)
    if found:
        named = list(salary_bands.LEVELS.values()).index(found[2])
        assert (named > at) if found[1] == "выше" else (named < at)
        # And for this money such a one is to be had.
        assert o.low[named] <= i.offer <= o.high[named]
        assert i.offer >= MINIMUM_WAGE
    elif i.offer < MINIMUM_WAGE:
        assert "МРОТ" in action
    elif o.verdict == "above":
        assert i.offer > max(o.high)
    elif o.verdict == "below":
        assert i.offer < min(o.low)


@given(offers)
def test_at_the_very_edge_of_a_band_no_margin_is_left(i: salary_bands.Inputs) -> None:
    o = band(i)
    at = list(salary_bands.LEVELS).index(o.recommended)
    top, bottom = advised(replace(i, offer=o.high[at])), advised(replace(i, offer=o.low[at]))
    assert "запаса нет" in top
    assert ("самый низ" if o.low[at] >= MINIMUM_WAGE else "МРОТ") in bottom


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


@given(months)
def test_a_bad_month_pays_no_more_than_the_usual_and_the_best_no_less(
    i: marketer_pay.Inputs,
) -> None:
    o = pay(i)
    bad, usual, best = o.months
    assert bad.total <= usual.total <= best.total
    assert (usual.total, usual.on_hand, usual.employer_cost) == (
        o.total, o.on_hand, o.employer_cost,
    )  # fmt: skip
    for one in o.months:
        assert 0 <= one.on_hand <= one.total <= one.employer_cost


@given(months)
def test_a_bad_month_is_one_lead_away_from_being_paid_for_leads(i: marketer_pay.Inputs) -> None:
    bad = pay(i).months[0]
    there = pay(replace(i, lead_fact=bad.leads))
    assert there.kpi_pay == 0
    assert there.total == bad.total
    assert i.threshold == 0 or there.attainment < i.threshold
    assert pay(replace(i, lead_fact=bad.leads + 1)).attainment >= i.threshold


@given(months)
def test_what_one_lead_is_said_to_change_at_the_threshold_is_what_it_changes(
    i: marketer_pay.Inputs,
) -> None:
    o = pay(i)
    shown = Shown(i, calculator.fields), Shown(o, calculator.results)
    caution = exact(calculator.reading)(*shown).caution
    found = re.search(r"один лид меняет доход на (.+?₽)", caution)
    bad = o.months[0]
    jump = exact(D.__sub__)(pay(replace(i, lead_fact=bad.leads + 1)).total, bad.total)
    assert (found is None) == (i.threshold == 0 or i.kpi_bonus == 0)
    assert found is None or found[1] == formats.quantity(jump, RUBLES)


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
