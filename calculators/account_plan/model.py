"""What is asked, what is answered, and the formulas between."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Annotated

from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declaration.declare import Output, Preset
from calculators.kit.declaration.fields import Number, assumed, money, percent, secondary
from calculators.kit.declaration.units import CLIENTS, MANAGERS, MONTHS, PURCHASES, RUBLES

MONTHS_A_YEAR = 12
PEOPLE_MAXIMUM = Decimal(10) ** 9
LONGEST = 60
NEVER = "не окупится за срок плана"
ENOUGH = "хватит до конца срока"
FREE = "free"


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
        secondary(
            Number(
                "Менеджеров по работе с базой",
                MANAGERS,
                assumed(1, "начинают с одного"),
                "Полставки — это 0,5.",
                Decimal(0),
                Decimal(1_000),
            )
        ),
    ]
    contacts_per_manager: Annotated[
        Decimal,
        secondary(
            Number(
                "Контактов у менеджера в месяц",
                CLIENTS,
                assumed(120, "около шести в рабочий день"),
                "Со сколькими клиентами из базы он успевает поговорить.",
                Decimal(0),
                Decimal(100_000),
            )
        ),
    ]
    ramp_months: Annotated[
        Decimal,
        secondary(
            Number(
                "Разгон",
                MONTHS,
                assumed(3, "квартал на обучение и первые разговоры"),
                "За сколько месяцев менеджер выходит на полную нагрузку. Ноль — сразу.",
                Decimal(0),
                Decimal(60),
            )
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
            "Считая с той, с которой он вернулся. Раз в два года — это 0,5.",
            Decimal(0),
            Decimal(1_000),
        ),
    ]
    average_check: Annotated[
        Decimal,
        money(
            "Средний чек",
            assumed(60_000, "круглое число для примера"),
            "Выручка за год без НДС, делённая на число покупок за тот же год.",
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
        secondary(
            percent(
                "Теряется вернувшихся за месяц",
                assumed(3, "около трети за год"),
                "Доля тех, кто снова перестал покупать.",
                below_one=True,
            )
        ),
    ]
    payroll: Annotated[
        Decimal,
        secondary(
            money(
                "Менеджер с налогами в месяц",
                assumed(120_000, "круглое число для примера"),
                "Сколько один менеджер стоит компании: начисленный оклад и взносы с него.",
            )
        ),
    ]
    bonus: Annotated[
        Decimal,
        secondary(
            percent(
                "Премия с выручки",
                assumed(2, "небольшая доля: клиент уже знаком"),
                "Сколько процентов выручки стоит компании премия сверх оклада, со взносами.",
                below_one=True,
            )
        ),
    ]
    setup_cost: Annotated[
        Decimal,
        secondary(
            money(
                "Запуск",
                assumed(150_000, "найм, настройка CRM и первые интервью"),
                "Всё, что потратите один раз до первого месяца.",
            )
        ),
    ]
    horizon: Annotated[
        Decimal,
        secondary(
            Number(
                "Срок плана",
                MONTHS,
                assumed(24, "два года: за год работа с базой окупается не всегда"),
                "На сколько месяцев вперёд считать.",
                Decimal(6),
                Decimal(LONGEST),
                whole=True,
            )
        ),
    ]
    new_clients: Annotated[
        Decimal,
        secondary(
            Number(
                "Новых клиентов в базе за месяц",
                CLIENTS,
                assumed(0, "осторожно: база только убывает"),
                "Сколько человек каждый месяц покупают у вас впервые и попадают в базу.",
                Decimal(0),
                PEOPLE_MAXIMUM,
            )
        ),
    ]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the plan: people, purchases and ₽."""

    month: Annotated[Decimal, Output("Месяц", MONTHS)]
    contacted: Annotated[Decimal, Output("Контакты", CLIENTS)]
    new: Annotated[Decimal, Output("Вернулись", CLIENTS)]
    active: Annotated[Decimal, Output("Остаются", CLIENTS)]
    orders: Annotated[Decimal, Output("Покупки", PURCHASES)]
    revenue: Annotated[Decimal, Output("Выручка", RUBLES)]
    profit: Annotated[Decimal, Output("Прибыль", RUBLES)]
    cumulative: Annotated[Decimal, Output("Накоплено", RUBLES)]


def costs_nothing(outputs: "Outputs") -> bool:
    """Whether the plan never needs money: what is not put in need not come back."""
    return outputs.investment == 0 and all(month.cumulative >= 0 for month in outputs.months)


