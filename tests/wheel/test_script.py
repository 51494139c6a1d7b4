"""«Этот расчёт на Python»: four lines print what the page shows, wherever they are pasted."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bundle import wheel
from calculators.kit import ranged, registry, typed, view
from calculators.kit.declaration.declare import declarations
from calculators.kit.declaration.fields import Choice, Field, Number, Rows, Text
from calculators.kit.takeaway import door
from tests.calculators.typed import untouched
from tests.wheel.run import printed

# Ends a string and a line, and begins a comment, wherever it is put as it stands.
HOSTILE = """a'b"c\\'d\\
# '''\"\"\" {0} %s \u2028\u202e\x85"""
EVERY = pytest.mark.parametrize("name", registry.names())


type Place = tuple[Field, dict[str, Any], str]


def places(name: str, raw: dict[str, Any]) -> Iterator[Place]:
    """Every field that one types into, and where its text stands in `raw`."""
    for key, field in registry.get(name).fields.items():
        if not isinstance(field, Rows):
            yield field, raw, key
            continue
        for row in raw[key]:
            yield from ((column, row, cell) for cell, column in declarations(field.row).items())


def with_words(name: str) -> dict[str, Any]:
    """An untouched form with hostile words wherever there is place for words."""
    raw = untouched(name)
    for field, where, key in places(name, raw):
        if isinstance(field, Text):
            where[key] = HOSTILE
    return raw


def with_a_number(name: str) -> dict[str, Any]:
    """A form where one number is half as large, or one choice another, and so is the headline."""
    before = view.result(name, {})["headline"]
    for place in range(len(view.result(name, {})["fields"])):
        raw = untouched(name)
        field, where, key = list(places(name, raw))[place]
        for text in others(field, where[key]):
            where[key] = text
            result = view.result(name, raw)
            if "errors" not in result and result["headline"] != before:
                return raw
    raise AssertionError(f"{name} has one headline alone")


def others(field: Field, now: str) -> list[str]:
    """What else may stand in a field."""
    match field:
        case Number():
            return [typed.written(field, ranged.number(field, now).value / 2)]
        case Choice():
            return [option for option in field.options if option != now]
        case _:
            return [f"{now}, и ещё"]


@EVERY
@pytest.mark.parametrize("raw", [lambda _: {}, with_a_number, with_words],
                         ids=["defaults", "a number", "words"])  # fmt: skip
def test_the_lines_print_the_headline(name: str, raw: Any, site_url: str, tmp_path: Path) -> None:
    asked = raw(name)
    result = view.result(name, asked)
    made = door.file(name, asked, "py", archive=f"{site_url}{wheel.ARCHIVE}")
    assert made["text"].count("\n") == 4
    assert printed(made["text"], tmp_path) == result["headline"]["text"]


def test_words_stand_in_all_that_have_place_for_them() -> None:
    written = {name for name in registry.names() if repr(HOSTILE)[1:-1] in repr(with_words(name))}
    assert {"job_brief", "agency_score", "audit_backlog", "cjm_uplift"} <= written
