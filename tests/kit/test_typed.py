"""What a reader types, into numbers, one kind message, or a note."""

from collections.abc import Iterator
from decimal import Decimal as D

import pytest

from calculators.kit import ranged, registry, typed
from calculators.kit.arithmetic import exact
from calculators.kit.declaration.declare import declarations
from calculators.kit.declaration.fields import Field, Number, Rows, assumed, money, percent
from calculators.kit.declaration.units import (
    CLIENTS,
    HOURS,
    PERCENT,
    POINTS,
    PURCHASES,
    RUBLES,
    WEEKS,
    YEARS,
    Unit,
)
from calculators.kit.words import formats

CHECK = money("Чек", assumed(1, "пример"), "Справка.")
SHARE = percent("Доля", assumed(1, "пример"), "Справка.")
PEOPLE = Number("Люди", CLIENTS, assumed(1, "пример"), "Справка.", D(0), D(10**9), whole=True)
ORDERS = Number("Разы", PURCHASES, assumed(1, "пример"), "Справка.", D(0), D(1000), positive=True)

SPACES = [" ", "\u00a0", "\u202f", "\u2009", "\u2007", "\t"]


@pytest.mark.parametrize("space", SPACES, ids=[f"U+{ord(s):04X}" for s in SPACES])
@pytest.mark.parametrize("pattern", ["1_250_000,5", "1_250_000.5", "_1_250_000,5_₽_", "1250000,5₽"])
def test_spaces_of_every_kind_group_digits(space: str, pattern: str) -> None:
    assert typed.number(CHECK, pattern.replace("_", space)).value == D("1250000.5")


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
    number = typed.number(CHECK, text).value
    assert number == D(value)
    assert not number.is_signed()


def test_a_percent_sign_is_welcome() -> None:
    assert typed.number(SHARE, "12,5 %").value == D("12.5")


@pytest.mark.parametrize("text", ["", " ", "\u00a0"])
def test_an_empty_field_is_asked_for_and_is_not_zero(text: str) -> None:
    with pytest.raises(ValueError, match=r"^Впишите число: от 0 до 100\u00a0%\.$"):
        typed.number(SHARE, text)


@pytest.mark.parametrize(
    "text",
    ["abc", "1e400", "10¹⁵", "١٢", "NaN", "Infinity", "1,2,3", "1.2.3", "--5", "5-", "0x10",
     "1,5½", "⅓", "1" * 41, ".", "₽", "12 кг", "1_000", "=1+1"],
)  # fmt: skip
def test_what_is_not_a_number_is_answered_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="Не получается прочесть число") as caught:
        typed.number(CHECK, text)
    assert typed.number(CHECK, typed.example(CHECK)).value == D("1250000.5")
    assert str(caught.value).endswith("Можно так: 1\u00a0250\u00a0000,5.")


def every_number() -> Iterator[tuple[str, Number]]:
    """Every field for a number that there is, of rows too, by its path."""
    for name in registry.names():
        fields: list[tuple[str, Field]] = [*registry.get(name).fields.items()]
        for key, field in fields:
            if isinstance(field, Rows):
                fields.extend((f"{key}.{cell}", f) for cell, f in declarations(field.row).items())
            elif isinstance(field, Number):
                yield f"{name}.{key}", field


@pytest.mark.parametrize("field", [pytest.param(f, id=name) for name, f in every_number()])
def test_the_example_of_a_refusal_is_admitted_by_the_field_itself(field: Number) -> None:
    with pytest.raises(ValueError, match="не поняли «двадцать»") as caught:
        typed.number(field, "двадцать")
    assert str(caught.value).endswith(f"Можно так: {typed.example(field)}.")
    assert typed.number(field, typed.example(field)).note == ""


@pytest.mark.parametrize(
    ("least", "most", "whole", "said"),
    [
        (0, 10**9, True, "1 250 000"),
        (0, 100, False, "12,5"),
        (0, 60, True, "12"),
        # Nothing of the kind is admitted: the default always is.
        (0, 5, False, "3"),
    ],
)
def test_an_example_is_as_large_as_the_field_admits(
    least: int, most: int, *, whole: bool, said: str
) -> None:
    field = Number("Поле", PURCHASES, assumed(3, "пример"), "", D(least), D(most), whole=whole)
    assert typed.example(field).replace("\u00a0", " ") == said


@pytest.mark.parametrize("text", ["," + "3" * 39, "00," + "3" * 39, "0" * 50 + "7"])
def test_a_number_that_is_read_is_read_again_as_it_is_written(text: str) -> None:
    value = exact(typed.number)(SHARE, text).value
    assert exact(typed.number)(SHARE, formats.plain(value)).value == value


