"""Зарплатные вилки: where an offer stands in the band of the fitting level.

Source of the bands: key `marketer.salary`. The source gives no experience for a marketing
director; from seven years up is the editors' assumption, and so is comparing the bands, of which
the source says neither, with an offer before tax.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from calculators.kit import charts
from calculators.kit.arithmetic import HUNDRED, Range, share
from calculators.kit.declaration.declare import (
    Calculator,
    Chart,
    Output,
    Reading,
    Shown,
    Step,
    Table,
    Worked,
)
from calculators.kit.declaration.fields import Choice, Number, assumed, chosen, money
from calculators.kit.declaration.figures import figure
from calculators.kit.declaration.law import MINIMUM_WAGE
from calculators.kit.declaration.units import PERCENT, RUBLES, YEARS
from calculators.kit.words import formats
from calculators.kit.words.working import operand

LEVELS = {
    "novice": "новичок",
    "middle": "средний уровень",
    "senior": "высокий уровень",
    "head": "РОМ",
    "director": "директор по маркетингу",
}
BY_EXPERIENCE = "by_experience"
INTERESTING = ("middle", "senior")
BANDS = {level: figure(f"marketer.salary.{level}") for level in LEVELS}
EXPERIENCE = {
    level: figure(f"marketer.salary.{level}.experience")
    for level in ("novice", "middle", "senior", "head")
}
DIRECTOR_FROM = Decimal(7)
KOPECK = Decimal("0.01")
VERDICTS = {"below": "ниже вилки", "within": "в вилке", "above": "выше вилки"}


@dataclass(frozen=True, slots=True)
class Inputs:
    """Years of experience, ₽ per month offered before tax, percent to adjust by, a level."""

    experience: Annotated[
        Decimal,
        Number(
            "Опыт",
            YEARS,
            assumed(2, "внутри среднего уровня"),
            "Сколько лет в интернет-маркетинге. Можно дробью: 2,5.",
            Decimal(0),
            Decimal(60),
        ),
    ]
    offer: Annotated[
        Decimal,
        money(
            "Предложение в месяц",
            assumed(120_000, "круглое число для примера"),
            "Сколько предлагаете вы или просит кандидат. До вычета налога, как пишут в договоре.",
        ),
    ]
    adjustment: Annotated[
        Decimal,
        Number(
            "Поправка вилок",
            PERCENT,
            assumed(0, "без поправки"),
            "На регион и на рост цен: дата вилок в источнике неизвестна.",
            Decimal(-50),
            Decimal(200),
            below_one=True,
        ),
    ]
    level: Annotated[
        str,
        Choice(
            "Уровень",
            {BY_EXPERIENCE: "по опыту"} | LEVELS,
            chosen(BY_EXPERIENCE, ""),
            "Можно выбрать самим: специалист с большим стажем не обязан быть директором.",
        ),
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Keys of the fitting levels; bands in ₽ per month; place in the band in percent."""

    verdict: Annotated[str, Output("Предложение", headline=True, words=VERDICTS)]
    recommended: Annotated[str, Output("Сравниваем с уровнем", words=LEVELS)]
    position: Annotated[Decimal, Output("Место в вилке", PERCENT)]
    gap: Annotated[Decimal, Output("За краем вилки", RUBLES)]
    levels: Annotated[tuple[str, ...], Output("Уровень по опыту", words=LEVELS)]
    low: Annotated[tuple[Decimal, ...], Output("От", RUBLES, listed=False)]
    high: Annotated[tuple[Decimal, ...], Output("До", RUBLES, listed=False)]
    middle: Annotated[tuple[Decimal, ...], Output("Середина", RUBLES, listed=False)]


def fitting(experience: Decimal) -> tuple[str, ...]:
    """The levels whose experience holds the number, both bounds included."""
    found = [level for level, years in EXPERIENCE.items() if years.low <= experience <= years.high]
    return (*found, "director") if experience >= DIRECTOR_FROM else tuple(found)


def recommend(levels: tuple[str, ...]) -> str:
    """The interesting level with the highest band, else the highest level."""
    interesting = [level for level in levels if level in INTERESTING]
    return (interesting or list(levels))[-1]


def compute(inputs: Inputs) -> Outputs:
    """Adjust the bands, pick the level unless it is chosen, place the offer in its band."""
    factor = 1 + share(inputs.adjustment)
    low = {level: band.low * factor for level, band in BANDS.items()}
    high = {level: band.high * factor for level, band in BANDS.items()}
    levels = fitting(inputs.experience)
    level = recommend(levels) if inputs.level == BY_EXPERIENCE else inputs.level
    start, end = low[level], high[level]
    verdict = "below" if inputs.offer < start else "above" if inputs.offer > end else "within"
    return Outputs(
        verdict=verdict,
        recommended=level,
        position=(inputs.offer - start) * HUNDRED / (end - start),
        gap=max(start - inputs.offer, inputs.offer - end, Decimal(0)),
        levels=levels,
        low=tuple(low.values()),
        high=tuple(high.values()),
        middle=tuple((low[key] + high[key]) / 2 for key in LEVELS),
    )


