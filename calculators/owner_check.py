"""Самодиагностика собственника: how many of nine mistakes are made, and which to mend first.

Source of the mistakes: key `owner`. The order in which to mend them is the editors'.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit.declaration import answers
from calculators.kit.declaration.declare import (
    Calculator,
    Listing,
    Output,
    Reading,
    Shown,
    Step,
    Worked,
)

MISTAKES = answers.Questions("owner", answers.MISTAKES, answers.UNANSWERED)

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
OF_ALL = answers.out_of(len(NAMES))


@dataclass(frozen=True, slots=True)
class Outputs:
    """Mistakes by key, those to begin with and those made; points out of nine.

    Nothing is found, and the first two are None, until somebody answers.
    """

    first_three: Annotated[
        tuple[str, ...] | None,
        Output(
            "С чего начать",
            headline=True,
            words=NAMES | {(): "Ни одна ошибка не отмечена"},
            absent="Сначала ответьте на вопросы",
        ),
    ]
    made: Annotated[Decimal | None, Output("Ошибок", OF_ALL, absent="ответов пока нет")]
    present: Annotated[tuple[str, ...], Output("Что есть у вас", words=NAMES, listed=False)]


def compute(inputs: Inputs) -> Outputs:
    """Count the mistakes made, a partial one for a half, and put management first."""
    present, replies = answers.present(answers.given(inputs)), answers.replied(inputs)
    return Outputs(
        first_three=answers.earliest(present, FIRST) if replies else None,
        made=answers.points(replies) if replies else None,
        present=present,
    )


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """The points of the answers, once there are any."""
    if replies := answers.replied(i.raw):
        yield answers.tally(
            replies, "Ошибок: «у нас так» — за одну, «отчасти» — за половину", o.made
        )


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """How many mistakes there are, and what to take up first."""
    caution = (
        "Это ваш взгляд на себя: попросите РОПа и одного продавца ответить на те же вопросы и "
        "сравните. Порядок «сначала управление» — допущение редакции."
    )
    given, replies = answers.given(i.raw), len(answers.replied(i.raw))
    if not replies:
        return Reading(
            "Ответов пока нет, поэтому и сказать нечего.",
            "Под каждым из девяти направлений — мысль собственника: отметьте, ваша ли она.",
            caution,
        )
    action = _action(o, replies)
    if o.raw.present and not answers.settled(given, FIRST):
        action += f" {answers.ANSWER_ALL}"
    return Reading(_meaning(o, given, replies), action, caution)


def _meaning(o: Shown[Outputs], given: dict[str, str], replies: int) -> str:
    if o.raw.present:
        each = "каждой" if len(o.raw.present) > 1 else "этой ошибкой"
        meaning = f"Ошибок — {o.made}{answers.half(given)}. "
        meaning += f"За {each} — направление, за которым нужно следить."
    elif replies == len(NAMES):
        return "Ни одной из девяти ошибок вы у себя не видите."
    else:
        meaning = "В ваших ответах ошибок пока нет."
    if replies < len(NAMES):
        meaning += f" Ответов {replies} из {len(NAMES)}, поэтому счёт неполный."
    return meaning


def _action(o: Shown[Outputs], replies: int) -> str:
    if len(o.raw.present) > 1:
        return (
            f"Не беритесь за всё сразу. Начните с первого: «{o.first_three[0]}». "
            "Когда войдёт в привычку, переходите к следующему."
        )
    if o.raw.present:
        return f"Возьмитесь за это направление: «{o.first_three[0]}»."
    if replies < len(NAMES):
        return "Ответьте на остальные вопросы."
    return "Каждый ответ подкрепите случаем за эту неделю: где вы увидели это своими глазами?"


def lists(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Listing]:
    """What to do about the first three, and all that was found."""
    nothing = ("Держать как есть и повторить проверку через квартал.", "Ни одной ошибки из девяти.")
    if len(answers.replied(i.raw)) < len(NAMES):
        nothing = ("Сначала ответьте на все вопросы.", "Пока ничего не отмечено.")
    to_do, found = nothing
    yield Listing("Что делать", MISTAKES.advice(Inputs, o.raw.first_three or ()), empty=to_do)
    present = [f"{NAMES[key]}: {getattr(i, key)}" for key in o.raw.present]
    yield Listing("Что есть у вас", present, empty=found)


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
