"""The drawing of the answer."""

from dataclasses import replace
from decimal import Decimal

from calculators.kit import charts
from calculators.kit.declaration.declare import Chart, Shown
from calculators.kit.declaration.units import RUBLES
from calculators.team_or_contractors.model import Inputs, Outputs, compute


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """Both sums against the advertising budget, the reader's budget marked."""
    crossing = o.raw.break_even_budget or Decimal(0)
    budgets = charts.ticks(max(2 * i.raw.ad_budget, min(crossing, 4 * i.raw.ad_budget)), most=3)
    ends = [compute(replace(i.raw, ad_budget=at)) for at in (Decimal(0), budgets[-1])]
    amounts = charts.ticks(max(max(e.contractors_total, e.staff_total) for e in ends))
    x = charts.scale("budget", budgets, RUBLES, "рекламный бюджет в месяц")
    y = charts.scale("total", amounts, RUBLES)
    layers = []
    highest = max(ends[-1].contractors_total, ends[-1].staff_total)
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
        # The name keeps to the side of its line where the other line is not.
        side = -12 if totals[-1] == highest else 16
        layers.append(charts.layer(last, charts.name(colour) | {"dy": side}, x, y, text="name"))
    points = [
        {"budget": i.raw.ad_budget, "total": total}
        for total in (o.raw.contractors_total, o.raw.staff_total)
    ]
    layers.append(charts.layer(points, charts.POINT, x, y))
    return Chart(
        charts.specification(f"Что дешевле: {o.cheaper}", layers),
        finding=(
            f"График: расходы двух путей при разных рекламных бюджетах. При {i.ad_budget} — "
            f"{o.contractors_total}, если управляете вы, и {o.staff_total} с маркетологом."
        ),
    )
