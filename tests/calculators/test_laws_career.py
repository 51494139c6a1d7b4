"""What holds on the path to a commercial director, whoever walks it."""

from dataclasses import replace
from decimal import Decimal as D
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from calculators import career_path
from calculators.career_path import FIELDS, STEPS, Inputs
from calculators.kit.arithmetic import exact
from tests.calculators.typed import answered, raw_inputs

compute = exact(career_path.compute)
SKILLS = [name for names in FIELDS.values() for name in names]
scale = st.sampled_from(["no", "partly", "yes"])
walkers = st.builds(
    Inputs,
    step=st.sampled_from([*STEPS]),
    years=st.decimals(0, 60, places=1),
    team=st.integers(0, 1000).map(D),
    **dict.fromkeys(SKILLS, scale),
)


def answering(inputs: Inputs, name: str, answer: str) -> Inputs:
    """The same walker with another answer about one skill."""
    changed: dict[str, Any] = {name: answer}
    return replace(inputs, **changed)


@given(raw_inputs("career_path"))
def test_any_admitted_walker_has_a_whole_answer(raw: dict[str, str]) -> None:
    assert answered("career_path", raw)["headline"]["text"]


@given(walkers)
def test_readiness_is_a_share_and_whole_only_when_nothing_is_missing(i: Inputs) -> None:
    o = compute(i)
    assert 0 <= o.readiness <= 100
    assert (o.readiness == 100) == (not o.missing)


@given(walkers, st.sampled_from(SKILLS), scale)
def test_a_better_answer_never_lowers_readiness(i: Inputs, name: str, answer: str) -> None:
    order = ["no", "partly", "yes"]
    assume(order.index(answer) >= order.index(getattr(i, name)))
    assert compute(answering(i, name, answer)).readiness >= compute(i).readiness


@given(walkers, st.sampled_from(SKILLS), scale)
def test_answers_about_other_turning_points_change_nothing(
    i: Inputs, name: str, answer: str
) -> None:
    assume(name not in FIELDS.get(i.step, ()))
    assert compute(answering(i, name, answer)) == compute(i)


@given(walkers, st.decimals(0, 60, places=1))
def test_more_years_served_never_leave_more_to_go(i: Inputs, more: D) -> None:
    now, later = compute(i).years_left, compute(replace(i, years=i.years + more)).years_left
    assert later.low <= now.low
    assert later.high <= now.high


@given(walkers)
def test_a_range_of_years_is_in_order_and_the_experienced_take_three_to_six_more(
    i: Inputs,
) -> None:
    o = compute(i)
    assert 0 <= o.years_left.low <= o.years_left.high
    assert o.years_to_experienced.low - o.years_left.low == 3
    assert o.years_to_experienced.high - o.years_left.high == 6


@given(walkers)
def test_marketing_takes_a_sales_director_two_to_three_years_however_long_he_served(
    i: Inputs,
) -> None:
    left = compute(replace(i, step="sales_director")).years_left
    assert left.low >= 2
    assert left.high >= 3
