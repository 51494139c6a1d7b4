"""A reader's plan: chapters in the order that his checks give, and the files of all tasks."""

import json
from typing import Any

from calculators import audit_check
from calculators.kit.declaration import answers
from calculators.kit.takeaway import door, plan

CHAPTERS = ["first", "second", "third", "fourth"]


def audit(helps: dict[str, list[str]], **given: str) -> dict[str, Any]:
    """Seven checks, passed but for what is given."""
    raw = dict.fromkeys(audit_check.NAMES, answers.YES) | given
    found = ["first_to_fix", "to_fix", "unknown"]
    return {"calculator": "audit_check", "raw": raw, "found": found, "helps": helps}


def owner(helps: dict[str, list[str]], **given: str) -> dict[str, Any]:
    found = ["first_three", "present"]
    return {"calculator": "owner_check", "raw": given, "found": found, "helps": helps}


def ordered(*audits: dict[str, Any]) -> dict[str, Any]:
    question = {"plan": {"chapters": CHAPTERS, "audits": audits}}
    found: dict[str, Any] = json.loads(door.answer(json.dumps(question)))
    return found


def test_what_a_check_found_first_comes_first_and_says_so() -> None:
    helps = {"channels": ["second"], "rules": ["fourth"], "motivation": ["first"]}
    # of seven checks the fourth and the sixth are not passed
    found = ordered(audit(helps, channels="no", rules="partly"))
    assert found["order"] == ["second", "fourth", "first", "third"]
    assert found["why"].startswith(
        "Сначала то, что показала ваша проверка: «Семь проверок до скриптов»."
    )
    assert found["reasons"] == {
        "first": "",
        "second": "Семь проверок до скриптов: «Инструменты связи».",
        "third": "",
        "fourth": "Семь проверок до скриптов: «Регламент первой линии или правила отработки лида».",
    }


def test_what_helps_best_comes_before_what_helps_second() -> None:
    helps = {"channels": ["third", "fourth"], "rules": ["second", "third"]}
    found = ordered(audit(helps, channels="no", rules="no"))
    # best for channels, best for rules, second for channels
    assert found["order"] == ["third", "second", "fourth", "first"]
    assert "«Инструменты связи», «Регламент" in found["reasons"]["third"]


def test_two_checks_take_turns_finding_by_finding() -> None:
    one = audit({"channels": ["fourth"], "rules": ["first"]}, channels="no", rules="no")
    # management is among those with which to begin, so it comes before tools
    other = owner({"tools": ["second"], "management": ["third"]}, tools="yes", management="partly")
    found = ordered(one, other)
    assert found["order"] == ["fourth", "third", "first", "second"]
    assert "«Семь проверок до скриптов», «Самодиагностика собственника»" in found["why"]


def test_what_is_not_known_is_found_too() -> None:
    found = ordered(audit({"motivation": ["third"]}, motivation="unknown"))
    assert found["order"][0] == "third"


def test_a_check_that_finds_nothing_leaves_the_order_and_says_so() -> None:
    found = ordered(audit({"rules": ["third"]}))
    assert found["order"] == CHAPTERS
    assert found["why"] == plan.NOTHING


def test_answers_that_cannot_be_read_are_said_and_order_nothing() -> None:
    found = ordered(audit({"rules": ["third"]}, rules="perhaps"))
    assert (found["order"], found["why"]) == (CHAPTERS, plan.WRONG)
    gone = owner({}) | {"calculator": "crystal_ball"}
    # the other check still orders
    assert ordered(gone, audit({"rules": ["third"]}, rules="no"))["order"][0] == "third"


def test_a_chapter_that_is_no_more_is_left_out() -> None:
    found = ordered(audit({"rules": ["gone", "third"]}, rules="no"))
    assert found["order"] == ["third", "first", "second", "fourth"]


def task(text: str, week: str = "", span: str = "", *, done: bool = False) -> dict[str, Any]:
    return {
        "id": f"host/#{text}", "url": f"https://host/#{text}", "text": text, "done": done,
        "week": week, "span": span, "chapter": "Глава",
    }  # fmt: skip


GROUPS = [
    {"title": "Ваши дела", "tasks": [task("позвонить", "2026-11-23", "23–29 ноября")]},
    {"title": "эта неделя: 23–29 ноября", "tasks": [
        task("сделано", "2026-11-23", "23–29 ноября", done=True), task("потом"),
    ]},
]  # fmt: skip


def made(kind: str, groups: list[dict[str, Any]] = GROUPS) -> dict[str, Any]:
    question = {"plan": {"file": kind, "date": "26 ноября 2026 г.", "groups": groups}}
    found: dict[str, Any] = json.loads(door.answer(json.dumps(question)))
    return found


def test_in_markdown_are_all_tasks_with_ticks_and_a_week_where_the_group_does_not_say_it() -> None:
    found = made("md")
    assert found["name"] == "plan.md"
    assert found["text"] == (
        "# Мой план\n\n26 ноября 2026 г.\n\n## Ваши дела\n\n"
        "- [ ] позвонить (23–29 ноября)\n\n"
        "## Эта неделя: 23–29 ноября\n\n- [x] сделано\n- [ ] потом\n"
    )


def test_a_task_is_one_line_and_one_without_words_is_none() -> None:
    groups = [
        {"title": "Ваши дела", "tasks": [task("два\nслова "), task(" ")]},
        {"title": "Глава", "tasks": [task("")]},
    ]
    assert made("md", groups)["text"].endswith("\n\n## Ваши дела\n\n- [ ] два слова\n")


def test_for_word_are_the_same_lines_as_blocks() -> None:
    found = made("docx")
    assert (found["name"], found["title"]) == ("plan.docx", "Мой план")
    styles = [block["style"] for block in found["blocks"]]
    assert styles == ["heading", "text", "heading", "task", "heading", "done", "task"]


def test_an_empty_plan_says_that_it_is() -> None:
    assert made("md", [])["text"].endswith("\n\nДел пока нет.\n")


def test_in_the_calendar_is_what_has_a_week_and_is_not_done() -> None:
    found = made("ics")
    assert found["name"] == "plan.ics"
    assert found["events"] == [
        {
            "id": "host/#позвонить",
            "day": "2026-11-23",
            "summary": "позвонить",
            "description": "Глава. 23–29 ноября",
            "url": "https://host/#позвонить",
        }
    ]


def test_a_reader_s_own_task_has_no_chapter_in_the_calendar() -> None:
    own = task("своё", "2026-11-23", "23–29 ноября") | {"chapter": ""}
    [event] = made("ics", [{"title": "Ваши дела", "tasks": [own]}])["events"]
    assert event["description"] == "23–29 ноября"
