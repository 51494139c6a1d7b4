"""Самодиагностика собственника: how many of nine mistakes are made, and which to mend first.

Source of the mistakes: key `owner`. The order in which to mend them is the editors'.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit import answers
from calculators.kit.declare import Calculator, Listing, Output, Reading, Shown, Step
from calculators.kit.units import PERCENT

MISTAKES = answers.Questions("owner", answers.MISTAKES, answers.PARTLY)

# Management comes first because the rest is kept up by it.
FIRST = ("management", "regular_management", "client_control", "daily_kpi")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Whether each mistake is made, in the order of the source."""

    management: Annotated[str, MISTAKES.ask(1)]
    tools: Annotated[str, MISTAKES.ask(2)]
    scripts: Annotated[str, MISTAKES.ask(3)]
    regular_management: Annotated[str, MISTAKES.ask(4)]
    client_control: Annotated[str, MISTAKES.ask(5)]
    daily_kpi: Annotated[str, MISTAKES.ask(6)]
    growth: Annotated[str, MISTAKES.ask(7)]
    processes: Annotated[str, MISTAKES.ask(8)]
    hiring: Annotated[str, MISTAKES.ask(9)]


NAMES = MISTAKES.names(Inputs)


@dataclass(frozen=True, slots=True)
class Outputs:
    """The risk, percent, and mistakes by key: those made, and where to begin."""

    risk: Annotated[Decimal, Output("Риск из-за ошибок", PERCENT, headline=True)]
    first_three: Annotated[tuple[str, ...], Output("С чего начать", words=NAMES)]
    present: Annotated[tuple[str, ...], Output("Что есть у вас", words=NAMES, listed=False)]


def compute(inputs: Inputs) -> Outputs:
    """The share of mistakes made, a partial one for a half."""
    given = answers.given(inputs)
    present = answers.present(given)
    return Outputs(
        risk=answers.score(given.values()),
        present=present,
        first_three=answers.earliest(present, FIRST),
    )


def explain(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Step]:
    """The points of the answers out of nine."""
    yield from answers.steps(answers.given(i.raw).values(), "Риск", o.risk)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """How many mistakes there are, and what to take up first."""
    caution = MISTAKES.unanswered(answers.given(i.raw).values()) + (
        "Это ваш взгляд на себя: попросите РОПа и одного продавца ответить на те же вопросы и "
        "сравните. Порядок «сначала управление» — допущение редакции."
    )
    if not o.raw.present:
        return Reading(
            "Ни одной из девяти ошибок вы у себя не видите.",
            "Каждый ответ подкрепите случаем за эту неделю: где вы увидели это своими глазами?",
            caution,
        )
    return Reading(
        meaning=(
            f"Ошибок, которые есть хотя бы отчасти: {len(o.raw.present)} из {len(NAMES)}. "
            "Каждая — направление, за которым нужно следить."
        ),
        action=(
            f"Не беритесь за всё сразу. Начните с первого: «{o.first_three[0]}». "
            "Когда войдёт в привычку, переходите к следующему."
        ),
        caution=caution,
    )


def lists(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Listing]:
    """What to do about the first three, and all that was found."""
    yield Listing(
        "Что делать",
        MISTAKES.advice(Inputs, o.raw.first_three),
        empty="Держать как есть и повторить проверку через квартал.",
    )
    found = [f"{NAMES[key]}: {getattr(i, key)}" for key in o.raw.present]
    yield Listing("Что есть у вас", found, empty="Ни одной ошибки из девяти.")


calculator = Calculator(
    title="Самодиагностика собственника",
    question="Какие из девяти ошибок есть в вашем отделе продаж и за какую взяться первой?",
    chapter="owner-mistakes",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    lists=lists,
)
