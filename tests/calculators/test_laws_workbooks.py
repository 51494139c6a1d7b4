"""Formulas that were found hold for whatever the fields admit, not only where they were found."""

from decimal import Decimal as D
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.kit import read, registry
from calculators.kit.arithmetic import EXACT, exact
from calculators.kit.declaration.declare import Shown, declarations
from calculators.kit.declaration.fields import Choice, Number, Rows
from calculators.kit.declaration.units import PERCENT
from calculators.kit.takeaway import formulas, front, nodes, symbols
from calculators.kit.takeaway.followed import Followed
from calculators.kit.takeaway.nodes import FOLDED, Node
from calculators.kit.words.formats import Text, joined
from tests.calculators.sheets import OFFERED, shown
from tests.calculators.typed import raw_inputs

NAMES = [name for name in OFFERED if not formulas.of(name)]


class Computed:
    """The formulas of a calculator, computed exactly for other inputs than they were found at."""

    def __init__(self, name: str, raw: dict[str, Any]) -> None:
        self.calculator = registry.get(name)
        self.inputs = read.inputs(self.calculator, raw)
        i = Shown(self.inputs, self.calculator.fields)
        self.places = front.places(self.calculator, i)
        symbols.forget()
        found = Followed(self.calculator, self.inputs, self.places)
        listed = [name for name, output in self.calculator.results.items() if output.listed]
        self.formulas: dict[Any, Node] = {}
        waiting: list[Any] = [("output", name) for name in listed]
        while waiting:
            key = waiting.pop()
            if key not in self.formulas:
                self.formulas[key] = found.formula(key)
                inner = nodes.within(self.formulas[key])
                waiting += [one.parts[0] for one in inner if one.kind == "ref"]

    def at(self, inputs: Any) -> dict[str, Any]:
        """Each listed output, as its cell has it."""
        cells = {place: self._typed(inputs, path.split(".")) for path, place in self.places.items()}
        listed = [name for name, output in self.calculator.results.items() if output.listed]
        return {name: self._value(self.formulas["output", name], cells) for name in listed}

    def _typed(self, inputs: Any, path: list[str]) -> Any:
        field, *row = path
        value, declared = getattr(inputs, field), self.calculator.fields[field]
        if isinstance(declared, Rows):
            value = getattr(value[int(row[0])], row[1])
            declared = declarations(declared.row)[row[1]]
        if isinstance(declared, Choice):
            return declared.options[value]
        return value / 100 if isinstance(declared, Number) and declared.unit is PERCENT else value

    def _value(self, found: Node, cells: dict[str, Any]) -> Any:
        kind, parts = found.kind, found.parts
        if kind in {"number", "text"}:
            return parts[0]
        if kind == "cell":
            return cells[parts[0]]
        if kind == "ref":
            return self._value(self.formulas[parts[0]], cells)
        if kind == "if":
            return self._value(parts[1 if self._value(parts[0], cells) else 2], cells)
        values = [self._value(part, cells) for part in parts if isinstance(part, Node)]
        match kind:
            case "less":
                return values[0] < values[1]
            case "same":
                return values[0] == values[1]
            case "join":
                return "".join(values)
            case "listed":
                return "".join(values)[2:] or parts[-1]
            case "floor" | "ceiling":
                return values[0].to_integral_value(f"ROUND_{kind.upper()}")
            case _:
                return FOLDED[kind](*values)


@cache
def found_at_defaults(name: str) -> Computed:
    return Computed(name, {})


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=12)
@given(data=st.data())
@exact
def test_a_formula_found_at_some_numbers_holds_at_all_others(name: str, data: Any) -> None:
    raw = data.draw(raw_inputs(name))
    try:
        inputs = read.inputs(registry.get(name), raw)
    except read.BadInputError:
        return
    rows = any(isinstance(field, Rows) for field in registry.get(name).fields.values())
    found = found_with_rows(name, _counts(name, inputs)) if rows else found_at_defaults(name)
    _, o = shown(name, raw)
    for output, value in found.at(inputs).items():
        expected = getattr(o, output)
        if isinstance(expected, Text) and expected.amount is not None:
            amount = expected.amount / (100 if expected.unit is PERCENT else 1)
            assert isinstance(value, D), (output, value, expected)
            assert EXACT.subtract(value, amount).copy_abs() <= max(amount.copy_abs(), D(1)) / 10**30
        else:
            assert value == joined(expected), output


def _counts(name: str, inputs: Any) -> tuple[tuple[str, int], ...]:
    fields = registry.get(name).fields
    rows = (key for key, field in fields.items() if isinstance(field, Rows))
    return tuple((key, len(getattr(inputs, key))) for key in rows)


@cache
def found_with_rows(name: str, counts: tuple[tuple[str, int], ...]) -> Computed:
    """With so many rows of each list, the first default in each."""
    fields = registry.get(name).fields
    raw: dict[str, Any] = {}
    for key, count in counts:
        field = fields[key]
        assert isinstance(field, Rows)
        raw[key] = [dict(field.default.value[0])] * count
    return Computed(name, raw)
