"""The drawing of the answer."""

from decimal import Decimal

from calculators.account_plan.model import Inputs, Outputs, costs_nothing
from calculators.account_plan.words import by_month
from calculators.kit import charts
from calculators.kit.declaration.declare import Chart, Shown
from calculators.kit.declaration.units import MONTHS_BRIEFLY, RUBLES


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """Money gathered by each month, from the setup on, with the month of payback marked."""
    months = [{"month": Decimal(0), "amount": -i.raw.setup_cost}]
    months += [{"month": m.month, "amount": m.cumulative} for m in o.raw.months]
    amounts = [month["amount"] for month in months]
    x = charts.scale("month", charts.ticks(i.raw.horizon, most=6), MONTHS_BRIEFLY, "от запуска")
    levels = charts.span(min(amounts), max(amounts))
    y = charts.scale("amount", levels, RUBLES)
    layers = [charts.layer(months, charts.area(charts.PRIMARY), x, y)]
    if o.raw.payback_month is None:
        title = f"Не окупится за {i.horizon}"
    else:
        title = (
            "Вкладывать не придётся"
            if costs_nothing(o.raw)
            else f"Окупится через {o.payback_month}"
        )
        paid = months[int(o.raw.payback_month)]
        drop = [paid | {"amount": levels[0]}, paid]
        dashed = charts.line(charts.MARK) | {"strokeDash": [4, 4]}
        layers += [charts.layer(drop, dashed, x, y), charts.layer([paid], charts.POINT, x, y)]
    end = f"в конце накоплено {o.final}"
    if o.raw.final < o.raw.peak and o.raw.payback_month is not None:
        end = f"больше всего — {o.peak} {by_month(o.raw.peak_month)}, {end}"
    return Chart(
        charts.specification(title, layers),
        finding=(
            f"График: накопленные деньги по месяцам. {title}; до этого понадобится "
            f"{o.investment}, {end}."
            if o.raw.investment and o.raw.payback_month is not None
            else f"График: накопленные деньги по месяцам. {title}: {end}."
        ),
    )