def payback(outputs: "Outputs") -> Decimal | str | None:
    """The month of the payback, or in a word that there is nothing to pay back."""
    return FREE if costs_nothing(outputs) else outputs.payback_month


@dataclass(frozen=True, slots=True)
class Outputs:
    """Numbers of months from 1, ₽ to be put in and earned, and every month.

    `payback_month` is the first with money not below zero, whatever comes after; `investment`
    what is needed until then; `exhausted_month` the first with fewer clients to talk to than
    managers could.
    """

    payback_month: Annotated[
        Decimal | None,
        Output(
            "Окупится через",
            MONTHS,
            headline=True,
            absent=NEVER,
            words={FREE: "вкладывать не придётся"},
            said=payback,
        ),
    ]
    investment: Annotated[Decimal, Output("Понадобится денег", RUBLES)]
    final: Annotated[Decimal, Output("Накоплено к концу срока, запуск вычтен", RUBLES)]
    peak: Annotated[Decimal, Output("Накоплено в лучшем месяце", RUBLES)]
    peak_month: Annotated[Decimal, Output("Лучший месяц по счёту")]
    exhausted_month: Annotated[Decimal | None, Output("Базы не хватает с месяца", absent=ENOUGH)]
    profit_total: Annotated[Decimal, Output("Прибыль за срок, до вычета запуска", RUBLES)]
    revenue_total: Annotated[Decimal, Output("Выручка за срок", RUBLES)]
    months: Annotated[tuple[Month, ...], Output("По месяцам", listed=False)]


def compute(inputs: Inputs) -> Outputs:
    """Walk the months; people are not rounded."""
    months = tuple(walked(inputs))
    paid = next((m.month for m in months if m.cumulative >= 0), None)
    unpaid = months if paid is None else months[: int(paid)]
    peak = max(months, key=attrgetter("cumulative"))
    return Outputs(
        payback_month=paid,
        investment=-min(-inputs.setup_cost, *(m.cumulative for m in unpaid)),
        final=months[-1].cumulative,
        peak=peak.cumulative,
        peak_month=peak.month,
        exhausted_month=next(
            (m.month for m in months if m.contacted < capacity(inputs, m.month)), None
        ),
        profit_total=sum((m.profit for m in months), Decimal(0)),
        revenue_total=sum((m.revenue for m in months), Decimal(0)),
        months=months,
    )


def walked(i: Inputs) -> Iterator[Month]:
    """The months of the plan, one after another."""
    remaining, active, cumulative = i.base, Decimal(0), -i.setup_cost
    stays = share(HUNDRED - i.monthly_loss)
    bought_again = list(_bought_again(i, stays))
    cohorts: list[Decimal] = []
    conversion, margin = share(i.conversion), share(i.margin - i.bonus)
    payroll = i.payroll * i.managers
    for number in range(1, int(i.horizon) + 1):
        month = Decimal(number)
        contacted = min(capacity(i, month), remaining)
        remaining += i.new_clients - contacted
        new = contacted * conversion
        active = active * stays + new
        again = (cohorts[-age] * bought for age, bought in bought_again if age < number)
        orders = sum(again, new)
        cohorts.append(new)
        revenue = orders * i.average_check
        profit = revenue * margin - payroll
        cumulative += profit
        yield Month(month, contacted, new, active, orders, revenue, profit, cumulative)


def capacity(i: Inputs, number: Decimal) -> Decimal:
    """How many clients all managers can talk to in a month of the plan, counted from 1."""
    whole = i.managers * i.contacts_per_manager
    # Divided last, so that thirds of a round capacity stay exact.
    return whole if number >= i.ramp_months else whole * number / i.ramp_months


def _bought_again(i: Inputs, stays: Decimal) -> Iterator[tuple[int, Decimal]]:
    # Purchases of a cohort at an age in months, per client at first; ages without any left out.
    left, before = Decimal(1), Decimal(0)
    for age in range(1, int(i.horizon)):
        left *= stays
        by_now = _bought(i, age)
        if by_now > before:
            yield age, left * (by_now - before)
        before = by_now


def _bought(i: Inputs, age: int) -> Decimal:
    return age * i.orders_per_year // MONTHS_A_YEAR


def purchases(i: Inputs, age: int) -> Decimal:
    """Purchases of a client in the month of that age, whole ones.

    The first is at age 0, the next one after 12 ÷ orders_per_year months.
    """
    return _bought(i, age) - _bought(i, age - 1)


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
            "new_clients": "0",
        },
    )
}
