"""Рост воронки: what a few points of conversion at each stage do to the end result.

Source of the formula: key `cjm.example`; people after a stage are people before it times
its conversion, so growth of the stages multiplies.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Annotated

from calculators.kit import charts
from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declare import (
    Calculator,
    Chart,
    Output,
    Problems,
    Reading,
    Shown,
    Step,
    Table,
)
from calculators.kit.fields import (
    Number,
    Rows,
    Text,
    assumed,
    chosen,
    money,
    percent,
    rows,
    sourced,
)
from calculators.kit.units import PEOPLE, PERCENT, POINTS, RESULTS, RUBLES, TIMES


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the funnel: its conversion, percent, and the uplift, percentage points."""

    name: Annotated[str, Text("Этап", chosen("", ""), longest=80, required=True)]
    conversion: Annotated[
        Decimal, percent("Конверсия сейчас", assumed(10, "новый этап"), "Доля прошедших этап.")
    ]
    uplift: Annotated[
        Decimal,
        Number(
            "Прибавка",
            POINTS,
            assumed(1, "новый этап"),
            "На сколько изменится.",
            Decimal(-100),
            Decimal(100),
        ),
    ]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Reach in people, stages in order, ₽ per result (0: not asked)."""

    reach: Annotated[
        Decimal,
        Number(
            "Охват",
            PEOPLE,
            sourced("cjm.example.reach"),
            "Сколько человек увидели объявление или пришли на первый шаг.",
            Decimal(0),
            Decimal(10) ** 9,
            whole=True,
        ),
    ]
    stages: Annotated[
        tuple[Stage, ...],
        Rows(
            "Этапы воронки",
            Stage,
            rows(
                [
                    {"name": "Показ → переход", "conversion": 5, "uplift": "2,5"},
                    {"name": "Переход → заявка", "conversion": 4, "uplift": 1},
                    {"name": "Заявка → сделка", "conversion": 20, "uplift": 5},
                ],
                "первый этап — пример практика, остальные придуманы для расчёта",
            ),
            "Конверсия и прибавка к ней в процентных пунктах: было 5 %, стало 7,5 % — "
            "прибавка 2,5.".replace(" %", "\u00a0%"),
            item="этап",
            minimum=1,
            maximum=12,
        ),
    ]
    average_check: Annotated[
        Decimal,
        money(
            "Средний чек",
            assumed(0, "ноль — выручку не считаем"),
            "Сколько приносит один результат в конце воронки.",
        ),
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """People after each stage before and after, conversions in percent, growth in times."""

    growth: Annotated[
        Decimal | None, Output("Рост результата", TIMES, headline=True, absent="не с чем сравнить")
    ]
    added_results: Annotated[Decimal, Output("Прибавится в конце", RESULTS)]
    added_revenue: Annotated[Decimal, Output("Прибавится выручки", RUBLES)]
    conversion_before: Annotated[Decimal, Output("Сквозная конверсия была", PERCENT)]
    conversion_after: Annotated[Decimal, Output("Станет", PERCENT)]
    best_stage: Annotated[str, Output("Где +1 п. п. даст больше всего".replace(" п", "\u00a0п"))]
    before: Annotated[tuple[Decimal, ...], Output("Сейчас", PEOPLE, listed=False)]
    after: Annotated[tuple[Decimal, ...], Output("После", PEOPLE, listed=False)]
    stage_growth: Annotated[
        tuple[Decimal | None, ...], Output("Рост от этапа", TIMES, absent="—", listed=False)
    ]


def check(inputs: Inputs) -> Problems:
    """Conversion and uplift together stay within 0–100 %."""
    for index, stage in enumerate(inputs.stages):
        if not 0 <= stage.conversion + stage.uplift <= HUNDRED:
            yield (
                f"stages.{index}.uplift",
                "Конверсия вместе с прибавкой должна остаться от 0 до 100\u00a0%.",
            )


def passed(reach: Decimal, conversions: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """People left after each stage; conversions are percents."""
    left = accumulate(conversions, lambda people, percent: people * share(percent), initial=reach)
    return tuple(left)[1:]


def compute(inputs: Inputs) -> Outputs:
    """Walk the funnel before and after the uplifts; people are not rounded."""
    conversions = [stage.conversion for stage in inputs.stages]
    lifted = [stage.conversion + stage.uplift for stage in inputs.stages]
    before, after = passed(inputs.reach, conversions), passed(inputs.reach, lifted)
    end_before, end_after = (passed(HUNDRED, of)[-1] for of in (conversions, lifted))
    # One point more raises the end result most where the conversion is lowest; a stage
    # that everybody passes has no room. The earlier of equals comes first.
    room = [stage for stage in inputs.stages if stage.conversion < HUNDRED] or inputs.stages
    best = min(room, key=lambda stage: stage.conversion)
    return Outputs(
        growth=after[-1] / before[-1] if before[-1] else None,
        added_results=after[-1] - before[-1],
        added_revenue=(after[-1] - before[-1]) * inputs.average_check,
        conversion_before=end_before,
        conversion_after=end_after,
        best_stage=best.name,
        before=before,
        after=after,
        stage_growth=tuple(
            (stage.conversion + stage.uplift) / stage.conversion if stage.conversion else None
            for stage in inputs.stages
        ),
    )


def explain(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Step]:
    """People stage by stage, then the growth."""
    for label, start, people, rates in (
        ("Сейчас", i.reach, o.before, [stage.conversion for stage in i.stages]),
        ("После", i.reach, o.after, [_lifted(stage) for stage in i.stages]),
    ):
        yield Step(label, " × ".join([start, *rates]), people[-1])
    if o.raw.growth is not None:
        yield Step("Рост", f"{o.after[-1]} ÷ {o.before[-1]}", o.growth)
    yield Step("Прибавка", f"{o.after[-1]} − {o.before[-1]}", o.added_results)


def _lifted(stage: Shown[Stage]) -> str:
    return f"({stage.conversion} + {stage.uplift})"


def reading(_: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What multiplied, where to begin, and what the picture leaves out."""
    caution = (
        "Расчёт считает этапы независимыми. В жизни лишние переходы бывают холоднее: "
        "проверяйте конверсию следующего этапа после каждой правки."
    )
    action = f"Начните с этапа «{o.best_stage}»: там один процентный пункт весит больше всего."
    if o.raw.growth is None:
        meaning = "Сейчас до конца воронки не доходит никто, поэтому рост посчитать не от чего."
    else:
        meaning = (
            f"В конце воронки было {o.before[-1]}, станет {o.after[-1]}: "
            f"рост в {o.growth}. Прибавки этапов перемножаются."
        )
    if o.raw.added_revenue:
        meaning += f" Выручка изменится на {o.added_revenue}."
    return Reading(meaning, action, caution)


