"""Бизнес-план аккаунтинга: month by month, when work on the client base pays back.

Source of the question: key `repeat.when`; its own example is lost, so every number here
is the editors' assumption. A returned client buys at once and then at an even pace.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit import charts, formats
from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declare import (
    Calculator,
    Chart,
    Output,
    Preset,
    Reading,
    Shown,
    Step,
    Table,
    declarations,
)
from calculators.kit.fields import Number, assumed, money, percent
from calculators.kit.formulas import Formulas
from calculators.kit.units import (
    CLIENTS,
    MANAGERS,
    MONTHS,
    MONTHS_BRIEFLY,
    PERCENT,
    PURCHASES,
    RUBLES,
)

MONTHS_A_YEAR = 12
PEOPLE_MAXIMUM = Decimal(10) ** 9
LONGEST = 60
NEVER = "не окупится за срок плана"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Clients (people), a month unless said otherwise; ₽; shares in percent."""

    base: Annotated[
        Decimal,
        Number(
            "Клиентов в базе",
            CLIENTS,
            assumed(2_000, "круглое число для примера"),
            "Все, кто купил хотя бы раз и с кем можно связаться.",
            Decimal(0),
            PEOPLE_MAXIMUM,
            whole=True,
        ),
    ]
    managers: Annotated[
        Decimal,
        Number(
            "Менеджеров по работе с базой",
            MANAGERS,
            assumed(1, "начинают с одного"),
            "Полставки — это 0,5.",
            Decimal(0),
            Decimal(1_000),
        ),
    ]
    contacts_per_manager: Annotated[
        Decimal,
        Number(
            "Контактов у менеджера в месяц",
            CLIENTS,
            assumed(120, "около шести в рабочий день"),
            "Со сколькими клиентами из базы он успевает поговорить.",
            Decimal(0),
            Decimal(100_000),
        ),
    ]
    ramp_months: Annotated[
        Decimal,
        Number(
            "Разгон",
            MONTHS,
            assumed(3, "квартал на обучение и первые разговоры"),
            "За сколько месяцев менеджер выходит на полную нагрузку. Ноль — сразу.",
            Decimal(0),
            Decimal(60),
        ),
    ]
    conversion: Annotated[
        Decimal,
        percent(
            "Покупают снова",
            assumed(6, "осторожная оценка для дорогого продукта"),
            "Доля тех, с кем поговорили и кто купил.",
        ),
    ]
    orders_per_year: Annotated[
        Decimal,
        Number(
            "Покупок вернувшегося клиента в год",
            PURCHASES,
            assumed(2, "покупка раз в полгода"),
            "Как часто он покупает, когда с ним работают.",
            Decimal(0),
            Decimal(1_000),
        ),
    ]
    average_check: Annotated[
        Decimal,
        money(
            "Средний чек",
            assumed(60_000, "круглое число для примера"),
            "Выручка за год, делённая на число покупок за тот же год.",
        ),
    ]
    margin: Annotated[
        Decimal,
        percent(
            "Рентабельность повторных продаж",
            assumed(22, "у каждой ниши своя"),
            "Какая часть выручки остаётся до зарплаты и премии менеджера.",
        ),
    ]
    monthly_loss: Annotated[
        Decimal,
        percent(
            "Теряется вернувшихся за месяц",
            assumed(3, "около трети за год"),
            "Доля тех, кто снова перестал покупать.",
        ),
    ]
    payroll: Annotated[
        Decimal,
        money(
            "Менеджер с налогами в месяц",
            assumed(120_000, "круглое число для примера"),
            "Оклад одного менеджера вместе с налогами и взносами.",
        ),
    ]
    bonus: Annotated[
        Decimal,
        percent(
            "Премия с выручки",
            assumed(2, "небольшая доля: клиент уже знаком"),
            "Сколько процентов выручки получает менеджер сверх оклада.",
        ),
    ]
    setup_cost: Annotated[
        Decimal,
        money(
            "Запуск",
            assumed(150_000, "найм, настройка CRM и первые интервью"),
            "Всё, что потратите один раз до первого месяца.",
        ),
    ]
    horizon: Annotated[
        Decimal,
        Number(
            "Срок плана",
            MONTHS,
            assumed(24, "два года: за год работа с базой окупается не всегда"),
            "На сколько месяцев вперёд считать.",
            Decimal(6),
            Decimal(LONGEST),
            whole=True,
        ),
    ]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the plan: people, purchases and ₽."""

    month: Annotated[Decimal, Output("Месяц", MONTHS)]
    contacted: Annotated[Decimal, Output("Контакты", CLIENTS)]
    new: Annotated[Decimal, Output("Вернулись", CLIENTS)]
    active: Annotated[Decimal, Output("Покупают", CLIENTS)]
    orders: Annotated[Decimal, Output("Покупки", PURCHASES)]
    revenue: Annotated[Decimal, Output("Выручка", RUBLES)]
    profit: Annotated[Decimal, Output("Прибыль", RUBLES)]
    cumulative: Annotated[Decimal, Output("Накоплено", RUBLES)]


@dataclass(frozen=True, slots=True)
class Outputs:
    """The month of payback, ₽ to be put in and earned, and every month."""

    payback_month: Annotated[
        Decimal | None,
        Output("Окупится через", MONTHS, headline=True, absent=NEVER),
    ]
    investment: Annotated[Decimal, Output("Понадобится денег", RUBLES)]
    profit_total: Annotated[Decimal, Output("Прибыль за срок, до вычета запуска", RUBLES)]
    revenue_total: Annotated[Decimal, Output("Выручка за срок", RUBLES)]
    months: Annotated[tuple[Month, ...], Output("По месяцам", listed=False)]


def compute(inputs: Inputs) -> Outputs:
    """Walk the months; people are not rounded."""
    months = tuple(_months(inputs))
    balances = [month.cumulative for month in months]
    below = [month.month for month in months if month.cumulative < 0]
    payback = below[-1] + 1 if below else Decimal(1)
    return Outputs(
        payback_month=payback if payback <= inputs.horizon else None,
        investment=-min(-inputs.setup_cost, *balances),
        profit_total=sum((month.profit for month in months), Decimal(0)),
        revenue_total=sum((month.revenue for month in months), Decimal(0)),
        months=months,
    )


def _months(i: Inputs) -> Iterator[Month]:
    remaining, active, cumulative = i.base, Decimal(0), -i.setup_cost
    for number in range(1, int(i.horizon) + 1):
        contacted = min(_capacity(i, number), remaining)
        remaining -= contacted
        new = contacted * share(i.conversion)
        kept = active * share(HUNDRED - i.monthly_loss)
        active = kept + new
        orders = new + kept * i.orders_per_year / MONTHS_A_YEAR
        revenue = orders * i.average_check
        profit = revenue * share(i.margin - i.bonus) - i.payroll * i.managers
        cumulative += profit
        yield Month(Decimal(number), contacted, new, active, orders, revenue, profit, cumulative)


def _capacity(i: Inputs, number: int) -> Decimal:
    whole = i.managers * i.contacts_per_manager
    # Divided last, so that thirds of a round capacity stay exact.
    return whole if number >= i.ramp_months else whole * number / i.ramp_months


def explain(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Step]:
    """The second month whole, as the first that has clients who returned before; the totals."""
    first, second = o.months[:2]
    stays = formats.quantity(HUNDRED - i.raw.monthly_loss, PERCENT)
    kept = formats.quantity(first.raw.active * share(HUNDRED - i.raw.monthly_loss), CLIENTS)
    capacity = f"{i.managers} × {i.contacts_per_manager}"
    if i.raw.ramp_months > 2:
        capacity += f" × 2 ÷ {i.ramp_months}"
    left = formats.quantity(i.raw.base - first.raw.contacted, CLIENTS)
    yield Step(
        "Контакты во втором месяце, не больше остатка базы",
        f"меньшее из {capacity} и {left}",
        second.contacted,
    )
    yield Step("Из них вернулись", f"{second.contacted} × {i.conversion}", second.new)
    yield Step("Остались из вернувшихся раньше", f"{first.active} × {stays}", kept)
    yield Step(
        "Покупки", f"{second.new} + {kept} × {i.orders_per_year} ÷ {MONTHS_A_YEAR}", second.orders
    )
    yield Step("Выручка", f"{second.orders} × {i.average_check}", second.revenue)
    yield Step(
        "Прибыль после премии и окладов",
        f"{second.revenue} × ({i.margin} − {i.bonus}) − {i.payroll} × {i.managers}",
        second.profit,
    )
    yield Step("Накоплено", _signed(first.cumulative, second.profit), second.cumulative)
    yield Step(
        f"Прибыль за {i.horizon}",
        f"{o.months[-1].cumulative} + {i.setup_cost}",
        o.profit_total,
    )


def _signed(first: str, second: str) -> str:
    minus = second.startswith(formats.MINUS)
    return f"{first} {formats.MINUS if minus else '+'} {second.removeprefix(formats.MINUS)}"


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """When the money comes back, how much it takes and what bends the plan."""
    last = o.months[-1]
    if o.raw.payback_month is None:
        meaning = f"За {i.horizon} план не окупится: в конце накоплено {last.cumulative}."
        action = (
            "Последний месяц уже прибыльный: продлите срок или удешевите запуск."
            if last.raw.profit > 0
            else "Менеджер обходится дороже, чем приносит. Проверьте чек, долю купивших снова "
            "и рентабельность, прежде чем нанимать."
        )
    elif o.raw.investment == 0:
        meaning = f"Вкладывать не придётся. За {i.horizon} прибыль составит {o.profit_total}."
        action = "Так бывает редко: ещё раз сверьте долю купивших снова и оклад с жизнью."
    else:
        meaning = (
            f"Вложения вернутся через {o.payback_month}. До этого понадобится {o.investment}, "
            f"за {i.horizon} прибыль до вычета запуска составит {o.profit_total}."
        )
        action = (
            f"Отложите {o.investment} до старта и не закрывайте направление раньше срока: "
            "повторные продажи разгоняются медленнее новых."
        )
    return Reading(meaning, action, _caution(i, o))


def _caution(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    caution = "План держится на доле купивших снова: проверьте её на первой сотне разговоров."
    contacted = sum(month.contacted for month in o.raw.months)
    if i.raw.base and contacted == i.raw.base:
        end = next(m.month for m in reversed(o.months) if m.raw.contacted)
        caution += (
            f" База закончится через {end}: дальше возвращать некого, "
            "если её не пополнят новые клиенты."
        )
    return caution


def tables(_: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """The plan, month by month; with a unit in every cell it would be twice as wide."""
    columns = declarations(Month)
    yield Table(
        "План по месяцам",
        [f"{c.label}, ₽" if c.unit is RUBLES else c.label for c in columns.values()],
        [[formats.bare(getattr(month, name)) for name in columns] for month in o.months],
    )


@dataclass(frozen=True, slots=True)
class SheetMonth(Month):
    """A month of the workbook, which finds the last month below zero by a column of them."""

    below: Annotated[Decimal, Output("В минусе", MONTHS)]


OPENING = dict.fromkeys(declarations(SheetMonth), "0") | {"cumulative": "-{setup_cost}"}

STEPS = {
    "month": 'IF({number}<={horizon},{number},"")',
    "contacted": (
        "MAX(0,MIN("
        "{managers}*{contacts_per_manager}*IF({month}<{ramp_months},{month}/{ramp_months},1),"
        "{base}-SUM({contacted:above})))"
    ),
    "new": "{contacted}*{conversion}",
    "active": "{active:before}*(1-{monthly_loss})+{new}",
    "orders": f"{{new}}+{{active:before}}*(1-{{monthly_loss}})*{{orders_per_year}}/{MONTHS_A_YEAR}",
    "revenue": "{orders}*{average_check}",
    "profit": "{revenue}*({margin}-{bonus})-{payroll}*{managers}",
    "cumulative": "{cumulative:before}+{profit}",
    # A spreadsheet's binary fractions miss an exact zero by less than a kopeck.
    "below": "IF(ROUND({cumulative},4)<0,{month},0)",
}

RESULTS = {
    "payback_month": f'IF(MAX({{below}})<{{horizon}},MAX({{below}})+1,"{NEVER}")',
    "investment": "-MIN({cumulative})",
    "profit_total": "SUM({profit})",
    "revenue_total": "SUM({revenue})",
}


def formulas(i: Shown[Inputs], o: Shown[Outputs]) -> Formulas:
    """The plan as a spreadsheet computes it, with room for the longest one."""
    zero = Decimal(0)
    nothing_yet = dict.fromkeys(OPENING, zero)
    opening = SheetMonth(**nothing_yet | {"cumulative": -i.raw.setup_cost})
    months = [
        SheetMonth(**asdict(month), below=month.month if month.cumulative < 0 else zero)
        for month in o.raw.months
    ]
    return Formulas(
        results=RESULTS,
        title="По месяцам",
        row=SheetMonth,
        opening=OPENING,
        steps=STEPS,
        values=[opening, *months],
        room=LONGEST,
        formats={"month": "0", "payback_month": "0", "below": "0;;"},
    )


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """Money gathered by each month, from the setup on, with the month of payback marked."""
    months = [{"month": Decimal(0), "amount": -i.raw.setup_cost}]
    months += [{"month": m.month, "amount": m.cumulative} for m in o.raw.months]
    amounts = [month["amount"] for month in months]
    x = charts.scale("month", charts.ticks(i.raw.horizon, most=6), MONTHS_BRIEFLY, "от запуска")
    levels = charts.span(min(amounts), max(amounts))
    y = charts.scale("amount", levels, RUBLES)
    layers = [charts.layer(months, charts.area(charts.PRIMARY), x, y)]
    if o.raw.payback_month is None:
        title = f"Не окупится за {i.horizon}"
    else:
        title = f"Окупится через {o.payback_month}"
        paid = months[int(o.raw.payback_month)]
        drop = [paid | {"amount": levels[0]}, paid]
        dashed = charts.line(charts.MARK) | {"strokeDash": [4, 4]}
        layers += [charts.layer(drop, dashed, x, y), charts.layer([paid], charts.POINT, x, y)]
    return Chart(
        charts.specification(title, layers),
        finding=(
            f"График: накопленные деньги по месяцам. {title}; самая низкая точка — "
            f"вложено {o.investment}, в конце накоплено {o.months[-1].cumulative}."
        ),
    )


PRESETS = {
    "tours": Preset(
        "Авторские туры",
        "все числа примера — допущение редакции: от плана для авторских туров сохранилось "
        "одно название",
        {
            "base": "800",
            "managers": "1",
            "contacts_per_manager": "80",
            "ramp_months": "3",
            "conversion": "6",
            "orders_per_year": "1,2",
            "average_check": "140000",
            "margin": "18",
            "monthly_loss": "2",
            "payroll": "100000",
            "bonus": "2",
            "setup_cost": "120000",
            "horizon": "24",
        },
    )
}


calculator = Calculator(
    title="Бизнес-план аккаунтинга",
    question="Через сколько месяцев окупится отдельный менеджер по работе с базой?",
    chapter="repeat-sales",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
    formulas=formulas,
    presets=PRESETS,
)
