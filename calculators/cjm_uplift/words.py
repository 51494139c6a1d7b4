"""What is said about the answer: its arithmetic, its reading, its tables."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from operator import mul

from calculators.cjm_uplift.model import Inputs, Outputs, Stage, heaviest
from calculators.kit.arithmetic import HUNDRED
from calculators.kit.declaration.declare import Reading, Shown, Step, Table, Worked
from calculators.kit.declaration.units import PERCENT
from calculators.kit.words import formats
from calculators.kit.words.changes import by, grown
from calculators.kit.words.formats import told
from calculators.kit.words.leaders import evenly, leaders, quoted


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """People stage by stage, then the growth and what it adds."""
    now = [stage.conversion for stage in i.stages]
    then = [stage.conversion + stage.uplift for stage in i.stages]
    yield Step("Сейчас", reduce(mul, now, i.reach), o.before[-1])
    yield Step("После", reduce(mul, then, i.reach), o.after[-1])
    if o.raw.growth is not None:
        # Of people few enough to be shown as none there is no quotient.
        growth = reduce(mul, o.stage_growth) if len(now) > 1 else then[0] / now[0]
        yield Step("Новый результат к прежнему", growth, o.growth)
    yield Step("Изменение", o.after[-1] - o.before[-1], o.added_results)
    if o.raw.added_revenue is not None:
        yield Step("Изменение выручки", o.added_results * i.average_check, o.added_revenue)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What multiplied and which uplift did most, where a point weighs most, what is left out."""
    caution = (
        "Равные пункты — не равный труд: вес пункта не говорит, во что он обойдётся. Расчёт "
        "считает этапы независимыми. В жизни лишние переходы бывают холоднее: проверяйте "
        "конверсию следующего этапа после каждой правки."
    )
    return Reading(_meaning(i, o), _action(i.raw), caution)


def _meaning(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    if not i.raw.reach:
        return "Охват — ноль: на входе никого нет, и сравнивать нечего."
    after, growth = told(o.after[-1]), o.raw.growth
    if growth is not None:
        meaning = (
            f"В конце воронки сейчас {told(o.before[-1])}, а станет {after}: "
            f"результат {grown(growth)}.{_by_stages(i.raw.stages)}"
        )
    elif o.raw.after[-1]:
        meaning = (
            f"Сейчас до конца воронки не доходит никто, а станет {after}. Во сколько раз — не "
            "посчитать."
        )
    else:
        meaning = "До конца воронки не доходит никто — ни сейчас, ни с этими прибавками."
    if o.raw.added_revenue:
        meaning += f" Выручка {by(o.added_revenue)}."
    return meaning


def _by_stages(stages: Sequence[Stage]) -> str:
    # What the reader's own uplifts do, relative to each stage; each has some conversion.
    gains = [max(stage.uplift, Decimal(0)) / stage.conversion for stage in stages]
    losing = [stage.name for stage in stages if stage.uplift < 0]
    # Where nobody comes through in the end, no stage gives anything.
    first = leaders(gains) if all(stage.conversion + stage.uplift for stage in stages) else []
    names = quoted([stages[n].name for n in first])
    said = ""
    if len([stage for stage in stages if stage.uplift]) > 1:
        said = " Изменения этапов перемножаются."
    if len(first) > 1:
        said += f" {evenly([gains[n] for n in first])} и больше всего дают {names}."
    elif first and len([gain for gain in gains if gain]) > 1:
        said += f" Больше всего даёт {names}: там конверсия {grown(1 + gains[first[0]])}."
    if losing:
        said += f" {'Тянет' if len(losing) == 1 else 'Тянут'} вниз: {quoted(losing)}."
    return said


def _action(i: Inputs) -> str:
    conversions = [stage.conversion for stage in i.stages]
    # Where less than a point is left to all, there is no room for one.
    roomy = [n for n in heaviest(i) if conversions[n] <= HUNDRED - 1] or heaviest(i)
    names = quoted([i.stages[n].name for n in roomy])
    shut = [stage.name for stage in i.stages if not stage.conversion]
    least = min(conversions)
    match roomy:
        case _ if not i.reach:
            return "Впишите охват: сколько человек приходит на первый шаг."
        case [] if shut:
            return (
                f"Поднимайте вместе {quoted(shut)}: пока хоть один на нуле, до конца не дойдёт "
                "никто."
            )
        case []:
            return "Прибавлять некуда: каждый этап проходят все. Ищите рост в охвате и в чеке."
        case [_] if shut:
            return f"Начните с этапа {names}: сейчас его не проходит никто."
        case _ if least > HUNDRED - 1:
            return "Прибавлять почти некуда: до 100\u00a0% любому этапу осталось меньше пункта."
        case _ if len(conversions) == 1:
            return "Этап в расчёте один: допишите остальные и увидите, где пункт весит больше."
        case [_] if len([one for one in conversions if one < HUNDRED]) == 1:
            return f"Прибавлять есть куда только на этапе {names}: остальные проходят все."
        case [_]:
            return (
                f"Лишний пункт весит больше всего на этапе {names}: к его конверсии это "
                f"{formats.quantity(HUNDRED / least, PERCENT)}. Прежде чем начинать там, сравните, "
                "во что обойдётся пункт на каждом этапе."
            )
        case near:
            even = evenly([conversions[n] for n in near])
            return f"{even} весит лишний пункт на этапах {names}: начните с того, где он дешевле."


def tables(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """Each stage: its people before and after, and its own part in the growth."""
    yield Table(
        "Воронка по этапам",
        ["Этап", "Сейчас", "После", "Этап к прежнему"],
        [
            [stage.name, *columns]
            for stage, *columns in zip(i.stages, o.before, o.after, o.stage_growth, strict=True)
        ],
    )
