"""What is asked, what is answered, and the formulas between."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit.arithmetic import HUNDRED, Range
from calculators.kit.declaration import answers
from calculators.kit.declaration.declare import Output, Problems
from calculators.kit.declaration.fields import Choice, Number, assumed, chosen
from calculators.kit.declaration.figures import figure, sheet
from calculators.kit.declaration.units import PEOPLE, PERCENT, YEARS
from calculators.kit.words import formats

WHOLE_PATH = figure("career.time.total")
MARKETING = figure("career.break.3.years")
TO_EXPERIENCED = figure("career.time.experienced")
TEAM = figure("career.time.team")
ZERO = Decimal(0)
NOW = Range(ZERO, ZERO)
STEPS = {
    "mop": "менеджер по продажам",
    "rop": "руководитель отдела продаж",
    "sales_director": "директор по продажам",
    "commercial_director": "коммерческий директор",
}
EXPERIENCED = {"experienced": "опытный коммерческий директор"}
ANSWERS = {answers.YES: "да", answers.PARTLY: "отчасти", answers.NO: "нет"}
TURNING_POINTS = {
    "mop": sheet("career.break.1.skills"),
    "rop": sheet("career.break.2.skills"),
    "sales_director": sheet("career.break.3.skills"),
}
FIELDS = {
    "mop": ("selling_through_others", "teaching", "coordinating", "controlling"),
    "rop": ("managing_managers", "management_tools", "schedule", "recognition", "metrics"),
    "sales_director": (
        "marketing_sense",
        "marketing_plan",
        "marketing_control",
        "marketing_contact",
        "marketing_hands",
    ),
}
ROWS = {
    name: row
    for step, names in FIELDS.items()
    for name, row in zip(names, TURNING_POINTS[step].rows, strict=True)
}
"""The name, the question and the first move of each skill, by its field."""
LARGE_TEAM = {"team": f"Команда от {formats.number(TEAM.value)}\u00a0человек"}


def skill(name: str) -> Choice:
    """The question about one skill, in which «yes» means that the reader has it."""
    step = next(step for step, names in FIELDS.items() if name in names)
    title, question, _ = ROWS[name]
    number = list(FIELDS).index(step) + 1
    return Choice(f"Перелом {number}. {title}", ANSWERS, chosen(answers.NO, ""), f"{question}?")


@dataclass(frozen=True, slots=True)
class Inputs:
    """The step, years in the profession and in the post, people led, an answer about each skill."""

    step: Annotated[
        str,
        Choice(
            "Ваша ступень",
            STEPS,
            chosen("rop", "середина пути"),
            "По тому, за что с вас спрашивают. От ступени зависит, на какие вопросы отвечать.",
        ),
    ]
    years: Annotated[
        Decimal,
        Number(
            "Стаж",
            YEARS,
            assumed(4, "обычный стаж для примера"),
            "Сколько лет вы в продажах и управлении ими. Можно дробью: 2,5.",
            ZERO,
            Decimal(60),
        ),
    ]
    years_in_post: Annotated[
        Decimal,
        Number(
            "Из них коммерческим директором",
            YEARS,
            assumed(0, "должность только что занята"),
            "Сколько лет из этого стажа вы в должности. Можно дробью: 2,5.",
            ZERO,
            Decimal(60),
        ),
    ]
    team: Annotated[
        Decimal,
        Number(
            "Людей под вашим началом",
            PEOPLE,
            assumed(8, "один отдел"),
            "Вместе с теми, кто подчиняется вашим подчинённым.",
            ZERO,
            Decimal(10) ** 6,
            whole=True,
        ),
    ]
    selling_through_others: Annotated[str, skill("selling_through_others")]
    teaching: Annotated[str, skill("teaching")]
    coordinating: Annotated[str, skill("coordinating")]
    controlling: Annotated[str, skill("controlling")]
    managing_managers: Annotated[str, skill("managing_managers")]
    management_tools: Annotated[str, skill("management_tools")]
    schedule: Annotated[str, skill("schedule")]
    recognition: Annotated[str, skill("recognition")]
    metrics: Annotated[str, skill("metrics")]
    marketing_sense: Annotated[str, skill("marketing_sense")]
    marketing_plan: Annotated[str, skill("marketing_plan")]
    marketing_control: Annotated[str, skill("marketing_control")]
    marketing_contact: Annotated[str, skill("marketing_contact")]
    marketing_hands: Annotated[str, skill("marketing_hands")]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Readiness in percent, keys of what is missing, ranges of years, people."""

    readiness: Annotated[Decimal, Output("Готовность к следующей ступени", PERCENT, headline=True)]
    next_step: Annotated[str, Output("Следующая ступень", words=STEPS | EXPERIENCED)]
    years_left: Annotated[Range, Output("До коммерческого директора", YEARS)]
    years_to_experienced: Annotated[Range, Output("До опытного коммерческого", YEARS)]
    missing: Annotated[
        tuple[str, ...],
        Output(
            "Чего не хватает",
            words={name: row[0] for name, row in ROWS.items()} | LARGE_TEAM,
            listed=False,
        ),
    ]


def skills(inputs: Inputs) -> dict[str, str]:
    """The answers about the skills of the next turning point, none after the last."""
    return {name: getattr(inputs, name) for name in FIELDS.get(inputs.step, ())}


def idle(inputs: Inputs) -> Iterator[str]:
    """The questions of the other turning points, and those that only the last step is asked."""
    for step, names in FIELDS.items():
        if step != inputs.step:
            yield from names
    if inputs.step in FIELDS:
        yield from ("years_in_post", "team")


def check(inputs: Inputs) -> Problems:
    """A director has been in the post no longer than in the profession."""
    if inputs.step not in FIELDS and inputs.years_in_post > inputs.years:
        yield "years_in_post", "Лет в должности не может быть больше, чем лет стажа."


def less(span: Range, served: Decimal, least: Range = NOW) -> Range:
    """What is left of a span of years after those served, either bound no less than `least`."""
    return Range(max(span.low - served, least.low), max(span.high - served, least.high))


def marketing_ahead(inputs: Inputs) -> Range:
    """The years that marketing alone takes from now: none for who has every skill in it."""
    known = inputs.step == "sales_director" and set(skills(inputs).values()) == {answers.YES}
    return NOW if known else MARKETING.range


def compute(inputs: Inputs) -> Outputs:
    """Score the next turning point, or the team where no turning point is left."""
    following = [*STEPS, *EXPERIENCED]
    asked = skills(inputs)
    if asked:
        readiness = answers.score(asked.values())
        missing = tuple(name for name, answer in asked.items() if answer != answers.YES)
        left = less(WHOLE_PATH.range, inputs.years, marketing_ahead(inputs))
        more = Range(left.low + TO_EXPERIENCED.low, left.high + TO_EXPERIENCED.high)
    else:
        readiness = min(inputs.team, TEAM.value) * HUNDRED / TEAM.value
        missing = tuple(LARGE_TEAM) if inputs.team < TEAM.value else ()
        left, more = NOW, less(TO_EXPERIENCED.range, inputs.years_in_post)
    return Outputs(
        readiness=readiness,
        next_step=following[following.index(inputs.step) + 1],
        years_left=left,
        years_to_experienced=more,
        missing=missing,
    )
