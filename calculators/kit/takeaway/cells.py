"""Cells of a workbook as plain data: how each looks and what it may hold."""

from collections.abc import Iterable
from decimal import Decimal
from textwrap import wrap
from typing import Any

from calculators.kit import typed
from calculators.kit.arithmetic import share
from calculators.kit.declaration.fields import Choice, Field, Number
from calculators.kit.declaration.units import PERCENT, RUBLES, Unit
from calculators.kit.words.formats import KOPECKS_BELOW

GENERAL = ""
LINE = 13
"""The height of a line, in points."""
BORDER = {"borderStyle": "thin", "borderColor": "#b9c4c2"}
HEAD = {**BORDER, "backgroundColor": "#dcebe9", "fontWeight": "bold", "wrap": True}
GREY = {"textColor": "#595959"}
STYLES: dict[str, dict[str, Any]] = {
    "given": {**BORDER, "backgroundColor": "#fff3a8", "wrap": True},
    "column": {**HEAD, "align": "right"},
    "head": HEAD,
    "label": {"wrap": True},
    "note": GREY,
    "plain": {},
    "text": {**GREY, "wrap": True},
    "title": {"fontSize": 15, "fontWeight": "bold"},
    "unit": {"align": "left", "indent": 1},
}
"""How cells look, in the words of write-excel-file."""
REFUSED = {
    "operator": "between",
    "allowBlank": 0,
    "showErrorMessage": 1,
    "errorTitle": "Не получается посчитать",
}
"""What Excel does with what a cell may not hold, in its own words."""
WRAPPED = {name for name, look in STYLES.items() if look.get("wrap")}
ABOVE_ZERO = Decimal("1e-9")

FRONT = "Расчёт"

type Cell = dict[str, Any]
type Line = list[Cell]


FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
LONGEST_TITLE = 31


def title(words: str) -> str:
    """Words as the name of a sheet."""
    return words.translate(FORBIDDEN)[:LONGEST_TITLE].strip()


def letter(column: int) -> str:
    """The name of a column counted from 0: A, B, … Z."""
    return chr(ord("A") + column)


def cell(
    value: str | Decimal,
    formula: str = "",
    form: str = GENERAL,
    style: str = "plain",
    limits: dict[str, Any] | None = None,
) -> Cell:
    """A cell; what has a formula keeps the value for who computes nothing."""
    shown = float(value) if isinstance(value, Decimal) else value
    look = {"format": form, "style": style, "look": STYLES[style], "height": 0}
    return {"value": shown, "formula": formula, "limits": limits, **look}


def fitted(rows: list[list[Cell]], widths: list[int]) -> list[list[Cell]]:
    """The rows, each as high as its words need in columns so wide; a height of 0 is the usual."""
    for row in rows:
        lines = max(
            (_lines(one, width) for one, width in zip(row, widths, strict=False)), default=1
        )
        if lines > 1:
            row[0]["height"] = LINE * lines
        elif row and row[0]["style"] == "title":
            row[0]["height"] = LINE * 2
    return rows


def _lines(one: Cell, width: int) -> int:
    words = one["value"] if one["style"] in WRAPPED else ""
    return len(wrap(words, width - 2)) if isinstance(words, str) else 1


def over(columns: Iterable[Iterable[Cell]]) -> list[str]:
    """How the headings of columns look: to the right over numbers, to the left over words."""
    return [
        "column" if any(isinstance(one["value"], float) for one in column) else "head"
        for column in columns
    ]


def blank() -> Cell:
    """An empty cell."""
    return cell("")


def heads(*words: str, below: Iterable[Iterable[Cell]] | None = None) -> list[Cell]:
    """A row of headings; they are as the rows `below` them are, words or numbers."""
    styles = ["head"] * len(words) if below is None else over(zip(*below, strict=True))
    return [cell(word, style=style) for word, style in zip(words, styles, strict=True)]


def given(field: Field, value: Any) -> Cell:
    """The cell of an input, which holds what is typed and refuses what the page refuses."""
    match field:
        case Number(unit=unit):
            form = format_of(unit, value, whole=field.whole)
            return cell(in_cell(value, unit), form=form, style="given", limits=_between(field))
        case Choice(options=options):
            words = options[value]
            number = Decimal(words) if words.isdecimal() else words
            return cell(number, style="given", limits=_among(list(options.values())))
        case _:
            return cell(value, style="given")


def _between(field: Number) -> dict[str, Any]:
    least = max(field.minimum, ABOVE_ZERO) if field.positive else field.minimum
    bounds = (in_cell(bound, field.unit) for bound in (least, field.maximum))
    return REFUSED | {
        "type": "whole" if field.whole else "decimal",
        "formulas": [float(bound) for bound in bounds],
        "error": f"Здесь можно {typed.allowed(field)}.",
    }


def _among(words: list[str]) -> dict[str, Any]:
    return REFUSED | {
        "type": "list",
        "formulas": ['"{}"'.format(",".join(words))],
        "error": f"Здесь можно выбрать одно: {', '.join(words)}.",
    }


def in_cell(value: Decimal, unit: Unit | None) -> Decimal:
    """The number as a cell has it: of a percent, the share."""
    return share(value) if unit is PERCENT else value


def format_of(unit: Unit | None, value: Decimal, *, whole: bool | None = None) -> str:
    """Excel's format of a number in a unit; `whole` is told of inputs alone.

    What was typed is shown to its last digit, and little money with its kopecks.
    """
    if unit is PERCENT:
        return r"0.00\ %"
    if unit is RUBLES:
        little = whole is None and abs(value) < KOPECKS_BELOW
        fine = value != value.to_integral_value() and (whole is not None or little)
        return rf'#,##0{".00" if fine else ""}\ "₽"'
    if whole is not None:
        return "#,##0" if whole else GENERAL
    if unit is None:
        return GENERAL
    return "#,##0" + ("." + "0" * unit.digits if unit.digits else "")


def unit_of(unit: Unit | None) -> str:
    """The unit in words; ₽ and % stand in the cell itself."""
    return unit.many if unit and unit not in {RUBLES, PERCENT} else ""


def headed(label: str, unit: Unit | None) -> str:
    """The heading of a column whose cells do not say their unit."""
    return f"{label}, {unit.many}" if unit_of(unit) and unit else label