@pytest.mark.parametrize("text", ["-5", "−5", "–5", "-0,01", "101", "100,01"])
def test_a_number_out_of_bounds_is_answered_with_the_bounds(text: str) -> None:
    with pytest.raises(ValueError, match=r"^Здесь можно от 0 до 100\u00a0%\.$"):
        typed.number(SHARE, text)


@pytest.mark.parametrize("text", ["0", "100"])
def test_bounds_themselves_are_admitted(text: str) -> None:
    assert typed.number(SHARE, text).value == D(text)


def test_a_positive_field_refuses_zero_and_admits_the_least_above() -> None:
    with pytest.raises(ValueError, match="больше 0 и не больше 1\u00a0000"):
        typed.number(ORDERS, "0")
    assert typed.number(ORDERS, "0,01").value == D("0.01")
    assert typed.number(ORDERS, "1000").value == 1000


def test_a_whole_field_refuses_a_fraction_and_admits_a_whole_one_written_with_zeros() -> None:
    with pytest.raises(ValueError, match="целое число"):
        typed.number(PEOPLE, "10,5")
    assert typed.number(PEOPLE, "10,0").value == 10
    assert typed.number(PEOPLE, "1,5 тыс").value == 1500


# A separator before exactly three digits: a fraction of a kopeck or of a client is rare.
@pytest.mark.parametrize("field", [CHECK, PEOPLE], ids=["rubles", "whole"])
@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("15.000", "15000", "Прочли как 15 000."),
        ("15,000", "15000", "Прочли как 15 000."),
        ("1,250", "1250", "Прочли как 1 250."),
        ("+999.000", "999000", "Прочли как 999 000."),
        ("1.250.000", "1250000", ""),
        ("1,250,000", "1250000", ""),
        ("1'000", "1000", ""),
        ("1’250’000", "1250000", ""),
        ("1.250.000,00", "1250000", ""),
        ("1,250,000.00", "1250000", ""),
        # 1,250 of a million is 1 250 000 and not 1 250 millions.
        ("1,250 млн", "1250000", "Прочли как 1 250 000."),
        # Four digits in front, or a space between them: the groups are spaces already.
        ("1250,000", "1250", ""),
        ("1 250,000", "1250", ""),
    ],
)
def test_in_rubles_and_whole_numbers_a_separator_before_three_digits_groups_them(
    field: Number, text: str, value: str, note: str
) -> None:
    found = typed.number(field, text)
    assert (found.value, found.note.replace("\u00a0", " ")) == (D(value), note)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0,125", "0.125"), (",125", "0.125"), ("15,12", "15.12"), ("15,1250", "15.125"),
     ("1250,125", "1250.125"), ("12 345,678", "12345.678")],
)  # fmt: skip
def test_kopecks_stay_kopecks(text: str, value: str) -> None:
    assert typed.number(CHECK, text) == typed.Typed(D(value), "")


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("1,250", "1.25", "Прочли как 1,25."),
        ("15.000", "15", "Прочли как 15."),
        ("1,125", "1.125", ""),
        ("12.125", "12.125", ""),
    ],
)
def test_elsewhere_it_is_decimal_and_said_where_noughts_go(
    text: str, value: str, note: str
) -> None:
    assert typed.number(ORDERS, text) == typed.Typed(D(value), note)


@pytest.mark.parametrize("text", ["1'00", "1'0000", "1.25.000", "1.250,000,5", "0.250.000", "'500"])
def test_groups_that_are_not_of_three_are_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=f"не поняли «{text}»"):
        typed.number(CHECK, text)


@pytest.mark.parametrize(
    ("digits", "value"),
    [("15.125", "15.125"), ("15.000", "15"), ("1e3", "1000"), ("1.5E+3", "1500")],
)
def test_a_program_s_point_is_decimal_in_every_field(digits: str, value: str) -> None:
    assert typed.number(CHECK, typed.Exact(digits)).value == D(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10 тысяч", "10000"),
        ("1 тысяча", "1000"),
        ("2 тысячи рублей", "2000"),
        ("10 тыс", "10000"),
        ("10 тыс.руб.", "10000"),
        ("10к", "10000"),
        ("10 К", "10000"),
        ("10k ₽", "10000"),
        ("1 миллион", "1000000"),
        ("2,5 миллиона", "2500000"),
        ("5 миллионов рублей", "5000000"),
        ("1 миллиард", "1000000000"),
        ("120 т. р.", "120000"),
        ("120 т.р.", "120000"),
        ("120тр", "120000"),
        ("≈ 1000", "1000"),
        ("~1000", "1000"),
        ("½", "0.5"),
        ("1½", "1.5"),
        ("2 ¾ млн", "2750000"),
        ("⅛", "0.125"),
        ("1e3", "1000"),
        ("1,5E3", "1500"),
        ("5e-1", "0.5"),
        ("100 рублям", "100"),
        ("100 руб", "100"),
    ],
)
def test_words_and_signs_that_people_add_are_understood(text: str, value: str) -> None:
    assert typed.number(CHECK, text) == typed.Typed(D(value), "")


