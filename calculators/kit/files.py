"""Files that a reader takes away: what is in each, as plain data for the page to save."""

from collections.abc import Callable
from typing import Any

from calculators.kit import delimited
from calculators.kit.declare import Calculator, Shown

type Made = dict[str, Any]
type Maker = Callable[[str, Calculator[Any, Any], Shown[Any], Shown[Any], int], Made]


def table(
    name: str, calculator: Calculator[Any, Any], i: Shown[Any], o: Shown[Any], number: int
) -> Made:
    """The table of that number, from 0, for Excel. Raises IndexError if there is none."""
    found = list(calculator.tables(i, o))[number]
    suffix = f"_{number + 1}" if number else ""
    return {"name": f"{name}{suffix}.csv", "type": delimited.TYPE, "text": delimited.text(found)}


KINDS: dict[str, Maker] = {"csv": table}
"""How each kind of file is made."""
