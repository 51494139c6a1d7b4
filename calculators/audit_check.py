"""Семь проверок до скриптов: which of them to mend before anybody rewrites a script.

Source of the checks and of their order: key `audit.checks`. Only «yes» passes a check: what is
partly so is not passed by half, and what is not known is not passed at all.
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
from calculators.kit.declaration.units import CHECKS as CHECK
from calculators.kit.declaration.units import PERCENT
from calculators.kit.words.leaders import quoted

CHECKS = answers.Questions(
    "audit.checks",
    {answers.YES: "да", answers.PARTLY: "отчасти", answers.NO: "нет", answers.UNKNOWN: "не знаю"},
    answers.UNKNOWN,
)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Whether each check is passed, in the order of the source."""

    lead_quality: Annotated[str, CHECKS.ask(1)]
    qualification: Annotated[str, CHECKS.ask(2)]
    all_leads_worked: Annotated[str, CHECKS.ask(3)]
    channels: Annotated[str, CHECKS.ask(4)]
    first_line: Annotated[str, CHECKS.ask(5)]
    rules: Annotated[str, CHECKS.ask(6)]
    motivation: Annotated[str, CHECKS.ask(7)]


NAMES = CHECKS.names(Inputs)


@dataclass(frozen=True, slots=True)
class Outputs:
    """Checks by key, how many are passed, and the points of all answers, percent."""

    first_to_fix: Annotated[
        str | None,
        Output("С чего начать", headline=True, words=NAMES, absent="Со скриптов: всё пройдено"),
    ]
    ready_for_scripts: Annotated[
        bool, Output("Браться за скрипты", words={True: "пора", False: "рано"})
    ]
    passed: Annotated[Decimal, Output("Пройдено с ответом «да»", CHECK)]
    score: Annotated[Decimal, Output("Набрано баллов, «отчасти» за половину", PERCENT)]
    to_fix: Annotated[tuple[str, ...], Output("Что чинить", words=NAMES, listed=False)]
    unknown: Annotated[tuple[str, ...], Output("Что выяснить", words=NAMES, listed=False)]


def compute(inputs: Inputs) -> Outputs:
    """The first check in order that is not passed; not to know is not to pass."""
    given = answers.given(inputs)
    failed = [name for name, answer in given.items() if answer != answers.YES]
    unknown = tuple(name for name in failed if given[name] == answers.UNKNOWN)
    return Outputs(
        first_to_fix=failed[0] if failed else None,
        ready_for_scripts=not failed,
        passed=Decimal(len(given) - len(failed)),
        score=answers.score(given.values()),
        to_fix=tuple(name for name in failed if name not in unknown),
        unknown=unknown,
    )


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """The points of the answers out of seven."""
    yield from answers.steps(answers.given(i.raw).values(), "Набрано", o.score)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Whether it is time for scripts and, if not, what comes before them."""
    caution = (
        "Ответ стоит столько, сколько доказательство за ним: отвечайте «да», только когда "
        "увидели его сами. Порядок проверок — опыт одного практика."
    )
    given = answers.given(i.raw)
    if o.raw.ready_for_scripts:
        return Reading(
            "Все семь проверок пройдены. Если конверсия всё ещё низкая, дело может быть в словах.",
            "Открывайте скрипты и речевые модули: слушайте записи и правьте по одному месту.",
            caution,
        )
    if unanswered := CHECKS.unanswered(given.values()):
        return Reading(
            f"{unanswered}О скриптах судить ещё не по чему.",
            f"Начните с первой, {quoted([o.first_to_fix])}: соберите доказательство и ответьте.",
            caution,
        )
    meaning = f"Пройдено {o.raw.passed} из {len(given)}, скрипты трогать рано. "
    onward = "идите к следующему" if o.raw.passed < len(given) - 1 else "беритесь за скрипты"
    match given[o.raw.first_to_fix or ""]:
        case answers.UNKNOWN:
            meaning += f"Первое, чего вы пока не знаете, — «{o.first_to_fix}»."
            action = "Соберите доказательство по этой проверке, назначив, кто и к какому дню."
        case answers.PARTLY:
            meaning += f"Сначала — «{o.first_to_fix}»: «отчасти» — ещё не «да»."
            action = f"Доведите это место до «да», снова замерьте конверсию и {onward}."
        case _:
            meaning += f"Сначала — «{o.first_to_fix}»."
            action = f"Почините это место, снова замерьте конверсию и {onward}."
    if answers.PARTLY in given.values() and given[o.raw.first_to_fix or ""] != answers.PARTLY:
        meaning += " «Отчасти» приносит полбалла, но проверку не закрывает."
    return Reading(meaning, action, caution)


def lists(_: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Listing]:
    """What to mend in order and, apart from it, what to find out and by what proof."""
    yield Listing("Что чинить, по порядку", o.to_fix, empty="Пока ничего.")
    yield Listing(
        "Что выяснить и где посмотреть",
        CHECKS.advice(Inputs, o.raw.unknown),
        empty="Ничего: на каждый вопрос есть ответ.",
    )


calculator = Calculator(
    title="Семь проверок до скриптов",
    question="Пора ли переписывать скрипты или сначала починить что-то другое?",
    chapter="sales-audit",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    lists=lists,
)
