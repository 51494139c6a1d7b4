"""What a reader may type into a calculator, made from its own declared fields."""

import json
from dataclasses import fields
from decimal import Decimal
from functools import cache, partial
from typing import Any

from hypothesis import strategies as st

from calculators.kit import read, registry, typed, view
from calculators.kit.declaration.declare import declarations
from calculators.kit.declaration.fields import Choice, Field, Number, Rows, Text

SMALL = Decimal(100)
ANSWERED = {"owner_check": {"management": "partly"}, "hiring_check": {"passive": "partly"}}
"""What to answer where nothing is found, and nothing worked out, until somebody does."""


@cache  # what draws is slower to make than to draw from
def raw_inputs(name: str, **known: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Raw strings that every field admits, the bounds among them; `known` replace some."""
    declared = registry.get(name).fields
    return st.fixed_dictionaries({key: _typed(field) for key, field in declared.items()} | known)


def _typed(field: Field) -> st.SearchStrategy[Any]:
    match field:
        case Number():
            return _numbers(field).map(partial(typed.written, field))
        case Choice():
            return st.sampled_from([*field.options, *field.options.values()])
        case Text():
            least = int(field.required)
            return st.text(st.characters(codec="utf-8"), max_size=min(field.longest, 30)).filter(
                lambda words: len(read.UNSEEN.sub("", words).strip()) >= least
            )
        case Rows():
            columns = {key: _typed(column) for key, column in declarations(field.row).items()}
            assert columns.keys() == {column.name for column in fields(field.row)}
            return st.lists(
                st.fixed_dictionaries(columns), min_size=field.minimum, max_size=field.maximum
            )


def _numbers(field: Number) -> st.SearchStrategy[Decimal]:
    edges = st.sampled_from([field.minimum, field.maximum])
    # Small numbers by themselves: among all that a field admits they would hardly be drawn.
    drawn = edges | _between(field, field.maximum) | _between(field, min(field.maximum, SMALL))
    return drawn.filter(lambda number: number > field.minimum or not field.positive)


def _between(field: Number, most: Decimal) -> st.SearchStrategy[Decimal]:
    if field.whole:
        return st.integers(int(field.minimum), int(most)).map(Decimal)
    return st.decimals(field.minimum, most, places=4)


def untouched(name: str) -> dict[str, Any]:
    """The raw strings of a form that nobody has touched: every field, its numbers in groups."""
    form: dict[str, Any] = {}
    for path, text in view.result(name, {})["fields"].items():
        key, *cell = path.split(".")
        if cell:
            rows = form.setdefault(key, [])
            rows += [{}] * (int(cell[0]) == len(rows))
            rows[-1] = rows[-1] | {cell[1]: text}
        else:
            form[key] = text
    return form


def answered(name: str, raw: dict[str, Any]) -> dict[str, Any]:
    """The view's result for admitted input: no message at a field, no number that is none."""
    result = view.result(name, raw)
    assert "errors" not in result
    json.dumps(result, allow_nan=False)
    return result
