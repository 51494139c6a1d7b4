"""What is said about a result: whole everywhere, and the right branch for what is typed."""

import re
from typing import Any

import pytest

from calculators.kit import registry, view
from tests import case_files

CASES = [
    *(case_files.Case(name, "по умолчанию", "", {}) for name in registry.names()),
    *(case for case in case_files.load_all() if case.expect),
]
EVERY = pytest.mark.parametrize("case", CASES, ids=str)


def whole(words: object) -> bool:
    """Whether words are a text with nothing missing in it."""
    return isinstance(words, str) and words != "" and not re.search(r"None|XX|\{|\[|Decimal", words)


@EVERY
def test_every_reading_is_of_whole_sentences(case: case_files.Case) -> None:
    for text in view.result(case.calculator, case.given)["reading"].values():
        assert whole(text)
        assert re.fullmatch(r"[«А-ЯЁA-Z].*[.?]", text)
        assert not re.search(r"\s\s|\.[А-ЯЁ]", text)


@EVERY
def test_every_result_step_table_and_list_has_its_words(case: case_files.Case) -> None:
    result = view.result(case.calculator, case.given)
    for output in [result["headline"], *result["outputs"]]:
        assert whole(output["label"])
        assert isinstance(output["text"], str)
        assert output["text"]
    for step in result["steps"]:
        assert whole(step["label"])
        assert whole(step["formula"])
    for table in result["tables"]:
        assert whole(table["caption"])
        assert all(whole(column["text"]) for column in table["columns"])
        for row in table["rows"]:
            assert len(row["cells"]) == len(table["columns"])
            assert all(isinstance(c["text"], str) and c["text"] for c in row["cells"])
    for listing in result["lists"]:
        assert whole(listing["title"])
        assert listing["items"]
        assert all(isinstance(i["text"], str) and i["text"] for i in listing["items"])


QUESTIONS = {"audit_check": 7, "owner_check": 9, "hiring_check": 10}


def answers(name: str, answer: str, **others: str) -> dict[str, str]:
    """One answer to every question of a questionnaire, save `others`."""
    asked = [f["name"] for f in view.form(name)["fields"] if f["kind"] == "choice"]
    assert len(asked) == QUESTIONS[name]
    return dict.fromkeys(asked, answer) | others


def agency(name: str, mark: str = "1", **others: str) -> dict[str, str]:
    """An agency with one mark for every criterion, save `others`."""
    (rows,) = (f for f in view.form("agency_score")["fields"] if f["kind"] == "rows")
    marks = [column["name"] for column in rows["columns"]]
    return dict.fromkeys(marks, mark) | {"name": name} | others


EVEN = [{"name": "Звонок", "actual": "30", "target": "30"}]
SHORT = [{"name": "Звонок", "actual": "10", "target": "15"}]


