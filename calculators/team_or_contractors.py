"""Подрядчики или маркетолог в штате: what managing contractors costs either way.

The advertising budget itself is spent in both cases and is left out of the sums. The rule
of thumb beside the answer is the source's: key `marketer.contractors.budget`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated

from calculators.kit import charts
from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declare import Calculator, Chart, Output, Reading, Shown, Step, Table
from calculators.kit.fields import Number, assumed, money, percent
from calculators.kit.figures import figure
from calculators.kit.units import HOURS, RUBLES

RULE_OF_THUMB = figure("marketer.contractors.budget")
MONTH_HOURS = Decimal(744)


def hours(label: str, default: int, why: str, help: str) -> Number:
    """A field for hours a month, up to all there are."""
    return Number(label, HOURS, assumed(default, why), help, Decimal(0), MONTH_HOURS)


@dataclass(frozen=True, slots=True)
class Inputs:
    """₽ per month, ₽ per hour, hours per month; fee and share in percent."""

    ad_budget: Annotated[
        Decimal,
        money(
            "Рекламный бюджет в месяц",
            assumed(600_000, "меньше порога из источника"),
            "Сколько тратите на саму рекламу.",
        ),
    ]
    contractor_fee: Annotated[
        Decimal,
        percent(
            "Комиссия подрядчиков",
            assumed(15, "встречается чаще других"),
            "Доля рекламного бюджета, которую берут за ведение.",
        ),
    ]
    contractor_fixed: Annotated[
        Decimal,
        money(
            "Постоянная плата подрядчикам",
            assumed(60_000, "тексты, дизайн, правки сайта"),
            "В месяц, сверх комиссии.",
        ),
    ]
    own_hours: Annotated[
        Decimal,
        hours("Ваши часы на подрядчиков", 40, "час-два в день", "В месяц, если управляете сами."),
    ]
    hour_cost: Annotated[
        Decimal,
        money(
            "Цена вашего часа",
            assumed(2_500, "доход около 400 тыс. ₽ в месяц".replace(" ₽", "\u00a0₽")),
            "Доход в месяц, делённый на рабочие часы.",
        ),
    ]
    marketer_cost: Annotated[
        Decimal,
        money(
            "Маркетолог с налогами",
            assumed(180_000, "оклад среднего уровня, премия и взносы"),
            "Сколько он обходится в месяц целиком.",
        ),
    ]
    marketer_contractor_share: Annotated[
        Decimal,
        percent(
            "Остаток платы подрядчикам",
            assumed(50, "половину работ он делает сам"),
            "Какая часть нынешней платы нужна и при маркетологе.",
        ),
    ]
    marketer_own_hours: Annotated[
        Decimal,
        hours("Ваши часы на маркетолога", 10, "два-три часа в неделю", "В месяц, если он есть."),
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """₽ per month either way; the advertising budget at which they are equal, ₽ per month."""

    cheaper: Annotated[
        str,
        Output(
            "Дешевле",
            headline=True,
            words={
                "contractors": "подрядчики",
                "staff": "маркетолог в штате",
                "equal": "поровну",
            },
        ),
    ]
    difference: Annotated[Decimal, Output("Разница в месяц", RUBLES)]
    contractors_total: Annotated[Decimal, Output("Подрядчиками управляете вы", RUBLES)]
    staff_total: Annotated[Decimal, Output("Управляет маркетолог", RUBLES)]
    break_even_budget: Annotated[
        Decimal | None,
        Output("Цены сравняются при бюджете", RUBLES, absent="ни при каком"),
    ]


def contractors(inputs: Inputs) -> Decimal:
    """What contractors are paid in a month, ₽."""
    return inputs.ad_budget * share(inputs.contractor_fee) + inputs.contractor_fixed


def compute(inputs: Inputs) -> Outputs:
    """Two sums that are straight lines over the budget, and where they cross."""
    paid, left = contractors(inputs), share(inputs.marketer_contractor_share)
    own = paid + inputs.own_hours * inputs.hour_cost
    staff = inputs.marketer_cost + paid * left + inputs.marketer_own_hours * inputs.hour_cost
    cheaper = "equal" if own == staff else "contractors" if own < staff else "staff"
    return Outputs(cheaper, abs(own - staff), own, staff, break_even(inputs))


def break_even(inputs: Inputs) -> Decimal | None:
    """The budget where both sums are equal, ₽; None where no budget makes them so."""
    saved = HUNDRED - inputs.marketer_contractor_share
    slope = share(inputs.contractor_fee) * share(saved)
    hours_saved = inputs.own_hours - inputs.marketer_own_hours
    gap = (
        inputs.marketer_cost
        - inputs.contractor_fixed * share(saved)
        - hours_saved * inputs.hour_cost
    )
    if slope == 0 or gap < 0:
        return None
    return gap / slope


def explain(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Step]:
    """Both sums, then their difference."""
    yield Step(
        "Управляете вы",
        f"{i.ad_budget} × {i.contractor_fee} + {i.contractor_fixed} "
        f"+ {i.own_hours} × {i.hour_cost}",
        o.contractors_total,
    )
    yield Step(
        "Управляет маркетолог",
        f"{i.marketer_cost} + ({i.ad_budget} × {i.contractor_fee} + {i.contractor_fixed}) "
        f"× {i.marketer_contractor_share} + {i.marketer_own_hours} × {i.hour_cost}",
        o.staff_total,
    )
    totals = [o.contractors_total, o.staff_total]
    if o.raw.contractors_total < o.raw.staff_total:
        totals.reverse()
    yield Step("Разница", " − ".join(totals), o.difference)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Who is cheaper, at what budget that turns, and what the sums leave out."""
    meanings = {
        "contractors": f"Управлять подрядчиками самому дешевле на {o.difference} в месяц.",
        "staff": f"Маркетолог в штате дешевле на {o.difference} в месяц.",
        "equal": "Оба пути стоят одинаково. Решает не цена, а ваше время.",
    }
    if o.raw.break_even_budget is None:
        turn = "Рекламный бюджет этого ответа не меняет."
    else:
        turn = f"Цены сравняются при рекламном бюджете {o.break_even_budget} в месяц."
    return Reading(
        meaning=f"{meanings[o.raw.cheaper]} {turn}",
        action=(
            f"Сравните с правилом из источника: подрядчиками обычно обходятся при бюджете до "
            f"{RULE_OF_THUMB.shown} в месяц. Если ваш час дороже {i.hour_cost}, порог ниже."
        ),
        caution=(
            "Расчёт не видит качества: маркетолог в штате замечает то, за что подрядчику "
            "не платят. И не видит риска: подрядчика сменить быстрее."
        ),
    )


