"""The doors, and what holds for whatever is asked there."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NoReturn

from calculators.kit import read, registry, view
from calculators.kit.declaration.declare import declarations
from calculators.kit.declaration.fields import Field, Number, Rows
from calculators.kit.takeaway import door
from tests.fuzz.spelled import spelled

ERRORS = {"calculator", "errors"}
RUNS = re.compile(r"[\s\0]*[=+\-@＝＋－＠]|[\t\r\n]")
SAFE = re.compile(r"-?\d+(,\d+)?")
FORBIDDEN = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, and so no file of Word or Excel."""


def check(case: Mapping[str, Any]) -> None:
    """Ask what the case asks. Raises whatever the door does not promise, or AssertionError."""
    DOORS[case["door"]](spelled(case["question"]), case.get("wrong", ()))


def _answer(question: str, wrong: list[str]) -> None:
    told = _data(view.answer(question))
    asked = json.loads(question)
    if "errors" in told:
        assert told.keys() == ERRORS, "beside errors stands an answer"
        assert told["errors"], "errors without any"
        assert all(re.match(r"[А-ЯЁ]", message) for message in told["errors"].values()), "no words"
        missed = [path for path in wrong if path not in told["errors"]]
        assert not missed, f"{missed[0]!r} is wrong and not said to be"
        return
    assert not wrong, f"an answer to what is wrong: {wrong[0]!r}"
    assert told["headline"]["text"], "an answer without words"
    calculator = registry.get(asked["calculator"])
    for path, text in told["fields"].items():
        _admitted(_field(calculator.fields, path), text)


def _field(fields: Mapping[str, Field], path: str) -> Field:
    name, *cell = path.split(".")
    field = fields[name]
    found: Field = declarations(field.row)[cell[1]] if isinstance(field, Rows) else field
    return found


def _admitted(field: Field, text: str) -> None:
    # Read by other means than those that are tried.
    if not isinstance(field, Number):
        return
    for end in text.split("–"):
        value = Decimal(end.replace("\u00a0", "").replace("−", "-").replace(",", "."))
        assert field.minimum <= value <= field.maximum, f"{text} is out of bounds"
        assert not field.positive or value > field.minimum, f"{text} is not above the least"
        assert not field.whole or value == value.to_integral_value(), f"{text} is no whole number"


def _decide(question: str, _: list[str]) -> None:
    asked = json.loads(question)
    refused = (
        "errors" in view.result(asked["calculator"], asked["raw"]) if asked["calculator"] else False
    )
    try:
        *pieces, told = view.decide(question)
    except read.BadInputError as bad:
        assert refused, "what has an answer is refused"
        assert bad.errors, "refused without a word"
        return
    assert not any(pieces), "a piece of work has words"
    assert "seek" in asked or not refused, "decided about what has no answer"
    _data(told)


def _seek(question: str, _: list[str]) -> None:
    asked = json.loads(question)
    # What the door promises to raise, and nothing that only looks like it.
    try:
        view.seek(**asked)
    except read.BadInputError as bad:
        assert bad.errors, "refused without a word"
    except KeyError as unknown:
        assert str(unknown.args[0]).startswith("нет "), "a key that nobody asked for"
    except ValueError as error:
        assert type(error).__name__ in {"ValueError", "OutOfBoundsError"}, "another error"


def _take(question: str, _: list[str]) -> None:
    asked = json.loads(question)
    try:
        told = _data(door.answer(question))
    except IndexError:
        assert asked["file"]["kind"] == "csv", "what is not there is no table"
        return
    if "unfollowed" in told:
        assert asked["file"]["kind"] == "xlsx", "no file of what is offered"
        return
    if "errors" in told:
        assert told.keys() == {"errors"}, "beside errors stands a file"
        assert told["errors"], "errors without any"
    if told.get("name", "").endswith(".csv"):
        _table(told["text"])
    for block in [*told.get("blocks", ()), *told.get("events", ())]:
        _written(block)
    for sheet in told.get("sheets", ()):
        for row in sheet["rows"]:
            for cell in row:
                _written(cell)


def _table(text: str) -> None:
    rows = [*csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")]
    assert len({len(row) for row in rows}) == 1, "rows of several lengths"
    for row in rows:
        for cell in row:
            assert SAFE.fullmatch(cell) or not RUNS.match(cell), f"a cell runs: {cell[:40]!r}"


def _written(words: Mapping[str, Any]) -> None:
    for key, text in words.items():
        if isinstance(text, str):
            found = FORBIDDEN.search(text)
            assert not found, f"{key} has what no file of Word or Excel can hold"


def _data(text: str) -> Any:
    # JavaScript's JSON.parse, which takes neither NaN nor infinity.
    def refuse(name: str) -> NoReturn:
        raise AssertionError(f"{name} in the answer")

    return json.loads(text, parse_constant=refuse)


DOORS: dict[str, Callable[[str, Any], None]] = {
    "answer": _answer,
    "decide": _decide,
    "seek": _seek,
    "take": _take,
}
