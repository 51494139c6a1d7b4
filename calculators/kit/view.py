"""The door into the calculators: plain data in, plain data out.

The page's templates, the browser's worker and the command line all come through here,
so they cannot disagree. What a reader takes away has a door of its own, `takeaway.door`, which
comes to the browser when he does.
"""

import json
import zlib
from typing import Any

from calculators.kit import read, registry
from calculators.kit.arithmetic import exact
from calculators.kit.controls import controls
from calculators.kit.decision import spread
from calculators.kit.decision.door import decide as decide
from calculators.kit.decision.door import decisions as decisions
from calculators.kit.decision.door import lever_sentences as lever_sentences
from calculators.kit.decision.door import levers as levers
from calculators.kit.decision.door import seek as seek
from calculators.kit.decision.door import seek_sentence as seek_sentence
from calculators.kit.decision.door import variants as variants
from calculators.kit.decision.work import done
from calculators.kit.declaration.declare import (
    Chart,
    Listing,
    Table,
)
from calculators.kit.plainjson import encoded, plain
from calculators.kit.quoted import spread_sentences as spread_sentences
from calculators.kit.quoted import value as value
from calculators.kit.words import formats


def form(name: str) -> dict[str, Any]:
    """What a form shows: title, question, chapter, presets and the fields.

    `more` says of the secondary fields how many there are and which; nothing if none is.
    """
    # A page has its form when it comes: the browser's Python never asks for one.
    from calculators.kit.declaration import described

    return described.form(name, registry.get(name))


@exact
def result(name: str, raw: read.Raw) -> dict[str, Any]:
    """All that a page shows for raw inputs, as JSON-able data; fields left out by default.

    Bad input gives `{"errors": {field: message}}` and nothing else.
    """
    calculator = registry.get(name)
    try:
        understood = read.understood(calculator, raw)
    except read.BadInputError as bad:
        return {"calculator": name, "errors": bad.errors}
    inputs = understood.inputs
    i, o = calculator.shown(inputs)
    outputs = {
        key: {"name": key, "label": output.label, "text": formats.line(getattr(o, key))}
        for key, output in calculator.results.items()
        if output.listed
    }
    reading = calculator.reading(i, o)
    return {
        "calculator": name,
        "fields": {one.path: one.text for one in controls(understood, calculator.fields)},
        "notes": understood.notes,
        "idle": list(calculator.idle(inputs)),
        "headline": outputs.pop(calculator.headline),
        "outputs": list(outputs.values()),
        "steps": [
            {"label": step.label, "formula": step.formula} for step in calculator.steps(i, o)
        ],
        "reading": {
            "meaning": reading.meaning,
            "action": reading.action,
            "caution": reading.caution,
        },
        "tables": [_table(table) for table in calculator.tables(i, o)],
        "lists": [_list(listing) for listing in calculator.lists(i, o)],
        "document": calculator.document(i, o),
        "chart": _chart(calculator.chart(i, o)),
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "caption": table.caption,
        "columns": [{"text": column} for column in table.columns],
        "rows": [{"cells": [{"text": formats.told(cell)} for cell in row]} for row in table.rows],
    }


def _list(listing: Listing) -> dict[str, Any]:
    items = listing.items or [listing.empty]
    return {"title": listing.title, "items": [{"text": item} for item in items]}


def _chart(chart: Chart | None) -> dict[str, Any] | None:
    if chart is None:
        return None
    # A text of its own: nobody reads it before the picture is drawn. The digest lets a page keep
    # the one it has when nothing in it changed.
    spec = encoded(chart.spec)
    return {"spec": spec, "finding": chart.finding, "digest": f"{zlib.crc32(spec.encode()):08x}"}


def preset(name: str, key: str) -> dict[str, Any]:
    """What a preset types into fields. Raises KeyError for an unknown one, with the known."""
    presets = registry.get(name).presets
    if key not in presets:
        raise KeyError(f"{name} has no preset {key!r}; it has {', '.join(presets) or 'none'}")
    return dict(presets[key].raw)


def notes(name: str, raw: read.Raw) -> dict[str, str]:
    """What to say of each field that may be meant otherwise. Raises BadInputError."""
    return read.understood(registry.get(name), raw).notes


@exact
def numbers(name: str, raw: read.Raw) -> dict[str, Any]:
    """Inputs and outputs at full precision. Raises BadInputError.

    Where ranges are typed, the inputs are their middles, and `spread` has of each numeric output
    `low`, `high` and twenty equally likely `cases`.
    """
    calculator = registry.get(name)
    understood = read.understood(calculator, raw)
    outputs = calculator.compute(understood.inputs)
    told_of = {"calculator": name, "inputs": plain(understood.inputs), "outputs": plain(outputs)}
    found = done(spread.spread(calculator, understood.inputs, understood.ranges))
    return told_of | ({"spread": plain(spread.plain(found))} if found else {})


def answer(question: str) -> str:
    """The worker's door: JSON `{"calculator", "raw"}` in, the JSON of `result` out."""
    asked = json.loads(question)
    return encoded(result(asked["calculator"], asked["raw"]))
