"""The company of the examples: numbers that calculators take, and that a reader's own replace."""

from typing import Any
from urllib.parse import parse_qs

import pytest

from macros import company
from macros.slots import Slot

DECLARED: dict[str, Any] = {"name": "Пять ёлок", "numbers": {"clients": "1600"}, "fields": {}}


def test_a_calculator_is_asked_the_shared_numbers_by_its_own_fields() -> None:
    given = company.raw("account_plan")
    assert given["base"] == company.load().numbers["clients"]
    assert company.raw("owner_check") == {}


def test_a_reader_s_own_number_replaces_a_shared_one_and_not_the_rest() -> None:
    given = company.inputs("marketer_pay")
    assert given["salary"] == {"unless_own": "100000"}
    assert given["lead_plan"] == "1000"


def test_a_quote_is_of_the_company_but_for_what_the_chapter_varies() -> None:
    # 1 600 clients × 20 % = 320; 1 600 × 5 % = 80.
    assert Slot("value", "lost_revenue", "returning_clients").text == "320\u00a0клиентов"
    varied = Slot("value", "lost_revenue", "returning_clients", return_share=5)
    assert varied.text == "80\u00a0клиентов"


def test_a_link_says_each_number_as_it_would_be_typed_and_the_formula_s_version() -> None:
    name, _, query = company.link("cjm_uplift").partition("?")
    assert name == "#cjm_uplift"
    asked = parse_qs(query)
    assert asked["reach"] == ["450000"]
    assert asked["stages.2.name"] == ["Заявка → назначенный КЭВ"]
    assert asked["stages.2.uplift"] == ["5"]
    assert asked["version"]


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        ({"numbers": {"customers": "1600"}}, "no shared number is customers"),
        ({"numbers": {"clients": "много"}}, "account_plan|lost_revenue"),
        ({"fields": {"cjm": {}}}, "cjm cannot be asked it"),
        ({"town": "Тверь"}, "has or lacks town"),
    ],
)
def test_a_slip_in_the_file_is_named(slip: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=rf"company\.toml.*({words})"):
        company.parse(DECLARED | slip)
