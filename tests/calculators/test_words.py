"""What is said about a result: whole everywhere, and the right branch for what is typed."""

import json
import re
from typing import Any

import pytest

from calculators.career_path.model import FIELDS
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


def tasks(number: int) -> list[dict[str, str]]:
    """So many tasks of `audit_backlog`, all quick and with a quick effect."""
    return [{"task": f"Задача {n}", "fix": "fast", "effect": "fast"} for n in range(number)]


def skilled(**others: str) -> dict[str, str]:
    """A sales director who has every skill in marketing."""
    return dict.fromkeys(FIELDS["sales_director"], "yes") | {"step": "sales_director"} | others


def top(**others: str) -> dict[str, str]:
    """A commercial director of twenty years in the profession."""
    return {"step": "commercial_director", "years": "20"} | others


EVEN = [{"name": "Звонок", "actual": "30", "target": "30"}]
SHORT = [{"name": "Звонок", "actual": "10", "target": "15"}]


def path(*pairs: str) -> list[dict[str, str]]:
    """Stages of `cjm_uplift`, each as «now+uplift»."""
    return [
        {"name": f"Этап {n}", "conversion": now, "uplift": uplift}
        for n, (now, uplift) in enumerate((pair.split("+") for pair in pairs), 1)
    ]


def funnel(*pairs: str) -> list[dict[str, str]]:
    """Stages of `funnel_audit`, each as «now/needed»."""
    return [
        dict(zip(("name", "actual", "target"), (f"Этап {n}", *pair.split("/")), strict=True))
        for n, pair in enumerate(pairs, 1)
    ]


