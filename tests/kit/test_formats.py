"""Numbers as a Russian reader sees them."""

from decimal import Decimal as D
from decimal import localcontext

import pytest

from calculators.kit.arithmetic import Range
from calculators.kit.declaration.units import (
    CLIENTS,
    PERCENT,
    POINTS,
    PURCHASES,
    RUBLES,
    YEARS,
    Unit,
)
from calculators.kit.words import formats

NB = "\u00a0"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1 000"),
        ("1250000.5", "1 250 000,5"),
        ("-1234.50", "−1 234,5"),
        ("1E+6", "1 000 000"),
        ("0.000001", "0,000001"),
    ],
)
def test_a_number_keeps_every_digit_and_is_grouped(value: str, text: str) -> None:
    assert formats.number(D(value)) == text.replace(" ", NB)


@pytest.mark.parametrize(
    ("value", "unit", "text", "rounded"),
    [
        ("6000000", RUBLES, "6 000 000 ₽", False),
        ("1666666.67", RUBLES, "1 666 667 ₽", True),
        ("100", RUBLES, "100 ₽", False),
        ("99.994", RUBLES, "99,99 ₽", True),
        ("0.333", RUBLES, "0,33 ₽", True),
        ("0", RUBLES, "0 ₽", False),
        ("83.3333", PERCENT, "83,33 %", True),
        ("2.5", PERCENT, "2,5 %", False),
        ("-13.335", PERCENT, "−13,34 %", True),
        ("0.125", PERCENT, "0,13 %", True),
    ],
)
def test_a_quantity_is_rounded_for_display_and_says_so(
    value: str, unit: Unit, text: str, rounded: bool
) -> None:
    shown = formats.quantity(D(value), unit)
    assert shown == text.replace(" ", NB)
    assert shown.rounded is rounded


def test_a_whole_quantity_loses_no_digit_and_its_word_agrees_with_them_all() -> None:
    shown = formats.whole(D("1004.9600"), PURCHASES)
    assert shown == f"1{NB}004,96{NB}покупки"
    assert (shown.rounded, shown.amount, shown.unit) == (False, D("1004.96"), PURCHASES)


def test_a_quantity_is_whole_whatever_precision_its_caller_computes_with() -> None:
    with localcontext(prec=3):
        assert formats.quantity(D("-1234567.5"), RUBLES) == f"−1{NB}234{NB}568{NB}₽"
        assert formats.quantity(D("1234501"), CLIENTS) == f"1{NB}234{NB}501{NB}клиент"


@pytest.mark.parametrize(
    ("value", "unit", "text", "rounded"),
    [
        # 0,06 is not 0,1; 0,115 is by a twentieth and less 0,12, and 4,96 is 5.
        ("0.06", CLIENTS, "0,06 клиента", False),
        ("0.0601", CLIENTS, "0,06 клиента", True),
        ("0.96", CLIENTS, "1 клиент", True),
        ("0.115", PERCENT, "0,12 %", True),
        ("-0.0004", RUBLES, "−0,0004 ₽", False),
        ("0", RUBLES, "0 ₽", False),
        ("4.96", PURCHASES, "5 покупок", True),
        # 0,05 of 1,05 is less than a twentieth.
        ("1.05", CLIENTS, "1,1 клиента", True),
        ("0.25", PURCHASES, "0,25 покупки", False),
    ],
)
def test_a_number_is_computed_with_by_no_more_than_a_twentieth_off(
    value: str, unit: Unit, text: str, rounded: bool
) -> None:
    reckoned = formats.reckoned(formats.quantity(D(value), unit))
    assert reckoned == text.replace(" ", NB)
    assert reckoned.rounded is rounded
    assert (reckoned.amount, reckoned.unit) == (D(value), unit)