@pytest.mark.parametrize(
    ("name", "raw", "part", "said"),
    [
        ("account_plan", {}, "meaning", "Вложения вернутся через 12 месяцев"),
        ("account_plan", {"conversion": "0"}, "meaning", "За 24 месяца план не окупится"),
        ("account_plan", {"conversion": "0"}, "action", "обходится дороже, чем приносит"),
        # The fifth month earns 10 188, the sixth more, and 300 000 are still out.
        ("account_plan", {"horizon": "6"}, "action", "Последний месяц уже прибыльный"),
        ("account_plan", {"payroll": "0", "setup_cost": "0"}, "meaning", "Вкладывать не придётся"),
        ("account_plan", {"payroll": "0", "setup_cost": "0"}, "action", "Так бывает редко"),
        # 40 + 60 of a base of 100 are met in two months.
        ("account_plan", {"base": "100"}, "caution", "База закончится через 2 месяца"),
        ("agency_score", {}, "meaning", "Впереди «"),
        (
            "agency_score",
            {"weight_experience": "5", "agencies": [agency("А", "5", experience="0"), agency("Б")]},
            "action",
            "До договора спросите «А» о слабом: опыт с такими вакансиями.",
        ),
        ("career_path", {"step": "rop"}, "caution", "Пока все ответы — «нет»"),
        (
            "career_path",
            {"step": "rop", "years": "4"},
            "meaning",
            "До коммерческого директора — 2–6 лет",
        ),
        ("career_path", {"step": "rop", "years": "30"}, "meaning", "весь путь уже пройден"),
        # What is not begun comes before what is half done.
        (
            "career_path",
            {
                "step": "rop",
                "managing_managers": "partly",
                "metrics": "no",
                "schedule": "yes",
                "recognition": "yes",
                "management_tools": "yes",
            },
            "action",
            "Начните с одного — «Система показателей и контроля»",
        ),
        ("audit_backlog", {}, "meaning", "Первый список не пуст"),
        ("audit_backlog", {}, "action", "Остальные не трогайте"),
        ("audit_check", answers("audit_check", "yes"), "meaning", "Все семь проверок пройдены"),
        (
            "audit_check",
            answers("audit_check", "yes", channels="unknown"),
            "meaning",
            "чего вы пока не знаете, — «Инструменты связи»",
        ),
        (
            "audit_check",
            answers("audit_check", "yes", channels="unknown"),
            "action",
            "Соберите доказательство",
        ),
        (
            "audit_check",
            answers("audit_check", "yes", channels="no"),
            "meaning",
            "раньше стоит «Инструменты связи»",
        ),
        ("audit_check", answers("audit_check", "yes", channels="no"), "action", "Почините"),
        ("cjm_uplift", {}, "meaning", "В конце воронки было"),
        # 9,375 − 4 = 5,375 people more, 1000 ₽ each
        ("cjm_uplift", {"average_check": "1000"}, "meaning", "Выручка изменится на 5 375 ₽"),
        ("cjm_uplift", {"average_check": "0"}, "meaning", "перемножаются."),
        ("funnel_audit", {}, "meaning", "Каждый месяц воронка недодаёт"),
        ("funnel_audit", {"stages": EVEN}, "meaning", "Разрыва нет"),
        # 10 × 5 % = half a result short
        ("funnel_audit", {"leads": "10", "stages": SHORT}, "meaning", "Каждый месяц воронка"),
        ("hiring_check", answers("hiring_check", "no"), "meaning", "Ни одной из десяти"),
        ("hiring_check", answers("hiring_check", "no"), "action", "Посчитайте людей"),
        ("hiring_check", answers("hiring_check", "yes"), "meaning", "10 из 10"),
        (
            "hiring_check",
            answers("hiring_check", "no", weeks_open="30"),
            "meaning",
            "На вопрос о долгом найме вы ответили иначе",
        ),
        (
            "hiring_check",
            answers("hiring_check", "no", weeks_open="30"),
            "action",
            "И назначьте день",
        ),
        ("hiring_check", {}, "caution", "Пока все ответы — «отчасти»"),
        ("hiring_cost", {"salary": "0"}, "action", "Впишите оклад"),
        ("hiring_cost", {}, "action", "Торгуйтесь от числа 1,65 оклада"),
        ("hiring_cost", {}, "meaning", "Через агентство дешевле на 17 700 ₽"),
        # 356 250 at two salaries, against 313 950
        ("hiring_cost", {"agency_salaries": "2"}, "meaning", "Искать самому дешевле на 42 300 ₽"),
        ("marketer_pay", {"lead_fact": "139"}, "meaning", "это ниже порога"),
        ("marketer_pay", {"lead_fact": "140"}, "meaning", "выполнен на 70 %, премия за лидов"),
        ("marketer_pay", {"lead_fact": "240"}, "meaning", "премия упёрлась в потолок 120 %"),
        ("job_brief", {}, "meaning", "Пока пусто"),
        ("lost_revenue", {"clients": "0"}, "meaning", "терять нечего"),
        ("lost_revenue", {}, "meaning", "6 000 000 ₽ выручки"),
        ("owner_check", answers("owner_check", "no"), "meaning", "Ни одной из девяти"),
        ("owner_check", answers("owner_check", "yes"), "meaning", "9 из 9"),
        ("owner_check", {}, "caution", "Пока все ответы — «отчасти»"),
    ],
)
def test_the_reading_says_what_the_numbers_call_for(
    name: str, raw: dict[str, Any], part: str, said: str
) -> None:
    assert said in view.result(name, raw)["reading"][part].replace("\u00a0", " ")


