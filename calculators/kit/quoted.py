"""What chapters quote of calculators, on the editors' numbers or on a reader's own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from calculators.kit import read, registry, typed
from calculators.kit.arithmetic import exact
from calculators.kit.decision import cases, told
from calculators.kit.decision.spread import spread as spread_of
from calculators.kit.decision.work import Work, done
from calculators.kit.words import formats

READING = ("meaning", "action", "caution")
DECISIONS = ("finding", "turning")


@exact
def value(name: str, raw: read.Raw, key: str) -> str:
    """One input or output as text with its unit; of rows, as `stages.0.conversion` or `before.0`.

    Raises BadInputError for a bad input, KeyError for an unknown `key`.
    """
    calculator = registry.get(name)
    i, o = calculator.shown(read.inputs(calculator, raw))
    found, *path = key.split(".")
    if found not in calculator.fields | calculator.results:
        known = ", ".join([*calculator.fields, *calculator.results])
        raise KeyError(f"{name} has no input or output {found!r}; it has {known}")
    value = getattr(i if found in calculator.fields else o, found)
    for step in path:
        value = value[int(step)] if step.isdecimal() else getattr(value, step)
    return formats.joined(value)


@exact
def said(name: str, raw: read.Raw, part: str) -> str:
    """What a calculator says of its answer, in sentences that hold for any input.

    A part of its reading, or of what helps to decide; empty where there is nothing to say. Raises
    BadInputError for a bad input, KeyError for an unknown part.
    """
    if part not in READING + DECISIONS:
        raise KeyError(f"there is no part {part!r}, but {', '.join(READING + DECISIONS)}")
    calculator = registry.get(name)
    if part in DECISIONS:
        words: str = told.page(done(found(name, raw)))[part]
        return words
    reading = calculator.reading(*calculator.shown(read.inputs(calculator, raw)))
    return str(getattr(reading, part))


@exact
def lever(name: str, raw: read.Raw, path: str, end: str) -> str:
    """The measure with the number at `path` a tenth `lower` or `higher`, in words.

    Raises BadInputError, KeyError for an unknown path or end.
    """
    it = done(found(name, raw))
    levers = {one.place.path: one for one in it.levers}
    if path not in levers or end not in ("lower", "higher"):
        raise KeyError(f"{name} has no lever {path!r} {end!r}, but {', '.join(levers)}")
    return it.measure(levers[path].low if end == "lower" else levers[path].high)


@exact
def turn(name: str, raw: read.Raw, path: str) -> str:
    """The nearest value of the number at `path` at which the answer is another one, in words.

    Raises BadInputError, KeyError where there is none.
    """
    it = done(found(name, raw))
    turns = {one.place.path: one for one in it.turns}
    if path not in turns:
        raise KeyError(f"the answer of {name} turns at no {path!r}, but at {', '.join(turns)}")
    return told.turned(it, turns[path])


@exact
def spread(name: str, raw: read.Raw) -> str:
    """In how many cases of twenty what comes out of the ranges typed, in words.

    Raises BadInputError, KeyError without a range.
    """
    sentences = spread_sentences(name, raw)
    if not sentences:
        raise KeyError(f"{name} is given no range among {', '.join(raw) or 'nothing'}")
    return sentences[0]


@exact
def spread_sentences(name: str, raw: read.Raw) -> list[str]:
    """What comes out of the ranges typed, in words; nothing without any. Raises BadInputError."""
    calculator = registry.get(name)
    understood = read.understood(calculator, raw)
    counted = done(spread_of(calculator, understood.inputs, understood.ranges))
    return list(cases.sentences(calculator, counted)) if counted else []


def found(name: str, raw: read.Raw) -> Work[told.Found]:
    """What helps to decide, a piece at a time. Raises BadInputError."""
    calculator = registry.get(name)
    return told.found(calculator, read.understood(calculator, raw))


KINDS: Mapping[str, Callable[..., str]] = {
    "value": value,
    "said": said,
    "lever": lever,
    "turn": turn,
    "spread": spread,
}
"""What can be quoted: of a calculator, for its raw input, and what else is asked."""

type Quote = Sequence[Any]
"""`[kind, calculator, *about, inputs]`: numbers or texts, rows as lists; an input may be
`{"quote": Quote}`, the text of another one, or `{"unless_own": …}`, which a reader's own number
replaces as it does a default."""
type Own = Mapping[str, Mapping[str, str]]
"""A reader's own numbers, as typed, by calculators and their fields."""


def text(quote: Quote) -> str:
    """What is quoted, on the editors' numbers. Raises as its kind does."""
    kind, name, *about, inputs = quote
    return KINDS[kind](name, as_typed(inputs), *about)


def own(numbers: Mapping[str, str], places: Mapping[str, Sequence[str]]) -> Own:
    """A reader's `numbers` by the `places` that ask each: a calculator, a dot and a field."""
    found: dict[str, dict[str, str]] = {}
    for key, number in numbers.items():
        for place in places.get(key, ()):
            calculator, _, field = place.partition(".")
            found.setdefault(calculator, {})[field] = number
    return found


def quotes(asked: Sequence[Quote], own: Own) -> Work[dict[str, Any]]:
    """`{"texts": [...]}`: the text of each quote on a reader's own numbers, a piece at a time.

    None where none of these is in it, or where with them there is nothing to quote.
    """
    texts: list[str | None] = []
    for one in asked:
        texts.append(_on(own, one))
        yield
    return {"texts": texts}


def _on(own: Own, quote: Quote) -> str | None:
    kind, name, *about, given = quote
    # What the chapter varies stays as it is.
    fixed = {key: as_typed(it) for key, it in given.items() if not _replaceable(it)}
    his = {field: number for field, number in own.get(name, {}).items() if field not in fixed}
    for key, it in given.items():
        if "quote" in _replaceable(it) and (found := _on(own, it["quote"])):
            his[key] = found
    his = _right(name, his, fixed)
    if not his:
        return None
    rest = {key: as_typed(it) for key, it in given.items()}
    try:
        return KINDS[kind](name, rest | his, *about)
    except (read.BadInputError, KeyError):
        return None


def _replaceable(value: Any) -> set[str]:
    return {"quote", "unless_own"} & value.keys() if isinstance(value, dict) else set()


def _right(name: str, his: Mapping[str, str], inputs: Mapping[str, Any]) -> dict[str, str]:
    # A number that one calculator takes may be too large for another.
    try:
        read.inputs(registry.get(name), {**his, **inputs})
    except read.BadInputError as bad:
        return {field: number for field, number in his.items() if field not in bad.errors}
    return dict(his)


def as_typed(value: Any) -> Any:
    """Numbers as a person types them: what the calculators read."""
    match value:
        case {"quote": quote}:
            return text(quote)
        case {"unless_own": value}:
            return as_typed(value)
        case dict():
            return {name: as_typed(one) for name, one in value.items()}
        case list() | tuple():
            return [as_typed(one) for one in value]
        case str():
            return value
        case _:
            return typed.Exact(value)
