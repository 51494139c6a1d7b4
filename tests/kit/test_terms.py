"""Terms marked in a text: which words, where, and how often."""

import re

import markdown
import pytest

from macros import glossary
from macros.extensions.terms import matcher

EXTENSIONS = [
    "admonition", "attr_list", "def_list", "md_in_html", "pymdownx.superfences", "tables",
    "macros.extensions.checklist", "macros.extensions.terms",
]  # fmt: skip
MENTION = re.compile(r'<a [^>]*data-term="([^"]*)"[^>]*>([^<]*)</a>')


def html(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


def mentions(text: str) -> list[tuple[str, str]]:
    """What is marked in a text: keys of terms with the words that are marked."""
    return MENTION.findall(html(text))


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("Дно воронки.", "funnel", "воронки"),
        ("Управлять воронкой.", "funnel", "воронкой"),
        ("Сто лидов.", "lead", "лидов"),
        ("Лиды пришли.", "lead", "Лиды"),
        ("Двух офферов мало.", "offer", "офферов"),
        ("После кастдевов.", "custdev", "кастдевов"),
        ("Вместе с хантерами.", "hunter-farmer", "хантерами"),
        ("Скриптами не лечат.", "script", "Скриптами"),
        ("Трёх автоворонок.", "auto-funnel", "автоворонок"),
        ("Пять посадочных страниц.", "landing-page", "посадочных страниц"),
        ("На посадочную\nстраницу.", "landing-page", "посадочную\nстраницу"),
        ("О средних\u00a0чеках.", "average-check", "средних\u00a0чеках"),
        ("На первой линии.", "first-line", "первой линии"),
        ("С квалифицированными лидами.", "qualified-lead", "квалифицированными лидами"),
        ("Скриптов и речевых модулей.", "script", "Скриптов и речевых модулей"),
        ("С опережающими показателями.", "kpi", "опережающими показателями"),
        ("Прибавка 2,5\u00a0п.\u00a0п. и всё.", "percentage-point", "п.\u00a0п."),
        ("На 2 процентных пункта.", "percentage-point", "процентных пункта"),
        ("После трёх A/B-тестов.", "ab-test", "A/B-тестов"),
        ("Сплит-тесты писем.", "ab-test", "Сплит-тесты"),
        ("Двух РОПов.", "rop", "РОПов"),
        ("По ТЗ.", "brief", "ТЗ"),
    ],
)
def test_a_term_is_found_in_the_form_that_the_sentence_gives_it(
    text: str, key: str, words: str
) -> None:
    assert mentions(text) == [(key, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Лидер и лидеры, лидировать.",
        "Лид-менеджер и SEO-специалист.",
        "Ром, мопа, ропа, рг и бк маленькими.",
        "ТЗК, РГБ, KPIs.",
        "Средний. Чек пробили.",
        "Страница посадочная и страница.",
        "Цель компании, а процент растёт.",
        "Посеять и коснуться.",
    ],
)
def test_what_only_looks_like_a_term_is_left_alone(text: str) -> None:
    assert mentions(text) == []


def test_every_spelling_of_the_glossary_is_found_as_its_own_term() -> None:
    for key, term in glossary.load().items():
        for spelling in term.spellings:
            found = [(match.start, match.end, match.key) for match in matcher().find(spelling)]
            assert found == [(0, len(spelling), key)], spelling


def test_yo_and_ye_are_one_letter() -> None:
    from macros.extensions.matching import Matcher

    found = Matcher({"count": ["учёт"], "tree": ["ель"]})
    for text in ("учёт", "учет", "учёта", "учета", "Учёту", "Учету"):
        assert [match.key for match in found.find(text)] == ["count"], text


def test_a_term_is_marked_once_a_section_and_again_after_the_next_heading() -> None:
    text = "Лид. Лидов. Лиды.\n\n> Лиду.\n\n## Раздел\n\nЛидом. Лид.\n\n### Ниже\n\n- Лиды\n- Лид"
    assert [words for _, words in mentions(text)] == ["Лид", "Лидом", "Лиды"]


def test_a_second_long_term_does_not_give_way_to_a_short_one_within_it() -> None:
    text = "Квалифицированный лид и квалифицированного лида."
    assert mentions(text) == [("qualified-lead", "Квалифицированный лид")]


@pytest.mark.parametrize(
    "text",
    [
        "# Воронка",
        "Воронка\n=======",
        "[воронка](https://example.org/)",
        "[сказано **воронка** дальше](https://example.org/)",
        "`воронка`",
        "```\nворонка\n```",
        "    воронка",
        "- [ ] Нарисовать воронку\n  {: #draw }",
        '!!! abstract "Воронка"\n\n    Ничего.',
        "Воронка\n:   здесь названа.",
        "<section><p>воронка</p></section>",
        'Так <a href="https://example.org/">воронка **воронка**</a> стоит.',
        "![воронка](a.png)",
    ],
)
def test_headings_links_code_boxes_and_raw_html_are_left_alone(text: str) -> None:
    assert "воронк" in html(text).lower()
    assert mentions(text) == []
    assert "tooltip" not in html(text)


@pytest.mark.parametrize(
    "text",
    [
        "**воронка**",
        "- воронка",
        "| a | b |\n|---|---|\n| воронка | c |",
        '!!! abstract "Главное"\n\n    Это воронка.',
        "Слово\n:   это воронка.",
        "> воронка",
    ],
)
def test_all_other_text_is_marked(text: str) -> None:
    assert mentions(text) == [("funnel", "воронка")]


def test_nothing_but_the_mark_changes_in_the_text() -> None:
    text = "До **лида и воронки** и _после_ лидов: 5 < 6, `x`, \\*РОПа\\* конец."
    marked = html(text).split('<div class="term-notes"')[0].strip()
    plain = markdown.markdown(text)
    assert marked != plain
    assert re.sub(r"<a [^>]*>|</a>", "", marked) == plain


def test_a_mention_leads_to_the_glossary_and_has_its_note_once_a_page() -> None:
    page = html("Воронка.\n\n## Дальше\n\nВоронку и лида.")
    assert page.count('href="/glossary.md#funnel"') == 2
    assert page.count('aria-describedby="term-funnel"') == 2
    assert page.count('id="term-funnel"') == 1
    assert page.count('role="tooltip"') == 2
    assert glossary.load()["funnel"].text in page


def test_the_glossary_page_marks_none_of_its_own_terms() -> None:
    assert mentions("Воронка.\n\n<dl data-glossary><dt>Воронка</dt></dl>") == []


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"Лид": {"term": "Лид", "text": "т"}}, "latin letters"),
        ({"lead": {"term": "Лид"}}, "text"),
        ({"lead": {"term": "Лид", "text": "т", "from": "т"}}, "from"),
        ({"lead": {"term": "Лид", "text": "т", "see": ["led"]}}, "'led'"),
        ({"lead": {"term": "Лид", "text": "т", "see": ["lead"]}}, "'lead'"),
        (
            {
                "a": {"term": "Счёт", "text": "т"},
                "b": {"term": "Б", "text": "т", "forms": ["счет"]},
            },
            "both",
        ),
    ],
)
def test_a_slip_in_the_glossary_is_refused_by_name(
    tables: dict[str, dict[str, object]], message: str
) -> None:
    with pytest.raises(ValueError, match=rf"glossary\.toml: .*{message}"):
        glossary.parse(tables)
