"""What holds for the plan of work on the client base, whatever the numbers."""

import re
from dataclasses import replace
from decimal import Decimal as D
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from calculators.account_plan import model as account_plan
from calculators.account_plan.model import Inputs
from calculators.kit import view
from calculators.kit.arithmetic import exact
from calculators.kit.declaration.units import RUBLES
from calculators.kit.words import formats
from tests.calculators.typed import answered, raw_inputs

amounts = st.decimals(0, 10**6, places=2)
percents = st.decimals(0, 100, places=1)
few = st.decimals(0, 50, places=1)
inputs = st.builds(
    Inputs,
    base=st.integers(0, 5000).map(D), managers=few, contacts_per_manager=amounts,
    ramp_months=few, conversion=percents, orders_per_year=few, average_check=amounts,
    margin=percents, monthly_loss=percents, payroll=amounts, bonus=percents, setup_cost=amounts,
    horizon=st.integers(6, 60).map(D), new_clients=st.just(D(0)) | few,
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
    unpaid = o.months[: int(o.payback_month or i.horizon)]
    assert o.investment == -min(-i.setup_cost, *(m.cumulative for m in unpaid))
    assert o.final == o.months[-1].cumulative <= o.peak
    assert o.peak == max(m.cumulative for m in o.months)
    assert o.peak == o.months[int(o.peak_month) - 1].cumulative


@given(inputs)
@exact
def test_nobody_is_contacted_twice_and_nobody_returns_uncontacted(i: Inputs) -> None:
    months = compute(i).months
    contacted = sum((m.contacted for m in months), D(0))
    everybody = i.base + i.new_clients * (i.horizon - 1)
    assert contacted <= everybody or near(contacted, everybody)
    assert all(0 <= m.new <= m.contacted for m in months)
    assert all(later.active <= earlier.active + later.new for earlier, later in pairwise(months))


@given(inputs)
def test_the_payback_is_the_first_month_that_is_not_below_zero(i: Inputs) -> None:
    o = compute(i)
    below = [m.cumulative < 0 for m in o.months]
    if o.payback_month is None:
        assert all(below)
        return
    paid = int(o.payback_month)
    assert below[:paid] == [*[True] * (paid - 1), False]


@given(inputs, st.integers(6, 60).map(D))
def test_the_payback_does_not_depend_on_the_horizon_unless_it_is_beyond_it(
    i: Inputs, other: D
) -> None:
    one, two = compute(i), compute(replace(i, horizon=other))
    shorter = min(i.horizon, other)
    known = [o.payback_month for o in (one, two) if o.payback_month is not None]
    if any(month <= shorter for month in known):
        assert one.payback_month == two.payback_month
        assert one.investment == two.investment
    else:
        assert None in (one.payback_month, two.payback_month)


@given(inputs)
@exact
def test_the_base_is_exhausted_when_for_the_first_time_fewer_are_met_than_could_be(
    i: Inputs,
) -> None:
    o = compute(i)
    most = i.managers * i.contacts_per_manager
    ramped = [m for m in o.months if m.month >= i.ramp_months]
    if o.exhausted_month is None:
        assert all(m.contacted == most for m in ramped)
        return
    assert o.months[int(o.exhausted_month) - 1].contacted < most
    assert all(m.contacted == most for m in ramped if m.month < o.exhausted_month)
    later = o.months[int(o.exhausted_month) :]
    assert all(m.contacted <= i.new_clients or i.new_clients > 0 for m in later)


@given(inputs, st.integers(1, 5))
@exact
def test_a_client_who_stays_buys_in_some_years_as_often_as_the_field_says(
    i: Inputs, years: int
) -> None:
    alone = replace(
        i, base=D(10), managers=D(1), contacts_per_manager=D(10), ramp_months=D(0),
        conversion=D(100), monthly_loss=D(0), new_clients=D(0), horizon=D(12 * years),
    )  # fmt: skip
    bought = sum(m.orders for m in compute(alone).months) / 10
    said = years * i.orders_per_year
    pace = i.orders_per_year / 12
    if 0 < pace <= 1 and said == int(said):
        assert bought == said
    # A part of a purchase is none yet, or one already; whoever buys many times a month still buys
    # once in his first.
    assert said - max(pace, D(1)) <= bought <= said + 1


@given(inputs, few)
def test_more_new_clients_never_bring_less_revenue(i: Inputs, more: D) -> None:
    larger = compute(replace(i, new_clients=i.new_clients + more))
    assert larger.revenue_total >= compute(i).revenue_total


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
    twice = replace(
        i, base=2 * i.base, managers=2 * i.managers, setup_cost=2 * i.setup_cost,
        new_clients=2 * i.new_clients,
    )  # fmt: skip
    one, two = compute(i), compute(twice)
    assert near(two.profit_total, 2 * one.profit_total)
    assert near(two.investment, 2 * one.investment)


def said(raw: dict[str, str]) -> str:
    """The whole reading, with plain spaces."""
    return " ".join(answered("account_plan", raw)["reading"].values()).replace("\u00a0", " ")


# 50 of 100 return at once, each to buy for 100 000 ₽, and again a year later. A fifth of 5 million
# less the salary is left of both; between them eleven salaries are paid.
YEARLY = {
    "base": "100", "contacts_per_manager": "100", "ramp_months": "0", "conversion": "50",
    "orders_per_year": "1", "average_check": "100000", "monthly_loss": "0", "payroll": "80000",
    "horizon": "13",
}  # fmt: skip
SHORT = {
    "base": "100", "managers": "0,5", "conversion": "50", "orders_per_year": "0",
    "ramp_months": "0", "horizon": "6",
}  # fmt: skip
RED_AGAIN = {
    "base": "10", "conversion": "100", "orders_per_year": "0", "average_check": "100000",
    "setup_cost": "0", "horizon": "6",
}  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({}, "За 24 месяца накопится 518 582 ₽, запуск уже вычтен."),
        ({}, "Отложите 447 610 ₽ до старта"),
        ({}, "С 18-го месяца базы не хватает на полную нагрузку"),
        # 631 636 is left of 645 870, and half a manager would have gathered 1 602 783.
        ({"horizon": "36"}, "Больше всего, 645 870 ₽, накопится к 30-му месяцу"),
        ({"horizon": "36"}, "к концу срока останется 631 636 ₽"),
        ({"horizon": "36"}, "0,5 менеджера — 1 602 783 ₽ к концу срока вместо 631 636 ₽"),
        ({"horizon": "60"}, "к концу срока план снова уйдёт в минус: −423 122 ₽"),
        ({"managers": "2"}, "1 менеджер — 518 582 ₽ к концу срока вместо −1 772 037 ₽"),
        ({"horizon": "12"}, "Последний месяц уже прибыльный, но срока мало"),
        ({"horizon": "12"}, "вложения вернутся через 16 месяцев"),
        ({"horizon": "6"}, "Срока мало: при тех же числах вложения вернутся через 16 месяцев"),
        ({"conversion": "0"}, "обходится не дешевле, чем приносит, и вложений не вернёт"),
        ({"base": "1000000", "payroll": "0", "setup_cost": "10000000000"},
         "Последний месяц прибыльный, но вложений это не вернёт и за 60 месяцев"),
        ({"base": "0"}, "Разговоров в этом плане нет"),
        ({"managers": "0", "setup_cost": "0"}, "в конце накоплено 0 ₽"),
        ({"base": "100"}, "проверьте её на первых же разговорах. Со 2-го месяца"),
        ({"base": "300", "new_clients": "20"}, "На 5-м месяце базы впервые не хватит"),
        ({"payroll": "0", "setup_cost": "0"}, "Вкладывать не придётся."),
        # 80 000 ₽ of the first month, and then salaries alone.
        # Without a start that costs something there is nothing to take off.
        ({"payroll": "0", "setup_cost": "0"}, "За 24 месяца накопится 3 548 582 ₽. Так бывает"),
        # Two months of talks and no more.
        (SHORT, "накопится ко 2-му месяцу: дальше"),
        (SHORT, "Ко 2-му месяцу пополните базу"),
        # 1 000 000 − 150 000 − 80 000 − 11 × 80 000, and with 95 000 instead of 80 000.
        (YEARLY, "По пути снова не хватит денег: к 12-му месяцу накоплено −110 000 ₽."),
        (YEARLY, "Отложите 150 000 ₽ до старта"),
        (YEARLY | {"payroll": "95000"}, "к 12-му месяцу накоплено −290 000 ₽."),
        # Without a start that costs anything: 1 000 000 − 12 × 84 000, and 83 000.
        (YEARLY | {"payroll": "84000", "setup_cost": "0"}, "По пути не хватит денег: к 12-му"),
        (YEARLY | {"payroll": "83000", "setup_cost": "0"}, "Вкладывать не придётся. За 13"),
        (RED_AGAIN, "Сначала вкладывать не придётся."),
        (RED_AGAIN, "к концу срока план уйдёт в минус: −520 000 ₽"),
        # Ten managers meet all 2000 clients in three months; one gathers 518 582 ₽.
        ({"managers": "10"}, "1 менеджер — 518 582 ₽ к концу срока вместо −24 479 137 ₽"),
        ({"margin": "1"}, "рентабельность — 1 %, а премия с той же выручки — 2 %."),
        ({"margin": "2"}, "Сколько ни продавай, план не окупится"),
        ({"base": "1"}, "Проверьте число клиентов в базе, чек, долю купивших снова"),
        ({"conversion": "0", "horizon": "6"}, "Проверьте чек, долю купивших снова"),
        # At no salary half a manager gathers less.
        ({"payroll": "0", "horizon": "60"}, "Отложите 150 000 ₽"),
    ],
)  # fmt: skip
def test_each_plan_has_its_own_words(raw: dict[str, str], words: str) -> None:
    assert words in said(raw)