def tables(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """Each stage: its people before and after, and its own part in the growth."""
    yield Table(
        "Воронка по этапам",
        ["Этап", "Сейчас", "После", "Рост от этапа"],
        [
            [stage.name, *columns]
            for stage, *columns in zip(i.stages, o.before, o.after, o.stage_growth, strict=True)
        ],
    )


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """The share of the reach that passes each stage, before and after, side by side."""
    now, after = charts.SECONDARY, charts.PRIMARY
    groups = {
        f"{number}. {stage.name}": [
            charts.Bar(f"сейчас — {o.before[number - 1]}", o.raw.before[number - 1], now),
            charts.Bar(f"после — {o.after[number - 1]}", o.raw.after[number - 1], after),
        ]
        for number, stage in enumerate(i.stages, 1)
    }
    return Chart(
        charts.bars(f"Рост результата: {o.growth}", groups, max(*o.raw.before, *o.raw.after)),
        finding=(
            f"Диаграмма: люди после каждого этапа сейчас и после изменений. "
            f"До конца доходили {o.before[-1]}, дойдут {o.after[-1]}."
        ),
    )


calculator = Calculator(
    title="Рост воронки",
    question="Во сколько раз вырастет результат, если прибавить понемногу на каждом этапе?",
    chapter="customer-journey",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
    check=check,
)
