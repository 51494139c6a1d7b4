"""What a reader types as a range, into its middle and its ends."""

from decimal import Decimal as D

import pytest

from calculators.kit import ranged, typed
from calculators.kit.arithmetic import Range, exact
from calculators.kit.declaration.fields import Number, assumed, money, percent
from calculators.kit.declaration.units import CLIENTS

CHECK = money("Чек", assumed(1, "пример"), "Справка.")
SHARE = percent("Доля", assumed(1, "пример"), "Справка.")
PEOPLE = Number("Люди", CLIENTS, assumed(1, "пример"), "Справка.", D(0), D(10**9), whole=True)
NB = "\u00a0"

read = exact(ranged.number)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("800–1 200", 800, 1200),
        ("800-1200", 800, 1200),
        ("800 — 1200", 800, 1200),
        ("800…1200", 800, 1200),
        ("800...1200", 800, 1200),
        ("от 800 до 1200", 800, 1200),
        ("От 800 до 1 200 руб.", 800, 1200),
        # 1000 − 200 and 1000 + 200; a fifth of 1000 is 200 too.
        ("1000 ± 200", 800, 1200),
        ("1000 +- 200 ₽", 800, 1200),
        ("1000 ± 20 %", 800, 1200),
        ("10–15 тыс.", 10_000, 15_000),
        ("10 тыс. – 15 тыс.", 10_000, 15_000),
        ("1,5–2 млн ₽", 1_500_000, 2_000_000),
        ("½–1", "0.5", 1),
        ("5–5", 5, 5),
    ],
)
def test_ranges_are_read_as_people_write_them(text: str, low: str, high: str) -> None:
    found = read(CHECK, text)
    assert found.ends == Range(D(low), D(high))
    assert found.value == (D(low) + D(high)) / 2
    assert found.note == ""


def test_of_a_percent_what_is_added_and_taken_off_is_in_points() -> None:
    assert read(SHARE, "20 ± 5").ends == Range(D(15), D(25))
    assert read(SHARE, "20 ± 5 %").ends == Range(D(15), D(25))
    assert read(SHARE, "10–20 %").ends == Range(D(10), D(20))


def test_the_middle_of_whole_numbers_is_whole() -> None:
    # (1 + 2) ÷ 2 = 1,5; a fifth of 7 is 1,4.
    assert read(PEOPLE, "1–2").value == 2
    assert read(PEOPLE, "7 ± 20 %").ends == Range(D(6), D(8))


def test_a_range_from_the_larger_to_the_smaller_is_turned_and_that_is_said() -> None:
    found = read(CHECK, "1200-800")
    assert found.ends == Range(D(800), D(1200))
    assert found.note == f"Прочли как 800–1{NB}200."


def test_what_could_be_read_in_two_ways_is_said_as_it_was_read() -> None:
    assert read(CHECK, "15.000–20.000").note == f"Прочли как 15{NB}000–20{NB}000."


@pytest.mark.parametrize("text", ["90–110", "90 ± 20", "от 90 до 110", "110–90"])
def test_an_end_out_of_bounds_is_answered_with_the_bounds(text: str) -> None:
    with pytest.raises(ValueError, match=rf"^Здесь можно от 0 до 100{NB}%\.$"):
        read(SHARE, text)


def test_an_end_that_is_not_whole_is_refused_where_it_has_to_be() -> None:
    with pytest.raises(ValueError, match="целое число"):
        read(PEOPLE, "1–2,5")


@pytest.mark.parametrize(
    "text",
    ["5-", "–", "от 800", "800 до", "1–2–3", "2026-11-25", "8-800-555", "800–abc", "± 5",
     "10 ± abc", "10 кг – 20 кг", "от до", "1..", "–" * 50, "1–" * 500],
)  # fmt: skip
def test_what_is_no_range_is_answered_as_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r"Не получается прочесть число|Единица этого поля"):
        read(CHECK, text)


@pytest.mark.parametrize(
    ("text", "value"), [("15 000", "15000"), ("0", "0"), ("1,5 тыс.", "1500"), ("1e-5", "0.00001")]
)
def test_a_number_stays_a_number(text: str, value: str) -> None:
    assert read(CHECK, text) == ranged.Ranged(D(value), "", None)


def test_what_is_wrong_with_a_number_is_said_as_of_a_number() -> None:
    with pytest.raises(ValueError, match="можно") as of_number:
        exact(typed.number)(CHECK, "-5")
    with pytest.raises(ValueError, match="можно") as of_range:
        read(CHECK, "-5")
    assert str(of_range.value) == str(of_number.value)


def test_a_program_s_number_is_no_range() -> None:
    with pytest.raises(ValueError, match="Не получается"):
        read(CHECK, typed.Exact("800-1200"))


@pytest.mark.parametrize("text", ["800–1 200", "15 000–20 000", "1,5–2,25", "10–15 тыс."])
def test_a_range_is_read_again_as_it_is_written(text: str) -> None:
    found = read(CHECK, text)
    assert found.ends
    again = read(CHECK, ranged.written(CHECK, found.ends))
    assert (again.ends, again.note) == (found.ends, "")


def test_of_whole_numbers_halves_are_rounded_up() -> None:
    # A quarter of 10 is 2,5, and the middle of 2 and 3 is 2,5, too.
    assert read(PEOPLE, "10 ± 25 %").ends == Range(D(7), D(13))
    assert read(PEOPLE, "2–3").value == 3
