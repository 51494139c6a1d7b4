"""What holds for any list of tasks after an audit."""

import json
from typing import Any

from hypothesis import given

from calculators.audit_backlog.model import AT_ONCE, LISTS
from calculators.kit import view
from calculators.kit.read import UNSEEN
from tests.calculators.typed import answered, raw_inputs

TASKS = raw_inputs("audit_backlog")


def outputs(raw: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = view.numbers("audit_backlog", raw)["outputs"]
    return found


@given(TASKS)
def test_any_admitted_tasks_have_a_whole_answer(raw: dict[str, Any]) -> None:
    assert answered("audit_backlog", raw)["headline"]["text"]


@given(TASKS)
def test_every_task_stands_in_exactly_one_list(raw: dict[str, Any]) -> None:
    found = outputs(raw)
    listed = [task for key in LISTS for task in found[key]]
    assert sorted(listed) == sorted(UNSEEN.sub("", row["task"]).strip() for row in raw["tasks"])


@given(TASKS)
def test_what_is_taken_begins_the_first_list_with_anything_in_it(raw: dict[str, Any]) -> None:
    found = outputs(raw)
    first = next(found[key] for key in LISTS if found[key])
    assert first == found[found["first_list"]]
    assert found["take_now"] == first[:3]
    assert 1 <= len(found["take_now"]) <= AT_ONCE
    assert found["next_in_list"] == len(first) - len(found["take_now"])
    taken_and_waiting = len(found["take_now"]) + found["next_in_list"] + found["waiting"]
    assert taken_and_waiting == len(raw["tasks"])


@given(TASKS)
def test_the_picture_is_no_taller_than_a_page(raw: dict[str, Any]) -> None:
    assert json.loads(view.result("audit_backlog", raw)["chart"]["spec"])["height"] < 800


def test_the_document_has_the_lists_that_are_not_empty_under_their_own_numbers() -> None:
    tasks = [
        {"task": "Большая", "fix": "slow", "effect": "slow"},
        {"task": "Долгая", "fix": "slow", "effect": "fast"},
    ]
    assert view.result("audit_backlog", {"tasks": tasks})["document"] == (
        "## 2. Небыстро исправить — быстрый результат\n\n- [ ] Долгая\n\n"
        "## 4. Небыстро исправить — небыстрый результат\n\n- [ ] Большая"
    )
