"""What a form and a file are told, as plain data."""

import json
from dataclasses import fields
from decimal import Decimal as D
from typing import Any

import pytest

from calculators.kit import plainjson, read, registry, view
from calculators.kit.declaration.fields import Choice, Number, Rows, Text
from calculators.kit.takeaway import door, files

NB = "\u00a0"

EVERY = pytest.mark.parametrize("name", registry.names())


@EVERY
def test_a_form_is_the_words_of_its_calculator(name: str) -> None:
    form, calculator = view.form(name), registry.get(name)
    assert form.keys() == {
        "calculator", "title", "question", "chapter", "presets", "fields", "more", "version",
    }  # fmt: skip
    assert form["calculator"] == name
    assert form["title"] == calculator.title
    assert form["question"] == calculator.question
    assert form["chapter"] == calculator.chapter
    assert form["presets"] == [
        {"name": key, "title": one.title, "why": one.why, "raw": one.raw}
        for key, one in calculator.presets.items()
    ]


def told(key: str, field: Any) -> dict[str, Any]:
    """What a form is told of a field, without where its default comes from."""
    common = {"name": key, "label": field.label, "help": field.help}
    common |= {"secondary": field.secondary}
    match field:
        case Number():
            return common | {"kind": "number", "unit": field.unit.many}
        case Choice():
            options = [{"key": k, "words": words} for k, words in field.options.items()]
            return common | {"kind": "choice", "options": options, "few": field.few}
        case Text():
            return common | {"kind": "text", "lines": field.lines, "longest": field.longest}
        case Rows():
            names = [column.name for column in fields(field.row)]
            bounds = {"minimum": field.minimum, "maximum": field.maximum}
            return common | {"kind": "rows", "item": field.item, "columns": names} | bounds
    raise TypeError(field)


@EVERY
def test_a_form_says_of_each_field_what_its_control_needs(name: str) -> None:
    shown = view.form(name)["fields"]
    for field in shown:
        origin = field.pop("origin")
        assert origin is None or origin["word"] in {"допущение", "источник"}
        if field["kind"] == "rows":
            field["columns"] = [column["name"] for column in field["columns"]]
    assert shown == [told(*item) for item in registry.get(name).fields.items()]


def test_a_default_says_where_it_comes_from() -> None:
    clients, share, *_ = view.form("lost_revenue")["fields"]
    assert clients["origin"] == {
        "word": "допущение",
        "text": "По умолчанию — допущение редакции: круглое число, чтобы легко проверить расчёт.",
    }
    assert share["origin"] == {
        "word": "источник",
        "text": "По умолчанию — оценка практика, дата неизвестна.",
    }


def test_a_form_names_the_fields_that_stand_closed() -> None:
    assert view.form("lost_revenue")["more"] == {
        "title": f"Ещё 1{NB}число",
        "names": "доля, которая возвращается уже сейчас",
    }
    # A choice among them is no number; an abbreviation keeps its letters.
    assert view.form("hiring_cost")["more"]["title"] == f"Ещё 12{NB}полей"
    assert view.form("marketer_pay")["more"] == {
        "title": f"Ещё 6{NB}чисел",
        "names": "порог, потолок, задач в плане, задач сделано, НДФЛ, страховые взносы",
    }
    assert view.form("cjm_uplift")["more"] is None


@EVERY
def test_at_most_five_numbers_stand_open(name: str) -> None:
    shown = view.form(name)["fields"]
    numbers = [field for field in shown if field["kind"] == "number" and not field["secondary"]]
    assert len(numbers) <= 5


UNCOUNTED = {"audit_check", "career_path", "hiring_check", "job_brief", "owner_check"}
"""Questionnaires and the brief: what they answer follows from no numbers."""


@EVERY
def test_files_are_offered_of_what_a_calculator_has(name: str) -> None:
    document = {"audit_backlog", "job_brief"}
    assert files.offered(name, registry.get(name)) == {
        "document": ["copy", "docx", "md"] if name in document else [],
        "table": ["csv"] if view.result(name, {})["tables"] else [],
        "whole": [] if name in UNCOUNTED else ["xlsx"],
    }


def test_the_first_table_s_file_has_the_calculator_s_name_and_the_next_a_number() -> None:
    made = door.file("account_plan", {}, "csv")
    assert made.keys() == {"name", "type", "text"}
    assert made["name"] == "account_plan.csv"
    assert made["type"].startswith("text/csv")
    calculator = registry.get("account_plan")
    twice = type(calculator)(
        **{f.name: getattr(calculator, f.name) for f in fields(calculator)}
        | {"tables": lambda i, o: [*calculator.tables(i, o)] * 2}
    )
    i, o = twice.shown(read.inputs(twice, {}))
    assert files.KINDS["csv"]("plan", twice, i, o, 1)["name"] == "plan_2.csv"


def test_a_question_is_answered_by_its_door() -> None:
    asked: dict[str, Any] = {"calculator": "lost_revenue", "raw": {"clients": "7"}}
    assert json.loads(view.answer(json.dumps(asked))) == view.result("lost_revenue", asked["raw"])
    plan = {"calculator": "account_plan", "raw": {"base": "7"}}
    answer = door.answer(json.dumps(plan | {"file": {"kind": "csv", "number": 0}}))
    assert json.loads(answer) == door.file("account_plan", {"base": "7"}, "csv", 0)
    assert "\\u0" not in answer


def test_an_unknown_preset_is_refused_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match=r"lost_revenue has no preset 'x'; it has \w+"):
        view.preset("lost_revenue", "x")
    bare = next(name for name in registry.names() if not registry.get(name).presets)
    with pytest.raises(KeyError, match=r"it has none"):
        view.preset(bare, "x")


def test_messages_are_read_together_one_after_another() -> None:
    assert str(read.BadInputError({"a": "раз.", "b": "два."})) == "a: раз.; b: два."


def test_json_is_indented_by_two_and_written_in_russian() -> None:
    value = {"ё": [D("1.50"), {"b": []}], "c": {}, "д": ("да", None, True)}
    assert plainjson.dumps(value).split("\n") == [
        "{",
        '  "\\u0451": [',
        "    1.5,",
        "    {",
        '      "b": []',
        "    }",
        "  ],",
        '  "c": {},',
        '  "\\u0434": [',
        '    "да",',
        "    null,",
        "    true",
        "  ]",
        "}",
    ]


def test_a_chart_s_digest_changes_with_its_picture_and_only_with_it() -> None:
    def digest(clients: str) -> Any:
        question = {"calculator": "lost_revenue", "raw": {"clients": clients}}
        return json.loads(view.answer(json.dumps(question)))["chart"]["digest"]

    assert digest("2000") == digest("2 000") != digest("3000")
