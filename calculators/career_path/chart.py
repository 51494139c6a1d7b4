"""The drawing of the answer."""

from calculators.career_path.model import FIELDS, WHOLE_PATH, Inputs, Outputs
from calculators.career_path.words import to_go
from calculators.kit import charts
from calculators.kit.arithmetic import Range
from calculators.kit.declaration.declare import Chart, Shown
from calculators.kit.declaration.figures import figure
from calculators.kit.declaration.units import YEARS

SHORTEST = figure("career.time.minimum")


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """The path as a timeline with the reader on it."""
    drawn = [charts.Stretch(f"весь путь: {WHOLE_PATH.shown}", WHOLE_PATH.range, charts.MUTED)]
    if i.raw.step in FIELDS:
        drawn.append(_ahead("коммерческий", i, o.raw.years_left, charts.PRIMARY))
    drawn.append(_ahead("опытный", i, o.raw.years_to_experienced, charts.SECONDARY))
    ticks = charts.ticks(max(stretch.range.high for stretch in drawn), most=4)
    return Chart(
        charts.stretches(f"Вы здесь: {i.years}", drawn, i.raw.years, ticks, YEARS),
        finding=(
            f"Шкала лет: ваш стаж {i.years} отмечен чертой. Весь путь — {WHOLE_PATH.shown}, "
            f"самый короткий — {SHORTEST.shown}. До опытного коммерческого директора — "
            f"{to_go(o.raw.years_to_experienced)}."
        ),
    )


def _ahead(name: str, i: Shown[Inputs], left: Range, colour: str) -> charts.Stretch:
    words = f"{name}: {to_go(left)}"
    return charts.Stretch(words, Range(i.raw.years + left.low, i.raw.years + left.high), colour)
