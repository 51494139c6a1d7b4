"""What chapters quote, on the editors' numbers and on a reader's own."""

from typing import Any

import pytest

from calculators.kit import quoted
from calculators.kit.decision.work import done

NB = "\u00a0"
REVENUE = ["value", "lost_revenue", "lost_revenue_year", {}]


def on(own: dict[str, dict[str, str]], *quotes: Any) -> list[str | None]:
    """The texts on a reader's own numbers, in plain spaces."""
    texts = done(quoted.quotes(quotes, own))["texts"]
    return [text and text.replace(NB, " ") for text in texts]


def test_his_numbers_take_the_place_of_defaults() -> None:
    # 500 × 20 % × 2 × 10 000
    own = {"lost_revenue": {"clients": "500", "average_check": "10 тыс."}}
    assert on(own, REVENUE) == ["2 000 000 ₽"]


def test_what_a_chapter_varies_stays_and_the_rest_is_his() -> None:
    # 1000 × 5 % × 2 × 10 000
    own = {"lost_revenue": {"average_check": "10000", "margin": "50"}}
    varied = ["value", "lost_revenue", "lost_revenue_year", {"return_share": 5}]
    assert on(own, varied) == ["1 000 000 ₽"]
    same = ["value", "lost_revenue", "average_check", {"average_check": 7000}]
    assert on({"lost_revenue": {"average_check": "10000"}}, same) == [None]


def test_a_number_of_the_example_alone_gives_way_to_his() -> None:
    # 5,375 results more × the check
    quote = ["value", "cjm_uplift", "added_revenue", {"average_check": {"unless_own": 50_000}}]
    assert quoted.text(quote).replace(NB, " ") == "268 750 ₽"
    assert on({"cjm_uplift": {"average_check": "2000"}}, quote) == ["10 750 ₽"]
    assert on({"lost_revenue": {"average_check": "2000"}}, quote) == [None]


def test_a_text_that_another_calculator_gives_is_his_too() -> None:
    base: dict[str, Any] = {"quote": ["value", "account_plan", "base", {}]}
    quote = ["value", "lost_revenue", "returning_clients", {"clients": base}]
    # 2 000 × 20 %; 300 × 20 %
    assert quoted.text(quote) == f"400{NB}клиентов"
    assert on({"account_plan": {"base": "300"}}, quote) == ["60 клиентов"]
    assert on({"marketer_pay": {"salary": "1"}}, quote) == [None]


def test_his_numbers_go_to_every_place_that_asks_them_and_unknown_ones_nowhere() -> None:
    places = {"check": ["lost_revenue.average_check", "cjm_uplift.average_check"], "leads": ["a.b"]}
    assert quoted.own({"check": "5", "gone": "7"}, places) == {
        "lost_revenue": {"average_check": "5"},
        "cjm_uplift": {"average_check": "5"},
    }


def test_without_a_number_of_his_nothing_is_said_of_it() -> None:
    assert on({}, REVENUE) == [None]
    assert on({"funnel_audit": {"leads": "7"}}, REVENUE, REVENUE) == [None, None]


def test_a_number_that_a_calculator_cannot_take_is_left_out_and_the_others_count() -> None:
    # 500 × 20 % × 2 × 15 000: no purchases at all is no answer to how many a client makes
    own = {"lost_revenue": {"clients": "500", "orders_per_year": "0"}}
    assert on(own, REVENUE) == ["3 000 000 ₽"]
    assert on({"lost_revenue": {"clients": "много"}}, REVENUE) == [None]


def test_where_his_numbers_leave_nothing_to_quote_there_is_no_text() -> None:
    never = {"account_plan": {"average_check": "0"}}
    turn = ["turn", "account_plan", "margin", {}]
    assert quoted.text(turn) == f"19{NB}%"
    assert on(never, turn) == [None]


def test_sentences_hold_for_his_numbers() -> None:
    never = {"account_plan": {"average_check": "0"}}
    parts = ("meaning", "finding", "turning")
    said = on(never, *(["said", "account_plan", part, {}] for part in parts))
    # 150 000 + 24 × 120 000
    assert said[0] == "За 24 месяца план не окупится: в конце накоплено −3 030 000 ₽."
    # Never is as never with two months more or less.
    assert said[1] == ("ни одно число: на десятую часть больше или меньше — ничего не меняется.")
    assert said[2] == "При любом из этих чисел, изменённом вчетверо, ответ тот же."


def test_a_range_is_counted_with_his_numbers() -> None:
    quote = ["spread", "lost_revenue", {"return_share": "10–30"}]
    assert on({"lost_revenue": {"average_check": "0"}}, quote) == ["Во всех 20 случаях — 0 ₽."]
    with pytest.raises(KeyError, match="lost_revenue is given no range among clients"):
        quoted.text(["spread", "lost_revenue", {"clients": "5"}])


def test_an_unknown_part_is_refused_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="no part 'mood', but meaning, action, caution, finding"):
        quoted.text(["said", "lost_revenue", "mood", {}])
