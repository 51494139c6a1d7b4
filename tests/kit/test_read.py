"""What a reader types, into numbers or one kind message."""

from decimal import Decimal as D

import pytest

from calculators.kit import formats, read, registry
from calculators.kit.arithmetic import exact
from calculators.kit.fields import Number, assumed, money, percent
from calculators.kit.units import CLIENTS, PURCHASES

CHECK = money("Чек", assumed(1, "пример"), "Справка.")
SHARE = percent("Доля", assumed(1, "пример"), "Справка.")
PEOPLE = Number("Люди", CLIENTS, assumed(1, "пример"), "Справка.", D(0), D(10**9), whole=True)
ORDERS = Number("Разы", PURCHASES, assumed(1, "пример"), "Справка.", D(0), D(1000), positive=True)

SPACES = [" ", "\u00a0", "\u202f", "\u2009", "\u2007", "\t"]


@pytest.mark.parametrize("space", SPACES, ids=[f"U+{ord(s):04X}" for s in SPACES])
@pytest.mark.parametrize("pattern", ["1_250_000,5", "1_250_000.5", "_1_250_000,5_₽_", "1250000,5₽"])
def test_spaces_of_every_kind_group_digits(space: str, pattern: str) -> None:
    assert read.number(CHECK, pattern.replace("_", space)) == D("1250000.5")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("007", "7"),
        ("+5", "5"),
        ("15.", "15"),
        (",5", "0.5"),
        ("15 тыс.", "15000"),
        ("15 ТЫС", "15000"),
        ("1,5 млн ₽", "1500000"),
        ("2 млрд", "2000000000"),
        ("200 руб.", "200"),
        ("200 рублей", "200"),
        ("200 р.", "200"),
        ("-0", "0"),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: str) -> None:
    number = read.number(CHECK, text)
    assert number == D(value)
    assert not number.is_signed()


def test_a_percent_sign_is_welcome() -> None:
    assert read.number(SHARE, "12,5 %") == D("12.5")


@pytest.mark.parametrize("text", ["", " ", "\u00a0"])
def test_an_empty_field_is_asked_for_and_is_not_zero(text: str) -> None:
    with pytest.raises(ValueError, match=r"^Впишите число: от 0 до 100\u00a0%\.$"):
        read.number(SHARE, text)


@pytest.mark.parametrize(
    "text",
    ["abc", "1e400", "1e5", "10¹⁵", "١٢", "NaN", "Infinity", "1,2,3", "1.2.3", "--5", "5-", "0x10",
     "½", "1" * 41, ".", "₽", "12 кг", "1_000", "=1+1"],
)  # fmt: skip
def test_what_is_not_a_number_is_answered_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="Не получается прочесть число") as caught:
        read.number(CHECK, text)
    assert read.number(CHECK, read.EXAMPLE)
    assert read.EXAMPLE in str(caught.value)


@pytest.mark.parametrize("text", ["," + "3" * 39, "00," + "3" * 39, "0" * 50 + "7"])
def test_a_number_that_is_read_is_read_again_as_it_is_written(text: str) -> None:
    value = exact(read.number)(SHARE, text)
    assert exact(read.number)(SHARE, formats.plain(value)) == value


@pytest.mark.parametrize("text", ["-5", "−5", "–5", "-0,01", "101", "100,01"])
def test_a_number_out_of_bounds_is_answered_with_the_bounds(text: str) -> None:
    with pytest.raises(ValueError, match=r"^Здесь можно от 0 до 100\u00a0%\.$"):
        read.number(SHARE, text)


@pytest.mark.parametrize("text", ["0", "100"])
def test_bounds_themselves_are_admitted(text: str) -> None:
    assert read.number(SHARE, text) == D(text)


def test_a_positive_field_refuses_zero_and_admits_the_least_above() -> None:
    with pytest.raises(ValueError, match="больше 0 и не больше 1\u00a0000"):
        read.number(ORDERS, "0")
    assert read.number(ORDERS, "0,01") == D("0.01")
    assert read.number(ORDERS, "1000") == 1000


def test_a_whole_field_refuses_a_fraction_and_admits_a_whole_one_written_with_zeros() -> None:
    with pytest.raises(ValueError, match="целое число"):
        read.number(PEOPLE, "10,5")
    assert read.number(PEOPLE, "10,0") == 10
    assert read.number(PEOPLE, "1,5 тыс") == 1500


def test_every_bad_field_gets_its_own_message_and_good_ones_none() -> None:
    calculator = registry.get("lost_revenue")
    with pytest.raises(read.BadInputError) as caught:
        read.inputs(calculator, {"clients": "?", "margin": "200", "average_check": "10"})
    assert caught.value.errors.keys() == {"clients", "margin"}


def test_an_unknown_field_is_refused_with_the_known_ones() -> None:
    with pytest.raises(read.BadInputError) as caught:
        read.inputs(registry.get("lost_revenue"), {"client": "5"})
    assert "average_check" in caught.value.errors["client"]
