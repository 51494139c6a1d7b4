"""The sourced figures, lists and tables of `figures.toml`, each under its permanent key."""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from calculators.kit.arithmetic import Range
from calculators.kit.declaration import units
from calculators.kit.words import formats

FILE = "calculators/figures.toml"
QUOTED = re.compile(r"\{([\w.]+)\}")


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from, as a reader sees it; `name` is the short form."""

    name: str
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A sourced figure, or a range of it, in `unit`, said in words by `text`.

    What the law says holds for a calendar `year`; any other figure has none.
    """

    key: str
    low: Decimal
    high: Decimal
    unit: units.Unit
    text: str
    source: Source
    note: str
    year: int | None = None

    @property
    def value(self) -> Decimal:
        """The one number. Raises ValueError for a range."""
        if self.low != self.high:
            raise ValueError(f"{FILE}: {self.key!r} is a range; take its low or high")
        return self.low

    @property
    def range(self) -> Range:
        """Both bounds; equal ones for a single number."""
        return Range(self.low, self.high)

    @property
    def shown(self) -> formats.Text:
        """The figure with its unit, as quoted in a chapter: `20 %`, `2–4 недели`."""
        return formats.between(self.range, self.unit)

    @property
    def dated(self) -> formats.Text:
        """The figure with its year, as named beside a result: `27 093 ₽ (2026 год)`."""
        year = f" ({self.year}{formats.NBSP}год)" if self.year else ""
        return formats.Text(self.shown + year, rounded=self.shown.rounded)

    def has_run_out(self, now: int) -> bool:
        """Whether the year it holds for is over in the year `now`."""
        return self.year is not None and now > self.year


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sourced list (no columns, one cell a row) or table of texts."""

    key: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    text: str
    source: Source
    note: str

    @property
    def items(self) -> tuple[str, ...]:
        """The first cell of each row: the items of a list."""
        return tuple(row[0] for row in self.rows)


@cache
def _document() -> dict[str, Any]:
    file = resources.files("calculators").joinpath("figures.toml")
    return tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)


@cache
def sources() -> dict[str, Source]:
    """Every source by name."""
    return {name: Source(**table) for name, table in _document()["source"].items()}


@cache
def load() -> dict[str, Figure]:
    """Every figure by key. Raises ValueError that names the file, the key and the fix."""
    return {key: parse(key, table, sources()) for key, table in _document()["figure"].items()}


@cache
def sheets() -> dict[str, Sheet]:
    """Every list and table by key; a cell may quote a figure as `{key}`."""
    return {key: _sheet(key, table) for key, table in _document().get("sheet", {}).items()}


def parse(key: str, table: dict[str, Any], known_sources: dict[str, Source]) -> Figure:
    """One figure of the file. Raises ValueError that names the file, the key and the fix."""
    bounds = ("value", "value") if "value" in table else ("from", "to")
    dated = {"year"} & table.keys()
    _check("figure", key, table, {*bounds} | {"unit", "text", "source", "note"} | dated)
    for name, among in (("unit", units.BY_NAME), ("source", known_sources)):
        if table[name] not in among:
            raise ValueError(f"{FILE}: [figure.{key!r}] {name} must be one of {sorted(among)}")
    return Figure(
        key=key,
        low=Decimal(table[bounds[0]]),
        high=Decimal(table[bounds[1]]),
        unit=units.BY_NAME[table["unit"]],
        text=table["text"],
        source=known_sources[table["source"]],
        note=table["note"],
        year=table.get("year"),
    )


def run_out(now: int) -> list[Figure]:
    """The figures whose year is over in the year `now`, in the order of the file."""
    return [figure for figure in load().values() if figure.has_run_out(now)]


def _sheet(key: str, table: dict[str, Any]) -> Sheet:
    shape = {"items"} if "items" in table else {"columns", "rows"}
    _check("sheet", key, table, shape | {"text", "source", "note"})
    rows = [[item] for item in table["items"]] if "items" in table else table["rows"]
    return Sheet(
        key=key,
        columns=tuple(table.get("columns", ())),
        rows=tuple(tuple(_quote(cell) for cell in row) for row in rows),
        text=table["text"],
        source=sources()[table["source"]],
        note=table["note"],
    )


def _check(kind: str, key: str, table: dict[str, Any], known: set[str]) -> None:
    if wrong := known ^ table.keys():
        raise ValueError(
            f"{FILE}: [{kind}.{key!r}] needs exactly {sorted(known)}; see {sorted(wrong)}"
        )


def _quote(cell: str) -> str:
    return QUOTED.sub(lambda match: figure(match[1]).shown, cell)


def figure(key: str) -> Figure:
    """The figure under `key`. Raises KeyError that lists the known keys."""
    if key not in load():
        raise KeyError(f"{FILE} has no figure {key!r}; it has {', '.join(sorted(load()))}")
    return load()[key]


def sheet(key: str) -> Sheet:
    """The list or table under `key`. Raises KeyError that lists the known keys."""
    if key not in sheets():
        raise KeyError(f"{FILE} has no sheet {key!r}; it has {', '.join(sorted(sheets()))}")
    return sheets()[key]
