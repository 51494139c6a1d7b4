"""Where something that holds for a number ceases to hold, as exactly as a person would type it."""

from collections.abc import Callable
from decimal import ROUND_CEILING, Decimal

from calculators.kit.decision.numbers import Place
from calculators.kit.decision.work import Work

DIGITS = 6
"""How many digits of a number are looked at, from its first one on."""


def grain(place: Place) -> Decimal:
    """The least step by which a number is changed: 1 of a whole one, else of its sixth digit."""
    if place.field.whole or not place.value:
        return Decimal(1)
    return Decimal(1).scaleb(place.value.adjusted() - DIGITS + 1)


def edge(
    inside: Decimal, outside: Decimal, step: Decimal, holds: Callable[[Decimal], bool]
) -> Work[tuple[Decimal, Decimal]]:
    """The last value at which it holds and the next, at which it does not, `step` apart.

    It holds at `inside` and does not at `outside`; between them it is taken to cease once.
    """
    way = step if outside > inside else -step
    steps = ((outside - inside) / way).to_integral_value(ROUND_CEILING)
    last, first = 0, int(steps)
    while first - last > 1:
        middle = (last + first) // 2
        if holds(inside + middle * way):
            last = middle
        else:
            first = middle
        yield
    return inside + last * way, _no_farther(inside + first * way, outside, way)


def _no_farther(value: Decimal, end: Decimal, way: Decimal) -> Decimal:
    return min(value, end) if way > 0 else max(value, end)