FEWER = re.compile(r"больше: ([0-9,]+) менеджер\w* — (−?[0-9 ]+(?:,[0-9]+)?) ₽")


@settings(max_examples=50)
@given(raw_inputs("account_plan"))
@example({"horizon": "36"})
@example({"managers": "9", "horizon": "60"})
@example({"managers": "4,3", "base": "900"})
def test_fewer_managers_are_advised_only_where_they_would_be_left_with_more(
    raw: dict[str, str],
) -> None:
    found = FEWER.search(said(raw))
    if found is None:
        assert "Начните с меньшего" not in said(raw)
        return
    o = view.numbers("account_plan", raw)
    fewer = view.numbers("account_plan", raw | {"managers": found[1]})["outputs"]["final"]
    assert D(found[1].replace(",", ".")) < o["inputs"]["managers"]
    assert formats.quantity(fewer, RUBLES).replace("\u00a0", " ") == f"{found[2]} ₽"
    assert o["outputs"]["exhausted_month"] is not None
    assert fewer > 0
    # Within a tenth there is no winner.
    assert fewer * D("0.9") > o["outputs"]["final"]


@settings(max_examples=50)
@given(raw_inputs("account_plan"))
@example({"horizon": "36"})
@example({"horizon": "60"})
def test_the_peak_is_said_to_be_past_only_where_less_is_left_at_the_end(
    raw: dict[str, str],
) -> None:
    o = view.numbers("account_plan", raw)["outputs"]
    talks = any(month["contacted"] for month in o["months"])
    past = talks and o["payback_month"] is not None and o["final"] < o["peak"]
    assert ("дальше работа стоит дороже, чем приносит" in said(raw)) == past
    assert ("уйдёт в минус" in said(raw)) == (past and o["final"] < 0)
    # Where nothing was put in, the plan was not below zero before.
    assert ("снова уйдёт" in said(raw)) == (past and o["final"] < 0 < o["investment"])


