"""Every workbook says what its page says, recalculated by a program that is not ours."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from calculators.kit import registry
from calculators.kit.declaration.declare import declarations
from calculators.kit.declaration.fields import Choice, Number, Rows
from calculators.kit.takeaway import formulas, workbook
from tests import case_files
from tests.calculators.sheets import OFFERED, Recalculated, says, shown

CASES = [case for case in case_files.load_all() if case.calculator in OFFERED and not case.refuse]
FIRST = {case.calculator: case for case in reversed(CASES)}.values()
WRITTEN = {"account_plan", "agency_score", "audit_backlog", "channel_cost", "daily_plan"}
"""Those whose formulas somebody has written."""


def test_all_that_are_said_to_become_workbooks_and_no_others_do() -> None:
    assert [name for name in registry.names() if workbook.is_offered(name)] == OFFERED
    assert {name for name in OFFERED if formulas.of(name)} == WRITTEN


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workbooks")


@cache
def made(name: str, counts: tuple[tuple[str, int], ...], folder: Path) -> Recalculated:
    """The workbook for the defaults, with so many rows of each list."""
    fields = registry.get(name).fields
    raw: dict[str, Any] = {}
    for key, count in counts:
        rows = fields[key]
        assert isinstance(rows, Rows)
        raw[key] = [_row(rows, number) for number in range(count)]
    return Recalculated(name, raw, folder)


def _row(rows: Rows, number: int) -> dict[str, str]:
    if number < len(rows.default.value):
        return dict(rows.default.value[number])
    row = {}
    for key, column in declarations(rows.row).items():
        value = column.default.value
        numeric = isinstance(column, Number | Choice)
        row[key] = str(value).replace(".", ",") if numeric else f"Строка {number + 1}"
    return row


def counted(case: case_files.Case) -> tuple[tuple[str, int], ...]:
    """How many rows a case has of each list."""
    i, _ = shown(case.calculator, case.given)
    fields = registry.get(case.calculator).fields
    return tuple(
        (key, len(getattr(i.raw, key))) for key, field in fields.items() if isinstance(field, Rows)
    )


def agrees(book: Recalculated, cells: dict[str, Any], raw: dict[str, Any]) -> None:
    """Assert that results and tables say what the page says."""
    i, o = shown(book.name, raw)
    for name, address in book.results().items():
        expected = getattr(o, name)
        assert says(cells[address], expected), (name, cells[address], expected)
    if formulas.of(book.name):
        return
    sheets = [sheet for sheet in book.sheets if not sheet["wide"]]
    for sheet, table in zip(sheets, book.calculator.tables(i, o), strict=True):
        for row, line in enumerate(table.rows, 2):
            for column, expected in enumerate(line):
                found = cells[f"{sheet['name'].upper()}!{chr(65 + column)}{row}"]
                assert says(found, expected), (sheet["name"], row, column, found, expected)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_typed_into_the_yellow_cells_gives_what_the_page_says(
    case: case_files.Case, folder: Path
) -> None:
    book = made(case.calculator, counted(case), folder)
    agrees(book, book.typed(case.given), case.given)


# One of each: to find the formulas anew takes longer than to compute by them.
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_the_workbook_of_a_case_says_so_before_anything_is_computed(
    case: case_files.Case, tmp_path: Path
) -> None:
    book = Recalculated(case.calculator, case.given, tmp_path)
    agrees(book, book.kept(), case.given)
    if case.calculator not in WRITTEN:  # another case has other formulas
        agrees(book, book.as_it_is(), case.given)
