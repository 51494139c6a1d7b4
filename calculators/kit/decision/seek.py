"""Seeking: what one number has to be for an output to reach a target, all else as it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.kit.decision.edges import edge, grain
from calculators.kit.decision.numbers import Place, changed, fits
from calculators.kit.decision.work import Work
from calculators.kit.declaration.declare import Calculator

STEPS = 16
"""At how many values, evenly up to a bound, the output is looked at beside the near ones."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The nearest `value` at which the output reaches the `target`, and what it `gets` there.

    Where nothing reaches it, `value` is the one that comes nearest and `reached` is False.
    `falls` is whether the output has to become less than it is.
    """

    place: Place
    output: str
    target: Decimal
    falls: bool
    value: Decimal
    reached: bool
    gets: Decimal | None


def seek(
    calculator: Calculator[Any, Any], inputs: Any, output: str, target: Decimal, place: Place
) -> Work[Sought]:
    """The number at `place` for which `output` is the target, or past it as seen from today."""

    def gets(value: Decimal) -> Decimal | None:
        return outcome(calculator, inputs, output, place.path, value)

    now = gets(place.value)
    # «Never» is later than any target.
    falls = now is None or now > target

    def misses(value: Decimal) -> bool:
        return not reaches(gets(value), target, falls=falls)

    def found(value: Decimal, *, reached: bool) -> Sought:
        return Sought(place, output, target, falls, value, reached, gets(value))

    if now == target:
        return found(place.value, reached=True)

    tried = [(place.value, now)]
    reached = []
    for end in (place.lowest, place.field.maximum):
        before = place.value
        for value in _way(place, end):
            yield
            if not fits(calculator, inputs, place.path, value):
                break
            tried.append((value, gets(value)))
            if not misses(value):
                _, at = yield from edge(before, value, grain(place), misses)
                reached.append(at)
                break
            before = value
    if reached:
        value = min(reached, key=lambda at: abs(at - place.value))
        return found(value, reached=True)
    known = [pair for pair in tried if pair[1] is not None]
    nearest, _ = min(known or tried, key=lambda pair: _apart(pair, target, place))
    return found(nearest, reached=False)


def outcome(
    calculator: Calculator[Any, Any], inputs: Any, output: str, path: str, value: Decimal
) -> Decimal | None:
    """What an output is with the number at `path` replaced."""
    found: Decimal | None = getattr(calculator.compute(changed(inputs, path, value)), output)
    return found


def reaches(gets: Decimal | None, target: Decimal, *, falls: bool) -> bool:
    """Whether an output is at the target or past it."""
    return gets is not None and (gets <= target if falls else gets >= target)


def _apart(
    pair: tuple[Decimal, Decimal | None], target: Decimal, place: Place
) -> tuple[Decimal, Decimal]:
    # The output's distance first; of values that come as near, the one nearest to today's.
    value, found = pair
    return abs((found or Decimal(0)) - target), abs(value - place.value)


def _way(place: Place, end: Decimal) -> Iterator[Decimal]:
    # Ever larger steps away, so that the nearest is found whatever its size, and even ones.
    length = abs(end - place.value)
    away = 1 if end > place.value else -1
    step = grain(place)
    far = [length * number / STEPS for number in range(1, STEPS + 1)]
    while step < length:
        far.append(step)
        step *= 2
    before = place.value
    for distance in sorted(far):
        value = place.value + away * distance
        if place.field.whole:
            value = value.to_integral_value()
        if value != before:
            yield value
        before = value
