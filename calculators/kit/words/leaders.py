"""Which of several amounts lead, and how their names are said in a sentence."""

from collections.abc import Sequence
from decimal import Decimal

from calculators.kit.arithmetic import share

NEAR = Decimal(10)
"""Percent of the smaller, within which estimates do not tell two amounts apart."""

MOST_NAMED = 3


def are_near(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts from zero up differ by at most `NEAR` percent of the smaller."""
    return abs(one - other) <= share(NEAR) * min(one, other)


def leaders(amounts: Sequence[Decimal]) -> list[int]:
    """The numbers, from 0, of the highest amount and of those near it; of nothing, none."""
    most = max(amounts)
    return [n for n, one in enumerate(amounts) if one > 0 and are_near(one, most)]


def quoted(names: Sequence[str]) -> str:
    """Names as a sentence lists them: «А», «Б» и «В»; of more than a few the first alone."""
    *shown, last = [f"«{name}»" for name in names[:MOST_NAMED]] or [""]
    if len(names) > MOST_NAMED:
        shown, last = [*shown, last], f"ещё {len(names) - MOST_NAMED}"
    return f"{', '.join(shown)} и {last}" if shown else last


def evenly(amounts: Sequence[Decimal]) -> str:
    """How amounts near one another compare, to begin a sentence with."""
    return "Поровну" if len(set(amounts)) == 1 else "Почти поровну"
