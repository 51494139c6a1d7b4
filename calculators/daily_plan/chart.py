"""The drawing of the answer."""

from decimal import Decimal

from calculators.daily_plan.model import Inputs, Outputs
from calculators.kit import charts
from calculators.kit.declaration.declare import Chart, Shown
from calculators.kit.declaration.units import ACTIONS, DAYS


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """What a day needs as days pass at today's pace, over the even day; today marked."""
    days = [day for day in o.raw.days if day.needed is not None]
    most = max([o.raw.norm, *(day.needed or Decimal(0) for day in days)])
    x = charts.scale("day", charts.ticks(i.raw.work_days, most=4), DAYS, "прошло рабочих дней")
    y = charts.scale("actions", charts.ticks(most), ACTIONS)
    even = [{"day": at, "actions": o.raw.norm} for at in (Decimal(0), i.raw.work_days)]
    needed = [{"day": day.passed, "actions": day.needed} for day in days]
    layers = [charts.layer(even, charts.line(charts.SECONDARY), x, y)]
    if needed:
        layers += [
            charts.layer(needed, charts.area(charts.PRIMARY), x, y),
            charts.layer(needed[:1], charts.POINT, x, y),
        ]
    return Chart(
        charts.specification(_title(o), layers),
        finding=f"График: сколько нужно в день, если темп не изменится. {_finding(o)}",
    )


def _title(o: Shown[Outputs]) -> str:
    if o.raw.needed_per_day is None:
        return "Рабочие дни кончились"
    return f"Нужно {o.needed_per_day} в день"


def _finding(o: Shown[Outputs]) -> str:
    if o.raw.needed_per_day is None:
        return f"Дней не осталось, по плану было {o.norm} в день."
    *_, last = [day for day in o.days if day.raw.needed is not None]
    if last.raw.passed == o.raw.days[0].passed:
        return f"Сейчас — {o.needed_per_day}, по плану {o.norm}."
    return f"Сейчас — {o.needed_per_day}, в последний день — {last.needed}, по плану {o.norm}."
