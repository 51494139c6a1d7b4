"""What holds for the plan of work on the client base, whatever the numbers."""

from dataclasses import replace
from decimal import Decimal as D
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from calculators import account_plan
from calculators.account_plan import Inputs
from calculators.kit.arithmetic import exact
from tests.calculators.typed import answered, raw_inputs

amounts = st.decimals(0, 10**6, places=2)
percents = st.decimals(0, 100, places=1)
few = st.decimals(0, 50, places=1)
inputs = st.builds(
    Inputs,
    base=st.integers(0, 5000).map(D), managers=few, contacts_per_manager=amounts,
    ramp_months=few, conversion=percents, orders_per_year=few, average_check=amounts,
    margin=percents, monthly_loss=percents, payroll=amounts, bonus=percents, setup_cost=amounts,
    horizon=st.integers(6, 60).map(D),
)  # fmt: skip
compute = exact(account_plan.compute)


def near(one: D, other: D) -> bool:
    """Equal, but for quotients being cut after fifty digits."""
    return abs(one - other) <= D("1e-40") * max(abs(one), D(1))


@given(raw_inputs("account_plan"))
def test_any_admitted_plan_has_a_whole_answer(raw: dict[str, str]) -> None:
    assert answered("account_plan", raw)["headline"]["text"]


@given(inputs)
@exact
def test_the_months_add_up_to_the_totals(i: Inputs) -> None:
    o = compute(i)
    assert [m.month for m in o.months] == list(range(1, int(i.horizon) + 1))
    assert near(o.months[-1].cumulative, o.profit_total - i.setup_cost)
    assert o.revenue_total >= 0
    assert o.investment >= i.setup_cost
    assert o.investment == -min(-i.setup_cost, *(m.cumulative for m in o.months))


@given(inputs)
@exact
def test_nobody_is_contacted_twice_and_nobody_returns_uncontacted(i: Inputs) -> None:
    months = compute(i).months
    contacted = sum((m.contacted for m in months), D(0))
    assert contacted <= i.base or near(contacted, i.base)
    assert all(0 <= m.new <= m.contacted for m in months)
    assert all(later.active <= earlier.active + later.new for earlier, later in pairwise(months))


@given(inputs)
def test_from_the_payback_on_the_plan_stays_above_zero(i: Inputs) -> None:
    o = compute(i)
    balances = [m.cumulative for m in o.months]
    if o.payback_month is None:
        assert balances[-1] < 0
        return
    paid = int(o.payback_month)
    assert all(balance >= 0 for balance in balances[paid - 1 :])
    assert paid == 1 or balances[paid - 2] < 0


@given(inputs, amounts)
def test_a_dearer_start_never_pays_back_earlier(i: Inputs, more: D) -> None:
    cheap, dear = compute(i), compute(replace(i, setup_cost=i.setup_cost + more))
    never = i.horizon + 1
    assert (cheap.payback_month or never) <= (dear.payback_month or never)
    assert cheap.investment <= dear.investment


@given(inputs, percents)
def test_the_more_buy_again_the_more_revenue(i: Inputs, other: D) -> None:
    low, high = sorted([i.conversion, other])
    one, two = (compute(replace(i, conversion=share)) for share in (low, high))
    assert one.revenue_total <= two.revenue_total


@given(inputs)
def test_a_longer_plan_begins_as_the_shorter_one(i: Inputs) -> None:
    longer = compute(replace(i, horizon=D(60))).months
    assert longer[: int(i.horizon)] == compute(i).months


@given(inputs)
@exact
def test_everything_doubled_doubles_the_money(i: Inputs) -> None:
    twice = replace(i, base=2 * i.base, managers=2 * i.managers, setup_cost=2 * i.setup_cost)
    one, two = compute(i), compute(twice)
    assert near(two.profit_total, 2 * one.profit_total)
    assert near(two.investment, 2 * one.investment)
