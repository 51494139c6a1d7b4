"""What is said and drawn of agencies, in each situation that the words tell apart."""

import json
from typing import Any

import pytest

from calculators.agency_score.model import CRITERIA
from calculators.kit import charts, view

WEIGHTS = [f"weight_{criterion}" for criterion in CRITERIA]
NB = "\u00a0"


def agency(name: str, mark: str = "4", **others: str) -> dict[str, str]:
    """An agency with one mark for every criterion, save `others`."""
    return dict.fromkeys(CRITERIA, mark) | {"name": name} | others


def result(*agencies: dict[str, str], **raw: Any) -> dict[str, Any]:
    found: dict[str, Any] = view.result("agency_score", raw | {"agencies": list(agencies)})
    assert "errors" not in found
    return found


# Eight marks of 4 are 32 of 40, 80 %; with one of 3, 2 or 0 in place of a 4: 77,5, 75, 70 %.
ONE_MARK = agency("А", "unknown", experience="5")
GOOD, SO_SO, POOR = agency("А"), agency("Б", speed="2"), agency("В", speed="0")


@pytest.mark.parametrize(
    ("agencies", "raw", "headline", "meaning", "action"),
    [
        ([POOR, GOOD], {}, "А; В",
         "Впереди «А»: 80 % от возможного. Следующее — «В»: 70 %.",
         "Отправьте ему техническое задание и попросите пересказать."),
        ([agency("А", "5", speed="2"), POOR], {"weight_speed": "5"}, "А; В", "Впереди «А»",
         "До договора спросите «А» о слабом: скорость ответа."),
        # Known in 7 of 8: at least 4 × 7 ÷ 40 = 70 %, and the other has 60 %.
        ([agency("А", speed="unknown"), agency("Б", "3")], {}, "А; Б",
         "Впереди «А»: 80 % (известно 87,5 % по весу) от возможного.",
         "Отправьте ему техническое задание"),
        # Known in 6 of 8: at least 4 × 6 ÷ 40 = 60 %, which the other has.
        ([agency("А", speed="unknown", questions="unknown"), agency("Б", "3")], {}, "А; Б",
         "Впереди «А»", "Сначала узнайте недостающее: порядок ещё может измениться."),
        # The other is at most (3 × 7 + 5) ÷ 40 = 65 %, less than 70 %.
        ([agency("А", speed="unknown"), agency("Б", "3", speed="unknown")], {}, "А; Б",
         "Следующее — «Б»: 60 % (известно 87,5 % по весу).", "Отправьте ему"),
        # 80 − 77,5 is less than five points, 80 − 75 is not.
        ([SO_SO, GOOD, agency("Г", speed="3")], {}, "А и Г — почти равны; Б",
         "Почти равны «А» — 80 % и «Г» — 77,5 %: разница меньше 5 процентных пунктов.",
         "позвоните ещё одному клиенту каждого"),
        ([GOOD, agency("Г"), agency("Д")], {}, "А, Г и Д — почти равны",
         "Почти равны «А» — 80 %, «Г» — 80 % и «Д» — 80 %", "Решают рекомендации"),
        ([agency("А", "0"), agency("Б", "0")], {}, "лучшего нет",
         "Больше 0 % не набрал никто: лучшего среди них нет.", "ищите другие агентства"),
        ([agency("А", "unknown"), agency("Б", "unknown")], {}, "лучшего нет",
         "По критериям с весом пока нет ни одной оценки.", "Поставьте оценки"),
        # One mark of eight, the highest: at least 12,5 and, the rest being 5, 100 %.
        ([ONE_MARK, agency("Б", "5")], {}, "А и Б — почти равны",
         "Почти равны «А» — 100 % (известно 12,5 % по весу) и «Б» — 100 %",
         "Сначала узнайте недостающее: порядок ещё может измениться."),
        # Before a contract is spoken of, one has to know who is the best.
        ([ONE_MARK | {"reviews": "1"}, agency("Б", "2")], {"weight_reviews": "5"}, "А; Б",
         "Впереди «А»: 50 % (известно 30,77 % по весу) от возможного.",
         "Сначала узнайте недостающее"),
        # All at most (4 × 7 + 5 × 0) ÷ 40: what is unknown of it weighs nothing.
        ([agency("А", speed="unknown"), agency("Б")], {"weight_speed": "0"},
         "А и Б — почти равны", "Почти равны «А» — 80 % и «Б» — 80 %", "Решают рекомендации"),
        # 40 and 20 % of what is possible; 50 and 20 %; 40 and 40 %.
        ([agency("А", "2"), agency("Б", "1")], {}, "А; Б", "Впереди «А»: 40 % от возможного.",
         "Даже у первого меньше половины возможного: посмотрите и другие агентства."),
        ([agency("А", "2", speed="5", reviews="3"), agency("Б", "1")], {}, "А; Б",
         "Впереди «А»: 50 % от возможного.", "Отправьте ему"),
        ([agency("А", "2"), agency("Б", "2")], {}, "А и Б — почти равны", "Почти равны",
         "Даже у первого меньше половины возможного"),
        ([GOOD, agency("Б", "unknown")], {}, "А; Б", "Оценки есть только у одного: «А» — 80 %",
         "Позвоните остальным"),
        ([GOOD], {}, "А", "Агентство пока одно: «А» набрало 80 % от возможного.",
         "Позвоните ещё двум"),
        ([GOOD, POOR], dict.fromkeys(WEIGHTS, "0"), "лучшего нет", "Все веса равны нулю",
         "Поставьте вес хотя бы одному критерию."),
    ],
)  # fmt: skip
def test_agencies_are_read_as_their_marks_call_for(
    agencies: list[dict[str, str]], raw: dict[str, str], headline: str, meaning: str, action: str
) -> None:
    found = result(*agencies, **raw)
    assert found["headline"]["text"] == headline
    assert meaning in found["reading"]["meaning"].replace(NB, " ")
    assert action in found["reading"]["action"].replace(NB, " ")


