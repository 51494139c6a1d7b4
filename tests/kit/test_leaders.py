"""Which of several amounts lead, and how they are named."""

from decimal import Decimal as D

import pytest

from calculators.kit.declaration.units import PERCENT, RESULTS, RUBLES, Unit
from calculators.kit.words import formats
from calculators.kit.words.formats import NBSP
from calculators.kit.words.leaders import are_near, evenly, leaders, quoted


@pytest.mark.parametrize(
    ("one", "other", "near"),
    # A tenth of the smaller: of 10 it is 1, of 9 it is 0,9; of nothing, nothing.
    [
        ("10", "11", True),
        ("10", "11.01", False),
        ("10", "9", False),
        ("0", "0", True),
        ("0", "0.01", False),
    ],
)
def test_amounts_are_near_within_a_tenth_of_the_smaller(one: str, other: str, near: bool) -> None:
    assert are_near(D(one), D(other)) is are_near(D(other), D(one)) is near


@pytest.mark.parametrize(
    ("amounts", "found"),
    [([1, 20, 19, 18], [1, 2]), ([5, 5], [0, 1]), ([7], [0]), ([0, 0], []), ([0, 3], [1])],
)
def test_the_highest_leads_with_those_near_it_and_nothing_never_leads(
    amounts: list[int], found: list[int]
) -> None:
    assert leaders([D(amount) for amount in amounts]) == found


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("А", "«А»"),
        ("АБ", "«А» и «Б»"),
        ("АБВ", "«А», «Б» и «В»"),
        ("АБВГД", "«А», «Б», «В» и ещё 2"),
        ("", ""),
    ],
)
def test_names_are_listed_as_a_sentence_lists_them(names: str, said: str) -> None:
    assert quoted(names) == said


def test_only_the_same_is_even() -> None:
    assert evenly([D(2), D("2.0")]) == "Поровну"
    assert evenly([D(2), D("2.1")]) == "Почти поровну"


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        ("0.004", RESULTS, "меньше 0,01 результата"),
        ("0.005", RESULTS, "0,01 результата"),
        ("0", RESULTS, "0 результатов"),
        ("0.004", PERCENT, "меньше 0,01 %"),
        ("0.004", RUBLES, "меньше 0,01 ₽"),
        ("0.4", RUBLES, "0,4 ₽"),
        # A loss is not less than something: it keeps its own words.
        ("-0.004", RUBLES, "0 ₽"),
    ],
)
def test_a_sentence_never_calls_something_nothing(amount: str, unit: Unit, said: str) -> None:
    told = formats.told(formats.quantity(D(amount), unit))
    assert told.replace(NBSP, " ") == said
