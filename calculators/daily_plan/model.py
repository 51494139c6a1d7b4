"""What is asked, what is answered, and the formulas between."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declaration.declare import Output, Problems
from calculators.kit.declaration.fields import Number, assumed, money, percent, secondary
from calculators.kit.declaration.units import ACTIONS, DAYS, DEALS, PERCENT, RUBLES, Unit

ACTIONS_MAXIMUM, LONGEST = Decimal(10) ** 6, Decimal(31)
NO_DAYS, EARLY, UNASKED = "дней не осталось", "ещё рано", "чек не указан"


def count(
    label: str, unit: Unit, default: int, why: str, help: str, *, positive: bool = False
) -> Number:
    """A field for a whole number of actions or days of the month."""
    most = LONGEST if unit is DAYS else ACTIONS_MAXIMUM
    return Number(label, unit, assumed(default, why), help, Decimal(0), most, True, positive)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Actions and working days of a month; percent of actions that become deals, ₽ per deal."""

    month_plan: Annotated[
        Decimal,
        count(
            "План на месяц",
            ACTIONS,
            300,
            "пятнадцать в день",
            "Сколько звонков, встреч или предложений один человек делает за месяц по плану.",
            positive=True,
        ),
    ]
    work_days: Annotated[
        Decimal,
        count("Рабочих дней в месяце", DAYS, 20, "четыре недели", "Без отпуска.", positive=True),
    ]
    days_passed: Annotated[
        Decimal, count("Прошло рабочих дней", DAYS, 5, "первая неделя", "Вместе с сегодняшним.")
    ]
    done: Annotated[
        Decimal,
        count("Сделано", ACTIONS, 45, "девять в день", "Сколько из плана сделано за эти дни."),
    ]
    conversion: Annotated[
        Decimal,
        secondary(
            percent(
                "Становится сделкой",
                assumed(10, "каждое десятое"),
                "Какая доля этих действий кончается сделкой.",
                below_one=True,
            )
        ),
    ]
    average_check: Annotated[
        Decimal,
        secondary(
            money(
                "Средний чек",
                assumed(50_000, "круглое число для примера"),
                "Сколько приносит одна сделка, без НДС.",
            )
        ),
    ]


@dataclass(frozen=True, slots=True)
class Day:
    """After so many working days at today's pace: actions made and left, and what a day needs.

    The overload is percent over the even day. No day is left after the last one.
    """

    passed: Annotated[Decimal, Output("Прошло", DAYS)]
    made: Annotated[Decimal, Output("Сделано", ACTIONS)]
    left: Annotated[Decimal, Output("Осталось", ACTIONS)]
    needed: Annotated[Decimal | None, Output("Нужно в день", ACTIONS)]
    overload: Annotated[Decimal | None, Output("К дневному плану", PERCENT)]


def lost(outputs: "Outputs") -> Decimal | str | None:
    """The revenue that is lost, ₽, or why it is not known."""
    deals, revenue = outputs.lost_deals, outputs.lost_revenue
    return UNASKED if deals and not revenue else revenue


@dataclass(frozen=True, slots=True)
class Outputs:
    """Actions a day, percent over the even day, what is lacking in the end in actions and ₽."""

    needed_per_day: Annotated[
        Decimal | None, Output("Нужно в день", ACTIONS, headline=True, absent=NO_DAYS)
    ]
    norm: Annotated[Decimal, Output("Дневной план", ACTIONS)]
    overload: Annotated[
        Decimal | None, Output("Прибавка к дневному плану", PERCENT, absent=NO_DAYS)
    ]
    forecast: Annotated[Decimal | None, Output("Прогноз на месяц", ACTIONS, absent=EARLY)]
    shortfall: Annotated[Decimal | None, Output("Не хватит до плана", ACTIONS, absent=EARLY)]
    lost_deals: Annotated[Decimal | None, Output("Это сделок", DEALS, absent=EARLY)]
    lost_revenue: Annotated[Decimal | None, Output("Это выручки", RUBLES, absent=EARLY, said=lost)]
    days: Annotated[tuple[Day, ...], Output("По дням", listed=False)]


def check(inputs: Inputs) -> Problems:
    """No more days have passed than there are."""
    if inputs.days_passed > inputs.work_days:
        yield "days_passed", "Прошло не больше дней, чем рабочих дней в месяце."


def on(inputs: Inputs, passed: Decimal) -> Day:
    """How things are once so many days have passed, at today's pace."""
    days = inputs.work_days - passed
    at = inputs.days_passed
    made = inputs.done * passed / at if at else inputs.done
    left = max(inputs.month_plan - made, Decimal(0))
    if not days:
        return Day(passed, made, left, needed=None, overload=None)
    load = left * inputs.work_days * HUNDRED / (days * inputs.month_plan)
    return Day(passed, made, left, left / days, load - HUNDRED)


def compute(inputs: Inputs) -> Outputs:
    """What is left, by the days left; what is lacking in the end at the pace so far."""
    last = inputs.work_days if inputs.days_passed else inputs.days_passed
    days = [on(inputs, Decimal(passed)) for passed in range(int(inputs.days_passed), int(last) + 1)]
    forecast = days[-1].made if inputs.days_passed else None
    shortfall = None if forecast is None else max(inputs.month_plan - forecast, Decimal(0))
    deals = None if shortfall is None else shortfall * share(inputs.conversion)
    return Outputs(
        needed_per_day=days[0].needed,
        norm=inputs.month_plan / inputs.work_days,
        overload=days[0].overload,
        forecast=forecast,
        shortfall=shortfall,
        lost_deals=deals,
        lost_revenue=None if deals is None else deals * inputs.average_check,
        days=tuple(days),
    )
