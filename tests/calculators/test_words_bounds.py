"""What is said at the very bound between two readings, and a hair's breadth beside it."""

from decimal import Decimal
from typing import Any

import pytest

from calculators.kit import view
from calculators.kit.declaration import figures

NB = "\u00a0"
WAGE = figures.figure("law.minimum_wage").value
assert WAGE is not None


def reading(name: str, **raw: str) -> dict[str, Any]:
    """The reading, with plain spaces."""
    found: dict[str, str] = view.result(name, raw)["reading"]
    return {key: text.replace(NB, " ") for key, text in found.items()}


@pytest.mark.parametrize(
    ("check", "nothing"),
    # One client who buys once: the check is the revenue. Half a kopeck is shown as one.
    [("0,004", True), ("0,0049", True), ("0,005", False), ("0,01", False), ("0,019", False)],
)
def test_less_than_half_a_kopeck_of_revenue_is_nothing_to_lose(check: str, nothing: bool) -> None:
    raw = {"clients": "1", "return_share": "100", "orders_per_year": "1", "average_check": check}
    said = reading("lost_revenue", **raw, margin="100")["meaning"]
    assert ("не набирается и копейки" in said) == nothing


@pytest.mark.parametrize(
    ("margin", "said"),
    [
        # 1 × 100 % × 1 × 5 = 5 ₽ a year; 0,9 % of it is 0,00375 ₽ a month, 1 % is 0,00417.
        ("0,9", "при рентабельности 0,9 % в ней нет и копейки прибыли"),
        ("1", "прибыли в ней нет и копейки в месяц"),
        # 1,2 % is 0,005 ₽ a month: half a kopeck.
        ("1,2", "Столько за год вы недополучаете"),
    ],
)
def test_less_than_half_a_kopeck_of_profit_is_none_and_a_small_margin_is_to_blame(
    margin: str, said: str
) -> None:
    raw = {"clients": "1", "return_share": "100", "orders_per_year": "1", "average_check": "5"}
    assert said in reading("lost_revenue", **raw, margin=margin)["meaning"]


def test_one_client_is_no_empty_base() -> None:
    assert "в базе 1 клиент" in reading("lost_revenue", clients="1")["caution"]


@pytest.mark.parametrize(("less", "short"), [("0", False), ("0,5", True), ("1", True)])
def test_an_offer_of_the_minimum_wage_is_not_less_than_it(less: str, short: bool) -> None:
    offer = f"{WAGE - Decimal(less.replace(',', '.'))}".replace(".", ",")
    said = reading("salary_bands", offer=offer)
    assert ("меньше МРОТ" in said["meaning"]) == short
    assert ("МРОТ" in said["action"]) == short


def test_an_offer_at_the_end_of_a_band_is_in_it() -> None:
    # 70 000 ₽ ends the beginners' band and begins the middle one's; 130 000 ₽ ends that.
    below = reading("salary_bands", experience="5", offer="70000")["action"]
    assert below.endswith("или ищите ниже уровнем: средний уровень.")
    above = reading("salary_bands", experience="0", offer="130000")["action"]
    assert above == "За такие деньги можно искать выше уровнем: средний уровень."
