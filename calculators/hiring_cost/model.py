"""What is asked, what is answered, and the formulas between."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit.arithmetic import share
from calculators.kit.declaration import law
from calculators.kit.declaration.declare import Output
from calculators.kit.declaration.fields import (
    Choice,
    Number,
    assumed,
    chosen,
    money,
    percent,
    secondary,
    sourced,
)
from calculators.kit.declaration.figures import figure
from calculators.kit.declaration.units import HOURS, MONTHS, RUBLES, SALARIES, WEEKS
from calculators.kit.words import formats, ways
from calculators.kit.words.leaders import are_near

FEE = figure("hiring.compare.agency_salaries")
OWN_WEEKS = figure("hiring.compare.own_weeks")
AGENCY_WEEKS = figure("hiring.compare.agency_weeks")
WEEKS_IN_A_YEAR, MONTHS_IN_A_YEAR = 52, 12
MOST_SALARIES = Decimal(12)
"""A year's pay: no agency takes more."""
NEVER, ALWAYS = "never", "always"


def hours(label: str, default: int, why: str, help: str) -> Number:
    """A field for hours per hire."""
    return Number(label, HOURS, assumed(default, why), help, Decimal(0), Decimal(10_000))


def weeks(label: str, default: str, why: str, help: str) -> Number:
    """A field for the weeks that the place is empty."""
    return Number(label, WEEKS, assumed(default, why), help, Decimal(0), Decimal(520))


@dataclass(frozen=True, slots=True)
class Inputs:
    """₽ a month, an hour or a week; hours and weeks per hire; shares in percent."""

    salary: Annotated[
        Decimal,
        money(
            "Оклад специалиста в месяц",
            assumed(120_000, "круглое число для примера"),
            "До вычета налога, без премии. От него считают вознаграждение агентства.",
        ),
    ]
    vacancy_cost: Annotated[
        Decimal,
        secondary(
            money(
                "Цена пустой недели",
                assumed(30_000, "у каждого места своя"),
                "Валовая прибыль места за месяц без НДС минус оклад со взносами, который вы пока "
                "не платите; разницу умножьте на 12 и разделите на 52. Вышло меньше нуля — "
                "ставьте 0.",
            )
        ),
    ]
    hour_cost: Annotated[Decimal, ways.HOUR_COST]
    team_hour_cost: Annotated[
        Decimal,
        secondary(
            money(
                "Цена часа команды",
                assumed(1_500, "половина часа руководителя"),
                "Средняя для тех, кто участвует в отборе: до вычета налога, со взносами.",
            )
        ),
    ]
    own_hours: Annotated[
        Decimal,
        hours(
            "Ваше время при своём поиске",
            30,
            "по два часа в рабочий день три недели",
            "Отклики, звонки и собеседования, которые ведёте вы.",
        ),
    ]
    team_hours: Annotated[
        Decimal,
        secondary(
            hours(
                "Время команды при своём поиске",
                12,
                "несколько собеседований и проверка задания",
                "Часы всех, кого вы привлекли к отбору.",
            )
        ),
    ]
    ads_cost: Annotated[
        Decimal,
        secondary(
            money(
                "Объявления и доступ к резюме",
                assumed(15_000, "круглое число для примера"),
                "Всё, что вы платите сайтам вакансий за один поиск: с НДС, если не берёте его к "
                "вычету.",
            )
        ),
    ]
    own_weeks: Annotated[
        Decimal,
        weeks(
            "Место пустует при своём поиске",
            "3",
            f"середина вилки практика, {OWN_WEEKS.shown}",
            "От начала поиска до выхода человека.",
        ),
    ]
    fail_own: Annotated[
        Decimal,
        secondary(
            percent(
                "Не останутся из нанятых самими",
                assumed(15, "меньше, чем через агентство: вы выбирали под себя"),
                "Доля тех, кто не прошёл испытательный срок или скоро ушёл.",
            )
        ),
    ]
    agency_salaries: Annotated[
        Decimal,
        Number(
            "Вознаграждение агентства",
            SALARIES,
            assumed("1.5", f"середина вилки практика, {FEE.shown}"),
            "Сколько месячных окладов берёт агентство за одного человека: с НДС, если он идёт "
            "сверху и вы не берёте его к вычету.",
            Decimal(0),
            MOST_SALARIES,
        ),
    ]
    agency_hours: Annotated[
        Decimal,
        secondary(
            hours(
                "Ваше время при работе с агентством",
                6,
                "выбор агентства, техническое задание и финальные встречи",
                "Агентство ищет людей, но его самого ищете вы.",
            )
        ),
    ]
    agency_team_hours: Annotated[
        Decimal,
        secondary(
            hours(
                "Время команды при работе с агентством",
                6,
                "половина того, что при своём поиске: встречи и задание остаются за вами",
                "Часы всех, кто встречается с кандидатами агентства.",
            )
        ),
    ]
    agency_weeks: Annotated[
        Decimal,
        secondary(
            weeks(
                "Место пустует с агентством",
                "1.5",
                f"середина вилки практика, {AGENCY_WEEKS.shown}",
                "От заявки в агентство до выхода человека.",
            )
        ),
    ]
    fail_agency: Annotated[
        Decimal,
        secondary(
            percent(
                "Не останутся из нанятых через агентство",
                assumed(25, "больше, чем при своём поиске: агентство выбирало, как поняло вас"),
                "Доля тех, кто не прошёл испытательный срок или скоро ушёл.",
            )
        ),
    ]
    replacement: Annotated[
        str,
        secondary(
            Choice(
                "Бесплатная замена",
                {"yes": "есть", "no": "нет"},
                chosen("yes", "попросите, чтобы она была в договоре"),
                "С ней за второй поиск агентству не платят.",
            )
        ),
    ]
    trial_months: Annotated[
        Decimal,
        secondary(
            Number(
                "Сколько проработает тот, кто не останется",
                MONTHS,
                assumed(1, "чтобы понять, что человек не подошёл, нужно несколько недель"),
                "Эти месяцы оплачены, а искать придётся снова. Расчёт осторожный: будто за них он "
                "ничего не принёс.",
                Decimal(0),
                Decimal(12),
            )
        ),
    ]
    contributions: Annotated[
        Decimal,
        secondary(
            percent(
                "Взносы сверх оклада",
                sourced("law.contributions"),
                "Страховые взносы работодателя. Льготный тариф или совсем без взносов — впишите "
                "свой.",
            )
        ),
    ]


