"""Свой найм или агентство: what one hire costs by either way, the idle weeks included.

Source of the comparison: key `hiring.compare`; it has no formula. A failed hire is
counted as its expected cost: one more search, times the share of those who do not stay.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated

from calculators.kit import charts, formats
from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declare import Calculator, Chart, Output, Reading, Shown, Step, Table
from calculators.kit.fields import Choice, Number, assumed, chosen, money, percent
from calculators.kit.figures import figure
from calculators.kit.units import HOURS, PERCENT, RUBLES, SALARIES, WEEKS

FEE = figure("hiring.compare.agency_salaries")
OWN_WEEKS = figure("hiring.compare.own_weeks")
AGENCY_WEEKS = figure("hiring.compare.agency_weeks")


@dataclass(frozen=True, slots=True)
class Inputs:
    """₽ a month, an hour or a week; hours and weeks per hire; shares in percent."""

    salary: Annotated[
        Decimal,
        money(
            "Оклад специалиста в месяц",
            assumed(120_000, "круглое число для примера"),
            "От него считают вознаграждение агентства.",
        ),
    ]
    vacancy_cost: Annotated[
        Decimal,
        money(
            "Цена пустой недели",
            assumed(50_000, "у каждого места своя; от неё ответ зависит сильнее всего"),
            "Валовая прибыль, которую человек на этом месте приносит за месяц, делённая на четыре.",
        ),
    ]
    hour_cost: Annotated[
        Decimal,
        money(
            "Цена вашего часа",
            assumed(3_000, "час руководителя"),
            "Ваш доход за месяц, делённый на рабочие часы.",
        ),
    ]
    own_hours: Annotated[
        Decimal,
        Number(
            "Ваше время при своём поиске",
            HOURS,
            assumed(30, "по два часа в день три недели"),
            "Отклики, звонки и собеседования, которые ведёте вы.",
            Decimal(0),
            Decimal(10_000),
        ),
    ]
    team_hours: Annotated[
        Decimal,
        Number(
            "Время команды при своём поиске",
            HOURS,
            assumed(12, "несколько собеседований и проверка задания"),
            "Часы всех, кого вы привлекли к отбору.",
            Decimal(0),
            Decimal(10_000),
        ),
    ]
    team_hour_cost: Annotated[
        Decimal,
        money(
            "Цена часа команды",
            assumed(1_500, "половина часа руководителя"),
            "Средняя для тех, кто участвует в отборе.",
        ),
    ]
    ads_cost: Annotated[
        Decimal,
        money(
            "Объявления и доступ к резюме",
            assumed(15_000, "круглое число для примера"),
            "Всё, что вы платите сайтам вакансий за один поиск.",
        ),
    ]
    own_weeks: Annotated[
        Decimal,
        Number(
            "Место пустует при своём поиске",
            WEEKS,
            assumed(3, f"середина вилки практика, {OWN_WEEKS.shown}"),
            "От начала поиска до выхода человека.",
            Decimal(0),
            Decimal(520),
        ),
    ]
    fail_own: Annotated[
        Decimal,
        percent(
            "Не останутся из нанятых самими",
            assumed(15, "меньше, чем через агентство: вы выбирали под себя"),
            "Доля тех, кто не прошёл испытательный срок или скоро ушёл.",
        ),
    ]
    agency_salaries: Annotated[
        Decimal,
        Number(
            "Вознаграждение агентства",
            SALARIES,
            assumed("1.5", f"середина вилки практика, {FEE.shown}"),
            "Сколько месячных окладов берёт агентство за одного человека.",
            Decimal(0),
            Decimal(24),
        ),
    ]
    agency_hours: Annotated[
        Decimal,
        Number(
            "Ваше время при работе с агентством",
            HOURS,
            assumed(6, "выбор агентства, техническое задание и финальные встречи"),
            "Агентство ищет людей, но его самого ищете вы.",
            Decimal(0),
            Decimal(10_000),
        ),
    ]
    agency_weeks: Annotated[
        Decimal,
        Number(
            "Место пустует с агентством",
            WEEKS,
            assumed("1.5", f"середина вилки практика, {AGENCY_WEEKS.shown}"),
            "От заявки в агентство до выхода человека.",
            Decimal(0),
            Decimal(520),
        ),
    ]
    fail_agency: Annotated[
        Decimal,
        percent(
            "Не останутся из нанятых через агентство",
            assumed(25, "больше, чем при своём поиске: агентство выбирало, как поняло вас"),
            "Доля тех, кто не прошёл испытательный срок или скоро ушёл.",
        ),
    ]
    replacement: Annotated[
        str,
        Choice(
            "Бесплатная замена",
            {"yes": "есть", "no": "нет"},
            chosen("yes", "попросите, чтобы она была в договоре"),
            "С ней за второй поиск агентству не платят.",
        ),
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """₽ per hire by either way and its parts; the fee that makes both equal, in salaries."""

    cheaper: Annotated[
        str,
        Output(
            "Дешевле",
            headline=True,
            words={"own": "сами", "agency": "агентство", "equal": "поровну"},
        ),
    ]
    difference: Annotated[Decimal, Output("Разница", RUBLES)]
    own_total: Annotated[Decimal, Output("Весь найм, если искать самому", RUBLES)]
    agency_total: Annotated[Decimal, Output("Весь найм через агентство", RUBLES)]
    break_even_salaries: Annotated[
        Decimal | None,
        Output("Цены сравняет вознаграждение", SALARIES, absent="такого вознаграждения нет"),
    ]
    own_time: Annotated[Decimal, Output("Ваши часы, сами", RUBLES, listed=False)]
    team_time: Annotated[Decimal, Output("Часы команды, сами", RUBLES, listed=False)]
    own_idle: Annotated[Decimal, Output("Место пустует, сами", RUBLES, listed=False)]
    own_risk: Annotated[Decimal, Output("Повторный поиск, сами", RUBLES, listed=False)]
    agency_fee: Annotated[Decimal, Output("Вознаграждение агентства", RUBLES, listed=False)]
    agency_time: Annotated[Decimal, Output("Ваши часы, агентство", RUBLES, listed=False)]
    agency_idle: Annotated[Decimal, Output("Место пустует, агентство", RUBLES, listed=False)]
    agency_risk: Annotated[Decimal, Output("Повторный поиск, агентство", RUBLES, listed=False)]


def compute(inputs: Inputs) -> Outputs:
    """Direct cost, idle weeks and the expected repeat of both; no fee twice with a guarantee."""
    own_time = inputs.own_hours * inputs.hour_cost
    team_time = inputs.team_hours * inputs.team_hour_cost
    own_idle = inputs.own_weeks * inputs.vacancy_cost
    own_once = own_time + team_time + inputs.ads_cost + own_idle
    own_risk = own_once * share(inputs.fail_own)
    own_total = own_once + own_risk

    fee = inputs.agency_salaries * inputs.salary
    agency_time = inputs.agency_hours * inputs.hour_cost
    agency_idle = inputs.agency_weeks * inputs.vacancy_cost
    paid_again = agency_time + agency_idle + (fee if inputs.replacement == "no" else 0)
    agency_risk = paid_again * share(inputs.fail_agency)
    agency_total = fee + agency_time + agency_idle + agency_risk

    return Outputs(
        cheaper=_cheaper(own_total, agency_total),
        difference=abs(own_total - agency_total),
        own_total=own_total,
        agency_total=agency_total,
        break_even_salaries=_break_even(inputs, own_total, agency_time + agency_idle),
        own_time=own_time,
        team_time=team_time,
        own_idle=own_idle,
        own_risk=own_risk,
        agency_fee=fee,
        agency_time=agency_time,
        agency_idle=agency_idle,
        agency_risk=agency_risk,
    )


def _cheaper(own: Decimal, agency: Decimal) -> str:
    if own == agency:
        return "equal"
    return "own" if own < agency else "agency"


def _break_even(inputs: Inputs, own_total: Decimal, besides_fee: Decimal) -> Decimal | None:
    repeated = 1 + share(inputs.fail_agency)
    left = own_total - besides_fee * repeated
    if inputs.salary == 0 or left < 0:
        return None
    return left / (inputs.salary * (repeated if inputs.replacement == "no" else 1))


def explain(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Step]:
    """Either way part by part, then the difference and the fee that makes it nothing."""
    yield Step("Ваши часы при своём поиске", f"{i.own_hours} × {i.hour_cost}", o.own_time)
    yield Step("Часы команды", f"{i.team_hours} × {i.team_hour_cost}", o.team_time)
    yield Step("Место пустует", f"{i.own_weeks} × {i.vacancy_cost}", o.own_idle)
    own_once = f"{o.own_time} + {o.team_time} + {i.ads_cost} + {o.own_idle}"
    yield Step("Ожидаемый повторный поиск", f"{i.fail_own} × ({own_once})", o.own_risk)
    yield Step("Весь найм самому", f"{own_once} + {o.own_risk}", o.own_total)

    fee, besides = o.agency_fee, f"{o.agency_time} + {o.agency_idle}"
    again = besides if i.raw.replacement == "yes" else f"{fee} + {besides}"
    yield Step("Вознаграждение агентства", f"{i.agency_salaries} × {i.salary}", fee)
    yield Step("Ваши часы с агентством", f"{i.agency_hours} × {i.hour_cost}", o.agency_time)
    yield Step("Место пустует с агентством", f"{i.agency_weeks} × {i.vacancy_cost}", o.agency_idle)
    yield Step("Ожидаемая замена", f"{i.fail_agency} × ({again})", o.agency_risk)
    yield Step("Весь найм через агентство", f"{fee} + {besides} + {o.agency_risk}", o.agency_total)

    totals = [o.own_total, o.agency_total]
    if o.raw.own_total < o.raw.agency_total:
        totals.reverse()
    yield Step("Разница", " − ".join(totals), o.difference)
    if o.raw.break_even_salaries is not None:
        repeated = formats.quantity(HUNDRED + i.raw.fail_agency, PERCENT)
        paid = i.salary if i.raw.replacement == "yes" else f"({i.salary} × {repeated})"
        left = f"({o.own_total} − ({besides}) × {repeated})"
        yield Step(
            "Вознаграждение, при котором цены равны", f"{left} ÷ {paid}", o.break_even_salaries
        )


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Which way is cheaper, what to bargain with, and what the sums leave out."""
    match o.raw.cheaper:
        case "own":
            meaning = (
                f"Искать самому дешевле на {o.difference}: {o.own_total} против {o.agency_total}."
            )
        case "agency":
            meaning = (
                f"Через агентство дешевле на {o.difference}: {o.agency_total} против {o.own_total}."
            )
        case _:
            meaning = f"Оба пути обходятся одинаково: {o.own_total}. Решайте по сроку и качеству."
    if o.raw.break_even_salaries is None:
        action = (
            "Впишите оклад: от него зависит вознаграждение агентства."
            if i.raw.salary == 0
            else "Агентство вышло бы дороже, даже если бы работало бесплатно. Ищите сами."
        )
    else:
        action = (
            f"Торгуйтесь от числа {o.break_even_salaries}: просит агентство меньше — дешевле оно, "
            "просит больше — дешевле искать самому."
        )
    return Reading(
        meaning,
        action,
        caution=(
            "Сильнее всего ответ зависит от цены пустой недели и от доли тех, кто не останется. "
            "Обе — ваши оценки: проверьте, изменится ли ответ при худшей и при лучшей."
        ),
    )