@pytest.mark.parametrize(
    ("raw", "headline"),
    [
        ({}, "16 месяцев"),
        ({"conversion": "0"}, "не окупится за срок плана"),
        ({"payroll": "0", "setup_cost": "0"}, "вкладывать не придётся"),
        ({"managers": "0", "setup_cost": "0"}, "вкладывать не придётся"),
        # Money will be needed, if not at first.
        (RED_AGAIN, "1 месяц"),
    ],
)
def test_what_is_not_put_in_has_no_time_to_come_back_in(raw: dict[str, str], headline: str) -> None:
    shown = answered("account_plan", raw)
    assert shown["headline"]["text"].replace("\u00a0", " ") == headline
    title = shown["chart"]["finding"].replace("\u00a0", " ").split(". ")[1]
    assert title.lower().removeprefix("окупится через ").startswith(headline.split(" за ")[0])


@settings(max_examples=50)
@given(raw_inputs("account_plan"))
@example({"managers": "0", "setup_cost": "0"})
@example(RED_AGAIN)
def test_a_plan_without_money_put_in_is_never_below_zero(raw: dict[str, str]) -> None:
    months = view.numbers("account_plan", raw)["outputs"]["months"]
    setup = view.numbers("account_plan", raw)["inputs"]["setup_cost"]
    free = not setup and all(month["cumulative"] >= 0 for month in months)
    headline = answered("account_plan", raw)["headline"]["text"]
    assert (headline == "вкладывать не придётся") == free


