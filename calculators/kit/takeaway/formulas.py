"""A calculation that goes row by row, as the formulas of a spreadsheet.

Formulas are templates. Every formula knows the inputs by name, shares as shares of one; a
formula of a row knows the columns too, and `{number}`, the row's number from 1:
`{active}` is the cell of its own row, `{active:before}` that of the row before, and
`{active:above}` the cells of all rows before. In a formula of `results` a column's name is
the whole column.
"""

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any

from calculators.kit.declaration.declare import Shown


@dataclass(frozen=True, slots=True)
class Formulas:
    """Formulas by the names of outputs, and of the columns of a record `row`.

    `opening` has those of the row before the first, `steps` those of every other; where the
    first column is empty, so is the row. `room` is how many rows there are, `values` the
    records shown now, the opening one first. `formats` are Excel's, where a unit's will not do.
    """

    results: Mapping[str, str]
    title: str
    row: type[Any]
    opening: Mapping[str, str]
    steps: Mapping[str, str]
    values: Sequence[Any]
    room: int
    formats: Mapping[str, str] = field(default_factory=dict)


def of(name: str) -> Callable[[Shown[Any], Shown[Any]], Formulas] | None:
    """What makes a calculator's formulas, in its module `workbook`; None where it has none."""
    package, module = f"calculators.{name}", f"calculators.{name}.workbook"
    # One file has no modules of its own, and to look for one in it raises an error.
    if not hasattr(importlib.import_module(package), "__path__") or not find_spec(module):
        return None
    made: Callable[[Shown[Any], Shown[Any]], Formulas] = importlib.import_module(module).formulas
    return made
