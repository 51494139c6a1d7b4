"""A calculation that goes row by row, as the formulas of a spreadsheet.

Formulas are templates. Every formula knows the inputs by name, shares as shares of one; a
formula of a row knows the columns too, and `{number}`, the row's number from 1:
`{active}` is the cell of its own row, `{active:before}` that of the row before, `{active:above}`
the cells of all rows before and `{active:whole}` those of all rows. Of inputs that are rows,
`{stages_name}` is the cell of the row with the same number, `{stages_name:whole}` all of them.
In a formula of `results`, and in those of later sheets, a column's name is the whole column.
"""

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any

from calculators.kit.declaration.declare import Shown


@dataclass(frozen=True, slots=True)
class Lines:
    """A sheet of rows: formulas by the names of the columns of a record `row`.

    `steps` has the formulas of every row, `first` those of the first that are others. With `room`
    for more rows than there are values, a row is empty where its first column is, and `opening`
    has the formulas of a row before the first. `values` are the records shown now, an opening one
    first. `widths` are those of the first columns, in characters; `formats` are Excel's, where a
    unit's will not do.
    """

    title: str
    row: type[Any]
    steps: Mapping[str, str]
    values: Sequence[Any]
    first: Mapping[str, str] = field(default_factory=dict)
    opening: Mapping[str, str] = field(default_factory=dict)
    room: int = 0
    widths: Sequence[int] = (10,)
    formats: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Formulas:
    """Formulas by the names of outputs, over the rows of `sheets`; `formats` as of those."""

    results: Mapping[str, str]
    sheets: Sequence[Lines]
    formats: Mapping[str, str] = field(default_factory=dict)


def of(name: str) -> Callable[[Shown[Any], Shown[Any]], Formulas] | None:
    """What makes a calculator's formulas, in its module `workbook`; None where it has none."""
    package, module = f"calculators.{name}", f"calculators.{name}.workbook"
    # One file has no modules of its own, and to look for one in it raises an error.
    if not hasattr(importlib.import_module(package), "__path__") or not find_spec(module):
        return None
    made: Callable[[Shown[Any], Shown[Any]], Formulas] = importlib.import_module(module).formulas
    return made
