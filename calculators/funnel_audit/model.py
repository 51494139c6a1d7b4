"""What is asked, what is answered, and the formulas between."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Annotated

from calculators.kit.arithmetic import share
from calculators.kit.declaration.declare import Output
from calculators.kit.declaration.fields import (
    Number,
    Rows,
    Text,
    assumed,
    chosen,
    money,
    percent,
    rows,
)
from calculators.kit.declaration.figures import figure
from calculators.kit.declaration.units import LEADS, POINTS, RESULTS, RUBLES
from calculators.kit.words.leaders import leaders

UNASKED = "чек не указан"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the funnel: its conversion now and the one needed, percent."""

    name: Annotated[str, Text("Этап", chosen("", ""), longest=80, required=True)]
    actual: Annotated[
        Decimal, percent("Сейчас", assumed(20, "новый этап"), "Доля прошедших этап сейчас.")
    ]
    target: Annotated[
        Decimal, percent("Нужно", assumed(30, "новый этап"), "Доля, которая вам нужна.")
    ]

    @property
    def aim(self) -> Decimal:
        """The conversion to reach, percent: a stage above its target keeps what it has."""
        return max(self.actual, self.target)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Leads a month, stages in order, ₽ per deal."""

    leads: Annotated[
        Decimal,
        Number(
            "Лидов в месяц",
            LEADS,
            assumed(500, "круглое число для примера"),
            "Сколько обращений приходит на первую линию.",
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
                    {
                        "name": "Лид → назначенный КЭВ",
                        "actual": figure("audit.example.actual").value,
                        "target": figure("audit.example.target").value,
                    },
                    {"name": "Назначенный → проведённый КЭВ", "actual": 70, "target": 80},
                    {"name": "Проведённый КЭВ → сделка", "actual": 25, "target": 30},
                ],
                "первый этап — пример практика, остальные придуманы для расчёта",
            ),
            "Цель берите из своего лучшего квартала или у лучшего сотрудника.",
            item="этап",
            minimum=1,
            maximum=12,
        ),
    ]
    average_check: Annotated[
        Decimal,
        money(
            "Средний чек",
            assumed(50_000, "круглое число для примера"),
            "Сколько приносит одна сделка, без НДС.",
        ),
    ]


def lost(outputs: "Outputs") -> Decimal | None:
    """The revenue that is lost, ₽; None where lost results have no check to be worth any."""
    return None if outputs.lost_results and not outputs.lost_revenue else outputs.lost_revenue


def joint(outputs: "Outputs") -> Decimal | None:
    """The revenue that stages bring back only together, ₽; None where there is no check."""
    return None if lost(outputs) is None else outputs.joint_revenue


@dataclass(frozen=True, slots=True)
class Outputs:
    """Results a month now and with every aim reached, ₽ lost a month; per stage points and ₽.

    `joint_results` and `joint_revenue` are what stages bring back only together: all of it when
    all reach their aims, a part of it when some do.
    """

    lost_results: Annotated[Decimal, Output("Теряется в месяц", RESULTS, headline=True)]
    lost_revenue: Annotated[
        Decimal, Output("Выручки теряется в месяц", RUBLES, absent=UNASKED, said=lost)
    ]
    actual_results: Annotated[Decimal, Output("Сейчас в месяц", RESULTS)]
    target_results: Annotated[Decimal, Output("С нужными конверсиями", RESULTS)]
    joint_revenue: Annotated[
        Decimal, Output("Вернут этапы только вместе", RUBLES, absent=UNASKED, said=joint)
    ]
    dearest_stages: Annotated[tuple[str, ...], Output("Дороже всего")]
    weakest_stage: Annotated[str | None, Output("Самый дорогой этап", listed=False)]
    gap: Annotated[tuple[Decimal, ...], Output("Разрыв", POINTS, listed=False)]
    recovered_revenue: Annotated[tuple[Decimal, ...], Output("Вернёт", RUBLES, listed=False)]
    recovered_results: Annotated[tuple[Decimal, ...], Output("Вернёт", RESULTS, listed=False)]
    joint_results: Annotated[Decimal, Output("Вернут вместе", RESULTS, listed=False)]


def through(leads: Decimal, conversions: Sequence[Decimal]) -> Decimal:
    """Results that leads become over all stages; conversions are percents."""
    *_, results = accumulate(conversions, lambda left, rate: left * share(rate), initial=leads)
    return results


def compute(inputs: Inputs) -> Outputs:
    """Walk the funnel as it is, with every aim reached, and with each aim alone."""
    names = [stage.name for stage in inputs.stages]
    actual = [stage.actual for stage in inputs.stages]
    aims = [stage.aim for stage in inputs.stages]
    now, then = through(inputs.leads, actual), through(inputs.leads, aims)
    # Compared as results: at a check of zero every stage would return the same nothing.
    alone = [
        through(inputs.leads, [*actual[:n], aim, *actual[n + 1 :]]) - now
        for n, aim in enumerate(aims)
    ]
    joint = then - now - sum(alone)
    return Outputs(
        lost_results=then - now,
        lost_revenue=(then - now) * inputs.average_check,
        actual_results=now,
        target_results=then,
        joint_revenue=joint * inputs.average_check,
        dearest_stages=tuple(names[n] for n in leaders(alone)),
        weakest_stage=names[alone.index(max(alone))] if any(alone) else None,
        gap=tuple(stage.aim - stage.actual for stage in inputs.stages),
        recovered_revenue=tuple(results * inputs.average_check for results in alone),
        recovered_results=tuple(alone),
        joint_results=joint,
    )
