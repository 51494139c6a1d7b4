"""What holds for a month's plan by days, whatever the numbers."""

from dataclasses import replace
from decimal import Decimal as D
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from calculators.daily_plan import model
from calculators.kit.arithmetic import exact

compute = exact(model.compute)
HAIR = D("1e-30")


@st.composite
def months(draw: st.DrawFn) -> model.Inputs:
    days = draw(st.integers(1, 31))
    return model.Inputs(
        month_plan=D(draw(st.integers(1, 10**4))),
        work_days=D(days),
        days_passed=D(draw(st.integers(0, days))),
        done=D(draw(st.integers(0, 10**4))),
        conversion=draw(st.decimals(0, 100, places=2)),
        average_check=draw(st.decimals(0, 10**6, places=2)),
    )


@given(months())
def test_who_does_what_is_needed_every_day_left_meets_the_plan(i: model.Inputs) -> None:
    o, left = compute(i), i.work_days - i.days_passed
    assert (o.needed_per_day is None) == (left == 0)
    if o.needed_per_day is not None:
        assert abs(max(i.done, i.month_plan) - i.done - o.needed_per_day * left) <= HAIR * 10**4


@given(months())
def test_more_is_needed_than_the_even_day_exactly_where_too_little_is_done(
    i: model.Inputs,
) -> None:
    o = compute(i)
    behind = i.done * i.work_days < i.month_plan * i.days_passed
    if o.overload is not None and o.needed_per_day is not None:
        assert (o.overload > 0) == (o.needed_per_day > o.norm) == behind
    if o.shortfall is not None and o.lost_deals is not None:
        assert (o.shortfall > 0) == behind
        assert o.lost_deals <= o.shortfall
    assert (o.forecast is None) == (i.days_passed == 0)


@given(months())
def test_days_go_on_one_by_one_and_what_they_need_only_rises_for_who_is_behind(
    i: model.Inputs,
) -> None:
    o = compute(i)
    passed = [day.passed for day in o.days]
    last = i.work_days if i.days_passed else D(0)
    assert passed == [D(n) for n in range(int(i.days_passed), int(last) + 1)]
    assert o.days[0].made == i.done
    if o.shortfall:
        needed = [day.needed for day in o.days if day.needed is not None]
        assert all(later > sooner for sooner, later in pairwise(needed))
        assert abs(o.days[-1].left - o.shortfall) <= HAIR * 10**4


@given(months(), st.integers(1, 100))
def test_more_done_needs_no_more(i: model.Inputs, more: int) -> None:
    o, further = compute(i), compute(replace(i, done=i.done + more))
    if o.needed_per_day is not None and further.needed_per_day is not None:
        assert further.needed_per_day <= o.needed_per_day
    if o.lost_revenue is not None and further.lost_revenue is not None:
        assert further.lost_revenue <= o.lost_revenue
