"""What a calculator shows, as formulas: its outputs, its steps, its tables, numbers between."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from calculators.kit.declaration.declare import Calculator, declarations
from calculators.kit.declaration.fields import Choice, Field, Number, Rows, Text
from calculators.kit.declaration.units import PERCENT, Unit
from calculators.kit.takeaway import cells, nodes
from calculators.kit.takeaway.bounds import Bounds
from calculators.kit.takeaway.nodes import Node, node
from calculators.kit.takeaway.options import Option
from calculators.kit.takeaway.symbols import Symbol
from calculators.kit.takeaway.walk import FIRST_MARK, RESULTS, STEPS, TABLES, Item, Walk
from calculators.kit.takeaway.ways import Found, Key, Ways

type Places = Mapping[str, str]
"""The address of each input's cell by its path, `stages.0.conversion`."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: its caption, its headings, and the keys of its cells, row by row."""

    caption: str
    columns: list[str]
    keys: list[list[Key]]


class Followed:
    """All that a calculator shows at some inputs, each with its formula."""

    def __init__(self, calculator: Calculator[Any, Any], inputs: Any, places: Places) -> None:
        self._places = places
        self._bounds: dict[Node, Bounds] = {}
        self._options: dict[Node, frozenset[Node]] = {}
        self._words: dict[str, tuple[str, str]] = {}
        self._inputs = self._record(inputs, calculator.fields, "")
        self._calculator = calculator
        self._walks: dict[str, list[Walk]] = {through: [] for through in (RESULTS, TABLES, STEPS)}
        self._ways = {
            through: Ways(partial(self._walk, through), self._bounds, self._options)
            for through in self._walks
        }

    def _walk(self, through: str) -> Found:
        walk = Walk(self._calculator, self._inputs, self._words)
        self._walks[through].append(walk)
        return walk.go(through)

    def _record(self, record: Any, declared: Mapping[str, Field], path: str) -> Any:
        values = {
            name: self._input(getattr(record, name), one, f"{path}{name}")
            for name, one in declared.items()
        }
        return type(record)(**values)

    def _input(self, value: Any, declared: Field, path: str) -> Any:
        if isinstance(declared, Rows):
            columns = declarations(declared.row)
            return tuple(
                self._record(row, columns, f"{path}.{number}.") for number, row in enumerate(value)
            )
        place = nodes.cell(self._places[path])
        match declared:
            case Number(unit=unit):
                hundred = unit is PERCENT
                least, most = (
                    bound / 100 if hundred else bound
                    for bound in (declared.minimum, declared.maximum)
                )
                self._bounds[place] = Bounds(least, declared.positive, most)
                return Symbol(value, place, hundred=hundred)
            case Choice(options=options):
                self._options[place] = frozenset(map(nodes.text, options.values()))
                return Option(value, place, options)
            case Text():
                mark = chr(FIRST_MARK + len(self._words))
                self._words[mark] = (self._places[path], value)
                return mark

    def formula(self, key: Key) -> Node:
        """The formula of what is shown under `key`."""
        if key[0] in {TABLES, STEPS}:
            return self._ways[key[0]].formula(key)
        results = self._ways[RESULTS]
        walks = self._walks[RESULTS]
        marks = [mark for mark in self._words if any((*key, mark) in w.found for w in walks)]
        if marks:
            absent = self._calculator.results[key[1]].words.get((), "—")
            return node("listed", *(results.formula((*key, mark)) for mark in marks), absent)
        return results.formula(key)

    def steps(self) -> Iterator[tuple[Node, Key]]:
        """The derivation as it is now: the label of each step, and the key of what it finds."""
        now = self._walks[STEPS][0]
        for key, label in now.labels.items():
            if key[0] == STEPS:
                yield now.spelled(label), self._ways[STEPS].namesake(key) or key

    def tables(self) -> list[Shape]:
        """Each table, with every row that it has at any numbers that were tried."""
        now = self._walks[TABLES][0]
        found = {key for key in now.found if key[0] == TABLES}
        for key in found:
            self.formula(key)
        found = {key for walk in self._walks[TABLES] for key in walk.found if key[0] == TABLES}
        return [
            Shape(
                table.caption,
                [
                    cells.headed(column, unit)
                    for column, unit in zip(table.columns, units, strict=True)
                ],
                rows,
            )
            for number, table in enumerate(now.tables)
            for rows in [_rows(number, found, len(table.columns))]
            for units in [[self._unit(row) for row in zip(*rows, strict=True)]]
        ]

    def _unit(self, column: Iterable[Key]) -> Unit | None:
        return next(filter(None, (self.item(key).unit for key in column)), None)

    def item(self, key: Key) -> Item:
        """What is shown under `key` now, in the unit that it has whenever it is a number."""
        every = [walk.items[key] for walk in self._walks[_part(key)] if key in walk.items]
        now = self._walks[_part(key)][0].items.get(key, Item("", None))
        return Item(now.value, next((one.unit for one in [now, *every] if one.unit), None))

    def label(self, key: Key) -> Node:
        """What a number between is called."""
        return next(
            walk.spelled(walk.labels[key]) for walk in self._walks[RESULTS] if key in walk.labels
        )

    def in_order(self, keys: Iterable[Key]) -> list[Key]:
        """Results and numbers between as the calculator has them."""
        order = {key: at for at, key in enumerate(self._walks[RESULTS][0].items)}
        return sorted(keys, key=lambda key: order.get(key, len(order)))

    def said(self, words: Node) -> str:
        """What words are as things are."""
        parts = words.parts if words.kind == "join" else (words,)
        typed = dict(self._words.values())
        return "".join(
            typed[part.parts[0]] if part.kind == "cell" else part.parts[0] for part in parts
        )


def number(item: Item) -> Decimal:
    """The number that is shown, to choose how; nothing where words are."""
    return item.value if isinstance(item.value, Decimal) else Decimal(0)


def _part(key: Key) -> str:
    return key[0] if key[0] in {TABLES, STEPS} else RESULTS


def _rows(number: int, found: set[Key], columns: int) -> list[list[Key]]:
    last = max((key[2] for key in found if key[1] == number), default=-1)
    return [[(TABLES, number, row, at) for at in range(columns)] for row in range(last + 1)]
