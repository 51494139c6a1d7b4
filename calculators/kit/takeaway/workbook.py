"""A calculator as a workbook with live formulas: sheets of cells as plain data.

The first sheet has the inputs, to be changed, the steps and the results; the others what is shown
in rows. Formulas that a calculator's module `workbook` does not write are found by following its
own `compute` on symbols.
"""

from functools import cache
from typing import Any

from calculators.kit import read, registry
from calculators.kit.arithmetic import exact
from calculators.kit.declaration.declare import Calculator, Shown, declarations
from calculators.kit.declaration.fields import Field, Number, Rows
from calculators.kit.takeaway import derived, formulas, lines
from calculators.kit.takeaway.symbols import UnfollowedError


def sheets(
    name: str, calculator: Calculator[Any, Any], i: Shown[Any], o: Shown[Any]
) -> list[dict[str, Any]]:
    """The sheets of a calculator, as JSON-able data.

    Raises UnfollowedError where nobody has written its formulas and they cannot be found.
    """
    make = formulas.of(name)
    if make:
        return lines.sheets(calculator, make(i, o), i, o)
    return derived.sheets(calculator, i)


@cache
@exact
def is_offered(name: str) -> bool:
    """Whether a calculator becomes a workbook: its formulas are written, or its numbers followed.

    Where answers are only counted there is nothing to compute with.
    """
    if formulas.of(name):
        return True
    calculator = registry.get(name)
    if not any(map(_has_numbers, calculator.fields.values())):
        return False
    try:
        derived.sheets(calculator, Shown(read.inputs(calculator, {}), calculator.fields))
    except UnfollowedError:
        return False
    return True


def _has_numbers(field: Field) -> bool:
    if isinstance(field, Rows):
        return any(map(_has_numbers, declarations(field.row).values()))
    return isinstance(field, Number)
