"""Десять ошибок найма: how many of them a search makes, and whether it has lasted too long.

Sources: keys `hiring.mistakes` and `hiring.long`. The order in which to mend them is the
editors': first what brings candidates at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit import answers, formats
from calculators.kit.declare import Calculator, Listing, Output, Reading, Shown, Step
from calculators.kit.fields import Number, assumed
from calculators.kit.figures import figure
from calculators.kit.units import PERCENT, WEEKS

MISTAKES = answers.Questions("hiring.mistakes", answers.MISTAKES, answers.PARTLY)

# While nobody answers the vacancy, there is nobody for the rest to put off.
FIRST = ("single_source", "passive", "low_salary", "vacancy_text")

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


@dataclass(frozen=True, slots=True)
class Outputs:
    """The risk, percent; mistakes by key: those made, and where to begin."""

    risk: Annotated[Decimal, Output("Риск из-за ошибок", PERCENT, headline=True)]
    too_long: Annotated[
        bool,
        Output(f"Дольше чем {LONG.shown}", words={True: "да, найм затянулся", False: "пока нет"}),
    ]
    first_three: Annotated[tuple[str, ...], Output("С чего начать", words=NAMES)]
    present: Annotated[tuple[str, ...], Output("Что есть у вас", words=NAMES, listed=False)]


def compute(inputs: Inputs) -> Outputs:
    """The share of mistakes made, a partial one for a half; the term is judged by itself."""
    given = answers.given(inputs)
    present = answers.present(given)
    return Outputs(
        risk=answers.score(given.values()),
        too_long=inputs.weeks_open > LONG_WEEKS,
        present=present,
        first_three=answers.earliest(present, FIRST),
    )


def explain(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Step]:
    """The points of the answers out of ten, and the longest term in weeks."""
    yield from answers.steps(answers.given(i.raw).values(), "Риск", o.risk)
    yield Step(
        "Порог долгого найма",
        f"{LONG.shown} × {WEEKS_IN_A_YEAR} ÷ {MONTHS_IN_A_YEAR}",
        formats.quantity(LONG_WEEKS, WEEKS),
    )


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What puts candidates off, where to begin, and what the term says by itself."""
    caution = MISTAKES.unanswered(answers.given(i.raw).values()) + (
        "Ответы — ваш взгляд. Спросите двух последних кандидатов, которые отказались. Порядок, "
        "в котором чинить, — допущение редакции: сначала то, что приводит людей."
    )
    return Reading(_meaning(i, o), _action(o), caution)


def _meaning(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    if o.raw.present:
        meaning = f"Ошибок, которые есть хотя бы отчасти: {len(o.raw.present)} из {len(NAMES)}."
    else:
        meaning = "Ни одной из десяти ошибок вы у себя не видите."
    if not o.raw.too_long:
        return meaning
    meaning += f" Вакансия открыта {i.weeks_open}: это больше чем {LONG.shown}, найм затянулся."
    if "long_search" not in o.raw.present:
        meaning += " На вопрос о долгом найме вы ответили иначе: срок с этим спорит."
    return meaning


def _action(o: Shown[Outputs]) -> str:
    if o.raw.first_three:
        start = f"Начните с первого: «{o.first_three[0]}»."
    else:
        start = "Посчитайте людей на каждом этапе: где они пропадают, там и причина."
    if o.raw.too_long:
        start += " И назначьте день, после которого вы меняете условия, канал или исполнителя."
    return start


def lists(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Listing]:
    """What to do about the first three, and all that was found."""
    yield Listing(
        "Что делать",
        MISTAKES.advice(Inputs, o.raw.first_three),
        empty="Держать как есть и повторить проверку через две недели.",
    )
    found = [f"{NAMES[key]}: {getattr(i, key)}" for key in o.raw.present]
    yield Listing("Что есть у вас", found, empty="Ни одной ошибки из десяти.")


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
