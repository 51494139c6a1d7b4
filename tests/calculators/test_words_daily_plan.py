"""What is said of a month's plan at each place where one reading gives way to another."""

import json
from typing import Any

import pytest

from calculators.kit import view
from tests.calculators.test_drawn import domain, marks, spec

NB = "\u00a0"


def told(**raw: str) -> dict[str, str]:
    """The reading, with plain spaces."""
    found: dict[str, str] = view.result("daily_plan", raw)["reading"]
    return {key: text.replace(NB, " ") for key, text in found.items()}


@pytest.mark.parametrize(
    ("raw", "meaning"),
    [
        # 255 left on 15 days; 9 a day make 180, 120 short; 12 deals of 50 000.
        ({}, "Вы отстали: чтобы догнать план, нужно 17 действий в день вместо 15. В прежнем темпе "
             "за месяц выйдет 180 действий, до плана останется 120 действий. Это 12 сделок и "
             "600 000 ₽ выручки."),
        ({"average_check": "0"}, "Вы отстали: чтобы догнать план, нужно 17 действий в день вместо "
                                 "15. В прежнем темпе за месяц выйдет 180 действий, до плана "
                                 "останется 120 действий. Это 12 сделок."),
        ({"done": "75"}, "Вы идёте ровно по плану: 15 действий в день."),
        # 226 left on 15 days is 15,07; 15,1 is shown.
        ({"done": "74"}, "Вы идёте почти по плану: нужно 15,1 действия в день вместо 15."),
        # 299 999 of 300 000 left: 15 000,05 and 15 000 are shown alike.
        ({"month_plan": "300000", "done": "74999"},
         "Вы идёте почти по плану: нужно 15 000,1 действия в день вместо 15 000."),
        ({"month_plan": "300000", "work_days": "21", "days_passed": "1", "done": "14285"},
         "Вы идёте почти по плану: нужно 14 285,8 действия в день вместо 14 285,7."),
        # 195 ÷ 15 = 13, more than a tenth less.
        ({"done": "105"}, "Вы впереди плана: нужно 13 действий в день вместо 15."),
        ({"done": "300"}, "План месяца выполнен: сделано 300 действий, а нужно было 300 действий."),
        ({"days_passed": "20", "done": "301"},
         "План месяца выполнен: сделано 301 действие, а нужно было 300 действий."),
        ({"days_passed": "20", "done": "299"},
         "Рабочие дни кончились, и не сделано 1 действие. Это 0,1 сделки и 5 000 ₽ выручки."),
        ({"days_passed": "20", "done": "0", "conversion": "0"},
         "Рабочие дни кончились, и не сделано 300 действий. Сколько это сделок, не посчитать: "
         "сделкой становится 0 %."),
        ({"days_passed": "0", "done": "0"},
         "Месяц начинается: план выйдет, если делать 15 действий в день."),
        ({"days_passed": "0", "done": "20"},
         "До первого рабочего дня сделано 20 действий: нужно 14 действий в день вместо 15."),
        ({"done": "0"}, "За 5 дней не сделано ничего: теперь нужно 20 действий в день вместо 15. "
                        "Это 30 сделок и 1 500 000 ₽ выручки."),
    ],
)  # fmt: skip
def test_each_state_of_a_month_has_words_of_its_own(raw: dict[str, str], meaning: str) -> None:
    assert told(**raw)["meaning"] == meaning


@pytest.mark.parametrize(
    ("raw", "begins"),
    [
        # After the sixth day in the same pace 246 are left on 14 days: 17,57.
        ({}, "Добирайте с завтрашнего дня: ещё день в прежнем темпе, и понадобится 17,6 действия "),
        ({"done": "75"}, "Смотрите на дневное число дважды"),
        ({"done": "105"}, "Смотрите на дневное число дважды"),
        ({"done": "300"}, "Проверьте, так же ли часто"),
        ({"days_passed": "20"}, "Найдите по дням, где отстали"),
        ({"days_passed": "19", "done": "280"}, "Остался один день"),
        # 150 left on 5 days is twice 15, 149 is not.
        ({"days_passed": "15", "done": "150"}, "Это вдвое больше дневного плана"),
        ({"days_passed": "15", "done": "151"}, "Добирайте с завтрашнего дня"),
        ({"days_passed": "0", "done": "0"}, "Смотрите на дневное число дважды"),
    ],
)
def test_what_to_do_is_what_can_still_be_done(raw: dict[str, str], begins: str) -> None:
    assert told(**raw)["action"].startswith(begins)


@pytest.mark.parametrize(
    ("days", "begins"),
    [("0", "Прогноза ещё нет"), ("1", "Прошло мало (1 день)"), ("2", "Прошло мало (2 дня)"),
     ("3", "Прогноз продолжает нынешний темп")],
)  # fmt: skip
def test_a_forecast_from_few_days_is_doubted(days: str, begins: str) -> None:
    assert told(days_passed=days)["caution"].startswith(begins)


def test_a_plan_that_is_met_needs_no_arithmetic_of_what_is_left() -> None:
    steps = view.result("daily_plan", {"done": "310"})["steps"]
    assert [step["label"] for step in steps] == [
        "Дневной план", "Осталось дней", "Нужно в день", "Прибавка к дневному плану",
        "Прогноз на месяц",
    ]  # fmt: skip
    assert steps[2]["formula"].replace(NB, " ") == "0 действий ÷ 15 дней = 0 действий"


def test_what_a_day_needs_is_drawn_from_today_over_the_even_day() -> None:
    drawn = spec("daily_plan")
    even, needed, point = marks(drawn)
    assert even == ("line", (0, 15), (20, 15))
    assert (needed[1], needed[-1]) == ((5, 17), (19, 129))
    assert point == ("point", (5, 17))
    assert domain(drawn, "x") == [0, 20]
    # 129: three steps of 50.
    assert domain(drawn, "y") == [0, 150]


@pytest.mark.parametrize(
    ("raw", "layers", "finding"),
    [
        ({"days_passed": "20"}, 1, "Дней не осталось, по плану было 15 действий в день."),
        ({"days_passed": "19"}, 3, "Сейчас — 255 действий, по плану 15 действий."),
        ({"days_passed": "0"}, 3, "Сейчас — 12,8 действия, по плану 15 действий."),
    ],
)
def test_a_chart_of_no_days_or_one_says_so(raw: Any, layers: int, finding: str) -> None:
    chart = view.result("daily_plan", raw)["chart"]
    assert len(json.loads(chart["spec"])["layer"]) == layers
    assert chart["finding"].replace(NB, " ").endswith(finding)
