"""Run every calculator in every way that a page may; runs inside Pyodide.

What has been imported afterwards is all that the calculators need of the standard library.
"""

import json
from typing import Any

from calculators.kit import registry, view
from calculators.kit.decision import spread
from calculators.kit.takeaway import files

RANGES = ("0–100", "от 1 до 2", "2 ± 1", "2 ± 50 %", "1–100 тыс", "1–2")


def typed(form: dict[str, Any], text: str) -> dict[str, Any]:
    """The raw input of somebody who types `text` into everything."""
    return {
        field["name"]: [{column["name"]: text for column in field["columns"]}]
        if field["kind"] == "rows"
        else text
        for field in form["fields"]
    }


def ask(name: str, raw: dict[str, Any], **file: Any) -> None:
    """Ask as the page's worker does."""
    question = {"calculator": name, "raw": raw} | ({"file": file} if file else {})
    view.answer(json.dumps(question))


def ranged(form: dict[str, Any]) -> dict[str, Any]:
    """Every number that admits it as a range, in each of the ways that one is written."""
    raw: dict[str, Any] = {}
    for text in RANGES:
        raw = {}
        for field in form["fields"]:
            more = raw | {field["name"]: text}
            if field["kind"] == "number" and "errors" not in view.result(form["calculator"], more):
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
    form = view.form(name)
    presets = [preset["raw"] for preset in form["presets"]]
    for raw in ({}, *presets, *(typed(form, text) for text in ("", "1", "?"))):
        ask(name, raw)
    decide(name, ranged(form))
    for kind in files.KINDS:
        offered = [file for part in form["files"].values() for file in part]
        tables = range(len(view.result(name, {})["tables"])) if kind == "csv" else range(1)
        for number in tables if kind in offered or kind == "csv" else ():
            ask(name, {}, kind=kind, number=number)
spread.POINTS = points
