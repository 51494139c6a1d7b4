"""The only door into the calculators: plain data in, plain data out.

The page's templates, the browser's worker and the command line all come through here,
so they cannot disagree.
"""

import json
import zlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.kit import formats, read, registry
from calculators.kit.arithmetic import exact
from calculators.kit.declare import Calculator, Chart, Default, Number, Shown


def form(name: str) -> dict[str, Any]:
    """What a form shows: title, question, chapter and the fields with their defaults."""
    calculator = registry.get(name)
    return {
        "calculator": name,
        "title": calculator.title,
        "question": calculator.question,
        "chapter": calculator.chapter,
        "fields": [_field(key, field) for key, field in calculator.fields.items()],
    }


def _field(key: str, field: Number) -> dict[str, Any]:
    return {
        "name": key,
        "label": field.label,
        "unit": field.unit.many,
        "help": field.help,
        "value": formats.number(field.default.value),
        "origin": _origin(field.default),
    }


def _origin(default: Default) -> str:
    if default.figure is None:
        return f"По умолчанию — допущение редакции: {default.why}."
    source = default.figure.source
    return f"По умолчанию — {source.name}, {source.date}."


@exact
def result(name: str, raw: Mapping[str, str]) -> dict[str, Any]:
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
        key: {"name": key, "label": output.label, "text": getattr(o, key)}
        for key, output in calculator.results.items()
    }
    reading = calculator.reading(i, o)
    return {
        "calculator": name,
        "fields": {key: formats.number(getattr(inputs, key)) for key in calculator.fields},
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
        "chart": _chart(calculator.chart(i, o)),
    }


def _shown[I, O](calculator: Calculator[I, O], inputs: I) -> tuple[Shown[I], Shown[O]]:
    outputs = calculator.compute(inputs)
    return Shown(inputs, calculator.fields), Shown(outputs, calculator.results)


def _chart(chart: Chart) -> dict[str, Any]:
    # The digest lets a page keep the picture it has when nothing in it changed.
    digest = f"{zlib.crc32(json.dumps(chart.spec, sort_keys=True).encode()):08x}"
    return {"spec": chart.spec, "finding": chart.finding, "digest": digest}


@exact
def value(name: str, key: str, raw: Mapping[str, str]) -> formats.Text:
    """One input or output as text with its unit. Raises BadInputError, or KeyError for a `key`."""
    calculator = registry.get(name)
    inputs = read.inputs(calculator, raw)
    i, o = _shown(calculator, inputs)
    if key not in calculator.fields | calculator.results:
        known = ", ".join([*calculator.fields, *calculator.results])
        raise KeyError(f"{name} has no input or output {key!r}; it has {known}")
    shown: formats.Text = getattr(i if key in calculator.fields else o, key)
    return shown


@exact
def numbers(name: str, raw: Mapping[str, str]) -> dict[str, Any]:
    """Inputs and outputs at full precision. Raises BadInputError."""
    calculator = registry.get(name)
    inputs = read.inputs(calculator, raw)
    outputs = calculator.compute(inputs)
    return {
        "calculator": name,
        "inputs": {key: _number(getattr(inputs, key)) for key in calculator.fields},
        "outputs": {key: _number(getattr(outputs, key)) for key in calculator.results},
    }


def _number(value: Decimal) -> Decimal:
    return Decimal(formats.plain(value))


def answer(question: str) -> str:
    """The worker's door: JSON `{"calculator", "raw"}` in, the JSON of `result` out."""
    asked = json.loads(question)
    return json.dumps(result(asked["calculator"], asked["raw"]), ensure_ascii=False)
