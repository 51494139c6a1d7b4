"""The lines of Python that stand for a calculation: what they pass, and what they leave out."""

import ast
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from calculators.kit import registry, view
from calculators.kit.declaration.fields import Text
from calculators.kit.takeaway import door
from tests.calculators.typed import raw_inputs, untouched

ARCHIVE = "http://127.0.0.1/playbook/python/calculators.zip"
EVERY = pytest.mark.parametrize("name", registry.names())


def lines(name: str, raw: dict[str, Any]) -> list[str]:
    made = door.file(name, raw, "py", archive=ARCHIVE)
    assert made.keys() == {"name", "type", "text"}
    assert made["name"] == f"{name}.py"
    assert made["text"].endswith("\n")
    text: str = made["text"]
    return text.removesuffix("\n").split("\n")


def passed(name: str, raw: dict[str, Any]) -> dict[str, Any]:
    """The input that the lines pass on."""
    [statement] = ast.parse(lines(name, raw)[3]).body
    [call] = [node for node in ast.walk(statement) if isinstance(node, ast.Call)
              and ast.unparse(node.func) == "view.result"]  # fmt: skip
    called, given = map(ast.literal_eval, call.args)
    assert called == name
    assert isinstance(given, dict)
    return given


def test_four_lines_take_the_calculators_from_the_archive_and_print_the_headline() -> None:
    assert lines("lost_revenue", {"clients": "1\u00a0200"}) == [
        "import sys, urllib.request",
        f"sys.path.insert(0, urllib.request.urlretrieve('{ARCHIVE}')[0])",
        "from calculators.kit import view",
        "print(view.result('lost_revenue', {'clients': '1 200'})[\"headline\"][\"text\"])",
    ]


@EVERY
def test_what_nobody_touched_is_left_out(name: str) -> None:
    assert passed(name, untouched(name)) == {}
    assert passed(name, {}) == {}


def test_what_differs_is_passed_as_it_was_typed() -> None:
    raw = untouched("lost_revenue") | {"clients": "800–1\u00a0200", "average_check": "15 тыс"}
    assert passed("lost_revenue", raw) == {"clients": "800–1 200", "average_check": "15 тыс"}


def test_rows_that_differ_in_a_cell_are_passed_whole() -> None:
    raw = untouched("cjm_uplift")
    assert len(raw["stages"]) > 1
    raw["stages"][1]["uplift"] = "7"
    assert passed("cjm_uplift", raw)["stages"][1]["uplift"] == "7"
    assert len(passed("cjm_uplift", raw)["stages"]) == len(raw["stages"])


@EVERY
@settings(
    max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(data=st.data())
def test_the_lines_answer_what_the_page_answers_whatever_is_typed(
    name: str, data: st.DataObject
) -> None:
    raw = data.draw(raw_inputs(name))
    # Fields that are each admitted may not go together.
    assume("errors" not in view.result(name, raw))
    assert len(lines(name, raw)) == 4
    assert view.numbers(name, passed(name, raw)) == view.numbers(name, raw)


@pytest.mark.parametrize(
    "text", ["'\"", "\\", "a\n#b", "'''\"\"\"", "\u2028\u202e\r\x0c", "{x} %s"]
)
def test_words_end_no_string_and_no_line(text: str) -> None:
    words = f"x{text}x"
    [field] = [key for key, field in registry.get("job_brief").fields.items()
               if isinstance(field, Text)][:1]  # fmt: skip
    assert passed("job_brief", {field: words}) == {field: words}
    assert len("\n".join(lines("job_brief", {field: words})).splitlines()) == 4
    assert "\u202e" not in lines("job_brief", {field: words})[3]


def test_input_that_cannot_be_read_gives_its_messages() -> None:
    raw = {"clients": "много"}
    made = door.file("lost_revenue", raw, "py", archive=ARCHIVE)
    assert made == {"errors": view.result("lost_revenue", raw)["errors"]}
