"""Words and lists at the places where one branch of a calculator gives way to another."""

from typing import Any

import pytest

from calculators import audit_check, hiring_check, owner_check
from calculators.kit import registry, view
from calculators.kit.declaration import answers

NB = "\u00a0"


def shown(name: str, **raw: Any) -> dict[str, Any]:
    result = view.result(name, raw)
    assert "errors" not in result
    return result


@pytest.mark.parametrize(
    ("ramp", "formula"),
    [
        # 2 managers × 150 contacts = 300 in the first month and in the second when the first is
        # full at once; the base of 1000 then has 1000 − 300 = 700 left.
        ("1", "меньшее из 2 менеджера × 150 клиентов и 700 клиентов = 300 клиентов"),
        # Half of 300 in the first month: 1000 − 150 = 850 left. The second month is full.
        ("2", "меньшее из 2 менеджера × 150 клиентов и 850 клиентов = 300 клиентов"),
        # A third of 300 in the first month: 1000 − 100 = 900 left; two thirds in the second.
        ("3", "меньшее из 2 менеджера × 150 клиентов × 2 ÷ 3 месяца и 900 клиентов = 200 клиентов"),
    ],
)
def test_a_plan_s_second_month_says_how_far_its_people_have_come(ramp: str, formula: str) -> None:
    plan = shown("account_plan", base="1000", managers="2", contacts_per_manager="150",
                 ramp_months=ramp)  # fmt: skip
    assert plan["steps"][0]["formula"].replace(NB, " ") == formula


def test_a_plan_that_never_pays_back_says_what_is_left_at_its_end() -> None:
    plan = shown("account_plan", conversion="0")
    last = plan["tables"][0]["rows"][-1]["cells"][-1]["text"]
    before = plan["tables"][0]["rows"][-2]["cells"][-1]["text"]
    assert last != before
    assert f"в конце накоплено {last}{NB}₽." in plan["reading"]["meaning"]


def test_the_derivation_of_a_score_is_there_for_each_agency_unless_nothing_has_weight() -> None:
    usual = shown("agency_score")
    first, second, third = (row["cells"][0]["text"] for row in usual["tables"][0]["rows"])
    steps = {step["label"]: step["formula"].replace(NB, " ") for step in usual["steps"]}
    between = "Между первым и вторым"
    assert list(steps) == [first, second, third, f"{third}, известно по весу", between]
    # Eight criteria of weight 3 each: 8 × 3 = 24, of which one of the third is not known.
    assert all("÷ (5 × 24) = " in steps[name] for name in (first, second))
    assert "÷ (5 × 21) ≈ " in steps[third]
    assert steps[f"{third}, известно по весу"] == "21 ÷ 24 = 87,5 %"
    weightless = {name: "0" for name in registry.get("agency_score").fields if "weight" in name}
    assert weightless
    assert shown("agency_score", **weightless)["steps"] == []


def test_the_lists_of_a_backlog_are_numbered_from_one() -> None:
    backlog = shown("audit_backlog")
    assert [step["label"] for step in backlog["steps"]] == [
        "Список 1", "Список 2", "Список 3", "Список 4", "Ждут в этом списке", "Ждут в других",
    ]  # fmt: skip
    assert [each["title"].partition(".")[0] for each in backlog["lists"]] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(("tasks", "doubted"), [(1, False), (2, True)])
def test_one_list_for_all_is_doubted_once_there_are_two_tasks(tasks: int, doubted: bool) -> None:
    fields = registry.get("audit_backlog").fields["tasks"]
    row = view.result("audit_backlog", {})["fields"]
    first = {key.split(".")[2]: text for key, text in row.items() if key.startswith("tasks.0.")}
    assert fields.label
    backlog = shown("audit_backlog", tasks=[first] * tasks)
    assert ("Все задачи попали в этот список" in backlog["reading"]["meaning"]) is doubted


@pytest.mark.parametrize(
    ("name", "questions", "inputs", "answer"),
    [
        ("audit_check", audit_check.CHECKS, audit_check.Inputs, "unknown"),
        ("hiring_check", hiring_check.MISTAKES, hiring_check.Inputs, None),
        ("owner_check", owner_check.MISTAKES, owner_check.Inputs, None),
    ],
)
def test_advice_is_the_name_of_a_question_and_the_last_column_of_its_row(
    name: str, questions: answers.Questions, inputs: type[Any], answer: str | None
) -> None:
    keys = list(registry.get(name).fields)[:2]
    first, second = questions.sheet.rows[:2]
    expected = [f"{first[0]}. {first[-1]}.", f"{second[0]}. {second[-1]}."]
    assert questions.advice(inputs, keys) == expected
    if answer:
        told = shown(name, **dict.fromkeys(keys, answer))["lists"][-1]["items"]
        assert [item["text"] for item in told][:2] == expected