@dataclass(frozen=True, slots=True)
class Way:
    """What one way of hiring is made of, ₽ per hire; `repeat` and `trial` are expected costs."""

    outlay: Annotated[Decimal, Output("Объявления или вознаграждение", RUBLES)]
    time: Annotated[Decimal, Output("Ваши часы", RUBLES)]
    team_time: Annotated[Decimal, Output("Часы команды", RUBLES)]
    idle: Annotated[Decimal, Output("Место пустует", RUBLES)]
    repeat: Annotated[Decimal, Output("Повторный поиск", RUBLES)]
    trial: Annotated[Decimal, Output("Выплаты тому, кто не останется", RUBLES)]
    work: Annotated[Decimal, Output("Часы и пустые недели", RUBLES)]
    total: Annotated[Decimal, Output("Весь найм", RUBLES)]


def bargain(outputs: "Outputs") -> Decimal | str | None:
    """The fee to bargain from, or in words that the agency is cheaper at no fee or at any."""
    fee = outputs.break_even_salaries
    if fee is None or 0 < fee <= MOST_SALARIES:
        return fee
    return NEVER if fee <= 0 else ALWAYS


@dataclass(frozen=True, slots=True)
class Outputs:
    """₽ per hire by either way and its parts; the fee that makes both equal, in salaries."""

    cheaper: Annotated[str, ways.headline({"own": "сами", "agency": "агентство"})]
    saving: Annotated[Decimal, Output("Выгода агентства", RUBLES, listed=False)]
    difference: Annotated[Decimal, Output("Разница", RUBLES)]
    close: Annotated[bool, ways.CLOSE]
    own_total: Annotated[Decimal, Output("Весь найм, если искать самому", RUBLES)]
    agency_total: Annotated[Decimal, Output("Весь найм через агентство", RUBLES)]
    break_even_salaries: Annotated[
        Decimal | None,
        Output(
            "До какого вознаграждения дешевле агентство",
            SALARIES,
            absent="оклад не указан",
            words={
                NEVER: "ни при каком",
                ALWAYS: f"при любом до {formats.whole(MOST_SALARIES, SALARIES)}",
            },
            said=bargain,
        ),
    ]
    place_profit: Annotated[
        Decimal,
        Output("Прибыль места в месяц при такой цене недели", RUBLES, listed=False),
    ]
    trial: Annotated[Decimal, Output("Выплаты до ухода", RUBLES, listed=False)]
    own: Annotated[Way, Output("Из чего складывается свой найм", listed=False)]
    agency: Annotated[Way, Output("Из чего складывается найм через агентство", listed=False)]