def _band(o: Shown[Outputs]) -> tuple[Any, Any]:
    index = list(LEVELS).index(o.raw.recommended)
    return o.low[index], o.high[index]


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """The band of the recommended level and the offer's place in it."""
    low, high = _band(o)
    band = BANDS[o.raw.recommended]
    if i.raw.adjustment:
        factor = operand(formats.whole(HUNDRED, PERCENT)) + i.adjustment
        start, end = (operand(formats.whole(edge, RUBLES)) for edge in (band.low, band.high))
        yield Step("Нижний край с поправкой", start * factor, low)
        yield Step("Верхний край с поправкой", end * factor, high)
    yield Step("Место в вилке", (i.offer - low) / (high - low), o.position)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Whether the offer will be heard, what to change, how old the bands are."""
    low, high = _band(o)
    if i.raw.level == BY_EXPERIENCE:
        meaning = f"Для такого опыта подходит {o.recommended}"
    else:
        meaning = f"Уровень вы выбрали сами: {o.recommended}"
    meaning += f", вилка от {low} до {high}. Предложение {o.verdict}."
    if i.raw.offer < MINIMUM_WAGE.value:
        meaning += f" Оно меньше МРОТ за полный месяц: {MINIMUM_WAGE.dated}."
    if o.raw.recommended not in o.raw.levels:
        fit = "подходят" if len(o.levels) > 1 else "подходит"
        meaning += f" По опыту {fit}: {', '.join(o.levels)}."
    return Reading(
        meaning=meaning,
        action=_action(i, o),
        caution=(
            "Вилки — оценка одного практика без даты. До вычета налога они или на руки, с премией "
            "или без, он не сказал; сравниваем с суммой до вычета. Опыт директора тоже не указан: "
            f"«от {DIRECTOR_FROM} лет» — допущение редакции. Сверьте с десятью свежими вакансиями."
        ),
    )


def _action(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    bands = dict(zip(LEVELS, zip(o.raw.low, o.raw.high, strict=True), strict=True))
    place, offer = list(LEVELS).index(o.raw.recommended), i.raw.offer
    holding = [name for name, (low, high) in bands.items() if low <= offer <= high]
    start, end = bands[o.raw.recommended]
    short = MINIMUM_WAGE.value - offer
    if short > 0:
        more = _at_least(max(short, o.raw.gap))
        if short > o.raw.gap:
            return f"Добавьте хотя бы {more}: меньше МРОТ за полный месяц платить нельзя."
        return f"Добавьте хотя бы {more}: предложение ниже и вилки, и МРОТ."
    match o.raw.verdict:
        case "below":
            lower = [name for name in holding if list(LEVELS).index(name) < place]
            gap = _at_least(o.raw.gap)
            if lower:
                return f"Добавьте хотя бы {gap} или ищите ниже уровнем: {LEVELS[lower[-1]]}."
            return f"Добавьте хотя бы {gap}: предложение ниже вилки любого уровня."
        case "above":
            higher = [name for name in holding if list(LEVELS).index(name) > place]
            if higher:
                return f"За такие деньги можно искать выше уровнем: {LEVELS[higher[0]]}."
            return "Это больше всех пяти вилок: спросите себя, за что вы столько платите."
        case _ if offer == end:
            return "Это самый верх вилки, запаса нет: сильному добавить будет нечего."
        case _ if offer == start:
            return "Это самый низ вилки: любое другое предложение в ней больше вашего."
        case _:
            margin = formats.told(formats.quantity(end - offer, RUBLES))
            return f"До верхнего края — {margin}. Этот запас пригодится, когда появится сильный."


def _at_least(amount: Decimal) -> formats.Text:
    # What is added is never said to be nothing.
    return formats.quantity(max(amount, KOPECK), RUBLES)


def tables(_: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """All five bands after the adjustment."""
    rows = [
        [name[:1].upper() + name[1:], *bounds]
        for name, *bounds in zip(LEVELS.values(), o.low, o.middle, o.high, strict=True)
    ]
    yield Table("Вилки с поправкой, в месяц", ["Уровень", "От", "Середина", "До"], rows)


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """All five bands with the offer as a line across, those compared with in colour."""
    compared = o.raw.levels if i.raw.level == BY_EXPERIENCE else (i.raw.level,)
    bands = [
        charts.Stretch(
            name,
            Range(low, high),
            charts.PRIMARY if level in compared else charts.MUTED,
        )
        for (level, name), low, high in zip(LEVELS.items(), o.raw.low, o.raw.high, strict=True)
    ]
    ticks = charts.ticks(max(*o.raw.high, i.raw.offer), most=4)
    title = f"Предложение {i.offer} — {o.verdict}"
    return Chart(
        charts.stretches(title, bands, i.raw.offer, ticks, RUBLES),
        finding=(
            f"Диаграмма: вилки пяти уровней и предложение {i.offer} поперёк них. "
            f"Для уровня «{o.recommended}» оно {o.verdict}."
        ),
    )


calculator = Calculator(
    title="Зарплатные вилки",
    question="Сколько предложить маркетологу с таким опытом?",
    chapter="internet-marketer",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    measure="position",
    tables=tables,
)
