"""What holds for the gaps of a funnel, whatever its stages."""

from dataclasses import replace
from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import funnel_audit
from calculators.funnel_audit import Inputs, Stage
from calculators.kit.arithmetic import exact
from tests.calculators.typed import answered, raw_inputs

audit = exact(funnel_audit.compute)
percents = st.decimals(0, 100, places=1)


def funnels(stages: st.SearchStrategy[Stage]) -> st.SearchStrategy[Inputs]:
    """Funnels of one to five stages with names of their own."""
    return st.builds(
        Inputs,
        # Small enough for a test's own arithmetic, which keeps twenty-eight digits.
        leads=st.integers(0, 10**4).map(D),
        stages=st.lists(stages, min_size=1, max_size=5).map(
            lambda drawn: tuple(replace(one, name=str(n)) for n, one in enumerate(drawn))
        ),
        average_check=st.integers(0, 10**4).map(D),
    )


anything = funnels(st.builds(Stage, name=st.just(""), actual=percents, target=percents))
# No stage does better than it should.
behind = funnels(st.tuples(percents, percents).map(lambda pair: Stage("", min(pair), max(pair))))


def with_stage(i: Inputs, number: int, one: Stage) -> Inputs:
    return replace(i, stages=(*i.stages[:number], one, *i.stages[number + 1 :]))


@given(raw_inputs("funnel_audit"))
def test_any_admitted_funnel_has_a_whole_answer(raw: dict[str, Any]) -> None:
    assert answered("funnel_audit", raw)["headline"]["text"]


@given(anything)
def test_what_is_lost_and_what_there_is_make_what_should_be(i: Inputs) -> None:
    o = audit(i)
    assert o.actual_results + o.lost_results == o.target_results
    assert o.lost_results * i.average_check == o.lost_revenue
    assert 0 <= o.actual_results <= i.leads
    assert 0 <= o.target_results <= i.leads


@given(anything)
def test_a_gap_is_what_the_stage_lacks_to_its_target(i: Inputs) -> None:
    o = audit(i)
    assert [one.actual + gap for one, gap in zip(i.stages, o.gap, strict=True)] == [
        one.target for one in i.stages
    ]


@given(anything)
def test_a_stage_brings_back_what_its_target_alone_would_add(i: Inputs) -> None:
    o = audit(i)
    for number, (one, recovered) in enumerate(zip(i.stages, o.recovered_revenue, strict=True)):
        mended = audit(with_stage(i, number, replace(one, actual=one.target)))
        assert o.lost_revenue - mended.lost_revenue == recovered


@given(behind)
def test_the_stages_one_by_one_never_bring_back_more_than_all_together(i: Inputs) -> None:
    o = audit(i)
    assert all(recovered >= 0 for recovered in o.recovered_revenue)
    assert exact(sum)(o.recovered_revenue) <= o.lost_revenue


@given(anything)
def test_no_stage_brings_back_more_than_the_weakest(i: Inputs) -> None:
    o = audit(replace(i, average_check=max(i.average_check, D(1))))
    assert o.recovered_revenue[int(o.weakest_stage)] == max(o.recovered_revenue)


@given(anything)
def test_which_stage_is_the_weakest_does_not_depend_on_the_check(i: Inputs) -> None:
    free, dear = (audit(replace(i, average_check=check)) for check in (D(0), D(10) ** 6))
    assert free.weakest_stage == dear.weakest_stage
    assert free.lost_revenue == 0


@given(anything)
def test_targets_already_reached_lose_nothing(i: Inputs) -> None:
    there = tuple(replace(one, target=one.actual) for one in i.stages)
    o = audit(replace(i, stages=there))
    assert o.lost_results == o.lost_revenue == 0
    assert not any(o.gap)
    assert not any(o.recovered_revenue)


@given(anything)
def test_actual_and_target_swapped_gain_what_was_lost(i: Inputs) -> None:
    swapped = tuple(Stage(one.name, one.target, one.actual) for one in i.stages)
    assert audit(replace(i, stages=swapped)).lost_results == -audit(i).lost_results


@given(anything, st.data())
def test_a_higher_target_never_loses_less_nor_a_better_stage_more(
    i: Inputs, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(i.stages) - 1))
    one, lost = i.stages[number], audit(i).lost_results
    target = data.draw(st.decimals(one.target, 100, places=1))
    actual = data.draw(st.decimals(one.actual, 100, places=1))
    assert audit(with_stage(i, number, replace(one, target=target))).lost_results >= lost
    assert audit(with_stage(i, number, replace(one, actual=actual))).lost_results <= lost


@pytest.mark.parametrize("factor", ["leads", "average_check"])
@given(i=anything)
def test_twice_the_leads_or_the_check_loses_twice_the_revenue(factor: str, i: Inputs) -> None:
    doubled: dict[str, Any] = {factor: getattr(i, factor) * 2}
    o, twice = audit(i), audit(replace(i, **doubled))
    assert twice.lost_revenue == o.lost_revenue * 2
    assert twice.recovered_revenue == tuple(amount * 2 for amount in o.recovered_revenue)
    assert twice.gap == o.gap
    assert twice.weakest_stage == o.weakest_stage or i.leads == 0


@given(anything)
def test_the_order_of_stages_changes_no_total(i: Inputs) -> None:
    o, turned = audit(i), audit(replace(i, stages=i.stages[::-1]))
    assert turned.lost_results == o.lost_results
    assert turned.recovered_revenue[::-1] == o.recovered_revenue
