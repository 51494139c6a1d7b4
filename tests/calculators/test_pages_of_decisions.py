"""What a page shows of what helps to decide, worked out by hand."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal as D
from typing import Any

import pytest

from calculators.kit import registry, view
from calculators.kit.decision import cases
from calculators.kit.decision.spread import CASES, Spread

NB = "\u00a0"


def told(name: str, raw: dict[str, Any]) -> dict[str, Any]:
    """What the page shows, with plain spaces."""
    found = view.decisions(name, raw)
    assert found
    plain: dict[str, Any] = json.loads(json.dumps(found, ensure_ascii=False).replace(NB, " "))
    return plain


def dots(found: dict[str, Any]) -> list[tuple[int, int]]:
    """The column and the row of each dot."""
    return [(int(dot["x"]), int(dot["y"])) for dot in found["dots"]]


def drawn(values: Sequence[D | None]) -> dict[str, Any]:
    """What a page shows of a plan's payback in so many cases."""
    name = "payback_month"
    known: Mapping[str, Any] = {name: values}
    it = Spread({name: values[0]}, {name: values[-1]}, known, values, 0)
    return cases.page(registry.get("account_plan"), it)


def test_one_range_of_a_product_stands_in_a_line_of_dots() -> None:
    found = told("lost_revenue", {"clients": "800–1200"})
    # 800 and 1200 × 20 % × 2 × 15 000
    assert found["range"] == "4 800 000–7 200 000 ₽"
    assert dots(found) == [(column, 1) for column in range(1, 21)]
    # The cases are 1/40, 3/40, … of the points: the first is about 4 800 000 + 2 400 000 ÷ 40.
    first, last = (int(end["text"].removesuffix(" ₽").replace(" ", "")) for end in found["ends"])
    assert abs(first - 4_860_000) <= 10_000
    assert abs(last - 7_140_000) <= 10_000
    assert found["counting"] == "В 18 случаях из 20: 4 980 000–7 020 000 ₽."
    assert found["zero"] == []
    assert [line["label"] for line in found["spread"]] == [
        "Незаработанная выручка за год",
        "Незаработанная выручка за месяц",
        "Прибыль, которой нет, за год",
        "Прибыль, которой нет, за месяц",
        "Вернулось бы ещё",
    ]
    # A twelfth of 4 800 000 and of 7 200 000; a fifth of 800 and of 1200.
    texts = [line["text"] for line in found["spread"]]
    assert texts[1] == "400 000–600 000 ₽"
    assert texts[4] == "160–240 клиентов"


def test_without_a_range_nothing_of_a_spread_is_shown() -> None:
    found = told("lost_revenue", {})
    assert {key: found[key] for key in cases.NOTHING} == cases.NOTHING


def test_zero_is_marked_where_some_cases_are_below_it() -> None:
    found = told("hiring_cost", {"agency_salaries": "1–2"})
    # The agency wins below 1,161 salaries, 16 % of the range; the cases go from 1/40 to 39/40 of
    # it, so zero is (0,839 − 0,025) ÷ 0,95 = 85,7 % of the way from the first column's middle,
    # at 2,5 %, to the last one's, at 97,5 %: 83,9 %.
    assert [abs(float(mark["x"]) - 83.9) < 0.5 for mark in found["zero"]] == [True]
    assert found["range"] == "Выгода агентства: от −100 674 до 19 326 ₽"
    assert found["counting"] == "Что дешевле: сами — в 17 случаях из 20, агентство — в 3."


def test_dots_of_one_column_stand_on_one_another() -> None:
    # From 4 to 23 months a month is a column.
    months = [D(4), D(4), D(4), D(5), D(23), *[D(23)] * 15]
    found = drawn(months)
    heights = [(1, 16), (1, 15), (1, 14), (2, 16), *((20, row) for row in range(16, 0, -1))]
    assert dots(found) == heights
    assert [end["text"] for end in found["ends"]] == [f"4{NB}месяца", f"23{NB}месяца"]


def test_never_stands_apart_in_the_last_column() -> None:
    # From 4 to 20 months there are seventeen columns, a month each; the last is never.
    months: list[D | None] = [D(4), D(12), *[D(20)] * 17, None]
    found = drawn(months)
    assert dots(found)[:3] == [(1, 17), (9, 17), (17, 17)]
    assert dots(found)[-1] == (20, 17)
    assert found["counting"] == f"В 1{NB}случае из 20 не окупится за срок плана."
    assert found["range"] == f"4{NB}месяца — не окупится за срок плана"
    assert found["ends"][1]["text"] == "не окупится за срок плана"


