"""What holds on the path to a commercial director, whoever walks it."""

from dataclasses import replace
from decimal import Decimal as D
from itertools import pairwise
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from calculators.career_path import model as career_path
from calculators.career_path.model import FIELDS, NOW, STEPS, Inputs
from calculators.kit.arithmetic import exact
from tests.calculators.typed import answered, raw_inputs

compute = exact(career_path.compute)
SKILLS = [name for names in FIELDS.values() for name in names]
scale = st.sampled_from(["no", "partly", "yes"])
walkers = st.builds(
    Inputs,
    step=st.sampled_from([*STEPS]),
    years=st.decimals(0, 60, places=1),
    years_in_post=st.decimals(0, 60, places=1),
    team=st.integers(0, 1000).map(D),
    **dict.fromkeys(SKILLS, scale),
)


def answering(inputs: Inputs, name: str, answer: str) -> Inputs:
    """The same walker with another answer about one skill."""
    changed: dict[str, Any] = {name: answer}
    return replace(inputs, **changed)


@given(raw_inputs("career_path", years_in_post=st.just("0")))
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
    served = i.years_in_post if i.step == "commercial_director" else 0
    assert o.years_to_experienced.low == max(o.years_left.low + 3 - served, 0)
    assert o.years_to_experienced.high == max(o.years_left.high + 6 - served, 0)


@given(walkers)
def test_a_lower_step_is_never_nearer_than_a_higher_one_with_the_same_answers(i: Inputs) -> None:
    ranges = [compute(replace(i, step=step, years_in_post=D(0))) for step in STEPS]
    for lower, higher in pairwise(ranges):
        assert lower.years_left.low >= higher.years_left.low
        assert lower.years_left.high >= higher.years_left.high
        assert lower.years_to_experienced.low >= higher.years_to_experienced.low
        assert lower.years_to_experienced.high >= higher.years_to_experienced.high


@given(walkers)
def test_marketing_takes_two_to_three_years_of_who_lacks_any_of_it(i: Inputs) -> None:
    left = compute(replace(i, step="sales_director")).years_left
    if all(getattr(i, name) == "yes" for name in FIELDS["sales_director"]):
        assert [*left] == [max(6 - i.years, 0), max(10 - i.years, 0)]
    else:
        assert [*left] == [max(6 - i.years, 2), max(10 - i.years, 3)]


@given(walkers, st.sampled_from(FIELDS["sales_director"]))
def test_five_skills_in_marketing_bring_the_top_nearer_than_four_do(i: Inputs, name: str) -> None:
    whole = replace(i, step="sales_director")
    for skill in FIELDS["sales_director"]:
        whole = answering(whole, skill, "yes")
    short = answering(whole, name, "partly")
    assert compute(whole).years_left.low <= compute(short).years_left.low
    assert (compute(whole).years_left == compute(short).years_left) == (i.years <= 4)


@given(walkers, st.decimals(0, 60, places=1))
def test_more_years_in_the_post_never_leave_more_to_the_experienced(i: Inputs, more: D) -> None:
    now = replace(i, step="commercial_director")
    later = replace(now, years_in_post=now.years_in_post + more)
    assert compute(later).years_to_experienced <= compute(now).years_to_experienced
    assert later.years_in_post < 6 or compute(later).years_to_experienced == NOW
