"""Numbers as a Russian reader sees them; the only place where a number becomes text."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Self

from calculators.kit.arithmetic import Range, exact
from calculators.kit.units import RUBLES, Unit

NBSP = "\u00a0"
MINUS = "\u2212"
MAGNITUDES = ((12, "трлн"), (9, "млрд"), (6, "млн"), (3, "тыс."))
KOPECKS_BELOW = Decimal(100)


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
        self = super().__new__(cls, text)
        self.amount, self.rounded, self.unit = amount, rounded, unit
        return self


def plain(value: Decimal) -> str:
    """Every digit of `value` with no exponent and no trailing zeros: `1250000.5`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def number(value: Decimal) -> str:
    """Every digit of `value`, grouped, with a decimal comma: `1 250 000,5`."""
    whole, _, fraction = plain(abs(value)).partition(".")
    grouped = f"{int(whole):,}".replace(",", NBSP)
    sign = MINUS if value < 0 else ""
    return f"{sign}{grouped},{fraction}" if fraction else sign + grouped


def word(value: Decimal, unit: Unit) -> str:
    """The form of the unit that goes after `value`: 1 клиент, 2,5 клиента, 5 клиентов."""
    if value != value.to_integral_value():
        return unit.few
    tens, ones = divmod(int(abs(value)) % 100, 10)
    if tens == 1 or ones == 0 or ones >= 5:
        return unit.many
    return unit.one if ones == 1 else unit.few


@exact
def quantity(value: Decimal, unit: Unit) -> Text:
    """`value` rounded for display, with its unit: `6 000 000 ₽`, `83,33 %`.

    Money under 100 ₽ keeps its kopecks, so that a small result does not read as zero.
    """
    shown = _rounded(value, unit)
    text = f"{number(shown)}{NBSP}{word(shown, unit)}"
    return Text(text, rounded=shown != value, amount=value, unit=unit)


def bare(shown: Text) -> Text:
    """A shown quantity without its unit, for a column whose heading says it."""
    return Text(shown.rpartition(NBSP)[0], rounded=shown.rounded, amount=shown.amount)


def _rounded(value: Decimal, unit: Unit) -> Decimal:
    digits = 2 if unit is RUBLES and abs(value) < KOPECKS_BELOW else unit.digits
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


@exact
def between(value: Range, unit: Unit) -> Text:
    """Both bounds, rounded for display, with one unit: `2–4 недели`; equal ones once."""
    low, high = (quantity(bound, unit) for bound in value)
    start = "" if low == high else f"{number(_rounded(value.low, unit))}–"
    return Text(start + high, rounded=low.rounded or high.rounded)


@exact
def brief(value: Decimal, unit: Unit) -> str:
    """`value` in the largest fitting magnitude, for axes: `1,5 млн ₽`, `20 %`."""
    for power, name in MAGNITUDES:
        if abs(value) >= Decimal(10) ** power:
            scaled = value.scaleb(-power)
            return f"{number(scaled)}{NBSP}{name}{NBSP}{unit.many}"
    return f"{number(value)}{NBSP}{word(value, unit)}"
