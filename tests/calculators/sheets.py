"""Workbooks recalculated by a program that is not ours."""

from decimal import Decimal as D
from functools import cached_property
from pathlib import Path
from typing import Any

import formulas
import openpyxl

from calculators.kit import read, registry
from calculators.kit.arithmetic import exact
from calculators.kit.declaration.declare import declarations
from calculators.kit.declaration.fields import Choice, Number, Rows
from calculators.kit.declaration.units import PERCENT, Unit
from calculators.kit.takeaway import door, front
from calculators.kit.words import formats

FRONT = "РАСЧЁТ"
UNOFFERED = {"audit_check", "career_path", "hiring_check", "job_brief", "owner_check"}
"""Those that no workbook is offered of: to find that out for each takes longer than to say it."""
OFFERED = [name for name in registry.names() if name not in UNOFFERED]


def cell_value(value: D, unit: Unit | None) -> float:
    """A number as a cell has it: of a percent, the share."""
    return float(value / 100 if unit is PERCENT else value)


class Recalculated:
    """The workbook of a calculator for some inputs, whose yellow cells can be changed."""

    def __init__(self, name: str, raw: dict[str, Any], folder: Path) -> None:
        self.name, self.calculator = name, registry.get(name)
        self.sheets = door.file(name, raw, "xlsx")["sheets"]
        self.places = front.places(self.calculator, shown(name, raw)[0])
        self._file = folder / f"{name}.xlsx"
        book = openpyxl.Workbook()
        book.remove(book.active)
        for sheet in self.sheets:
            page = book.create_sheet(sheet["name"])
            for row, cells in enumerate(sheet["rows"], 1):
                for column, cell in enumerate(cells, 1):
                    found = f"={cell['formula']}" if cell["formula"] else cell["value"]
                    if found != "":
                        page.cell(row, column, found)
        book.save(self._file)

    @cached_property
    def _model(self) -> Any:
        return formulas.ExcelModel().loads(str(self._file)).finish()

    def typed(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Every cell by its sheet and address once the inputs are typed into yellow cells."""
        inputs = read.inputs(self.calculator, raw)
        given = {}
        for path, place in self.places.items():
            record, declared = inputs, self.calculator.fields
            field, *row = path.split(".")
            if row:
                rows = declared[field]
                assert isinstance(rows, Rows)
                record = getattr(inputs, field)[int(row[0])]
                field, declared = row[1], declarations(rows.row)
            given[self._address(place)] = _typed(getattr(record, field), declared[field])
        return self._calculated(given)

    def as_it_is(self) -> dict[str, Any]:
        """Every cell with nothing typed."""
        return self._calculated({})

    def _address(self, place: str) -> str:
        sheet, _, cell = place.rpartition("!")
        title = sheet.strip("'").upper() or FRONT
        return f"'[{self._file.name}]{title}'!{cell}"

    def _calculated(self, given: dict[str, Any]) -> dict[str, Any]:
        solution = self._model.calculate(inputs=given)
        return {
            key.partition("]")[2].replace("'", ""): cell.value[0, 0]
            for key, cell in solution.items()
            if ":" not in key and hasattr(cell, "value")
        }

    def kept(self) -> dict[str, Any]:
        """Every cell as who computes nothing shows it."""
        return {
            f"{sheet['name'].upper()}!{chr(65 + column)}{row}": cell["value"]
            for sheet in self.sheets
            for row, cells in enumerate(sheet["rows"], 1)
            for column, cell in enumerate(cells)
        }

    def results(self) -> dict[str, str]:
        """The address of each listed output."""
        rows = self.sheets[0]["rows"]
        start = max(n for n, row in enumerate(rows) if row and row[0]["value"] == "Результат")
        listed = [name for name, output in self.calculator.results.items() if output.listed]
        return {name: f"{FRONT}!B{start + 2 + at}" for at, name in enumerate(listed)}


def _typed(value: Any, declared: Any) -> Any:
    match declared:
        case Number(unit=unit):
            return cell_value(value, unit)
        case Choice(options=options):
            words = options[value]
            return float(words) if words.isdecimal() else words
        case _:
            return value


@exact
def shown(name: str, raw: dict[str, Any]) -> Any:
    """Inputs and outputs as the page shows them."""
    calculator = registry.get(name)
    return calculator.shown(read.inputs(calculator, raw))


def says(found: Any, expected: Any) -> bool:
    """Whether a cell says what the page shows."""
    if isinstance(expected, formats.Text) and expected.amount is not None:
        number = cell_value(expected.amount, expected.unit)
        if isinstance(found, str):
            return False
        return abs(float(found) - number) <= max(1e-6, abs(number) * 1e-9)
    words = formats.joined(expected)
    if isinstance(found, int | float) and not isinstance(found, bool):
        return words.replace(",", ".") == format(D(str(float(found))).normalize(), "f")
    return str(found) == words
