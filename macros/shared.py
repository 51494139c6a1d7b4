"""The numbers of a reader's company that calculators share, by `shared.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from calculators.kit import registry
from calculators.kit.declaration.fields import Number

FILE = Path(__file__).with_name("shared.toml")


@dataclass(frozen=True, slots=True)
class Place:
    """A field that asks a shared number."""

    calculator: str
    field: str

    @property
    def declared(self) -> Number:
        """The field. Raises ValueError where there is no such number."""
        fields = registry.get(self.calculator).fields
        found = fields.get(self.field)
        if not isinstance(found, Number):
            raise ValueError(f"{FILE.name}: {self.calculator} has no number {self.field!r}")
        return found


@dataclass(frozen=True, slots=True)
class Shared:
    """A shared number: its words, its unit, and the places that ask it, the first checks it."""

    key: str
    label: str
    help: str
    unit: str
    places: tuple[Place, ...]


@cache
def load() -> dict[str, Shared]:
    """Every shared number by its key, in the order of the file."""
    return parse(tomllib.loads(FILE.read_text("utf-8")))


def parse(declared: Mapping[str, Mapping[str, object]]) -> dict[str, Shared]:
    """Every shared number by its key. Raises ValueError that names the slip."""
    found: dict[str, Shared] = {}
    for key, it in declared.items():
        if unknown := it.keys() ^ {"label", "help", "fields"}:
            raise ValueError(f"{FILE.name}: {key} has or lacks {', '.join(sorted(unknown))}")
        fields = it["fields"]
        places = tuple(Place(*str(path).split(".")) for path in fields)  # type: ignore[attr-defined]
        units = {place.declared.unit.many for place in places}
        if len(units) != 1:
            raise ValueError(f"{FILE.name}: {key} has fields in {', '.join(sorted(units))}")
        found[key] = Shared(key, str(it["label"]), str(it["help"]), units.pop(), places)
    return found


def of(calculator: str) -> dict[str, str]:
    """The calculator's fields that ask shared numbers, with the keys of these."""
    return {
        place.field: key
        for key, shared in load().items()
        for place in shared.places
        if place.calculator == calculator
    }
