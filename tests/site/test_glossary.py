"""The glossary page, and the way to it from every mention."""

import json
import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

from macros import glossary

# What the playbook promises to explain, in its own words.
PROMISED = """
МОП, РГ, РОП, РОМ, КЭВ, лид, квалифицированный лид, первая линия, воронка, конверсия,
микроконверсия, CJM, касание, оффер, посадочная страница, CRM, KPI, регулярный менеджмент,
базовое расписание, скрипт и речевой модуль, регламент, БК, реактивация, аккаунтинг,
хантер и фермер, автоворонка, кастдев, средний чек, рентабельность, ФЗП, подрядчик, A/B-тест,
SEO, таргетолог, контекстолог, посевы, flex, испытательный срок, ТЗ, процентный пункт
"""
MENTION = re.compile(r"<a [^>]*\bdata-term=[^>]*>")


def attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    assert found, tag
    return found[1]


@pytest.fixture(scope="module")
def page(site: Path) -> str:
    return (site / "glossary" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("term", re.split(r",\s+", PROMISED.strip()))
def test_every_promised_term_is_on_the_page(page: str, term: str) -> None:
    assert re.search(rf"<dfn>{re.escape(term)}</dfn>", page, re.IGNORECASE)


def test_a_percentage_point_is_told_from_a_percent(page: str) -> None:
    text = glossary.load()["percentage-point"].text
    assert "прибавился 1\u00a0процентный пункт" in text
    assert "20\u00a0%" in text
    assert text in page


def test_terms_stand_in_alphabetical_order_with_an_address_each(page: str) -> None:
    ids = re.findall(r'<dt [^>]*id="([^"]*)"', page)
    assert ids == list(glossary.load())
    russian = [t.term.lower() for t in glossary.load().values() if not t.term.isascii()]
    assert russian == sorted(russian)


def test_see_also_leads_to_terms_of_the_page(page: str) -> None:
    listed = page.split("data-glossary", 1)[1].split("</dl>", 1)[0]
    links = re.findall(r'href="#([^"]*)"', listed)
    assert links
    assert set(links) <= glossary.load().keys()


def test_every_mention_has_its_note_and_leads_to_a_term_of_the_glossary(
    site: Path, page: str
) -> None:
    seen = 0
    for file in site.rglob("*.html"):
        html = file.read_text("utf-8")
        here = f"https://example.org/{file.relative_to(site).as_posix()}"
        for tag in MENTION.findall(html):
            seen += 1
            address, term = urldefrag(urljoin(here, attribute(tag, "href")))
            assert address == "https://example.org/glossary/"
            assert f'id="{term}"' in page
            assert html.count(f'id="{attribute(tag, "aria-describedby")}"') == 1
    assert seen


def test_the_glossary_page_has_no_mentions_and_stands_last_in_the_navigation(page: str) -> None:
    assert not MENTION.search(page)
    assert "term-note" not in page
    navigation = page.split("md-nav--primary", 1)[1].split("md-sidebar--secondary", 1)[0]
    items = re.findall(r'<span class="md-ellipsis">\s*([^<]*?)\s*</span>', navigation)
    assert items[-1] == "Словарь"
    assert '<meta name="description" content="Слова продаж' in page


def test_what_a_term_means_is_found_on_its_own_page_only(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    meaning = glossary.load()["crm"].text
    places = [doc["location"] for doc in index["docs"] if meaning in doc["text"]]
    assert {urldefrag(place)[0] for place in places} == {"glossary/"}
