"""Сравнение агентств: marks by eight criteria, weighted by what matters to the reader.

Source of the criteria: key `agency.criteria`; it has no weights. The marks run from 0 to 5,
so the weighted sum is a share of the most that could be had.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit import charts, formats
from calculators.kit.arithmetic import HUNDRED
from calculators.kit.declare import (
    Calculator,
    Chart,
    Listing,
    Output,
    Reading,
    Shown,
    Step,
    Table,
)
from calculators.kit.fields import Number, Rows, Text, assumed, chosen, rows
from calculators.kit.figures import sheet
from calculators.kit.units import MARKS, PERCENT, POINTS

CRITERIA = {
    "experience": "Опыт с такими вакансиями",
    "reviews": "Отзывы на чужих площадках",
    "recommendations": "Рекомендации знакомых",
    "guarantee": "Гарантия замены",
    "speed": "Скорость ответа",
    "questions": "Уточняющие вопросы",
    "results": "Нацеленность на результат",
    "numbers": "Разговор о цифрах",
}
BEST = Decimal(5)
IMPORTANT = 4  # a weight from which a low mark is worth a question by itself
LOW = 2
TIE = 5  # percentage points


def weight(criterion: str) -> Number:
    """A field for how much a criterion matters; its help is the source's own wording."""
    wording = dict(zip(CRITERIA, sheet("agency.criteria").items, strict=True))
    return Number(
        f"Вес: {CRITERIA[criterion][0].lower()}{CRITERIA[criterion][1:]}",
        MARKS,
        assumed(3, "пока все критерии важны одинаково"),
        f"{wording[criterion]}.",
        Decimal(0),
        BEST,
    )


def mark(criterion: str) -> Number:
    """A field for an agency's mark by a criterion."""
    unknown = assumed(0, "нет сведений")
    return Number(CRITERIA[criterion], MARKS, unknown, "От 0 до 5.", Decimal(0), BEST)


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency and its marks, 0–5."""

    name: Annotated[str, Text("Агентство", chosen("", ""), longest=60, required=True)]
    experience: Annotated[Decimal, mark("experience")]
    reviews: Annotated[Decimal, mark("reviews")]
    recommendations: Annotated[Decimal, mark("recommendations")]
    guarantee: Annotated[Decimal, mark("guarantee")]
    speed: Annotated[Decimal, mark("speed")]
    questions: Annotated[Decimal, mark("questions")]
    results: Annotated[Decimal, mark("results")]
    numbers: Annotated[Decimal, mark("numbers")]


def example(name: str, *marks: int) -> dict[str, object]:
    """A default row: an agency and its marks in the order of the criteria."""
    return {"name": name} | dict(zip(CRITERIA, marks, strict=True))


@dataclass(frozen=True, slots=True)
class Inputs:
    """Weights of the criteria, 0–5, and the agencies with their marks, 0–5."""

    weight_experience: Annotated[Decimal, weight("experience")]
    weight_reviews: Annotated[Decimal, weight("reviews")]
    weight_recommendations: Annotated[Decimal, weight("recommendations")]
    weight_guarantee: Annotated[Decimal, weight("guarantee")]
    weight_speed: Annotated[Decimal, weight("speed")]
    weight_questions: Annotated[Decimal, weight("questions")]
    weight_results: Annotated[Decimal, weight("results")]
    weight_numbers: Annotated[Decimal, weight("numbers")]
    agencies: Annotated[
        tuple[Agency, ...],
        Rows(
            "Агентства и их оценки",
            Agency,
            rows(
                [
                    example("Агентство А", 4, 3, 5, 4, 2, 3, 4, 3),
                    example("Агентство Б", 3, 4, 2, 5, 5, 5, 4, 4),
                    example("Агентство В", 5, 4, 0, 3, 3, 2, 3, 2),
                ],
                "три придуманных агентства, чтобы показать расчёт",
            ),
            "Оценки от 0 до 5 по итогам первого звонка. Нет сведений — ставьте 0.",
            item="агентство",
            minimum=1,
            maximum=6,
        ),
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Agencies, best first, and for each in that order its score, percent, and weak points."""

    ranking: Annotated[tuple[str, ...], Output("По порядку, от лучшего", headline=True)]
    spread: Annotated[
        Decimal | None,
        Output("Между первым и вторым", POINTS, absent="сравнивать не с чем"),
    ]
    tie: Annotated[
        bool | None,
        Output(
            "Первые два",
            words={True: "почти равны", False: "различаются"},
            absent="сравнивать не с чем",
        ),
    ]
    scores: Annotated[
        tuple[Decimal | None, ...],
        Output("Итог", PERCENT, absent="нет итога", listed=False),
    ]
    weak_points: Annotated[
        tuple[tuple[str, ...], ...], Output("Слабые места", words=CRITERIA, listed=False)
    ]


def weights(inputs: Inputs) -> tuple[Decimal, ...]:
    """The weights in the order of the criteria."""
    return tuple(getattr(inputs, f"weight_{criterion}") for criterion in CRITERIA)


def marks(agency: Agency) -> tuple[Decimal, ...]:
    """An agency's marks in the order of the criteria."""
    return tuple(getattr(agency, criterion) for criterion in CRITERIA)


