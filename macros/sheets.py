"""Lists and tables of chapters and papers: those of `sheets.toml`, and those calculators ask."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from calculators.kit.declaration import figures
from calculators.kit.declaration.figures import Sheet, Source

FILE = Path(__file__).with_name("sheets.toml")
EDITORS = Source("предложение редакции", "предложение редакции", "")


@cache
def load() -> dict[str, Sheet]:
    """Every list and table by key. Raises ValueError that names the file, the key and the fix."""
    found = {**figures.sheets()}
    for key, table in tomllib.loads(FILE.read_text("utf-8"))["sheet"].items():
        if key in found:
            raise ValueError(f"{FILE.name}: [sheet.{key!r}] is in {figures.FILE}, too; drop one")
        found[key] = parse(key, table)
    return found


def parse(key: str, table: dict[str, Any]) -> Sheet:
    """One list or table of the file. Raises ValueError that names the file, the key, the fix."""
    shape = {"items"} if "items" in table else {"columns", "rows"}
    known = figures.sources() | {"editors": EDITORS}
    noted = set() if table.get("source") == "editors" else {"note"}
    if wrong := (shape | {"text", "source"} | noted) ^ table.keys():
        raise ValueError(f"{FILE.name}: [sheet.{key!r}] has or lacks {sorted(wrong)}")
    if table["source"] not in known:
        raise ValueError(f"{FILE.name}: [sheet.{key!r}] source must be one of {sorted(known)}")
    rows = [[item] for item in table["items"]] if "items" in table else table["rows"]
    return Sheet(
        key=key,
        columns=tuple(table.get("columns", ())),
        rows=tuple(tuple(filled(cell) for cell in row) for row in rows),
        text=table["text"],
        source=known[table["source"]],
        note=table.get("note", ""),
    )


def filled(text: str) -> str:
    """`text` with figures in place of their keys in braces. Raises KeyError for an unknown key."""
    return figures.QUOTED.sub(lambda match: figures.figure(match[1]).shown, text)


def sheet(key: str) -> Sheet:
    """The list or table under `key`. Raises KeyError that lists the known keys."""
    if key not in load():
        raise KeyError(
            f"neither {FILE.name} nor {figures.FILE} has a sheet {key!r}; "
            f"there are {', '.join(sorted(load()))}"
        )
    return load()[key]
