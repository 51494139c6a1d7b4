"""Доход маркетолога: salary, pay for leads between a threshold and a cap, and flex.

Source of the scheme: key `marketer.pay`; the threshold and the cap are the editors'.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit import charts
from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declare import Calculator, Chart, Output, Problems, Reading, Shown, Step
from calculators.kit.fields import Number, assumed, money
from calculators.kit.units import LEADS, PERCENT, RUBLES, TASKS, Unit

MOST_ATTAINMENT = Decimal(300)
CHARTED_ATTAINMENT = Decimal(150)
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
    """₽ per month; leads and tasks of the month; threshold and cap in percent of the plan."""

    salary: Annotated[
        Decimal,
        money("Оклад", assumed(100_000, "внутри вилки среднего уровня"), "В месяц, без премий."),
    ]
    kpi_bonus: Annotated[
        Decimal,
        money(
            "Премия за план по лидам",
            assumed(30_000, "около трети оклада"),
            "Сколько платите, когда план выполнен ровно на сто процентов.",
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
        attained("Порог", 70, "обычная для премий граница", "Ниже него за лидов не платят ничего."),
    ]
    cap: Annotated[
        Decimal,
        attained("Потолок", 120, "чтобы план не стал смешным", "Выше него премия не растёт."),
    ]
    flex_fund: Annotated[
        Decimal,
        money(
            "Фонд flex",
            assumed(20_000, "меньше премии за лидов"),
            "Сколько платите, когда выполнены все задачи месяца.",
        ),
    ]
    tasks_planned: Annotated[
        Decimal,
        count("Задач в плане", TASKS, 8, "две в неделю", "Задач на месяц.", positive=True),
    ]
    tasks_done: Annotated[
        Decimal, count("Задач сделано", TASKS, 7, "одна не успелась", "Принятых вами за месяц.")
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Attainment in percent, the three parts and their sum in ₽ per month, ₽ per lead."""

    total: Annotated[Decimal, Output("Доход за месяц", RUBLES, headline=True)]
    attainment: Annotated[Decimal, Output("План выполнен на", PERCENT)]
    kpi_pay: Annotated[Decimal, Output("За лидов", RUBLES)]
    flex_pay: Annotated[Decimal, Output("Flex за задачи", RUBLES)]
    cost_per_lead: Annotated[
        Decimal | None, Output("Дохода на одного лида", RUBLES, absent="лидов нет")
    ]


def check(inputs: Inputs) -> Problems:
    """The cap is not under the threshold."""
    if inputs.cap < inputs.threshold:
        yield "cap", "Потолок не может быть ниже порога."


def kpi_pay(inputs: Inputs, attainment: Decimal) -> Decimal:
    """Pay for leads, ₽, at an attainment in percent: nothing below the threshold."""
    if attainment < inputs.threshold:
        return Decimal(0)
    return inputs.kpi_bonus * share(min(attainment, inputs.cap))


def compute(inputs: Inputs) -> Outputs:
    """Salary + pay for leads + flex; tasks over the plan add nothing."""
    attainment = inputs.lead_fact * HUNDRED / inputs.lead_plan
    for_leads = kpi_pay(inputs, attainment)
    done = min(inputs.tasks_done, inputs.tasks_planned)
    flex = inputs.flex_fund * done / inputs.tasks_planned
    total = inputs.salary + for_leads + flex
    return Outputs(
        total=total,
        attainment=attainment,
        kpi_pay=for_leads,
        flex_pay=flex,
        cost_per_lead=total / inputs.lead_fact if inputs.lead_fact else None,
    )


def explain(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Step]:
    """Attainment, the two variable parts, the sum."""
    yield Step("План выполнен на", f"{i.lead_fact} ÷ {i.lead_plan}", o.attainment)
    if o.raw.attainment < i.raw.threshold:
        yield Step("За лидов", f"{o.attainment} меньше порога {i.threshold}, поэтому", o.kpi_pay)
    elif o.raw.attainment > i.raw.cap:
        yield Step("За лидов, не выше потолка", f"{i.kpi_bonus} × {i.cap}", o.kpi_pay)
    else:
        yield Step("За лидов", f"{i.kpi_bonus} × {o.attainment}", o.kpi_pay)
    most = " (не больше плана)" if i.raw.tasks_done > i.raw.tasks_planned else ""
    yield Step("Flex", f"{i.flex_fund} × {i.tasks_done}{most} ÷ {i.tasks_planned}", o.flex_pay)
    yield Step("Доход", f"{i.salary} + {o.kpi_pay} + {o.flex_pay}", o.total)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What the month paid for and where the scheme invites to cheat."""
    if o.raw.attainment < i.raw.threshold:
        meaning = f"План выполнен на {o.attainment}, это ниже порога: за лидов не платят."
    elif o.raw.attainment >= i.raw.cap:
        meaning = f"План выполнен на {o.attainment}: премия упёрлась в потолок {i.cap}."
    else:
        meaning = f"План выполнен на {o.attainment}, премия за лидов — {o.kpi_pay}."
    return Reading(
        meaning=f"{meaning} Весь доход — {o.total}.",
        action="Покажите эту схему кандидату и посчитайте вместе плохой, обычный и лучший месяц.",
        caution=(
            "У порога один лид меняет доход на всю премию. Считайте квалифицированных лидов, "
            "и пусть отметку ставит продавец: иначе план доберут кем попало."
        ),
    )


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """Income against attainment, with the step at the threshold and the flat top."""
    fixed = o.raw.total - o.raw.kpi_pay
    start, top = (min(at, CHARTED_ATTAINMENT) for at in (i.raw.threshold, i.raw.cap))
    below = [(Decimal(0), fixed), (start, fixed)] if start else []
    above = [
        (at, fixed + kpi_pay(i.raw, at))
        for at in sorted({start, top, CHARTED_ATTAINMENT})
        if at >= i.raw.threshold
    ]
    most = max(*(amount for _, amount in below + above), o.raw.total)
    shares = charts.ticks(CHARTED_ATTAINMENT, most=3)
    x = charts.scale("attainment", shares, PERCENT, "выполнение плана по лидам")
    y = charts.scale("total", charts.ticks(most), RUBLES)
    # One area would add up the two amounts at the threshold; the step needs an area a side.
    layers = [
        charts.layer(
            [{"attainment": at, "total": amount} for at, amount in side],
            charts.area(charts.PRIMARY),
            x,
            y,
        )
        for side in (below, above)
        if side
    ]
    if o.raw.attainment <= CHARTED_ATTAINMENT:
        point = [{"attainment": o.raw.attainment, "total": o.raw.total}]
        layers += [charts.layer(point, mark, x, y) for mark in (charts.DROP, charts.POINT)]
    return Chart(
        charts.specification(f"{o.attainment} плана — {o.total}", layers),
        finding=(
            f"График: доход прыгает вверх на пороге {i.threshold} и перестаёт расти после "
            f"{i.cap} плана. Сейчас это {o.total}."
        ),
    )


calculator = Calculator(
    title="Доход маркетолога",
    question="Сколько получит маркетолог в плохой, обычный и лучший месяц?",
    chapter="internet-marketer",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    check=check,
)