def score(inputs: Inputs, agency: Agency) -> Decimal | None:
    """The weighted marks as a percent of the most possible; None where all weights are 0."""
    had = sum(w * m for w, m in zip(weights(inputs), marks(agency), strict=True))
    most = BEST * sum(weights(inputs))
    return HUNDRED * had / most if most else None


def ranked(inputs: Inputs) -> list[Agency]:
    """The agencies, best first; those with the same score in the order given."""
    return sorted(inputs.agencies, key=lambda agency: -(score(inputs, agency) or 0))


def compute(inputs: Inputs) -> Outputs:
    """Rank the agencies by their weighted marks and find each one's weak points."""
    best_first = ranked(inputs)
    scores = tuple(score(inputs, agency) for agency in best_first)
    spread: Decimal | None = None
    if len(scores) > 1 and scores[0] is not None and scores[1] is not None:
        spread = scores[0] - scores[1]
    return Outputs(
        ranking=tuple(agency.name for agency in best_first),
        spread=spread,
        tie=None if spread is None else spread < TIE,
        scores=scores,
        weak_points=tuple(
            tuple(
                criterion
                for criterion, w, m in zip(CRITERIA, weights(inputs), marks(agency), strict=True)
                if w >= IMPORTANT and m <= LOW
            )
            for agency in best_first
        ),
    )


def explain(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Step]:
    """Each agency's share of the most it could have, then the gap between the first two."""
    most = formats.number(BEST)
    total = formats.number(sum(weights(i.raw), Decimal(0)))
    for agency, shown in zip(ranked(i.raw), o.scores, strict=True):
        products = [
            f"{formats.number(w)} × {formats.number(m)}"
            for w, m in zip(weights(i.raw), marks(agency), strict=True)
        ]
        if total != "0":
            yield Step(agency.name, f"({' + '.join(products)}) ÷ ({most} × {total})", shown)
    if o.raw.spread is not None:
        yield Step("Между первым и вторым", f"{o.scores[0]} − {o.scores[1]}", o.spread)


def reading(_: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Who leads and how surely, and what to ask before signing."""
    caution = (
        "Итог не отменяет низкой оценки по важному: смотрите на слабые места. "
        "Оценка после одного звонка — впечатление, а не измерение."
    )
    first, *others = o.ranking
    if o.raw.scores[0] is None:
        return Reading(
            "Все веса равны нулю, поэтому агентства стоят в том порядке, в каком вписаны.",
            "Поставьте вес хотя бы одному критерию.",
            caution,
        )
    if not others:
        return Reading(
            f"Агентство пока одно: «{first}» набрало {o.scores[0]} от возможного.",
            "Позвоните ещё двум с той же вакансией: цену и ответы станет с чем сравнить.",
            caution,
        )
    if o.raw.tie:
        return Reading(
            f"«{first}» и «{others[0]}» почти равны: {o.scores[0]} и {o.scores[1]}.",
            "Решают рекомендации знакомых: позвоните ещё одному клиенту каждого.",
            caution,
        )
    if o.weak_points[0]:
        action = (
            f"До договора спросите «{first}» о слабом: "
            f"{', '.join(_inside(point) for point in o.weak_points[0])}."
        )
    else:
        action = f"Отправьте «{first}» техническое задание и попросите пересказать его."
    return Reading(
        f"Впереди «{first}»: {o.scores[0]} от возможного. "
        f"У следующего, «{others[0]}», — {o.scores[1]}.",
        action,
        caution,
    )


def _inside(label: str) -> str:
    return label[0].lower() + label[1:]


def tables(_: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """The agencies with their scores, best first."""
    yield Table(
        "Итог по агентствам",
        ["Агентство", "От возможного"],
        [[name, score] for name, score in zip(o.ranking, o.scores, strict=True)],
    )


def lists(_: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Listing]:
    """What is weak where it matters, for the agencies that have such a point."""
    weak = [
        Listing(f"{name}: слабо по важному", points, empty="")
        for name, points in zip(o.ranking, o.weak_points, strict=True)
        if points
    ]
    none = f"Нет: ни одной оценки до {LOW} у критериев с весом от {IMPORTANT}."
    yield from weak or [Listing("Слабо по важному", [], empty=none)]


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """The first two by each criterion, side by side: more would not tell them apart."""
    leaders = list(zip(ranked(i.raw)[:2], (charts.PRIMARY, charts.SECONDARY), strict=False))
    groups = {
        f"{label}, вес {formats.number(w)}": [
            charts.Bar(
                f"{agency.name} — {formats.number(getattr(agency, criterion))}",
                getattr(agency, criterion),
                colour,
            )
            for agency, colour in leaders
        ]
        for (criterion, label), w in zip(CRITERIA.items(), weights(i.raw), strict=True)
    }
    names = " и ".join(f"«{agency.name}»" for agency, _ in leaders)
    totals = " и ".join(o.scores[: len(leaders)])
    return Chart(
        charts.bars("Первые по итогу: оценки от 0 до 5", groups, BEST),
        finding=f"Диаграмма: оценки по критериям. {names} — {totals} от возможного.",
    )


calculator = Calculator(
    title="Сравнение агентств",
    question="Какое агентство подходит вам больше и где его слабые места?",
    chapter="hr-agency",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
    lists=lists,
)
