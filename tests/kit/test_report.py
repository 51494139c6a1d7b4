"""A report: what calculators answer, one under another, and the files made of it."""

import json
from typing import Any

import pytest

from calculators.kit import registry, view
from calculators.kit.takeaway import door, entry, markdown

NB = "\u00a0"
DATE = "26 ноября 2026 г."
EVERY = pytest.mark.parametrize("name", registry.names())


def entered(calculator: str, note: str = "", version: str = "", **raw: Any) -> dict[str, Any]:
    """What the page keeps of a calculator, added today unless it had another `version`."""
    known = registry.get(calculator).version if calculator in registry.names() else 1
    version = version or str(known)
    return {"calculator": calculator, "version": version, "raw": raw, "note": note}


def asked(*entries: dict[str, Any], title: str = "Совету", **more: Any) -> dict[str, Any]:
    """What the worker says to the page."""
    question = {"title": title, "date": DATE, "entries": entries, "tasks": []} | more
    found: dict[str, Any] = json.loads(door.answer(json.dumps({"report": question})))
    return found


def shown(calculator: str, **raw: Any) -> dict[str, Any]:
    """What the page shows of one entry."""
    found: dict[str, Any] = asked(entered(calculator, **raw))["entries"][0]
    return found


def texts(lines: list[dict[str, str]]) -> list[str]:
    """Lines in a word: «label: text»."""
    return [": ".join(filter(None, (line.get("label"), line["text"]))) for line in lines]


@EVERY
def test_every_calculator_answers_as_its_own_page_does(name: str) -> None:
    found, page, form = shown(name), view.result(name, {}), view.form(name)
    assert found["question"] == form["question"]
    assert found["title"] == form["title"]
    assert found["chapter"] == form["chapter"]
    assert texts(found["answer"]) == [f"{page['headline']['label']}: {page['headline']['text']}"]
    assert found["charts"] == ([page["chart"]] if page["chart"] else [])
    assert texts(found["caution"]) == [page["reading"]["caution"]]
    assert found["spread"] == found["wrong"] == found["typed"] == []


def test_what_was_typed_comes_first_as_it_reads_and_the_rest_in_a_sentence() -> None:
    found = shown("lost_revenue", average_check="20 тыс.", clients="3000", margin="30")
    # The margin is typed, but as the example has it.
    assert texts(found["typed"]) == [
        f"Клиентов за всё время: 3{NB}000{NB}клиентов",
        f"Средний чек: 20{NB}000{NB}₽",
    ]
    assert texts(found["rest"]) == [
        f"Остальное как в примере: доля, которая вернулась бы — 20{NB}%; "
        f"покупок одного клиента в год — 2{NB}покупки; "
        f"рентабельность повторных продаж — 30{NB}%; "
        f"доля, которая возвращается уже сейчас — 0{NB}%."
    ]
    assert texts(shown("lost_revenue")["rest"])[0].startswith("Всё как в примере: клиентов")


def test_rows_are_a_line_each_called_by_their_first_cell() -> None:
    stages = [
        {"name": "Заявка → встреча", "now": "20", "target": "40"},
        {"name": "Встреча → сделка", "now": "25", "target": "30–40"},
    ]
    columns = [column["name"] for column in view.form("funnel_audit")["fields"][1]["columns"]]
    rows = [dict(zip(columns, stage.values(), strict=True)) for stage in stages]
    found = shown("funnel_audit", stages=rows)
    assert texts(found["typed"]) == [
        f"Заявка → встреча: сейчас 20{NB}%, нужно 40{NB}%",
        f"Встреча → сделка: сейчас 25{NB}%, нужно 30–40{NB}%",
    ]


def test_rows_of_the_example_keep_their_names_in_the_sentence() -> None:
    (rest,) = texts(shown("agency_score")["rest"])
    assert "; Агентство Б — опыт с такими вакансиями 3, " in rest


def test_a_field_that_changes_nothing_is_left_out() -> None:
    name, raw = "hiring_cost", {"fail_agency": "0", "fail_own": "0"}
    idle = view.result(name, raw)["idle"]
    fields = {field["name"]: field["label"] for field in view.form(name)["fields"]}
    assert idle == ["replacement", "trial_months"]
    whole = json.dumps(shown(name, **raw), ensure_ascii=False).lower()
    assert all(fields[one].lower() not in whole for one in idle)


def test_a_range_gives_its_spread_as_the_page_has_it() -> None:
    raw = {"clients": "800–1200"}
    decisions = view.decisions("lost_revenue", raw)
    assert decisions
    # 800 × 20 % × 2 × 15 000, and the same for 1200
    assert decisions["range"] == f"4{NB}800{NB}000–7{NB}200{NB}000{NB}₽"
    spread = texts(shown("lost_revenue", **raw)["spread"])
    assert spread == [decisions["range"], decisions["counting"]]


