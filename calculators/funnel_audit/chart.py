"""The drawing of the answer."""

from calculators.funnel_audit.model import Inputs, Outputs
from calculators.funnel_audit.words import TOGETHER, amounts
from calculators.kit import charts
from calculators.kit.declaration.declare import Chart, Shown
from calculators.kit.words.formats import told
from calculators.kit.words.leaders import evenly, leaders, quoted


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """What each stage alone brings back, and what they do only together, as bars."""
    whole, parts, joint = amounts(i, o)
    dearest = leaders(o.raw.recovered_results)
    groups = {
        f"{n + 1}. {stage.name}": [
            charts.Bar(
                f"вернёт {told(part)}",
                part.amount,
                charts.PRIMARY if n in dearest else charts.SECONDARY,
            )
        ]
        for n, (stage, part) in enumerate(zip(i.stages, parts, strict=True))
    }
    if o.raw.joint_results:
        groups[TOGETHER] = [charts.Bar(f"вернут {told(joint)}", joint.amount, charts.MUTED)]
    most = max(bar.amount for bars in groups.values() for bar in bars)
    # With a target of nothing the loss is not none: it is not known.
    blind = i.raw.leads > 0 and not all(stage.aim for stage in i.raw.stages)
    title = "Потери так не посчитать" if blind else f"Теряется {told(whole)} в месяц"
    return Chart(
        charts.bars(title, groups, most),
        finding=(
            f"Диаграмма: сколько {'выручки' if i.raw.average_check else 'результатов'} в месяц "
            f"вернёт каждый этап, если довести до цели только его. "
            f"{f'{title}.' if blind else _most(o.raw)}"
        ),
    )


def _most(o: Outputs) -> str:
    names, alone = o.dearest_stages, o.recovered_results
    if len(names) > 1:
        even = evenly([alone[n] for n in leaders(alone)])
        return f"{even} и больше всего — {quoted(names)}."
    if names:
        return f"Больше всего — {quoted(names)}."
    return "В одиночку — ни один." if o.lost_results else "Возвращать нечего."
