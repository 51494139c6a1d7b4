"""Десять ошибок найма: how many of them a search makes, and whether it has lasted too long.

Sources: keys `hiring.mistakes` and `hiring.long`. The order in which to mend them is the
editors': first what brings candidates at all.
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
from calculators.kit.declaration.fields import Number, assumed
from calculators.kit.declaration.figures import figure
from calculators.kit.declaration.units import WEEKS
from calculators.kit.words import formats
from calculators.kit.words.working import operand

MISTAKES = answers.Questions("hiring.mistakes", answers.MISTAKES, answers.UNANSWERED)

# While nobody answers the vacancy, there is nobody for the rest to put off.
FIRST = ("single_source", "passive", "low_salary", "vacancy_text")
LASTING = "long_search"

WEEKS_IN_A_YEAR, MONTHS_IN_A_YEAR = 52, 12
LONG = figure("hiring.long")
LONG_WEEKS = LONG.value * WEEKS_IN_A_YEAR / MONTHS_IN_A_YEAR


@dataclass(frozen=True, slots=True)
class Inputs:
    """Whether each mistake is made, in the order of the source; weeks since the opening."""

    passive: Annotated[str, MISTAKES.ask(1)]
    long_search: Annotated[str, MISTAKES.ask(2)]
    low_salary: Annotated[str, MISTAKES.ask(3)]
    vacancy_text: Annotated[str, MISTAKES.ask(4)]
    broken_promises: Annotated[str, MISTAKES.ask(5)]
    leader: Annotated[str, MISTAKES.ask(6)]
    no_training: Annotated[str, MISTAKES.ask(7)]
    single_source: Annotated[str, MISTAKES.ask(8)]
    no_references: Annotated[str, MISTAKES.ask(9)]
    own_way: Annotated[str, MISTAKES.ask(10)]
    weeks_open: Annotated[
        Decimal,
        Number(
            "Сколько недель открыта вакансия",
            WEEKS,
            assumed(4, "месяц поиска"),
            "Со дня, когда начали искать. "
            f"{LONG.shown} — это {formats.quantity(LONG_WEEKS, WEEKS)}.",
            Decimal(0),
            Decimal(520),
        ),
    ]


NAMES = MISTAKES.names(Inputs)
OF_ALL = answers.out_of(len(NAMES))


@dataclass(frozen=True, slots=True)
class Outputs:
    """Mistakes by key, those to begin with and those answered to be made; points out of ten.

    A search that has lasted too long is to begin with, whatever is answered. Else nothing is
    found, and `first_three` and `made` are None, until somebody answers.
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
    made: Annotated[Decimal | None, Output("Ошибок по ответам", OF_ALL, absent="ответов пока нет")]
    too_long: Annotated[
        bool,
        Output(f"Дольше чем {LONG.shown}", words={True: "да, найм затянулся", False: "пока нет"}),
    ]
    present: Annotated[tuple[str, ...], Output("Что есть у вас", words=NAMES, listed=False)]


def compute(inputs: Inputs) -> Outputs:
    """Count the mistakes made, a partial one for a half; the term is judged by itself."""
    present, replies = answers.present(answers.given(inputs)), answers.replied(inputs)
    too_long = inputs.weeks_open > LONG_WEEKS
    found, order = (present, FIRST) if not too_long else ({*present, LASTING}, (LASTING, *FIRST))
    begin = [name for name in NAMES if name in found]
    return Outputs(
        first_three=answers.earliest(begin, order) if replies or too_long else None,
        made=answers.points(replies) if replies else None,
        too_long=too_long,
        present=present,
    )


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """The points of the answers, once there are any, and the longest term in weeks."""
    if replies := answers.replied(i.raw):
        yield answers.tally(
            replies, "Ошибок: «у нас так» — за одну, «отчасти» — за половину", o.made
        )
    yield Step(
        "Порог долгого найма",
        operand(LONG.shown) * WEEKS_IN_A_YEAR / MONTHS_IN_A_YEAR,
        formats.quantity(LONG_WEEKS, WEEKS),
    )


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What puts candidates off, where to begin, and what the term says by itself."""
    order = "затянувшийся срок, потом " if o.raw.too_long else ""
    caution = (
        "Ответы — ваш взгляд. Спросите двух последних кандидатов, которые отказались. Порядок, "
        f"в котором чинить, — допущение редакции: сначала {order}то, что приводит людей."
    )
    replies = len(answers.replied(i.raw))
    action = _action(o, replies)
    if o.raw.present and not (o.raw.too_long or answers.settled(answers.given(i.raw), FIRST)):
        action += f" {answers.ANSWER_ALL}"
    return Reading(_meaning(i, o, replies), action, caution)


def _meaning(i: Shown[Inputs], o: Shown[Outputs], replies: int) -> str:
    said = []
    if o.raw.too_long:
        said.append(f"Поиску уже {i.weeks_open}: это больше чем {LONG.shown}, найм затянулся.")
    if i.raw.long_search == answers.NO and o.raw.too_long:
        said.append("На вопрос о долгом найме вы ответили иначе: срок с этим спорит.")
    if LASTING in o.raw.present and not o.raw.too_long:
        said.append(
            f"Вы отметили долгий найм, а {i.weeks_open} — не больше чем {LONG.shown}: проверьте "
            "ответ и срок."
        )
    if o.raw.present:
        said.append(f"Ошибок по вашим ответам — {o.made}{answers.half(answers.given(i.raw))}.")
    elif replies == len(NAMES):
        said.append("Ни одной из десяти ошибок вы в ответах не отметили.")
    elif replies:
        said.append("В ваших ответах ошибок пока нет.")
    else:
        said.append("Ответов пока нет, поэтому о десяти ошибках сказать нечего.")
    if 0 < replies < len(NAMES):
        said.append(f"Ответов {replies} из {len(NAMES)}, поэтому счёт неполный.")
    return " ".join(said)


def _action(o: Shown[Outputs], replies: int) -> str:
    first, *others = o.raw.first_three or [""]
    if o.raw.too_long:
        start = "Назначьте день, после которого вы меняете условия, канал или исполнителя."
        return f"{start} Затем — «{NAMES[others[0]]}»." if others else start
    if others:
        return f"Не беритесь за всё сразу. Начните с первого: «{NAMES[first]}»."
    if first:
        return f"Возьмитесь за эту ошибку: «{NAMES[first]}»."
    if replies == len(NAMES):
        return "Посчитайте людей на каждом этапе: если они где-то пропадают, причина там."
    return "Ответьте на остальные вопросы." if replies else "Отметьте, что у вас так, а что нет."


def lists(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Listing]:
    """What to do about the first three, and all that was found."""
    nothing = (
        "Держать как есть и повторить проверку через две недели.",
        "Ни одной ошибки из десяти.",
    )
    if len(answers.replied(i.raw)) < len(NAMES):
        nothing = ("Сначала ответьте на все вопросы.", "Пока ничего не отмечено.")
    to_do, none = nothing
    yield Listing("Что делать", MISTAKES.advice(Inputs, o.raw.first_three or ()), empty=to_do)
    found = [f"{NAMES[key]}: {getattr(i, key)}" for key in o.raw.present]
    if o.raw.too_long:
        found = [f"Поиску уже {i.weeks_open}", *found]
    yield Listing("Что есть у вас", found, empty=none)


calculator = Calculator(
    title="Десять ошибок найма",
    question="Какие ошибки мешают закрыть вакансию и какую исправить первой?",
    chapter="hiring",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    lists=lists,
)
