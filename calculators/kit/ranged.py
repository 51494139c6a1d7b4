"""A number or a range of numbers as people type it: «800–1 200», «от 800 до 1200», «1000 ± 20 %».

Where a range is typed, its middle is computed with.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from calculators.kit import typed
from calculators.kit.arithmetic import Range, share
from calculators.kit.declaration.fields import Number
from calculators.kit.declaration.units import PERCENT

BETWEEN = re.compile(r"от (?P<low>.+?) до (?P<high>.+)", re.IGNORECASE)
DASHED = re.compile(
    r"(?P<low>[-−–—]?[0-9.,½].*?) ?(?:…|\.\.\.?|[-–—−]) ?(?P<high>[-−–—]?[0-9,½].*)"
)
AROUND = re.compile(r"(?P<middle>.+?) ?(?:±|\+/?[-−–—]) ?(?P<off>.+)")
RELATIVE = re.compile(r"(?P<percent>[0-9., ]+)(?:%|процент\w*)")
BARE = re.compile(r"[^а-яёa-z%₽]*", re.IGNORECASE)
TAIL = re.compile(r"[а-яёa-z%₽].*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ranged:
    """What is computed with, the `ends` of the range if one was typed, and a note."""

    value: Decimal
    note: str
    ends: Range | None


def number(field: Number, text: str) -> Ranged:
    """The number or the range in `text`, its ends within bounds. Raises ValueError in Russian."""
    try:
        found = typed.number(field, text)
    except ValueError:
        if isinstance(text, typed.Exact) or len(text) > typed.MOST:
            raise
        if ends := _ends(field, " ".join(text.translate(typed.INVISIBLE).split())):
            return _between(field, *ends)
        raise
    return Ranged(found.value, found.note, None)


def written(field: Number, ends: Range) -> str:
    """A range so that `number` reads it as it is: «800–1 200»."""
    return "–".join(typed.written(field, end) for end in ends)


def middle(field: Number, ends: Range) -> Decimal:
    """The middle of a range, of whole numbers rounded."""
    value = (ends.low + ends.high) / 2
    return value.quantize(Decimal(1), ROUND_HALF_UP) if field.whole else value


def _ends(field: Number, text: str) -> tuple[typed.Typed, typed.Typed] | None:
    # Both ends, unless the text is no range; a message where it is one out of bounds.
    for low, high in _pairs(text):
        try:
            return typed.number(field, low), typed.number(field, high)
        except typed.OutOfBoundsError:
            raise
        except ValueError:
            continue
    if around := AROUND.fullmatch(text):
        return _around(field, around["middle"], around["off"])
    return None


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for pattern in (BETWEEN, DASHED):
        if found := pattern.fullmatch(text):
            low, high = found["low"], found["high"]
            # «1–2 тыс.» are thousands both.
            if BARE.fullmatch(low) and (tail := TAIL.search(high)):
                yield f"{low} {tail[0]}", high
            yield low, high


def _around(field: Number, center: str, off: str) -> tuple[typed.Typed, typed.Typed] | None:
    free = typed.unbounded(field)
    try:
        value = typed.number(free, center).value
        relative = RELATIVE.fullmatch(off)
        if relative and not field.unit.is_called("%"):
            part = typed.number(typed.unbounded(field, PERCENT), relative["percent"]).value
            width = abs(value) * share(part)
        else:
            width = typed.number(free, off).value
    except ValueError:
        return None
    if field.whole:
        width = width.to_integral_value(ROUND_HALF_UP)
    low, high = value - width, value + width
    typed.check_bounds(field, low)
    typed.check_bounds(field, high)
    return typed.Typed(low, ""), typed.Typed(high, "")


def _between(field: Number, low: typed.Typed, high: typed.Typed) -> Ranged:
    ends = Range(min(low.value, high.value), max(low.value, high.value))
    turned = low.value > high.value
    note = f"Прочли как {written(field, ends)}." if low.note or high.note or turned else ""
    return Ranged(middle(field, ends), note, ends)
