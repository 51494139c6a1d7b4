"""What is said of a hire, a search and a marketer, in each situation that the words tell apart."""

import json
from typing import Any

import pytest

from calculators import hiring_check
from calculators.kit import view


def told(name: str, **raw: Any) -> dict[str, str]:
    """The headline, the three parts of the reading and the chart's finding, plain spaces."""
    shown = view.result(name, raw)
    finding = shown["chart"]["finding"] if shown["chart"] else ""
    words = shown["reading"] | {"headline": shown["headline"]["text"], "finding": finding}
    return {part: text.replace("\u00a0", " ") for part, text in words.items()}


def output(name: str, key: str, **raw: str) -> str:
    return view.value(name, raw, key).replace("\u00a0", " ")


def steps(name: str, **raw: Any) -> dict[str, str]:
    """How each number of a result was found, with plain spaces."""
    found = view.result(name, raw)["steps"]
    return {step["label"]: step["formula"].replace("\u00a0", " ") for step in found}


# Both searches take 100 hours at 1 000 ₽ and nobody leaves: the fee alone tells them apart.
EVEN = {
    "salary": "50000", "hour_cost": "1000", "own_hours": "100", "agency_hours": "100",
    "team_hours": "0", "agency_team_hours": "0", "ads_cost": "0", "vacancy_cost": "0",
    "fail_own": "0", "fail_agency": "0",
}  # fmt: skip
NOTHING = dict.fromkeys(["salary", "hour_cost", "team_hour_cost", "ads_cost", "vacancy_cost"], "0")


@pytest.mark.parametrize(
    ("raw", "headline", "meaning", "action"),
    [
        ({}, "сами", "Искать самому дешевле на 40 674 ₽: 268 386 ₽ против 309 060 ₽.",
         "Торгуйтесь: цены сравняются, если агентство возьмёт 1,16 оклада, а не 1,5 оклада."),
        ({"vacancy_cost": "150000"}, "агентство", "Через агентство дешевле на 148 326 ₽",
         "Запас есть: агентство остаётся дешевле, пока берёт меньше чем 2,74 оклада."),
        # A fee of 0,2 × 50 000 is a tenth of 100 000.
        (EVEN | {"agency_salaries": "0,2"}, "почти поровну",
         "Почти поровну: сами — 100 000 ₽, агентство — 110 000 ₽.",
         "Торговаться о вознаграждении незачем"),
        # 25 000 less for advertisements: the fee of 0,5 salaries is what they cost.
        (EVEN | {"agency_salaries": "0,6", "ads_cost": "25000"}, "почти поровну",
         "Разница 5 000 ₽ меньше, чем точность таких оценок.",
         "Цены сравняются, если агентство возьмёт 0,5 оклада; вы вписали 0,6 оклада."),
        (EVEN | {"agency_salaries": "0,5", "ads_cost": "25000"}, "поровну",
         "Оба пути обходятся одинаково: 125 000 ₽.",
         "Цены сравняются, если агентство возьмёт 0,5 оклада: столько вы и вписали. Ответ"),
        # 100 ÷ 50 000 is 0,002 of a salary, and less than the practitioner has seen.
        (EVEN | {"ads_cost": "100"}, "сами", "Искать самому дешевле на",
         "если агентство возьмёт меньше 0,01 оклада, а не 1,5 оклада. Это ниже вилки практика, "
         "1–2 оклада. Не уступит — ищите сами."),
        # 50 000 for advertisements are one salary: the practitioner has seen that.
        (EVEN | {"ads_cost": "50000"}, "сами", "Искать самому дешевле на",
         "если агентство возьмёт 1 оклад, а не 1,5 оклада. Не уступит — ищите сами."),
        ({"agency_weeks": "10"}, "сами", "Искать самому дешевле на 359 424 ₽",
         "даже бесплатное агентство не вышло бы дешевле. Выиграть можно только на отборе."),
        # Three weeks against three win no time either.
        (EVEN | {"agency_weeks": "3"}, "сами", "Искать самому дешевле на 75 000 ₽",
         "Выиграть можно только на отборе."),
        (EVEN, "сами", "Искать самому дешевле на 75 000 ₽",
         "Выиграть можно только на сроке и на отборе."),
        ({"salary": "1000"}, "агентство", "Через агентство дешевле на",
         "агентство не выходит дороже при любом вознаграждении до 12 окладов"),
        ({"salary": "0"}, "агентство",
         "Через агентство дешевле на 154 950 ₽: 90 000 ₽ против 244 950 ₽. Но это без "
         "вознаграждения: оклад не вписан.", "Впишите оклад"),
        (NOTHING, "поровну", "Пока оба пути ничего не стоят", "Впишите часы, цены и недели."),
    ],
)  # fmt: skip
def test_a_hire_is_read_as_its_numbers_call_for(
    raw: dict[str, str], headline: str, meaning: str, action: str
) -> None:
    said = told("hiring_cost", **raw)
    assert said["headline"] == headline
    assert meaning in said["meaning"]
    assert action in said["action"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({}, "1,16 оклада"),
        # The trial's month costs 1,302 and the fee that makes both equal 154 950 salaries.
        ({"salary": "1"}, "при любом до 12 окладов"),
        ({"agency_weeks": "10"}, "ни при каком"),
        (EVEN, "ни при каком"),
        # 0,01 × 50 000 and 12 × 50 000 are what the advertisements cost.
        (EVEN | {"ads_cost": "500"}, "0,01 оклада"),
        (EVEN | {"ads_cost": "600000"}, "12 окладов"),
        (EVEN | {"ads_cost": "600001"}, "при любом до 12 окладов"),
        ({"salary": "0"}, "оклад не указан"),
    ],
)
def test_a_fee_beyond_a_year_or_below_nothing_is_said_in_words(
    raw: dict[str, str], said: str
) -> None:
    assert output("hiring_cost", "break_even_salaries", **raw) == said


