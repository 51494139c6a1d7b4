"""Turning points: the nearest value of each number at which the answer is another one."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.kit.decision.edges import edge, grain
from calculators.kit.decision.numbers import Place, changed, fits, places
from calculators.kit.decision.work import Work
from calculators.kit.declaration.declare import Calculator

FAR = 4
"""How many times larger or smaller a number is tried at most."""
STEPS = 16
"""At how many values on the way there."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A number, the nearest value at which the answer is another one, and which."""

    place: Place
    at: Decimal
    answer: Any


def answer(calculator: Calculator[Any, Any], inputs: Any) -> Any:
    """What can turn: the key that the headline says, the first of several, whether it is absent."""
    found = getattr(calculator.compute(inputs), calculator.headline)
    if isinstance(found, tuple):
        return found[0] if found else None
    return found is None if found is None or isinstance(found, Decimal) else found


def turns(calculator: Calculator[Any, Any], inputs: Any) -> Work[list[Turn]]:
    """The nearest turning point of each number that has one, in the form's order."""
    now = answer(calculator, inputs)
    found = []
    for place in places(calculator, inputs):
        ways = []
        for end in (Decimal(1) / FAR, Decimal(FAR)):
            ways.append((yield from _toward(calculator, inputs, place, place.value * end, now)))
        near = [turn for turn in ways if turn]
        if near:
            found.append(min(near, key=lambda turn: abs(turn.at - turn.place.value)))
    return found


def _toward(
    calculator: Calculator[Any, Any], inputs: Any, place: Place, end: Decimal, now: Any
) -> Work[Turn | None]:
    def stays(value: Decimal) -> bool:
        return bool(answer(calculator, changed(inputs, place.path, value)) == now)

    before = place.value
    for value in _way(place, end):
        if not fits(calculator, inputs, place.path, value):
            return None
        if not stays(value):
            _, at = yield from edge(before, value, grain(place), stays)
            return Turn(place, at, answer(calculator, changed(inputs, place.path, at)))
        before = value
        yield
    return None


def _way(place: Place, end: Decimal) -> Iterator[Decimal]:
    # Values from the number to the end, evenly; whole numbers once each, never beyond a bound.
    last = min(max(end, place.lowest), place.field.maximum)
    before = place.value
    for number in range(1, STEPS + 1):
        value = place.value + (last - place.value) * number / STEPS
        if place.field.whole:
            value = value.to_integral_value()
        if value != before:
            yield value
        before = value
