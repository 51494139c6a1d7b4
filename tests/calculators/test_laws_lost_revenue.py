"""What holds for lost revenue, whatever the numbers."""

from dataclasses import replace
from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from calculators import lost_revenue
from calculators.kit.arithmetic import exact
from calculators.lost_revenue import Inputs

# Small enough for the tests' own arithmetic, of 28 digits, to be exact.
amounts = st.decimals(0, 10**4, places=2)
percents = st.decimals(0, 100, places=2)
inputs = st.builds(
    Inputs, clients=amounts, return_share=percents, orders_per_year=amounts,
    average_check=amounts, margin=percents,
)  # fmt: skip
compute = exact(lost_revenue.compute)


@given(inputs, st.sampled_from(["clients", "return_share", "orders_per_year", "average_check"]))
def test_where_any_factor_is_zero_nothing_is_lost(i: Inputs, factor: str) -> None:
    o = compute(replace(i, **{factor: D(0)}))
    assert {o.lost_revenue_year, o.lost_revenue_month, o.lost_profit_year} == {0}


@given(inputs, st.sampled_from(["clients", "orders_per_year", "average_check"]))
def test_twice_a_factor_is_twice_the_loss(i: Inputs, factor: str) -> None:
    once, twice = compute(i), compute(replace(i, **{factor: 2 * getattr(i, factor)}))
    assert twice.lost_revenue_year == 2 * once.lost_revenue_year
    assert twice.lost_profit_year == 2 * once.lost_profit_year


@given(inputs, percents)
def test_the_loss_grows_with_the_share_that_returns(i: Inputs, other: D) -> None:
    less, more = sorted([i.return_share, other])
    low, high = (compute(replace(i, return_share=share)) for share in (less, more))
    assert low.lost_revenue_year <= high.lost_revenue_year
    assert low.returning_clients <= high.returning_clients <= i.clients


@given(inputs)
def test_profit_is_never_more_than_revenue_and_a_margin_of_a_hundred_is_all_of_it(
    i: Inputs,
) -> None:
    o = compute(i)
    assert 0 <= o.lost_profit_year <= o.lost_revenue_year
    assert compute(replace(i, margin=D(100))).lost_profit_year == o.lost_revenue_year
    assert compute(replace(i, margin=D(0))).lost_profit_year == 0


@given(inputs)
def test_twelve_months_are_the_year(i: Inputs) -> None:
    o = compute(i)
    # A twelfth is cut at its fiftieth digit.
    assert abs(o.lost_revenue_month * 12 - o.lost_revenue_year) < D(10) ** -15
