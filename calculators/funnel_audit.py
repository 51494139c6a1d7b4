"""Разрыв в воронке: what is lost every month because stages fall short of their targets.

Source of the example: key `audit.example`. A stage is judged by what its target alone would
bring back, the other stages left as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Annotated

from calculators.kit import charts
from calculators.kit.arithmetic import share
from calculators.kit.declare import Calculator, Chart, Output, Reading, Shown, Step, Table
from calculators.kit.fields import Number, Rows, Text, assumed, chosen, money, percent, rows
from calculators.kit.figures import figure
from calculators.kit.units import LEADS, POINTS, RESULTS, RUBLES


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
            "Сколько приносит одна сделка.",
        ),
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Results a month now and at the targets, ₽ lost a month; per stage points and ₽."""

    lost_results: Annotated[Decimal, Output("Теряется в месяц", RESULTS, headline=True)]
    lost_revenue: Annotated[Decimal, Output("Выручки теряется в месяц", RUBLES)]
    actual_results: Annotated[Decimal, Output("Сейчас в месяц", RESULTS)]
    target_results: Annotated[Decimal, Output("С нужными конверсиями", RESULTS)]
    weakest_stage: Annotated[str, Output("Самый дорогой этап")]
    gap: Annotated[tuple[Decimal, ...], Output("Разрыв", POINTS, listed=False)]
    recovered_revenue: Annotated[tuple[Decimal, ...], Output("Вернёт", RUBLES, listed=False)]


def through(leads: Decimal, conversions: Sequence[Decimal]) -> Decimal:
    """Results that leads become over all stages; conversions are percents."""
    *_, results = accumulate(conversions, lambda left, rate: left * share(rate), initial=leads)
    return results


def compute(inputs: Inputs) -> Outputs:
    """Walk the funnel as it is, at the targets, and with each target alone."""
    actual = [stage.actual for stage in inputs.stages]
    target = [stage.target for stage in inputs.stages]
    now, then = through(inputs.leads, actual), through(inputs.leads, target)
    # Compared as results: at a check of zero every stage would return the same nothing.
    recovered = [
        through(inputs.leads, [*actual[:n], target[n], *actual[n + 1 :]]) - now
        for n in range(len(actual))
    ]
    return Outputs(
        lost_results=then - now,
        lost_revenue=(then - now) * inputs.average_check,
        actual_results=now,
        target_results=then,
        weakest_stage=inputs.stages[recovered.index(max(recovered))].name,
        gap=tuple(stage.target - stage.actual for stage in inputs.stages),
        recovered_revenue=tuple(results * inputs.average_check for results in recovered),
    )


def explain(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Step]:
    """Results now and at the targets, then what is lost."""
    now = [stage.actual for stage in i.stages]
    then = [stage.target for stage in i.stages]
    yield Step("Сейчас", " × ".join([i.leads, *now]), o.actual_results)
    yield Step("С нужными конверсиями", " × ".join([i.leads, *then]), o.target_results)
    yield Step("Теряется", f"{o.target_results} − {o.actual_results}", o.lost_results)
    yield Step("Выручка", f"{o.lost_results} × {i.average_check}", o.lost_revenue)


def reading(_: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What the gap costs, where to look first, and what not to conclude."""
    caution = (
        "Этап с самым дорогим разрывом — место, где искать, а не причина. Прежде чем "
        "переписывать скрипты, пройдите семь проверок из этой главы."
    )
    if o.raw.lost_results <= 0:
        return Reading(
            "Разрыва нет: воронка даёт не меньше, чем нужно.",
            "Поставьте цели выше — по лучшему сотруднику или лучшему кварталу.",
            caution,
        )
    return Reading(
        f"Каждый месяц воронка недодаёт {o.lost_results}, или {o.lost_revenue} выручки.",
        f"Начните с этапа «{o.weakest_stage}»: ни один другой не вернёт больше.",
        caution,
    )


def tables(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """Each stage: its gap and what its target alone brings back."""
    rows = [
        [stage.name, gap, recovered]
        for stage, gap, recovered in zip(i.stages, o.gap, o.recovered_revenue, strict=True)
    ]
    columns = ["Этап", "Разрыв", "Вернёт в месяц"]
    yield Table("Если довести до цели один этап", columns, rows)


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """What each stage alone brings back, as bars."""
    recovered = o.raw.recovered_revenue
    most = max(recovered)
    groups = {
        f"{number}. {stage.name}": [
            charts.Bar(
                f"вернёт {o.recovered_revenue[number - 1]}",
                max(recovered[number - 1], Decimal(0)),
                charts.PRIMARY if number == recovered.index(most) + 1 else charts.SECONDARY,
            )
        ]
        for number, stage in enumerate(i.stages, 1)
    }
    return Chart(
        charts.bars(f"Теряется {o.lost_revenue} в месяц", groups, max(most, Decimal(0))),
        finding=(
            "Диаграмма: сколько выручки в месяц вернёт каждый этап, если довести до цели "
            f"только его. Больше всего — «{o.weakest_stage}»."
        ),
    )


calculator = Calculator(
    title="Разрыв в воронке",
    question="Сколько выручки в месяц теряет воронка и на каком этапе?",
    chapter="sales-audit",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
)
