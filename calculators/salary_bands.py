"""Зарплатные вилки: where an offer stands in the band of the fitting level.

Source of the bands: key `marketer.salary`. The source gives no experience for a marketing
director; from seven years up is the editors' assumption.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit import charts, formats
from calculators.kit.arithmetic import HUNDRED, Range, share
from calculators.kit.declare import Calculator, Chart, Output, Reading, Shown, Step, Table
from calculators.kit.fields import Number, assumed, money
from calculators.kit.figures import figure
from calculators.kit.units import PERCENT, RUBLES, YEARS

LEVELS = {
    "novice": "новичок",
    "middle": "средний уровень",
    "senior": "высокий уровень",
    "head": "РОМ",
    "director": "директор по маркетингу",
}
INTERESTING = ("middle", "senior")
BANDS = {level: figure(f"marketer.salary.{level}") for level in LEVELS}
EXPERIENCE = {
    level: figure(f"marketer.salary.{level}.experience")
    for level in ("novice", "middle", "senior", "head")
}
DIRECTOR_FROM = Decimal(7)
VERDICTS = {"below": "ниже вилки", "within": "в вилке", "above": "выше вилки"}


@dataclass(frozen=True, slots=True)
class Inputs:
    """Years of experience, ₽ per month offered, percent to adjust the bands by."""

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
            "Сколько предлагаете вы или просит кандидат.",
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
        ),
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Keys of the fitting levels; bands in ₽ per month; place in the band in percent."""

    verdict: Annotated[str, Output("Предложение", headline=True, words=VERDICTS)]
    recommended: Annotated[str, Output("Подходящий уровень", words=LEVELS)]
    position: Annotated[Decimal, Output("Место в вилке", PERCENT)]
    gap: Annotated[Decimal, Output("До ближайшего края", RUBLES)]
    levels: Annotated[tuple[str, ...], Output("По опыту подходят", words=LEVELS)]
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
    """Adjust the bands, pick the level, place the offer in its band."""
    factor = 1 + share(inputs.adjustment)
    low = {level: band.low * factor for level, band in BANDS.items()}
    high = {level: band.high * factor for level, band in BANDS.items()}
    levels = fitting(inputs.experience)
    level = recommend(levels)
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


def _band(o: Shown[Outputs]) -> tuple[str, str]:
    index = list(LEVELS).index(o.raw.recommended)
    return o.low[index], o.high[index]


def explain(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Step]:
    """The band of the recommended level and the offer's place in it."""
    low, high = _band(o)
    level = BANDS[o.raw.recommended]
    if i.raw.adjustment:
        index = list(LEVELS).index(o.raw.recommended)
        sign = f"(100\u00a0% + {i.adjustment})"
        start, end = (formats.quantity(edge, RUBLES) for edge in (level.low, level.high))
        yield Step("Нижний край с поправкой", f"{start} × {sign}", o.low[index])
        yield Step("Верхний край с поправкой", f"{end} × {sign}", o.high[index])
    yield Step("Место в вилке", f"({i.offer} − {low}) ÷ ({high} − {low})", o.position)


def reading(_: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Whether the offer will be heard, what to change, how old the bands are."""
    low, high = _band(o)
    band = f"вилка от {low} до {high}"
    action = {
        "below": f"Добавьте хотя бы {o.gap} или ищите уровнем ниже.",
        "within": "Оставьте запас до верхнего края: он пригодится, когда появится сильный.",
        "above": "За такие деньги можно искать уровень выше: проверьте опыт.",
    }
    return Reading(
        meaning=f"Для такого опыта подходит {o.recommended}, {band}. Предложение {o.verdict}.",
        action=action[o.raw.verdict],
        caution=(
            "Вилки — оценка одного практика без даты, и опыт директора в них не указан: "
            f"«от {DIRECTOR_FROM} лет» — допущение редакции. Сверьте с десятью свежими вакансиями."
        ),
    )


def tables(_: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """All five bands after the adjustment."""
    rows = [
        [name[:1].upper() + name[1:], *bounds]
        for name, *bounds in zip(LEVELS.values(), o.low, o.middle, o.high, strict=True)
    ]
    yield Table("Вилки с поправкой, в месяц", ["Уровень", "От", "Середина", "До"], rows)


def chart(i: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """All five bands with the offer as a line across."""
    bands = [
        charts.Stretch(
            name,
            Range(low, high),
            charts.PRIMARY if level in o.raw.levels else charts.MUTED,
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
    tables=tables,
)
