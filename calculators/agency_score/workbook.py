"""The comparison as a spreadsheet that goes on computing."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.agency_score.model import (
    BEST,
    CRITERIA,
    IMPORTANT,
    LOW,
    TIE,
    Inputs,
    Outputs,
    known,
    ranked,
    weights,
)
from calculators.kit.arithmetic import HUNDRED
from calculators.kit.declaration.declare import Output, Shown
from calculators.kit.declaration.units import MARKS, PERCENT
from calculators.kit.takeaway.formulas import Formulas, Lines

NO_SCORE, NO_COVERAGE = "нет итога", "—"
NONE_BEST, NEARLY = "лучшего нет", " — почти равны"
NOBODY = Decimal(-1)
"""What a missing score counts as in the order: less than any other."""


@dataclass(frozen=True, slots=True)
class Scored:
    """An agency as given: its weighted marks, their weight, the score by them, its place."""

    order: Annotated[Decimal, Output("№")]
    agency: Annotated[str, Output("Агентство")]
    had: Annotated[Decimal, Output("Баллы × вес", MARKS)]
    weight: Annotated[Decimal, Output("Вес известного", MARKS)]
    score: Annotated[Decimal | None, Output("От возможного", PERCENT, absent=NO_SCORE)]
    coverage: Annotated[Decimal | None, Output("Известно по весу", PERCENT, absent=NO_COVERAGE)]
    measure: Annotated[Decimal, Output("Для порядка", PERCENT)]
    place: Annotated[Decimal, Output("Место")]
    weak: Annotated[str, Output("Слабо по важному")]


@dataclass(frozen=True, slots=True)
class Placed:
    """The agency of a place, from the best; `leads` is 1 where it ties with the best."""

    at: Annotated[Decimal, Output("Место")]
    name: Annotated[str, Output("Агентство")]
    total: Annotated[Decimal | None, Output("От возможного", PERCENT, absent=NO_SCORE)]
    share: Annotated[Decimal | None, Output("Известно по весу", PERCENT, absent=NO_COVERAGE)]
    rank: Annotated[Decimal, Output("Для порядка", PERCENT)]
    leads: Annotated[Decimal, Output("Впереди")]
    said: Annotated[str, Output("По порядку")]


def _each(term: str) -> str:
    terms = (
        term.format(weight=f"{{weight_{key}}}", mark=f"{{agencies_{key}}}", name=name)
        for key, name in CRITERIA.items()
    )
    return "+".join(terms) if "&" not in term else "".join(terms).removeprefix("&")


TOTAL = "(" + "+".join(f"{{weight_{key}}}" for key in CRITERIA) + ")"
WEAK = (
    f'&IF(ISNUMBER({{mark}}),IF({{weight}}>={IMPORTANT},IF({{mark}}<={LOW},"; {{name}}",""),""),"")'
)
SCORED = {
    "order": "{number}",
    "agency": "{agencies_name}",
    "had": _each("IF(ISNUMBER({mark}),{mark}*{weight},0)"),
    "weight": _each("IF(ISNUMBER({mark}),{weight},0)"),
    "score": f'IF({{weight}}=0,"{NO_SCORE}",{{had}}/({BEST}*{{weight}}))',
    "coverage": f'IF({TOTAL}=0,"{NO_COVERAGE}",{{weight}}/{TOTAL})',
    # Binary fractions may tell equal scores apart.
    "measure": f"IF({{weight}}=0,{NOBODY / HUNDRED},ROUND({{score}},9))",
    "place": (
        "1+SUMPRODUCT(({measure:whole}>{measure})*1)"
        "+SUMPRODUCT(({measure:whole}={measure})*({order:whole}<{order}))"
    ),
    "weak": f"MID({_each(WEAK)},3,999)",
}
FOUND = "MATCH({at},{place},0)"
LEADERS = "SUM({leads:whole})"
PLACED = {
    "at": "{number}",
    "name": f"INDEX({{agency}},{FOUND})",
    "total": f"INDEX({{score}},{FOUND})",
    "share": f"INDEX({{coverage}},{FOUND})",
    "rank": f"INDEX({{measure}},{FOUND})",
    "leads": (
        f"IF(MAX({{rank:whole}})>0,IF(ROUND(MAX({{rank:whole}})-{{rank}},9)<{TIE / HUNDRED},1,0),0)"
    ),
    "said": (
        f'{{said:before}}&IF({{at}}<{LEADERS},", ",IF({{at}}={LEADERS}," и ",'
        f'IF(AND({{at}}={LEADERS}+1,{LEADERS}>1),"{NEARLY}; ","; ")))&{{name}}'
    ),
}


def formulas(i: Shown[Inputs], o: Shown[Outputs]) -> Formulas:
    """The comparison as a spreadsheet computes it: each agency, then all in order."""
    last = len(i.raw.agencies)
    said = f"INDEX({{said}},{last})"
    results = {
        "ranking": (
            f'IF(SUM({{leads}})=0,"{NONE_BEST}",{said}'
            f'&IF(AND(SUM({{leads}})={last},{last}>1),"{NEARLY}",""))'
        ),
        "spread": (
            'IF(COUNT({total})>1,(INDEX({rank},1)-INDEX({rank},2))*100,"сравнивать не с чем")'
        ),
    }
    if last == 1:
        results["spread"] = '"сравнивать не с чем"'
    return Formulas(
        results,
        [
            Lines("По агентствам", Scored, SCORED, list(_scored(i.raw)), widths=(5, 30)),
            Lines(
                "По порядку",
                Placed,
                PLACED,
                list(_placed(i.raw, o.raw)),
                first={"said": "{name}"},
                widths=(8, 30, 14, 14, 14, 10, 60),
            ),
        ],
    )


def _scored(i: Inputs) -> Iterator[Scored]:
    best, total = ranked(i), sum(weights(i).values())
    for number, one in enumerate(known(i), 1):
        had = sum((weight * mark for weight, mark in one.marks.values()), Decimal(0))
        yield Scored(
            order=Decimal(number),
            agency=one.agency.name,
            had=had,
            weight=one.weight,
            score=one.score,
            coverage=HUNDRED * one.weight / total if total else None,
            measure=NOBODY if one.score is None else one.score,
            place=Decimal(best.index(one) + 1),
            weak="; ".join(CRITERIA[key] for key in one.weak),
        )


def _placed(i: Inputs, o: Outputs) -> Iterator[Placed]:
    said = ""
    for number, one in enumerate(ranked(i), 1):
        leading = len(o.leaders)
        joint = f"{NEARLY}; " if number == leading + 1 and leading > 1 else "; "
        between = ", " if number < leading else " и " if number == leading else joint
        said = f"{said}{between}{one.agency.name}" if said else one.agency.name
        yield Placed(
            at=Decimal(number),
            name=one.agency.name,
            total=one.score,
            share=o.coverage[number - 1],
            rank=NOBODY if one.score is None else one.score,
            leads=Decimal(number <= leading),
            said=said,
        )
