"""Скидка: how much more has to be sold so that a discount costs nothing.

Source of the formula: profit per sale before and after, margin ÷ (margin − discount).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit.arithmetic import share
from calculators.kit.declaration.declare import Calculator, Output, Reading, Shown, Step, Worked
from calculators.kit.declaration.fields import Number, assumed, money, percent
from calculators.kit.declaration.units import PURCHASES, RUBLES


@dataclass(frozen=True, slots=True)
class Inputs:
    """Sales a month, ₽ a sale; margin and discount in percent of the price."""

    sales: Annotated[
        Decimal,
        Number(
            "Продаж в месяц",
            PURCHASES,
            default=assumed(100, "круглое число для примера"),
            help="Сколько раз покупают в обычный месяц.",
            minimum=Decimal(1),
            maximum=Decimal(10) ** 6,
            whole=True,
        ),
    ]
    average_check: Annotated[
        Decimal,
        money(
            "Средний чек",
            default=assumed(10_000, "круглое число для примера"),
            help="Сколько платят за одну покупку без скидки.",
        ),
    ]
    margin: Annotated[
        Decimal,
        percent(
            "Валовая рентабельность",
            default=assumed(40, "у каждой ниши своя"),
            help="Какая часть цены остаётся после себестоимости.",
        ),
    ]
    discount: Annotated[
        Decimal,
        percent(
            "Скидка",
            default=assumed(10, "частая просьба клиента"),
            help="Сколько процентов цены вы отдаёте.",
        ),
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Sales needed, a month, none if no number of them is enough; ₽ lost a month without more."""

    sales_needed: Annotated[
        Decimal | None, Output("Нужно продаж в месяц", PURCHASES, headline=True, absent="не хватит")
    ]
    profit_given: Annotated[Decimal, Output("Скидка стоит в месяц", RUBLES)]
    profit_before: Annotated[Decimal, Output("Прибыль без скидки", RUBLES)]


def compute(inputs: Inputs) -> Outputs:
    """Sales × margin ÷ (margin − discount); not rounded."""
    revenue = inputs.sales * inputs.average_check
    left = inputs.margin - inputs.discount
    return Outputs(
        sales_needed=inputs.sales * inputs.margin / left if left > 0 else None,
        profit_given=revenue * share(inputs.discount),
        profit_before=revenue * share(inputs.margin),
    )


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """Profit before, what the discount costs, and the sales that make up for it."""
    yield Step("Прибыль без скидки", i.sales * i.average_check * i.margin, o.profit_before)
    yield Step("Скидка стоит", i.sales * i.average_check * i.discount, o.profit_given)
    if o.raw.sales_needed is not None:
        needed = i.sales * i.margin / (i.margin - i.discount)
        yield Step("Нужно продаж", needed, o.sales_needed)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What the discount costs, what to ask for it, and what is left out."""
    if o.raw.sales_needed is None:
        meaning = f"Скидка {i.discount} забирает всю рентабельность {i.margin}."
    else:
        meaning = f"Чтобы заработать столько же, нужно продать {o.sales_needed}."
    return Reading(
        meaning,
        "Просите за скидку что-то взамен: предоплату, объём, отзыв.",
        "Постоянные расходы здесь не учтены.",
    )


def never(inputs: Inputs) -> Decimal:
    """More than anybody sells."""
    return inputs.sales * 1000


calculator = Calculator(
    title="Скидка",
    question="Сколько ещё нужно продать, чтобы скидка ничего не стоила?",
    chapter="repeat-sales",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    never=never,
)
