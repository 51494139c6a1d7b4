"""Run every calculator in every way that a page may; runs inside Pyodide.

What has been imported afterwards is all that a start needs, of the standard library too.
"""

import json
from typing import Any

from calculators.kit import registry, view
from calculators.kit.decision import spread
from calculators.kit.declaration.declare import Calculator, declarations
from calculators.kit.declaration.fields import Number, Rows

RANGES = ("0–100", "от 1 до 2", "2 ± 1", "2 ± 50 %", "1–100 тыс", "1–2")


def typed(calculator: Calculator[Any, Any], text: str) -> dict[str, Any]:
    """The raw input of somebody who types `text` into everything."""
    return {
        name: [dict.fromkeys(declarations(field.row), text)] if isinstance(field, Rows) else text
        for name, field in calculator.fields.items()
    }


def ask(name: str, raw: dict[str, Any]) -> None:
    """Ask as the page's worker does."""
    view.answer(json.dumps({"calculator": name, "raw": raw}))


def ranged(name: str, calculator: Calculator[Any, Any]) -> dict[str, Any]:
    """Every number that admits it as a range, in each of the ways that one is written."""
    raw: dict[str, Any] = {}
    for text in RANGES:
        raw = {}
        for key, field in calculator.fields.items():
            more = raw | {key: text}
            if isinstance(field, Number) and "errors" not in view.result(name, more):
                raw = more
    return raw


def decide(name: str, raw: dict[str, Any]) -> None:
    """Ask what helps to decide, then what to change for another answer."""
    question = {"calculator": name, "raw": raw}
    [*_, told] = view.decide(json.dumps(question))
    choices = json.loads(told)
    for output, number in zip(choices["outputs"][:1], choices["inputs"][:1], strict=False):
        seek = {"output": output["text"], "target": "1000", "input": number["text"]}
        list(view.decide(json.dumps(question | {"seek": seek})))


# Few will do here: what they leave behind in the memory has to be loaded by every reader.
points, spread.POINTS = spread.POINTS, 8
for name in registry.names():
    calculator = registry.get(name)
    presets = [dict(preset.raw) for preset in calculator.presets.values()]
    for raw in ({}, *presets, *(typed(calculator, text) for text in ("", "1", "?"))):
        ask(name, raw)
    decide(name, ranged(name, calculator))
spread.POINTS = points