def tables(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """What either way's total is made of."""
    yield Table(
        "Из чего складывается найм",
        ["Расход", "Сами", "Агентство"],
        [
            ["Плата агентству", "—", o.agency_fee],
            ["Ваши часы", o.own_time, o.agency_time],
            ["Часы команды", o.team_time, "—"],
            ["Объявления", i.ads_cost, "—"],
            ["Место пустует", o.own_idle, o.agency_idle],
            ["Повторный поиск", o.own_risk, o.agency_risk],
            ["Весь найм", o.own_total, o.agency_total],
        ],
    )


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """Both totals against the agency's fee: where they cross, and where the reader stands."""
    reach = max(Decimal(2), i.raw.agency_salaries, o.raw.break_even_salaries or Decimal(0))
    # A far crossing would press the reader's own fee against the axis.
    fees = charts.ticks(min(reach, max(4 * i.raw.agency_salaries, Decimal(2))), most=4)
    free, dear = (compute(replace(i.raw, agency_salaries=fee)) for fee in (fees[0], fees[-1]))
    x = charts.scale("fee", fees, SALARIES, "вознаграждение агентства")
    # A quarter above the lines leaves room for their names.
    y = charts.scale(
        "amount", charts.ticks(max(o.raw.own_total, dear.agency_total) * 5 / 4), RUBLES
    )
    own = [{"fee": fee, "amount": o.raw.own_total, "name": "сами"} for fee in (fees[0], fees[-1])]
    agency = [
        {"fee": fee, "amount": of.agency_total, "name": "агентство"}
        for fee, of in ((fees[0], free), (fees[-1], dear))
    ]
    point = [{"fee": i.raw.agency_salaries, "amount": o.raw.agency_total}]
    # The name keeps to the side of its line where the other line is not.
    side = -12 if free.agency_total <= o.raw.own_total else 12
    left = charts.name(charts.SECONDARY) | {"align": "left", "dx": 8, "dy": side}
    return Chart(
        charts.specification(
            f"Цены равны: {o.break_even_salaries}"
            if o.raw.break_even_salaries is not None
            else "Цены не сравняются",
            [
                charts.layer(own, charts.line(charts.SECONDARY), x, y),
                charts.layer(agency, charts.line(charts.PRIMARY), x, y),
                charts.layer(own[:1], left, x, y, text="name"),
                charts.layer(
                    agency[1:], charts.name(charts.PRIMARY) | {"dy": -12}, x, y, text="name"
                ),
                charts.layer(point, charts.DROP, x, y),
                charts.layer(point, charts.POINT, x, y),
            ],
        ),
        finding=(
            "График: свой поиск стоит одинаково при любом вознаграждении, агентство дорожает "
            f"вместе с ним. При {i.agency_salaries} агентство обойдётся в {o.agency_total}, "
            f"свой поиск — в {o.own_total}."
        ),
    )


calculator = Calculator(
    title="Свой найм или агентство",
    question="Что дешевле: искать человека самому или заплатить агентству?",
    chapter="hiring",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
)
