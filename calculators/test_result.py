"""Рост или случайность: whether one version is better than another, or it only looks so.

The interval of each conversion is Wilson's (1927), that of their difference Newcombe's hybrid
score: R. G. Newcombe, «Interval estimation for the difference between independent proportions»,
1998, method 10. How many people it takes is the usual formula for two proportions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Annotated

from calculators.kit import charts
from calculators.kit.arithmetic import HUNDRED, Range
from calculators.kit.declaration.declare import (
    Calculator,
    Chart,
    Output,
    Preset,
    Problems,
    Reading,
    Shown,
    Step,
    Table,
    Worked,
)
from calculators.kit.declaration.fields import Number, assumed
from calculators.kit.declaration.units import PEOPLE, PERCENT, POINTS, RESULTS
from calculators.kit.typed import ended
from calculators.kit.words import formats
from calculators.kit.words.formats import told
from calculators.kit.words.working import Working, operand, root

CONFIDENCE = Decimal("3.841459")
"""The square of the normal quantile for 95 %, 1,96 with all its digits."""
POWER = Decimal("7.848879734349086")
"""The square of the sum of the quantiles for 95 % and for a power of 80 %."""
LARGE = Decimal("1e9")
FEW = 10
"""Results; of fewer a single one more changes much."""
LONG = 10
"""As many times today's people are long to wait for."""
LEAST = formats.whole(Decimal("0.01"), POINTS)  # that a shown difference tells apart
VERDICTS = {"better": "Б лучше", "worse": "Б хуже", "unclear": "пока не понять"}
VERSIONS = ("А", "Б")


def people(version: str, words: str) -> Number:
    """A field for how many people a version was shown to."""
    why = assumed(500, "круглое число для примера")
    label = f"Посетителей у версии {version}"
    return Number(label, PEOPLE, why, words, Decimal(0), LARGE, whole=True, positive=True)


def results(version: str, default: int, why: str) -> Number:
    """A field for how many of them did what they were meant to."""
    label, words = f"Результатов у версии {version}", "Заявок, покупок: что считаете вы."
    return Number(label, RESULTS, assumed(default, why), words, Decimal(0), LARGE, whole=True)


@dataclass(frozen=True, slots=True)
class Inputs:
    """People who saw each version, and how many of them did what was wanted."""

    visitors_a: Annotated[Decimal, people("А", "Сколько человек увидели прежнюю версию.")]
    results_a: Annotated[Decimal, results("А", 20, "четыре из ста")]
    visitors_b: Annotated[Decimal, people("Б", "Сколько человек увидели новую версию.")]
    results_b: Annotated[Decimal, results("Б", 28, "на восемь больше")]


@dataclass(frozen=True, slots=True)
class Outputs:
    """A verdict by its key, conversions in percent, their difference in points, people.

    Every interval holds what it is about in nineteen cases of twenty.
    """

    verdict: Annotated[str, Output("Вывод", headline=True, words=VERDICTS)]
    conversion_a: Annotated[Decimal, Output("Конверсия А", PERCENT)]
    conversion_b: Annotated[Decimal, Output("Конверсия Б", PERCENT)]
    difference: Annotated[Decimal, Output("Разница", POINTS)]
    needed: Annotated[Decimal | None, Output("Нужно людей на версию", PEOPLE, absent="разницы нет")]
    interval: Annotated[Range, Output("Разница на деле", POINTS, listed=False)]
    interval_a: Annotated[Range, Output("Конверсия А на деле", PERCENT, listed=False)]
    interval_b: Annotated[Range, Output("Конверсия Б на деле", PERCENT, listed=False)]


def check(inputs: Inputs) -> Problems:
    """Nobody does twice what is counted once."""
    for name in ("a", "b"):
        if getattr(inputs, f"results_{name}") > getattr(inputs, f"visitors_{name}"):
            yield f"results_{name}", "Результатов не может быть больше, чем посетителей."


def wilson(found: Decimal, of: Decimal) -> Range:
    """Wilson's interval of a conversion, percent: `found` results `of` so many people."""
    middle, below = found + CONFIDENCE / 2, of + CONFIDENCE
    apart = (CONFIDENCE * (found * (of - found) / of + CONFIDENCE / 4)).sqrt()
    return Range((middle - apart) * HUNDRED / below, (middle + apart) * HUNDRED / below)


def distance(one: Decimal, other: Decimal) -> Decimal:
    """How far the ends of two intervals are apart together, each so far from its middle."""
    return (one * one + other * other).sqrt()


