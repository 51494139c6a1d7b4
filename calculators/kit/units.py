"""Units of measure: the word after a number and how many decimals are shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    `one`, `few` and `many` are the Russian forms after 1, 2 and 5; a symbol such as
    ₽ has one form for all. `digits` is the most decimals a shown result has.
    """

    one: str
    few: str
    many: str
    digits: int

    @classmethod
    def symbol(cls, sign: str, digits: int) -> "Unit":
        """A unit whose sign does not change with the number."""
        return cls(sign, sign, sign, digits)


RUBLES = Unit.symbol("₽", digits=0)
PERCENT = Unit.symbol("%", digits=2)
CLIENTS = Unit("клиент", "клиента", "клиентов", digits=1)
PURCHASES = Unit("покупка", "покупки", "покупок", digits=1)

BY_NAME = {"percent": PERCENT, "rubles": RUBLES}
"""The units that `figures.toml` may name."""
