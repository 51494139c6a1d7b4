"""What holds for every calculator there is: what its fields admit is answered, nothing else is."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.__main__ import as_json, as_text
from calculators.kit import formats, registry, view
from calculators.kit.declare import declarations, nothing
from calculators.kit.fields import Choice, Field, Number, Rows, Text
from tests.calculators import typed

NAMES = registry.names()
NO_NUMBER = ["abc", "NaN", "Infinity", "бесконечность", "1e5", "1/2", "--1", "1 %%", "", " "]


def bad_texts(field: Number | Choice | Text) -> Iterator[str]:
    """What the field does not admit, on both sides of every bound that it has."""
    match field:
        case Number():
            yield from NO_NUMBER
            yield formats.number(field.minimum - 1)
            yield formats.number(field.maximum + 1)
            yield "9" * 41
            if field.positive:
                yield formats.number(field.minimum)
            if field.whole:
                yield formats.number(field.minimum + Decimal("0.5"))
        case Choice():
            yield from ("", "никакой из них")
        case Text():
            yield "ы" * (field.longest + 1)
            if field.required:
                yield "  "


def bad_inputs() -> Iterator[Any]:
    """Each calculator with one field, or one cell of its first row, that is wrong."""
    for name in NAMES:
        for key, field in registry.get(name).fields.items():
            if isinstance(field, Rows):
                for column, cell in declarations(field.row).items():
                    for text in bad_texts(cell):
                        row = first_row(field) | {column: text}
                        raw = {key: [row] * max(1, field.minimum)}
                        yield name, raw, f"{key}.0.{column}"
                for count in {field.minimum - 1, field.maximum + 1} - {-1}:
                    raw = {key: [first_row(field)] * count}
                    yield name, raw, key
                continue
            for text in bad_texts(field):
                yield name, {key: text}, key


def first_row(field: Rows) -> dict[str, str]:
    """A row that is right: numbers at their least, the first option, a word."""
    return {name: right_text(cell) for name, cell in declarations(field.row).items()}


def right_text(field: Field) -> str:
    match field:
        case Number():
            return formats.number(field.maximum if field.positive else field.minimum)
        case Choice():
            return next(iter(field.options))
        case _:
            return "слово"


@pytest.mark.parametrize(("name", "raw", "path"), [*bad_inputs()])
def test_what_a_field_does_not_admit_is_answered_at_that_field_and_with_nothing_else(
    name: str, raw: dict[str, Any], path: str
) -> None:
    answer = view.result(name, raw)
    assert set(answer) == {"calculator", "errors"}
    assert path in answer["errors"]
    assert all(re.search(r"[а-яё]", message) for message in answer["errors"].values())


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(max_examples=25)
def test_what_the_fields_admit_is_answered_on_the_page_and_on_the_command_line(
    name: str, data: st.DataObject
) -> None:
    raw = data.draw(typed.raw_inputs(name))
    answer = view.result(name, raw)
    if "errors" in answer:
        # Only what is wrong between fields that are each right by themselves.
        assert registry.get(name).check is not nothing
        assert all(path.split(".")[0] in raw for path in answer["errors"])
        return
    typed.answered(name, raw)
    assert answer["headline"]["text"] in as_text(name, raw)
    numbers = view.numbers(name, raw)
    assert f'"{name}"' in as_json(name, raw)
    for key, output in registry.get(name).results.items():
        value = numbers["outputs"][key]
        if isinstance(value, Decimal) and output.unit:
            assert view.value(name, key, raw) == formats.quantity(value, output.unit)