def tables(i: Shown[Inputs], _: Shown[Outputs]) -> Iterator[Table]:
    """The same choice at other budgets."""
    rows = []
    for factor in (Decimal("0.5"), Decimal(1), Decimal(2), Decimal(4)):
        budget = replace(i.raw, ad_budget=i.raw.ad_budget * factor)
        at, result = Shown(budget, calculator.fields), Shown(compute(budget), calculator.results)
        totals = [result.contractors_total, result.staff_total]
        rows.append([at.ad_budget, *totals, result.cheaper])
    columns = ["Рекламный бюджет", "Управляете вы", "Маркетолог", "Дешевле"]
    yield Table("Если бюджет станет другим", columns, rows)


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """Both sums against the advertising budget, the reader's budget marked."""
    crossing = o.raw.break_even_budget or Decimal(0)
    budgets = charts.ticks(max(2 * i.raw.ad_budget, min(crossing, 4 * i.raw.ad_budget)), most=3)
    ends = [compute(replace(i.raw, ad_budget=at)) for at in (Decimal(0), budgets[-1])]
    amounts = charts.ticks(max(max(e.contractors_total, e.staff_total) for e in ends))
    x = charts.scale("budget", budgets, RUBLES, "рекламный бюджет в месяц")
    y = charts.scale("total", amounts, RUBLES)
    layers = []
    for label, colour, totals in (
        ("вы", charts.SECONDARY, [end.contractors_total for end in ends]),
        ("маркетолог", charts.PRIMARY, [end.staff_total for end in ends]),
    ):
        rows = [
            {"budget": at, "total": total}
            for at, total in zip((Decimal(0), budgets[-1]), totals, strict=True)
        ]
        layers.append(charts.layer(rows, charts.line(colour), x, y))
        last = [rows[-1] | {"name": label}]
        layers.append(charts.layer(last, charts.name(colour) | {"dy": 16}, x, y, text="name"))
    points = [
        {"budget": i.raw.ad_budget, "total": total}
        for total in (o.raw.contractors_total, o.raw.staff_total)
    ]
    layers.append(charts.layer(points, charts.POINT, x, y))
    return Chart(
        charts.specification(f"Дешевле: {o.cheaper}", layers),
        finding=(
            f"График: расходы двух путей растут с рекламным бюджетом. При {i.ad_budget} "
            f"дешевле — {o.cheaper}, разница {o.difference}."
        ),
    )


calculator = Calculator(
    title="Подрядчики или маркетолог в штате",
    question="Кому дешевле управлять подрядчиками — вам или маркетологу в штате?",
    chapter="internet-marketer",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
)
