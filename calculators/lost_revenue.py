"""Незаработанная выручка: what a year without work on the client base costs.

Source of the formula: key `repeat.formula`, four steps of a practising commercial
director. The result is approximate, because the share of returning clients is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated, Any

from calculators.kit import charts
from calculators.kit.arithmetic import share
from calculators.kit.declare import Calculator, Chart, Output, Reading, Shown, Step
from calculators.kit.fields import Number, assumed, money, percent, sourced
from calculators.kit.units import CLIENTS, PERCENT, PURCHASES, RUBLES

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Inputs:
    """Clients ever (people), purchases a year, ₽ per purchase; shares in percent."""

    clients: Annotated[
        Decimal,
        Number(
            "Клиентов за всё время",
            CLIENTS,
            default=assumed(1000, "круглое число, чтобы легко проверить расчёт"),
            help="Все, кто купил хотя бы раз. Возьмите из CRM или из бухгалтерии.",
            minimum=Decimal(0),
            maximum=Decimal(10) ** 9,
            whole=True,
        ),
    ]
    return_share: Annotated[
        Decimal,
        percent(
            "Доля, которая вернулась бы",
            default=sourced("repeat.share"),
            help="Сколько из них купили бы ещё, если бы с базой работали.",
        ),
    ]
    orders_per_year: Annotated[
        Decimal,
        Number(
            "Покупок одного клиента в год",
            PURCHASES,
            default=assumed(2, "покупка раз в полгода"),
            help="Сколько раз в год покупают в вашей нише. Раз в два года — это 0,5.",
            minimum=Decimal(0),
            maximum=Decimal(1000),
            positive=True,
        ),
    ]
    average_check: Annotated[
        Decimal,
        money(
            "Средний чек",
            default=assumed(15_000, "круглое число для примера"),
            help="Выручка за год, делённая на число покупок за тот же год.",
        ),
    ]
    margin: Annotated[
        Decimal,
        percent(
            "Рентабельность повторных продаж",
            default=assumed(30, "у каждой ниши своя; у повторных выше, чем у новых"),
            help="Какая часть этой выручки остаётся прибылью.",
        ),
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Returning clients (people) and what they would bring, ₽ per year or per month."""

    lost_revenue_year: Annotated[
        Decimal, Output("Незаработанная выручка за год", RUBLES, headline=True)
    ]
    lost_revenue_month: Annotated[Decimal, Output("В месяц", RUBLES)]
    lost_profit_year: Annotated[Decimal, Output("Прибыль, которой нет, за год", RUBLES)]
    returning_clients: Annotated[Decimal, Output("Вернулось бы", CLIENTS)]


def compute(inputs: Inputs) -> Outputs:
    """Clients × share × purchases a year × average check; clients are not rounded."""
    returning = inputs.clients * share(inputs.return_share)
    revenue = returning * inputs.orders_per_year * inputs.average_check
    return Outputs(
        returning_clients=returning,
        lost_revenue_year=revenue,
        lost_revenue_month=revenue / MONTHS,
        lost_profit_year=revenue * share(inputs.margin),
    )


def explain(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Step]:
    """The four steps of the formula and the profit."""
    yield Step("Вернулось бы клиентов", f"{i.clients} × {i.return_share}", o.returning_clients)
    yield Step(
        "Выручка за год",
        f"{o.returning_clients} × {i.orders_per_year} × {i.average_check}",
        o.lost_revenue_year,
    )
    yield Step("Выручка в месяц", f"{o.lost_revenue_year} ÷ {MONTHS}", o.lost_revenue_month)
    yield Step("Прибыль за год", f"{o.lost_revenue_year} × {i.margin}", o.lost_profit_year)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What the sum means, what to do about it and how far to trust it."""
    caution = (
        f"Оценка приблизительная и держится на доле {i.return_share}. "
        "Проверьте её на сотне клиентов, прежде чем строить на ней план."
    )
    if o.raw.lost_revenue_year == 0:
        return Reading(
            meaning="При таких числах терять нечего: одно из них равно нулю.",
            action="Впишите число клиентов, долю и средний чек.",
            caution=caution,
        )
    return Reading(
        meaning=(
            f"Столько ваши клиенты за год отдали другим: {o.lost_revenue_year} выручки, "
            f"из них {o.lost_profit_year} прибыли."
        ),
        action=(
            f"Сравните {o.lost_revenue_month} в месяц с ценой одного менеджера по работе "
            "с базой. Если сумма заметно больше, начните с десяти интервью на этой неделе."
        ),
        caution=caution,
    )


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """Revenue and profit against the share that returns, the reader's point marked."""
    shares = charts.ticks(min(max(2 * i.raw.return_share, Decimal(40)), Decimal(100)), most=4)
    top = compute(replace(i.raw, return_share=shares[-1]))
    amounts = charts.ticks(top.lost_revenue_year)
    x = charts.scale("share", shares, PERCENT, "доля вернувшихся")
    y = charts.scale("amount", amounts, RUBLES)
    lines = (
        ("выручка", top.lost_revenue_year, top.lost_profit_year, charts.PRIMARY),
        ("прибыль", top.lost_profit_year, Decimal(0), charts.SECONDARY),
    )
    layers: list[dict[str, Any]] = []
    for name, high, low, colour in lines:
        ends = [{"share": at, "amount": amount} for at, amount in ((0, 0), (shares[-1], high))]
        layers.append(charts.layer(ends, charts.area(colour), x, y))
        if high - low > amounts[-1] / 8:  # else its name would not fit between the lines
            place = {"share": shares[-1], "amount": (high + low) / 2, "name": name}
            layers.append(charts.layer([place], charts.name(colour), x, y, text="name"))
    point = [{"share": i.raw.return_share, "amount": o.raw.lost_revenue_year}]
    layers += [charts.layer(point, mark, x, y) for mark in (charts.DROP, charts.POINT)]
    return Chart(
        charts.specification(f"{i.return_share} — {o.lost_revenue_year} в год", layers),
        finding=(
            "График: незаработанная выручка растёт вместе с долей вернувшихся. "
            f"При {i.return_share} это {o.lost_revenue_year} в год."
        ),
    )


calculator = Calculator(
    title="Незаработанная выручка",
    question="Сколько выручки в год ваши клиенты оставляют у конкурентов?",
    chapter="repeat-sales",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
)