@pytest.mark.parametrize(
    ("name", "raw", "part", "said"),
    [
        ("account_plan", {}, "meaning", "Вложения вернутся через 16 месяцев"),
        ("account_plan", {"conversion": "0"}, "meaning", "За 24 месяца план не окупится"),
        ("account_plan", {"conversion": "0"}, "action", "обходится не дешевле, чем приносит"),
        # The twelfth month earns 38 369, and 279 756 are still out.
        ("account_plan", {"horizon": "12"}, "action", "Последний месяц уже прибыльный"),
        ("account_plan", {"payroll": "0", "setup_cost": "0"}, "meaning", "Вкладывать не придётся"),
        ("account_plan", {"payroll": "0", "setup_cost": "0"}, "action", "Так бывает редко"),
        # 40 + 60 of a base of 100 are met in two months.
        ("account_plan", {"base": "100"}, "caution", "Со 2-го месяца базы не хватает"),
        ("career_path", {"step": "rop"}, "caution", "Пока все ответы — «нет»"),
        (
            "career_path",
            {"step": "rop", "years": "4"},
            "meaning",
            "До коммерческого директора — 2–6 лет",
        ),
        (
            "career_path",
            {"step": "rop", "years": "30"},
            "meaning",
            "До коммерческого директора — 2–3 года. Стаж их уже не сокращает: столько занимает мар"
            "кетинг, и это не считая ступеней перед ним.",
        ),
        # Nothing is left before marketing for who is a director of sales.
        (
            "career_path",
            {"step": "sales_director", "years": "30"},
            "meaning",
            "2–3 года. Стаж их уже не сокращает: столько занимает маркетинг.",
        ),
        # 10 − 9,97 is something.
        ("career_path", skilled(years="9,97"), "meaning", "директора — меньше 0,1 года."),
        (
            "career_path",
            top(team="150", years_in_post="5,97"),
            "action",
            "Остаётся опыт в этой должности: меньше 0,1 года.",
        ),
        ("career_path", top(team="150"), "action", "подготовьте того, кто займёт ваше место"),
        # A hundred percent of the team, and no year of the three to six.
        ("career_path", top(team="150"), "caution", "Готовность здесь — только размер команды"),
        (
            "career_path",
            {},
            "meaning",
            "«директор по продажам» пока не закрыто ни одно умение из 5.",
        ),
        ("career_path", {"metrics": "yes"}, "meaning", "закрыты не все умения: осталось 4 из 5."),
        ("career_path", skilled(years="15"), "meaning", "есть. По годам весь путь тоже пройден."),
        ("career_path", skilled(years="8"), "meaning", "До коммерческого директора — 0–2 года."),
        ("career_path", skilled(years="15"), "action", "Попросите на квартал участок"),
        (
            "career_path",
            top(team="60"),
            "meaning",
            "До опытного — ещё 3–6 лет и команда от 150 человек",
        ),
        ("career_path", top(team="60", years_in_post="7"), "meaning", "По годам вы уже опытный"),
        ("career_path", top(team="60", years_in_post="7"), "meaning", "Не хватает команды от 150"),
        ("career_path", top(team="150"), "action", "Остаётся опыт в этой должности: ещё 3–6 лет."),
        (
            "career_path",
            top(team="150", years_in_post="6"),
            "meaning",
            "И годы, и команда опытного",
        ),
        ("career_path", top(team="150", years_in_post="6"), "action", "путь практика не идёт"),
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
        ("audit_backlog", {}, "action", "Другие списки не трогайте"),
        ("audit_backlog", {}, "action", "Запишите у задачи ответственного"),
        ("audit_backlog", {"tasks": tasks(3)}, "action", "Запишите у каждой задачи"),
        ("audit_backlog", {"tasks": tasks(3)}, "meaning", "с него и начинают. Все задачи"),
        ("audit_backlog", {"tasks": tasks(4)}, "meaning", "В нём 4 задачи. Все сразу — значит"),
        ("audit_backlog", {"tasks": tasks(4)}, "meaning", "берите первые 3, остальные — когда"),
        ("audit_check", {}, "meaning", "Пока все ответы — «не знаю»: поставьте свои. О скриптах"),
        ("audit_check", {}, "action", "Начните с первой, «Качество лидов на первой линии»"),
        ("audit_check", answers("audit_check", "partly"), "meaning", "Пройдено 0 из 7, скрипты"),
        ("audit_check", answers("audit_check", "partly"), "meaning", "«отчасти» — ещё не «да»"),
        ("audit_check", answers("audit_check", "partly"), "action", "Доведите это место до «да»"),
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
            "Пройдено 6 из 7, скрипты трогать рано. Сначала — «Инструменты связи».",
        ),
        ("audit_check", answers("audit_check", "yes", channels="no"), "action", "Почините"),
        # After the last of the seven come the scripts; after the last but one, another.
        (
            "audit_check",
            answers("audit_check", "yes", channels="no"),
            "action",
            "снова замерьте конверсию и беритесь за скрипты.",
        ),
        (
            "audit_check",
            answers("audit_check", "yes", motivation="partly"),
            "action",
            "снова замерьте конверсию и беритесь за скрипты.",
        ),
        (
            "audit_check",
            answers("audit_check", "yes", channels="no", rules="unknown"),
            "action",
            "снова замерьте конверсию и идите к следующему.",
        ),
        # 5 of 7 passed and 5.5 points: the half is spoken of wherever it stands.
        (
            "audit_check",
            answers("audit_check", "yes", channels="no", rules="partly"),
            "meaning",
            "«Инструменты связи». «Отчасти» приносит полбалла, но проверку не закрывает.",
        ),
        (
            "audit_check",
            answers("audit_check", "yes", channels="unknown", rules="partly"),
            "meaning",
            "«Инструменты связи». «Отчасти» приносит полбалла, но проверку не закрывает.",
        ),
        (
            "cjm_uplift",
            {},
            "meaning",
            "В конце воронки сейчас 4 человека, а станет 9,38 человека: результат вырастет в 2,34 "
            "раза. Изменения этапов перемножаются. Больше всего даёт «Показ → переход»: там "
            "конверсия вырастет в 1,5 раза.",
        ),
        # 9,375 − 4 = 5,375 people more, 1000 ₽ each
        ("cjm_uplift", {"average_check": "1000"}, "meaning", "Выручка вырастет на 5 375 ₽"),
        # One point to 4 % is a quarter of it.
        ("cjm_uplift", {}, "action", "на этапе «Переход → заявка»: к его конверсии это 25 %"),
        ("cjm_uplift", {"reach": "0"}, "meaning", "Охват — ноль"),
        ("cjm_uplift", {"reach": "0"}, "action", "Впишите охват"),
        ("cjm_uplift", {"stages": path("5+2.5")}, "meaning", "вырастет в 1,5 раза."),
        ("cjm_uplift", {"stages": path("5+2.5")}, "action", "Этап в расчёте один"),
        ("cjm_uplift", {"stages": path("5+0", "9+0")}, "meaning", "результат не изменится."),
        # 10 % becomes nothing; 20 % × 4 % instead of 10 % × 10 % is a fifth less.
        ("cjm_uplift", {"stages": path("10+-10", "9+0")}, "meaning", "результат упадёт до нуля."),
        ("cjm_uplift", {"stages": path("10+-10", "9+0")}, "meaning", "Тянет вниз: «Этап 1»."),
        # Of nobody no stage makes more.
        (
            "cjm_uplift",
            {"stages": path("10+-10", "9+9", "9+9")},
            "meaning",
            "до нуля. Изменения этапов перемножаются. Тянет вниз: «Этап 1».",
        ),
        ("cjm_uplift", {"stages": path("9+-1", "9+-1")}, "meaning", "Тянут вниз: «Этап 1» и «Эт"),
        # A point does not fit where half a one is left.
        ("cjm_uplift", {"stages": path("95+0", "99.5+0")}, "action", "всего на этапе «Этап 1»: к"),
        ("cjm_uplift", {"stages": path("95+0", "99+0")}, "action", "на этапах «Этап 1» и «Этап 2»"),
        ("cjm_uplift", {"stages": path("10+10", "10+-6")}, "meaning", "снизится на 20 %. Измен"),
        # 20 people of 100 fewer, 10 ₽ each
        (
            "cjm_uplift",
            {"stages": path("10+10", "10+-6"), "average_check": "10"},
            "meaning",
            "Выручка снизится на 200 ₽.",
        ),
        ("cjm_uplift", {"stages": path("10+1", "20+2", "9+0")}, "meaning", "Поровну и больше все"),
        # A tenth, and 2,1 of 20 %
        ("cjm_uplift", {"stages": path("10+1", "20+2.1")}, "meaning", "Почти поровну и больше"),
        ("cjm_uplift", {"stages": path("0+1", "20+2")}, "meaning", "доходит никто, а станет 22 "),
        ("cjm_uplift", {"stages": path("0+0", "20+2")}, "meaning", "ни сейчас, ни с этими"),
        ("cjm_uplift", {"stages": path("0+1", "20+2")}, "action", "Начните с этапа «Этап 1»"),
        ("cjm_uplift", {"stages": path("0+1", "0+2")}, "action", "Поднимайте вместе «Этап 1» и"),
        ("cjm_uplift", {"stages": path("100+0", "100+0")}, "action", "Прибавлять некуда"),
        ("cjm_uplift", {"stages": path("100+0", "99.5+0")}, "action", "Прибавлять почти некуда"),
        ("cjm_uplift", {"stages": path("100+0", "99+0")}, "action", "только на этапе «Этап 2»"),
        ("cjm_uplift", {"stages": path("10+0", "10+0")}, "action", "Поровну весит лишний пункт"),
        ("cjm_uplift", {"stages": path("10+0", "11+0")}, "action", "Почти поровну весит лишний"),
        ("funnel_audit", {}, "meaning", "Каждый месяц воронка недодаёт"),
        ("funnel_audit", {"stages": EVEN}, "meaning", "Разрыва нет"),
        # 10 × 5 % = half a result short
        ("funnel_audit", {"leads": "10", "stages": SHORT}, "meaning", "Каждый месяц воронка"),
        ("funnel_audit", {}, "meaning", "ещё 350 000 ₽ этапы приносят только вместе"),
        ("funnel_audit", {"average_check": "0"}, "meaning", "недодаёт 30,5 результата. Если"),
        ("funnel_audit", {"average_check": "0"}, "meaning", "ещё 7 результатов этапы приносят"),
        ("funnel_audit", {}, "action", "ни один другой не вернёт столько"),
        ("funnel_audit", {"leads": "0"}, "meaning", "Лидов нет"),
        ("funnel_audit", {"leads": "0"}, "action", "Впишите, сколько обращений"),
        (
            "funnel_audit",
            {"stages": funnel("60/40", "20/30")},
            "meaning",
            "Уже выше цели — «Этап 1»",
        ),
        ("funnel_audit", {"stages": funnel("60/40", "20/30")}, "action", "разрыв только там"),
        ("funnel_audit", {"stages": funnel("0/40", "0/30")}, "meaning", "не вернёт ни один этап"),
        ("funnel_audit", {"stages": funnel("0/40", "0/30")}, "action", "Поднимайте их вместе"),
        ("funnel_audit", {"stages": funnel("0/40", "20/30")}, "action", "другие ничего не вернут"),
        ("funnel_audit", {"stages": funnel("0/0", "20/30")}, "meaning", "0 % — «Этап 1»"),
        ("funnel_audit", {"stages": funnel("0/0", "20/30")}, "action", "цель выше нуля"),
        ("funnel_audit", {"stages": EVEN}, "action", "Поставьте цели выше"),
        ("funnel_audit", {"stages": funnel("100/100", "100/50")}, "action", "выше некуда"),
        ("funnel_audit", {"stages": funnel("9/18", "9/18")}, "action", "Поровну вернут «Этап 1» и"),
        # 9 points and 8,5 of the same conversion
        ("funnel_audit", {"stages": funnel("9/18", "9/17.5")}, "action", "Почти поровну вернут"),
        # A millionth of a lead's way: 100 × 0,01 % × 0,01 %
        (
            "funnel_audit",
            {"leads": "100", "stages": funnel("0.01/0.02", "0.01/0.01")},
            "meaning",
            "недодаёт меньше 0,01 результата, или 0,05 ₽ выручки.",
        ),
        (
            "marketer_pay",
            {"lead_fact": "139"},
            "meaning",
            "Лидов пришло 139, а порог — 140: за лид",
        ),
        # 69,9995 % of the plan reads as 70 %, which is the threshold.
        (
            "marketer_pay",
            {"lead_plan": "200000", "lead_fact": "139999"},
            "meaning",
            "Лидов пришло 139 999, а порог — 140 000: за лидов не платят.",
        ),
        ("marketer_pay", {"kpi_bonus": "0"}, "meaning", "но за лидов по этой схеме не платят"),
        ("marketer_pay", {"kpi_bonus": "0"}, "caution", "Без премии за лидов"),
        ("marketer_pay", {"threshold": "0", "cap": "0"}, "meaning", "по этой схеме не платят"),
        # 30 000 × 70 %; × 100 %; × 120 %, all that the cap leaves of more.
        ("marketer_pay", {}, "caution", "один лид меняет доход на 21 000 ₽."),
        ("marketer_pay", {"threshold": "100"}, "caution", "один лид меняет доход на 30 000 ₽."),
        ("marketer_pay", {"threshold": "120"}, "caution", "один лид меняет доход на 36 000 ₽."),
        ("marketer_pay", {"threshold": "0"}, "caution", "Порога нет, платят с первого лида."),
        (
            "marketer_pay",
            {},
            "caution",
            "По закону: НДФЛ 13 % (2026 год), взносы 30,2 % (2026 год).",
        ),
        ("marketer_pay", {"income_tax": "15"}, "caution", "По закону: взносы 30,2 % (2026 год)."),
        ("marketer_pay", {}, "meaning", "Весь доход — 144 500 ₽ до налога, на руки — 125 715 ₽."),
        (
            "marketer_pay",
            {},
            "action",
            "в плохой месяц выйдет 117 500 ₽ до налога, в лучший — 156 0",
        ),
        (
            "marketer_pay",
            {"kpi_bonus": "0", "flex_fund": "0"},
            "action",
            "в любой месяц выйдет 100",
        ),
        # The best of months is 200 001 ₽, and a year of such more than 2 400 000.
        (
            "marketer_pay",
            {"salary": "144001"},
            "caution",
            "больше 2 400 000 ₽ (2026 год) налог выше",
        ),
        (
            "marketer_pay",
            {"salary": "192251"},
            "caution",
            "больше 2 979 000 ₽ (2026 год) взносы ниже",
        ),
        (
            "marketer_pay",
            {"salary": "0"},
            "meaning",
            "В плохой месяц выйдет меньше МРОТ, 27 093 ₽ (",
        ),
        (
            "marketer_pay",
            {"salary": "27092", "kpi_bonus": "0", "flex_fund": "0"},
            "meaning",
            "Это меньше МРОТ, 27 093 ₽ (2026 год): за полный месяц так платить нельзя.",
        ),
        # Nobody is shown a scheme that pays less than the law lets be paid.
        (
            "marketer_pay",
            {"salary": "27000", "kpi_bonus": "0", "flex_fund": "0"},
            "action",
            "Поднимите оклад хотя бы на 93 ₽: тогда и плохой месяц будет не меньше МРОТ.",
        ),
        # 27 093 − 20 000,5 is 7 092,5: with half a rouble less it would still be too little.
        (
            "marketer_pay",
            {"salary": "20000,5", "flex_fund": "0"},
            "action",
            "Поднимите оклад хотя бы на 7 093 ₽",
        ),
        (
            "marketer_pay",
            {"salary": "27093", "flex_fund": "0"},
            "action",
            "в плохой месяц выйдет 27 093 ₽ до налога, в лучший — 63 093 ₽.",
        ),
        ("marketer_pay", {"lead_fact": "140"}, "meaning", "выполнен на 70 %, премия за лидов"),
        ("marketer_pay", {"lead_fact": "240"}, "meaning", "премия упёрлась в потолок 120 %"),
        # 130 000 − 120 000
        ("salary_bands", {}, "action", "До верхнего края — 10 000 ₽."),
        ("salary_bands", {"offer": "130000"}, "action", "Это самый верх вилки, запаса нет"),
        ("salary_bands", {"offer": "70000"}, "action", "Это самый низ вилки"),
        ("salary_bands", {"experience": "0"}, "action", "выше уровнем: средний уровень."),
        ("salary_bands", {"experience": "6"}, "action", "ниже уровнем: высокий уровень."),
        # A novice is four levels below a director, not one.
        (
            "salary_bands",
            {"level": "director", "offer": "60000"},
            "action",
            "Добавьте хотя бы 210 000 ₽ или ищите ниже уровнем: новичок.",
        ),
        (
            "salary_bands",
            {"experience": "9", "offer": "700001"},
            "action",
            "больше всех пяти вилок",
        ),
        ("salary_bands", {"offer": "39999"}, "action", "ниже вилки любого уровня"),
        (
            "salary_bands",
            {"offer": "27092"},
            "meaning",
            "меньше МРОТ за полный месяц: 27 093 ₽ (20",
        ),
        (
            "salary_bands",
            {"offer": "27093"},
            "meaning",
            "от 70 000 ₽ до 130 000 ₽. Предложение ниж",
        ),
        # A band of half is 20 000–35 000, and what is in it may still be less than the law's.
        (
            "salary_bands",
            {"adjustment": "-50", "experience": "0", "offer": "22000"},
            "action",
            "Добавьте хотя бы 5 093 ₽: меньше МРОТ за полный месяц платить нельзя.",
        ),
        # 5 000 more would reach the band, and 12 093 what the law asks.
        (
            "salary_bands",
            {"adjustment": "-50", "experience": "0", "offer": "15000"},
            "action",
            "Добавьте хотя бы 12 093 ₽: меньше МРОТ за полный месяц платить нельзя.",
        ),
        # A novice would have 20 000–35 000, but nobody may be paid 22 000.
        (
            "salary_bands",
            {"adjustment": "-50", "offer": "22000"},
            "action",
            "Добавьте хотя бы 13 000 ₽: предложение ниже и вилки, и МРОТ.",
        ),
        (
            "salary_bands",
            {"adjustment": "-50", "level": "novice", "offer": "22000"},
            "meaning",
            "Предложение в вилке. Оно меньше МРОТ за полный месяц: 27 093 ₽ (2026 год). По опыту "
            "подходит: средний уровень.",
        ),
        # The band begins 0,002 ₽ above the offer: 70 000 × 100,00001 % − 70 000,005.
        (
            "salary_bands",
            {"adjustment": "0,00001", "offer": "70000,005"},
            "action",
            "Добавьте хотя бы 0,01 ₽ или",
        ),
        # 130 000 − 129 999,999
        ("salary_bands", {"offer": "129999,999"}, "action", "До верхнего края — меньше 0,01 ₽."),
        (
            "salary_bands",
            {"level": "novice", "experience": "3"},
            "meaning",
            "По опыту подходят: средний уровень, высокий уровень, РОМ.",
        ),
        ("salary_bands", {}, "caution", "До вычета налога они или на руки, с премией или без, он"),
        ("salary_bands", {}, "caution", "сравниваем с суммой до вычета"),
        ("salary_bands", {"level": "head"}, "meaning", "Уровень вы выбрали сами: РОМ"),
        ("salary_bands", {"level": "head"}, "meaning", "По опыту подходит: средний уровень."),
        ("job_brief", {}, "meaning", "Пока пусто"),
        ("job_brief", {"duties": "Писать"}, "meaning", "Заполнено 1 из 11."),
        ("job_brief", {"duties": "Писать"}, "action", "Допишите пункт «Каналы, где искать"),
        ("lost_revenue", {"clients": "0"}, "meaning", "терять нечего"),
        ("lost_revenue", {}, "meaning", "6 000 000 ₽ выручки"),
        ("owner_check", answers("owner_check", "no"), "meaning", "Ни одной из девяти"),
        ("owner_check", answers("owner_check", "no"), "action", "подкрепите случаем"),
        # Nine mistakes; one and a half; a half and nothing else.
        ("owner_check", answers("owner_check", "yes"), "meaning", "Ошибок — 9 из 9. За каждой"),
        ("owner_check", answers("owner_check", "yes"), "action", "Начните с первого: «Управление»"),
        (
            "owner_check",
            answers("owner_check", "no", hiring="yes", growth="partly"),
            "meaning",
            "Ошибок — 1,5 из 9: «отчасти» — за половину. За каждой",
        ),
        (
            "owner_check",
            answers("owner_check", "no", hiring="partly"),
            "action",
            "Возьмитесь за это направление: «Найм».",
        ),
        ("owner_check", {}, "meaning", "Ответов пока нет"),
        ("owner_check", {}, "action", "отметьте, ваша ли она"),
        ("owner_check", {"tools": "no"}, "meaning", "В ваших ответах ошибок пока нет. Ответов 1"),
        ("owner_check", {"tools": "no"}, "action", "Ответьте на остальные вопросы."),
        ("owner_check", {"tools": "yes"}, "meaning", "Ошибок — 1 из 9. За этой ошибкой — напр"),
        (
            "owner_check",
            {"tools": "yes", "growth": "partly"},
            "action",
            "привычку, переходите к следующему. Ответьте и на остальные вопросы: начать, возможно,",
        ),
        ("owner_check", {"tools": "yes"}, "meaning", "Ответов 1 из 9, поэтому счёт неполный."),
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


def test_a_bonus_at_the_threshold_and_at_the_cap_is_by_attainment() -> None:
    # 140 of 200 leads are 70 %, 240 are 120 %: 30 000 × 70 % and × 120 %.
    assert steps("marketer_pay", lead_fact="140")["За лидов"] == "30 000 ₽ × 70 % = 21 000 ₽"
    assert steps("marketer_pay", lead_fact="240")["За лидов"] == "30 000 ₽ × 120 % = 36 000 ₽"
    assert "За лидов, не выше потолка" in steps("marketer_pay", lead_fact="241")


@pytest.mark.parametrize(
    ("raw", "silent"),
    [
        # 200 000 × 12 is 2 400 000 exactly, and 248 250 × 12 is 2 979 000.
        ({"salary": "144000"}, "налог выше"),
        ({"salary": "192250"}, "взносы ниже"),
        ({"salary": "1000000", "income_tax": "14"}, "налог выше"),
        ({"salary": "1000000", "contributions": "15"}, "взносы ниже"),
        ({"salary": "27093", "kpi_bonus": "0", "flex_fund": "0"}, "МРОТ"),
    ],
)
def test_the_law_is_not_spoken_of_up_to_its_bounds_nor_of_a_reader_s_own_rate(
    raw: dict[str, Any], silent: str
) -> None:
    assert silent not in str(view.result("marketer_pay", raw)["reading"])


@pytest.mark.parametrize(
    ("raw", "shape"),
    [
        ({}, "прыгает вверх на пороге 70 % и перестаёт расти после 120 % плана"),
        ({"threshold": "0"}, "растёт с первого лида и перестаёт расти после 120 % плана"),
        ({"threshold": "100", "cap": "100"}, "прыгает вверх на пороге 100 % плана и дальше не"),
        ({"kpi_bonus": "0"}, "доход от лидов не зависит"),
        ({"threshold": "150", "cap": "200"}, "прыгает вверх на пороге 150 % и перестаёт расти"),
        # The picture ends before the threshold.
        (
            {"threshold": "151", "cap": "200"},
            "до 150 % плана доход от лидов не зависит, порог 151 % — дальше.",
        ),
    ],
)
def test_the_chart_of_pay_says_what_it_shows(raw: dict[str, Any], shape: str) -> None:
    finding = view.result("marketer_pay", raw)["chart"]["finding"].replace("\u00a0", " ")
    assert shape in finding
    assert finding.endswith(" ₽ до налога.")


def test_three_months_are_called_by_what_makes_them() -> None:
    def named(**raw: str) -> list[str]:
        (table,) = view.result("marketer_pay", raw)["tables"]
        return [row["cells"][0]["text"] for row in table["rows"]]

    assert named() == [
        "Плохой: до порога не хватило одного лида",
        "Обычный: как вписано",
        "Лучший: потолок и все задачи",
    ]
    assert named(threshold="0")[0] == "Плохой: ни одного лида"


def test_what_multiplied_is_written_out_and_so_is_the_growth() -> None:
    found = steps("cjm_uplift")
    assert found["Сейчас"] == "10 000 человек × 5 % × 4 % × 20 % = 4 человека"
    label = "Новый результат к прежнему"
    assert found[label] == "1,5 раза × 1,25 раза × 1,25 раза ≈ 2,34 раза"
    assert steps("cjm_uplift", stages=path("5+2.5"))[label] == "(5 % + 2,5 п. п.) ÷ 5 % = 1,5 раза"
    assert "Изменение выручки" not in found
    revenue = steps("cjm_uplift", average_check="1000")["Изменение выручки"]
    assert revenue == "5,38 результата × 1 000 ₽ ≈ 5 375 ₽"


def test_what_is_something_is_not_shown_as_nothing() -> None:
    # 10 × 1 % × 4 % × 1 % = 0,00004 of a person, and a fifth more.
    stages = path("1+0", "4+0", "1+0.2")
    shown = view.result("cjm_uplift", {"reach": "10", "stages": stages, "average_check": "1"})
    texts = {one["label"]: one["text"].replace("\u00a0", " ") for one in shown["outputs"]}
    assert texts == {
        "Изменение в конце воронки": "меньше 0,01 результата",
        "Изменение выручки": "меньше 0,01 ₽",
        "Сквозная конверсия была": "меньше 0,01 %",
        "Сквозная конверсия станет": "меньше 0,01 %",
    }
    cells = [row["cells"][1]["text"].replace("\u00a0", " ") for row in shown["tables"][0]["rows"]]
    assert cells == ["0,1 человека", "меньше 0,01 человека", "меньше 0,01 человека"]
    # 0,1 ÷ 50 = 0,002
    small = view.result("cjm_uplift", {"stages": path("50+-49.9")})["headline"]["text"]
    assert small.replace("\u00a0", " ") == "меньше 0,01 раза"


def test_a_bar_does_not_call_something_nothing_either() -> None:
    def drawn(name: str, **raw: Any) -> str:
        spec = json.loads(view.result(name, raw)["chart"]["spec"])
        return json.dumps(spec, ensure_ascii=False).replace("\u00a0", " ")

    people = drawn("cjm_uplift", reach="10", stages=path("1+0", "4+0", "1+0.2"))
    assert "сейчас — меньше 0,01 человека" in people
    assert "после — меньше 0,01 человека" in people
    assert "— 0 человек" not in people
    money = drawn("funnel_audit", leads="1", average_check="1", stages=funnel("1/2", "1/2"))
    assert all(f"{verb} меньше 0,01 ₽" in money for verb in ("Теряется", "вернёт", "вернут"))


@pytest.mark.parametrize("name", ["owner_check", "hiring_check"])
def test_what_to_do_begins_with_three_mistakes_and_all_are_listed(name: str) -> None:
    to_do, found = view.result(name, answers(name, "yes"))["lists"]
    assert len(to_do["items"]) == 3
    assert len(found["items"]) == QUESTIONS[name]
    assert all(item["text"].endswith(": у нас так") for item in found["items"])
    none, nothing = view.result(name, answers(name, "no"))["lists"]
    assert none["items"][0]["text"].startswith("Держать как есть")
    assert nothing["items"][0]["text"].startswith("Ни одной ошибки")


def test_until_somebody_answers_an_owner_has_neither_mistakes_nor_a_clean_bill() -> None:
    result = view.result("owner_check", {})
    texts = [result["headline"]["text"], *(output["text"] for output in result["outputs"])]
    assert texts == ["Сначала ответьте на вопросы", "ответов пока нет"]
    assert result["steps"] == []
    assert [one["items"][0]["text"] for one in result["lists"]] == [
        "Сначала ответьте на все вопросы.",
        "Пока ничего не отмечено.",
    ]
    clean = view.result("owner_check", answers("owner_check", "no"))
    assert clean["headline"]["text"] == "Ни одна ошибка не отмечена"
    assert clean["outputs"][0]["text"] == "0\u00a0из\u00a09"


def test_what_an_owner_makes_is_counted_and_never_called_a_risk() -> None:
    result = view.result("owner_check", answers("owner_check", "no", hiring="yes", tools="partly"))
    (step,) = result["steps"]
    assert step["formula"].replace("\u00a0", " ") == "1 × 1 + 1 × 0,5 = 1,5 из 9"
    words = str(result).lower()
    assert "риск" not in words
    assert "вероятн" not in words


def test_each_band_is_called_by_its_capitalized_name() -> None:
    rows = view.result("salary_bands", {})["tables"][0]["rows"]
    names = [row["cells"][0]["text"] for row in rows]
    assert names == [
        "Новичок", "Средний уровень", "Высокий уровень", "РОМ", "Директор по маркетингу",
    ]  # fmt: skip


def test_the_years_left_say_what_they_are_not_less_than() -> None:
    line, post = "До коммерческого директора", "До опытного коммерческого"
    marketing = "но не меньше срока на маркетинг (2–3 года)"
    for step in ("mop", "rop", "sales_director"):
        found = steps("career_path", step=step, years="4")[line]
        assert found == f"6–10 лет − 4 года, {marketing} = 2–6 лет"
    # With every skill in marketing: 6 − 6 is nothing less than nothing.
    assert steps("career_path", **skilled(years="6"))[line] == "6–10 лет − 6 лет = 0–4 года"
    assert "не меньше нуля" in steps("career_path", **skilled(years="7"))[line]
    assert steps("career_path", **top(years_in_post="3"))[post] == "3–6 лет − 3 года = 0–3 года"
    assert steps("career_path", **top(years_in_post="4"))[post] == (
        "3–6 лет − 4 года, но не меньше нуля = 0–2 года"
    )


def test_what_a_director_lacks_is_listed_to_the_end() -> None:
    def listed(**raw: str) -> list[str]:
        (one,) = view.result("career_path", top(**raw))["lists"]
        return [item["text"].replace("\u00a0", " ") for item in one["items"]]

    assert listed(team="8") == ["Команда от 150 человек.", "Опыт в должности: ещё 3–6 лет."]
    assert listed(team="8", years_in_post="6") == ["Команда от 150 человек."]
    assert listed(team="150") == ["Опыт в должности: ещё 3–6 лет."]
    assert listed(team="150", years_in_post="6") == ["По этим ответам — ничего."]


def test_who_is_asked_no_questions_is_not_told_about_answers() -> None:
    for raw in (top(team="8"), top(team="150"), top(team="150", years_in_post="6")):
        caution = view.result("career_path", raw)["reading"]["caution"]
        assert "ответы" not in caution
        assert "Повышения" not in caution


def test_the_lists_above_are_empty_one_or_more() -> None:
    def meaning(fix: str, effect: str) -> str:
        task = {"task": "Позвонить", "fix": fix, "effect": effect}
        said: str = view.result("audit_backlog", {"tasks": [task]})["reading"]["meaning"]
        return said

    assert meaning("slow", "fast").startswith("Список выше пуст, поэтому очередь за этим")
    assert meaning("fast", "slow").startswith("Списки выше пусты, поэтому")
    assert meaning("slow", "slow").startswith("Списки выше пусты, поэтому")


def test_what_counts_as_passed_and_what_a_point_is_stand_beside_the_numbers() -> None:
    raw = answers("audit_check", "yes", rules="partly")
    shown = {one["label"]: one["text"] for one in view.result("audit_check", raw)["outputs"]}
    assert shown["Пройдено с ответом «да»"] == "6\u00a0проверок"
    # 6.5 ÷ 7
    assert shown["Набрано баллов, «отчасти» за половину"] == "92,86\u00a0%"
    label = "Баллы: «да» — один, «отчасти» — половина"
    assert steps("audit_check", **raw)[label] == "6 × 1 + 1 × 0,5 = 6,5 балла"


def test_the_timeline_says_of_no_years_that_there_are_none() -> None:
    finding = view.result("career_path", top(years_in_post="6"))["chart"]["finding"]
    assert finding.endswith("До опытного коммерческого директора — годы уже пройдены.")
    finding = view.result("career_path", top())["chart"]["finding"].replace("\u00a0", " ")
    assert finding.endswith("До опытного коммерческого директора — ещё 3–6 лет.")
