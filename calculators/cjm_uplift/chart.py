"""The drawing of the answer."""

from calculators.cjm_uplift.model import Inputs, Outputs
from calculators.kit import charts
from calculators.kit.declaration.declare import Chart, Shown
from calculators.kit.words.changes import grown
from calculators.kit.words.formats import told


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """People after each stage, before and after, side by side."""
    now, after = charts.SECONDARY, charts.PRIMARY
    groups = {
        f"{number}. {stage.name}": [
            charts.Bar(f"сейчас — {told(o.before[number - 1])}", o.raw.before[number - 1], now),
            charts.Bar(f"после — {told(o.after[number - 1])}", o.raw.after[number - 1], after),
        ]
        for number, stage in enumerate(i.stages, 1)
    }
    ends = f"сейчас {told(o.before[-1])}, после — {told(o.after[-1])}"
    growth = o.raw.growth
    title = f"В конце: {ends}" if growth is None else f"Результат {grown(growth)}"
    return Chart(
        charts.bars(title, groups, max(*o.raw.before, *o.raw.after)),
        finding=(
            f"Диаграмма: люди после каждого этапа сейчас и после изменений. В конце воронки {ends}."
        ),
    )
