"""Questionnaires: a question for each row of a sourced table, one scale, one scoring.

A row of the table begins with the question's name and what is asked, and ends with what
to do about the answer.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.kit.arithmetic import HUNDRED, exact
from calculators.kit.declaration.declare import Step, declarations
from calculators.kit.declaration.fields import Choice, chosen
from calculators.kit.declaration.figures import Sheet, sheet
from calculators.kit.declaration.units import MARKS, Unit
from calculators.kit.words import formats
from calculators.kit.words.working import Working, operand

YES, PARTLY, NO, UNKNOWN, UNANSWERED = "yes", "partly", "no", "unknown", "unanswered"
WORTH = {YES: Decimal(1), PARTLY: Decimal("0.5")}
"""How much an answer counts; any other counts for nothing."""

MISTAKES = {YES: "у нас так", PARTLY: "отчасти", NO: "не так", UNANSWERED: "позже"}
"""The scale of questions in which «yes» is a mistake made; nothing is found until an answer."""


ANSWER_ALL = "Ответьте и на остальные вопросы: начать, возможно, придётся с другого."
"""What to add to where to begin while an answer not given yet may come before it."""


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


def replied(inputs: Any) -> list[str]:
    """The answers of a record of inputs that somebody has given."""
    return [answer for answer in given(inputs).values() if answer != UNANSWERED]


def points(answers: Collection[str]) -> Decimal:
    """«Yes» counts as one and «partly» as a half."""
    return sum((WORTH.get(answer, Decimal(0)) for answer in answers), Decimal(0))


@exact
def score(answers: Collection[str]) -> Decimal:
    """The points out of those that could be had, percent."""
    return points(answers) * HUNDRED / len(answers)


def out_of(questions: int) -> Unit:
    """The unit of points out of so many questions: «4,5 из 9»."""
    return Unit.symbol(f"из\u00a0{questions}", 1)


def tally(answers: Collection[str], label: str, outcome: Working) -> Step:
    """How the points came about; `label` and `outcome` are theirs."""
    counts = Counter(answers)
    whole, half = (operand(counts[answer]) * worth for answer, worth in WORTH.items())
    return Step(label, whole + half, outcome)


def steps(answers: Collection[str], label: str, outcome: Working) -> Iterator[Step]:
    """How the score was found; `label` and `outcome` are those of the score."""
    found = formats.quantity(points(answers), MARKS)
    yield tally(answers, "Баллы: «да» — один, «отчасти» — половина", operand(found))
    yield Step(label, operand(found) / len(answers), outcome)


def present(answers: Mapping[str, str]) -> tuple[str, ...]:
    """The mistakes that are made, wholly or partly, in the order of the questions."""
    return tuple(name for name, answer in answers.items() if answer in WORTH)


def half(answers: Mapping[str, str]) -> str:
    """How a mistake made in part is counted, where any is: «: «отчасти» — за половину»."""
    return ": «отчасти» — за половину" if PARTLY in answers.values() else ""


def settled(answers: Mapping[str, str], order: Collection[str]) -> bool:
    """Whether the first to begin with stays so, whatever is answered to the questions left."""
    left = tuple(name for name, answer in answers.items() if answer in {*WORTH, UNANSWERED})
    return earliest(left, order, most=1) == earliest(present(answers), order, most=1)


def earliest(found: Collection[str], order: Collection[str], most: int = 3) -> tuple[str, ...]:
    """At most `most` of `found`: those in `order` first and in that order, then the rest."""
    led = [name for name in order if name in found]
    return tuple([*led, *(name for name in found if name not in led)][:most])
