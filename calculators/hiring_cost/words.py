"""What is said about the answer: its arithmetic, its reading, its tables."""

from collections.abc import Iterator
from decimal import Decimal

from calculators.hiring_cost.model import (
    FEE,
    MONTHS_IN_A_YEAR,
    MOST_SALARIES,
    NEVER,
    WEEKS_IN_A_YEAR,
    Inputs,
    Outputs,
    Way,
    bargain,
    idle,
)
from calculators.kit.arithmetic import HUNDRED
from calculators.kit.declaration import law
from calculators.kit.declaration.declare import Reading, Shown, Step, Table, Worked, declarations
from calculators.kit.declaration.units import PERCENT, SALARIES
from calculators.kit.words import formats, ways
from calculators.kit.words.working import Working, operand


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """Either way part by part, then the difference and the fee that makes it nothing."""
    whole = operand(formats.whole(HUNDRED, PERCENT))
    monthly = i.salary * (whole + i.contributions)
    if i.raw.salary:
        yield Step(
            "Сколько валовой прибыли в месяц приносит место при такой цене недели"
            f"{'' if i.raw.vacancy_cost else ', не больше'}",
            i.vacancy_cost * WEEKS_IN_A_YEAR / MONTHS_IN_A_YEAR + monthly,
            o.place_profit,
        )
    if "trial_months" not in idle(i.raw):
        yield Step("Выплаты до ухода, со взносами", i.trial_months * monthly, o.trial)

    yield Step("Ваши часы, сами", i.own_hours * i.hour_cost, o.own.time)
    yield Step("Часы команды, сами", i.team_hours * i.team_hour_cost, o.own.team_time)
    yield Step("Место пустует, сами", i.own_weeks * i.vacancy_cost, o.own.idle)
    again = i.ads_cost + o.own.work
    yield from _summed("сами", i.ads_cost, i.fail_own, again, o.trial, o.own)

    yield Step("Вознаграждение агентства", i.agency_salaries * i.salary, o.agency.outlay)
    time, team_time = i.agency_hours * i.hour_cost, i.agency_team_hours * i.team_hour_cost
    yield Step("Ваши часы, агентство", time, o.agency.time)
    yield Step("Часы команды, агентство", team_time, o.agency.team_time)
    yield Step("Место пустует, агентство", i.agency_weeks * i.vacancy_cost, o.agency.idle)
    again = o.agency.work if i.raw.replacement == "yes" else o.agency.outlay + o.agency.work
    yield from _summed("агентство", o.agency.outlay, i.fail_agency, again, o.trial, o.agency)

    dear, cheap = o.own_total, o.agency_total
    if o.raw.own_total < o.raw.agency_total:
        dear, cheap = cheap, dear
    yield Step("Разница", dear - cheap, o.difference)
    if isinstance(bargain(o.raw), Decimal):
        left, paid = o.own_total - o.agency.work, i.salary
        if i.raw.fail_agency:
            repeated = whole + i.fail_agency
            left = o.own_total - o.agency.work * repeated - o.agency.trial
            paid = paid if i.raw.replacement == "yes" else paid * repeated
        yield Step("Вознаграждение, при котором цены равны", left / paid, o.break_even_salaries)