def test_what_is_the_same_in_every_case_is_drawn_as_nothing() -> None:
    found = drawn([D(4)] * CASES)
    assert found["dots"] == found["ends"] == found["zero"] == []
    assert found["range"] == ""
    assert found["counting"] == f"Во всех 20{NB}случаях — 4{NB}месяца."


def test_one_number_and_never_are_two_columns() -> None:
    found = drawn([D(4)] * 10 + [None] * 10)
    assert {column for column, _ in dots(found)} == {1, 20}
    assert found["counting"] == f"В 10{NB}случаях из 20 не окупится за срок плана."


def counted(**answers: int) -> str:
    """What is said of so many points with each answer to which way is cheaper."""
    found = [key for key, count in answers.items() for _ in range(count)]
    calculator = registry.get("hiring_cost")
    return cases.counting(calculator, Spread({}, {}, {}, found, 0)).replace(NB, " ")


def test_of_twenty_cases_the_largest_remainders_get_the_odd_ones() -> None:
    # 3 and 4 of 7 are 8,57 and 11,43 of 20; 1, 1 and 5 of 7 are 2,86, 2,86 and 14,29.
    said = "Что дешевле: агентство — в 11 случаях из 20, сами — в 9."
    assert counted(own=3, agency=4) == said
    said = "Что дешевле: почти поровну — в 14 случаях из 20, сами — в 3, агентство — в 3."
    assert counted(own=1, agency=1, nearly=5) == said


def test_what_is_less_than_half_a_case_is_left_out() -> None:
    # 1 and 199 of 200 are 0,1 and 19,9 of 20.
    assert counted(own=1, agency=199) == "Что дешевле: во всех 20 случаях — агентство."


def numbered(values: Sequence[D | None]) -> str:
    """What is counted of so many cases of lost revenue, ₽ a year."""
    it = Spread({}, {}, {"lost_revenue_year": values}, values, 0)
    return cases.counting(registry.get("lost_revenue"), it).replace(NB, " ")


def test_cases_below_zero_are_counted_and_zero_is_not_below() -> None:
    assert numbered([D(-1), D(0), *[D(5)] * 18]) == "В 1 случае из 20 меньше нуля."
    assert numbered([D(-2)] * 19 + [D(1)]) == "В 19 случаях из 20 меньше нуля."
    # All below zero, or none: the range tells more.
    assert numbered([D(-300 + n) for n in range(20)]) == "В 18 случаях из 20: от −299 до −282 ₽."
    assert numbered([D("0.5"), *[D(300)] * 18, D(400)]) == "В 18 случаях из 20: 300 ₽."


def test_cases_that_are_alike_but_for_one_are_no_sameness() -> None:
    assert numbered([D(100), *[D(200)] * 19]) == "В 18 случаях из 20: 200 ₽."
    assert numbered([*[D(100)] * 19, D(200)]) == "В 18 случаях из 20: 100 ₽."


def test_the_inner_range_is_told_in_three_digits_halves_up() -> None:
    # 1245 and 98 750 to three digits; in the other way of rounding halves 1245 would be 1240.
    values = [D(1000), D(1245), *[D(5000)] * 16, D(98_750), D(200_000)]
    assert numbered(values) == "В 18 случаях из 20: 1 250–98 800 ₽."


def test_of_answers_that_are_several_the_first_is_counted() -> None:
    calculator = registry.get("agency_score")
    answers = [("Альфа", "Бета")] * 3 + [("Бета",)] + [()] * 16
    said = cases.counting(calculator, Spread({}, {}, {}, answers, 0))
    output = calculator.results[calculator.headline]
    assert said.startswith(f"{output.label}: {output.absent} — в 16 случаях из 20, Альфа — в 3")
    assert said.endswith("Бета — в 1.")


def test_from_zero_on_both_ends_stand_before_one_unit() -> None:
    output = registry.get("lost_revenue").results["lost_revenue_year"]
    assert cases.between(output, D(0), D(700)).replace(NB, " ") == "0–700 ₽"
    assert cases.between(output, D(-7), D(700)).replace(NB, " ") == "от −7 до 700 ₽"
    assert cases.between(output, D("0.5"), D(700)).replace(NB, " ") == "0,5–700 ₽"


def zero(values: Sequence[D]) -> list[str]:
    """Where zero is marked among the cases of a payback."""
    return [mark["x"] for mark in drawn(values)["zero"]]


def test_zero_stands_where_a_case_of_zero_would() -> None:
    # From −10 to 9 a unit is a column; zero is in the eleventh of twenty, its middle at 52,5 %.
    assert zero([D(n) for n in range(-10, 10)]) == ["52.5"]
    # A third of the way from the first column's middle, 2,5 %, to the last one's, 97,5 %.
    assert zero([D(-1), *[D(2)] * 19]) == ["34.2"]
    assert zero([*[D(-2)] * 19, D(1)]) == ["65.8"]
    assert zero([D(n) for n in range(20)]) == zero([D(n) for n in range(-19, 1)]) == []
    assert zero([D(n) / 20 + D("0.5") for n in range(20)]) == []


