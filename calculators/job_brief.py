"""ТЗ на поиск: a brief for whoever looks for a candidate, out of eleven answers.

Source of the items: key `agency.brief`. What is left empty is left out of the text, and
named apart, so that an unfinished brief can be sent and finished later.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit.declaration.declare import (
    Calculator,
    Listing,
    Output,
    Reading,
    Shown,
    Step,
    Worked,
)
from calculators.kit.declaration.fields import Text, chosen
from calculators.kit.declaration.figures import sheet
from calculators.kit.declaration.units import ITEMS
from calculators.kit.words.formats import bare, quantity
from calculators.kit.words.working import operand

KEYS = (
    "channels",
    "reason",
    "advantages",
    "duties",
    "requirements",
    "reporting",
    "motivation",
    "start_date",
    "probation",
    "growth",
    "companies",
)
TITLES = dict(zip(KEYS, sheet("agency.brief").items, strict=True))
HEADING = "Техническое задание на поиск"


def item(key: str, help: str) -> Text:
    """A field for one item of the brief, titled as in the source."""
    return Text(TITLES[key], chosen("", ""), help, longest=5000, lines=3)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The items of the brief in the reader's words, empty where nothing is said yet."""

    channels: Annotated[
        str, item("channels", "Сайты вакансий, сообщества, прямой поиск, рекомендации.")
    ]
    reason: Annotated[
        str, item("reason", "Новое место или замена. Если замена — почему ушёл прежний.")
    ]
    advantages: Annotated[str, item("advantages", "Чем вы лучше тех, кто зовёт этого же человека.")]
    duties: Annotated[str, item("duties", "Что делает каждый день и что изменится через полгода.")]
    requirements: Annotated[
        str, item("requirements", "В трёх частях: обязательно, желательно, неважно.")
    ]
    reporting: Annotated[
        str, item("reporting", "Кому подчиняется, кто подчиняется ему, с кем на равных.")
    ]
    motivation: Annotated[
        str, item("motivation", "Оклад, премия и за что она, и чем хороша сама работа.")
    ]
    start_date: Annotated[
        str, item("start_date", "Желаемая дата, крайний срок и почему он крайний.")
    ]
    probation: Annotated[
        str, item("probation", "Задача на каждый месяц и признак, по которому она сделана.")
    ]
    growth: Annotated[str, item("growth", "Следующая должность, примерный срок и условие.")]
    companies: Annotated[
        str, item("companies", "Кого звать, кого нет: партнёры, клиенты, чужой подход к делу.")
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """How many of the items are filled, the brief itself as Markdown, and what is missing."""

    filled: Annotated[Decimal, Output(f"Заполнено из {len(KEYS)}", ITEMS, headline=True)]
    document: Annotated[str, Output(HEADING, listed=False)]
    missing: Annotated[tuple[str, ...], Output("Осталось дописать", words=TITLES, listed=False)]


def compute(inputs: Inputs) -> Outputs:
    """Put what is filled into one Markdown text, each item under its number in the source."""
    sections = [f"# {HEADING}"]
    missing = []
    for number, (key, title) in enumerate(TITLES.items(), 1):
        if words := getattr(inputs, key):
            sections.append(f"## {number}. {title}\n\n{words}")
        else:
            missing.append(key)
    filled = len(KEYS) - len(missing)
    return Outputs(
        filled=Decimal(filled),
        document="\n\n".join(sections) if filled else "",
        missing=tuple(missing),
    )


def explain(_: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """How many items are filled."""
    whole, left = (quantity(Decimal(len(of)), ITEMS) for of in (KEYS, o.raw.missing))
    yield Step("Все пункты без пустых", operand(whole) - left, o.filled)


def reading(_: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What can be done with the brief as it is, and what to write next."""
    caution = (
        "Пол, возраст и семейное положение не указывайте: деловых качеств они не описывают. "
        "Текст остаётся в вашем браузере."
    )
    if not o.raw.filled:
        return Reading(
            "Пока пусто: впишите ответы, и ТЗ сложится само.",
            "Начните с обязанностей и результата: от них зависит всё остальное.",
            caution,
        )
    if o.missing:
        return Reading(
            f"Заполнено {bare(o.raw.filled, ITEMS)} из {len(KEYS)}. Чего не напишете вы, агентство "
            "додумает само.",
            f"Допишите пункт «{o.missing[0]}».",
            caution,
        )
    return Reading(
        "ТЗ собрано целиком.",
        "Дайте прочесть тому, кто не знает вакансии, и попросите агентство пересказать его.",
        caution,
    )


def lists(_: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Listing]:
    """The items that nothing is said about yet."""
    yield Listing("Осталось дописать", o.missing, empty="Ничего: все пункты заполнены.")


def document(_: Shown[Inputs], o: Shown[Outputs]) -> str:
    """The brief."""
    return o.raw.document


calculator = Calculator(
    title="ТЗ на поиск",
    question="Что написать агентству, чтобы оно искало того, кто вам нужен?",
    chapter="hr-agency",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    lists=lists,
    document=document,
)
