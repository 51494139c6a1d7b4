"""Sheets of a paper for Excel as declared, and where everything in them is."""

from dataclasses import dataclass
from typing import Any, Self

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

ABOVE = 4
"""The row that the lines above a table begin in: under the title and the note."""


@dataclass(frozen=True, slots=True)
class Line:
    """A number above a table, or a row of totals under it: typed, where it has no formula."""

    label: str
    formula: str = ""
    kind: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column to fill or, with a formula, to read; `count` numbers the rows."""

    key: str
    title: str
    kind: str = "text"
    formula: str = ""
    width: float = 12
    count: bool = False
    totals: bool = False
    choices: tuple[str, ...] = ()
    between: tuple[float, float] | None = None

    def rule(self) -> DataValidation | None:
        """What may be typed, where not everything may."""
        if self.choices:
            return DataValidation("list", f'"{",".join(self.choices)}"', allow_blank=True)
        if self.between:
            low, high = map(str, self.between)
            kind = "whole" if self.kind == "whole" else "decimal"
            return DataValidation(kind, low, high, allow_blank=True, operator="between")
        return None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: lines above, columns over so many `rows`, totals under them.

    A formula names cells in braces: `{key}` is a line above, or a column's cell in the same row;
    outside of a row, and as `{sheet!key}`, all of a column; in totals `{column}` is their own.
    """

    paper: str
    key: str
    name: str
    note: str
    rows: int
    columns: tuple[Column, ...]
    above: tuple[Line, ...] = ()
    totals: tuple[Line, ...] = ()

    @classmethod
    def parse(cls, paper: str, table: dict[str, Any]) -> Self:
        """A sheet of the paper's file. Raises ValueError that names the file and the slip."""
        parts = {
            name: tuple(made(**one) for one in table.get(name, ()))
            for name, made in (("columns", Column), ("above", Line), ("totals", Line))
        }
        return cls(paper, **table | parts)

    @property
    def head(self) -> int:
        """The row of the columns' titles: after an empty one, where there are lines above."""
        return ABOVE + len(self.above) + bool(self.above)

    @property
    def first(self) -> int:
        """The first row to fill."""
        return self.head + 1

    @property
    def last(self) -> int:
        """The last row to fill."""
        return self.head + self.rows

    def range(self, key: str) -> str:
        """All cells of a column, or the one of a line above. Raises KeyError."""
        if line := self._line(key):
            return line
        letter = self._letter(key)
        return f"${letter}${self.first}:${letter}${self.last}"

    def cell(self, key: str, row: int) -> str:
        """The cell of a column in that row, or of a line above. Raises KeyError."""
        return self._line(key) or f"{self._letter(key)}{row}"

    def _line(self, key: str) -> str:
        keys = [line.key for line in self.above]
        return f"$B${ABOVE + keys.index(key)}" if key in keys else ""

    def _letter(self, key: str) -> str:
        keys = [column.key for column in self.columns]
        if key not in keys:
            raise KeyError(f"{self.paper}.toml: sheet {self.key!r} has no {key!r}, only {keys}")
        return str(get_column_letter(keys.index(key) + 1))
