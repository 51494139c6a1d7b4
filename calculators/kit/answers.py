"""Questionnaires: a question for each row of a sourced table, one scale, one scoring.

A row of the table begins with the question's name and what is asked, and ends with what
to do about the answer.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.kit import formats
from calculators.kit.arithmetic import HUNDRED, exact
from calculators.kit.declare import Step, declarations
from calculators.kit.fields import Choice, chosen
from calculators.kit.figures import Sheet, sheet
from calculators.kit.units import MARKS

YES, PARTLY, NO, UNKNOWN = "yes", "partly", "no", "unknown"
WORTH = {YES: Decimal(1), PARTLY: Decimal("0.5")}
"""How much an answer counts; any other counts for nothing."""

MISTAKES = {YES: "у нас так", PARTLY: "отчасти", NO: "у нас не так"}
"""The scale of questions in which «yes» is a mistake made."""


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of the sheet `key`, answered by `options`; `default` until answered."""

    key: str
    options: Mapping[str, str]
    default: str

    @property
    def sheet(self) -> Sheet:
        """The sourced table."""
        return sheet(self.key)

    def ask(self, number: int) -> Choice:
        """The field of one question, by its number from 1."""
        name, asked, *_ = self.sheet.rows[number - 1]
        words = asked if asked.endswith("?") else f"{asked}."
        return Choice(f"{number}. {name}", self.options, chosen(self.default, ""), words)

    def unanswered(self, given: Collection[str]) -> str:
        """What to say, before anything else, while every answer is the default."""
        if set(given) != {self.default}:
            return ""
        return f"Пока все ответы — «{self.options[self.default]}»: поставьте свои. "

    def names(self, inputs: type[Any]) -> dict[str, str]:
        """The name of each question by its field in the record `inputs`."""
        return dict(zip(_fields(inputs), self.sheet.items, strict=True))

    def advice(self, inputs: type[Any], keys: Iterable[str]) -> list[str]:
        """For each of the questions `keys`, its name and what to do about it."""
        rows = dict(zip(_fields(inputs), self.sheet.rows, strict=True))
        return [f"{rows[key][0]}. {rows[key][-1]}." for key in keys]


def _fields(inputs: type[Any]) -> list[str]:
    return [name for name, field in declarations(inputs).items() if isinstance(field, Choice)]


def given(inputs: Any) -> dict[str, str]:
    """The answers of a record of inputs by field, in order."""
    return {name: getattr(inputs, name) for name in _fields(type(inputs))}


def points(answers: Collection[str]) -> Decimal:
    """«Yes» counts as one and «partly» as a half."""
    return sum((WORTH.get(answer, Decimal(0)) for answer in answers), Decimal(0))


@exact
def score(answers: Collection[str]) -> Decimal:
    """The points out of those that could be had, percent."""
    return points(answers) * HUNDRED / len(answers)


def steps(answers: Collection[str], label: str, outcome: formats.Text) -> Iterator[Step]:
    """How the score was found; `label` and `outcome` are those of the score."""
    counts, found = Counter(answers), formats.quantity(points(answers), MARKS)
    half = formats.number(WORTH[PARTLY])
    yield Step("Баллы", f"{counts[YES]} × {WORTH[YES]} + {counts[PARTLY]} × {half}", found)
    yield Step(label, f"{found} ÷ {len(answers)}", outcome)


def present(answers: Mapping[str, str]) -> tuple[str, ...]:
    """The mistakes that are made, wholly or partly, in the order of the questions."""
    return tuple(name for name, answer in answers.items() if answer in WORTH)


def earliest(found: Collection[str], order: Collection[str], most: int = 3) -> tuple[str, ...]:
    """At most `most` of `found`: those in `order` first and in that order, then the rest."""
    led = [name for name in order if name in found]
    return tuple([*led, *(name for name in found if name not in led)][:most])
