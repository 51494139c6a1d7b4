"""Levers: how far each number moves the measure when it alone is a tenth lower or higher.

Tornado diagrams show it so: one input at a time, all else as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from calculators.kit.arithmetic import Range
from calculators.kit.decision.edges import edge, grain
from calculators.kit.decision.numbers import Place, changed, fits, places
from calculators.kit.decision.work import Work, done
from calculators.kit.declaration.declare import Calculator

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Lever:
    """A number and its lower and higher value, with the measure at each.

    A measure is None where there is none; `span` has both as they are compared, «never» a number
    too, and `swing` is the greater of their differences from now.
    """

    place: Place
    lower: Decimal
    higher: Decimal
    low: Decimal | None
    high: Decimal | None
    span: tuple[Decimal, Decimal]
    swing: Decimal


def levers(
    calculator: Calculator[Any, Any], inputs: Any, ranges: Mapping[str, Range]
) -> Work[list[Lever]]:
    """Every number of the inputs, the one that moves the measure most first.

    Where a range is known its ends stand in place of a tenth less and more. Of equal ones the
    form's order is kept. Nothing where the calculator has no measure now.
    """
    now = counted(calculator, inputs)
    never = now is not None and measured(calculator, inputs) is None
    found = []
    if now is not None:
        for place in places(calculator, inputs):
            typed = ranges.get(place.path)
            found.append(_lever(calculator, inputs, place, typed, now, never=never))
            yield
    return sorted(found, key=lambda lever: lever.swing, reverse=True)


def measured(calculator: Calculator[Any, Any], inputs: Any) -> Decimal | None:
    """The measure for these inputs, None where it has none."""
    found: Decimal | None = getattr(calculator.compute(inputs), calculator.measured)
    return found


def counted(calculator: Calculator[Any, Any], inputs: Any) -> Decimal | None:
    """The measure as it is compared: «never» is later than any month."""
    if not calculator.measured:
        return None
    found = measured(calculator, inputs)
    return calculator.never(inputs) if found is None and calculator.never else found


def _lever(
    calculator: Calculator[Any, Any],
    inputs: Any,
    place: Place,
    typed: Range | None,
    now: Decimal,
    *,
    never: bool,
) -> Lever:
    lower, higher = ends(calculator, inputs, place, typed)
    at = [changed(inputs, place.path, value) for value in (lower, higher)]
    low, high = (measured(calculator, one) for one in at)
    # Where there is no measure nothing is compared, nor is never with never, however late it is.
    still = never and low is None and high is None
    counts = [None if still else counted(calculator, one) for one in at]
    span = [now if found is None else found for found in counts]
    swing = max(abs(one - now) for one in span)
    return Lever(place, lower, higher, low, high, (span[0], span[1]), swing)


def ends(
    calculator: Calculator[Any, Any], inputs: Any, place: Place, typed: Range | None
) -> tuple[Decimal, Decimal]:
    """A tenth less and a tenth more, of a whole number at least 1, as far as is admitted.

    The ends of the range where one was `typed`.
    """
    step = abs(place.value) * TENTH
    if place.field.whole:
        step = max(Decimal(1), step.to_integral_value(ROUND_HALF_UP))
    lower = max(place.value - step, place.lowest)
    higher = min(place.value + step, place.field.maximum)
    if typed:
        lower, higher = typed
    return (
        _admitted(calculator, inputs, place, lower),
        _admitted(calculator, inputs, place, higher),
    )


def _admitted(calculator: Calculator[Any, Any], inputs: Any, place: Place, end: Decimal) -> Decimal:
    # The value nearest to `end` that goes with the other inputs.
    if fits(calculator, inputs, place.path, end):
        return end
    last, _ = done(
        edge(place.value, end, grain(place), lambda to: fits(calculator, inputs, place.path, to))
    )
    return last
