"""A workbook by formulas that a calculator has written: its inputs, its results, its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.kit.declaration.declare import Calculator, Output, Shown, declarations
from calculators.kit.declaration.units import RUBLES
from calculators.kit.takeaway import cells, front
from calculators.kit.takeaway.cells import Cell, cell, letter
from calculators.kit.takeaway.formulas import Formulas, Lines
from calculators.kit.words import formats

_FRONT = f"'{cells.FRONT}'"

type Names = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Address:
    """The cell of a name in a row, or cells of its column, as a formula there writes it."""

    column: str
    row: int
    first: int
    last: int
    sheet: str = ""

    def __format__(self, which: str) -> str:
        column, fixed = self.column, "$" if self.sheet else ""
        return {
            "": f"{self.sheet}{fixed}{column}{fixed}{self.row}",
            "before": f"{column}{self.row - 1}",
            "above": f"{column}${self.first}:{column}{self.row - 1}",
            "whole": f"{self.sheet}{fixed}{column}${self.first}:{fixed}{column}${self.last}",
        }[which]


def sheets(
    calculator: Calculator[Any, Any], formulas: Formulas, i: Shown[Any], o: Shown[Any]
) -> list[dict[str, Any]]:
    """The sheet of inputs and results, and those of rows."""
    made, known = [], dict(_places(calculator, i))
    for lines in formulas.sheets:
        made.append(_sheet(calculator, lines, known, i))
        known |= {name: _whole(lines, at) for at, name in enumerate(declarations(lines.row))}
    first = _front(calculator, formulas, known, i, o)
    return [first, *front.apart(calculator, i), *made]


def _places(calculator: Calculator[Any, Any], i: Shown[Any]) -> Iterator[tuple[str, str]]:
    for path, place in front.places(calculator, i).items():
        if path in calculator.fields:
            yield path, f"{_FRONT}!${place[0]}${place[1:]}"


def _columns(
    calculator: Calculator[Any, Any], i: Shown[Any], number: int
) -> Iterator[tuple[str, Address]]:
    # The cells of inputs that are rows, as the row of that number calls them.
    for path, place in front.places(calculator, i).items():
        field, *row = path.split(".")
        if row and row[0] == "0":
            sheet, _, start = place.rpartition("!")
            first = int(start[1:])
            last = first + len(getattr(i.raw, field)) - 1
            address = Address(start[0], first + number - 1, first, last, f"{sheet or _FRONT}!")
            yield f"{field}_{row[1]}", address


def _count(lines: Lines) -> int:
    return lines.room + 1 if lines.opening else lines.room or len(lines.values)


def _last(lines: Lines) -> int:
    return _count(lines) + 1  # below the heading


def _whole(lines: Lines, at: int) -> str:
    return f"'{lines.title}'!${letter(at)}$2:${letter(at)}${_last(lines)}"


def _front(
    calculator: Calculator[Any, Any],
    formulas: Formulas,
    known: Names,
    i: Shown[Any],
    o: Shown[Any],
) -> dict[str, Any]:
    rows = [*front.lines(calculator, i), [], front.heads_of("Результат")]
    for name, formula in formulas.results.items():
        output, value = calculator.results[name], getattr(o.raw, name)
        if output.said:
            value = output.said(o.raw)
        if isinstance(value, str | tuple):
            value = formats.joined(getattr(o, name))
        shown = computed(output, value, formula.format(**known), formulas.formats.get(name))
        rows.append(front.line(output.label, shown, output.unit))
    return front.sheet(rows)


def _sheet(
    calculator: Calculator[Any, Any], lines: Lines, known: Names, i: Shown[Any]
) -> dict[str, Any]:
    columns: dict[str, Output] = declarations(lines.row)
    heads = [f"{c.label}, ₽" if c.unit is RUBLES else c.label for c in columns.values()]
    rows: list[list[Cell]] = []
    start = 0 if lines.opening else 1
    for number in range(start, start + _count(lines)):
        values = lines.values[number - start :][:1]
        names = {**known, **dict(_columns(calculator, i, number)), "number": number}
        rows.append(list(_line(lines, columns, names, len(rows) + 2, values)))
    widths = [*lines.widths, *[14] * (len(columns) - len(lines.widths))]
    rows = cells.fitted([cells.heads(*heads, below=rows), *rows], widths)
    return {"name": lines.title, "widths": widths, "frozen": [1, 1], "wide": False, "rows": rows}


def _line(
    lines: Lines, columns: Mapping[str, Output], known: Names, row: int, values: Any
) -> Iterator[Cell]:
    last = _last(lines)
    here = {name: Address(letter(at), row, 2, last) for at, name in enumerate(columns)}
    first = {**lines.steps, **lines.first}
    templates = {0: lines.opening, 1: first}.get(known["number"], lines.steps)
    for at, (name, output) in enumerate(columns.items()):
        formula = templates[name].format(**{**known, **here})
        if known["number"] and at and lines.room:
            formula = f'IF($A{row}="","",{formula})'
        value = getattr(values[0], name) if values else ""
        yield computed(output, value, formula, lines.formats.get(name))


def computed(output: Output, value: Any, formula: str, form: str | None) -> Cell:
    """The cell of a result: its formula, and what it says now."""
    if value is None:
        value = output.absent
    if form is None:
        form = cells.format_of(output.unit, value if isinstance(value, Decimal) else Decimal(0))
    if isinstance(value, Decimal):
        value = cells.in_cell(value, output.unit)
    return cell(value, formula, form if output.unit or form else cells.GENERAL)
