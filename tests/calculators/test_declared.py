"""Fields and rows that a calculator makes by functions of its own, made once more and compared."""

from decimal import Decimal

from calculators.agency_score import model as agency_score
from calculators.hiring_cost import model as hiring_cost
from calculators.kit.declaration.fields import Number, assumed, secondary
from calculators.kit.declaration.units import HOURS, MARKS, WEEKS


def test_hours_per_hire_are_from_none_to_ten_thousand() -> None:
    made = hiring_cost.hours("Ваше время", 5, "так бывает", "На встречи.")
    because = assumed(5, "так бывает")
    assert made == Number("Ваше время", HOURS, because, "На встречи.", Decimal(0), Decimal(10_000))


def test_weeks_without_anybody_are_from_none_to_ten_years() -> None:
    made = hiring_cost.weeks("Пустует", "1.5", "так бывает", "До выхода.")
    because = assumed("1.5", "так бывает")
    assert made == Number("Пустует", WEEKS, because, "До выхода.", Decimal(0), Decimal(520))


def test_a_weight_is_a_mark_helped_by_the_source_s_own_words() -> None:
    made = agency_score.weight("reviews")
    because = assumed(3, "пока все критерии важны одинаково")
    label, words = "Вес: отзывы на чужих площадках", made.help
    assert made == secondary(Number(label, MARKS, because, words, Decimal(0), Decimal(5)))
    assert words.endswith(".")
    assert "отзыв" in words.lower()


def test_a_default_row_has_its_marks_in_the_order_of_the_criteria() -> None:
    row = agency_score.example("А", *range(1, len(agency_score.CRITERIA) + 1))
    assert row["name"] == "А"
    assert [row[criterion] for criterion in agency_score.CRITERIA] == list(range(1, 9))