def test_the_caution_asks_about_the_place_and_says_whose_the_contributions_are() -> None:
    # 30 000 × 52 ÷ 12 + 120 000 × 130,2 %
    law, own = told("hiring_cost"), told("hiring_cost", contributions="15")
    assert "что место приносит 286 240 ₽ валовой прибыли в месяц" in law["caution"]
    assert law["caution"].endswith("Взносы по закону — 30,2 % (2026 год).")
    assert own["caution"].endswith("Взносы 15 % — ваши, а не из закона.")


def test_a_place_is_not_said_to_earn_what_nobody_has_typed() -> None:
    label = "Сколько валовой прибыли в месяц приносит место при такой цене недели"
    # A loss is typed as 0, as the help asks: 120 000 × 130,2 % is then the most it can be.
    at_most = told("hiring_cost", vacancy_cost="0")["caution"]
    assert "в 0 ₽ значит, что место приносит не больше 156 240 ₽ валовой прибыли" in at_most
    assert f"{label}, не больше" in steps("hiring_cost", vacancy_cost="0")
    assert label in steps("hiring_cost")
    assert "не больше" not in told("hiring_cost")["caution"]
    # Without a salary nothing is known of it.
    assert told("hiring_cost", salary="0")["caution"].startswith("Доли тех, кто не останется,")
    assert not [one for one in steps("hiring_cost", salary="0") if one.startswith(label)]


def test_contributions_on_much_pay_are_said_to_be_lower() -> None:
    # 12 × 248 250 ₽ is 2 979 000 exactly.
    much = {"salary": "248251", "trial_months": "12"}
    lower = "С выплат с начала года больше 2 979 000 ₽ (2026 год) взносы ниже: вам это обойдётся"
    assert lower in told("hiring_cost", **much)["caution"]
    for other in (
        {"salary": "248250"},
        {"trial_months": "11"},
        {"contributions": "15"},
        {"fail_own": "0", "fail_agency": "0"},
    ):
        assert "взносы ниже" not in told("hiring_cost", **much | other)["caution"]


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ({}, "Цены равны: 1,16 оклада"),
        (EVEN | {"ads_cost": "100"}, "Цены равны: меньше 0,01 оклада"),
        (EVEN, "Цены равны без вознаграждения"),
        (EVEN | {"ads_cost": "600000"}, "Цены равны: 12 окладов"),
        (EVEN | {"ads_cost": "600001"}, "Цены равны выше 12 окладов"),
        (EVEN | {"agency_hours": "101"}, "Цены не сравняются"),
        ({"salary": "0"}, "Цены не сравняются"),
        (NOTHING, "Цены равны при любом вознаграждении"),
    ],
)
def test_the_picture_of_a_hire_is_called_by_where_its_lines_cross(
    raw: dict[str, str], title: str
) -> None:
    spec = json.loads(view.result("hiring_cost", raw)["chart"]["spec"])
    assert spec["title"].replace("\u00a0", " ") == title


