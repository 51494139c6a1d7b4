"""What papers are made of: a file for each, `<name>.toml`, found by listing."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from calculators.kit import registry
from calculators.kit.declaration.declare import declarations
from calculators.kit.declaration.fields import Rows
from macros import sheets

FOLDER = Path(__file__).parent
NEEDED = {"title", "chapter", "about", "blocks"}
KNOWN = NEEDED | {"landscape", "sheets"}
PLACE = re.compile(r"\{(\w+)\.(\w+)(?:\.(\w+))?\}")


@dataclass(frozen=True, slots=True)
class Declared:
    """A paper of a chapter: what it is for, in one line, its blocks, its sheets for Excel."""

    name: str
    title: str
    chapter: str
    about: str
    blocks: tuple[dict[str, Any], ...]
    sheets: tuple[dict[str, Any], ...] = ()
    landscape: bool = False


@cache
def load() -> dict[str, Declared]:
    """Every paper by name. Raises ValueError that names the file and the slip."""
    files = sorted(FOLDER.glob("*.toml"))
    return {file.stem: parse(file.stem, tomllib.loads(file.read_text("utf-8"))) for file in files}


def parse(name: str, table: dict[str, Any]) -> Declared:
    """The paper of a file. Raises ValueError that names the file and the slip."""
    if wrong := (NEEDED - table.keys()) | (table.keys() - KNOWN):
        raise ValueError(f"{name}.toml needs {sorted(NEEDED)}; see {sorted(wrong)}")
    lists = {key: tuple(table.get(key, ())) for key in ("blocks", "sheets")}
    return Declared(name, **table | lists)


def words(text: str) -> str:
    """`text` with figures in place of their keys in braces, and labels of `{calculator.name}`.

    A column of a list of rows is `{calculator.list.column}`. Raises KeyError for an unknown key.
    """
    return sheets.filled(PLACE.sub(_label, text))


def _label(place: re.Match[str]) -> str:
    name, field, column = place.groups()
    if name not in registry.names():
        return place[0]
    found: dict[str, Any] = {**registry.get(name).fields, **registry.get(name).results}
    if column and isinstance(found.get(field), Rows):
        found, field = declarations(found[field].row), column
    if field not in found:
        raise KeyError(f"{name} has no {field!r}; it has {', '.join(found)}")
    return str(found[field].label)