def test_what_is_no_quantity_is_computed_with_as_it_is_shown() -> None:
    for shown in (
        formats.bare(D("0.06"), CLIENTS),
        formats.between(Range(D("0.04"), D("0.06")), CLIENTS),
        formats.whole(D("0.06"), CLIENTS),
    ):
        assert formats.reckoned(shown) is shown


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("0", "клиентов"),
        ("1", "клиент"),
        ("2", "клиента"),
        ("4", "клиента"),
        ("5", "клиентов"),
        ("11", "клиентов"),
        ("14", "клиентов"),
        ("21", "клиент"),
        ("22", "клиента"),
        ("111", "клиентов"),
        ("1001", "клиент"),
        ("1.5", "клиента"),
        ("-1", "клиент"),
    ],
)
def test_the_word_agrees_with_the_number(value: str, word: str) -> None:
    assert formats.word(D(value), CLIENTS) == word


def test_the_word_agrees_with_the_number_that_is_shown_and_not_with_the_hidden_one() -> None:
    # 4,96 is shown as 5: «5 покупок», not «5 покупки».
    assert formats.quantity(D("4.96"), PURCHASES) == f"5{NB}покупок"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0 ₽"),
        ("999", "999 ₽"),
        ("1000", "1 тыс. ₽"),
        ("1500000", "1,5 млн ₽"),
        ("2000000000", "2 млрд ₽"),
        ("1000000000000", "1 трлн ₽"),
    ],
)
def test_an_axis_uses_the_largest_magnitude_that_fits(value: str, text: str) -> None:
    assert formats.brief(D(value), RUBLES) == text.replace(" ", NB)


@pytest.mark.parametrize(
    ("low", "high", "unit", "text", "rounded"),
    [
        ("6", "10", YEARS, "6–10 лет", False),
        ("0", "1", YEARS, "0–1 год", False),
        ("4.5", "8.5", YEARS, "4,5–8,5 года", False),
        ("0", "0", YEARS, "0 лет", False),
        ("2.04", "2.01", YEARS, "2 года", True),
        ("70000", "130000", RUBLES, "70 000–130 000 ₽", False),
        ("1", "2.5", POINTS, "1–2,5 п. п.", False),
    ],
)
def test_a_range_is_shown_with_one_unit_and_equal_bounds_once(
    low: str, high: str, unit: Unit, text: str, rounded: bool
) -> None:
    shown = formats.between(Range(D(low), D(high)), unit)
    assert shown == text.replace(" ", NB)
    assert shown.rounded is rounded


@pytest.mark.parametrize(("value", "text"), [("1.00", "1"), ("0.10", "0.1"), ("100", "100")])
def test_plain_digits_end_in_no_zero_after_the_point_and_in_no_point(value: str, text: str) -> None:
    assert formats.plain(D(value)) == text


def test_a_bare_quantity_has_lost_its_unit_alone() -> None:
    shown = formats.bare(D("1234567.5"), RUBLES)
    assert shown == f"1{NB}234{NB}568"
    assert shown.rounded is True


def test_kopecks_are_shown_below_a_hundred_rubles_and_not_at_it() -> None:
    assert formats.quantity(D("99.99"), RUBLES) == f"99,99{NB}₽"
    assert formats.quantity(D("100"), RUBLES) == f"100{NB}₽"
    assert formats.quantity(D("100.004"), RUBLES).rounded is True


def test_a_range_from_below_zero_is_said_in_words() -> None:
    assert formats.between(Range(D("-1.104"), D("4.35")), POINTS) == f"от −1,1 до 4,35{NB}п.{NB}п."
    assert formats.between(Range(D(-2), D(-2)), POINTS) == f"−2{NB}п.{NB}п."
    assert formats.between(Range(D("-0.001"), D(1)), POINTS) == f"0–1{NB}п.{NB}п."


def test_a_quantity_of_more_digits_than_are_computed_with_is_shown_whole() -> None:
    # 10⁶⁰ is sixty zeros after a one: twenty groups of three.
    assert formats.quantity(D("1e60"), RUBLES) == f"1{f'{NB}000' * 20}{NB}₽"