def test_without_a_salary_a_fee_changes_nothing_in_the_picture() -> None:
    assert "Вы вписали 1,5 оклада." in told("hiring_cost")["finding"]
    assert "вознаграждение ничего не меняет" in told("hiring_cost", salary="0")["finding"]


def test_without_a_guarantee_the_fee_is_paid_again() -> None:
    label, even = "Повторный поиск, агентство", "Вознаграждение, при котором цены равны"
    kept, paid = steps("hiring_cost"), steps("hiring_cost", replacement="no")
    # 25 % of 72 000 is 18 000; of 252 000, with the fee of 180 000 in it, 63 000.
    assert kept[label] == "25 % × 72 000 ₽ = 18 000 ₽"
    assert paid[label] == "25 % × (180 000 ₽ + 72 000 ₽) = 63 000 ₽"
    assert kept["Разница"] == "309 060 ₽ − 268 386 ₽ = 40 674 ₽"
    assert paid["Разница"] == "354 060 ₽ − 268 386 ₽ = 85 674 ₽"
    assert kept[even].endswith("× (100 % + 25 %) − 39 060 ₽) ÷ 120 000 ₽ ≈ 1,16 оклада")
    assert paid[even].endswith("÷ (120 000 ₽ × (100 % + 25 %)) ≈ 0,93 оклада")


def test_where_everybody_stays_nothing_is_said_of_those_who_leave() -> None:
    stay = steps("hiring_cost", fail_own="0", fail_agency="0")
    assert not [label for label in stay if "не останется" in label or "Повторный" in label]
    assert stay["Весь найм, сами"] == "15 000 ₽ + 198 000 ₽ = 213 000 ₽"
    # (213 000 − 72 000) ÷ 120 000
    even = stay["Вознаграждение, при котором цены равны"]
    assert even == "(213 000 ₽ − 72 000 ₽) ÷ 120 000 ₽ ≈ 1,18 оклада"


NO_FEE = {"contractor_fee": "0"}
ALIKE = {"marketer_cost": "0", "hiring_once": "0", "marketer_own_hours": "40"}


@pytest.mark.parametrize(
    ("raw", "headline", "meaning", "action"),
    [
        ({}, "подрядчики",
         "Управлять подрядчиками самому дешевле на 46 667 ₽ в месяц. Цены сравняются при "
         "рекламном бюджете 1 222 222 ₽ в месяц: заметно меньше — дешевле управлять",
         "Если ваш час будет стоить 4 000 ₽, порог опустится до 822 222 ₽. Практик"),
        ({"ad_budget": "3000000"}, "маркетолог в штате",
         "Маркетолог в штате дешевле на 133 333 ₽ в месяц.", "порог опустится"),
        ({"ad_budget": "1500000"}, "почти поровну",
         "Почти поровну: управляете вы — 405 000 ₽, маркетолог — 384 167 ₽ в месяц. "
         "Разница 20 833 ₽ меньше, чем точность таких оценок.", "порог опустится"),
        ({"ad_budget": "1000000", "hiring_once": "0"}, "поровну",
         "Оба пути стоят одинаково: 330 000 ₽ в месяц. Цены сравняются при",
         # 75 000 − 30 × 1 000 = 45 000; ÷ 0,075
         "порог опустится до 600 000 ₽"),
        ({"own_hours": "5", "marketer_own_hours": "30"}, "подрядчики", "дешевле на",
         "порог поднимется до 3 755 556 ₽"),
        ({"own_hours": "10"}, "подрядчики", "дешевле на",
         "Цена вашего часа порога не меняет: часов уходит поровну."),
        # 91 666,67 − 30 × 3 100 is below nothing.
        ({"hour_cost": "5500"}, "почти поровну", "Почти поровну",
         "Если ваш час будет стоить 6 500 ₽, маркетолог окажется дешевле при любом бюджете."),
        ({"hour_cost": "7000"}, "маркетолог в штате",
         "Бюджета, при котором цены равны, нет: чем он больше, тем больше разница.",
         "Практик обычно обходится"),
        (NO_FEE, "подрядчики", "Рекламный бюджет этой разницы не меняет.", "Практик"),
        ({"marketer_contractor_share": "100"}, "подрядчики",
         "Рекламный бюджет этой разницы не меняет.", "от ваших чисел она не зависит"),
        (NO_FEE | ALIKE | {"contractor_fixed": "0"}, "поровну",
         "Оба пути стоят одинаково: 120 000 ₽ в месяц. И так при любом рекламном бюджете.",
         "Практик"),
        ({"hour_cost": "5500", "hiring_once": "0"}, "маркетолог в штате",
         "Цены равны только без рекламы: чем больше её бюджет, тем выгоднее маркетолог.",
         "маркетолог окажется дешевле при любом бюджете"),
    ],
)  # fmt: skip
def test_contractors_and_a_marketer_are_read_as_their_numbers_call_for(
    raw: dict[str, str], headline: str, meaning: str, action: str
) -> None:
    said = told("team_or_contractors", **raw)
    assert said["headline"] == headline
    assert meaning in said["meaning"]
    assert action in said["action"]
    assert "Практик обычно обходится подрядчиками при бюджете до 1 000 000 ₽" in said["action"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({}, "1 222 222 ₽"),
        ({"hour_cost": "7000"}, "ни при каком"),
        (NO_FEE, "ни при каком"),
        (ALIKE | {"marketer_contractor_share": "100"}, "при любом"),
        ({"hour_cost": "5500", "hiring_once": "0"}, "0 ₽"),
    ],
)
def test_a_budget_that_makes_both_equal_is_one_none_or_any(raw: dict[str, str], said: str) -> None:
    assert output("team_or_contractors", "break_even_budget", **raw) == said


