"""Comforts of reading: ticks that stay, cards on a phone, a printed chapter."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader


@pytest.mark.every_browser
def test_ticks_stay_after_a_reload_and_go_at_a_click(reader: Reader) -> None:
    reader.open()
    first = reader.page.locator("#week-export input")
    reset = reader.page.get_by_role("button", name="Снять отметки")
    expect(reset).to_be_hidden()
    first.check()
    reader.page.reload()
    expect(first).to_be_checked()
    reader.rest()  # nothing of it is still on its way when it is left
    reset.click()
    expect(first).not_to_be_checked()
    expect(reset).to_be_hidden()
    reader.page.reload()
    expect(first).not_to_be_checked()


def test_ticks_of_one_chapter_are_not_those_of_another(reader: Reader) -> None:
    reader.open().page.locator("[data-checklist] input").first.check()
    reader.open("customer-journey/")
    expect(reader.page.locator("[data-checklist] input:checked")).to_have_count(0)


def test_a_printed_chapter_has_the_result_and_the_derivation_even_when_closed(
    reader: Reader,
) -> None:
    placed = reader.open().calculator()
    placed.root.get_by_text("Как это посчитано").click()
    expect(placed.root.locator(".calculator__formula").first).to_be_visible()
    placed.root.get_by_text("Как это посчитано").click()
    expect(placed.root.locator(".calculator__formula").first).to_be_hidden()
    reader.page.emulate_media(media="print")
    expect(placed.headline).to_be_visible()
    expect(placed.root.locator(".calculator__formula").first).to_be_visible()
    expect(reader.page.locator(".md-header")).to_be_hidden()
    expect(placed.root.locator(".calculator__status")).to_be_hidden()


def test_a_calculator_is_found_by_words_in_any_form_and_it_is_told_once(reader: Reader) -> None:
    page = reader.open("calculators/").page
    told = page.get_by_role("status")
    page.evaluate(
        "new MutationObserver(() => said.push(document.querySelector('.finder__told').textContent))"
        ".observe(document.querySelector('.finder__told'), {childList: true}); var said = []"
    )
    shown = page.locator(".chapters__title:visible")
    groups = page.locator("[data-group]:visible h2")
    expect(groups).to_have_text(["Клиенты и выручка", "Отдел и процесс", "Люди и деньги"])
    every = shown.count()
    box = page.get_by_label("Найти по словам")
    expect(box).to_be_visible()  # with the script that does what it offers
    box.press_sequentially("маркетологов доходом")
    expect(shown).to_have_text(["Доход маркетолога"])
    expect(groups).to_have_text(["Люди и деньги"])
    expect(told).to_have_text("Нашлось: 1\u00a0калькулятор.")
    assert page.evaluate("said.length") == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip().startswith("Доход маркет")
    box.fill("ъъъ")
    expect(shown).to_have_count(0)
    expect(told).to_contain_text("Попробуйте другое слово")
    assert not reader.faults()
    box.press("Escape")
    expect(shown).to_have_count(every)
    expect(told).to_have_text("")


def test_the_next_chapter_is_one_step_away(reader: Reader) -> None:
    reader.open("").page.locator(".md-footer__link--next").click()
    expect(reader.page.locator("article h1")).not_to_have_text("Плейбук коммерческого директора")
    expect(reader.page.locator(".md-footer__link--prev")).to_be_visible()


# When a link of the head got its address: a sheet that gets one styles the page anew.
SET = """set = []
new MutationObserver((records) => {
  const links = records.filter(({ target }) => target.matches("head > link"))
  set.push(...links.map(() => document.readyState))
}).observe(document, { attributeFilter: ["href"], subtree: true })"""


def test_a_page_that_is_painted_is_not_styled_anew(reader: Reader) -> None:
    reader.page.add_init_script(SET)
    reader.open().rest()
    assert {*reader.page.evaluate("set")} == {"loading"}
