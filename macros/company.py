"""The made-up company whose decisions are the examples of all chapters, by `company.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from calculators.kit import read, registry
from macros import shared

FILE = Path(__file__).with_name("company.toml")


@dataclass(frozen=True, slots=True)
class Company:
    """Its name, its shared numbers by their keys, and what calculators alone ask, by field."""

    name: str
    numbers: Mapping[str, str]
    fields: Mapping[str, Mapping[str, Any]]


@cache
def load() -> Company:
    """The company of the file."""
    return parse(tomllib.loads(FILE.read_text("utf-8")))


def parse(declared: Mapping[str, Any]) -> Company:
    """The company declared. Raises ValueError that names the slip."""
    if slips := declared.keys() ^ {"name", "numbers", "fields"}:
        raise ValueError(f"{FILE.name} has or lacks {', '.join(sorted(slips))}")
    if unknown := declared["numbers"].keys() - shared.load().keys():
        raise ValueError(f"{FILE.name}: no shared number is {', '.join(sorted(unknown))}")
    found = Company(declared["name"], declared["numbers"], declared["fields"])
    for calculator in {*registry.names(), *found.fields}:
        try:
            read.inputs(registry.get(calculator), _raw(found, calculator))
        except (read.BadInputError, KeyError) as slip:
            raise ValueError(f"{FILE.name}: {calculator} cannot be asked it: {slip}") from slip
    return found


def _raw(company: Company, calculator: str) -> dict[str, Any]:
    asked = shared.of(calculator).items()
    numbers = {field: company.numbers[key] for field, key in asked if key in company.numbers}
    return numbers | dict(company.fields.get(calculator, {}))


def raw(calculator: str) -> dict[str, Any]:
    """The company's numbers as `calculator` asks them, where they are not its defaults."""
    return _raw(load(), calculator)


def inputs(calculator: str) -> dict[str, Any]:
    """As `raw`; a reader's own number replaces a shared one, as it does a default."""
    own = shared.of(calculator)
    return {
        field: {"unless_own": given} if field in own else given
        for field, given in raw(calculator).items()
    }


def link(calculator: str) -> str:
    """The fragment that opens a calculator of the same page on the company's numbers."""
    asked: dict[str, str] = {}
    for field, given in raw(calculator).items():
        rows = enumerate(given) if isinstance(given, list) else ()
        asked |= {f"{field}.{n}.{column}": text for n, row in rows for column, text in row.items()}
        if isinstance(given, str):
            asked[field] = given
    return f"#{calculator}?{urlencode(asked | {'version': registry.get(calculator).version})}"