@settings(max_examples=50)
@given(raw_inputs("account_plan"))
@example(YEARLY)
@example(YEARLY | {"payroll": "95000"})
@example(RED_AGAIN)
def test_a_plan_that_goes_below_zero_after_its_payback_says_so(raw: dict[str, str]) -> None:
    o = view.numbers("account_plan", raw)["outputs"]
    talks = any(month["contacted"] for month in o["months"])
    later = [month["cumulative"] for month in o["months"][int(o["payback_month"] or 0) :]]
    below = talks and o["payback_month"] is not None and min(later, default=0) < 0
    assert ("не хватит денег" in said(raw) or "уйдёт в минус" in said(raw)) == below


def test_whoever_never_buys_again_is_not_said_to_be_early() -> None:
    for orders, label in (
        ("0", "прежние больше не покупают"),
        ("2", "прежним снова покупать рано"),
    ):
        steps = answered("account_plan", {"orders_per_year": orders})["steps"]
        assert f"Покупки: {label}" in [step["label"] for step in steps]


def test_the_derivation_comes_to_the_payback_and_to_what_is_left() -> None:
    steps = {
        step["label"].replace("\u00a0", " "): step["formula"].replace("\u00a0", " ")
        for step in answered("account_plan", {})["steps"]
    }
    assert steps["Между покупками одного клиента"] == "12 ÷ 2 покупки = 6 месяцев"
    assert steps["Покупки: прежним снова покупать рано"] == "4,8 клиента = 4,8 покупки"
    found = steps["Накоплено к 16-му месяцу, впервые не меньше нуля"]
    assert found == "−44 754 ₽ + 98 317 ₽ ≈ 53 563 ₽"
    assert steps["Накоплено к концу срока"] == "668 582 ₽ − 150 000 ₽ ≈ 518 582 ₽"


@pytest.mark.parametrize(
    ("orders", "line"),
    [
        # Every month, twice a month and never again, of 2,4 × 97 % = 2,328 who stayed.
        ("12", "4,8 клиента + 2,3 клиента ≈ 7,1 покупки"),
        ("24", "4,8 клиента + 2,3 клиента × 2 ≈ 9,5 покупки"),
        ("0", "4,8 клиента = 4,8 покупки"),
    ],
)
def test_those_who_returned_a_month_ago_buy_as_often_as_they_do(orders: str, line: str) -> None:
    steps = answered("account_plan", {"orders_per_year": orders})["steps"]
    assert line in [step["formula"].replace("\u00a0", " ") for step in steps]


@pytest.mark.parametrize(
    ("raw", "finding"),
    [
        ({}, "Окупится через 16 месяцев; до этого понадобится 447 610 ₽, в конце накоплено "
             "518 582 ₽."),
        ({"horizon": "36"}, "447 610 ₽, больше всего — 645 870 ₽ к 30-му месяцу, в конце накоплено "
                            "631 636 ₽."),
        ({"horizon": "12"}, "Не окупится за 12 месяцев: в конце накоплено −279 756 ₽."),
    ],
)  # fmt: skip
def test_the_chart_finds_what_the_reading_says(raw: dict[str, str], finding: str) -> None:
    chart = answered("account_plan", raw)["chart"]
    assert chart["finding"].replace("\u00a0", " ").endswith(finding)