def compute(inputs: Inputs) -> Outputs:
    """Either way's search and its expected repeat; no fee twice with a guarantee."""
    monthly = law.employer_cost(inputs.salary, inputs.contributions)
    trial = inputs.trial_months * monthly
    fee = inputs.agency_salaries * inputs.salary
    own = way(
        outlay=inputs.ads_cost,
        again=inputs.ads_cost,
        time=inputs.own_hours * inputs.hour_cost,
        team_time=inputs.team_hours * inputs.team_hour_cost,
        idle=inputs.own_weeks * inputs.vacancy_cost,
        failing=share(inputs.fail_own),
        trial=trial,
    )
    agency = way(
        outlay=fee,
        again=fee if inputs.replacement == "no" else Decimal(0),
        time=inputs.agency_hours * inputs.hour_cost,
        team_time=inputs.agency_team_hours * inputs.team_hour_cost,
        idle=inputs.agency_weeks * inputs.vacancy_cost,
        failing=share(inputs.fail_agency),
        trial=trial,
    )
    return Outputs(
        cheaper=ways.cheaper({"own": own.total, "agency": agency.total}),
        saving=own.total - agency.total,
        difference=abs(own.total - agency.total),
        close=are_near(own.total, agency.total),
        own_total=own.total,
        agency_total=agency.total,
        break_even_salaries=break_even(inputs, own, agency),
        place_profit=inputs.vacancy_cost * WEEKS_IN_A_YEAR / MONTHS_IN_A_YEAR + monthly,
        trial=trial,
        own=own,
        agency=agency,
    )


def way(
    *,
    outlay: Decimal,
    again: Decimal,
    time: Decimal,
    team_time: Decimal,
    idle: Decimal,
    failing: Decimal,
    trial: Decimal,
) -> Way:
    """One way's parts, ₽: `again` is the outlay on a second search, `trial` what is paid before.

    `failing` is the share (0–1) of those who do not stay.
    """
    work = time + team_time + idle
    repeat, left = failing * (again + work), failing * trial
    return Way(outlay, time, team_time, idle, repeat, left, work, outlay + work + repeat + left)


def break_even(inputs: Inputs, own: Way, agency: Way) -> Decimal | None:
    """The fee, in salaries, at which both ways cost the same; None without a salary.

    Below 0 where even an agency free of charge is dearer.
    """
    if inputs.salary == 0:
        return None
    repeated = 1 + share(inputs.fail_agency)
    left = own.total - agency.work * repeated - agency.trial
    return left / (inputs.salary * (repeated if inputs.replacement == "no" else 1))


def idle(inputs: Inputs) -> Iterator[str]:
    """Where everybody stays, nobody is replaced and nobody is paid for nothing."""
    if inputs.fail_agency == 0:
        yield "replacement"
        if inputs.fail_own == 0:
            yield "trial_months"