def compute(inputs: Inputs) -> Outputs:
    """Compare two conversions, each known as well as so few people let it be known."""
    a = inputs.results_a * HUNDRED / inputs.visitors_a
    b = inputs.results_b * HUNDRED / inputs.visitors_b
    around_a = wilson(inputs.results_a, inputs.visitors_a)
    around_b = wilson(inputs.results_b, inputs.visitors_b)
    difference = b - a
    low = difference - distance(b - around_b.low, around_a.high - a)
    high = difference + distance(around_b.high - b, a - around_a.low)
    needed = None
    if difference:
        variance = a * (HUNDRED - a) + b * (HUNDRED - b)
        needed = (POWER * variance / (difference * difference)).to_integral_value(ROUND_CEILING)
    return Outputs(
        verdict="better" if low > 0 else "worse" if high < 0 else "unclear",
        conversion_a=a,
        conversion_b=b,
        difference=difference,
        needed=needed,
        interval=Range(low, high),
        interval_a=around_a,
        interval_b=around_b,
    )


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """Both conversions with their bounds, the difference with its own, the people it takes."""
    low_a, high_a, low_b, high_b = _ends(o.raw)
    yield Step("Конверсия А", i.results_a / i.visitors_a, o.conversion_a)
    yield Step("Конверсия Б", i.results_b / i.visitors_b, o.conversion_b)
    yield from _bounds("А", i.raw.results_a, i.raw.visitors_a, low_a, high_a)
    yield from _bounds("Б", i.raw.results_b, i.raw.visitors_b, low_b, high_b)
    yield Step("Разница", o.conversion_b - o.conversion_a, o.difference)
    down = _apart(o.conversion_b - low_b, operand(high_a) - o.conversion_a)
    up = _apart(operand(high_b) - o.conversion_b, o.conversion_a - low_a)
    low, high = (formats.quantity(bound, POINTS) for bound in o.raw.interval)
    yield Step("Разница, не меньше", o.difference - down, low)
    yield Step("Разница, не больше", o.difference + up, high)
    if o.raw.needed is not None:
        yield Step(*_people(o))


def _ends(o: Outputs) -> Iterator[formats.Text]:
    for interval in (o.interval_a, o.interval_b):
        for bound in interval:
            yield formats.quantity(bound, PERCENT)


def _bounds(
    version: str, found: Decimal, of: Decimal, low: formats.Text, high: formats.Text
) -> Iterator[Step]:
    # Bare numbers: what is added to them is measured in nothing.
    middle, below = operand(found) + operand(CONFIDENCE) / 2, operand(of) + CONFIDENCE
    inner = operand(found) * (of - found) / of + operand(CONFIDENCE) / 4
    apart = root(operand(CONFIDENCE) * inner)
    yield Step(f"Конверсия {version} на деле, не меньше", (middle - apart) / below, low)
    yield Step(f"Конверсия {version} на деле, не больше", (middle + apart) / below, high)


def _apart(one: Working, other: Working) -> Working:
    return root(one * one + other * other)


