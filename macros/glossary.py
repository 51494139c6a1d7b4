"""The terms of `glossary.toml`, each under its permanent key."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("glossary.toml")
KEY = re.compile(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Term:
    """A term: `spellings` are what the text is searched for, `see` are keys of other terms."""

    key: str
    term: str
    text: str
    expansion: str = ""
    forms: tuple[str, ...] = ()
    see: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The term and its other spellings."""
        return (self.term, *self.forms)

    @property
    def title(self) -> str:
        """The term with what it stands for."""
        return f"{self.term} — {self.expansion}" if self.expansion else self.term


@cache
def load() -> dict[str, Term]:
    """Every term by key, in alphabetical order. Raises ValueError that names the slip."""
    return parse(tomllib.loads(FILE.read_text("utf-8")))


def parse(tables: dict[str, dict[str, Any]]) -> dict[str, Term]:
    """The terms of the file's tables. Raises ValueError that names the file, the key, the slip."""
    terms = [_term(key, table) for key, table in tables.items()]
    owners: dict[str, str] = {}
    for term in terms:
        for other in term.see:
            if other not in tables or other == term.key:
                raise ValueError(f"{FILE.name}: [{term.key}] cannot send to {other!r}")
        for spelling in term.spellings:
            owner = owners.setdefault(_letters(spelling), term.key)
            if owner != term.key:
                raise ValueError(f"{FILE.name}: {spelling!r} is of both [{owner}] and [{term.key}]")
    return {term.key: term for term in sorted(terms, key=lambda term: _letters(term.term))}


def _term(key: str, table: dict[str, Any]) -> Term:
    needed, known = {"term", "text"}, {"term", "text", "expansion", "forms", "see"}
    if not KEY.fullmatch(key):
        raise ValueError(f"{FILE.name}: [{key}] must be latin letters with hyphens")
    if wrong := (needed - table.keys()) | (table.keys() - known):
        raise ValueError(f"{FILE.name}: [{key}] needs {sorted(needed)}; see {sorted(wrong)}")
    lists = {name: tuple(table.get(name, ())) for name in ("forms", "see")}
    return Term(key, **table | lists)


def _letters(spelling: str) -> str:
    return spelling.lower().replace("ё", "е")
