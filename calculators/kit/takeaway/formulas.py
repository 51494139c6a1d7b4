"""A calculation that goes row by row, as the formulas of a spreadsheet.

Formulas are templates. Every formula knows the inputs by name, shares as shares of one; a
formula of a row knows the columns too, and `{number}`, the row's number from 1:
`{active}` is the cell of its own row, `{active:before}` that of the row before, and
`{active:above}` the cells of all rows before. In a formula of `results` a column's name is
the whole column.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


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
