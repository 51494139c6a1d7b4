"""How a calculator declares itself: fields, outputs, steps, reading, chart.

Inputs and outputs are frozen dataclasses whose fields are annotated with the
declarations below::

    clients: Annotated[Decimal, Number("Клиентов за всё время", CLIENTS, …)]
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, get_type_hints

from calculators.kit import formats
from calculators.kit.figures import Figure, figure
from calculators.kit.units import PERCENT, RUBLES, Unit

RUBLES_MAXIMUM = Decimal(10) ** 12


@dataclass(frozen=True, slots=True)
class Default:
    """A default value and, in words, where it comes from."""

    value: Decimal
    why: str
    figure: Figure | None = None


def assumed(value: int | str, why: str) -> Default:
    """A default that is the editors' assumption; `why` says why this one."""
    return Default(Decimal(value), why)


def sourced(key: str) -> Default:
    """A default that is a figure of `figures.toml`. Raises KeyError for an unknown key."""
    found = figure(key)
    return Default(found.value, found.text, found)


@dataclass(frozen=True, slots=True)
class Number:
    """A field for one number, in `unit`, from `minimum` to `maximum` inclusive.

    `positive` excludes a minimum of zero itself; `whole` admits whole numbers only.
    """

    label: str
    unit: Unit
    default: Default
    help: str
    minimum: Decimal
    maximum: Decimal
    whole: bool = False
    positive: bool = False


def money(label: str, default: Default, help: str) -> Number:
    """A field for an amount from zero up, ₽."""
    return Number(label, RUBLES, default, help, Decimal(0), RUBLES_MAXIMUM)


def percent(label: str, default: Default, help: str) -> Number:
    """A field for a share of a whole, as a percent 0–100."""
    return Number(label, PERCENT, default, help, Decimal(0), Decimal(100))


@dataclass(frozen=True, slots=True)
class Output:
    """A declared result; exactly one of a calculator's is its `headline`."""

    label: str
    unit: Unit
    headline: bool = False


def declarations(record: type[Any]) -> dict[str, Any]:
    """The declaration of each field of a record of inputs or outputs, in order."""
    hints = get_type_hints(record, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items()}


class Shown[T]:
    """A record whose attributes are the texts a reader sees; `raw` is the record itself."""

    def __init__(self, raw: T, declared: Mapping[str, Number | Output]) -> None:
        self.raw = raw
        self._declared = declared

    def __getattr__(self, name: str) -> formats.Text:
        return formats.quantity(getattr(self.raw, name), self._declared[name].unit)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a derivation: what is found, how, and what comes out."""

    label: str
    expression: str
    outcome: formats.Text

    @property
    def formula(self) -> str:
        """The whole line, with ≈ where the shown outcome is rounded."""
        return f"{self.expression} {'≈' if self.outcome.rounded else '='} {self.outcome}"


@dataclass(frozen=True, slots=True)
class Reading:
    """The result in plain words: what it means, what to do next, what to beware of."""

    meaning: str
    action: str
    caution: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A Vega-Lite specification as plain data, and its finding in words."""

    spec: dict[str, Any]
    finding: str


@dataclass(frozen=True)
class Calculator[I, O]:
    """A calculator: its words, its records and its four functions.

    `question` is what the reader wants to know; `chapter` is the name of the chapter's
    page. `compute` is pure and exact and never rounds for display.
    """

    title: str
    question: str
    chapter: str
    inputs: type[I]
    outputs: type[O]
    compute: Callable[[I], O]
    explain: Callable[[Shown[I], Shown[O]], Iterator[Step]]
    reading: Callable[[Shown[I], Shown[O]], Reading]
    chart: Callable[[Shown[I], Shown[O]], Chart]

    @cached_property
    def fields(self) -> dict[str, Number]:
        """The declared fields by name, in the order of the form."""
        return declarations(self.inputs)

    @cached_property
    def results(self) -> dict[str, Output]:
        """The declared outputs by name, in the order of the page."""
        return declarations(self.outputs)

    @property
    def headline(self) -> str:
        """The name of the output that answers the question."""
        return next(name for name, output in self.results.items() if output.headline)
