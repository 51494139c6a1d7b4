"""Arithmetic as a person writes it: signs, brackets, and what is known of rounding."""

from decimal import Decimal as D

import pytest

from calculators.kit.declaration.units import RUBLES
from calculators.kit.words import formats
from calculators.kit.words.working import Working, least, operand, root, worded

a, b, c, minus = (operand(D(number)) for number in (2, 3, 4, -5))
ROUNDED = operand(formats.quantity(D("100.5"), RUBLES))


@pytest.mark.parametrize(
    ("working", "text"),
    [
        (a + b - c, "2 + 3 − 4"),
        (a - (b + c), "2 − (3 + 4)"),
        (a - (b - c), "2 − (3 − 4)"),
        (a + (b - c), "2 + 3 − 4"),
        (a - b * c, "2 − 3 × 4"),
        (a * b / c, "2 × 3 ÷ 4"),
        (a * (b / c), "2 × 3 ÷ 4"),
        (a / (b * c), "2 ÷ (3 × 4)"),
        (a / (b / c), "2 ÷ (3 ÷ 4)"),
        ((a + b) * c, "(2 + 3) × 4"),
        (a * (b + c), "2 × (3 + 4)"),
        ((a - b) / (c - a), "(2 − 3) ÷ (4 − 2)"),
        (minus + a, "−5 + 2"),
        (a + minus, "2 − 5"),
        (a - minus, "2 − (−5)"),
        (a * minus, "2 × (−5)"),
        (a / minus, "2 ÷ (−5)"),
        (a + minus * b, "2 + (−5 × 3)"),
        (a + (minus + b), "2 + (−5 + 3)"),
        (minus * a, "−5 × 2"),
        (a * 12, "2 × 12"),
        (a + D("0.5"), "2 + 0,5"),
    ],
)
def test_brackets_and_signs_stand_where_they_must_and_nowhere_else(
    working: Working, text: str
) -> None:
    assert str(working) == text


def test_a_word_or_the_smaller_of_two_is_bracketed_inside_a_product() -> None:
    assert str(worded("{} из {}", a, b)) == "2 из 3"
    assert str(least(a, b * c)) == "меньшее из 2 и 3 × 4"
    assert str(a * least(b, c)) == "2 × (меньшее из 3 и 4)"


def test_a_shown_number_keeps_its_unit_and_a_plain_one_is_grouped() -> None:
    assert str(ROUNDED).replace(formats.NBSP, " ") == "101 ₽"
    assert str(operand(1250)).replace(formats.NBSP, " ") == "1 250"
    assert operand(a) is a


@pytest.mark.parametrize(
    "working",
    [ROUNDED, ROUNDED + a, a + ROUNDED, a - ROUNDED, ROUNDED * a, a / ROUNDED,
     least(a, ROUNDED), worded("{} и {}", ROUNDED, a), a * (b + ROUNDED) / c],
    ids=str,
)  # fmt: skip
def test_a_working_with_a_rounded_number_in_it_is_rounded(working: Working) -> None:
    assert working.rounded


@pytest.mark.parametrize(
    "working", [a, a + b, a + minus, a - b, a * b, a / b, least(a, b), worded("{}", a)], ids=str
)
def test_a_working_of_whole_numbers_is_exact(working: Working) -> None:
    assert not working.rounded


def test_a_rounded_negative_number_is_rounded_when_it_is_taken_off() -> None:
    loss = operand(formats.quantity(D("-100.4"), RUBLES))
    assert str(a + loss).replace(formats.NBSP, " ") == "2 − 100 ₽"
    assert (a + loss).rounded


def test_a_root_has_brackets_and_is_as_exact_as_what_it_is_of() -> None:
    assert str(root(a + b) * c) == "√(2 + 3) × 4"
    assert not root(a + b).rounded
    assert root(a * ROUNDED).rounded