def test_what_cannot_be_computed_with_is_shown_as_it_was_typed_and_says_why() -> None:
    found = shown("lost_revenue", clients="много", region="Урал", margin="")
    assert found["question"] == view.form("lost_revenue")["question"]
    said = texts(found["wrong"])
    assert said[0] == entry.WRONG
    assert "region: такого поля больше нет." in said
    assert [it for it in said if it.startswith("Клиентов за всё время: Не получается прочесть")]
    assert texts(found["typed"]) == ["Клиентов за всё время: много", "region: Урал"]
    assert found["answer"] == found["charts"] == found["caution"] == []


@pytest.mark.parametrize(
    ("stages", "said"),
    [
        ([{"name": "А", "now": "?", "target": "40"}], "строка 1: Не получается прочесть"),
        ([{"colour": "red"}], "строка 1: такого поля больше нет."),
        ("5", "Здесь нужен список строк"),
        ([], "Строк здесь может быть"),
    ],
)
def test_rows_that_cannot_be_computed_with_are_named(stages: Any, said: str) -> None:
    columns = [column["name"] for column in view.form("funnel_audit")["fields"][1]["columns"]]
    if isinstance(stages, list) and stages and len(stages[0]) > 1:
        stages = [dict(zip(columns, stage.values(), strict=True)) for stage in stages]
    found = shown("funnel_audit", stages=stages)
    assert [it for it in texts(found["wrong"]) if said in it], found["wrong"]


@pytest.mark.parametrize("odd", [5, None, {"a": {"b": "в"}}, [[["г"]]], [None], {"a.b": "x"}])
def test_whatever_a_file_has_nothing_breaks(odd: Any) -> None:
    for name in ("lost_revenue", "funnel_audit", "crystal_ball"):
        found = shown(name, **{"clients": odd, "stages": odd, "a.b": odd})
        assert found["wrong"]
        assert found["answer"] == []


def test_a_calculator_that_is_no_more_keeps_what_was_typed() -> None:
    found = shown("crystal_ball", years="7", balls=[{"size": "5", "hue": "red"}, {"size": "6"}])
    assert found["question"] == "crystal_ball"
    assert texts(found["wrong"]) == [entry.GONE]
    assert texts(found["typed"]) == ["years: 7", "balls: 5, red\n6"]


def test_another_version_of_the_formula_is_said() -> None:
    (found,) = asked(entered("lost_revenue", version="0"))["entries"]
    assert texts(found["wrong"]) == [entry.CHANGED]
    assert found["answer"]


def test_the_page_is_told_title_date_and_the_chapters_once_each() -> None:
    entries = [entered(name) for name in ("hiring_cost", "lost_revenue", "account_plan")]
    found = asked(*entries, title=" ")
    assert (found["title"], found["date"]) == ("Отчёт", DATE)
    assert found["chapters"] == ["hiring", "repeat-sales"]


TASKS = [
    {"chapter": "Повторные продажи", "text": "Выгрузить базу.", "done": True},
    {"chapter": "Повторные продажи", "text": "Назначить одного.", "done": False},
    {"chapter": "Найм", "text": "Посчитать.", "done": False},
]


def test_the_markdown_has_all_of_it_in_order() -> None:
    first = entered("lost_revenue", "Проверить.\n\n- Анна\n- [x] звонок", clients="800–1200")
    second = entered("owner_check")
    made = asked(first, second, tasks=TASKS, file="md")
    assert made["name"] == "report.md"
    lines = made["text"].splitlines()
    page = view.result("lost_revenue", first["raw"])
    assert lines[:5] == ["# Совету", "", DATE, "", f"## {view.form('lost_revenue')['question']}"]
    assert f"### Незаработанная выручка за год: 6{NB}000{NB}000{NB}₽" in lines
    assert f"4{NB}800{NB}000–7{NB}200{NB}000{NB}₽" in lines
    assert page["chart"]["finding"] in lines
    assert page["reading"]["caution"] in lines
    at = lines.index("#### Заметка")
    assert lines[at : at + 6] == ["#### Заметка", "", "Проверить.", "", "- Анна", "- [x] звонок"]
    assert lines.count("#### Заметка") == 1
    assert made["text"].endswith(
        "## Задачи этих глав\n\n### Повторные продажи\n\n- [x] Выгрузить базу.\n"
        "- [ ] Назначить одного.\n\n### Найм\n\n- [ ] Посчитать.\n"
    )


def test_without_tasks_there_is_no_heading_for_them() -> None:
    assert "Задачи" not in asked(entered("lost_revenue"), file="md")["text"]


def test_a_text_of_many_lines_is_one_item_of_a_list() -> None:
    made = asked(entered("job_brief", duties="Ведёт базу.\n- звонит"), file="md")
    assert [line for line in made["text"].splitlines() if line.endswith(": Ведёт базу. - звонит")]


def test_the_document_for_word_is_the_same_text() -> None:
    entries = [entered("lost_revenue", "Проверить."), entered("hiring_cost")]
    text = asked(*entries, tasks=TASKS, file="md")["text"]
    made = asked(*entries, tasks=TASKS, file="docx")
    assert (made["name"], made["title"]) == ("report.docx", "Совету")
    assert made["blocks"] == list(markdown.blocks(text))
