"""Search as a reader uses it: Russian, half-typed, abbreviated."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.conftest import asked_hosts, listen
from tests.browser.reader import Fault, Reader
from tests.conftest import ROOT

QUERIES = yaml.safe_load((ROOT / "tests/search/queries.yaml").read_text("utf-8"))
ASKED_FOR = re.compile("Начните печатать")
ANSWERED = re.compile("айден")  # «Найдено…» or «Совпадений не найдено»


class SearchBox:
    """Material's search box in an open page."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.input = page.locator("input[name=query]")
        self.said = page.locator(".md-search-result__meta")
        self.results = page.locator(".md-search-result__item")

    def type(self, query: str) -> "SearchBox":
        """Clear the box, type the query and wait for its answer."""
        # The answer to an empty box comes first, so that none is taken for the one before it.
        self.press("")
        expect(self.said).to_have_text(ASKED_FOR)
        self.press(query)
        expect(self.said).to_have_text(ANSWERED)
        return self

    def press(self, text: str) -> None:
        """Put the text into the box; Material listens to keys."""
        self.input.fill(text)
        self.input.press("End")

    def first(self) -> Locator:
        """The link of the first page found."""
        return self.results.first.locator("a").first

    def pages(self) -> list[str]:
        """The pages found, best first, by their address in the site."""
        read = "(items) => items.map((item) => item.querySelector('a').pathname)"
        paths: list[str] = self.results.evaluate_all(read)
        return [path.removeprefix(urlsplit(self.url).path).strip("/") for path in paths]


@pytest.fixture(scope="module")
def box(browser: Browser, site: Path, site_url: str) -> Iterator[SearchBox]:
    """One search box for all queries. At the end: no complaint, no request to another host."""
    assert (site / "search/search_index.json").is_file()
    page = browser.new_page(service_workers="block")
    complaints, hosts = listen(page), asked_hosts(page)
    page.goto(site_url)
    found = SearchBox(page, site_url)
    found.input.click()
    yield found
    page.context.close()
    assert hosts == {urlsplit(site_url).netloc}
    assert complaints == []


@pytest.mark.parametrize("asked", QUERIES, ids=lambda asked: f"{asked['query']} → {asked['page']}")
def test_the_page_meant_is_among_the_first_three(box: SearchBox, asked: dict[str, str]) -> None:
    found = box.type(asked["query"]).pages()
    assert asked["page"] in found[:3]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("БК", "база клиентов"),
        ("KPI", "ключевые показатели"),
        ("CRM", "управлением отношениями с клиентами"),
        ("кастдевы", "глубинное интервью"),
        ("лендинга", "посадочных страниц"),
        ("расчет", "расчёт"),
        ("клиент", "клиентами"),
        ("ошибка", "ошибок"),
        ("повторные продажи", "повторной продаже"),
    ],
)
def test_two_spellings_of_one_thing_find_the_same(box: SearchBox, one: str, other: str) -> None:
    found = box.type(one).pages()
    assert found
    assert box.type(other).pages() == found


@pytest.mark.parametrize("query", ["жираф", '"жираф"', "ъъъ", "+", "—"])
def test_what_is_nowhere_is_not_found(box: SearchBox, query: str) -> None:
    box.press("")
    expect(box.said).to_have_text(ASKED_FOR)
    box.press(query)
    expect(box.said).to_have_text(re.compile("не найдено"))
    expect(box.results).to_have_count(0)


def test_a_word_that_only_begins_alike_is_not_found(box: SearchBox) -> None:
    marks = box.type("покупка").results.locator("mark")
    words = {word.lower() for word in marks.all_text_contents()}
    assert words
    assert all(re.fullmatch("покупк([аиуе]|ой|ам|ами|ах)|покупок", word) for word in words), words


def test_the_words_of_an_abbreviation_are_marked_in_the_results(box: SearchBox) -> None:
    marks = box.type("БК").results.locator("mark")
    words = {word.lower() for word in marks.all_text_contents()}
    assert {"бк", "базой", "клиентов"} <= words


def test_a_word_that_a_page_lacks_is_named_as_it_was_typed(box: SearchBox) -> None:
    missing = box.type("реактивацию жирафов").results.locator("del")
    expect(missing.first).to_have_text("жирафов")
    assert set(missing.all_text_contents()) == {"жирафов"}


def test_a_word_being_typed_is_completed_by_a_whole_one(box: SearchBox) -> None:
    box.type("повт")
    expect(box.page.locator(".md-search__suggest")).to_have_text("повторные")


def test_whoever_begins_to_type_without_a_network_finds_all_the_same(
    context: BrowserContext, reader: Reader
) -> None:
    box = SearchBox(reader.open().page, reader.url)
    box.input.click()
    expect(box.said).to_have_text(ASKED_FOR)
    context.set_offline(True)
    assert "repeat-sales" in box.type("повторных продаж").pages()


@pytest.mark.every_browser
def test_words_that_come_by_no_key_are_searched_too(reader: Reader) -> None:
    box = SearchBox(reader.open().page, reader.url)
    box.input.click()
    expect(box.said).to_have_text(ASKED_FOR)
    # As from the menu of a phone, a voice or a suggestion: there is an input and no key.
    reader.page.keyboard.insert_text("фермеров")
    expect(box.said).to_have_text(ANSWERED)
    assert "repeat-sales" in box.pages()


def test_words_that_come_before_the_page_hears_of_them_are_searched_then(reader: Reader) -> None:
    waiting: list[Route] = []
    script = re.compile(r"/reading/search\.js$")
    late = Fault(reader.page, script, waiting.append)
    with reader.page.expect_request(script):
        reader.open(rest=False)
    box = SearchBox(reader.page, reader.url)
    box.input.click()
    expect(box.said).to_have_text(ASKED_FOR)
    reader.page.keyboard.insert_text("фермеров")
    expect(box.said).to_have_text(ASKED_FOR)
    late.mend()
    for route in waiting:
        route.fallback()
    expect(box.said).to_have_text(ANSWERED)
    assert "repeat-sales" in box.pages()


def test_a_page_that_is_only_read_makes_no_index(reader: Reader) -> None:
    reader.open().rest()
    box = SearchBox(reader.page, reader.url)
    box.input.click()
    expect(box.said).to_have_text(ASKED_FOR)
    (worker,) = [one for one in reader.page.workers if "/search/worker.js" in one.url]
    assert worker.evaluate("vocabulary.size") == 0
    assert "repeat-sales" in box.type("повторных продаж").pages()
    assert worker.evaluate("vocabulary.size") > 1000


@pytest.mark.every_browser
def test_the_keyboard_finds_opens_and_finds_again(reader: Reader) -> None:
    reader.open("").page.evaluate("window.sameDocument = true")
    reader.page.keyboard.press("/")
    box = SearchBox(reader.page, reader.url)
    expect(box.input).to_be_focused()
    box.type("фермеров")
    reader.page.keyboard.press("ArrowDown")
    expect(box.first()).to_be_focused()
    reader.page.keyboard.press("ArrowUp")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("article h1[id]")).to_have_text(re.compile("Повторные продажи"))
    marked = reader.page.locator("article mark[data-md-highlight]")
    expect(marked).to_have_text([re.compile("^фермера?$", re.IGNORECASE)] * 4)
    assert reader.page.evaluate("window.sameDocument")
    box.input.click()
    assert "repeat-sales" in box.type("клиентам").pages()
