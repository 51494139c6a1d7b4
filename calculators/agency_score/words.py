"""What is said about the answer: its arithmetic, its reading, its tables."""

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from operator import add

from calculators.agency_score.model import (
    BEST,
    CRITERIA,
    IMPORTANT,
    LOW,
    TIE,
    Inputs,
    Outputs,
    listed,
    ranked,
    weights,
)
from calculators.kit.arithmetic import HUNDRED
from calculators.kit.declaration.declare import Listing, Reading, Shown, Step, Table, Worked
from calculators.kit.words.labels import inside
from calculators.kit.words.working import operand

HALF = HUNDRED / 2
"""The score, in percent, below which even the best is no agency to begin with."""


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """Each agency's share of the most it could have by what is known, and how much that is."""
    total = sum(weights(i.raw).values(), Decimal(0))
    for known, score, coverage in zip(ranked(i.raw), o.scores, o.coverage, strict=True):
        name = known.agency.name
        if known.weight:
            products = [operand(weight) * mark for weight, mark in known.marks.values()]
            yield Step(name, reduce(add, products) / (operand(BEST) * known.weight), score)
        if known.weight < total:
            yield Step(f"{name}, известно по весу", operand(known.weight) / total, coverage)
    if o.raw.spread is not None:
        yield Step("Между первым и вторым", o.scores[0] - o.scores[1], o.spread)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Who leads and how surely, and what to ask before signing."""
    caution = (
        "Итог не отменяет низкой оценки по важному: смотрите на слабые места. "
        "Оценка после одного звонка — впечатление, а не измерение."
    )
    return Reading(_meaning(i, o), _action(i, o), caution)


def _scored(o: Shown[Outputs], place: int) -> str:
    coverage = o.raw.coverage[place]
    known = "" if coverage == HUNDRED else f" (известно {o.coverage[place]} по весу)"
    return f"{o.scores[place]}{known}"


def _meaning(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    names, scores, leaders = o.raw.ranking, o.raw.scores, o.raw.leaders
    if not any(weights(i.raw).values()):
        return "Все веса равны нулю: сравнивать не по чему."
    if scores[0] is None:
        return "По критериям с весом пока нет ни одной оценки."
    first = f"«{names[0]}»"
    if len(names) == 1:
        return f"Агентство пока одно: {first} набрало {_scored(o, 0)} от возможного."
    if o.raw.spread is None:
        return f"Оценки есть только у одного: {first} — {_scored(o, 0)} от возможного."
    if not leaders:
        return f"Больше {o.scores[0]} не набрал никто: лучшего среди них нет."
    if len(leaders) > 1:
        totals = [f"{quoted(name)} — {_scored(o, n)}" for n, name in enumerate(leaders)]
        return f"Почти равны {listed(totals)}: разница меньше {TIE} процентных пунктов."
    return (
        f"Впереди {first}: {_scored(o, 0)} от возможного. "
        f"Следующее — {quoted(names[1])}: {_scored(o, 1)}."
    )


def _action(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    names, leaders = o.raw.ranking, o.raw.leaders
    if not any(weights(i.raw).values()):
        return "Поставьте вес хотя бы одному критерию."
    if o.raw.scores[0] is None:
        return "Поставьте оценки сразу после первых звонков."
    if len(names) == 1:
        return "Позвоните ещё двум с той же вакансией: цену и ответы станет с чем сравнить."
    if o.raw.spread is None:
        return "Позвоните остальным с той же вакансией: пока сравнивать не с чем."
    if not leaders:
        return "Перепроверьте оценки или ищите другие агентства."
    if _may_turn(o.raw):
        return "Сначала узнайте недостающее: порядок ещё может измениться."
    if o.raw.scores[0] < HALF:
        return "Даже у первого меньше половины возможного: посмотрите и другие агентства."
    if len(leaders) > 1:
        return "Решают рекомендации знакомых: позвоните ещё одному клиенту каждого."
    if o.weak_points[0]:
        points = ", ".join(inside(point) for point in o.weak_points[0])
        return f"До договора спросите {quoted(names[0])} о слабом: {points}."
    return "Отправьте ему техническое задание и попросите пересказать."


def _may_turn(outputs: Outputs) -> bool:
    # What is unknown may be all 0 for the first and all 5 for another.
    (first, well), *others = _found(outputs)
    return any(
        score * known + HUNDRED * (HUNDRED - known) >= first * well
        for score, known in others
        if min(known, well) < HUNDRED
    )


def _found(outputs: Outputs) -> list[tuple[Decimal, Decimal]]:
    pairs = zip(outputs.scores, outputs.coverage, strict=True)
    return [(score or Decimal(0), coverage or Decimal(0)) for score, coverage in pairs]


def quoted(name: str) -> str:
    """A name as it stands in a sentence."""
    return f"«{name}»"


def tables(_: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """The agencies with their scores and how much of them is known, best first."""
    yield Table(
        "Итог по агентствам",
        ["Агентство", "От возможного", "Известно по весу"],
        [list(row) for row in zip(o.raw.ranking, o.scores, o.coverage, strict=True)],
    )


def lists(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Listing]:
    """What is weak where it matters, and what is not known of those that lead."""
    weak = [
        Listing(f"{name}: слабо по важному", points, empty="")
        for name, points in zip(o.raw.ranking, o.weak_points, strict=True)
        if points
    ]
    none = f"Нет: ни одной оценки до {LOW} у критериев с весом от {IMPORTANT}."
    if max(weights(i.raw).values()) < IMPORTANT:
        none = f"Нет критериев с весом от {IMPORTANT}: поставьте его тому, что важно."
    yield from weak or [Listing("Слабо по важному", [], empty=none)]
    for known in ranked(i.raw)[: len(o.raw.leaders)]:
        unknown = [
            CRITERIA[key]
            for key, weight in weights(i.raw).items()
            if weight and key not in known.marks
        ]
        if unknown:
            yield Listing(f"{known.agency.name}: узнать", unknown, empty="")
