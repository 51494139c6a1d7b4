"""What is said about the answer: its arithmetic, its reading, its tables."""

from collections.abc import Iterator
from functools import reduce
from operator import mul, sub
from typing import Any

from calculators.funnel_audit.model import Inputs, Outputs
from calculators.kit.arithmetic import HUNDRED
from calculators.kit.declaration.declare import Reading, Shown, Step, Table, Worked
from calculators.kit.words.formats import told
from calculators.kit.words.leaders import evenly, leaders, quoted


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """Results now and with every aim reached, what is lost, and what no stage brings alone."""
    now = [stage.actual for stage in i.stages]
    aims = [s.target if s.raw.target > s.raw.actual else s.actual for s in i.stages]
    whole, parts, joint = amounts(i, o)
    yield Step("Сейчас", reduce(mul, now, i.leads), o.actual_results)
    yield Step("С нужными конверсиями", reduce(mul, aims, i.leads), o.target_results)
    yield Step("Теряется", o.target_results - o.actual_results, o.lost_results)
    if i.raw.average_check:
        yield Step("Выручка", o.lost_results * i.average_check, o.lost_revenue)
    if o.raw.weakest_stage is not None:
        n = leaders(o.raw.recovered_results)[0]
        alone = reduce(mul, [*now[:n], aims[n] - now[n], *now[n + 1 :]], i.leads)
        if i.raw.average_check:
            alone *= i.average_check
        yield Step(f"Вернёт в одиночку «{i.raw.stages[n].name}»", alone, parts[n])
    if o.raw.joint_results:
        yield Step("Вернут этапы только вместе", reduce(sub, parts, whole), joint)


def amounts(i: Shown[Inputs], o: Shown[Outputs]) -> tuple[Any, list[Any], Any]:
    """All that is lost, what each stage brings back alone, what they do only together.

    In ₽, without a check in results.
    """
    if i.raw.average_check:
        return o.lost_revenue, o.recovered_revenue, o.joint_revenue
    return o.lost_results, o.recovered_results, o.joint_results


CHECKS = "Прежде чем переписывать скрипты, пройдите семь проверок из этой главы."


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What the gap costs, where to look first, and what not to conclude."""
    if o.raw.weakest_stage is None:
        return Reading(*_without_a_place(i, o), CHECKS)
    _, _, joint = amounts(i, o)
    meaning = f"Каждый месяц воронка недодаёт {_lost(i, o)}."
    if o.raw.joint_results:
        meaning += (
            " Если сложить то, что этапы вернут поодиночке, выйдет меньше: ещё "
            f"{told(joint)} этапы приносят только вместе."
        )
    above = [stage.name for stage in i.raw.stages if stage.actual > stage.target]
    if above:
        meaning += f" Уже выше цели — {quoted(above)}: там в расчёте остаётся нынешняя конверсия."
    caution = f"Самый дорогой разрыв — место, где искать, а не причина. {CHECKS}"
    return Reading(meaning, _where_to_begin(o.raw), caution)


def _lost(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    results = told(o.lost_results)
    return f"{results}, или {told(o.lost_revenue)} выручки" if i.raw.average_check else results


def _without_a_place(i: Shown[Inputs], o: Shown[Outputs]) -> tuple[str, str]:
    # Meaning and action where no stage alone brings anything, by the reason for it.
    stages = i.raw.stages
    shut = [stage.name for stage in stages if not stage.aim]
    if not i.raw.leads:
        return (
            "Лидов нет, и терять воронке нечего.",
            "Впишите, сколько обращений приходит за месяц: от них считается всё остальное.",
        )
    if shut:
        return (
            f"И сейчас, и по цели до конца не доходит никто: 0\u00a0% — {quoted(shut)}. "
            "Потери так не посчитать.",
            "Поставьте там цель выше нуля.",
        )
    if o.raw.lost_results:
        closed = [stage.name for stage in stages if not stage.actual]
        return (
            f"Каждый месяц воронка недодаёт {_lost(i, o)}. В одиночку этого не вернёт ни один "
            f"этап: сейчас 0\u00a0% — {quoted(closed)}.",
            "Поднимайте их вместе: пока хоть один остаётся на нуле, до конца не дойдёт никто.",
        )
    meaning = "Разрыва нет: каждый этап даёт не меньше, чем нужно."
    if all(stage.actual == HUNDRED for stage in stages):
        return meaning, "Поднимать выше некуда: ищите рост в числе лидов и в среднем чеке."
    return meaning, "Поставьте цели выше — по лучшему сотруднику или лучшему кварталу."


def _where_to_begin(o: Outputs) -> str:
    names, alone = o.dearest_stages, o.recovered_results
    if len(names) > 1:
        even = evenly([alone[n] for n in leaders(alone)])
        return f"{even} вернут {quoted(names)}: начните с того, который проще поправить."
    start = f"Начните с этапа {quoted(names)}"
    if len([gap for gap in o.gap if gap]) == 1:
        return f"{start}: разрыв только там."
    if not o.actual_results:
        return f"{start}: пока там не проходит никто, другие ничего не вернут."
    return f"{start}: ни один другой не вернёт столько."


def tables(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """Each stage: its gap, what its aim alone brings back, and what they do only together."""
    _, parts, joint = amounts(i, o)
    rows = [
        [stage.name, gap, part] for stage, gap, part in zip(i.stages, o.gap, parts, strict=True)
    ]
    if o.raw.joint_results:
        rows.append([TOGETHER, "—", joint])
    yield Table("Если довести до цели один этап", ["Этап", "Разрыв", "Вернёт в месяц"], rows)


TOGETHER = "Сверх этого — только вместе"