@pytest.mark.parametrize(
    ("text", "value"),
    [("1 2", "12"), ("10 15", "1015"), ("1 00", "100"), ("1 0000", "10000"), ("1, 5", "1.5"),
     ("1 250 00", "125000"), ("2 5 тыс", "25000"), ("1000 000", "1000000")],
)  # fmt: skip
def test_spaces_that_group_no_thousands_are_read_aloud(text: str, value: str) -> None:
    found = typed.number(CHECK, text)
    assert found == typed.Typed(D(value), f"Прочли как {formats.number(D(value))}.")
    assert typed.number(CHECK, typed.written(CHECK, found.value)) == typed.Typed(D(value), "")


@pytest.mark.parametrize(
    "text", ["1 000", "1 250 000,5", "999 000.00", "1 250,", "- 5", "2 ½", "5 ₽"]
)
def test_spaces_in_their_places_are_not_spoken_of(text: str) -> None:
    free = Number("Всё", RUBLES, assumed(1, "пример"), "", D(-(10**9)), D(10**9))
    assert typed.number(free, text).note == ""


@pytest.mark.parametrize(
    "seen_by_nobody", ["\u00ad", "\u200b", "\u200e", "\u200f", "\u2060", "\ufeff"], ids=ascii
)
def test_what_a_page_or_a_sheet_puts_between_digits_unseen_is_no_obstacle(
    seen_by_nobody: str,
) -> None:
    text = seen_by_nobody.join(["", "1 2", "50,5", " ₽", ""])
    assert typed.number(CHECK, text) == typed.Typed(D("1250.5"), "")
    with pytest.raises(ValueError, match="Впишите число"):
        typed.number(CHECK, seen_by_nobody)


ANY = D(-100), D(10**6)
POINT = Number("Прибавка", POINTS, assumed(1, "пример"), "Справка.", *ANY)
AGE = Number("Опыт", YEARS, assumed(1, "пример"), "Справка.", *ANY)
TERM = Number("Срок", WEEKS, assumed(1, "пример"), "Справка.", *ANY)


@pytest.mark.parametrize("minus", "-−–—")
def test_a_minus_of_any_length_is_a_minus(minus: str) -> None:
    assert typed.number(POINT, f"{minus}5").value == typed.number(POINT, f"{minus} 5").value == -5


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (PEOPLE, "7 клиентов"), (PEOPLE, "7 клиентам"), (PEOPLE, "7 клиентами"),
        (PEOPLE, "7 человек"), (PEOPLE, "7 чел."), (PEOPLE, "7 людей"),
        (ORDERS, "7 покупок"), (ORDERS, "7 покупками"), (ORDERS, "7 ПОКУПКАХ"),
        (AGE, "7 лет"), (AGE, "7 годам"), (AGE, "7 г."),
        (TERM, "7 недель"), (TERM, "7 неделями"), (TERM, "7 нед."), (TERM, "7недель"),
        (SHARE, "7 %"), (SHARE, "7 процентов"), (SHARE, "7 п. п."),
        (POINT, "7 п.п."), (POINT, "7 процентных пунктов"), (POINT, "7%"),
    ],
)  # fmt: skip
def test_the_field_s_own_unit_is_understood_in_any_form(field: Number, text: str) -> None:
    assert typed.number(field, text) == typed.Typed(D(7), "")


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        (CHECK, "5 %", "Единица этого поля — ₽, а не %."),
        (CHECK, "3 месяца", "Единица этого поля — ₽, а не месяц."),
        (SHARE, "20 ₽", "Единица этого поля — %, а не ₽."),
        (SHARE, "20 тыс. руб.", "Единица этого поля — %, а не ₽."),
        (TERM, "3 мес.", "Единица этого поля — неделя, а не мес."),
        (TERM, "3 п. п.", "Единица этого поля — неделя, а не п.\u00a0п."),
        (TERM, "3 %", "Единица этого поля — неделя, а не %."),
        (TERM, "3 ч", "Единица этого поля — неделя, а не час."),
        (TERM, "3 чел.", "Единица этого поля — неделя, а не человек."),
    ],
)
def test_another_unit_is_named_beside_the_field_s_own(field: Number, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"^Единица") as caught:
        typed.number(field, text)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Впишите число: от −100 до 100 п. п."),
        ("-101", "Здесь можно от −100 до 100 п. п."),
        ("0,5", "Здесь нужно целое число: от −100 до 100 п. п."),
    ],
)
def test_a_message_that_ends_in_an_abbreviation_has_one_full_stop(text: str, said: str) -> None:
    assumption = assumed(1, "пример")
    field = Number("Прибавка", POINTS, assumption, "Справка.", D(-100), D(100), whole=True)
    with pytest.raises(ValueError, match=r"[^.]\.$") as caught:
        typed.number(field, text)
    assert str(caught.value).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("text", "named"),
    [("5 штук", "штук"), ("5 больших штук", "больших штук"), ("800–1200", "–1200"),
     ("Много", "Много"), ("1,2,3 ₽", "1,2,3"), ("5-", "-"), ("5 тыс. Штук", "Штук"),
     ("я" * 41, "я" * 40 + "…")],
)  # fmt: skip
def test_a_refusal_names_what_was_not_understood(text: str, named: str) -> None:
    with pytest.raises(ValueError, match="Не получается прочесть число") as caught:
        typed.number(CHECK, text)
    assert f"не поняли «{named}». Можно так: {typed.example(CHECK)}." in str(caught.value)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("0,2", "0,2 % — это 0,002 целого. Имели в виду 20 %?"),
        ("0.005", "0,005 % — это 0,00005 целого. Имели в виду 0,5 %?"),
        ("0,99", "0,99 % — это 0,0099 целого. Имели в виду 99 %?"),
        ("1", ""),
        ("0", ""),
        # Who writes the sign means it.
        ("0,2 %", ""),
    ],
)
def test_a_percent_below_one_is_asked_about_and_taken_as_it_is(text: str, note: str) -> None:
    found = typed.number(SHARE, text)
    assert found.note.replace("\u00a0", " ") == note
    assert found.value == D(text.removesuffix(" %").replace(",", "."))


