"""What a record declares of its fields, and how their values are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

import pytest

from calculators.kit.declare import Output, Shown, declarations, shown
from calculators.kit.units import RUBLES


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
