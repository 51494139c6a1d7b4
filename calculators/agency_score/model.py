"""What is asked, what is answered, and the formulas between."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit.arithmetic import HUNDRED
from calculators.kit.declaration.declare import Output
from calculators.kit.declaration.fields import (
    Choice,
    Number,
    Rows,
    Text,
    assumed,
    chosen,
    rows,
    secondary,
)
from calculators.kit.declaration.figures import sheet
from calculators.kit.declaration.units import MARKS, PERCENT, POINTS
from calculators.kit.words.labels import inside

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
UNKNOWN = "unknown"
OPTIONS = {UNKNOWN: "не знаю"} | {str(mark): str(mark) for mark in range(int(BEST) + 1)}
IMPORTANT = 4  # a weight from which a low mark is worth a question by itself
LOW = 2
TIE = 5  # percentage points


def weight(criterion: str) -> Number:
    """A field for how much a criterion matters; its help is the source's own wording."""
    wording = dict(zip(CRITERIA, sheet("agency.criteria").items, strict=True))
    return secondary(
        Number(
            f"Вес: {inside(CRITERIA[criterion])}",
            MARKS,
            assumed(3, "пока все критерии важны одинаково"),
            f"{wording[criterion]}.",
            Decimal(0),
            BEST,
        )
    )


def mark(criterion: str) -> Choice:
    """A field for an agency's mark by a criterion, or for not knowing it."""
    return Choice(CRITERIA[criterion], OPTIONS, chosen(UNKNOWN, "нет сведений"), "От 0 до 5.")


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency and its marks, each a key of `OPTIONS`."""

    name: Annotated[str, Text("Агентство", chosen("", ""), longest=60, required=True)]
    experience: Annotated[str, mark("experience")]
    reviews: Annotated[str, mark("reviews")]
    recommendations: Annotated[str, mark("recommendations")]
    guarantee: Annotated[str, mark("guarantee")]
    speed: Annotated[str, mark("speed")]
    questions: Annotated[str, mark("questions")]
    results: Annotated[str, mark("results")]
    numbers: Annotated[str, mark("numbers")]


def example(name: str, *marks: int | str) -> dict[str, object]:
    """A default row: an agency and its marks in the order of the criteria."""
    return {"name": name} | dict(zip(CRITERIA, marks, strict=True))


@dataclass(frozen=True, slots=True)
class Inputs:
    """Weights of the criteria, 0–5, and the agencies with their marks."""

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
                    example("Агентство В", 5, 4, UNKNOWN, 3, 3, 2, 3, 2),
                ],
                "три придуманных агентства, чтобы показать расчёт",
            ),
            "Оценки от 0 до 5 по итогам первого звонка. Нет сведений — так и отметьте: это не "
            "плохая оценка.",
            item="агентство",
            minimum=1,
            maximum=6,
        ),
    ]


def order(outputs: "Outputs") -> tuple[str, ...]:
    """The agencies from the best, those that tie said together; or that none is the best."""
    leaders = outputs.leaders
    if not leaders:
        return ("лучшего нет",)
    first = leaders[0] if len(leaders) == 1 else f"{listed(leaders)} — почти равны"
    return (first, *outputs.ranking[len(leaders) :])


@dataclass(frozen=True, slots=True)
class Outputs:
    """Agencies, best first; for each in that order its score and coverage, %, and weak points.

    `leaders` are the best and all that tie with it; nobody where nobody scores above 0.
    """

    ranking: Annotated[tuple[str, ...], Output("По порядку, от лучшего", headline=True, said=order)]
    spread: Annotated[
        Decimal | None,
        Output("Между первым и вторым", POINTS, absent="сравнивать не с чем"),
    ]
    lead: Annotated[Decimal | None, Output("Отрыв первого", POINTS, listed=False)]
    leaders: Annotated[tuple[str, ...], Output("Впереди", listed=False)]
    scores: Annotated[
        tuple[Decimal | None, ...],
        Output("Итог", PERCENT, absent="нет итога", listed=False),
    ]
    coverage: Annotated[tuple[Decimal | None, ...], Output("Известно", PERCENT, listed=False)]
    weak_points: Annotated[
        tuple[tuple[str, ...], ...], Output("Слабые места", words=CRITERIA, listed=False)
    ]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an agency: the weight and the mark of each criterion that has a mark.

    `weight` is that of what is known, `score` the weighted marks as a percent of the most
    possible; None where nothing counts.
    """

    agency: Agency
    marks: dict[str, tuple[Decimal, Decimal]]
    weight: Decimal
    score: Decimal | None

    @property
    def weak(self) -> tuple[str, ...]:
        """The criteria that matter and have a low mark."""
        marks = self.marks.items()
        return tuple(key for key, (weight, mark) in marks if weight >= IMPORTANT and mark <= LOW)


def weights(inputs: Inputs) -> dict[str, Decimal]:
    """The weight of each criterion, in order."""
    return {criterion: getattr(inputs, f"weight_{criterion}") for criterion in CRITERIA}


def known(inputs: Inputs) -> list[Known]:
    """What is known of each agency, in the order given."""
    matter = weights(inputs)
    return [_known(agency, matter) for agency in inputs.agencies]


def _known(agency: Agency, matter: dict[str, Decimal]) -> Known:
    marks = {
        key: (weight, Decimal(mark))
        for key, weight in matter.items()
        if (mark := getattr(agency, key)) != UNKNOWN
    }
    weight = sum((weight for weight, _ in marks.values()), Decimal(0))
    had = sum((weight * mark for weight, mark in marks.values()), Decimal(0))
    return Known(agency, marks, weight, HUNDRED * had / (BEST * weight) if weight else None)


def ranked(inputs: Inputs) -> list[Known]:
    """The agencies, best first, those without a score last; equal ones in the order given."""
    best = known(inputs)
    return sorted(best, key=lambda one: -1 if one.score is None else one.score, reverse=True)


def compute(inputs: Inputs) -> Outputs:
    """Rank the agencies by their weighted marks and find each one's weak points."""
    best_first = ranked(inputs)
    total = sum(weights(inputs).values())
    scores = [one.score for one in best_first]
    found = [score for score in scores if score is not None]
    tied = [score for score in found if found[0] > 0 and found[0] - score < TIE]
    spread = found[0] - found[1] if len(found) > 1 else None
    return Outputs(
        ranking=tuple(one.agency.name for one in best_first),
        spread=spread,
        lead=spread,
        leaders=tuple(one.agency.name for one in best_first[: len(tied)]),
        scores=tuple(scores),
        coverage=tuple(HUNDRED * one.weight / total if total else None for one in best_first),
        weak_points=tuple(one.weak for one in best_first),
    )


def listed(words: Sequence[str]) -> str:
    """The words with commas and, before the last, «и»."""
    return " и ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