QUESTIONS = list(hiring_check.NAMES)
NO = dict.fromkeys(QUESTIONS, "no")
TERM = "Поиску уже 14 недель: это больше чем 3 месяца, найм затянулся."
AGAINST = "На вопрос о долгом найме вы ответили иначе: срок с этим спорит."


@pytest.mark.parametrize(
    ("raw", "headline", "meaning", "action"),
    [
        ({}, "Сначала ответьте на вопросы",
         "Ответов пока нет, поэтому о десяти ошибках сказать нечего.",
         "Отметьте, что у вас так, а что нет."),
        ({"weeks_open": "14"}, "Долгий найм",
         f"{TERM} Ответов пока нет, поэтому о десяти ошибках сказать нечего.",
         "Назначьте день, после которого вы меняете условия, канал или исполнителя."),
        # 13,04 weeks are more than 13, and are not said to be 13.
        ({"weeks_open": "13,04"}, "Долгий найм",
         "Поиску уже 13,04 недели: это больше чем 3 месяца, найм затянулся. Ответов пока "
         "нет, поэтому о десяти ошибках сказать нечего.",
         "Назначьте день, после которого вы меняете условия, канал или исполнителя."),
        # Twenty-one is followed by a singular.
        ({"weeks_open": "21"}, "Долгий найм",
         "Поиску уже 21 неделя: это больше чем 3 месяца, найм затянулся. Ответов пока нет, "
         "поэтому о десяти ошибках сказать нечего.",
         "Назначьте день, после которого вы меняете условия, канал или исполнителя."),
        (NO, "Ни одна ошибка не отмечена", "Ни одной из десяти ошибок вы в ответах не отметили.",
         "Посчитайте людей на каждом этапе: если они где-то пропадают, причина там."),
        (NO | {"weeks_open": "14"}, "Долгий найм",
         f"{TERM} {AGAINST} Ни одной из десяти ошибок вы в ответах не отметили.",
         "Назначьте день, после которого вы меняете условия, канал или исполнителя."),
        (NO | {"weeks_open": "14", "long_search": "yes", "passive": "partly"},
         "Долгий найм; Пассивный найм",
         f"{TERM} Ошибок по вашим ответам — 1,5 из 10: «отчасти» — за половину.",
         "Назначьте день, после которого вы меняете условия, канал или исполнителя. "
         "Затем — «Пассивный найм»."),
        (NO | {"long_search": "yes"}, "Долгий найм",
         "Вы отметили долгий найм, а 4 недели — не больше чем 3 месяца: проверьте ответ и срок. "
         "Ошибок по вашим ответам — 1 из 10.", "Возьмитесь за эту ошибку: «Долгий найм»."),
        # Thirteen weeks are three months: not less than they are, and not more.
        (NO | {"long_search": "yes", "weeks_open": "13"}, "Долгий найм",
         "Вы отметили долгий найм, а 13 недель — не больше чем 3 месяца: проверьте ответ и срок. "
         "Ошибок по вашим ответам — 1 из 10.", "Возьмитесь за эту ошибку: «Долгий найм»."),
        (dict.fromkeys(QUESTIONS, "yes") | {"long_search": "no", "weeks_open": "13"},
         "Поиск на одном ресурсе; Пассивный найм; Зарплата ниже рынка",
         "Ошибок по вашим ответам — 9 из 10.",
         "Не беритесь за всё сразу. Начните с первого: «Поиск на одном ресурсе»."),
        ({"leader": "no"}, "Ни одна ошибка не отмечена",
         "В ваших ответах ошибок пока нет. Ответов 1 из 10, поэтому счёт неполный.",
         "Ответьте на остальные вопросы."),
        ({"leader": "partly", "own_way": "no"}, "Руководитель не вызывает отклика",
         "Ошибок по вашим ответам — 0,5 из 10: «отчасти» — за половину. "
         "Ответов 2 из 10, поэтому счёт неполный.",
         "Возьмитесь за эту ошибку: «Руководитель не вызывает отклика». "
         "Ответьте и на остальные вопросы: начать, возможно, придётся с другого."),
        # Nothing comes before a search in one place only, whatever is answered to the rest.
        ({"single_source": "yes", "own_way": "yes"},
         "Поиск на одном ресурсе; Самодеятельность",
         "Ошибок по вашим ответам — 2 из 10. Ответов 2 из 10, поэтому счёт неполный.",
         "Не беритесь за всё сразу. Начните с первого: «Поиск на одном ресурсе»."),
        # Nor before a search too long.
        ({"own_way": "yes", "weeks_open": "14"}, "Долгий найм; Самодеятельность",
         f"{TERM} Ошибок по вашим ответам — 1 из 10. Ответов 1 из 10, поэтому счёт неполный.",
         "Назначьте день, после которого вы меняете условия, канал или исполнителя. "
         "Затем — «Самодеятельность»."),
    ],
)  # fmt: skip
def test_a_search_is_read_as_its_answers_and_its_term_call_for(
    raw: dict[str, str], headline: str, meaning: str, action: str
) -> None:
    said = told("hiring_check", **raw)
    assert (said["headline"], said["meaning"], said["action"]) == (headline, meaning, action)


