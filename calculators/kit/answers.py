"""Answers to questionnaires: one scale and one scoring."""

from collections import Counter
from collections.abc import Collection, Iterator
from decimal import Decimal

from calculators.kit import formats
from calculators.kit.arithmetic import HUNDRED, exact
from calculators.kit.declare import Step
from calculators.kit.units import MARKS

YES, PARTLY, NO = "yes", "partly", "no"
WORTH = {YES: Decimal(1), PARTLY: Decimal("0.5")}
"""How much an answer counts; any other counts for nothing."""


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
