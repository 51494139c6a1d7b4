"""The drawing of the answer."""

from dataclasses import replace
from decimal import Decimal

from calculators.hiring_cost.model import MOST_SALARIES, Inputs, Outputs, compute
from calculators.kit import charts
from calculators.kit.declaration.declare import Chart, Shown
from calculators.kit.declaration.units import RUBLES, SALARIES
from calculators.kit.words import formats, ways


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
            _crossing(o),
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
        finding=f"График: {_slope(i)} Агентство обойдётся в {o.agency_total}, свой поиск — "
        f"в {o.own_total}.",
    )


def _crossing(o: Shown[Outputs]) -> str:
    match o.raw.break_even_salaries:
        case None if o.raw.cheaper == ways.EQUAL:
            return "Цены равны при любом вознаграждении"
        case Decimal() as fee if fee == 0:
            return "Цены равны без вознаграждения"
        case Decimal() as fee if fee > MOST_SALARIES:
            return f"Цены равны выше {formats.whole(MOST_SALARIES, SALARIES)}"
        case Decimal() as fee if fee > 0:
            return f"Цены равны: {formats.told(o.break_even_salaries)}"
        case _:
            return "Цены не сравняются"


def _slope(i: Shown[Inputs]) -> str:
    if i.raw.salary == 0:
        return "пока оклад не указан, вознаграждение ничего не меняет."
    return (
        "свой поиск стоит одинаково при любом вознаграждении, агентство дорожает вместе с ним. "
        f"Вы вписали {i.agency_salaries}."
    )
