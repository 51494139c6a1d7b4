"""A calculator as a workbook with live formulas: sheets of cells as plain data.

The first sheet has the inputs, to be changed, and the outputs; the second the rows between.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.kit import typed
from calculators.kit.arithmetic import share
from calculators.kit.declaration.declare import Calculator, Output, Shown, declarations
from calculators.kit.declaration.fields import Choice, Field, Number, Rows, Text
from calculators.kit.declaration.units import PERCENT, RUBLES, Unit
from calculators.kit.takeaway import formulas as made
from calculators.kit.takeaway.formulas import Formulas

FRONT = "Расчёт"
HINT = "Меняйте жёлтые клетки: остальное пересчитается само."
HEADS = ("Исходные числа", "Значение", "Единица", "Что это")
FIRST_GIVEN = 5  # the row of the first input
ABOVE_ZERO = Decimal("1e-9")
GENERAL = ""


@dataclass(frozen=True, slots=True)
class Address:
    """The cell of a name, or the column of one, as the formula of one row writes it."""

    column: int
    row: int
    first: int

    def __format__(self, which: str) -> str:
        column = letter(self.column)
        return {
            "": f"{column}{self.row}",
            "before": f"{column}{self.row - 1}",
            "above": f"{column}${self.first}:{column}{self.row - 1}",
        }[which]


def letter(column: int) -> str:
    """The name of a column counted from 0: A, B, … Z."""
    return chr(ord("A") + column)


def sheets(
    name: str, calculator: Calculator[Any, Any], i: Shown[Any], o: Shown[Any]
) -> list[dict[str, Any]]:
    """Both sheets of a calculator, as JSON-able data. Raises KeyError where it has no formulas."""
    make = made.of(name)
    if not make:
        raise KeyError(f"{name} becomes no spreadsheet: it has no module `workbook`")
    formulas = make(i, o)
    given = {name: f"'{FRONT}'!$B${row}" for row, name in enumerate(calculator.fields, FIRST_GIVEN)}
    return [_front(calculator, formulas, given, i.raw, o.raw), _lines(formulas, given)]


def _front(
    calculator: Calculator[Any, Any], formulas: Formulas, given: Mapping[str, str], i: Any, o: Any
) -> dict[str, Any]:
    rows = [[_cell(calculator.title, style="title")], [_cell(HINT, style="note")], []]
    rows.append([_cell(head, style="head") for head in HEADS])
    rows += [_given(field, getattr(i, name)) for name, field in calculator.fields.items()]
    rows += [[], [_cell(head, style="head") for head in ("Результат", *HEADS[1:3], "")]]
    last = 2 + formulas.room
    whole = {
        name: f"'{formulas.title}'!${letter(at)}$2:${letter(at)}${last}"
        for at, name in enumerate(declarations(formulas.row))
    }
    for name, formula in formulas.results.items():
        output = calculator.results[name]
        value = getattr(o, name)
        cell = _computed(
            output, value, formula.format(**given, **whole), formulas.formats.get(name)
        )
        rows.append([_cell(output.label), cell, _cell(_unit(output.unit), style="unit")])
    widths = [38, 16, 14, 70]
    return {"name": FRONT, "widths": widths, "frozen": [0, 0], "wide": True, "rows": rows}


def _given(field: Field, value: Any) -> list[dict[str, Any]]:
    match field:
        case Number(unit=unit):
            unit_text, limits = _unit(unit), _limits(field)
            number = _in_cell(value, unit)
            form = _format(unit, value, field.whole)
            cell = _cell(number, form=form, style="given", limits=limits)
        case Choice() | Text():
            unit_text, cell = "", _cell(value, style="given")
        case Rows():
            raise TypeError(f"«{field.label}»: rows have no place in a workbook yet")
    return [
        _cell(field.label),
        cell,
        _cell(unit_text, style="unit"),
        _cell(field.help, style="note"),
    ]


def _limits(field: Number) -> dict[str, Any]:
    least = max(field.minimum, ABOVE_ZERO) if field.positive else field.minimum
    return {
        "least": float(_in_cell(least, field.unit)),
        "most": float(_in_cell(field.maximum, field.unit)),
        "whole": field.whole,
        "message": f"Здесь можно {typed.allowed(field)}.",
    }


def _lines(formulas: Formulas, given: Mapping[str, str]) -> dict[str, Any]:
    columns: dict[str, Output] = declarations(formulas.row)
    heads = [f"{c.label}, ₽" if c.unit is RUBLES else c.label for c in columns.values()]
    rows = [[_cell(head, style="column") for head in heads]]
    for number in range(formulas.room + 1):
        values = formulas.values[number] if number < len(formulas.values) else None
        rows.append(list(_line(formulas, columns, given, number, values)))
    widths = [10, *[14] * (len(columns) - 1)]
    return {"name": formulas.title, "widths": widths, "frozen": [1, 1], "wide": False, "rows": rows}


def _line(
    formulas: Formulas,
    columns: Mapping[str, Output],
    given: Mapping[str, str],
    number: int,
    values: Any,
) -> Iterator[dict[str, Any]]:
    row = number + 2
    here = {name: Address(at, row, first=2) for at, name in enumerate(columns)}
    for at, (name, output) in enumerate(columns.items()):
        template = formulas.steps[name] if number else formulas.opening[name]
        formula = template.format(number=number, **given, **here)
        if number and at:
            formula = f'IF($A{row}="","",{formula})'
        value = "" if values is None else getattr(values, name)
        yield _computed(output, value, formula, formulas.formats.get(name))


def _computed(output: Output, value: Any, formula: str, form: str | None) -> dict[str, Any]:
    if value is None:
        value = output.absent
    if isinstance(value, Decimal) and output.unit:
        value = _in_cell(value, output.unit)
    if form is None:
        form = _format(output.unit, Decimal(0)) if output.unit else GENERAL
    return _cell(value, formula=formula, form=form)


def _in_cell(value: Decimal, unit: Unit) -> Decimal:
    # A cell in percent holds a share.
    return share(value) if unit is PERCENT else value


def _format(unit: Unit, value: Decimal, whole: bool | None = None) -> str:
    # `whole` is told of inputs only: what was typed is shown to its last digit.
    if unit is PERCENT:
        return r"0.00\ %"
    if unit is RUBLES:
        kopecks = ".00" if value != value.to_integral_value() else ""
        return rf'#,##0{kopecks}\ "₽"'
    if whole is not None:
        return "#,##0" if whole else GENERAL
    return "#,##0" + ("." + "0" * unit.digits if unit.digits else "")


def _unit(unit: Unit | None) -> str:
    # ₽ and % stand in the cell itself.
    return unit.many if unit and unit not in {RUBLES, PERCENT} else ""


def _cell(
    value: str | Decimal,
    formula: str = "",
    form: str = GENERAL,
    style: str = "plain",
    limits: dict[str, Any] | None = None,
) -> dict[str, Any]:
    shown = float(value) if isinstance(value, Decimal) else value
    return {"value": shown, "formula": formula, "format": form, "style": style, "limits": limits}
