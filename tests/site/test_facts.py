"""No fact of the source is lost, and none of its figures is typed by hand."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from calculators.kit import registry, view
from calculators.kit.declaration import figures
from macros import sheets
from macros.sources import QUOTES
from tests.conftest import ROOT

DOCS = ROOT / "docs"
FACTS = yaml.load((Path(__file__).parent / "facts.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
KEYS = {f"{section}.{key}" for section, keys in FACTS.items() for key in keys}
MACROS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{:.*?\}", re.DOTALL)


def pages() -> dict[str, tuple[dict[str, Any], str]]:
    """Each page's front matter and text by its path without the ending."""
    found = {}
    for file in sorted(DOCS.rglob("*.md")):
        _, head, text = file.read_text("utf-8").split("---\n", 2)
        name = file.relative_to(DOCS).with_suffix("").as_posix()
        found[name] = (yaml.safe_load(head), text)
    return found


def test_every_fact_of_the_source_is_told_on_a_page_and_none_is_invented() -> None:
    told = {f"{key}" for meta, _ in pages().values() for key in meta.get("facts", [])}
    assert told == KEYS


def test_every_figure_and_list_belongs_to_a_fact_or_gathers_several() -> None:
    # The law is no fact of the practitioner's: what it says has a year instead.
    told = [key for key, figure in figures.load().items() if figure.year is None]
    for key in [*told, *sheets.load()]:
        gathers = key in sheets.load() and any(fact.startswith(f"{key}.") for fact in KEYS)
        assert gathers or any(key == fact or key.startswith(f"{fact}.") for fact in KEYS), key


def test_every_figure_and_list_is_used_by_a_page_or_a_calculator() -> None:
    quoted = {key for _, text in pages().values() for key in QUOTES.findall(text)}
    for file in (ROOT / "calculators").rglob("*.py"):
        quoted |= set(re.findall(r'["\']([\w.]+)["\']', file.read_text("utf-8")))
    cells = (ROOT / figures.FILE).read_text("utf-8") + sheets.FILE.read_text("utf-8")
    in_cells = {key for key in figures.load() if f"{{{key}}}" in cells}
    assert {*figures.load(), *sheets.load()} <= quoted | in_cells


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("page", sorted(pages()))
def test_no_figure_with_a_key_is_typed_by_hand(page: str) -> None:
    _, text = pages()[page]
    typed = spaced(MACROS.sub("", text))
    for key in set(QUOTES.findall(text)) & figures.load().keys():
        shown = spaced(figures.figure(key).shown)
        assert not re.search(rf"(?<![\d,]){re.escape(shown)}", typed), f"{key}: «{shown}»"


@pytest.mark.parametrize("name", registry.names())
def test_no_result_of_a_calculator_is_typed_by_hand(name: str) -> None:
    _, text = pages()[registry.get(name).chapter]
    typed = spaced(MACROS.sub("", text))
    result = view.result(name, {})
    for output in [result["headline"], *result["outputs"]]:
        if len(re.findall(r"\d", output["text"])) >= 3:
            assert spaced(output["text"]) not in typed, output
