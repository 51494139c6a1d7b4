"""What holds for the growth of a funnel, whatever its stages."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal as D
from functools import reduce
from operator import mul
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from calculators.cjm_uplift import model as cjm_uplift
from calculators.cjm_uplift.model import Inputs, Stage
from calculators.kit import view
from calculators.kit.arithmetic import exact
from calculators.kit.words import formats
from tests.calculators.typed import answered, raw_inputs

grow = exact(cjm_uplift.compute)
# Products of quotients, each cut after fifty digits.
CUT = D("1e-30")

percents = st.decimals(0, 100, places=1)
names = st.text("абв", min_size=1, max_size=3)


def stage(name: str, now: D, then: D) -> Stage:
    return Stage(name, now, then - now)


def funnels(now: st.SearchStrategy[D] = percents) -> st.SearchStrategy[Inputs]:
    """Funnels of stages whose conversion becomes any other, up or down."""
    return st.builds(
        Inputs,
        # Small enough for a test's own arithmetic, which keeps twenty-eight digits.
        reach=st.integers(0, 10**4).map(D),
        stages=st.lists(st.builds(stage, names, now, percents), min_size=1, max_size=5).map(tuple),
        average_check=st.integers(0, 10**4).map(D),
    )


# Everybody's conversion is above zero, so there is something to grow from.
passable = funnels(st.decimals("0.1", 100, places=1))


def with_stage(i: Inputs, number: int, one: Stage) -> Inputs:
    return replace(i, stages=(*i.stages[:number], one, *i.stages[number + 1 :]))


def product(factors: Sequence[Any]) -> Any:
    return exact(reduce)(mul, factors, D(1))


typed = st.tuples(percents, percents).map(
    lambda pair: {
        "name": "этап",
        "conversion": formats.number(pair[0]),
        "uplift": formats.number(pair[1] - pair[0]),
    }
)


@given(raw_inputs("cjm_uplift", stages=st.lists(typed, min_size=1, max_size=12)))
def test_any_funnel_that_stays_within_bounds_has_a_whole_answer(raw: dict[str, Any]) -> None:
    assert answered("cjm_uplift", raw)["headline"]["text"]


@given(passable)
def test_the_growth_of_the_whole_is_that_of_the_stages_multiplied(i: Inputs) -> None:
    o = grow(i)
    if i.reach == 0:
        assert o.growth is None
    else:
        assert o.growth is not None
        assert abs(o.growth - product(o.stage_growth)) < CUT * max(D(1), o.growth)


@given(funnels())
def test_there_is_growth_unless_nobody_came_through(i: Inputs) -> None:
    o = grow(i)
    through = i.reach and all(one.conversion for one in i.stages)
    assert (o.growth is None) == (not through)
    nothing = [growth is None for growth in o.stage_growth]
    assert nothing == [one.conversion == 0 for one in i.stages]


@given(funnels())
def test_what_is_added_is_the_difference_at_the_end_and_its_revenue(i: Inputs) -> None:
    o = grow(i)
    assert o.before[-1] + o.added_results == o.after[-1]
    assert o.added_results * i.average_check == (o.added_revenue or 0)
    assert (o.added_revenue is None) == (i.average_check == 0)
    assert o.before[-1] == i.reach * o.conversion_before / 100
    assert o.after[-1] == i.reach * o.conversion_after / 100


@given(funnels())
def test_no_stage_lets_through_more_than_came_to_it(i: Inputs) -> None:
    for people in (grow(i).before, grow(i).after):
        assert len(people) == len(i.stages)
        walked = [i.reach, *people]
        assert walked == sorted(walked, reverse=True)
        assert walked[-1] >= 0


@given(funnels())
def test_without_uplifts_nothing_changes(i: Inputs) -> None:
    o = grow(replace(i, stages=tuple(replace(one, uplift=D(0)) for one in i.stages)))
    assert o.before == o.after
    assert o.added_results == (o.added_revenue or 0) == 0
    assert o.growth in {None, D(1)}


@given(funnels())
def test_uplifts_undone_take_away_what_they_added(i: Inputs) -> None:
    back = tuple(Stage(one.name, one.conversion + one.uplift, -one.uplift) for one in i.stages)
    o, undone = grow(i), grow(replace(i, stages=back))
    assert (o.before, o.after) == (undone.after, undone.before)
    assert o.added_results == -undone.added_results


@given(funnels(), st.data())
def test_a_larger_uplift_at_any_stage_never_ends_lower(i: Inputs, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(i.stages) - 1))
    one = i.stages[number]
    more = data.draw(st.decimals(0, 100 - one.conversion - one.uplift, places=1))
    higher = grow(with_stage(i, number, replace(one, uplift=one.uplift + more)))
    assert higher.added_results >= grow(i).added_results
    assert higher.before == grow(i).before


@given(funnels())
def test_twice_the_reach_adds_twice_as_many_and_grows_the_same(i: Inputs) -> None:
    o, doubled = grow(i), grow(replace(i, reach=i.reach * 2))
    assert doubled.added_results == o.added_results * 2
    assert (doubled.added_revenue or 0) == (o.added_revenue or 0) * 2
    assert (doubled.growth, doubled.stage_growth) == (o.growth, o.stage_growth)
    assert doubled.conversion_after == o.conversion_after


@given(funnels())
def test_the_order_of_stages_changes_nothing_at_the_end(i: Inputs) -> None:
    o, turned = grow(i), grow(replace(i, stages=i.stages[::-1]))
    assert turned.conversion_before == o.conversion_before
    assert turned.added_results == o.added_results


@given(funnels(st.decimals(0, 99, places=1)))
def test_a_point_more_nowhere_gives_more_than_at_the_best_stage(i: Inputs) -> None:
    calm = replace(i, stages=tuple(Stage(str(n), one.conversion, D(0))
                                   for n, one in enumerate(i.stages)))  # fmt: skip
    raised = {
        one.name: grow(with_stage(calm, n, replace(one, uplift=D(1)))).added_results
        for n, one in enumerate(calm.stages)
    }
    most, best = max(raised.values()), grow(calm).best_stage
    if best is None:
        assert most == 0
    else:
        assert raised[best] == most > 0
    near = [name for name, added in raised.items() if added and most <= added * D("1.1")]
    assert sorted(str(n) for n in cjm_uplift.heaviest(calm)) == sorted(near)


@given(funnels(st.just(D(100))))
def test_where_all_pass_every_stage_none_is_the_best(i: Inputs) -> None:
    assert grow(i).best_stage is None


@given(funnels(percents))
def test_nobody_is_told_to_begin_where_a_point_brings_nothing(i: Inputs) -> None:
    stages = [
        {"name": one.name, "conversion": str(one.conversion), "uplift": str(one.uplift)}
        for one in i.stages
    ]  # fmt: skip
    reading = view.result("cjm_uplift", {"reach": str(i.reach), "stages": stages})["reading"]
    begun = "ачните" in reading["action"] or "весит больше всего" in reading["action"]
    assert begun <= bool(grow(i).best_stage)
    # The check is not asked for, so nothing is said of its revenue.
    assert "₽" not in "".join(reading.values())
    assert not any(words in reading["meaning"] for words in ("в 0\u00a0раз", "в 1\u00a0раз"))
