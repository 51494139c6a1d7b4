"""A workbook by formulas that are found: a calculator is followed, and what it shows laid out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from calculators.kit.declaration.declare import Calculator, Shown
from calculators.kit.takeaway import cells, followed, front, nodes, symbols
from calculators.kit.takeaway.cells import FRONT, Cell, Line, cell
from calculators.kit.takeaway.followed import Followed
from calculators.kit.takeaway.nodes import Node
from calculators.kit.takeaway.symbols import UnfollowedError
from calculators.kit.takeaway.walk import BETWEEN, OUTPUT
from calculators.kit.takeaway.ways import Key

WIDE = 20  # characters of a column
LONGEST = 8_000
"""Characters that Excel takes in a formula, and a few fewer."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a sheet; the first sheet has no name of its own."""

    address: str
    sheet: str = ""


def sheets(calculator: Calculator[Any, Any], i: Shown[Any]) -> list[dict[str, Any]]:
    """The sheets of a calculator at some inputs. Raises UnfollowedError."""
    try:
        found = Followed(calculator, i.raw, front.places(calculator, i))
        return _Book(calculator, i, found).sheets()
    finally:
        symbols.forget()
        nodes.forget()


class _Book:
    def __init__(self, calculator: Calculator[Any, Any], i: Shown[Any], found: Followed) -> None:
        self._found = found
        self._lines = front.lines(calculator, i)
        self._apart = list(front.apart(calculator, i))
        self._listed = [name for name, output in calculator.results.items() if output.listed]
        self._calculator = calculator
        self._steps = list(found.steps())
        self._tables = found.tables()
        self._titles = self._titled()
        self._formulas = {key: found.formula(key) for key in self._shown()}
        self._extra = found.in_order(self._needed())
        self._owners = dict(self._owned())
        self._check()

    def _shown(self) -> Iterator[Key]:
        yield from ((OUTPUT, name) for name in self._listed)
        yield from (key for _, key in self._steps)
        for table in self._tables:
            for row in table.keys:
                yield from row

    def _titled(self) -> list[str]:
        titles: list[str] = []
        for table in self._tables:
            title = cells.title(table.caption)
            titles.append(title if title not in titles else f"{title[:28]} {len(titles) + 1}")
        return titles

    def _needed(self) -> Iterator[Key]:
        # Numbers between that are shown nowhere, but that others are computed by.
        named = {
            *self._formulas,
            *(one.parts[0] for one in self._formulas.values() if _is_ref(one)),
        }
        waiting = list(self._formulas.values())
        while waiting:
            for key in _refs(waiting.pop()):
                if key not in self._formulas:
                    self._formulas[key] = self._found.formula(key)
                    waiting.append(self._formulas[key])
                    if key not in named:
                        yield key

    def _owned(self) -> Iterator[tuple[Key, Place]]:
        # Whatever comes last here is where it is computed: in its step, if there is one.
        row = len(self._lines) + 3 + len(self._extra) + len(self._steps) + 2
        for number, name in enumerate(self._listed):
            yield (OUTPUT, name), Place(f"B{row + number}")
        for title, table in zip(self._titles, self._tables, strict=True):
            for line, keys in reversed([*enumerate(table.keys, 2)]):
                for at, key in reversed([*enumerate(keys)]):
                    place = Place(f"{cells.letter(at)}{line}", title)
                    formula = self._formulas[key]
                    if _is_ref(formula) and formula.parts[0][0] == BETWEEN:
                        yield formula.parts[0], place
                    yield key, place
        row = len(self._lines) + 3
        for number, key in enumerate(self._extra):
            yield key, Place(f"B{row + number}")
        row += len(self._extra)
        for number, (_, key) in reversed([*enumerate(self._steps)]):
            yield key, Place(f"B{row + number}")

    def _check(self) -> None:
        # A cell that needs itself is no formula.
        done: set[Key] = set()

        def visit(key: Key, above: frozenset[Key]) -> None:
            if key in above:
                raise UnfollowedError(f"{key} is computed by itself")
            if key not in done:
                for other in _refs(self._formulas[key]):
                    visit(other, above | {key})
                done.add(key)

        for key in self._formulas:
            visit(key, frozenset())

    def sheets(self) -> list[dict[str, Any]]:
        rows = [*self._lines, [], front.heads_of("Как это посчитано")]
        for key in self._extra:
            rows.append(self._line(self._found.label(key), key, rows))
        for label, key in self._steps:
            rows.append(self._line(label, key, rows))
        rows += [[], front.heads_of("Результат")]
        for name in self._listed:
            label = nodes.text(self._calculator.results[name].label)
            rows.append(self._line(label, (OUTPUT, name), rows))
        return [front.sheet(rows), *self._apart, *self._more()]

    def _line(self, label: Node, key: Key, above: list[Line]) -> Line:
        item = self._found.item(key)
        place = Place(f"B{len(above) + 1}")
        formula = "" if label.kind == "text" else self._written(label, "")
        words = self._found.said(label)
        return front.line(words, self._cell(key, place), item.unit, formula)

    def _more(self) -> Iterator[dict[str, Any]]:
        for title, table in zip(self._titles, self._tables, strict=True):
            rows: list[Line] = []
            for line, keys in enumerate(table.keys, 2):
                places = (Place(f"{cells.letter(at)}{line}", title) for at in range(len(keys)))
                rows.append([*map(self._cell, keys, places)])
                rows[-1][0]["style"] = "label"
            widths = [front.WIDTHS[0], *[WIDE] * (len(table.columns) - 1)]
            rows = cells.fitted([cells.heads(*table.columns, below=rows), *rows], widths)
            yield {"name": title, "widths": widths, "frozen": [1, 1], "wide": False, "rows": rows}

    def _cell(self, key: Key, place: Place) -> Cell:
        item, found = self._found.item(key), self._formulas[key]
        if _is_ref(found) and self._owners[found.parts[0]] == place:
            found = self._formulas[found.parts[0]]
        elif self._owners[key] != place:
            found = nodes.ref(key)
        form = cells.format_of(item.unit, followed.number(item))
        if found.kind == "text":
            return cell(item.value)
        return cell(item.value, self._written(found, place.sheet), form)

    def _written(self, found: Node, sheet: str) -> str:
        def name(key: Key) -> str:
            place = Place(key) if isinstance(key, str) else self._owners[key]
            if place.sheet == sheet or "!" in place.address:
                return place.address
            return f"'{place.sheet or FRONT}'!{place.address}"

        formula = nodes.written(found, name)
        if len(formula) > LONGEST:
            raise UnfollowedError("a formula is longer than a spreadsheet takes")
        return formula


def _is_ref(found: Node) -> bool:
    return found.kind == "ref"


def _refs(found: Node) -> Iterable[Key]:
    return dict.fromkeys(one.parts[0] for one in nodes.within(found) if _is_ref(one))
