"""How a change is told: in times where much changes, in percent where little does."""

from decimal import Decimal

from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declaration.units import PERCENT, TIMES
from calculators.kit.words import formats
from calculators.kit.words.leaders import NEAR

MUCH, HALF = 1 + share(NEAR), Decimal("0.5")
"""Growth to the one and beyond, and a fall to the other and beyond, are told in times."""


def grown(growth: Decimal) -> str:
    """What a quantity does that becomes `growth` of itself: «вырастет в 1,5 раза»."""
    if growth == 1:
        return "не изменится"
    if not growth:
        return "упадёт до нуля"
    if growth >= MUCH:
        return f"вырастет в {formats.quantity(growth, TIMES)}"
    if growth <= HALF:
        return f"упадёт в {formats.quantity(1 / growth, TIMES)}"
    return by(formats.quantity((growth - 1) * HUNDRED, PERCENT))


def by(added: formats.Text) -> str:
    """What a quantity does to which `added`, not nothing, is added: «снизится на 20 %»."""
    if added.startswith(f"0{formats.NBSP}"):
        return "почти не изменится"
    amount = added.removeprefix(formats.MINUS)
    return f"снизится на {amount}" if amount != added else f"вырастет на {amount}"
