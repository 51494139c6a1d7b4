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
from calculators.kit.declaration.declare import (
    Calculator,
    Chart,
    Output,
    Reading,
    Shown,
    Step,
    Worked,
)
from calculators.kit.declaration.fields import Number, assumed, money, percent, secondary, sourced
from calculators.kit.declaration.units import CLIENTS, PERCENT, PURCHASES, RUBLES
from calculators.kit.words.working import operand

MONTHS = 12
SAMPLE = 100
"""How many clients a share is tried on before a plan is built on it."""
INTERVIEWS = 10
LITTLE = Decimal(1)
"""Percent; a smaller margin is to blame where hardly any profit is left."""
KOPECK = Decimal("0.01")
"""₽; less than half of it is shown as nothing."""


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
            help="Сколько покупали бы снова, если работать с базой, вместе с теми, кто "
            "возвращается и так.",
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
            help="Выручка за год без НДС, делённая на число покупок за тот же год.",
        ),
    ]
    margin: Annotated[
        Decimal,
        percent(
            "Рентабельность повторных продаж",
            default=assumed(30, "у каждой ниши своя; у повторных выше, чем у новых"),
            help="Какая часть этой выручки остаётся до зарплаты того, кто работает с базой.",
        ),
    ]
    current_share: Annotated[
        Decimal,
        secondary(
            percent(
                "Доля, которая возвращается уже сейчас",
                default=assumed(0, "с базой пока не работают"),
                help="Сколько из них покупают снова без особой работы. Их выручка не потеряна.",
            )
        ),
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """More returning clients (people) and what they would bring, ₽ per year or per month."""

    lost_revenue_year: Annotated[
        Decimal, Output("Незаработанная выручка за год", RUBLES, headline=True)
    ]
    lost_revenue_month: Annotated[Decimal, Output("Незаработанная выручка за месяц", RUBLES)]
    lost_profit_year: Annotated[Decimal, Output("Прибыль, которой нет, за год", RUBLES)]
    lost_profit_month: Annotated[Decimal, Output("Прибыль, которой нет, за месяц", RUBLES)]
    returning_clients: Annotated[Decimal, Output("Вернулось бы ещё", CLIENTS)]


def compute(inputs: Inputs) -> Outputs:
    """Clients × share × purchases a year × average check; clients are not rounded.

    Of the share that would return, those who come back already are no loss.
    """
    more = max(inputs.return_share - inputs.current_share, Decimal(0))
    returning = inputs.clients * share(more)
    revenue = returning * inputs.orders_per_year * inputs.average_check
    profit = revenue * share(inputs.margin)
    return Outputs(
        returning_clients=returning,
        lost_revenue_year=revenue,
        lost_revenue_month=revenue / MONTHS,
        lost_profit_year=profit,
        lost_profit_month=profit / MONTHS,
    )


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """The four steps of the formula and the profit."""
    label, more = "Вернулось бы ещё", i.return_share
    if i.raw.current_share > i.raw.return_share:
        label, more = f"{label}: {i.current_share} уже больше, чем {more}", operand(0)
    elif i.raw.current_share:
        more = more - i.current_share
    yield Step(label, i.clients * more, o.returning_clients)
    yield Step(
        "Выручка за год",
        o.returning_clients * i.orders_per_year * i.average_check,
        o.lost_revenue_year,
    )
    yield Step("Выручка за месяц", o.lost_revenue_year / MONTHS, o.lost_revenue_month)
    yield Step("Прибыль за год", o.lost_revenue_year * i.margin, o.lost_profit_year)
    yield Step("Прибыль за месяц", o.lost_profit_year / MONTHS, o.lost_profit_month)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What the sum means, what to do about it and how far to trust it."""
    if o.raw.lost_revenue_year < KOPECK / 2:
        return Reading(*_nothing_lost(i), _caution(i))
    if o.raw.lost_profit_month < KOPECK / 2 and i.raw.margin >= LITTLE:
        return Reading(
            f"За год недополучено {o.lost_revenue_year} выручки: прибыли в ней нет и копейки "
            "в месяц.",
            CHECK_ALL,
            _caution(i),
        )
    if o.raw.lost_profit_month < KOPECK / 2:
        return Reading(
            f"За год недополучено {o.lost_revenue_year} выручки, но при рентабельности "
            f"{i.margin} в ней нет и копейки прибыли в месяц.",
            "Отдельного менеджера такая выручка не окупит. Сначала разберитесь с рентабельностью: "
            "что остаётся от одной повторной продажи.",
            _caution(i),
        )
    start = "десяти интервью" if i.raw.clients >= INTERVIEWS else "разговоров"
    return Reading(
        f"Столько за год вы недополучаете от тех, кто уже покупал: {o.lost_revenue_year} "
        f"выручки, из них {o.lost_profit_year} прибыли.",
        "Цену менеджера по работе с базой, с налогами и премией, сравнивайте с прибылью, а не "
        f"с выручкой: это {o.lost_profit_month} в месяц. Если прибыль заметно больше, начните "
        f"с {start} на этой неделе.",
        _caution(i),
    )


CHECK_ALL = "Сверьте числа: число клиентов, доли, покупки в год и средний чек."


def _nothing_lost(i: Shown[Inputs]) -> tuple[str, str]:
    # Why there is nothing to lose, and what to do about that.
    if i.raw.clients == 0:
        return "В базе пока никого: терять нечего.", "Впишите, сколько человек у вас уже купили."
    if i.raw.average_check == 0:
        return "При среднем чеке 0 ₽ терять нечего.", "Впишите средний чек."
    if i.raw.return_share == i.raw.current_share == 0:
        return (
            "По вашей оценке, не вернулся бы никто: терять нечего.",
            "Проверьте её на разговорах с клиентами: почему они не покупают снова.",
        )
    if i.raw.return_share == i.raw.current_share:
        return (
            f"Возвращается уже {i.current_share} клиентов, и с работой над базой, по вашей "
            "оценке, вернулось бы столько же: терять нечего.",
            "Сверьте обе доли: хоть что-то работа с базой обычно прибавляет.",
        )
    if i.raw.return_share < i.raw.current_share:
        return (
            f"Возвращается уже {i.current_share} клиентов, а с работой над базой, по вашей "
            f"оценке, вернулось бы {i.return_share}: терять нечего.",
            "Сверьте обе доли: работа с базой редко возвращает меньше, чем возвращается само.",
        )
    return "За год не набирается и копейки: терять нечего.", CHECK_ALL


def _caution(i: Shown[Inputs]) -> str:
    if i.raw.clients == 0:
        return "Оценка приблизительная: своей доли вернувшихся пока не знает никто."
    if i.raw.clients <= SAMPLE:
        trial = f"Проверить её можно целиком: в базе {i.clients}."
    else:
        trial = "Проверьте её на сотне клиентов, прежде чем строить на ней план."
    if i.raw.current_share:
        held = f"на разнице двух долей, {i.return_share} и {i.current_share}"
    else:
        held = f"на доле {i.return_share}"
    return f"Оценка приблизительная и держится {held}. {trial}"


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """Revenue and profit against the share that returns, the reader's point marked."""
    now = i.raw.current_share
    most = max(2 * i.raw.return_share, 2 * now, Decimal(40))
    shares = charts.ticks(min(most, Decimal(100)), most=4)
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
        bends = dict.fromkeys((Decimal(0), now), Decimal(0)) | {shares[-1]: high}
        ends = [{"share": at, "amount": amount} for at, amount in bends.items()]
        layers.append(charts.layer(ends, charts.area(colour), x, y))
        if high - low > amounts[-1] / 8:  # else its name would not fit between the lines
            place = {"share": shares[-1], "amount": (high + low) / 2, "name": name}
            layers.append(charts.layer([place], charts.name(colour), x, y, text="name"))
    point = [{"share": i.raw.return_share, "amount": o.raw.lost_revenue_year}]
    layers += [charts.layer(point, mark, x, y) for mark in (charts.DROP, charts.POINT)]
    if o.raw.lost_revenue_year == 0:
        title = "Незаработанной выручки нет"
        return Chart(charts.specification(title, layers), finding=f"График: {title.lower()}.")
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
