"""What holds for an audit of a funnel, whatever the numbers."""

from dataclasses import replace
from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from calculators import funnel_audit
from calculators.funnel_audit import Inputs, Stage
from calculators.kit.arithmetic import exact

percents = st.decimals(0, 100, places=1)
# Four stages: their product stays within the fifty digits that are exact.
stages = st.lists(
    st.builds(Stage, name=st.just("этап"), actual=percents, target=percents),
    min_size=1, max_size=4,
).map(tuple)  # fmt: skip
inputs = st.builds(
    Inputs, leads=st.integers(0, 10**6).map(D), stages=stages,
    average_check=st.decimals(0, 10**6, places=2),
)  # fmt: skip
compute = exact(funnel_audit.compute)


def named(i: Inputs) -> Inputs:
    return replace(i, stages=tuple(replace(stage, name=str(n)) for n, stage in enumerate(i.stages)))


@given(inputs)
def test_what_is_lost_is_what_the_targets_would_give_less_what_there_is(i: Inputs) -> None:
    o = compute(i)
    assert o.lost_results == o.target_results - o.actual_results
    assert o.lost_revenue == o.lost_results * i.average_check


@given(inputs)
def test_nobody_comes_out_who_did_not_go_in(i: Inputs) -> None:
    o = compute(i)
    assert 0 <= o.actual_results <= i.leads
    assert 0 <= o.target_results <= i.leads


@given(inputs)
def test_at_its_targets_a_funnel_loses_nothing(i: Inputs) -> None:
    met = tuple(replace(stage, actual=stage.target) for stage in i.stages)
    o = compute(replace(i, stages=met))
    assert {o.lost_results, o.lost_revenue} == {0}
    assert {*o.gap, *o.recovered_revenue} == {0}


@given(inputs)
def test_the_weakest_stage_returns_at_least_as_much_as_any_other(i: Inputs) -> None:
    priced = replace(named(i), average_check=D(1))
    o = compute(priced)
    assert o.recovered_revenue[int(o.weakest_stage)] == max(o.recovered_revenue)


@given(inputs)
def test_of_stages_that_return_the_same_the_first_is_named(i: Inputs) -> None:
    first = i.stages[0]
    assert compute(named(replace(i, stages=(first, first)))).weakest_stage == "0"


@given(inputs)
def test_a_single_stage_returns_the_whole_loss(i: Inputs) -> None:
    o = compute(replace(i, stages=i.stages[:1]))
    assert o.recovered_revenue == (o.lost_revenue,)


@given(inputs)
def test_the_order_of_stages_does_not_change_the_sum(i: Inputs) -> None:
    backwards = compute(replace(i, stages=i.stages[::-1]))
    assert backwards.lost_revenue == compute(i).lost_revenue


@given(inputs)
def test_twice_the_leads_are_twice_the_loss(i: Inputs) -> None:
    assert compute(replace(i, leads=2 * i.leads)).lost_revenue == 2 * compute(i).lost_revenue
