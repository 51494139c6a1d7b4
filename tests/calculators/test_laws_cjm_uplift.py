"""What holds for the uplift of a customer journey, whatever the numbers."""

from dataclasses import replace
from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from calculators import cjm_uplift
from calculators.cjm_uplift import Inputs, Stage
from calculators.kit.arithmetic import exact


@st.composite
def staged(draw: st.DrawFn) -> Stage:
    """A stage whose uplift leaves it within 0–100 %."""
    before, after = (draw(st.decimals(0, 100, places=1)) for _ in range(2))
    return Stage(name="этап", conversion=before, uplift=after - before)


# Four stages: their product stays within the fifty digits that are exact.
inputs = st.builds(
    Inputs, reach=st.integers(0, 10**6).map(D),
    stages=st.lists(staged(), min_size=1, max_size=4).map(tuple),
    average_check=st.decimals(0, 10**6, places=2),
)  # fmt: skip
compute = exact(cjm_uplift.compute)


@given(inputs)
def test_without_uplifts_nothing_changes(i: Inputs) -> None:
    still = tuple(replace(stage, uplift=D(0)) for stage in i.stages)
    o = compute(replace(i, stages=still))
    assert {o.added_results, o.added_revenue} == {0}
    assert o.before == o.after
    assert o.conversion_before == o.conversion_after
    assert o.growth in {None, D(1)}


@given(inputs)
def test_what_is_added_is_the_end_after_less_the_end_before(i: Inputs) -> None:
    o = compute(i)
    assert o.added_results == o.after[-1] - o.before[-1]
    assert o.added_revenue == o.added_results * i.average_check


@given(inputs)
def test_the_whole_conversion_takes_the_reach_to_the_end(i: Inputs) -> None:
    o = compute(i)
    assert i.reach * o.conversion_before / 100 == o.before[-1]
    assert i.reach * o.conversion_after / 100 == o.after[-1]


@given(inputs)
def test_people_only_leave_on_their_way(i: Inputs) -> None:
    o = compute(i)
    for people in (o.before, o.after):
        assert [i.reach, *people] == sorted([i.reach, *people], reverse=True)


@given(inputs)
def test_the_growth_of_the_stages_multiplies_to_the_growth_of_the_whole(i: Inputs) -> None:
    o = compute(i)
    if o.growth is None:
        assert o.before[-1] == 0
        return
    product = D(1)
    for growth in o.stage_growth:
        assert growth is not None
        product *= growth
    # Quotients are cut at their fiftieth digit.
    assert abs(product - o.growth) <= o.growth * D(10) ** -20


@given(inputs)
def test_a_point_more_at_the_best_stage_gives_the_most(i: Inputs) -> None:
    named = tuple(
        replace(stage, name=str(n), uplift=D(0), conversion=min(stage.conversion, D(99)))
        for n, stage in enumerate(i.stages)
    )
    best = int(compute(replace(i, stages=named)).best_stage)

    def raised(n: int) -> D:
        lifted = replace(named[n], uplift=D(1))
        return compute(replace(i, stages=(*named[:n], lifted, *named[n + 1 :]))).added_results

    assert raised(best) == max(raised(n) for n in range(len(named)))


@given(inputs)
def test_twice_the_reach_is_twice_the_revenue_and_the_same_growth(i: Inputs) -> None:
    once, twice = compute(i), compute(replace(i, reach=2 * i.reach))
    assert twice.added_revenue == 2 * once.added_revenue
    assert twice.growth == once.growth
