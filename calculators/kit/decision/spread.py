"""The spread: what comes out where numbers are known as ranges.

Every value of a range is as likely as another, and the fields do not depend on one another. The
points are those of a Halton sequence: they fill the box evenly and are the same on every machine.
Source: J. H. Halton, «On the efficiency of certain quasi-random sequences of points», 1960.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from typing import Any

from calculators.kit.arithmetic import Range
from calculators.kit.decision.numbers import changed, places
from calculators.kit.decision.work import Work
from calculators.kit.declaration.declare import Calculator

POINTS = 512
CASES = 20
"""Of the points' answers, as many as people can count; each stands for as many points."""
MOST_CORNERS = 6
"""Of so many ranges every corner of the box is looked at too: 64."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What each numeric output comes to: its `low` and `high` over the box, and the cases.

    None is «never», later than any number. `answers` has the headline of each case.
    """

    low: Mapping[str, Decimal | None]
    high: Mapping[str, Decimal | None]
    cases: Mapping[str, Sequence[Decimal | None]]
    answers: Sequence[Any]
    refused: int


def spread(
    calculator: Calculator[Any, Any], inputs: Any, ranges: Mapping[str, Range]
) -> Work[Spread | None]:
    """The spread over the box of `ranges`, by paths; None without a range or without an answer."""
    if not ranges:
        return None
    corners: list[Any] = []
    points: list[Any] = []
    refused = 0
    for values in _corners(ranges):
        corners += _computed(calculator, inputs, values)
        yield
    for values in _points(calculator, inputs, ranges):
        found = _computed(calculator, inputs, values)
        points += found
        refused += not found
        yield
    if not points:
        return None
    names = [name for name in calculator.results if _is_number(name, [*corners, *points])]
    ordered = {name: sorted((getattr(o, name) for o in points), key=_late) for name in names}
    around = {
        name: sorted((getattr(o, name) for o in [*corners, *points]), key=_late) for name in names
    }
    yield
    return Spread(
        low={name: found[0] for name, found in around.items()},
        high={name: found[-1] for name, found in around.items()},
        cases={name: [found[at] for at in _ranks(len(found))] for name, found in ordered.items()},
        answers=[getattr(o, calculator.headline) for o in points],
        refused=refused,
    )


def plain(it: Spread) -> dict[str, Any]:
    """The spread as plain data, by outputs."""
    return {
        name: {"low": it.low[name], "high": it.high[name], "cases": it.cases[name]}
        for name in it.cases
    }


def _computed(
    calculator: Calculator[Any, Any], inputs: Any, values: Mapping[str, Decimal]
) -> list[Any]:
    for path, value in values.items():
        inputs = changed(inputs, path, value)
    return [] if list(calculator.check(inputs)) else [calculator.compute(inputs)]


def _corners(ranges: Mapping[str, Range]) -> Iterator[dict[str, Decimal]]:
    if len(ranges) <= MOST_CORNERS:
        for ends in product(*ranges.values()):
            yield dict(zip(ranges, ends, strict=True))


def _points(
    calculator: Calculator[Any, Any], inputs: Any, ranges: Mapping[str, Range]
) -> Iterator[dict[str, Decimal]]:
    whole = {place.path: place.field.whole for place in places(calculator, inputs)}
    bases = dict(zip(ranges, primes(), strict=False))
    for number in range(1, POINTS + 1):
        point = {}
        for path, (low, high) in ranges.items():
            value = low + (high - low) * halton(number, bases[path])
            point[path] = value.quantize(Decimal(1), ROUND_HALF_UP) if whole[path] else value
        yield point


def halton(number: int, base: int) -> Decimal:
    """The `number`th value, from 1, of the sequence between 0 and 1: its digits turned about."""
    top, bottom = 0, 1
    while number:
        number, digit = divmod(number, base)
        top, bottom = top * base + digit, bottom * base
    return Decimal(top) / bottom


def primes() -> Iterator[int]:
    """The primes, each for one range."""
    found: list[int] = []
    number = 1
    while True:
        number += 1
        if all(number % prime for prime in found):
            found.append(number)
            yield number


def _ranks(count: int) -> list[int]:
    # Of twenty cases the first stands for the first twentieth, so it is at its middle: 1/40.
    return [count * (2 * case + 1) // (2 * CASES) for case in range(CASES)]


def _is_number(name: str, outputs: Sequence[Any]) -> bool:
    known = [value for o in outputs if (value := getattr(o, name)) is not None]
    return bool(known) and all(isinstance(value, Decimal) for value in known)


def _late(value: Decimal | None) -> tuple[bool, Decimal]:
    return value is None, value or Decimal(0)
