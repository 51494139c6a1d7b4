"""Two ways to one end, told apart by what they cost."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Protocol

from calculators.kit.declaration.declare import Output
from calculators.kit.declaration.fields import assumed, money

EQUAL, NEARLY = "equal", "nearly"
WORDS = {EQUAL: "поровну", NEARLY: "почти поровну"}

CLOSE = Output("Почти поровну", words={True: "да", False: "нет"}, listed=False)

HOUR_COST = money(
    "Цена вашего часа",
    assumed(3_000, "час руководителя"),
    "Ваш доход за месяц до вычета налога, со взносами, делённый на рабочие часы.",
)


class Compared(Protocol):
    """A record of outputs that says which way is cheaper and whether the sums are close."""

    @property
    def cheaper(self) -> str: ...
    @property
    def close(self) -> bool: ...


def cheaper(costs: Mapping[str, Decimal]) -> str:
    """The name of the lower of two costs, or `EQUAL`."""
    lower, higher = sorted(costs, key=lambda name: costs[name])
    return EQUAL if costs[lower] == costs[higher] else lower


def said(of: Compared) -> str:
    """What to say is cheaper: of two ways that cost nearly the same, neither."""
    return NEARLY if of.close and of.cheaper != EQUAL else of.cheaper


def headline(words: Mapping[str, str]) -> Output:
    """The output that says which of two ways is cheaper; `words` name them."""
    return Output("Что дешевле", headline=True, words={**words, **WORDS}, said=said)


def too_near(difference: str) -> str:
    """Why neither of two ways is called the cheaper one."""
    return f"Разница {difference} меньше, чем точность таких оценок."
