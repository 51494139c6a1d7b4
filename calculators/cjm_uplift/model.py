"""What is asked, what is answered, and the formulas between."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Annotated

from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declaration.declare import Output, Problems
from calculators.kit.declaration.fields import (
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
from calculators.kit.declaration.units import PEOPLE, PERCENT, POINTS, RESULTS, RUBLES, TIMES
from calculators.kit.words.leaders import are_near


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the funnel: its conversion, percent, and the uplift, percentage points."""

    name: Annotated[str, Text("Этап", chosen("", ""), longest=80, required=True)]
    conversion: Annotated[
        Decimal,
        percent(
            "Конверсия сейчас", assumed(10, "новый этап"), "Доля прошедших этап.", below_one=True
        ),
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
            "Сколько приносит один результат в конце воронки, без НДС. Ноль — выручку не считаем.",
        ),
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """People after each stage before and after, conversions in percent, growth in times.

    Where several stages are near the best, a list of results would name a winner that there is
    not, so the reading names them.
    """

    growth: Annotated[
        Decimal | None,
        Output("Новый результат к прежнему", TIMES, headline=True, absent="не с чем сравнить"),
    ]
    added_results: Annotated[Decimal, Output("Изменение в конце воронки", RESULTS)]
    added_revenue: Annotated[
        Decimal | None, Output("Изменение выручки", RUBLES, absent="чек не указан")
    ]
    conversion_before: Annotated[Decimal, Output("Сквозная конверсия была", PERCENT)]
    conversion_after: Annotated[Decimal, Output("Сквозная конверсия станет", PERCENT)]
    best_stage: Annotated[str | None, Output("Этап, где пункт весит больше всего", listed=False)]
    before: Annotated[tuple[Decimal, ...], Output("Сейчас", PEOPLE, listed=False)]
    after: Annotated[tuple[Decimal, ...], Output("После", PEOPLE, listed=False)]
    stage_growth: Annotated[
        tuple[Decimal | None, ...], Output("Этап к прежнему", TIMES, absent="—", listed=False)
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


def heaviest(inputs: Inputs) -> list[int]:
    """The numbers of the stages where one point alone adds most or nearly, the most first.

    None where no stage alone adds anything: nobody at the start, two stages that nobody passes,
    or every stage passed by all.
    """
    conversions = [stage.conversion for stage in inputs.stages]
    shut = [n for n, conversion in enumerate(conversions) if not conversion]
    if shut or not inputs.reach:
        return shut if inputs.reach and len(shut) == 1 else []
    least = min(conversions)
    near = [n for n, one in enumerate(conversions) if one < HUNDRED and are_near(one, least)]
    return sorted(near, key=lambda n: conversions[n])


def compute(inputs: Inputs) -> Outputs:
    """Walk the funnel before and after the uplifts; people are not rounded."""
    conversions = [stage.conversion for stage in inputs.stages]
    lifted = [stage.conversion + stage.uplift for stage in inputs.stages]
    before, after = passed(inputs.reach, conversions), passed(inputs.reach, lifted)
    end_before, end_after = (passed(HUNDRED, of)[-1] for of in (conversions, lifted))
    added = after[-1] - before[-1]
    best = heaviest(inputs)
    return Outputs(
        growth=after[-1] / before[-1] if before[-1] else None,
        added_results=added,
        added_revenue=added * inputs.average_check if inputs.average_check else None,
        conversion_before=end_before,
        conversion_after=end_after,
        best_stage=inputs.stages[best[0]].name if best else None,
        before=before,
        after=after,
        stage_growth=tuple(
            (stage.conversion + stage.uplift) / stage.conversion if stage.conversion else None
            for stage in inputs.stages
        ),
    )