def test_where_less_than_one_is_usual_and_in_other_units_nothing_is_asked() -> None:
    usual = percent("Клики", assumed(1, "пример"), "Справка.", below_one=True)
    assert [typed.number(field, "0,2").note for field in (usual, POINT, ORDERS)] == [""] * 3
    signed = Number("Поправка", PERCENT, assumed(0, "пример"), "Справка.", *ANY)
    assert typed.number(signed, "-0,2").note == ""


@pytest.mark.parametrize("field", [CHECK, SHARE, PEOPLE, ORDERS], ids=lambda f: f.label)
@pytest.mark.parametrize(
    "number", ["1", "15.125", "-15.125", "0.125", "999.001", "1250.125", "1000"]
)
def test_what_is_written_into_a_field_is_read_as_the_same_number(
    field: Number, number: str
) -> None:
    value = D(number)
    free = Number("Всё", field.unit, field.default, "", -value.copy_abs(), D(10**6), field.whole)
    if not field.whole or value == value.to_integral_value():
        assert typed.number(free, typed.written(free, value)).value == value


@pytest.mark.parametrize(
    ("most", "text", "note"),
    [
        # 12 345 hours are admitted too, so it is said that they are not what was read.
        (20_000, "12.345", "Прочли как 12,345."),
        (20_000, "12,345 часа", "Прочли как 12,345."),
        (12_344, "12.345", ""),
        (20_000, "12,3450", ""),
        (20_000, "0,345", ""),
    ],
)
def test_where_thousands_are_admitted_a_fraction_of_three_digits_is_read_aloud(
    most: int, text: str, note: str
) -> None:
    field = Number("Часы", HOURS, assumed(1, "пример"), "", D(0), D(most))
    found = typed.number(field, text)
    assert found.note == note
    assert typed.number(field, typed.written(field, found.value)) == typed.Typed(found.value, "")
    assert typed.number(field, typed.Exact("12.345")).note == ""


def test_only_what_would_be_read_otherwise_gets_a_nought_more() -> None:
    assert typed.written(CHECK, D("15.125")) == "15,1250"
    assert typed.written(CHECK, D("15.12")) == "15,12"
    assert typed.written(SHARE, D("15.125")) == "15,125"


@pytest.mark.parametrize("words", ["", ".", "к", "ас", "частями"])
def test_a_unit_is_not_called_by_nothing_or_by_other_words(words: str) -> None:
    assert not Unit("час", "часа", "часов", 1).is_called(words)


def test_a_field_without_bounds_reads_what_this_one_does_in_any_size() -> None:
    free = typed.unbounded(PEOPLE)
    # As many digits more as can be typed.
    assert (free.minimum, free.maximum) == (D("-1e49"), D("1e49"))
    assert (free.whole, free.positive, free.unit) == (False, False, CLIENTS)
    assert typed.unbounded(ORDERS, PERCENT).unit is PERCENT
    assert typed.unbounded(ORDERS).positive is False


def test_a_text_of_more_than_a_thousand_characters_is_not_looked_at_for_a_number() -> None:
    # 999 spaces and a digit are a thousand.
    assert typed.number(PEOPLE, " " * 999 + "5").value == 5
    for text in (" " * 1000 + "5", "5–7" + " " * 998):
        with pytest.raises(ValueError, match="не поняли «5"):
            ranged.number(PEOPLE, text)
