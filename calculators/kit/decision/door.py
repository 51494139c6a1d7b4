"""What helps to decide, by names and raw strings: the part of `calculators.kit.view` about it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from calculators.kit import quoted, read, registry
from calculators.kit.arithmetic import exact
from calculators.kit.decision import sought, told
from calculators.kit.decision import variants as side_by_side
from calculators.kit.decision.work import Work, done, exactly
from calculators.kit.declaration.declare import Table
from calculators.kit.plainjson import plain


@exact
def levers(name: str, raw: read.Raw) -> dict[str, Any]:
    """What moves the measure and where the answer turns, at full precision.

    Raises BadInputError.
    """
    it = done(quoted.found(name, raw))
    return {"calculator": name, "inputs": plain(it.inputs), **plain(told.numbers(it))}


@exact
def lever_sentences(name: str, raw: read.Raw) -> list[str]:
    """The same in words. Raises BadInputError."""
    return list(told.sentences(done(quoted.found(name, raw))))


@exact
def decisions(name: str, raw: read.Raw) -> dict[str, Any] | None:
    """What a page shows of it all; None for a calculator without numbers. Raises BadInputError."""
    it = done(quoted.found(name, raw))
    return told.page(it) if told.has_numbers(it.calculator, it.inputs) else None


@exact
def seek(name: str, raw: read.Raw, output: str, target: str, path: str) -> dict[str, Any]:
    """What the number at `path` has to be for an output to reach the target, at full precision.

    Raises BadInputError, KeyError for an unknown output or path, ValueError for the target.
    """
    calculator = registry.get(name)
    inputs = read.inputs(calculator, raw)
    it = done(sought.asked(calculator, inputs, output, target, path))
    return {"calculator": name, "inputs": plain(inputs), **plain(sought.numbers(it))}


@exact
def seek_sentence(name: str, raw: read.Raw, output: str, target: str, path: str) -> str:
    """The same in words. Raises as `seek`."""
    calculator = registry.get(name)
    inputs = read.inputs(calculator, raw)
    it = done(sought.asked(calculator, inputs, output, target, path))
    return sought.sentence(calculator, inputs, it)


@exact
def variants(name: str, named: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What a page shows of variants, `{"name", "raw"}` each, side by side."""
    return done(_compared(name, named))


@exact
def variants_table(name: str, named: Sequence[Mapping[str, Any]]) -> Table:
    """The same as a table to take away."""
    calculator = registry.get(name)
    return side_by_side.table(calculator, done(side_by_side.computed(calculator, named)))


def decide(question: str) -> Iterator[str]:
    """The worker's door: "" after each piece of work, then the JSON of `decisions`.

    The question is that of `view.answer`, its input understood already, or BadInputError is
    raised; with `"seek": {"output", "target", "input"}`, labels as the page has them, what was
    found is that of `sought.page`; with `"variants"`, that of `variants`; with `"quotes"`, a
    reader's `"numbers"` and the `"places"` that ask them, that of `quoted.quotes`.
    """
    asked = json.loads(question)
    work = exactly(_asked(asked["calculator"], asked))
    try:
        while True:
            next(work)
            yield ""
    except StopIteration as over:
        yield json.dumps(over.value, ensure_ascii=False)


def _asked(name: str, asked: Mapping[str, Any]) -> Work[dict[str, Any]]:
    match asked:
        case {"seek": labels, "raw": raw}:
            return _sought(name, raw, **labels)
        case {"variants": named}:
            return _compared(name, named)
        case {"quotes": quotes, "numbers": numbers, "places": places}:
            return quoted.quotes(quotes, quoted.own(numbers, places))
        case _:
            return _shown(name, asked["raw"])


def _compared(name: str, named: Sequence[Mapping[str, Any]]) -> Work[dict[str, Any]]:
    calculator = registry.get(name)
    found = yield from side_by_side.computed(calculator, named)
    return side_by_side.page(calculator, found)


def _shown(name: str, raw: read.Raw) -> Work[dict[str, Any]]:
    return told.page((yield from quoted.found(name, raw)))


def _sought(name: str, raw: read.Raw, **labels: str) -> Work[dict[str, Any]]:
    calculator = registry.get(name)
    try:
        inputs = read.inputs(calculator, raw)
    except read.BadInputError:
        return sought.NOTHING | {"sentence": "Сначала поправьте поля с подсказками."}
    return (yield from sought.page(calculator, inputs, **labels))