def _summed(
    name: str, outlay: Working, fail: Working, again: Working, trial: Working, of: Worked[Way]
) -> Iterator[Step]:
    yield Step(f"Часы и пустые недели, {name}", of.time + of.team_time + of.idle, of.work)
    total = outlay + of.work
    if of.raw.repeat or of.raw.trial:
        yield Step(f"Повторный поиск, {name}", fail * again, of.repeat)
        yield Step(f"Выплаты тому, кто не останется, {name}", fail * trial, of.trial)
        total = total + of.repeat + of.trial
    yield Step(f"Весь найм, {name}", total, of.total)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Which way is cheaper, what to bargain with, and what the sums leave out."""
    caution = [
        *_place(i, o),
        "Доли тех, кто не останется, — оценки. Повторный поиск посчитан один: может не остаться "
        "и второй.",
    ]
    if i.raw.contributions == law.CONTRIBUTIONS.value:
        caution.append(f"Взносы по закону — {law.CONTRIBUTIONS.dated}.")
    else:
        caution.append(f"Взносы {i.contributions} — ваши, а не из закона.")
    if "trial_months" not in idle(i.raw):
        paid = i.raw.trial_months * i.raw.salary
        caution += law.insured_beyond(i.raw.contributions, paid)
    return Reading(_meaning(i, o), _action(i, o), " ".join(caution))


def _place(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[str]:
    # Without a salary nothing is known of the place; a week at 0 is what a loss is typed as.
    if i.raw.salary:
        most = "" if i.raw.vacancy_cost else "не больше "
        yield (
            f"Пустая неделя в {i.vacancy_cost} значит, что место приносит {most}{o.place_profit} "
            "валовой прибыли в месяц: похоже ли это на правду?"
        )


def _meaning(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    if o.raw.own_total == o.raw.agency_total == 0:
        return "Пока оба пути ничего не стоят, и сравнивать нечего."
    found = _compared(o)
    return found if i.raw.salary else f"{found} Но это без вознаграждения: оклад не вписан."


def _compared(o: Shown[Outputs]) -> str:
    if o.raw.cheaper == ways.EQUAL:
        return f"Оба пути обходятся одинаково: {o.own_total}. Решайте по сроку и качеству."
    if o.raw.close:
        return (
            f"Почти поровну: сами — {o.own_total}, агентство — {o.agency_total}. "
            f"{ways.too_near(o.difference)} Решайте по сроку и качеству."
        )
    if o.raw.cheaper == "own":
        return f"Искать самому дешевле на {o.difference}: {o.own_total} против {o.agency_total}."
    return f"Через агентство дешевле на {o.difference}: {o.agency_total} против {o.own_total}."


def _action(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    if o.raw.own_total == o.raw.agency_total == 0:
        return "Впишите часы, цены и недели."
    match bargain(o.raw):
        case None:
            return "Впишите оклад: от него зависят вознаграждение и цена неудачного найма."
        case str() as found if found == NEVER:
            sooner = "сроке и на " if i.raw.agency_weeks < i.raw.own_weeks else ""
            return (
                "Торговаться о вознаграждении незачем: даже бесплатное агентство не вышло бы "
                f"дешевле. Выиграть можно только на {sooner}отборе."
            )
        case str():
            return (
                "Торговаться незачем: агентство не выходит дороже при любом вознаграждении до "
                f"{formats.whole(MOST_SALARIES, SALARIES)}. Проверьте оклад, часы и недели."
            )
        case _ if o.raw.close:
            typed = f"; вы вписали {i.agency_salaries}"
            if o.raw.cheaper == ways.EQUAL:
                typed = ": столько вы и вписали"
            return (
                f"Цены сравняются, если агентство возьмёт {formats.told(o.break_even_salaries)}"
                f"{typed}. Ответ зависит от точности оценок: уточните самую спорную."
            )
        case Decimal() as fee if o.raw.cheaper == "own":
            usual = f" Это ниже вилки практика, {FEE.shown}." if fee < FEE.low else ""
            return (
                "Торгуйтесь: цены сравняются, если агентство возьмёт "
                f"{formats.told(o.break_even_salaries)}, а не {i.agency_salaries}.{usual} "
                "Не уступит — ищите сами."
            )
        case _:
            return (
                "Запас есть: агентство остаётся дешевле, пока берёт меньше чем "
                f"{o.break_even_salaries}. Просит больше — ищите сами."
            )


def tables(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """What either way's total is made of."""
    outlays = [
        ["Объявления", i.ads_cost, "—"],
        ["Вознаграждение агентства", "—", o.agency.outlay],
    ]
    parts = [
        [declared.label, getattr(o.own, name), getattr(o.agency, name)]
        for name, declared in declarations(Way).items()
        if name not in {"outlay", "work"}
    ]
    yield Table("Из чего складывается найм", ["Расход", "Сами", "Агентство"], outlays + parts)
