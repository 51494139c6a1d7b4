"""A paper for Excel: sheets to fill, with formulas that go on counting."""

import io
import re
from collections.abc import Mapping
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from macros.papers.chapters import Chapters
from macros.papers.declared import Declared, words
from macros.papers.repeatable import DAY, packed
from macros.papers.tables import ABOVE, Column, Table

PLACE = re.compile(r"\{(?:(\w+)!)?(\w+)\}")
FORMATS = {
    "text": "General",
    "whole": "#,##0",
    "number": "General",
    "hundredths": "#,##0.00",
    "percent": "0.0%",
    "fine percent": "0.00%",
    "money": "#,##0",
    "date": "dd.mm.yyyy",
}
BRAND, INK, HEAD, ASKED = "FF0B5D56", "FF1D2429", "FFE9F1EF", "FFFFFBE6"
EDGE = Side(style="thin", color="FF8F8774")
FONT = "Arial"
A4, HEIGHT = 9, 19
"""The paper by Excel's number; how high a row is, points."""


def made(declared: Declared, chapters: Chapters) -> bytes:
    """The file. Raises ValueError or KeyError that names the declaration and the slip."""
    tables = {table["key"]: Table.parse(declared.name, table) for table in declared.sheets}
    chapter = chapters[declared.chapter]
    book = openpyxl.Workbook()
    book.remove(book.active)
    for table in tables.values():
        page = book.create_sheet(words(table.name))
        _words(page, 1, 1, declared.title).font = Font(FONT, 14, bold=True, color=BRAND)
        _words(page, 2, 1, words(table.note)).font = Font(FONT, 9, italic=True, color=INK)
        Sheet(page, table, tables).fill()
        _print(page, table, f"{chapters.site_name} · {chapter.address}")
    core = book.properties
    core.title, core.subject, core.language = declared.title, declared.about, "ru-RU"
    core.creator = core.lastModifiedBy = chapters.site_name
    core.created = core.modified = DAY.replace(tzinfo=None)
    book.calculation.fullCalcOnLoad = True
    file = io.BytesIO()
    book.save(file)
    return packed(file.getvalue())


class Sheet:
    """A table being written into a page of a workbook with the tables `among`."""

    def __init__(self, page: Any, table: Table, among: Mapping[str, Table]) -> None:
        self.page, self.table, self.among = page, table, among

    def fill(self) -> None:
        """Write the lines above, the head, the rows and the totals."""
        for at, line in enumerate(self.table.above):
            _words(self.page, ABOVE + at, 1, words(line.label))
            self._cell(ABOVE + at, 2, line.formula, line.kind)
        for at, column in enumerate(self.table.columns, 1):
            self._column(at, column)
        for at, line in enumerate(self.table.totals, self.table.last + 1):
            _words(self.page, at, 1, line.label).font = Font(FONT, 10, bold=True, color=INK)
            for number, column in enumerate(self.table.columns, 1):
                if column.totals:
                    kind = line.kind or column.kind
                    self._cell(at, number, line.formula, kind, of=column).font = Font(
                        FONT, 10, bold=True, color=INK
                    )

    def _column(self, at: int, column: Column) -> None:
        head = _words(self.page, self.table.head, at, words(column.title))
        head.font, head.fill = Font(FONT, 10, bold=True, color=INK), PatternFill("solid", HEAD)
        self.page.column_dimensions[get_column_letter(at)].width = column.width
        for row in range(self.table.first, self.table.last + 1):
            if column.count:
                cell = self._cell(row, at, "", "whole")
                cell.value, cell.fill = row - self.table.first + 1, PatternFill()
            else:
                self._cell(row, at, column.formula, column.kind, row)
        if rule := column.rule():
            self.page.add_data_validation(rule)
            rule.add(self.table.range(column.key).replace("$", ""))

    def _cell(
        self, row: int, at: int, formula: str, kind: str, within: int = 0, of: Column | None = None
    ) -> Any:
        cell = self.page.cell(row, at)
        cell.font, cell.number_format = Font(FONT, 10, color=INK), FORMATS[kind]
        cell.border = Border(EDGE, EDGE, EDGE, EDGE)
        cell.alignment = Alignment(wrap_text=kind == "text", vertical="center")
        if formula:
            cell.value = PLACE.sub(lambda place: self._place(place, within, of), formula)
        else:
            cell.fill = PatternFill("solid", ASKED)
        return cell

    def _place(self, place: re.Match[str], row: int, of: Column | None) -> str:
        sheet, key = place.groups()
        if sheet:
            return f"'{words(self.among[sheet].name)}'!{self.among[sheet].range(key)}"
        if key == "column" and of:
            return self.table.range(of.key)
        return self.table.cell(key, row) if row else self.table.range(key)


def _words(page: Any, row: int, at: int, text: str) -> Any:
    cell = page.cell(row, at)
    # As text, whatever it begins with.
    cell.value, cell.data_type = text, "s"
    cell.font = Font(FONT, 10, color=INK)
    cell.alignment = Alignment(wrap_text=row > 2, vertical="center")
    return cell


def _print(page: Any, table: Table, footer: str) -> None:
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for row in range(table.head, table.last + len(table.totals) + 1):
        page.row_dimensions[row].height = HEIGHT
    page.row_dimensions[table.head].height = 1.6 * HEIGHT
    page.freeze_panes = f"B{table.first}"
    page.print_title_rows = f"{table.head}:{table.head}"
    page.oddFooter.left.text, page.oddFooter.right.text = footer, "&P из &N"
    for side in ("left", "right", "top", "bottom"):
        setattr(page.page_margins, side, 0.8)
