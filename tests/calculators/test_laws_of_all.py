"""What holds for every calculator, whatever is typed into its fields."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.__main__ import as_json, as_text
from calculators.kit import registry, view
from calculators.kit.declaration.declare import declarations
from calculators.kit.declaration.fields import Choice, Field, Number, Rows, Text
from calculators.kit.typed import Exact
from calculators.kit.words import formats
from tests.calculators.typed import raw_inputs

EVERY = pytest.mark.parametrize("name", registry.names())
# The only fields that can be wrong together, each right by itself.
BETWEEN = {
    "career_path": "years_in_post",
    "channel_cost": r"channels\.\d+\.deals",
    "cjm_uplift": r"stages\.\d+\.uplift",
    "daily_plan": "days_passed",
    "marketer_pay": "cap",
    "test_result": r"results_[ab]",
}


def stage(conversion: str, uplift: str) -> dict[str, str]:
    """A stage of `cjm_uplift`, as it is typed."""
    return {"name": "этап", "conversion": conversion, "uplift": uplift}


def channel(leads: str, deals: str) -> dict[str, str]:
    """A channel of `channel_cost`, as it is typed."""
    return {"name": "канал", "budget": "1", "leads": leads, "deals": deals}


def numbers(value: Any) -> Iterator[Decimal]:
    """Every number in plain data."""
    match value:
        case Decimal():
            yield value
        case dict():
            for one in value.values():
                yield from numbers(one)
        case list():
            for one in value:
                yield from numbers(one)


@EVERY
@settings(max_examples=20)
@given(data=st.data())
def test_what_the_fields_admit_has_an_answer_unless_fields_disagree(
    name: str, data: st.DataObject
) -> None:
    raw = data.draw(raw_inputs(name))
    result = view.result(name, raw)
    json.dumps(result, allow_nan=False)
    if "errors" in result:
        assert result.keys() == {"calculator", "errors"}
        assert name in BETWEEN
        assert all(re.fullmatch(BETWEEN[name], path) for path in result["errors"])
        return
    assert all(number.is_finite() for number in numbers(view.numbers(name, raw)))
    assert result["headline"]["text"] in as_text(name, raw)
    # What was understood, typed again, is understood the same.
    written = as_json(name, raw)
    inputs = json.loads(written, parse_float=Exact, parse_int=Exact)["inputs"]
    assert as_json(name, inputs) == written


@pytest.mark.parametrize(
    ("name", "bad", "good"),
    [
        ("cjm_uplift", {"stages": [stage("90", "10,01")]}, {"stages": [stage("90", "10")]}),
        ("cjm_uplift", {"stages": [stage("9", "−9,01")]}, {"stages": [stage("9", "−9")]}),
        (
            "career_path",
            {"step": "commercial_director", "years": "3", "years_in_post": "3,01"},
            {"step": "commercial_director", "years": "3", "years_in_post": "3"},
        ),
        ("marketer_pay", {"threshold": "110", "cap": "109,99"}, {"threshold": "110", "cap": "110"}),
        ("channel_cost", {"channels": [channel("4", "5")]}, {"channels": [channel("5", "5")]}),
        ("daily_plan", {"work_days": "4"}, {"work_days": "5"}),
        ("test_result", {"visitors_a": "19"}, {"visitors_a": "20"}),
        ("test_result", {"visitors_b": "27"}, {"visitors_b": "28"}),
    ],
)
def test_fields_that_disagree_are_refused_and_those_that_agree_are_not(
    name: str, bad: dict[str, Any], good: dict[str, Any]
) -> None:
    (path,) = view.result(name, bad)["errors"]
    assert re.fullmatch(BETWEEN[name], path)
    assert "errors" not in view.result(name, good)


def inadmissible(field: Field) -> Iterator[tuple[str, Any]]:
    """What one control does not admit, each by what is wrong with it."""
    match field:
        case Number():
            step = Decimal(1) if field.whole else Decimal("0.01")
            yield "too little", formats.number(field.minimum - step)
            yield "too much", formats.number(field.maximum + step)
            if field.positive:
                yield "the minimum itself", formats.number(field.minimum)
            if field.whole:
                yield "a part of one", formats.number(field.minimum + Decimal("0.5"))
            for words in ("abc", "NaN", "Infinity", "1e400", "1 2,3,4", "٣", "", " \u00a0"):
                yield f"no number: {words!r}", words
        case Choice():
            yield "unknown", "нет такого ответа"
            yield "empty", ""
        case Text():
            yield "too long", "я" * (field.longest + 1)
            if field.required:
                yield "empty", " \u00a0\n"
        case Rows():
            yield "too few", [{}] * (field.minimum - 1)
            yield "too many", [{}] * (field.maximum + 1)
            yield "no rows", ["1"]
            yield "words", "abc"
            return
    yield "a list", ["1"]
    yield "nothing", None


def wrong(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The path of each control, what is wrong with it, and the raw input."""
    for key, field in registry.get(name).fields.items():
        for what, typed in inadmissible(field):
            yield key, what, {key: typed}
        if isinstance(field, Rows):
            yield from ((f"{key}.{path}", what, {key: rows}) for path, what, rows in cells(field))


def cells(field: Rows) -> Iterator[tuple[str, str, list[Mapping[str, Any]]]]:
    """The same for each column in the last of the default rows, the others as they are."""
    *others, last = field.default.value
    for key, column in declarations(field.row).items():
        for what, typed in inadmissible(column):
            yield f"{len(others)}.{key}", what, [*others, last | {key: typed}]


@EVERY
def test_what_a_field_does_not_admit_is_refused_there_and_nowhere_else(name: str) -> None:
    tried = 0
    for path, what, raw in wrong(name):
        result = view.result(name, raw)
        assert result.keys() == {"calculator", "errors"}, f"{path}: {what}"
        assert result["calculator"] == name
        assert list(result["errors"]) == [path], what
        assert re.match(r"[А-ЯЁ].+\.$", result["errors"][path]), f"{path}: {what}"
        tried += 1
    assert tried >= len(registry.get(name).fields) * 2


@EVERY
def test_every_wrong_field_has_its_own_message(name: str) -> None:
    raw, paths = {}, []
    for key, field in registry.get(name).fields.items():
        _, raw[key] = next(inadmissible(field))
        paths.append(key)
    assert list(view.result(name, raw)["errors"]) == paths
