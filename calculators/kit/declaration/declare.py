"""How a calculator declares itself: outputs, steps, reading, tables, chart.

Inputs and outputs are frozen dataclasses whose fields are annotated with
declarations; those of inputs are in `calculators.kit.declaration.fields`::

    clients: Annotated[Decimal, Number("Клиентов за всё время", CLIENTS, …)]
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, is_dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, get_type_hints

from calculators.kit.arithmetic import Range
from calculators.kit.declaration.fields import Choice, Field, Number
from calculators.kit.declaration.units import Unit
from calculators.kit.words import formats
from calculators.kit.words.working import Working, operand


@dataclass(frozen=True, slots=True)
class Output:
    """A declared result; exactly one of a calculator's is its `headline`.

    A Decimal or a Range, or a sequence of Decimals, has a `unit`; a key has its `words`;
    `absent` is said where there is no value, and what `words` have for () where there is an
    empty tuple. Where more than the value decides what is said, `said` finds the value or the key
    to show from the whole record. A result that is not `listed` shows in tables only.
    """

    label: str
    unit: Unit | None = None
    headline: bool = False
    words: Mapping[Any, str] = field(default_factory=dict)
    absent: str = "—"
    listed: bool = True
    said: Callable[[Any], Any] | None = None


# Rows ask for every cell, and hints are evaluated anew each time.
_declared: dict[type[Any], dict[str, Any]] = {}


def declarations(record: type[Any]) -> dict[str, Any]:
    """The declaration of each field of a record of inputs or outputs, in order."""
    if record not in _declared:
        hints = get_type_hints(record, include_extras=True)
        _declared[record] = {name: hint.__metadata__[0] for name, hint in hints.items()}
    return _declared[record]


class Shown[T]:
    """A record whose attributes are the texts a reader sees; `raw` is the record itself.

    Rows, and results that are records themselves, give a list of such records; any other
    sequence a list of texts.
    """

    def __init__(self, raw: T, declared: Mapping[str, Field | Output]) -> None:
        self.raw = raw
        self._declared = declared

    def __getattr__(self, name: str) -> Any:
        declared = self._declared[name]
        said = declared.said if isinstance(declared, Output) else None
        value = said(self.raw) if said else getattr(self.raw, name)
        # Worked out once and kept as an attribute: the record is frozen.
        found = shown(value, declared)
        setattr(self, name, found)
        return found


def shown(value: Any, declared: Field | Output) -> Any:
    """A value as declared: a text, or a list of texts or of shown rows."""
    # Nearly all are numbers.
    if isinstance(value, Decimal):
        match declared:
            case Output(unit=Unit() as unit):
                return formats.quantity(value, unit)
            case Number(unit=unit):
                return formats.whole(value, unit)
    match value, declared:
        case None, Output(absent=absent):
            return formats.Text(absent, rounded=False)
        case Range(), Output(unit=Unit() as unit):
            return formats.between(value, unit)
        case _, Choice(options=words) | Output(words=words) if _is_key(value, words):
            return formats.Text(words[value], rounded=False)
        case list() | tuple(), _:
            return [shown(one, declared) for one in value]
        case _ if is_dataclass(value):
            return Shown(value, declarations(type(value)))
        case _:
            return formats.Text(value, rounded=False)


def _is_key(value: Any, words: Mapping[Any, str]) -> bool:
    return (isinstance(value, str | bool) or value == ()) and value in words


class Worked[T](Shown[T]):
    """A shown record whose attributes are the numbers of a derivation, to be computed with."""

    def __init__(self, shown: Shown[T]) -> None:
        self.raw = shown.raw
        self._shown = shown

    def __getattr__(self, name: str) -> Any:
        found = self._made(getattr(self._shown, name))
        setattr(self, name, found)
        return found

    def _made(self, shown: Any) -> Any:
        match shown:
            case formats.Text():
                return self._number(shown)
            case Shown():
                return type(self)(shown)
            case _:
                return [self._made(one) for one in shown]

    def _number(self, shown: formats.Text) -> Working:
        return operand(shown)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a derivation: what is found, how, and what comes out."""

    label: str
    working: Working
    outcome: Working | formats.Text

    @property
    def formula(self) -> str:
        """The whole line, with ≈ where a number shown in it is rounded."""
        outcome = operand(self.outcome)
        rounded = self.working.rounded or outcome.rounded
        return f"{self.working} {'≈' if rounded else '='} {outcome}"


