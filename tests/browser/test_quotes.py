"""A chapter's text on the reader's own numbers."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import asked_hosts
from tests.browser.reader import LIVE, Reader
from tests.browser.test_numbers import has, near, numbers

NB = "\u00a0"


def chapter(reader: Reader, path: str = "repeat-sales/") -> Locator:
    """The text of a chapter opened anew."""
    return reader.open(path).page.locator("article")


def switch(reader: Reader) -> Locator:
    """What lets the reader choose whose numbers stand in the text."""
    return reader.page.get_by_role("group", name="Числа в тексте")


def come_near(reader: Reader) -> None:
    """Bring the first of the numbers in sight."""
    reader.page.locator("[data-quote]").first.scroll_into_view_if_needed()


def test_numbers_typed_once_stand_in_the_text_of_every_chapter(reader: Reader) -> None:
    placed = near(reader)
    placed.type({"average_check": "10000"})
    placed.is_current()
    placed.root.get_by_role("button", name="Да").click()
    placed.type({"clients": "1"})
    placed.is_current()
    # 1 × 20 % × 1 × 10 000
    expect(reader.page.locator("article")).to_contain_text(
        f"Это 2{NB}000{NB}₽ выручки в год", timeout=LIVE
    )
    expect(reader.page.locator("article")).to_contain_text(f"1{NB}клиент за все годы.")
    path = chapter(reader, "customer-journey/")
    come_near(reader)
    # 450 000 × 17,5 % × (7,5 % × 5 % × 25 % − 5 % × 4 % × 20 %) = 42,328 results more, × 10 000
    expect(path).to_contain_text(f"это 423{NB}281{NB}₽ выручки в месяц", timeout=LIVE)


def test_the_editors_example_is_one_press_away_and_so_are_his_numbers(reader: Reader) -> None:
    has(reader, average_check="10000")
    text = chapter(reader)
    come_near(reader)
    expect(text).to_contain_text(f"Это 3{NB}200{NB}000{NB}₽ выручки", timeout=LIVE)
    mine = reader.page.locator("[data-mine]", has_text=f"3{NB}200{NB}000{NB}₽").first
    expect(mine).to_have_css("text-decoration-style", "dotted")
    switch(reader).get_by_role("button", name="Пример редакции").press("Enter")
    expect(text).to_contain_text(f"Это 28{NB}800{NB}000{NB}₽ выручки")
    expect(reader.page.locator("[data-mine]")).to_have_count(0)
    # What he chose holds for the next chapter.
    chapter(reader, "sales-audit/")
    come_near(reader)
    example = switch(reader).get_by_role("button", name="Пример редакции")
    expect(example).to_have_attribute("aria-pressed", "true", timeout=LIVE)
    expect(reader.page.locator("[data-mine]")).to_have_count(0)
    switch(reader).get_by_role("button", name="На моих числах").click()
    expect(reader.page.locator("[data-mine]").first).to_be_visible()


def test_without_numbers_of_his_own_there_is_no_switch_and_nothing_is_asked_for(
    reader: Reader,
) -> None:
    hosts = asked_hosts(reader.page)
    chapter(reader)
    come_near(reader)
    expect(switch(reader)).to_be_hidden()
    expect(reader.page.locator("[data-mine]")).to_have_count(0)
    assert len(hosts) <= 1


def test_numbers_that_change_nothing_in_a_chapter_leave_it_alone(reader: Reader) -> None:
    has(reader, ad_budget="500000")
    chapter(reader)
    come_near(reader)
    reader.calculator().wake()
    expect(switch(reader)).to_be_hidden()


def test_forgotten_numbers_give_the_editors_theirs_back(reader: Reader) -> None:
    has(reader, average_check="10000")
    text = chapter(reader)
    come_near(reader)
    expect(text).to_contain_text(f"Это 3{NB}200{NB}000{NB}₽ выручки", timeout=LIVE)
    other = Reader(reader.page.context.new_page(), reader.url)
    numbers(other).root.get_by_role("button", name="Забыть цифры").click()
    expect(text).to_contain_text(f"Это 28{NB}800{NB}000{NB}₽ выручки", timeout=LIVE)
    expect(switch(reader)).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_being_read_stays_where_it_is(reader: Reader, width: int) -> None:
    has(reader, average_check="123456789", clients="987654321", margin="12,3")
    reader.page.set_viewport_size({"width": width, "height": 700})
    chapter(reader)
    come_near(reader)
    expect(reader.page.locator("[data-mine]").first).to_be_visible(timeout=LIVE)
    read = reader.page.locator("#mistakes")
    read.evaluate("it => scrollTo(0, it.getBoundingClientRect().top + scrollY - innerHeight / 3)")
    before = read.evaluate("it => it.getBoundingClientRect().top")
    # The whole text above it changes its length.
    switch(reader).get_by_role("button", name="Пример редакции").dispatch_event("click")
    expect(reader.page.locator("[data-mine]")).to_have_count(0)
    after = read.evaluate("it => it.getBoundingClientRect().top")
    assert abs(after - before) <= 1


def test_the_reader_s_numbers_overflow_no_phone(reader: Reader) -> None:
    has(reader, average_check="1000000000", clients="999999999", salary="99999999")
    reader.page.set_viewport_size({"width": 360, "height": 740})
    for path in ("repeat-sales/", "hiring/", "sales-audit/"):
        chapter(reader, path)
        come_near(reader)
        expect(reader.page.locator("[data-mine]").first).to_be_attached(timeout=LIVE)
        width = reader.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, path


def test_the_switch_is_for_fingers_and_readers_of_screens(reader: Reader) -> None:
    has(reader, average_check="10000")
    chapter(reader)
    come_near(reader)
    expect(switch(reader)).to_be_visible(timeout=LIVE)
    box = switch(reader).bounding_box()
    assert box
    assert box["height"] >= 44
    expect(switch(reader)).to_have_text(re.compile(r"Пример редакции\s+На моих числах"))
    assert reader.faults() == {}
