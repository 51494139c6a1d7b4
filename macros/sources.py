"""Where every sourced figure comes from and where the chapters use it."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_build_datetime

from calculators.kit import registry, view
from calculators.kit.declaration import figures
from calculators.kit.declaration.fields import Choice
from macros import sheets

# Not a warning, which would stop a strict build: a fork goes on publishing after New Year.
NOTICE = "%s holds for %d only: look for a newer figure, and put it and its year into %s"

CHANGELOG = Path(__file__).parent.parent / "CHANGELOG.md"
QUOTES = re.compile(r"""\b(?:figure|table|listing|phrase)\(["']([\w.]+)["'][,)]""")
CORRECTION = "Исправление"

type Use = tuple[str, str]
"""The title of a page and its URL."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure, list or table as the sources page shows it."""

    key: str
    text: str
    shown: str
    source: figures.Source
    note: str
    used: list[Use]
    year: int | None = None
    old: bool = False
    """Whether the `year` it holds for is over."""

    @property
    def corrected(self) -> bool:
        """Whether the source had it wrong."""
        return self.note.startswith(CORRECTION)


def entries(pages: Iterable[Any]) -> list[Entry]:
    """Every sourced figure, list and table with the pages of MkDocs that use it."""
    used = uses(pages)
    old = figures.run_out(get_build_datetime().year)
    found = [
        Entry(f.key, f.text, f.shown, f.source, f.note, used.get(f.key, []), f.year, f in old)
        for f in figures.load().values()
    ]
    for sheet in sheets.load().values():
        if sheet.source is sheets.EDITORS:
            continue
        shown = "таблица" if sheet.columns else "список"
        place = used.get(sheet.key, [])
        found.append(Entry(sheet.key, sheet.text, shown, sheet.source, sheet.note, place))
    return found


def report() -> None:
    """Tell whoever builds which figures of the law have run out."""
    log = get_plugin_logger(__name__)
    for figure in figures.run_out(get_build_datetime().year):
        told = NOTICE % (figure.key, figure.year, figures.FILE)
        log.info(told)
        # A line in a log is easily passed over; GitHub puts this one on the page of the run.
        if "GITHUB_ACTIONS" in os.environ:
            print(f"::warning file={figures.FILE}::{told}")


def uses(pages: Iterable[Any]) -> dict[str, list[Use]]:
    """The pages that use each key: in their text, or through a calculator of theirs."""
    found: dict[str, list[Use]] = {}
    for page in pages:
        keys = set(QUOTES.findall(page.file.content_string))
        for name in registry.names():
            if f"{registry.get(name).chapter}.md" == page.file.src_uri:
                keys |= set(_quoted_by(name))
        for key in keys:
            found.setdefault(key, []).append((page.meta["title"], page.url))
    return found


def _quoted_by(calculator: str) -> Iterator[str]:
    for field in registry.get(calculator).fields.values():
        if field.default.figure:
            yield field.default.figure.key


def assumptions() -> list[dict[str, Any]]:
    """Each calculator's title and those of its defaults that are the editors' own."""
    found = []
    for name in registry.names():
        calculator, values = registry.get(name), view.result(name, {})["fields"]
        rows = [
            {"label": field.label, "value": _said(field, values.get(key)), "why": field.default.why}
            for key, field in calculator.fields.items()
            if field.default.why and not field.default.figure
        ]
        if rows:
            found.append({"title": calculator.title, "chapter": calculator.chapter, "rows": rows})
    return found


def _said(field: Any, typed: str | None) -> str:
    if typed is None:
        return "строки"
    # A choice is typed by its key.
    return field.options[typed] if isinstance(field, Choice) else typed


def changes() -> str:
    """What the changelog tells readers, in Markdown, below a heading of the page's own."""
    _, _, told = CHANGELOG.read_text("utf-8").partition("\n")
    return re.sub(r"(?m)^## (.+)$", r"**\1**", told).strip()
