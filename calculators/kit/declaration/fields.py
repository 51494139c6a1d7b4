"""The kinds of fields that a form can have, and where their defaults come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from calculators.kit.declaration.figures import Figure, figure
from calculators.kit.declaration.units import PERCENT, RUBLES, Unit

RUBLES_MAXIMUM = Decimal(10) ** 12


PHONE_LINE = 30  # characters of a phone's width beside the space between options


@dataclass(frozen=True, slots=True)
class Default:
    """A default value and, in words, where it comes from."""

    value: Any
    why: str
    figure: Figure | None = None


def assumed(value: int | str, why: str) -> Default:
    """A default number that is the editors' assumption; `why` says why this one."""
    return Default(Decimal(value), why)


def sourced(key: str) -> Default:
    """A default that is a figure of `figures.toml`. Raises KeyError for an unknown key."""
    found = figure(key)
    return Default(found.value, found.text, found)


def chosen(option: str, why: str) -> Default:
    """A default answer to a choice, by the option's key."""
    return Default(option, why)


def rows(values: Sequence[Mapping[str, object]], why: str) -> Default:
    """Default rows, each cell as a reader would type it."""
    return Default([{key: str(cell) for key, cell in row.items()} for row in values], why)


@dataclass(frozen=True, slots=True)
class Number:
    """A field for one number, in `unit`, from `minimum` to `maximum` inclusive.

    `positive` excludes a minimum of zero itself; `whole` admits whole numbers only. Where
    `below_one` is usual, a small percent is not taken for a slip. A field of any kind may be
    `secondary`.
    """

    label: str
    unit: Unit
    default: Default
    help: str
    minimum: Decimal
    maximum: Decimal
    whole: bool = False
    positive: bool = False
    below_one: bool = False
    secondary: bool = False

    def __hash__(self) -> int:
        # Equal ones have one label; to go through all there is takes longer than to read a number.
        return hash(self.label)


@dataclass(frozen=True, slots=True)
class Choice:
    """A field for one of a few `options`: keys in order, each with the words shown."""

    label: str
    options: Mapping[str, str]
    default: Default
    help: str = ""
    secondary: bool = False

    @property
    def few(self) -> bool:
        """Whether the words of all options fit side by side on a phone."""
        return len("".join(self.options.values())) <= PHONE_LINE


@dataclass(frozen=True, slots=True)
class Text:
    """A field for words, at most `longest` characters; `lines` is the height of its box."""

    label: str
    default: Default
    help: str = ""
    longest: int = 200
    lines: int = 1
    required: bool = False
    secondary: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A field of `minimum` to `maximum` rows, each a record `row` with fields of its own.

    `item` is what one row is called, in the accusative after «Добавить».
    """

    label: str
    row: type[Any]
    default: Default
    help: str
    item: str
    minimum: int
    maximum: int
    secondary: bool = False


type Field = Number | Choice | Text | Rows


def money(label: str, default: Default, help: str) -> Number:
    """A field for an amount from zero up, ₽."""
    return Number(label, RUBLES, default, help, Decimal(0), RUBLES_MAXIMUM)


def percent(label: str, default: Default, help: str, *, below_one: bool = False) -> Number:
    """A field for a share of a whole, as a percent 0–100."""
    return Number(label, PERCENT, default, help, Decimal(0), Decimal(100), below_one=below_one)


def secondary[F: Field](field: F) -> F:
    """The field, to stand closed under the others: it moves the answer less than they do."""
    return replace(field, secondary=True)
