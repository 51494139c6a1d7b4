"""The only door into the calculators: plain data in, plain data out.

The page's templates, the browser's worker and the command line all come through here,
so they cannot disagree.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from itertools import batched
from typing import Any

from calculators.kit import files, formats, read, registry
from calculators.kit.arithmetic import exact
from calculators.kit.declare import Calculator, Chart, Listing, Shown, Table, declarations
from calculators.kit.fields import Choice, Default, Field, Number, Rows, Text


def form(name: str) -> dict[str, Any]:
    """What a form shows: title, question, chapter, files, presets and the fields."""
    calculator = registry.get(name)
    return {
        "calculator": name,
        "title": calculator.title,
        "question": calculator.question,
        "chapter": calculator.chapter,
        "files": files.offered(calculator),
        "presets": [
            {"name": key, "title": preset.title, "why": preset.why, "raw": dict(preset.raw)}
            for key, preset in calculator.presets.items()
        ],
        "fields": [_field(key, field) for key, field in calculator.fields.items()],
    }


def _field(key: str, field: Field) -> dict[str, Any]:
    common = {
        "name": key,
        "label": field.label,
        "help": field.help,
        "origin": _origin(field.default),
    }
    match field:
        case Number():
            return common | {"kind": "number", "unit": field.unit.many}
        case Choice():
            options = [{"key": key, "words": words} for key, words in field.options.items()]
            return common | {"kind": "choice", "options": options, "few": field.few}
        case Text():
            return common | {"kind": "text", "lines": field.lines, "longest": field.longest}
        case Rows():
            columns = [_field(key, column) for key, column in declarations(field.row).items()]
            limits = {"minimum": field.minimum, "maximum": field.maximum}
            return common | {"kind": "rows", "item": field.item, "columns": columns} | limits


def _origin(default: Default) -> str:
    if default.figure is None:
        return f"По умолчанию — допущение редакции: {default.why}." if default.why else ""
    source = default.figure.source
    return f"По умолчанию — {source.name}, {source.date}."


@exact
def result(name: str, raw: read.Raw) -> dict[str, Any]:
    """All that a page shows for raw inputs, as JSON-able data; fields left out by default.

    Bad input gives `{"errors": {field: message}}` and nothing else.
    """
    calculator = registry.get(name)
    try:
        inputs = read.inputs(calculator, raw)
    except read.BadInputError as bad:
        return {"calculator": name, "errors": bad.errors}
    i, o = _shown(calculator, inputs)
    outputs = {
        key: {"name": key, "label": output.label, "text": _joined(getattr(o, key))}
        for key, output in calculator.results.items()
        if output.listed
    }
    reading = calculator.reading(i, o)
    return {
        "calculator": name,
        "fields": dict(_typed(inputs, calculator.fields, "")),
        "idle": list(calculator.idle(inputs)),
        "headline": outputs.pop(calculator.headline),
        "outputs": list(outputs.values()),
        "steps": [
            {"label": step.label, "formula": step.formula} for step in calculator.explain(i, o)
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


def _shown[I, O](calculator: Calculator[I, O], inputs: I) -> tuple[Shown[I], Shown[O]]:
    outputs = calculator.compute(inputs)
    return Shown(inputs, calculator.fields), Shown(outputs, calculator.results)


def _joined(shown: str | Sequence[str]) -> str:
    return shown if isinstance(shown, str) else "; ".join(shown) or "—"


def _typed(record: Any, declared: Mapping[str, Field], path: str) -> Iterator[tuple[str, str]]:
    # What each control of the form holds, by the control's path.
    for name, field in declared.items():
        value = getattr(record, name)
        if isinstance(field, Rows):
            columns = declarations(field.row)
            for index, row in enumerate(value):
                yield from _typed(row, columns, f"{path}{name}.{index}.")
        else:
            yield path + name, formats.number(value) if isinstance(value, Decimal) else value


def _table(table: Table) -> dict[str, Any]:
    return {
        "caption": table.caption,
        "columns": [{"text": column} for column in table.columns],
        "rows": [{"cells": [{"text": cell} for cell in row]} for row in table.rows],
    }


def _list(listing: Listing) -> dict[str, Any]:
    items = listing.items or [listing.empty]
    return {"title": listing.title, "items": [{"text": item} for item in items]}


def _chart(chart: Chart | None) -> dict[str, Any] | None:
    if chart is None:
        return None
    # The digest lets a page keep the picture it has when nothing in it changed.
    digest = f"{zlib.crc32(json.dumps(chart.spec, sort_keys=True).encode()):08x}"
    return {"spec": chart.spec, "finding": chart.finding, "digest": digest}


def preset(name: str, key: str) -> dict[str, Any]:
    """What a preset types into fields. Raises KeyError for an unknown one, with the known."""
    presets = registry.get(name).presets
    if key not in presets:
        raise KeyError(f"{name} has no preset {key!r}; it has {', '.join(presets) or 'none'}")
    return dict(presets[key].raw)


@exact
def value(name: str, key: str, raw: read.Raw) -> str:
    """One input or output as text with its unit; of a row, as `stages.0.conversion`.

    Raises BadInputError for a bad input, KeyError for an unknown `key`.
    """
    calculator = registry.get(name)
    inputs = read.inputs(calculator, raw)
    i, o = _shown(calculator, inputs)
    found, *path = key.split(".")
    if found not in calculator.fields | calculator.results:
        known = ", ".join([*calculator.fields, *calculator.results])
        raise KeyError(f"{name} has no input or output {found!r}; it has {known}")
    value = getattr(i if found in calculator.fields else o, found)
    for row, column in batched(path, 2):
        value = getattr(value[int(row)], column)
    return _joined(value)


@exact
def numbers(name: str, raw: read.Raw) -> dict[str, Any]:
    """Inputs and outputs at full precision. Raises BadInputError."""
    calculator = registry.get(name)
    inputs = read.inputs(calculator, raw)
    outputs = calculator.compute(inputs)
    return {"calculator": name, "inputs": _plain(inputs), "outputs": _plain(outputs)}


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return Decimal(formats.plain(value))
        case list() | tuple():
            return [_plain(one) for one in value]
        case _ if is_dataclass(value):
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value


@exact
def file(name: str, raw: read.Raw, kind: str, number: int = 0) -> dict[str, Any]:
    """A file to take away: `{"name", "type"}` and what is in it, as JSON-able data.

    `kind` is a kind of `files.KINDS`, `number` which of the tables from 0. Bad input gives
    `{"errors": {field: message}}`. Raises KeyError or IndexError for what is not there.
    """
    calculator = registry.get(name)
    try:
        inputs = read.inputs(calculator, raw)
    except read.BadInputError as bad:
        return {"errors": bad.errors}
    i, o = _shown(calculator, inputs)
    return files.KINDS[kind](name, calculator, i, o, number)


def answer(question: str) -> str:
    """The worker's door: JSON `{"calculator", "raw"}` in, the JSON of `result` out.

    With `"file": {"kind", "number"}` in the question, the JSON of `file`.
    """
    asked = json.loads(question)
    view = file(**asked["file"], **_asked(asked)) if "file" in asked else result(**_asked(asked))
    return json.dumps(view, ensure_ascii=False)


def _asked(question: dict[str, Any]) -> dict[str, Any]:
    return {"name": question["calculator"], "raw": question["raw"]}
