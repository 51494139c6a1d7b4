"""What levers and turning points say: as numbers for a program, in words for a reader."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from calculators.kit.arithmetic import HUNDRED
from calculators.kit.decision import cases, sought
from calculators.kit.decision.levers import TENTH, Lever, counted, levers, measured
from calculators.kit.decision.numbers import Place, changed, named, places
from calculators.kit.decision.spread import Spread, spread
from calculators.kit.decision.turns import FAR, Turn, answer, turns
from calculators.kit.decision.work import Work
from calculators.kit.declaration.declare import Calculator, shown
from calculators.kit.read import Understood
from calculators.kit.typed import ended
from calculators.kit.words import formats
from calculators.kit.words.labels import NUMBERS, inside
from calculators.kit.words.leaders import MOST_NAMED, quoted

MOST_TURNS = 3
MOST_BARS = 7
BY = {Decimal("0.1"): "на десятую часть"}[TENTH]
"""Not in percent: of a percent it would be read as points."""
TIMES = {4: "вчетверо"}[FAR]
MATTERS, TURNS = "Что важнее всего", "Ответ сменится"


@dataclass(frozen=True, slots=True)
class Found:
    """The levers, the turning points and, where ranges are typed, the spread of inputs."""

    calculator: Calculator[Any, Any]
    inputs: Any
    levers: Sequence[Lever]
    turns: Sequence[Turn]
    spread: Spread | None

    @property
    def moving(self) -> list[Lever]:
        """The levers that move the measure, the strongest first."""
        return [lever for lever in self.levers if lever.swing]

    def name(self, place: Place) -> str:
        """What a number is called."""
        return named(self.inputs, place)

    def measure(self, value: Decimal | None) -> str:
        """A measure as the page shows it."""
        return str(shown(value, self.calculator.results[self.calculator.measured]))


def has_numbers(calculator: Calculator[Any, Any], inputs: Any) -> bool:
    """Whether there is anything to vary."""
    return any(True for _ in places(calculator, inputs))


def found[I](calculator: Calculator[I, Any], understood: Understood[I]) -> Work[Found]:
    """The spread, levers and turning points, a piece at a time."""
    inputs, ranges = understood.inputs, understood.ranges
    spreads = yield from spread(calculator, inputs, ranges)
    moved = yield from levers(calculator, inputs, ranges)
    turned = yield from turns(calculator, inputs)
    return Found(calculator, inputs, moved, turned, spreads)


def numbers(it: Found) -> dict[str, Any]:
    """The measure now, every lever and every turning point, at full precision."""
    named = it.calculator.measured
    return {
        "measure": named or None,
        "now": measured(it.calculator, it.inputs) if named else None,
        "levers": [
            {"input": one.place.path, "low": one.low, "high": one.high, "swing": one.swing}
            for one in it.levers
        ],
        "turns": [
            {"input": one.place.path, "at": one.at, "answer": one.answer} for one in it.turns
        ],
    }


def sentences(it: Found) -> Iterator[str]:
    """What matters most, what changes nothing, and where the answer turns."""
    if it.levers:
        yield measured_now(it)
        yield f"{MATTERS}: {finding(it)}"
        for lever in it.moving:
            yield ended(f"{it.name(lever.place)}: {'; '.join(ends(it, lever))}")
    yield from filter(None, (still(it), turning(it)))


def page(it: Found) -> dict[str, Any]:
    """What a page shows: the finding, a bar for each of the strongest levers, and sentences."""
    told = {
        "title": MATTERS,
        "finding": finding(it),
        "measure": measured_now(it),
        "bars": list(_bars(it)),
        "still": still(it),
        "turning": turning(it),
        **(cases.page(it.calculator, it.spread) if it.spread else cases.NOTHING),
        **sought.choices(it.calculator, it.inputs),
    }
    if it.calculator.measured or not it.turns:
        return told
    # Without a measure all there is to find is where the answer turns.
    return told | {"title": TURNS, "finding": f"{_turns(it)}.", "turning": ""}


def finding(it: Found) -> str:
    """The strongest lever, or how many are as strong, and what it does."""
    if not it.levers:
        return "чисел, которые двигали бы ответ, сейчас нет."
    if not it.moving:
        return f"ни одно число: {BY} больше или меньше — ничего не меняется."
    most = [lever for lever in it.moving if lever.swing == it.moving[0].swing]
    does = {_does(it, lever) for lever in most}
    if len(most) == 1:
        who = inside(it.name(most[0].place))
    elif len(most) > MOST_NAMED:
        who = f"одинаково {formats.whole(Decimal(len(most)), NUMBERS)}"
    else:
        who = f"одинаково {quoted([it.name(lever.place) for lever in most])}"
    return ended(f"{who}. {does.pop()}" if len(does) == 1 else who)


def _does(it: Found, lever: Lever) -> str:
    # The end that is farther from now; of two as far, the higher value's.
    calculator = it.calculator
    now = counted(calculator, it.inputs) or Decimal(0)
    low, high = (abs(one - now) for one in lever.span)
    end, there = (lever.lower, lever.low) if low > high else (lever.higher, lever.high)
    value = lever.place.value
    if end in (value * (1 - TENTH), value * (1 + TENTH)):
        change = f"{BY.capitalize()} {'больше' if end > value else 'меньше'}"
    else:
        change = f"{_value(lever.place, end)}, а не {_value(lever.place, value)}"
    if there is None:
        return f"{change} — {it.measure(None)}"
    if calculator.measured == calculator.headline:
        return f"{change} — и будет {it.measure(there)}"
    label = inside(calculator.results[calculator.measured].label)
    before = it.measure(measured(calculator, it.inputs))
    return f"{change} — и {label} {it.measure(there)}, а не {before}"


def measured_now(it: Found) -> str:
    """The measure and what it is now; empty where there is none."""
    if not it.levers:
        return ""
    output = it.calculator.results[it.calculator.measured]
    return ended(f"{output.label}: {it.measure(measured(it.calculator, it.inputs))}")


def ends(it: Found, lever: Lever) -> list[str]:
    """The lower and the higher value, each with the measure there."""
    pairs = ((lever.lower, lever.low), (lever.higher, lever.high))
    return [f"{_value(lever.place, value)} → {it.measure(there)}" for value, there in pairs]


def _bars(it: Found) -> Iterator[dict[str, str]]:
    # From where to where on one axis, in percent of its length.
    strongest = it.moving[:MOST_BARS]
    now = counted(it.calculator, it.inputs) or Decimal(0)
    points = [now, *(one for lever in strongest for one in lever.span)]
    start, length = min(points), max(points) - min(points)
    for lever in strongest:
        places = {"from": min(*lever.span, now), "to": max(*lever.span, now), "now": now}
        # Each end's words stand at its side of the bar.
        left, right = ends(it, lever)[:: 1 if lever.span[0] <= lever.span[1] else -1]
        yield {"label": it.name(lever.place), "left": left, "right": right} | {
            key: format((one - start) / length * HUNDRED, ".1f") for key, one in places.items()
        }


def still(it: Found) -> str:
    """Which numbers change nothing, in a sentence; empty if none is so."""
    # A tenth of nothing is nothing: of such a number levers cannot tell.
    names = [it.name(one.place) for one in it.levers if not one.swing and one.place.value]
    if not names or not it.moving:
        return ""
    return f"{BY.capitalize()} больше или меньше — ничего не меняют: {quoted(names)}."


def turning(it: Found) -> str:
    """At which numbers the answer turns, in a sentence; empty where none can turn."""
    calculator = it.calculator
    can = not calculator.results[calculator.headline].unit or calculator.never
    if not can or not has_numbers(calculator, it.inputs):
        return ""
    if not it.turns:
        return f"При любом из этих чисел, изменённом {TIMES}, ответ тот же."
    return f"{TURNS} при одном из этих чисел: {_turns(it)}."


def _turns(it: Found) -> str:
    # The nearest ones.
    return "; ".join(
        f"«{it.name(turn.place)}» — {turned(it, turn)} "
        f"(сейчас {_value(turn.place, turn.place.value)})"
        for turn in sorted(it.turns, key=_distance)[:MOST_TURNS]
    )


def turned(it: Found, turn: Turn) -> str:
    """The value at a turning point."""
    return _value(turn.place, plainly(it, turn))


def _distance(turn: Turn) -> Decimal:
    return abs(turn.at / turn.place.value - 1)


def plainly(it: Found, turn: Turn) -> Decimal:
    """The turning point in three digits, rounded to where the answer has turned; or exactly."""
    away = ROUND_CEILING if turn.at > turn.place.value else ROUND_FLOOR
    rounded = turn.at.quantize(Decimal(1).scaleb(turn.at.adjusted() - 2), away)
    there = changed(it.inputs, turn.place.path, rounded)
    return rounded if answer(it.calculator, there) != answer(it.calculator, it.inputs) else turn.at


def _value(place: Place, value: Decimal) -> str:
    return formats.whole(value, place.field.unit)
