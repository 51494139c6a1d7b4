"""The drawing of the answer."""

from decimal import Decimal

from calculators.agency_score.model import (
    BEST,
    CRITERIA,
    UNKNOWN,
    Inputs,
    Outputs,
    listed,
    ranked,
    weights,
)
from calculators.agency_score.words import quoted
from calculators.kit import charts
from calculators.kit.declaration.declare import Chart, Shown
from calculators.kit.words import formats


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """All agencies by each criterion, best first: what is darker is better."""
    agencies = [known.agency for known in ranked(i.raw)]
    columns = [f"{place}. {agency.name}" for place, agency in enumerate(agencies, 1)]
    grid = {
        f"{label}, вес {formats.number(weight)}": [
            charts.Cell("?", Decimal(0))
            if (mark := getattr(agency, key)) == UNKNOWN
            else charts.Cell(mark, Decimal(mark) / BEST)
            for agency in agencies
        ]
        for (key, label), weight in zip(CRITERIA.items(), weights(i.raw).values(), strict=True)
    }
    totals = [
        f"{quoted(name)} — {score}" for name, score in zip(o.raw.ranking, o.scores, strict=True)
    ]
    return Chart(
        charts.grid("Оценки от 0 до 5, «?» — не знаю", columns, grid),
        finding=f"Диаграмма: оценки всех агентств по критериям. Итог: {listed(totals)}.",
    )
