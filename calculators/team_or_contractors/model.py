"""What is asked, what is answered, and the formulas between."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declaration.declare import Output
from calculators.kit.declaration.fields import Number, assumed, money, percent, secondary
from calculators.kit.declaration.units import HOURS, RUBLES
from calculators.kit.words import ways
from calculators.kit.words.leaders import are_near

MONTH_HOURS = Decimal(744)
SPREAD_MONTHS = 12
"""The months over which what is spent once on hiring is spread."""
ANY = "any"


def hours(label: str, default: int, why: str, help: str) -> Number:
    """A field for hours a month, up to all there are."""
    return Number(label, HOURS, assumed(default, why), help, Decimal(0), MONTH_HOURS)


@dataclass(frozen=True, slots=True)
class Inputs:
    """₽ per month, ₽ per hour, hours per month; fee and share in percent."""

    ad_budget: Annotated[
        Decimal,
        money(
            "Рекламный бюджет в месяц",
            assumed(600_000, "меньше порога из источника"),
            "Сколько тратите на саму рекламу: с НДС, если не берёте его к вычету.",
        ),
    ]
    contractor_fee: Annotated[
        Decimal,
        secondary(
            percent(
                "Комиссия подрядчиков",
                assumed(15, "круглое число для примера"),
                "Доля рекламного бюджета, которую берут за ведение: с НДС, если он идёт сверху.",
            )
        ),
    ]
    contractor_fixed: Annotated[
        Decimal,
        secondary(
            money(
                "Постоянная плата подрядчикам",
                assumed(60_000, "тексты, дизайн, правки сайта"),
                "В месяц, сверх комиссии: с НДС, если не берёте его к вычету.",
            )
        ),
    ]
    own_hours: Annotated[
        Decimal,
        hours("Ваши часы на подрядчиков", 40, "час-два в день", "В месяц, если управляете сами."),
    ]
    hour_cost: Annotated[Decimal, ways.HOUR_COST]
    marketer_cost: Annotated[
        Decimal,
        money(
            "Маркетолог в месяц, со взносами",
            assumed(195_000, "около 150 тысяч рублей до вычета налога и взносы"),
            "Оклад и премия до вычета налога плюс взносы: сколько он обходится целиком.",
        ),
    ]
    marketer_contractor_share: Annotated[
        Decimal,
        percent(
            "Остаток платы подрядчикам",
            assumed(50, "половину работ он делает сам"),
            "Какая часть нынешней платы нужна и при маркетологе.",
        ),
    ]
    marketer_own_hours: Annotated[
        Decimal,
        secondary(
            hours("Ваши часы на маркетолога", 10, "два-три часа в неделю", "В месяц, если он есть.")
        ),
    ]
    hiring_once: Annotated[
        Decimal,
        secondary(
            money(
                "Найм маркетолога, один раз",
                assumed(200_000, "вознаграждение агентства и ваши часы, круглое число"),
                f"Разложим на {SPREAD_MONTHS} месяцев. С НДС, если не берёте его к вычету.",
            )
        ),
    ]


def crossing(outputs: "Outputs") -> Decimal | str | None:
    """The budget at which both cost the same, or in a word that they do at any."""
    meet = outputs.break_even_budget is None and outputs.cheaper == ways.EQUAL
    return ANY if meet else outputs.break_even_budget


@dataclass(frozen=True, slots=True)
class Outputs:
    """₽ per month either way; the advertising budget at which they are equal, ₽ per month."""

    cheaper: Annotated[
        str, ways.headline({"contractors": "подрядчики", "staff": "маркетолог в штате"})
    ]
    saving: Annotated[Decimal, Output("Выгода маркетолога в штате", RUBLES, listed=False)]
    difference: Annotated[Decimal, Output("Разница в месяц", RUBLES)]
    close: Annotated[bool, ways.CLOSE]
    contractors_total: Annotated[Decimal, Output("Подрядчиками управляете вы", RUBLES)]
    staff_total: Annotated[Decimal, Output("Управляет маркетолог", RUBLES)]
    break_even_budget: Annotated[
        Decimal | None,
        Output(
            "Цены сравняются при бюджете",
            RUBLES,
            absent="ни при каком",
            words={ANY: "при любом"},
            said=crossing,
        ),
    ]


def contractors(inputs: Inputs) -> Decimal:
    """What contractors are paid in a month, ₽."""
    return inputs.ad_budget * share(inputs.contractor_fee) + inputs.contractor_fixed


def compute(inputs: Inputs) -> Outputs:
    """Two sums that are straight lines over the budget, and where they cross."""
    paid, left = contractors(inputs), share(inputs.marketer_contractor_share)
    own = paid + inputs.own_hours * inputs.hour_cost
    staff = (
        inputs.marketer_cost
        + inputs.hiring_once / SPREAD_MONTHS
        + paid * left
        + inputs.marketer_own_hours * inputs.hour_cost
    )
    return Outputs(
        cheaper=ways.cheaper({"contractors": own, "staff": staff}),
        saving=own - staff,
        difference=abs(own - staff),
        close=are_near(own, staff),
        contractors_total=own,
        staff_total=staff,
        break_even_budget=break_even(inputs),
    )


def saved(inputs: Inputs) -> Decimal:
    """What part of the contractors' pay a marketer saves, percent."""
    return HUNDRED - inputs.marketer_contractor_share


def break_even(inputs: Inputs) -> Decimal | None:
    """The budget where both sums are equal, ₽; None where no one budget makes them so."""
    slope = share(inputs.contractor_fee) * share(saved(inputs))
    # Twelve times what a marketer costs more where nothing is advertised: whole, not cut.
    gap = inputs.hiring_once + SPREAD_MONTHS * (
        inputs.marketer_cost
        - inputs.contractor_fixed * share(saved(inputs))
        - (inputs.own_hours - inputs.marketer_own_hours) * inputs.hour_cost
    )
    return None if slope == 0 or gap < 0 else gap / (SPREAD_MONTHS * slope)
