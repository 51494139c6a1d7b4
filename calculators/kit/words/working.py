"""Arithmetic as a person writes it down, put together from shown numbers.

`o.clients * i.check / 12` is «200 клиентов × 15 000 ₽ ÷ 12», with brackets and signs where
they belong, and knows whether a reader who computes it meets a rounded number.
"""

from dataclasses import dataclass
from decimal import Decimal

from calculators.kit.words import formats

SUM, PRODUCT, NUMBER = range(3)
"""What a working is as a whole, the loosest first; looser than its place, it needs brackets."""


@dataclass(frozen=True, slots=True)
class Working:
    """Written arithmetic; `rounded` where any number in it is shown without all its digits."""

    text: str
    rounded: bool
    kind: int = NUMBER

    def __str__(self) -> str:
        return self.text

    def __add__(self, other: "Operand") -> "Working":
        right = operand(other)
        if right.kind == NUMBER and right.text.startswith(formats.MINUS):
            positive = Working(right.text.removeprefix(formats.MINUS), right.rounded)
            return _joined(self, formats.MINUS, positive, SUM, SUM)
        return _joined(self, "+", right, SUM, SUM)

    def __sub__(self, other: "Operand") -> "Working":
        return _joined(self, formats.MINUS, operand(other), SUM, PRODUCT)

    def __mul__(self, other: "Operand") -> "Working":
        return _joined(self, "×", operand(other), PRODUCT, PRODUCT)

    def __truediv__(self, other: "Operand") -> "Working":
        return _joined(self, "÷", operand(other), PRODUCT, NUMBER)


type Operand = Working | formats.Text | Decimal | int


def operand(value: Operand) -> Working:
    """A shown number, or an exact one without a unit, to begin a working with."""
    match value:
        case Working():
            return value
        case formats.Text():
            shown = formats.reckoned(value)
            return Working(shown, shown.rounded)
        case _:
            return Working(formats.number(Decimal(value)), rounded=False)


def worded(template: str, *values: Operand) -> Working:
    """A working that takes words: `values` in the places `{}` of `template`."""
    operands = [operand(value) for value in values]
    return Working(template.format(*operands), any(one.rounded for one in operands), SUM)


def least(one: Operand, other: Operand) -> Working:
    """The smaller of two, which a reader sees for himself."""
    return worded("меньшее из {} и {}", one, other)


def root(of: Working) -> Working:
    """The square root."""
    return Working(f"√({of})", of.rounded)


def _joined(left: Working, sign: str, right: Working, kind: int, least: int) -> Working:
    # `least` is the loosest kind that needs no brackets after the sign.
    start = left.text if left.kind >= kind else f"({left})"
    bare = right.kind >= least and not right.text.startswith(formats.MINUS)
    end = right.text if bare else f"({right})"
    return Working(f"{start} {sign} {end}", left.rounded or right.rounded, kind)
