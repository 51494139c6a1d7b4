"""What is said about the answer: its arithmetic, its reading, its tables."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from calculators.kit.declaration.declare import Reading, Shown, Step, Table, Worked, declarations
from calculators.kit.declaration.figures import figure
from calculators.kit.declaration.units import PERCENT, RUBLES
from calculators.kit.words import formats, ways
from calculators.team_or_contractors.model import (
    SPREAD_MONTHS,
    Inputs,
    Outputs,
    break_even,
    compute,
    crossing,
    saved,
)

RULE_OF_THUMB = figure("marketer.contractors.budget")
DEARER = Decimal(1000)  # ₽ an hour


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """Both sums, their difference, and the budget that makes it nothing."""
    own_time, staff_time = i.own_hours * i.hour_cost, i.marketer_own_hours * i.hour_cost
    paid = i.ad_budget * i.contractor_fee + i.contractor_fixed
    staff = i.marketer_cost + i.hiring_once / SPREAD_MONTHS
    yield Step("Управляете вы", paid + own_time, o.contractors_total)
    yield Step(
        "Управляет маркетолог",
        staff + paid * i.marketer_contractor_share + staff_time,
        o.staff_total,
    )
    dear, cheap = o.contractors_total, o.staff_total
    if o.raw.contractors_total < o.raw.staff_total:
        dear, cheap = cheap, dear
    yield Step("Разница", dear - cheap, o.difference)
    if o.raw.break_even_budget is not None:
        spared = formats.whole(saved(i.raw), PERCENT)
        dearer = staff + staff_time - own_time - i.contractor_fixed * spared
        yield Step(
            "Бюджет, при котором цены равны",
            dearer / (i.contractor_fee * spared),
            o.break_even_budget,
        )


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Who is cheaper, at what budget that turns, and what the sums leave out."""
    meaning, first = f"{_meaning(o)} {_turn(i.raw, o)}", ""
    if o.raw.contractors_total == o.raw.staff_total == 0:
        meaning = "Пока оба пути ничего не стоят, и сравнивать нечего."
        first = "Впишите, во что обходится каждый. "
    return Reading(
        meaning,
        action=(
            f"{first}{_dearer_hour(i)}Практик обычно обходится подрядчиками при бюджете до "
            f"{RULE_OF_THUMB.shown} в месяц. Это его оценка: от ваших чисел она не зависит, "
            "совпасть с ними не обязана и расчёта не доказывает."
        ),
        caution=(
            "Расчёт не видит качества: маркетолог в штате замечает то, за что подрядчику "
            f"не платят. И не видит риска: подрядчика сменить быстрее{_hired_again(i.raw)}."
        ),
    )


def _hired_again(inputs: Inputs) -> str:
    if inputs.hiring_once == 0:
        return ", чем маркетолога"
    return (
        f", а найм разложен на {SPREAD_MONTHS} месяцев — уйдёт маркетолог раньше, обойдётся дороже"
    )


def _meaning(o: Shown[Outputs]) -> str:
    if o.raw.cheaper == ways.EQUAL:
        return f"Оба пути стоят одинаково: {o.contractors_total} в месяц."
    if o.raw.close:
        return (
            f"Почти поровну: управляете вы — {o.contractors_total}, маркетолог — "
            f"{o.staff_total} в месяц. {ways.too_near(o.difference)}"
        )
    if o.raw.cheaper == "contractors":
        return f"Управлять подрядчиками самому дешевле на {o.difference} в месяц."
    return f"Маркетолог в штате дешевле на {o.difference} в месяц."


def _turn(inputs: Inputs, o: Shown[Outputs]) -> str:
    match crossing(o.raw):
        case str():
            return "И так при любом рекламном бюджете."
        case None if inputs.contractor_fee == 0 or saved(inputs) == 0:
            return "Рекламный бюджет этой разницы не меняет."
        case None:
            return "Бюджета, при котором цены равны, нет: чем он больше, тем больше разница."
        case Decimal() as budget if budget == 0:
            return "Цены равны только без рекламы: чем больше её бюджет, тем выгоднее маркетолог."
        case _:
            return (
                f"Цены сравняются при рекламном бюджете {o.break_even_budget} в месяц: заметно "
                "меньше — дешевле управлять самому, заметно больше — маркетолог."
            )


def _dearer_hour(i: Shown[Inputs]) -> str:
    now = break_even(i.raw)
    if now is None:
        return ""
    if i.raw.own_hours == i.raw.marketer_own_hours:
        return "Цена вашего часа порога не меняет: часов уходит поровну. "
    dearer = replace(i.raw, hour_cost=i.raw.hour_cost + DEARER)
    then = break_even(dearer)
    hour = f"Если ваш час будет стоить {formats.whole(dearer.hour_cost, RUBLES)}, "
    if then is None:
        return f"{hour}маркетолог окажется дешевле при любом бюджете. "
    moved = "опустится" if then < now else "поднимется"
    return f"{hour}порог {moved} до {formats.quantity(then, RUBLES)}. "


def tables(i: Shown[Inputs], _: Shown[Outputs]) -> Iterator[Table]:
    """The same choice at other budgets."""
    factors = [Decimal(factor) for factor in ("0.5", "1", "2", "4")]
    budgets = [i.raw.ad_budget * factor for factor in factors]
    if i.raw.ad_budget == 0:
        budgets = [Decimal(0), *(RULE_OF_THUMB.value * factor for factor in factors[:3])]
    rows = []
    for budget in budgets:
        other = replace(i.raw, ad_budget=budget)
        at = Shown(other, declarations(Inputs))
        result = Shown(compute(other), declarations(Outputs))
        totals = [result.contractors_total, result.staff_total]
        rows.append([at.ad_budget, *totals, result.cheaper])
    columns = ["Рекламный бюджет", "Управляете вы", "Маркетолог", "Дешевле"]
    yield Table("Если бюджет станет другим", columns, rows)