def items(listing: dict[str, Any]) -> list[str]:
    return [item["text"] for item in listing["items"]]


def test_what_is_weak_is_listed_for_all_and_what_is_unknown_for_those_that_lead() -> None:
    first = agency("А", "5", speed="unknown", numbers="unknown")
    second = agency("Б", "2", reviews="unknown")
    found = result(second, first, weight_speed="4", weight_results="4", weight_numbers="0")
    titles = {listing["title"]: items(listing) for listing in found["lists"]}
    assert titles == {
        "Б: слабо по важному": ["Скорость ответа", "Нацеленность на результат"],
        # What has no weight need not be found out.
        "А: узнать": ["Скорость ответа"],
    }
    alone = result(GOOD)["lists"]
    assert [listing["title"] for listing in alone] == ["Слабо по важному"]
    # Of weights of 3 none is important: then it is no praise that nothing is weak.
    none = items(alone[0])[0].replace(NB, " ")
    assert none == "Нет критериев с весом от 4: поставьте его тому, что важно."
    found = result(agency("А", "0", speed="3"), weight_speed="4")["lists"]
    assert items(found[0])[0].startswith("Нет: ни одной оценки до 2 у критериев")


def test_the_table_says_how_much_is_known() -> None:
    rows = result(agency("А", "unknown"), agency("Б", speed="unknown"))["tables"][0]["rows"]
    texts = [[cell["text"].replace(NB, " ") for cell in row["cells"]] for row in rows]
    assert texts == [["Б", "80 %", "87,5 %"], ["А", "нет итога", "0 %"]]


def test_the_picture_has_a_cell_for_each_agency_and_criterion_best_first() -> None:
    chart = result(POOR, agency("А", "5", numbers="unknown"), weight_speed="2,5")["chart"]
    boxes, heads, marks, names = json.loads(chart["spec"])["layer"]
    head = [(row["middle"], row["text"]) for row in heads["data"]["values"]]
    assert head == [(0.5, "1. А"), (1.5, "2. В")]
    cells = marks["data"]["values"]
    assert boxes["data"]["values"] == cells
    assert len(cells) == 2 * len(CRITERIA)
    by_line = [row["line"] for row in names["data"]["values"]]
    assert by_line == [1, 3, 5, 7, 9, 11, 13, 15]
    assert [cell["line"] for cell in cells[::2]] == [line + 1 for line in by_line]
    assert names["data"]["values"][4]["text"] == "Скорость ответа, вес 2,5"
    speed = [(cell["at"], cell["text"], cell["shade"]) for cell in cells if cell["line"] == 10]
    assert speed == [(0, "5", 1.0), (1, "0", 0.0)]
    numbers = [(cell["text"], cell["shade"]) for cell in cells if cell["line"] == 16]
    assert numbers == [("?", 0.0), ("4", 0.8)]
    assert all(cell["at"] < cell["middle"] < cell["end"] < cell["at"] + 1 for cell in cells)
    assert boxes["mark"]["fill"] == charts.PRIMARY
    assert boxes["encoding"]["fillOpacity"]["scale"]["domain"] == [0, 1]
    assert boxes["encoding"]["x"]["scale"]["domain"] == [0, 2]
    assert heads["mark"]["limit"] == 165
    assert json.loads(chart["spec"])["height"] == 17 * charts.LINE
    finding = "Итог: «А» — 100 % и «В» — "
    assert finding in chart["finding"].replace(NB, " ")
