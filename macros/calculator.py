"""What the template of a calculator is filled with, in a chapter and in other people's pages."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from bundle import ROOT, runtime
from calculators.kit import read, registry, view
from calculators.kit.takeaway import files
from macros.render import render

OFFERED = "offered.json"


def shown(name: str, raw: read.Raw, number: int = 1) -> dict[str, Any]:
    """The form and the default result of a calculator, and what the ids of its labels begin with.

    `number`: which of the same calculator it is on its page. Raises KeyError for an unknown name,
    BadInputError for a bad input.
    """
    prefix = f"{name}-{number}".replace("_", "-")
    return _answered(name, json.dumps(raw, ensure_ascii=False)) | {"prefix": prefix}


@cache
def _answered(name: str, told: str) -> dict[str, Any]:
    # A chapter shows it, a page of its own, and the next build under `mkdocs serve`.
    raw = json.loads(told)
    form, result = view.form(name), view.result(name, raw)
    if "errors" in result:
        raise read.BadInputError(result["errors"])
    decisions = view.decisions(name, raw)
    return {"form": form | {"files": offered()[name]}, "result": result, "decisions": decisions}


def drawn(name: str, raw: read.Raw, number: int, shared: dict[str, str]) -> str:
    """A calculator for a chapter; `shared` are its fields that ask the reader's own numbers."""
    return render("calculator.html", **shown(name, raw, number), shared=shared)


@cache
def offered() -> dict[str, dict[str, list[str]]]:
    """The kinds of files that each calculator offers, by its name.

    To know whether one becomes a workbook takes as long as all the rest of a build: it is found out
    once for each state of the calculators.
    """
    folder = runtime.kept(ROOT, "offered", runtime.calculators(ROOT), _find)
    return dict(json.loads((folder / OFFERED).read_text("utf-8")))


def _find(folder: Path) -> None:
    found = {name: files.offered(name, registry.get(name)) for name in registry.names()}
    (folder / OFFERED).write_text(json.dumps(found), "utf-8")
