"""Several sets of inputs side by side: where they differ, what comes of each, how far it is off."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from calculators.kit import read
from calculators.kit.controls import Control, controls
from calculators.kit.decision.work import Work
from calculators.kit.declaration.declare import Calculator, Shown, Table
from calculators.kit.declaration.units import PERCENT, POINTS
from calculators.kit.words import formats

CAPTION, COLUMN = "Варианты", "Вариант"
LACKING = "—"
SAME, NEARLY = "так же", "почти так же"


@dataclass(frozen=True, slots=True)
class Variant:
    """Inputs under a name, once they are computed with; `wrong` is said where they cannot be."""

    name: str
    inputs: Mapping[str, Control]
    outputs: Shown[Any] | None
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One input or output of all variants: what each has, and of numbers how far from the first."""

    label: str
    cells: Sequence[Any]
    changes: Sequence[formats.Text | None]


def computed[I, O](
    calculator: Calculator[I, O], named: Sequence[Mapping[str, Any]]
) -> Work[list[Variant]]:
    """Variants of `{"name", "raw"}`, a piece of work each; fields unknown by now are left out."""
    found: list[Variant] = []
    for one in named:
        raw = one["raw"]
        if isinstance(raw, Mapping):
            raw = {key: value for key, value in raw.items() if key in calculator.fields}
        found.append(_variant(calculator, one["name"], raw))
        yield
    return found


def _variant[I, O](calculator: Calculator[I, O], name: str, raw: read.Raw) -> Variant:
    try:
        understood = read.understood(calculator, raw)
    except read.BadInputError as bad:
        return Variant(name, {}, None, next(iter(bad.errors.values())))
    outputs = Shown(calculator.compute(understood.inputs), calculator.results)
    held = controls(understood, calculator.fields)
    return Variant(name, {control.path: control for control in held}, outputs)


def differing(variants: Sequence[Variant]) -> Iterator[Line]:
    """The inputs that are not the same everywhere, in the form's order."""
    paths = dict.fromkeys(path for variant in variants for path in variant.inputs)
    for path in paths:
        held = [variant.inputs.get(path) for variant in variants]
        cells = [control.shown if control else LACKING for control in held]
        if len({cell for cell, one in zip(cells, variants, strict=True) if one.outputs}) > 1:
            label = next(control.label for control in held if control)
            yield Line(label, cells, [None] * len(cells))


def outcomes(calculator: Calculator[Any, Any], variants: Sequence[Variant]) -> Iterator[Line]:
    """Every output that the page lists, the answer first."""
    names = sorted(calculator.results, key=lambda name: name != calculator.headline)
    for name in names:
        output = calculator.results[name]
        if output.listed:
            found = [getattr(one.outputs, name) if one.outputs else LACKING for one in variants]
            changes = [None, *(_change(found[0], one) for one in found[1:])]
            yield Line(output.label, [*found], changes)


def _change(first: Any, now: Any) -> formats.Text | None:
    # Of two numbers; whatever else there is speaks for itself.
    one, other = (getattr(shown, "amount", None) for shown in (first, now))
    if one is None or other is None:
        return None
    unit = now.unit or first.unit
    return formats.quantity(other - one, POINTS if unit is PERCENT else unit)


def _signed(change: formats.Text | None) -> str:
    if change is None:
        return ""
    if not change.amount:
        return SAME
    if change.lstrip(formats.MINUS).startswith(f"0{formats.NBSP}"):
        return NEARLY
    return change if change.startswith(formats.MINUS) else f"+{change}"


def page(calculator: Calculator[Any, Any], variants: Sequence[Variant]) -> dict[str, Any]:
    """What a page shows of two variants or more: a column each, and what cannot be computed."""
    several = len(variants) > 1
    lines = [*differing(variants), *outcomes(calculator, variants)] if several else []
    names = [variant.name for variant in variants] if several else []
    return {
        "columns": [{"text": name} for name in names],
        "lines": [
            {
                "label": line.label,
                "cells": [
                    {"text": formats.line(text), "change": _signed(change)}
                    for text, change in zip(line.cells, line.changes, strict=True)
                ],
            }
            for line in lines
        ],
        "wrong": [
            {"text": f"«{variant.name}» с этой формой не считается. {variant.wrong}"}
            for variant in variants
            if variant.wrong
        ],
    }


def table(calculator: Calculator[Any, Any], variants: Sequence[Variant]) -> Table:
    """A row for each variant, so that a column has one unit: inputs, outputs, differences."""
    results = [*outcomes(calculator, variants)]
    columns = [(line.label, [*map(formats.joined, line.cells)]) for line in differing(variants)]
    columns += [(line.label, [*map(formats.joined, line.cells)]) for line in results]
    first = variants[0].name
    for line in results:
        if any(line.changes):
            differences = [change or "" for change in line.changes]
            columns.append((f"{line.label}: разница с «{first}»", differences))
    labels, cells = zip(*columns, strict=True)
    names = [variant.name for variant in variants]
    return Table(CAPTION, [COLUMN, *labels], [*zip(names, *cells, strict=True)])
