"""The spellings that search takes for one, as its worker reads them."""

import json
import tomllib
from pathlib import Path

from macros import glossary

FILE = Path(__file__).with_name("synonyms.toml")
SCRIPT = Path("assets/javascripts/search/synonyms.js")


def groups() -> list[list[str]]:
    """Every abbreviation of the glossary with what it stands for, and the groups of the file."""
    found = {
        term.term.lower(): [term.term, *term.expansion.split(", ")]
        for term in glossary.load().values()
        if term.expansion
    }
    for first, *others in tomllib.loads(FILE.read_text("utf-8"))["groups"]:
        found.setdefault(first.lower(), [first]).extend(others)
    return list(found.values())


def write(site: Path) -> None:
    """Put the groups of spellings beside the search worker, into the built site."""
    script = f"var synonyms = {json.dumps(groups(), ensure_ascii=False)}\n"
    (site / SCRIPT).write_text(script, "utf-8")