def _people(o: Worked[Outputs]) -> tuple[str, Working, formats.Text]:
    whole = operand(formats.whole(HUNDRED, PERCENT))
    a, b, difference = o.conversion_a, o.conversion_b, o.difference
    constant = Working(formats.number(POWER.quantize(Decimal("0.001"))), rounded=True)
    variance = a * (whole - a) + b * (whole - b)
    raw = o.raw
    exactly = raw.conversion_a * (HUNDRED - raw.conversion_a)
    exactly += raw.conversion_b * (HUNDRED - raw.conversion_b)
    found = POWER * exactly / (raw.difference * raw.difference)
    return (
        "Нужно людей на версию, до округления вверх",
        constant * variance / (difference * difference),
        formats.quantity(found, PEOPLE),
    )


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Whether to believe what is seen, what to do with it, what the sum takes for granted."""
    caution = (
        "Так считают, когда версии показывали в одно время и кому какую — решал случай. Решайте "
        "один раз, когда набралось задуманное: кто заглядывает каждый день и останавливается на "
        "первом удачном, ошибается чаще, чем один раз из двадцати."
    )
    few = [v for v, found in zip(VERSIONS, _found(i.raw), strict=True) if found < FEW]
    if few:
        few_said = f"Меньше десяти результатов у версии {' и '.join(few)}: ещё один изменит многое."
        caution = f"{few_said} {caution}"
    return Reading(_meaning(i, o), _action(i, o), caution)


def _found(i: Inputs) -> tuple[Decimal, Decimal]:
    return i.results_a, i.results_b


def _meaning(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    low, high = o.raw.interval
    if not any(_found(i.raw)):
        return ended(f"Результатов пока нет ни у одной версии. Разница может быть {o.interval}")
    if not o.raw.difference:
        return ended(f"Конверсии равны: {o.conversion_a}. На деле разница может быть {o.interval}")
    if o.raw.verdict == "unclear":
        seen = told(formats.quantity(abs(o.raw.difference), POINTS))
        ahead = "Б" if o.raw.difference > 0 else "А"
        around = o.interval
        if around.startswith(f"0{formats.NBSP}"):  # both ends, as they are shown
            around = f"меньше {LEAST} в обе стороны"
        return ended(f"Видно {seen} в пользу {ahead}, но разница может быть случайной: {around}")
    side, near, far = ("лучше", low, high) if low > 0 else ("хуже", -high, -low)
    between = formats.between(Range(near, far), POINTS)
    return ended(f"Похоже, Б и правда {side}: на деле разница — {between}")


def _action(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    seen = min(i.raw.visitors_a, i.raw.visitors_b)
    match o.raw:
        case _ if not any(_found(i.raw)):
            return "Подождите первых результатов или проверьте, считаются ли они."
        case Outputs(verdict="better"):
            return (
                "Оставляйте Б и проследите за концом пути: заявки должны так же становиться "
                "сделками."
            )
        case Outputs(verdict="worse"):
            return "Верните А и запишите, что проверяли: это тоже ответ."
        case Outputs(needed=None):
            return "Оставьте версию, с которой меньше хлопот, и проверьте правку посмелее."
        case Outputs(needed=needed) if needed is not None and needed > LONG * seen:
            return (
                f"Для такой разницы нужно, чтобы каждую версию увидели {o.needed}. Ждать долго: "
                "проверьте правку посмелее, её видно на меньшем числе людей."
            )
        case Outputs(needed=needed) if needed is not None and needed > seen:
            return f"Не решайте, пока у каждой версии не наберётся {o.needed}."
        case _:
            return "Покажите обе версии ещё стольким же: на таких малых числах вывод не держится."


def tables(_: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """Both conversions, then their difference, each from where to where it may be."""
    heads = ["Видно", "Не меньше", "Не больше"]
    low_a, high_a, low_b, high_b = _ends(o.raw)
    low, high = (formats.quantity(bound, POINTS) for bound in o.raw.interval)
    seen = [["А", o.conversion_a, low_a, high_a], ["Б", o.conversion_b, low_b, high_b]]
    yield Table("Конверсия на деле", ["Версия", *heads], seen)
    yield Table("Разница на деле", ["Версии", *heads], [["Б против А", o.difference, low, high]])


def chart(_: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """Both conversions, each with the interval that it may be in."""
    raw = o.raw
    drawn = [
        charts.Stretch(f"{name}: {shown}, на деле {interval}", around, colour, at)
        for name, shown, interval, around, at, colour in (
            ("А", o.conversion_a, o.interval_a, raw.interval_a, raw.conversion_a, charts.MUTED),
            ("Б", o.conversion_b, o.interval_b, raw.interval_b, raw.conversion_b, charts.PRIMARY),
        )
    ]
    ticks = charts.ticks(min(max(raw.interval_a.high, raw.interval_b.high), HUNDRED), most=4)
    title = f"{o.conversion_a} и {o.conversion_b} — {o.verdict}"
    return Chart(
        charts.stretches(title, drawn, Decimal(0), ticks, PERCENT),
        finding=(
            f"Диаграмма: у А конверсия {o.conversion_a}, на деле {o.interval_a}; у Б — "
            f"{o.conversion_b}, на деле {o.interval_b}."
        ),
    )


PRESETS = {
    "more": Preset(
        "Те же доли, людей в десять раз больше",
        "числа примера — допущение редакции: конверсии прежние, а вывод уже другой",
        {"visitors_a": "5000", "results_a": "200", "visitors_b": "5000", "results_b": "280"},
    )
}

calculator = Calculator(
    title="Рост или случайность",
    question="Новая версия и правда лучше или так совпало?",
    chapter="customer-journey",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
    check=check,
    presets=PRESETS,
    measure="difference",
)
