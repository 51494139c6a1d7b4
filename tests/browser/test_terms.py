"""Terms explained where they stand: to a pointer, a keyboard, a finger, and without scripts."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros import glossary
from tests.browser.reader import LAID_OUT, Reader, awake, until


def mention(page: Page, key: str = "crm") -> Locator:
    return page.locator(f"[data-term={key}]").first


def note(page: Page, key: str = "crm") -> Locator:
    return page.locator(f"#term-{key}")


def explained(page: Page) -> None:
    """Wait until the glossary shows the term: the address Material soon makes that of a section."""
    expect(page).to_have_url(re.compile(r"/glossary/(#.*)?$"))
    expect(page.locator("#crm")).to_be_in_viewport()


@pytest.fixture
def phone(browser: Browser, site: Path, site_url: str) -> Iterator[Page]:
    """A narrow touch screen with the chapter open."""
    assert site
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site_url}repeat-sales/")
    awake(page)
    until(page, LAID_OUT)
    yield page
    context.close()


def test_the_pointer_opens_a_note_may_move_onto_it_and_closes_it_by_leaving(
    reader: Reader,
) -> None:
    reader.page.clock.install()
    page = reader.open().page
    expect(note(page)).not_to_be_visible()
    mention(page).hover()
    expect(note(page)).to_be_visible()
    expect(note(page)).to_contain_text(glossary.load()["crm"].text)
    note(page).hover()
    # Longer than a pointer that left may take.
    page.clock.run_for(500)
    expect(note(page)).to_be_visible()
    page.mouse.move(0, 300)
    expect(note(page)).not_to_be_visible()


def test_escape_closes_a_note_under_a_pointer_that_rests(reader: Reader) -> None:
    page = reader.open().page
    mention(page).hover()
    expect(note(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(note(page)).not_to_be_visible()


@pytest.mark.every_browser
def test_the_keyboard_opens_a_note_by_coming_and_closes_it_by_leaving_or_by_escape(
    reader: Reader,
) -> None:
    page = reader.open().page
    mention(page, "landing-page").focus()
    page.keyboard.press("Tab")
    expect(mention(page)).to_be_focused()
    expect(note(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(note(page)).not_to_be_visible()
    expect(mention(page)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(note(page, "landing-page")).to_be_visible()
    page.keyboard.press("Tab")
    expect(note(page, "landing-page")).not_to_be_visible()
    page.keyboard.press("Enter")
    explained(page)


def test_a_note_is_the_description_that_a_screen_reader_is_given(reader: Reader) -> None:
    page = reader.open().page
    expect(mention(page)).to_have_accessible_description(note(page).text_content() or "")


def test_the_first_tap_opens_a_note_a_tap_elsewhere_closes_it_a_second_one_goes_on(
    phone: Page,
) -> None:
    mention(phone).tap()
    expect(note(phone)).to_be_visible()
    phone.locator("h2").first.tap()
    expect(note(phone)).not_to_be_visible()
    mention(phone).tap()
    expect(note(phone)).to_be_visible()
    # Material keeps the section in the address.
    expect(phone).to_have_url(re.compile(r"/repeat-sales/(#.*)?$"))
    mention(phone).tap()
    explained(phone)


def test_every_note_fits_a_phone_and_moves_nothing(phone: Page) -> None:
    height = phone.evaluate("document.documentElement.scrollHeight")
    for one in phone.locator("[data-term]").all():
        one.scroll_into_view_if_needed()
        before = one.bounding_box()
        assert before
        one.tap()
        opened = phone.locator(".term-note:popover-open")
        expect(opened).to_have_count(1)
        box = opened.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 740
        # The term itself stays in sight.
        below = box["y"] >= before["y"] + before["height"]
        assert below or box["y"] + box["height"] <= before["y"]
        assert one.bounding_box() == before
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360
        phone.keyboard.press("Escape")
    assert phone.evaluate("document.documentElement.scrollHeight") == height


def test_notes_open_after_instant_navigation_and_back(reader: Reader) -> None:
    page = reader.open("glossary/").page
    reader.rest()  # instant navigation has read the sitemap
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name="Повторные продажи").first.click()
    mention(page).hover()
    expect(note(page)).to_be_visible()
    mention(page).click()
    explained(page)
    page.go_back()
    mention(page).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(note(page)).to_be_visible()
    assert page.evaluate("window.sameDocument")


def test_without_javascript_a_mention_is_a_link_to_its_meaning(
    browser: Browser, site: Path, site_url: str
) -> None:
    assert site
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}repeat-sales/")
    expect(note(page)).not_to_be_visible()
    mention(page).click()
    explained(page)
    context.close()


def test_on_paper_a_term_is_plain_text(reader: Reader) -> None:
    page = reader.open().page
    mention(page).hover()
    expect(note(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(note(page)).not_to_be_visible()
    style = mention(page).evaluate(
        "e => [getComputedStyle(e).textDecorationLine, getComputedStyle(e).color,"
        " getComputedStyle(e.parentElement).color]"
    )
    assert style[0] == "none"
    assert style[1] == style[2]


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_axe_finds_no_fault_with_a_note_open_or_on_the_glossary_page(
    reader: Reader, width: int, scheme: str
) -> None:
    page = reader.page
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 740})
    for path in ("repeat-sales/", "glossary/"):
        reader.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if path == "repeat-sales/":
            mention(page).hover()
            expect(note(page)).to_be_visible()
        faults = reader.faults()
        assert not faults, json.dumps(faults, ensure_ascii=False, indent=2)