@pytest.mark.parametrize(
    ("raw", "to_do", "found"),
    [
        ({}, "Сначала ответьте на все вопросы.", "Пока ничего не отмечено."),
        (NO, "Держать как есть и повторить проверку через две недели.",
         "Ни одной ошибки из десяти."),
        (NO | {"weeks_open": "14"},
         "Долгий найм. Назначить дату, после которой вы меняете условия, канал или исполнителя.",
         "Поиску уже 14 недель"),
        (NO | {"leader": "partly"}, "Руководитель не вызывает отклика. Готовить встречу, как",
         "Руководитель не вызывает отклика: отчасти"),
    ],
)  # fmt: skip
def test_what_to_do_and_what_was_found_agree(raw: dict[str, str], to_do: str, found: str) -> None:
    lists = view.result("hiring_check", raw)["lists"]
    first = [listing["items"][0]["text"].replace("\u00a0", " ") for listing in lists]
    assert first[0].startswith(to_do)
    assert first[1] == found


def test_the_order_that_is_confessed_is_the_order_that_is_given() -> None:
    first = "допущение редакции: сначала "
    assert f"{first}то, что приводит людей." in told("hiring_check", weeks_open="13")["caution"]
    long = told("hiring_check", weeks_open="14")["caution"]
    assert f"{first}затянувшийся срок, потом то, что приводит людей." in long


def test_the_answers_are_counted_aloud_once_there_are_any() -> None:
    label = "Ошибок: «у нас так» — за одну, «отчасти» — за половину"
    assert list(steps("hiring_check")) == ["Порог долгого найма"]
    found = steps("hiring_check", leader="yes", passive="partly", own_way="no")
    assert found[label] == "1 × 1 + 1 × 0,5 = 1,5 из 10"
    assert found["Порог долгого найма"] == "3 месяца × 52 ÷ 12 = 13 недель"
