"""What the law makes of pay: tax taken off it, contributions on top of it, the least allowed.

Sources: keys `law.*`. Each figure holds for a year, which is named wherever one is.
"""

from collections.abc import Iterator
from decimal import Decimal

from calculators.kit.arithmetic import share
from calculators.kit.declaration.figures import figure

INCOME_TAX, TAX_LIMIT = figure("law.income_tax"), figure("law.income_tax.limit")
CONTRIBUTIONS = figure("law.contributions")
CONTRIBUTIONS_LIMIT = figure("law.contributions.limit")
MINIMUM_WAGE = figure("law.minimum_wage")
TAXED, INSURED = f"НДФЛ {INCOME_TAX.dated}", f"взносы {CONTRIBUTIONS.dated}"
MONTHS_IN_A_YEAR = 12


def on_hand(pay: Decimal, income_tax: Decimal) -> Decimal:
    """What is left of pay, ₽, after a tax in percent."""
    return pay * (1 - share(income_tax))


def employer_cost(pay: Decimal, contributions: Decimal) -> Decimal:
    """What pay, ₽, costs with contributions in percent on top of it."""
    return pay * (1 + share(contributions))


def rates(income_tax: Decimal, contributions: Decimal, highest: Decimal) -> Iterator[str]:
    """The rates that are the law's own, and what changes for the `highest` pay of a month, ₽.

    A rate that a reader has typed instead is nobody's law.
    """
    taxed, insured = income_tax == INCOME_TAX.value, contributions == CONTRIBUTIONS.value
    known = [TAXED] * taxed + [INSURED] * insured
    if known:
        yield f"По закону: {', '.join(known)}."
    a_year = highest * MONTHS_IN_A_YEAR
    if taxed and a_year > TAX_LIMIT.value:
        yield (
            f"С дохода за год больше {TAX_LIMIT.dated} налог выше, но только с превышения: "
            "на руки тогда останется меньше, чем здесь."
        )
    yield from insured_beyond(contributions, a_year)


def insured_beyond(contributions: Decimal, paid: Decimal) -> Iterator[str]:
    """What changes where more is `paid` to one person in a year, ₽, than the law's rate is for."""
    if contributions == CONTRIBUTIONS.value and paid > CONTRIBUTIONS_LIMIT.value:
        yield (
            f"С выплат с начала года больше {CONTRIBUTIONS_LIMIT.dated} взносы ниже: "
            "вам это обойдётся дешевле, чем здесь."
        )
