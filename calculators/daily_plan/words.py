"""What is said about the answer: its arithmetic, its reading, its tables."""

from collections.abc import Iterator

from calculators.daily_plan.model import Inputs, Outputs
from calculators.kit.arithmetic import HUNDRED
from calculators.kit.declaration.declare import Reading, Shown, Step, Table, Worked
from calculators.kit.declaration.units import ACTIONS, DAYS, PERCENT
from calculators.kit.words import formats
from calculators.kit.words.formats import told
from calculators.kit.words.leaders import are_near
from calculators.kit.words.working import operand

TWICE = 2
"""As many even days in one are hardly ever made up for."""
FIRST_DAYS = 3
"""Of fewer days there is no pace yet."""
WATCH = "Смотрите на дневное число дважды: в обед, пока день можно спасти, и вечером."


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """The even day, what is left by the days left, and what the pace so far comes to."""
    yield Step("Дневной план", i.month_plan / i.work_days, o.norm)
    days = formats.whole(i.raw.work_days - i.raw.days_passed, DAYS)
    left = formats.whole(o.days[0].raw.left, ACTIONS)
    yield Step("Осталось дней", i.work_days - i.days_passed, days)
    if i.raw.done < i.raw.month_plan:
        yield Step("Осталось сделать", i.month_plan - i.done, left)
    if o.raw.needed_per_day is not None:
        yield Step("Нужно в день", operand(left) / days, o.needed_per_day)
        whole = formats.whole(HUNDRED, PERCENT)
        yield Step("Прибавка к дневному плану", o.needed_per_day / o.norm - whole, o.overload)
    if o.raw.forecast is None:
        return
    yield Step("Прогноз на месяц", i.done / i.days_passed * i.work_days, o.forecast)
    if o.raw.shortfall:
        yield Step("Не хватит до плана", i.month_plan - o.forecast, o.shortfall)
        yield Step("Это сделок", o.shortfall * i.conversion, o.lost_deals)
        if i.raw.average_check:
            yield Step("Это выручки", o.lost_deals * i.average_check, o.lost_revenue)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Where the month stands, what to do about it today, how far to trust the forecast."""
    return Reading(_meaning(i, o), _action(i, o), _caution(i))


def _meaning(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    needed, norm = o.raw.needed_per_day, o.raw.norm
    instead = "" if o.needed_per_day == o.norm else f" вместо {formats.bare(norm, ACTIONS)}"
    if i.raw.done >= i.raw.month_plan:
        return f"План месяца выполнен: сделано {i.done}, а нужно было {i.month_plan}."
    if needed is None:
        return f"Рабочие дни кончились, и не сделано {o.shortfall}.{_cost(i, o)}"
    if not i.raw.days_passed and not i.raw.done:
        return f"Месяц начинается: план выйдет, если делать {o.needed_per_day} в день."
    if not i.raw.days_passed:
        ahead = f"До первого рабочего дня сделано {i.done}"
        return f"{ahead}: нужно {o.needed_per_day} в день{instead}."
    if not i.raw.done:
        start = f"За {i.days_passed} не сделано ничего: теперь нужно"
        return f"{start} {o.needed_per_day} в день{instead}.{_cost(i, o)}"
    if needed == norm:
        return f"Вы идёте ровно по плану: {o.norm} в день."
    if are_near(needed, norm):
        return f"Вы идёте почти по плану: нужно {o.needed_per_day} в день{instead}."
    if needed < norm:
        return f"Вы впереди плана: нужно {o.needed_per_day} в день{instead}."
    return (
        f"Вы отстали: чтобы догнать план, нужно {o.needed_per_day} в день{instead}. В прежнем "
        f"темпе за месяц выйдет {told(o.forecast)}, до плана останется {told(o.shortfall)}."
        f"{_cost(i, o)}"
    )


def _cost(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    # What is lacking, in deals and in money.
    if not o.raw.lost_deals:
        return f" Сколько это сделок, не посчитать: сделкой становится {i.conversion}."
    if not i.raw.average_check:
        return f" Это {told(o.lost_deals)}."
    return f" Это {told(o.lost_deals)} и {told(o.lost_revenue)} выручки."


def _action(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    left, needed = i.raw.work_days - i.raw.days_passed, o.raw.needed_per_day
    if i.raw.done >= i.raw.month_plan:
        return "Проверьте, так же ли часто эти действия становятся сделками: ради них и план."
    if needed is None:
        return f"Найдите по дням, где отстали, и начните месяц с дневного числа. {WATCH}"
    if needed <= o.raw.norm or are_near(needed, o.raw.norm):
        return WATCH
    if left == 1:
        return "Остался один день: решите утром, что посильно, а остальное перенесите открыто."
    if needed >= TWICE * o.raw.norm:
        return (
            "Это вдвое больше дневного плана или ещё больше, столько вряд ли сделают. Решите "
            f"сегодня, от чего отказаться до конца месяца. {WATCH}"
        )
    tomorrow = o.days[1]
    return (
        f"Добирайте с завтрашнего дня: ещё день в прежнем темпе, и понадобится {tomorrow.needed} "
        f"в день. {WATCH}"
    )


def _caution(i: Shown[Inputs]) -> str:
    if not i.raw.days_passed:
        return "Прогноза ещё нет: темп будет видно после первых рабочих дней."
    caution = (
        "Прогноз продолжает нынешний темп. Сделка выходит из действия не сразу: часть недостачи "
        "станет видна только в следующем месяце."
    )
    if i.raw.days_passed < FIRST_DAYS:
        return f"Прошло мало ({i.days_passed}), темп ещё изменится. {caution}"
    return caution


def tables(_: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """Day by day what is made, left and needed a day if today's pace goes on."""
    rows = [
        [
            formats.bare(day.raw.passed, DAYS),
            formats.bare(day.raw.made, ACTIONS),
            formats.bare(day.raw.left, ACTIONS),
            day.needed if day.raw.needed is None else formats.bare(day.raw.needed, ACTIONS),
            day.overload,
        ]
        for day in o.days
    ]
    columns = ["Прошло дней", "Сделано", "Осталось", "Нужно в день", "К дневному плану"]
    yield Table("Если темп не изменится", columns, rows)
