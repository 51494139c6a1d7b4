"""Numbers as a Russian reader sees them; the only place where a number becomes text."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any, Self

from calculators.kit.arithmetic import EXACT, Range, exact
from calculators.kit.declaration.units import RUBLES, Unit

NBSP = "\u00a0"
MINUS = "\u2212"
MAGNITUDES = {
    Decimal(10) ** power: name
    for power, name in ((12, "трлн"), (9, "млрд"), (6, "млн"), (3, "тыс."))
}
KOPECKS_BELOW = Decimal(100)
WIDE = Context(prec=999)
"""For what is divided by next to nothing: whole, it has more digits than are computed with."""
STEPS = (Decimal(1), Decimal("0.1"), Decimal("0.01"))
"""The least that a shown number of so many decimals tells apart."""
COARSE = Decimal("0.05")
"""The share of a number that rounding may take off or add before it is no good to compute with."""


class Text(str):
    """A shown value that remembers whether showing it dropped any digits.

    Where it shows one number, `amount` is that number whole, and `unit` the unit beside it.
    """

    __slots__ = ("amount", "rounded", "unit")
    amount: Decimal | None
    rounded: bool
    unit: Unit | None

    def __new__(
        cls, text: str, *, rounded: bool, amount: Decimal | None = None, unit: Unit | None = None
    ) -> Self:
        self = str.__new__(cls, text)
        self.amount, self.rounded, self.unit = amount, rounded, unit
        return self


def plain(value: Decimal) -> str:
    """Every digit of `value` with no exponent and no trailing zeros: `1250000.5`."""
    return _trimmed(format(value, "f"))


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def number(value: Decimal) -> str:
    """Every digit of `value`, grouped, with a decimal comma: `1 250 000,5`."""
    shown = format(value.copy_abs(), ",f").replace(",", NBSP)
    if "." in shown:
        shown = _trimmed(shown).replace(".", ",")
    return MINUS + shown if value < 0 else shown


def word(value: Decimal, unit: Unit) -> str:
    """The form of the unit that goes after `value`: 1 клиент, 2,5 клиента, 5 клиентов."""
    if unit.one == unit.few == unit.many or value != value.to_integral_value():
        return unit.few
    tens, ones = divmod(int(value.copy_abs()) % 100, 10)
    if tens == 1 or ones == 0 or ones >= 5:
        return unit.many
    return unit.one if ones == 1 else unit.few


def whole(value: Decimal, unit: Unit) -> Text:
    """`value` to its last digit, with its unit: what a reader typed, as it was typed."""
    text = f"{number(value)}{NBSP}{word(value, unit)}"
    return Text(text, rounded=False, amount=value, unit=unit)


def quantity(value: Decimal, unit: Unit) -> Text:
    """`value` rounded for display, with its unit: `6 000 000 ₽`, `83,33 %`.

    Money under 100 ₽ keeps its kopecks, so that a small result does not read as zero.
    """
    shown = _rounded(value, unit)
    text = f"{number(shown)}{NBSP}{word(shown, unit)}"
    return Text(text, rounded=shown != value, amount=value, unit=unit)


def bare(value: Decimal, unit: Unit) -> Text:
    """The same without its unit, for a column whose heading says it."""
    shown = _rounded(value, unit)
    return Text(number(shown), rounded=shown != value, amount=value)


def told(shown: str) -> str:
    """A quantity from zero up as a sentence tells it: something is never «0», but «меньше 0,01 ₽».

    What is less than the least amount shown, yet not nothing, is said to be less than it.
    """
    if not isinstance(shown, Text) or shown.unit is None:
        return shown
    if not (shown.amount or 0) > 0 or not shown.startswith(f"0{NBSP}"):
        return shown
    least = Decimal(1).scaleb(-2 if shown.unit is RUBLES else -shown.unit.digits)
    return f"меньше {number(least)}{NBSP}{shown.unit.few}"


def every_told(shown: Any) -> Any:
    """A shown value or a list of such, each quantity as `told`."""
    match shown:
        case Text():
            return told(shown)
        case list():
            return [every_told(one) for one in shown]
        case _:
            return shown


def joined(shown: str | Sequence[str]) -> str:
    """A shown value, or all of a list, in one line."""
    return shown if isinstance(shown, str) else "; ".join(shown) or "—"


def line(shown: Any) -> str:
    """The same with each quantity as `told`."""
    return joined(every_told(shown))


def reckoned(shown: Text) -> Text:
    """A quantity as one computes on with it: with a digit more where rounding tells too much.

    0,06 of a client is shown as 0,1, and with that nobody gets what is computed with 0,06.
    """
    if not shown.rounded or shown.unit is None or shown.amount is None:
        return shown
    value, unit = shown.amount, shown.unit
    if (_rounded(value, unit) - value).copy_abs() <= value.copy_abs() * COARSE:
        return shown
    finer = value.quantize(Decimal(1).scaleb(value.adjusted() - 1), ROUND_HALF_UP, EXACT)
    text = f"{number(finer)}{NBSP}{word(finer, unit)}"
    return Text(text, rounded=finer != value, amount=value, unit=unit)


def _rounded(value: Decimal, unit: Unit) -> Decimal:
    digits = 2 if unit is RUBLES and value.copy_abs() < KOPECKS_BELOW else unit.digits
    return value.quantize(STEPS[digits], ROUND_HALF_UP, WIDE)


@exact
def between(value: Range, unit: Unit) -> Text:
    """Both bounds, rounded for display, with one unit: `2–4 недели`; equal ones once.

    «−5–7» would be hard to read: that is `от −5 до 7`.
    """
    low, high = (quantity(bound, unit) for bound in value)
    first = number(_rounded(value.low, unit))
    start = f"от {first} до " if first.startswith(MINUS) else f"{first}–"
    return Text(high if low == high else start + high, rounded=low.rounded or high.rounded)


@exact
def brief(value: Decimal, unit: Unit) -> str:
    """`value` in the largest fitting magnitude, for axes: `1,5 млн ₽`, `20 %`."""
    size = abs(value)
    for magnitude, name in MAGNITUDES.items():
        if size >= magnitude:
            return f"{number(value / magnitude)}{NBSP}{name}{NBSP}{unit.many}"
    return f"{number(value)}{NBSP}{word(value, unit)}"
