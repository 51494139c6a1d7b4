"""The sourced figures of `figures.toml`, each under its permanent key."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from calculators.kit import formats, units

FILE = "calculators/figures.toml"


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from, as a reader sees it; `name` is the short form."""

    name: str
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A sourced business figure: `value` in `unit`, said in words by `text`."""

    key: str
    value: Decimal
    unit: units.Unit
    text: str
    source: Source
    note: str

    @property
    def shown(self) -> formats.Text:
        """The figure with its unit, as quoted in a chapter."""
        return formats.quantity(self.value, self.unit)


@cache
def load() -> dict[str, Figure]:
    """Every figure by key. Raises ValueError that names the file, the key and the fix."""
    file = resources.files("calculators").joinpath("figures.toml")
    tables = tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)
    sources = {name: Source(**table) for name, table in tables.pop("source").items()}
    return {key: parse(key, table, sources) for key, table in tables.pop("figure").items()}


def parse(key: str, table: dict[str, Any], sources: dict[str, Source]) -> Figure:
    """One table of the file. Raises ValueError that names the file, the key and the fix."""
    known = {"value", "unit", "text", "source", "note"}
    if wrong := known ^ table.keys():
        raise ValueError(f"{FILE}: [figure.{key!r}] needs exactly {sorted(known)}; see {wrong}")
    for name, among in (("unit", units.BY_NAME), ("source", sources)):
        if table[name] not in among:
            raise ValueError(f"{FILE}: [figure.{key!r}] {name} must be one of {sorted(among)}")
    return Figure(
        key=key,
        value=Decimal(table["value"]),
        unit=units.BY_NAME[table["unit"]],
        text=table["text"],
        source=sources[table["source"]],
        note=table["note"],
    )


def figure(key: str) -> Figure:
    """The figure under `key`. Raises KeyError that lists the known keys."""
    if key not in load():
        raise KeyError(f"{FILE} has no figure {key!r}; it has {', '.join(sorted(load()))}")
    return load()[key]