@dataclass(frozen=True, slots=True)
class Reading:
    """The result in plain words: what it means, what to do next, what to beware of."""

    meaning: str
    action: str
    caution: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of shown texts under a caption; the first column names the rows."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Listing:
    """A titled list of texts; `empty` is said where there are none."""

    title: str
    items: Sequence[str]
    empty: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A Vega-Lite specification as plain data, and its finding in words."""

    spec: dict[str, Any]
    finding: str


type Problems = Iterator[tuple[str, str]]
"""Paths of fields, such as `stages.0.uplift`, each with what is wrong there, in Russian."""


def nothing(*_: object) -> Iterator[Any]:
    """No problems, tables, lists or idle fields: what a calculator has unless it says otherwise."""
    return iter(())


def no_chart(*_: object) -> Chart | None:
    """No chart: a calculator whose answer is a list or a text needs none."""
    return None


def no_document(*_: object) -> str:
    """No document: a calculator whose answer is not a text to take away."""
    return ""


@dataclass(frozen=True, slots=True)
class Preset:
    """A named example: what is typed into fields, the others left at their defaults.

    `why` says where its numbers come from.
    """

    title: str
    why: str
    raw: Mapping[str, Any]


@dataclass(frozen=True)
class Calculator[I, O]:
    """A calculator: its words, its records and its functions.

    `question` is what the reader wants to know; `chapter` is the name of the chapter's
    page. `check` finds what is wrong between fields that are each right by themselves.
    `document` is a text to take away, line by line as it stands, or empty. `idle` names the fields
    that change nothing as things are, so that a form need not ask for them. `measure` names the
    number that levers look at, where it is not the headline; `never` is what that counts as where
    there is none. A new `version` says that the same inputs get another answer.
    `compute` is pure and exact and never rounds for display.
    """

    title: str
    question: str
    chapter: str
    inputs: type[I]
    outputs: type[O]
    compute: Callable[[I], O]
    explain: Callable[[Worked[I], Worked[O]], Iterator[Step]]
    reading: Callable[[Shown[I], Shown[O]], Reading]
    chart: Callable[[Shown[I], Shown[O]], Chart | None] = no_chart
    tables: Callable[[Shown[I], Shown[O]], Iterator[Table]] = nothing
    lists: Callable[[Shown[I], Shown[O]], Iterator[Listing]] = nothing
    document: Callable[[Shown[I], Shown[O]], str] = no_document
    check: Callable[[I], Problems] = nothing
    idle: Callable[[I], Iterable[str]] = nothing
    presets: Mapping[str, Preset] = field(default_factory=dict)
    measure: str = ""
    version: int = 1
    never: Callable[[I], Decimal] | None = None

    @cached_property
    def fields(self) -> dict[str, Field]:
        """The declared fields by name, in the order of the form."""
        return declarations(self.inputs)

    @cached_property
    def results(self) -> dict[str, Output]:
        """The declared outputs by name, in the order of the page."""
        return declarations(self.outputs)

    def shown(self, inputs: I) -> tuple[Shown[I], Shown[O]]:
        """Inputs and what comes of them, as texts."""
        outputs = self.compute(inputs)
        return Shown(inputs, self.fields), Shown(outputs, self.results)

    def steps(self, i: Shown[I], o: Shown[O]) -> Iterator[Step]:
        """The derivation of what is shown."""
        return self.explain(Worked(i), Worked(o))

    @property
    def headline(self) -> str:
        """The name of the output that answers the question."""
        return next(name for name, output in self.results.items() if output.headline)

    @property
    def measured(self) -> str:
        """The name of the number that tells how good the answer is; empty where none does."""
        return self.measure or (self.headline if self.results[self.headline].unit else "")
