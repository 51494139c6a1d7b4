"""Путь до коммерческого директора: what the next step asks for, and how many years are left.

Source of the steps and years: keys `career.*`. The skills are those of the turning points;
that years served count off the whole path, and that marketing takes a sales director no less
than the source's years, are the editors' assumptions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit import answers, charts, formats
from calculators.kit.arithmetic import HUNDRED, Range
from calculators.kit.declare import Calculator, Chart, Listing, Output, Reading, Shown, Step
from calculators.kit.fields import Choice, Number, assumed, chosen
from calculators.kit.figures import figure, sheet
from calculators.kit.units import PEOPLE, PERCENT, YEARS

WHOLE_PATH = figure("career.time.total")
SHORTEST = figure("career.time.minimum")
MARKETING = figure("career.break.3.years")
TO_EXPERIENCED = figure("career.time.experienced")
TEAM = figure("career.time.team")
ZERO = Decimal(0)

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
    """The step, years in the profession, people led, and an answer about each skill."""

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
    """The questions of the other turning points; and the team, which only the last step needs."""
    for step, names in FIELDS.items():
        if step != inputs.step:
            yield from names
    if inputs.step in FIELDS:
        yield "team"


def years_left(step: str, years: Decimal) -> Range:
    """Years to a commercial director: those of the whole path without those served."""
    if step == "commercial_director":
        return Range(ZERO, ZERO)
    least = MARKETING.range if step == "sales_director" else Range(ZERO, ZERO)
    return Range(max(WHOLE_PATH.low - years, least.low), max(WHOLE_PATH.high - years, least.high))


def compute(inputs: Inputs) -> Outputs:
    """Score the next turning point, or the team where no turning point is left."""
    following = [*STEPS, *EXPERIENCED]
    left, asked = years_left(inputs.step, inputs.years), skills(inputs)
    if asked:
        readiness = answers.score(asked.values())
        missing = tuple(name for name, answer in asked.items() if answer != answers.YES)
    else:
        readiness = min(inputs.team, TEAM.value) * HUNDRED / TEAM.value
        missing = tuple(LARGE_TEAM) if inputs.team < TEAM.value else ()
    return Outputs(
        readiness=readiness,
        next_step=following[following.index(inputs.step) + 1],
        years_left=left,
        years_to_experienced=Range(left.low + TO_EXPERIENCED.low, left.high + TO_EXPERIENCED.high),
        missing=missing,
    )


def explain(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Step]:
    """The readiness, then both ranges of years."""
    asked = skills(i.raw)
    if asked:
        yield from answers.steps(asked.values(), "Готовность", o.readiness)
        served = f"{WHOLE_PATH.shown} − {i.years}"
        if i.raw.step == "sales_director":
            served += f", но не меньше срока на маркетинг ({MARKETING.shown})"
        elif i.raw.years > WHOLE_PATH.low:
            served += ", но не меньше нуля"
        yield Step("До коммерческого директора", served, o.years_left)
    else:
        most = "" if i.raw.team <= TEAM.value else " (больше не нужно)"
        yield Step("Готовность", f"{i.team}{most} ÷ {TEAM.shown}", o.readiness)
    experienced = f"{o.years_left} + {TO_EXPERIENCED.shown}"
    yield Step("До опытного коммерческого", experienced, o.years_to_experienced)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What holds the reader back, where to begin, and whose estimate this is."""
    caution = (
        "Сроки — оценка одного практика без даты, ответы — ваша самооценка. Попросите "
        "руководителя ответить за вас и сравните. Повышения готовность не обещает."
    )
    asked = skills(i.raw)
    if not asked:
        return _at_the_top(i, o, caution)
    if set(asked.values()) == {answers.NO}:
        caution = f"Пока все ответы — «нет»: ответьте на вопросы своего перелома. {caution}"
    if o.raw.years_left.high == 0:
        years = "По годам весь путь уже пройден: дело за умениями."
    else:
        years = f"До коммерческого директора — {o.years_left}."
    if not o.raw.missing:
        return Reading(
            f"Умения для ступени «{o.next_step}» у вас есть. {years}",
            "Попросите на квартал участок следующей ступени и договоритесь, по какому числу "
            "решите, что получилось.",
            caution,
        )
    # What is not there at all comes before what is there in part.
    first = min(o.raw.missing, key=lambda name: asked[name] != answers.NO)
    title, _, move = ROWS[first]
    return Reading(
        f"Для ступени «{o.next_step}» закрыты не все умения: осталось {len(o.raw.missing)} "
        f"из {len(asked)}. {years}",
        f"Начните с одного — «{title}». {move}.",
        caution,
    )


def _at_the_top(i: Shown[Inputs], o: Shown[Outputs], caution: str) -> Reading:
    if o.raw.missing:
        return Reading(
            f"Вы уже коммерческий директор. До опытного — {o.years_to_experienced} и команды "
            f"от {formats.number(TEAM.value)}\u00a0человек, сейчас у вас {i.team}.",
            "Берите работу, в которой людей больше: второй канал продаж, новый регион, "
            "ещё одно направление.",
            caution,
        )
    return Reading(
        f"Вы уже коммерческий директор, и размер команды подходит: {i.team}.",
        f"Остаётся опыт. Практик отводит на него {o.years_to_experienced}: считайте их "
        "от дня, когда вы заняли эту должность.",
        caution,
    )


def lists(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Listing]:
    """What is missing, each with a first move."""
    asked = skills(i.raw)
    items = []
    for name, words in zip(o.raw.missing, o.missing, strict=True):
        partly = ", есть отчасти" if asked.get(name) == answers.PARTLY else ""
        items.append(f"{words}{partly}. {ROWS[name][2]}." if name in ROWS else f"{words}.")
    yield Listing("Чего не хватает и с чего начать", items, empty="По этим ответам — ничего.")


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """The path as a timeline with the reader on it."""
    rows = [
        ("весь путь:", WHOLE_PATH.shown, WHOLE_PATH.range, charts.MUTED),
        ("коммерческий: ещё", o.years_left, _from_now(i, o.raw.years_left), charts.PRIMARY),
        (
            "опытный: ещё",
            o.years_to_experienced,
            _from_now(i, o.raw.years_to_experienced),
            charts.SECONDARY,
        ),
    ]
    if i.raw.step == "commercial_director":
        del rows[1]
    drawn = [charts.Stretch(f"{name} {years}", at, colour) for name, years, at, colour in rows]
    ticks = charts.ticks(max(stretch.range.high for stretch in drawn), most=4)
    return Chart(
        charts.stretches(f"Вы здесь: {i.years}", drawn, i.raw.years, ticks, YEARS),
        finding=(
            f"Шкала лет: ваш стаж {i.years} отмечен чертой. Весь путь — {WHOLE_PATH.shown}, "
            f"самый короткий — {SHORTEST.shown}. До опытного коммерческого директора — "
            f"{o.years_to_experienced}."
        ),
    )


def _from_now(i: Shown[Inputs], left: Range) -> Range:
    return Range(i.raw.years + left.low, i.raw.years + left.high)


calculator = Calculator(
    title="Путь до коммерческого директора",
    question="Чего не хватает для следующей ступени и сколько лет осталось?",
    chapter="career-path",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    lists=lists,
    idle=idle,
)
