"""What a spread says: from where to where, and in how many cases of twenty."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from calculators.kit.arithmetic import HUNDRED, Range
from calculators.kit.decision.spread import CASES, Spread
from calculators.kit.declaration.declare import Calculator, Output
from calculators.kit.declaration.units import Unit
from calculators.kit.words import formats

OF_CASES = Unit("случае", "случаях", "случаях", digits=0)
COLUMNS = 20
"""In how many columns the dots stand; those of one column stand on one another."""
NEVER_FROM = 17
"""The last column that numbers take where «never» stands in the last one of all."""
HALF = Decimal("0.5")

NOTHING: dict[str, Any] = {
    "range": "",
    "counting": "",
    "dots": [],
    "zero": [],
    "ends": [],
    "spread": [],
}
"""What a page shows where no range is typed."""


def page(calculator: Calculator[Any, Any], it: Spread) -> dict[str, Any]:
    """The range of the answer, the counting sentence, the dots, and every output's range."""
    measured = calculator.measured
    output = calculator.results.get(measured)
    cases = it.cases.get(measured, ())
    # What is the same everywhere is no range, and twenty dots on one another tell nothing.
    cases = cases if it.low.get(measured) != it.high.get(measured) else ()
    range_ = between(output, it.low[measured], it.high[measured]) if output and cases else ""
    # Beside a headline in words a number needs its name.
    named = f"{output.label}: " if output and range_ and measured != calculator.headline else ""
    return {
        "range": f"{named}{range_}",
        "counting": " ".join(filter(None, (counting(calculator, it), refused(it)))),
        "dots": list(_dots(cases)),
        "zero": list(_zero(cases)),
        "ends": [{"text": _told(output, end)} for end in (cases[0], cases[-1])]
        if output and cases
        else [],
        "spread": [{"label": label, "text": text} for label, text in outputs(calculator, it)],
    }


def sentences(calculator: Calculator[Any, Any], it: Spread) -> Iterator[str]:
    """The counting sentence, and from where to where each output goes."""
    yield counting(calculator, it)
    for label, text in outputs(calculator, it):
        yield f"{label}: {text}"
    yield from filter(None, [refused(it)])


def outputs(calculator: Calculator[Any, Any], it: Spread) -> Iterator[tuple[str, str]]:
    """Every listed output that has a range, its label and the range."""
    for name, output in calculator.results.items():
        ranged = name in it.low and it.low[name] != it.high[name]
        if ranged and output.listed and output.unit:
            yield output.label, between(output, it.low[name], it.high[name])


def between(output: Output, low: Decimal | None, high: Decimal | None) -> str:
    """From the lowest to the highest: «9–17 месяцев», «9 месяцев — не окупится»."""
    if low is not None and high is not None and output.unit:
        return str(formats.between(Range(low, high), output.unit))
    ends = dict.fromkeys((_told(output, low), _told(output, high)))
    return " — ".join(ends)


def _told(output: Output, value: Decimal | None) -> str:
    if value is None or output.unit is None:
        return output.absent
    return formats.quantity(value, output.unit)


def counting(calculator: Calculator[Any, Any], it: Spread) -> str:
    """In how many of twenty cases which answer comes out."""
    output = calculator.results[calculator.headline]
    cases = it.cases.get(calculator.headline)
    if cases is None or not output.unit:
        return _answers(output, it.answers)
    never = sum(value is None for value in cases)
    below = sum(value is not None and value < 0 for value in cases)
    if cases[0] == cases[-1]:
        return f"Во всех {_cases(CASES)} — {_told(output, cases[0])}."
    if 0 < never < CASES:
        return f"В {_cases(never)} из {CASES} {output.absent}."
    if 0 < below < CASES:
        return f"В {_cases(below)} из {CASES} меньше нуля."
    inner = between(output, _roughly(cases[1]), _roughly(cases[-2]))
    return f"В {_cases(CASES - 2)} из {CASES}: {inner}."


def _roughly(value: Decimal | None) -> Decimal | None:
    # What is an estimate is told in three digits.
    return value and value.quantize(Decimal(1).scaleb(value.adjusted() - 2), ROUND_HALF_UP)


def _answers(output: Output, answers: Sequence[Any]) -> str:
    firsts = [_first(answer) for answer in answers]
    shares = _shares(Counter(firsts))
    if len(shares) == 1:
        return f"{output.label}: во всех {_cases(CASES)} — {_words(output, shares[0][0])}."
    first, *others = (f"{_words(output, key)} — в {count}" for key, count in shares)
    unit = formats.word(Decimal(shares[0][1]), OF_CASES)
    return f"{output.label}: {', '.join([f'{first} {unit} из {CASES}', *others])}."


def _first(answer: Any) -> Any:
    if isinstance(answer, tuple):
        return answer[0] if answer else None
    return answer


def _words(output: Output, key: Any) -> str:
    if key is None:
        return output.absent
    return str(output.words.get(key, key))


def _shares(counts: Counter[Hashable]) -> list[tuple[Hashable, int]]:
    # Of twenty cases as many to each as it has of the points; the largest remainders round up.
    total = counts.total()
    parts = {key: divmod(count * CASES, total) for key, count in counts.items()}
    left = CASES - sum(whole for whole, _ in parts.values())
    up = sorted(parts, key=lambda key: parts[key][1], reverse=True)[:left]
    shares = [(key, whole + (key in up)) for key, (whole, _) in parts.items()]
    return sorted(((k, n) for k, n in shares if n), key=lambda share: share[1], reverse=True)


def _cases(count: int) -> str:
    return formats.whole(Decimal(count), OF_CASES)


def refused(it: Spread) -> str:
    """How many points had no answer, in a sentence; empty where all had."""
    if not it.refused:
        return ""
    tried = it.refused + len(it.answers)
    return f"Не посчитаны сочетания, которых не бывает: {it.refused} из {tried}."


def _dots(cases: Sequence[Decimal | None]) -> Iterator[dict[str, str]]:
    # Columns and rows of a grid, both from 1, the lowest row the last.
    columns = [COLUMNS if value is None else int(_along(cases, value) + HALF) for value in cases]
    if not columns:
        return
    highest = max(Counter(columns).values())
    below: Counter[int] = Counter()
    for column in columns:
        yield {"x": str(column), "y": str(highest - below[column])}
        below[column] += 1


def _zero(cases: Sequence[Decimal | None]) -> Iterator[dict[str, str]]:
    # Where zero is, in percent of the columns' width, if some are below and some above it.
    known = [value for value in cases if value is not None]
    if known and known[0] < 0 < known[-1]:
        place = (_along(cases, Decimal(0)) - HALF) / COLUMNS * HUNDRED
        yield {"x": format(place, ".1f")}


def _along(cases: Sequence[Decimal | None], value: Decimal) -> Decimal:
    # The column of a number, the lowest being in the first, not rounded.
    known = [one for one in cases if one is not None]
    last = COLUMNS if len(known) == len(cases) else NEVER_FROM
    length = known[-1] - known[0]
    return 1 + (value - known[0]) / length * (last - 1) if length else Decimal(1)
