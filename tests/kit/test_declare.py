"""What a record declares of its fields, and how their values are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

import pytest

from calculators.kit.declaration.declare import Output, Shown, Step, Worked, declarations, shown
from calculators.kit.declaration.fields import Number, assumed
from calculators.kit.declaration.units import PURCHASES, RUBLES
from calculators.kit.words.formats import quantity
from calculators.kit.words.working import operand


def test_each_field_of_a_record_has_its_declaration_in_order() -> None:
    money, words = Output("Доход", RUBLES), Output("Заметка")

    @dataclass(frozen=True)
    class Record:
        income: Annotated[Decimal, money, "not a declaration"]
        note: Annotated[str, words]

    assert list(declarations(Record).items()) == [("income", money), ("note", words)]
    assert declarations(Record) is declarations(Record)


def test_what_never_happens_is_said_in_the_words_declared_for_it() -> None:
    never = shown(None, Output("Окупаемость", RUBLES, absent="не окупится"))

    assert (str(never), never.rounded) == ("не окупится", False)


@pytest.mark.parametrize(("value", "words"), [(True, "да"), ("no", "нет")])
def test_a_key_is_shown_as_its_words_and_is_exact(value: str | bool, words: str) -> None:
    text = shown(value, Output("Хватит", words={True: "да", "no": "нет"}))

    assert (str(text), text.rounded) == (words, False)


def test_a_text_is_shown_as_it_is_and_is_exact() -> None:
    text = shown("Иванов", Output("Имя"))

    assert (str(text), text.rounded) == ("Иванов", False)


def test_a_sequence_of_records_is_shown_record_by_record() -> None:
    @dataclass(frozen=True)
    class Row:
        income: Annotated[Decimal, Output("Доход", RUBLES)]

    rows: Sequence[Shown[Row]] = shown((Row(Decimal(5)), Row(Decimal(7))), Output("Месяцы"))

    assert [str(row.income) for row in rows] == ["5\N{NO-BREAK SPACE}₽", "7\N{NO-BREAK SPACE}₽"]


def test_what_was_typed_is_shown_to_its_last_digit() -> None:
    field = Number("Покупок", PURCHASES, assumed(2, "пример"), "В год.", Decimal(0), Decimal(9))
    text = shown(Decimal("0.25"), field)

    assert (str(text), text.rounded) == ("0,25\N{NO-BREAK SPACE}покупки", False)
    assert (text.amount, text.unit) == (Decimal("0.25"), PURCHASES)


def test_the_numbers_of_a_derivation_are_those_shown_and_know_what_was_rounded() -> None:
    @dataclass(frozen=True)
    class Row:
        income: Annotated[Decimal, Output("Доход", RUBLES)]
        parts: Annotated[tuple[Decimal, ...], Output("Части", RUBLES)]

    @dataclass(frozen=True)
    class Record:
        rows: Annotated[tuple[Row, ...], Output("Месяцы")]

    record = Record((Row(Decimal("100.5"), (Decimal(5), Decimal(7))),))
    (row,) = Worked(Shown(record, declarations(Record))).rows
    assert row.raw is record.rows[0]
    assert (str(row.income), row.income.rounded) == ("101\N{NO-BREAK SPACE}₽", True)
    assert [str(part) for part in row.parts] == [f"{n}\N{NO-BREAK SPACE}₽" for n in (5, 7)]


@pytest.mark.parametrize(
    ("found", "outcome", "line"),
    [
        # A quarter of 6 ₽ is 1,5 ₽; of 401 ₽ 100,25 ₽; four of these are 401 ₽.
        (operand(Decimal(6)) / 4, "1.5", "6 ÷ 4 = 1,5 ₽"),
        (operand(Decimal(401)) / 4, "100.25", "401 ÷ 4 ≈ 100 ₽"),
        (operand(quantity(Decimal("100.25"), RUBLES)) * 4, "401", "100 ₽ × 4 ≈ 401 ₽"),
    ],
)
def test_a_step_is_about_equal_where_an_operand_or_the_outcome_is_rounded(
    found: Any, outcome: str, line: str
) -> None:
    text = shown(Decimal(outcome), Output("Итог", RUBLES))
    assert Step("Итог", found, text).formula.replace("\N{NO-BREAK SPACE}", " ") == line


def test_what_a_record_shows_is_worked_out_once() -> None:
    @dataclass(frozen=True)
    class Row:
        income: Annotated[Decimal, Output("Доход", RUBLES)]

    row = Shown(Row(Decimal(5)), declarations(Row))

    assert row.income is row.income