def test_what_is_left_out_is_said_after_what_is_counted() -> None:
    values = [D(4), *[D(9)] * 19]
    it = Spread({"payback_month": D(4)}, {"payback_month": D(9)}, {"payback_month": values}, [], 2)
    said = cases.page(registry.get("account_plan"), it)["counting"].replace(NB, " ")
    assert said.startswith("В 18 случаях из 20: 9 месяцев. Не посчитаны сочетания")


def test_turning_points_are_said_from_the_nearest_on() -> None:
    # Salary 120 000 down to 95 000, −21 %; fee 1,5 down to 1,16, −23 %; hours 30 up to 41,8, +39 %.
    assert told("hiring_cost", {})["turning"] == (
        "Ответ сменится при одном из этих чисел: «Оклад специалиста в месяц» — 95 000 ₽ (сейчас "
        "120 000 ₽); «Вознаграждение агентства» — 1,16 оклада (сейчас 1,5 оклада); «Ваше время "
        "при своём поиске» — 41,8 часа (сейчас 30 часов)."
    )


def test_variants_are_compared_at_the_worker_s_door() -> None:
    named = [{"name": "А", "raw": {}}, {"name": "Б", "raw": {"clients": "2000"}}]
    question = {"calculator": "lost_revenue", "raw": {}, "variants": named}
    *signs, found = view.decide(json.dumps(question))
    assert signs == ["", ""]
    assert "Клиентов за всё время" in found
    assert json.loads(found) == view.variants("lost_revenue", named)
    assert json.loads(found)["columns"] == [{"text": "А"}, {"text": "Б"}]


def seek(**asked: str) -> tuple[list[str], dict[str, str]]:
    """The signs of work, and what a page is told of what is sought of lost revenue."""
    raw = {"clients": asked.pop("clients", "1000")}
    question = {"calculator": "lost_revenue", "raw": raw, "seek": asked}
    *signs, found = view.decide(json.dumps(question))
    return signs, {key: text.replace(NB, " ") for key, text in json.loads(found).items()}


YEAR, CLIENTS = "Незаработанная выручка за год", "Клиентов за всё время"


def test_what_is_sought_is_said_with_what_to_put_into_the_form() -> None:
    signs, found = seek(output=YEAR, target="10 млн", input=CLIENTS)
    assert set(signs) == {""}
    # 10 000 000 ÷ (20 % × 2 × 15 000) = 1666,67
    sentence = "«Клиентов за всё время»: нужно 1 667 клиентов, сейчас 1 000 клиентов."
    assert found == {"path": "clients", "text": "1 667", "sentence": sentence}


def test_a_value_sought_downwards_is_rounded_to_where_it_is_reached() -> None:
    _, found = seek(output=YEAR, target="5001000", input="Средний чек")
    # 5 001 000 ÷ (1000 × 20 % × 2) = 12 502,5; with 12 500 it is 5 000 000, with 12 600 too much.
    assert found["text"] == "12 500"


def test_what_is_not_reached_puts_nothing_into_the_form() -> None:
    _, found = seek(output=YEAR, target="10 млрд", input="Доля, которая вернулась бы")
    # 1000 × 100 % × 2 × 15 000
    near = "одним этим числом столько не получить. Ближе всего 30 000 000 ₽ — 100 %."
    assert found == {"path": "", "text": "", "sentence": f"«Доля, которая вернулась бы»: {near}"}


@pytest.mark.parametrize(("output", "input"), [("Прибыль", CLIENTS), (YEAR, "Людей")])
def test_a_label_that_is_gone_is_answered_in_a_sentence(output: str, input: str) -> None:
    _, found = seek(output=output, target="1", input=input)
    sentence = "Такого числа в ответе сейчас нет. Выберите другое."
    assert found == {"path": "", "text": "", "sentence": sentence}


def test_a_target_that_is_no_number_is_answered_as_a_field_answers() -> None:
    _, found = seek(output=YEAR, target="много", input=CLIENTS)
    assert found["sentence"].startswith("Не получается прочесть число: не поняли «много».")
    assert (found["path"], found["text"]) == ("", "")


def test_nothing_is_sought_before_the_form_can_be_read() -> None:
    _, found = seek(output=YEAR, target="1", input=CLIENTS, clients="много")
    sentence = "Сначала поправьте поля с подсказками."
    assert found == {"path": "", "text": "", "sentence": sentence}
