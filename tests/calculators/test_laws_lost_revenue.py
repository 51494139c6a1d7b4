"""What holds for revenue not earned, whatever the numbers."""

from dataclasses import replace
from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import lost_revenue
from calculators.kit.arithmetic import exact
from tests.calculators.typed import answered, raw_inputs

lost = exact(lost_revenue.compute)
FACTORS = pytest.mark.parametrize(
    "factor", ["clients", "return_share", "orders_per_year", "average_check"]
)

# Small enough for a test's own arithmetic, which keeps twenty-eight digits.
bases = st.builds(
    lost_revenue.Inputs,
    clients=st.integers(0, 10**6).map(D),
    return_share=st.decimals(0, 50, places=2),
    orders_per_year=st.decimals("0.01", 500, places=2),
    average_check=st.decimals(0, 10**4, places=2),
    margin=st.decimals(0, 100, places=2),
)


def with_(i: lost_revenue.Inputs, factor: str, value: D) -> lost_revenue.Inputs:
    changed: dict[str, Any] = {factor: value}
    return replace(i, **changed)


@given(raw_inputs("lost_revenue"))
def test_any_admitted_base_has_a_whole_answer(raw: dict[str, str]) -> None:
    assert answered("lost_revenue", raw)["headline"]["text"]


@FACTORS
@given(i=bases)
def test_a_factor_twice_as_large_loses_twice_as_much(factor: str, i: lost_revenue.Inputs) -> None:
    once, twice = lost(i), lost(with_(i, factor, getattr(i, factor) * 2))
    assert twice.lost_revenue_year == once.lost_revenue_year * 2
    assert twice.lost_profit_year == once.lost_profit_year * 2


@FACTORS
@given(i=bases, more=st.decimals(0, 50, places=2))
def test_a_larger_factor_never_loses_less(factor: str, i: lost_revenue.Inputs, more: D) -> None:
    larger = lost(with_(i, factor, getattr(i, factor) + more))
    assert larger.lost_revenue_year >= lost(i).lost_revenue_year
    assert larger.returning_clients >= lost(i).returning_clients


@pytest.mark.parametrize("factor", ["clients", "return_share", "average_check"])
@given(i=bases)
def test_without_clients_their_return_or_a_check_nothing_is_lost(
    factor: str, i: lost_revenue.Inputs
) -> None:
    o = lost(with_(i, factor, D(0)))
    assert o.lost_revenue_year == o.lost_revenue_month == o.lost_profit_year == 0


@given(bases)
def test_two_parts_of_the_base_lose_what_the_whole_does(i: lost_revenue.Inputs) -> None:
    some = i.clients // 3
    parts = [lost(replace(i, clients=clients)) for clients in (some, i.clients - some)]
    whole = lost(i)
    assert parts[0].lost_revenue_year + parts[1].lost_revenue_year == whole.lost_revenue_year
    assert parts[0].returning_clients + parts[1].returning_clients == whole.returning_clients


@given(bases)
def test_returning_clients_at_their_spending_make_the_year_and_twelve_months_too(
    i: lost_revenue.Inputs,
) -> None:
    o = lost(i)
    assert o.returning_clients * i.orders_per_year * i.average_check == o.lost_revenue_year
    # A twelfth is cut after fifty digits.
    assert abs(o.lost_revenue_month * 12 - o.lost_revenue_year) < D("1e-20")


@given(bases)
def test_profit_and_costs_make_the_revenue_and_clients_do_not_depend_on_either(
    i: lost_revenue.Inputs,
) -> None:
    profit, costs = lost(i), lost(replace(i, margin=100 - i.margin))
    assert profit.lost_profit_year + costs.lost_profit_year == profit.lost_revenue_year
    assert profit.returning_clients == costs.returning_clients <= i.clients
