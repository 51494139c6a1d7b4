"""Run every calculator in every way that a page may; runs inside Pyodide.

What has been imported afterwards is all that the calculators need of the standard library.
"""

import json
from typing import Any

from calculators.kit import files, registry, view


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


for name in registry.names():
    form = view.form(name)
    presets = [preset["raw"] for preset in form["presets"]]
    for raw in ({}, *presets, *(typed(form, text) for text in ("", "1", "?"))):
        ask(name, raw)
    for kind in files.KINDS:
        offered = [file for part in form["files"].values() for file in part]
        tables = range(len(view.result(name, {})["tables"])) if kind == "csv" else range(1)
        for number in tables if kind in offered or kind == "csv" else ():
            ask(name, {}, kind=kind, number=number)
