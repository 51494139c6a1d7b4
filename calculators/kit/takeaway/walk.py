"""One computing of a calculator on symbols, with a name for whatever it shows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, is_dataclass
from decimal import Decimal
from typing import Any

from calculators.kit.declaration.declare import (
    Calculator,
    Output,
    Shown,
    Step,
    Table,
    Worked,
    declarations,
)
from calculators.kit.declaration.units import PERCENT, Unit
from calculators.kit.takeaway import nodes
from calculators.kit.takeaway.nodes import Node, node
from calculators.kit.takeaway.symbols import Symbol
from calculators.kit.takeaway.ways import Found, Key
from calculators.kit.words import formats
from calculators.kit.words.working import Working, operand

MARKS = re.compile("([\ue100-\uefff])")
"""Each stands for words that a reader has typed into a cell."""
FIRST_MARK = 0xE100
SEPARATOR = "; "
OUTPUT, BETWEEN = "output", "between"
RESULTS, TABLES, STEPS = "results", "tables", "steps"


@dataclass(frozen=True, slots=True)
class Counted(Working):
    """A working that is one shown number, and still knows it."""

    shown: Any = None


class Countable[T](Worked[T]):
    """A record whose attributes are workings that know their numbers."""

    def _number(self, shown: formats.Text) -> Counted:
        written = operand(shown)
        return Counted(written.text, written.rounded, written.kind, shown)


@dataclass(frozen=True, slots=True)
class Item:
    """Something shown: its value now, as a cell has it, and its unit."""

    value: Decimal | str
    unit: Unit | None


@dataclass(slots=True)
class Walk:
    """One computing of a calculator on symbols."""

    calculator: Calculator[Any, Any]
    inputs: Any
    words: Mapping[str, tuple[str, str]]
    found: dict[Key, Node] = field(default_factory=dict)
    items: dict[Key, Item] = field(default_factory=dict)
    labels: dict[Key, str] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)

    def go(self, through: str) -> Found:
        """Compute, show, and name what is shown: the results, and what goes `through` to."""
        calculator = self.calculator
        outputs = calculator.compute(self.inputs)
        i, o = Shown(self.inputs, calculator.fields), Shown(outputs, calculator.results)
        for name, output in calculator.results.items():
            if output.listed:
                self._output(name, output, o)
        self._between(outputs, calculator.results, (BETWEEN,), "")
        if through == TABLES:
            self._tables(calculator.tables(i, o))
        if through == STEPS:
            self._steps(calculator.explain(Countable(i), Countable(o)))
        return self.found

    def _tables(self, tables: Iterable[Table]) -> None:
        for number, table in enumerate(tables):
            self.tables.append(table)
            for row, line in enumerate(table.rows):
                for column, shown in enumerate(line):
                    self._keep((TABLES, number, row, column), shown)

    def _steps(self, steps: Iterable[Step]) -> None:
        for step in steps:
            outcome = step.outcome
            shown = outcome.shown if isinstance(outcome, Counted) else outcome
            if isinstance(shown, formats.Text):
                self._keep((STEPS, step.label), shown, step.label)

    def _output(self, name: str, output: Output, o: Shown[Any]) -> None:
        key, shown = (OUTPUT, name), getattr(o, name)
        value = output.said(o.raw) if output.said else getattr(o.raw, name)
        if isinstance(value, Symbol) and output.unit is None:
            shown = formats.Text("", rounded=False, amount=value)
        if isinstance(shown, list) and any(map(MARKS.search, shown)):
            self._members(key, shown)
        else:
            told = shown if isinstance(shown, formats.Text) else formats.joined(shown)
            self._keep(key, told, output.label, output.unit)

    def _members(self, key: Key, shown: list[str]) -> None:
        # Which of the names that a reader has typed are there, in the order of their cells.
        for mark in self.words:
            there = node("join", nodes.text(SEPARATOR), nodes.cell(self.words[mark][0]))
            if mark in shown:
                self.found[*key, mark] = there
        self.items[key] = Item(SEPARATOR.join(map(self._said, shown)), None)
        self.found[key] = nodes.text("")

    def _between(self, record: Any, declared: Mapping[str, Any], key: Key, label: str) -> None:
        for name, output in declared.items():
            value = getattr(record, name)
            if key == (BETWEEN,) and output.listed:
                continue
            values = value if isinstance(value, tuple) else (value,)
            for number, one in enumerate(values, 1):
                numbered = self._numbered(output.label, number, value)
                called = f"{label}: {numbered[:1].lower()}{numbered[1:]}" if label else numbered
                inner = (*key, name, number)
                if isinstance(one, Symbol):
                    amount = formats.Text("", rounded=False, amount=one, unit=output.unit)
                    self._keep(inner, amount, called)
                elif is_dataclass(one):
                    self._between(one, declarations(type(one)), inner, called)

    def _numbered(self, label: str, number: int, value: Any) -> str:
        # As the row that it is about, if there are as many rows that a reader has named.
        if not isinstance(value, tuple):
            return label
        if len(value) == len(self.words):
            return f"{label}: «{[*self.words][number - 1]}»"
        return f"{label}, {number}"

    def _keep(self, key: Key, shown: str, label: str = "", unit: Unit | None = None) -> None:
        amount = shown.amount if isinstance(shown, formats.Text) else None
        if amount is None:
            self.found[key] = self.spelled(shown)
            self.items[key] = Item(self._said(shown), unit)
        else:
            unit = (shown.unit if isinstance(shown, formats.Text) else None) or unit
            symbol = amount if isinstance(amount, Symbol) else None
            value = symbol.value if symbol is not None else amount
            if unit is PERCENT:
                self.found[key] = symbol.share if symbol is not None else nodes.number(value / 100)
                value /= 100
            else:
                self.found[key] = symbol.whole if symbol is not None else nodes.number(value)
            self.items[key] = Item(value, unit)
        self.labels[key] = label

    def spelled(self, words: str) -> Node:
        """Words, those that a reader has typed as the cells where he did."""
        parts = [
            nodes.cell(self.words[part][0]) if part in self.words else nodes.text(part)
            for part in MARKS.split(words)
            if part
        ]
        return node("join", *parts)

    def _said(self, words: str) -> str:
        return MARKS.sub(lambda mark: self.words[mark[1]][1], words)
