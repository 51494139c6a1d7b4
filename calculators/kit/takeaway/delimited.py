"""A table as a file that Excel in Russian opens as it stands.

Excel tells UTF-8 by its mark, wants semicolons and decimal commas, and runs a text that
begins like a formula.
"""

import re
from collections.abc import Sequence
from decimal import Context, Decimal

from calculators.kit.declaration.declare import Table
from calculators.kit.declaration.units import Unit
from calculators.kit.read import UNSEEN
from calculators.kit.words import formats

TYPE = "text/csv;charset=utf-8"
MARK = "\ufeff"
DIGITS = Context(prec=15)  # all that Excel keeps
RUNS = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
SPACES = re.compile("[\u00a0\u2009\u202f]")
QUOTED = re.compile(r'[;"\r\n]')


def text(table: Table) -> str:
    """The whole file; a number is bare, with the unit of its column in the heading."""
    units = [_unit(column) for column in zip(*table.rows, strict=True)]
    units = units or [None] * len(table.columns)
    head = [_headed(title, unit) for title, unit in zip(table.columns, units, strict=True)]
    lines = [";".join(map(_cell, line)) for line in [head, *table.rows]]
    return MARK + "".join(f"{line}\r\n" for line in lines)


def _unit(column: Sequence[str]) -> Unit | None:
    # Every column here has one unit at most: a contract test holds the calculators to it.
    units = (cell.unit for cell in column if isinstance(cell, formats.Text))
    return next((unit for unit in units if unit), None)


def _headed(title: str, unit: Unit | None) -> str:
    return f"{title}, {unit.many}" if unit else title


def _cell(shown: str) -> str:
    if isinstance(shown, formats.Text) and shown.amount is not None:
        return _number(shown.amount)
    words = SPACES.sub(" ", UNSEEN.sub("", shown))
    if RUNS.match(words):
        words = f"'{words}"
    return '"{}"'.format(words.replace('"', '""')) if QUOTED.search(words) else words


def _number(amount: Decimal) -> str:
    return formats.plain(DIGITS.plus(amount)).replace(".", ",")
