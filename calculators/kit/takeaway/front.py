"""The first sheet of a workbook: what is to be typed, and where each of it stands."""

from collections.abc import Iterator
from typing import Any

from calculators.kit.declaration import described
from calculators.kit.declaration.declare import Calculator, Shown, declarations
from calculators.kit.declaration.fields import Field, Number, Rows
from calculators.kit.declaration.units import Unit
from calculators.kit.takeaway import cells
from calculators.kit.takeaway.cells import FRONT, Cell, Line, cell

HINT = "Меняйте жёлтые клетки: остальное пересчитается само."
HEADS = ("Исходные числа", "Значение", "Единица", "Что это", "Откуда число в примере")
WIDTHS = [44, 18, 16, 46, 44]
MOST_COLUMNS, NARROW = 3, 16
"""How many columns of a list stand beside its notes, and how wide they are elsewhere."""
FIRST_GIVEN = 5  # the row of the first input


def sheet(rows: list[Line]) -> dict[str, Any]:
    """The first sheet of a workbook, out of its rows."""
    fitted = cells.fitted(rows, WIDTHS)
    return {"name": FRONT, "widths": WIDTHS, "frozen": [0, 0], "wide": True, "rows": fitted}


def heads_of(title: str) -> Line:
    """The headings above what is computed."""
    return cells.heads(title, *HEADS[1:3])


def line(label: str, shown: Cell, unit: Unit | None, formula: str = "") -> Line:
    """A row of something computed; its label may be computed too."""
    unit_words = cell(cells.unit_of(unit), style="unit")
    return [cell(label, formula, style="label"), shown, unit_words]


def lines(calculator: Calculator[Any, Any], i: Shown[Any]) -> list[Line]:
    """The title and the inputs, the lists of rows after the others."""
    top = [[cell(calculator.title, style="title")], [cell(HINT, style="note")], []]
    alone, among, apart = _kinds(calculator)
    found: list[Line] = [*top, cells.heads(*HEADS) if alone or apart else []]
    found += [_given(field, getattr(i.raw, name)) for name, field in alone.items()]
    for field in apart.values():
        where = cell(f"лист «{cells.title(field.label)}»")
        found.append([cell(field.label, style="label"), where, cells.blank(), *_notes(field)])
    for name, field in among.items():
        found += [[], *_rows(field, getattr(i.raw, name))]
    return found


def apart(calculator: Calculator[Any, Any], i: Shown[Any]) -> Iterator[dict[str, Any]]:
    """The lists of rows that are too wide for the first sheet, each a sheet."""
    for name, field in _kinds(calculator)[2].items():
        columns = [declared.label for declared in declarations(field.row).values()]
        below = list(_cells(field, getattr(i.raw, name)))
        widths = [WIDTHS[0], *[NARROW] * (len(columns) - 1)]
        rows = cells.fitted([cells.heads(*columns, below=below), *below], widths)
        title = cells.title(field.label)
        yield {"name": title, "widths": widths, "frozen": [1, 1], "wide": True, "rows": rows}


def places(calculator: Calculator[Any, Any], i: Shown[Any]) -> dict[str, str]:
    """The address of each input's cell by its path, such as `stages.0.conversion`."""
    alone, among, apart = _kinds(calculator)
    found = {name: f"B{row}" for row, name in enumerate(alone, FIRST_GIVEN)}
    row = FIRST_GIVEN + len(alone) + len(apart)
    for name, field in [*among.items(), *apart.items()]:
        sheet = f"'{cells.title(field.label)}'!" if name in apart else ""
        first = 2 if name in apart else row + 2
        rows = getattr(i.raw, name)
        for number, _ in enumerate(rows):
            for at, column in enumerate(declarations(field.row)):
                address = f"{sheet}{cells.letter(at)}{first + number}"
                found[f"{name}.{number}.{column}"] = address
        row += 0 if name in apart else 2 + len(rows)
    return found


def _kinds(
    calculator: Calculator[Any, Any],
) -> tuple[dict[str, Field], dict[str, Rows], dict[str, Rows]]:
    # Fields alone, lists of rows among them, and lists too wide for that.
    rows = {name: field for name, field in calculator.fields.items() if isinstance(field, Rows)}
    apart = {name for name, field in rows.items() if len(declarations(field.row)) > MOST_COLUMNS}
    return (
        {name: field for name, field in calculator.fields.items() if name not in rows},
        {name: field for name, field in rows.items() if name not in apart},
        {name: field for name, field in rows.items() if name in apart},
    )


def _given(field: Field, value: Any) -> Line:
    unit = field.unit if isinstance(field, Number) else None
    return [
        cell(field.label, style="label"),
        cells.given(field, value),
        cell(cells.unit_of(unit), style="unit"),
        *_notes(field),
    ]


def _notes(field: Field) -> Iterator[Cell]:
    origin = described.origin(field.default)
    yield cell(field.help, style="text")
    yield cell(origin["text"] if origin else "", style="text")


def _rows(field: Rows, rows: tuple[Any, ...]) -> Iterator[Line]:
    columns = declarations(field.row)
    units = [one.unit if isinstance(one, Number) else None for one in columns.values()]
    titles = [
        cells.headed(one.label, unit) for one, unit in zip(columns.values(), units, strict=True)
    ]
    room = MOST_COLUMNS - len(titles)
    yield [*cells.heads(*titles), *(cells.blank() for _ in range(room)), *_notes(field)]
    yield from _cells(field, rows)


def _cells(field: Rows, rows: tuple[Any, ...]) -> Iterator[Line]:
    columns = declarations(field.row)
    for row in rows:
        yield [cells.given(one, getattr(row, name)) for name, one in columns.items()]
