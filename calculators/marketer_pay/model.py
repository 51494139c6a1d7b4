"""What is asked, what is answered, and the formulas between."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Annotated

from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declaration import law
from calculators.kit.declaration.declare import Output, Problems
from calculators.kit.declaration.fields import Number, assumed, money, percent, secondary, sourced
from calculators.kit.declaration.units import LEADS, PERCENT, RUBLES, TASKS, Unit

MOST_ATTAINMENT = Decimal(300)
COUNT_MAXIMUM = Decimal(10) ** 6


def count(
    label: str, unit: Unit, default: int, why: str, help: str, *, positive: bool = False
) -> Number:
    """A field for a whole number of leads or tasks a month."""
    return Number(
        label, unit, assumed(default, why), help, Decimal(0), COUNT_MAXIMUM, True, positive
    )


def attained(label: str, default: int, why: str, help: str) -> Number:
    """A field for an attainment of the plan, percent, possibly over a hundred."""
    return Number(label, PERCENT, assumed(default, why), help, Decimal(0), MOST_ATTAINMENT)


@dataclass(frozen=True, slots=True)
class Inputs:
    """₽ per month before tax; leads and tasks of the month; percents of the plan and of pay."""

    salary: Annotated[
        Decimal,
        money(
            "Оклад",
            assumed(100_000, "внутри вилки среднего уровня"),
            "В месяц, без премий, до вычета налога.",
        ),
    ]
    kpi_bonus: Annotated[
        Decimal,
        money(
            "Премия за план по лидам",
            assumed(30_000, "около трети оклада"),
            "До налога: сколько платите, когда план выполнен ровно на сто процентов.",
        ),
    ]
    lead_plan: Annotated[
        Decimal,
        count(
            "План по лидам", LEADS, 200, "круглое число", "Лидов за месяц по плану.", positive=True
        ),
    ]
    lead_fact: Annotated[
        Decimal,
        count("Пришло лидов", LEADS, 180, "план немного не выполнен", "Лидов за месяц на деле."),
    ]
    threshold: Annotated[
        Decimal,
        secondary(
            attained(
                "Порог", 70, "обычная для премий граница", "Ниже него за лидов не платят ничего."
            )
        ),
    ]
    cap: Annotated[
        Decimal,
        secondary(
            attained("Потолок", 120, "чтобы план не стал смешным", "Выше него премия не растёт.")
        ),
    ]
    flex_fund: Annotated[
        Decimal,
        money(
            "Фонд flex",
            assumed(20_000, "меньше премии за лидов"),
            "До налога: сколько платите, когда выполнены все задачи месяца.",
        ),
    ]
    tasks_planned: Annotated[
        Decimal,
        secondary(
            count("Задач в плане", TASKS, 8, "две в неделю", "Задач на месяц.", positive=True)
        ),
    ]
    tasks_done: Annotated[
        Decimal,
        secondary(count("Задач сделано", TASKS, 7, "одна не успелась", "Принятых вами за месяц.")),
    ]
    income_tax: Annotated[
        Decimal,
        secondary(
            percent("НДФЛ", sourced("law.income_tax"), "Налог, который вы удерживаете из дохода.")
        ),
    ]
    contributions: Annotated[
        Decimal,
        secondary(
            percent(
                "Страховые взносы",
                sourced("law.contributions"),
                "Платите сверх дохода. У вас может быть льготный тариф: спросите бухгалтера.",
            )
        ),
    ]


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its key: leads, and ₽ before tax, on hand and with contributions."""

    month: Annotated[str, Output("Месяц")]
    leads: Annotated[Decimal, Output("Лидов", LEADS)]
    total: Annotated[Decimal, Output("Доход до налога", RUBLES)]
    on_hand: Annotated[Decimal, Output("На руки", RUBLES)]
    employer_cost: Annotated[Decimal, Output("Обойдётся вам", RUBLES)]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Attainment in percent, the three parts and their sum in ₽ per month, ₽ per lead.

    The sum is before tax; then what is left on hand, and what the employer pays in all.
    """

    total: Annotated[Decimal, Output("Доход за месяц до налога", RUBLES, headline=True)]
    on_hand: Annotated[Decimal, Output("На руки", RUBLES)]
    employer_cost: Annotated[Decimal, Output("Обойдётся вам со взносами", RUBLES)]
    attainment: Annotated[Decimal, Output("План выполнен на", PERCENT)]
    kpi_pay: Annotated[Decimal, Output("За лидов", RUBLES)]
    flex_pay: Annotated[Decimal, Output("Flex за задачи", RUBLES)]
    cost_per_lead: Annotated[
        Decimal | None, Output("Дохода до налога на одного лида", RUBLES, absent="лидов нет")
    ]
    months: Annotated[tuple[Month, ...], Output("Три месяца", listed=False)]


def check(inputs: Inputs) -> Problems:
    """The cap is not under the threshold."""
    if inputs.cap < inputs.threshold:
        yield "cap", "Потолок не может быть ниже порога."


def kpi_pay(inputs: Inputs, attainment: Decimal) -> Decimal:
    """Pay for leads, ₽, at an attainment in percent: nothing below the threshold."""
    if attainment < inputs.threshold:
        return Decimal(0)
    return inputs.kpi_bonus * share(min(attainment, inputs.cap))


def leads_at(inputs: Inputs, attainment: Decimal) -> Decimal:
    """The least whole number of leads that attains so many percent of the plan."""
    return (inputs.lead_plan * share(attainment)).to_integral_value(ROUND_CEILING)


def month(inputs: Inputs, key: str, leads: Decimal, total: Decimal) -> Month:
    """What is left of a month's pay after tax, and what it costs with contributions."""
    return Month(
        month=key,
        leads=leads,
        total=total,
        on_hand=law.on_hand(total, inputs.income_tax),
        employer_cost=law.employer_cost(total, inputs.contributions),
    )


def compute(inputs: Inputs) -> Outputs:
    """Salary + pay for leads + flex; tasks over the plan add nothing."""
    attainment = inputs.lead_fact * HUNDRED / inputs.lead_plan
    for_leads = kpi_pay(inputs, attainment)
    done = min(inputs.tasks_done, inputs.tasks_planned)
    flex = inputs.flex_fund * done / inputs.tasks_planned
    usual = month(inputs, "usual", inputs.lead_fact, inputs.salary + for_leads + flex)
    # One lead short of the threshold nothing is paid for leads; without one, for no leads.
    short = max(leads_at(inputs, inputs.threshold) - 1, Decimal(0))
    bad = month(inputs, "bad", short, inputs.salary + flex)
    most = inputs.salary + inputs.kpi_bonus * share(inputs.cap) + inputs.flex_fund
    return Outputs(
        total=usual.total,
        on_hand=usual.on_hand,
        employer_cost=usual.employer_cost,
        attainment=attainment,
        kpi_pay=for_leads,
        flex_pay=flex,
        cost_per_lead=usual.total / inputs.lead_fact if inputs.lead_fact else None,
        months=(bad, usual, month(inputs, "best", leads_at(inputs, inputs.cap), most)),
    )
