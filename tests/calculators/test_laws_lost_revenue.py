"""What holds for revenue not earned, whatever the numbers."""

import json
from dataclasses import replace
from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import lost_revenue
from calculators.kit import view
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
    current_share=st.just(D(0)) | st.decimals(0, 50, places=2),
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
    if factor == "return_share":  # of those who come back already, nothing is lost
        i = replace(i, current_share=D(0))
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
    assert o.lost_revenue_year == o.lost_revenue_month == 0
    assert o.lost_profit_year == o.lost_profit_month == 0


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
    assert abs(o.lost_profit_month * 12 - o.lost_profit_year) < D("1e-20")


@given(bases)
def test_profit_and_costs_make_the_revenue_and_clients_do_not_depend_on_either(
    i: lost_revenue.Inputs,
) -> None:
    profit, costs = lost(i), lost(replace(i, margin=100 - i.margin))
    assert profit.lost_profit_year + costs.lost_profit_year == profit.lost_revenue_year
    assert profit.returning_clients == costs.returning_clients <= i.clients


@given(bases, st.decimals(0, 50, places=2))
def test_the_more_come_back_already_the_less_is_lost_and_never_less_than_nothing(
    i: lost_revenue.Inputs, more: D
) -> None:
    o, fewer = lost(i), lost(replace(i, current_share=i.current_share + more))
    assert 0 <= fewer.lost_revenue_year <= o.lost_revenue_year
    assert (o.returning_clients > 0) == (i.clients > 0 and i.return_share > i.current_share)


@given(bases)
def test_those_who_come_back_already_and_those_who_would_too_are_the_whole_share(
    i: lost_revenue.Inputs,
) -> None:
    now = min(i.current_share, i.return_share)
    already, more = (
        lost(replace(i, return_share=share, current_share=base))
        for share, base in ((now, D(0)), (i.return_share, now))
    )
    whole = lost(replace(i, current_share=D(0)))
    assert already.lost_revenue_year + more.lost_revenue_year == whole.lost_revenue_year


def said(raw: dict[str, str]) -> tuple[str, str, str]:
    """Meaning, action and caution, with plain spaces."""
    reading = answered("lost_revenue", raw)["reading"].values()
    meaning, action, caution = (text.replace("\u00a0", " ") for text in reading)
    return meaning, action, caution


@given(raw_inputs("lost_revenue"))
def test_to_pay_a_manager_is_advised_out_of_profit_alone_and_a_hundred_asked_where_there_are(
    raw: dict[str, str],
) -> None:
    meaning, action, caution = said(raw)
    o = view.numbers("lost_revenue", raw)
    profit = o["outputs"]["lost_profit_month"]
    assert ("менеджера по работе с базой" in action) == (profit >= D("0.005"))
    assert ("терять нечего" in meaning) == (o["outputs"]["lost_revenue_year"] < D("0.005"))
    assert ("на сотне" in caution) == (o["inputs"]["clients"] > 100)
    assert "десяти" not in action or o["inputs"]["clients"] >= 10


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({}, "150 000 ₽ в месяц"),
        ({"margin": "0"}, "Отдельного менеджера такая выручка не окупит"),
        ({"clients": "0"}, "В базе пока никого"),
        ({"clients": "5"}, "Проверить её можно целиком: в базе 5 клиентов."),
        ({"clients": "100"}, "Проверить её можно целиком: в базе 100 клиентов."),
        ({"clients": "101"}, "Проверьте её на сотне клиентов"),
        ({"clients": "9"}, "начните с разговоров на этой неделе"),
        ({"clients": "10"}, "начните с десяти интервью"),
        ({"average_check": "0"}, "При среднем чеке 0 ₽ терять нечего"),
        ({"return_share": "0"}, "не вернулся бы никто"),
        ({"current_share": "20"}, "Возвращается уже 20 % клиентов"),
        ({"current_share": "20"}, "вернулось бы столько же: терять нечего"),
        ({"current_share": "20"}, "хоть что-то работа с базой обычно прибавляет"),
        ({"current_share": "25"}, "вернулось бы 20 %: терять нечего"),
        ({"current_share": "25"}, "редко возвращает меньше, чем возвращается само"),
        ({"return_share": "0", "current_share": "30"}, "Возвращается уже 30 % клиентов, а с"),
        ({}, "держится на доле 20 %."),
        # 20,1 % instead of 20 % would lose twice as much.
        ({"current_share": "19,9"}, "держится на разнице двух долей, 20 % и 19,9 %."),
        # 0,02 ₽ a year of which 30 % are profit; of 18 000 ₽ a year 0,0001 % are.
        ({"clients": "1", "return_share": "0,01", "average_check": "100"}, "Сверьте числа"),
        ({"clients": "3", "margin": "0,0001"}, "Сначала разберитесь с рентабельностью"),
        # 0,0001 of a client × 0,01 × 1 ₽
        ({"clients": "1", "return_share": "0,01", "orders_per_year": "0,01",
          "average_check": "1"}, "не набирается и копейки"),
        # 6 ₽ a year, shown as 6 ₽; 6 × 1 % ÷ 12 = 0,005 ₽ is shown as a kopeck
        ({"clients": "3", "return_share": "100", "orders_per_year": "2", "average_check": "1",
          "margin": "1"}, "это 0,01 ₽ в месяц"),
    ],
)  # fmt: skip
def test_each_answer_has_its_own_words(raw: dict[str, str], words: str) -> None:
    assert words in " ".join(said(raw))


@pytest.mark.parametrize(
    ("current", "line"),
    [
        ("0", "1 000 клиентов × 20 % = 200 клиентов"),
        ("5", "1 000 клиентов × (20 % − 5 %) = 150 клиентов"),
        ("20", "1 000 клиентов × (20 % − 20 %) = 0 клиентов"),
        ("25", "1 000 клиентов × 0 = 0 клиентов"),
    ],
)
def test_those_who_come_back_already_are_taken_off_in_the_working_too(
    current: str, line: str
) -> None:
    step = answered("lost_revenue", {"current_share": current})["steps"][0]
    assert step["formula"].replace("\u00a0", " ") == line
    over = "Вернулось бы ещё: 25 % уже больше, чем 20 %"
    expected = over if current == "25" else "Вернулось бы ещё"
    assert step["label"].replace("\u00a0", " ") == expected


def test_a_small_part_of_a_client_is_computed_with_as_it_is() -> None:
    shown = answered("lost_revenue", {"clients": "1", "return_share": "4"})
    steps = [step["formula"].replace("\u00a0", " ") for step in shown["steps"]]
    assert steps[:2] == [
        "1 клиент × 4 % = 0,04 клиента",
        "0,04 клиента × 2 покупки × 15 000 ₽ = 1 200 ₽",
    ]
    assert shown["outputs"][-1]["text"].replace("\u00a0", " ") == "меньше 0,1 клиента"


@pytest.mark.parametrize(
    ("raw", "finding"),
    [
        ({}, "При 20 % это 6 000 000 ₽ в год."),
        ({"current_share": "20"}, "График: незаработанной выручки нет."),
    ],
)
def test_the_chart_finds_what_there_is_and_rises_from_the_share_of_today(
    raw: dict[str, str], finding: str
) -> None:
    chart = answered("lost_revenue", raw)["chart"]
    assert chart["finding"].replace("\u00a0", " ").endswith(finding)
    bends = [row["share"] for row in json.loads(chart["spec"])["layer"][0]["data"]["values"]]
    assert bends == ([0, 20, 40] if raw else [0, 40])
