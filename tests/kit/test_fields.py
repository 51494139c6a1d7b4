"""Fields, their defaults and units, as a calculator declares them while it is imported."""

from decimal import Decimal as D

from calculators import job_brief, owner_check
from calculators.agency_score import model as agency_score
from calculators.career_path import model as career_path
from calculators.kit.declaration import fields
from calculators.kit.declaration.answers import NO, YES, Questions
from calculators.kit.declaration.fields import Choice, Number, Text
from calculators.kit.declaration.figures import figure
from calculators.kit.declaration.units import HOURS, LEADS, MARKS, PERCENT, RUBLES, Unit
from calculators.marketer_pay import model as marketer_pay
from calculators.team_or_contractors import model as team_or_contractors

DEFAULT = fields.Default(D(7), "семь")


def test_an_assumption_is_an_exact_number_with_its_reason() -> None:
    assert fields.assumed("2.5", "потому что") == fields.Default(D("2.5"), "потому что", None)


def test_a_sourced_default_is_the_figure_with_its_words() -> None:
    found = figure("repeat.share")
    assert fields.sourced("repeat.share") == fields.Default(D(20), found.text, found)


def test_a_chosen_answer_is_the_key_of_its_option() -> None:
    assert fields.chosen("yes", "так чаще") == fields.Default("yes", "так чаще", None)


def test_default_rows_are_as_a_reader_would_type_them() -> None:
    rows = fields.rows([{"name": "Звонок", "share": 5}], "пример")
    assert rows == fields.Default([{"name": "Звонок", "share": "5"}], "пример", None)


def test_money_goes_from_zero_to_a_million_million() -> None:
    assert fields.money("Чек", DEFAULT, "Средний.") == Number(
        "Чек", RUBLES, DEFAULT, "Средний.", D(0), D(1_000_000_000_000)
    )


def test_equal_fields_are_one_key() -> None:
    one, other = (fields.money("Чек", DEFAULT, "Средний.") for _ in range(2))
    assert {one: 1}[other] == 1


def test_a_percent_goes_from_zero_to_a_hundred() -> None:
    assert fields.percent("Доля", DEFAULT, "Какая.") == Number(
        "Доля", PERCENT, DEFAULT, "Какая.", D(0), D(100)
    )


def test_a_percent_below_one_may_be_usual() -> None:
    assert not fields.percent("Доля", DEFAULT, "Какая.").below_one
    assert fields.percent("Клики", DEFAULT, "Какая.", below_one=True).below_one


def test_a_sign_is_the_same_after_any_number() -> None:
    assert Unit.symbol("₽", 2) == Unit("₽", "₽", "₽", digits=2)
    assert Unit.symbol("₽", 2, "рубль").aliases == ("рубль",)


def test_a_question_asks_what_its_row_says() -> None:
    options = {YES: "да", NO: "нет"}
    unanswered = fields.Default(NO, "")
    # Row 2 of each sheet: one asks, the other states.
    assert Questions("audit.checks", options, NO).ask(2) == Choice(
        "2. Критерии квалификации",
        options,
        unanswered,
        "Записано ли, по каким признакам лида считают подходящим?",
    )
    assert Questions("owner", options, NO).ask(2) == Choice(
        "2. Инструментарий",
        options,
        unanswered,
        "Продавец сам решит, как связываться с клиентом.",
    )


def test_questions_are_named_by_the_fields_that_ask_them() -> None:
    names = owner_check.MISTAKES.names(owner_check.Inputs)
    assert len(names) == 9
    assert (names["tools"], names["scripts"]) == ("Инструментарий", "Скрипты и речевые модули")


def test_the_weight_of_a_criterion_goes_from_zero_to_five() -> None:
    assert agency_score.weight("speed") == Number(
        "Вес: скорость ответа",
        MARKS,
        fields.Default(D(3), "пока все критерии важны одинаково"),
        "Скорость, с которой отвечает отдел продаж агентства.",
        D(0),
        D(5),
        secondary=True,
    )


def test_an_example_of_an_agency_has_a_mark_for_each_criterion() -> None:
    marks = range(len(agency_score.CRITERIA))
    row = agency_score.example("Первое", *marks)
    assert row == {"name": "Первое", **dict(zip(agency_score.CRITERIA, marks, strict=True))}


def test_a_skill_is_asked_under_the_number_of_its_turn() -> None:
    steps = list(career_path.FIELDS.values())
    first, last = career_path.skill(steps[0][0]), career_path.skill(steps[-1][0])
    title, question, _ = career_path.ROWS[steps[0][0]]
    assert first.label == f"Перелом 1. {title}"
    assert first.help == f"{question}?"
    assert first.options == career_path.ANSWERS
    assert first.default == fields.Default(NO, "")
    assert last.label.startswith(f"Перелом {len(steps)}. ")


def test_an_item_of_a_brief_has_room_for_a_page() -> None:
    key = next(iter(job_brief.TITLES))
    assert job_brief.item(key, "Что.") == Text(
        job_brief.TITLES[key], fields.Default("", ""), "Что.", longest=5000, lines=3
    )


def test_a_count_of_leads_is_whole_and_may_have_to_be_above_zero() -> None:
    plain = marketer_pay.count("Лиды", LEADS, 40, "так", "В месяц.")
    above = marketer_pay.count("Лиды", LEADS, 40, "так", "В месяц.", positive=True)
    default = fields.Default(D(40), "так")
    most = marketer_pay.COUNT_MAXIMUM
    assert plain == Number("Лиды", LEADS, default, "В месяц.", D(0), most, True, False)
    assert above == Number("Лиды", LEADS, default, "В месяц.", D(0), most, True, True)


def test_an_attainment_may_be_above_the_plan() -> None:
    default = fields.Default(D(90), "так")
    most = marketer_pay.MOST_ATTAINMENT
    assert most > 100
    assert marketer_pay.attained("План", 90, "так", "Сколько.") == Number(
        "План", PERCENT, default, "Сколько.", D(0), most
    )


def test_hours_are_at_most_those_of_a_month() -> None:
    default = fields.Default(D(10), "так")
    most = team_or_contractors.MONTH_HOURS
    assert most <= 31 * 24
    assert team_or_contractors.hours("Правки", 10, "так", "Сколько.") == Number(
        "Правки", HOURS, default, "Сколько.", D(0), most
    )
