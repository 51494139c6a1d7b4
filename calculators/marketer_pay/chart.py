"""The drawing of the answer."""

from decimal import Decimal

from calculators.kit import charts
from calculators.kit.declaration.declare import Chart, Shown
from calculators.kit.declaration.units import PERCENT, RUBLES
from calculators.kit.words import formats
from calculators.marketer_pay.model import Inputs, Outputs, kpi_pay
from calculators.marketer_pay.words import pays_for_leads

CHARTED_ATTAINMENT = Decimal(150)


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
        finding=f"График: {_shape(i)} Сейчас это {o.total} до налога.",
    )


def _shape(i: Shown[Inputs]) -> str:
    if not pays_for_leads(i.raw):
        return "доход от лидов не зависит."
    if i.raw.threshold > CHARTED_ATTAINMENT:
        edge = formats.whole(CHARTED_ATTAINMENT, PERCENT)
        return f"до {edge} плана доход от лидов не зависит, порог {i.threshold} — дальше."
    if i.raw.threshold == 0:
        return f"доход растёт с первого лида и перестаёт расти после {i.cap} плана."
    if i.raw.threshold == i.raw.cap:
        return f"доход прыгает вверх на пороге {i.threshold} плана и дальше не растёт."
    return f"доход прыгает вверх на пороге {i.threshold} и перестаёт расти после {i.cap} плана."