def steps(name: str, **raw: Any) -> dict[str, str]:
    """How each number of a result was found, with plain spaces."""
    found = view.result(name, raw)["steps"]
    return {step["label"]: step["formula"].replace("\u00a0", " ") for step in found}


def test_without_a_guarantee_the_fee_is_paid_again() -> None:
    label, even = "Ожидаемая замена", "Вознаграждение, при котором цены равны"
    kept, paid = steps("hiring_cost"), steps("hiring_cost", replacement="no")
    # 25 % of 93 000 is 23 250; of 273 000, with the fee of 180 000 in it, 68 250.
    assert kept[label] == "25 % × (18 000 ₽ + 75 000 ₽) = 23 250 ₽"
    assert paid[label] == "25 % × (180 000 ₽ + 18 000 ₽ + 75 000 ₽) = 68 250 ₽"
    assert kept["Разница"] == "313 950 ₽ − 296 250 ₽ = 17 700 ₽"
    assert paid["Разница"] == "341 250 ₽ − 313 950 ₽ = 27 300 ₽"
    assert kept[even].endswith("× 125 %) ÷ 120 000 ₽ ≈ 1,65 оклада")
    assert paid[even].endswith("× 125 %) ÷ (120 000 ₽ × 125 %) ≈ 1,32 оклада")


def test_a_bonus_at_the_threshold_and_at_the_cap_is_by_attainment() -> None:
    # 140 of 200 leads are 70 %, 240 are 120 %: 30 000 × 70 % and × 120 %.
    assert steps("marketer_pay", lead_fact="140")["За лидов"] == "30 000 ₽ × 70 % = 21 000 ₽"
    assert steps("marketer_pay", lead_fact="240")["За лидов"] == "30 000 ₽ × 120 % = 36 000 ₽"
    assert "За лидов, не выше потолка" in steps("marketer_pay", lead_fact="241")


def test_what_multiplied_is_written_out_and_so_is_the_growth() -> None:
    found = steps("cjm_uplift")
    assert found["Сейчас"] == "10 000 человек × 5 % × 4 % × 20 % = 4 человека"
    assert found["Рост"] == "9,38 человека ÷ 4 человека ≈ 2,34 раза"


@pytest.mark.parametrize("name", ["owner_check", "hiring_check"])
def test_what_to_do_begins_with_three_mistakes_and_all_are_listed(name: str) -> None:
    to_do, found = view.result(name, answers(name, "yes"))["lists"]
    assert len(to_do["items"]) == 3
    assert len(found["items"]) == QUESTIONS[name]
    assert all(item["text"].endswith(": у нас так") for item in found["items"])
    none, nothing = view.result(name, answers(name, "no"))["lists"]
    assert none["items"][0]["text"].startswith("Держать как есть")
    assert nothing["items"][0]["text"].startswith("Ни одной ошибки")


def test_each_band_is_called_by_its_capitalized_name() -> None:
    rows = view.result("salary_bands", {})["tables"][0]["rows"]
    names = [row["cells"][0]["text"] for row in rows]
    assert names == [
        "Новичок", "Средний уровень", "Высокий уровень", "РОМ", "Директор по маркетингу",
    ]  # fmt: skip


def test_a_term_argues_only_with_an_answer_that_denies_it() -> None:
    raw = answers("hiring_check", "no", weeks_open="30", long_search="yes")
    meaning = view.result("hiring_check", raw)["reading"]["meaning"]
    assert "найм затянулся" in meaning
    assert "ответили иначе" not in meaning


def test_the_years_left_say_what_they_are_not_less_than() -> None:
    line = "До коммерческого директора"
    assert steps("career_path", step="rop", years="4")[line] == "6–10 лет − 4 года = 2–6 лет"
    # 6 − 6 is nothing less than nothing
    assert steps("career_path", step="rop", years="6")[line] == "6–10 лет − 6 лет = 0–4 года"
    assert "не меньше нуля" in steps("career_path", step="rop", years="7")[line]
    director = steps("career_path", step="sales_director", years="4")[line]
    assert "не меньше срока на маркетинг (2–3 года)" in director
