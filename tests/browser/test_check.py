"""A self-check: chosen, told, remembered, given anew; by mouse and from the keyboard."""

import json
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, expect

from tests.browser.reader import Reader

# The first question of the chapter: its right answer is the fourth, the second the commonest slip.
LOST = "[data-question=lost]"
KEPT = "JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('check:')))"


def opened(reader: Reader) -> Locator:
    """The self-check of the chapter, open."""
    check = reader.page.locator("[data-check][data-live]")
    check.locator("summary").first.click()
    return check


def answers(check: Locator, question: str = LOST) -> Locator:
    return check.locator(question).get_by_role("radio")


def test_an_answer_is_told_at_once_kept_in_this_browser_and_given_anew(reader: Reader) -> None:
    check = opened(reader.open())
    said = check.locator(LOST).get_by_role("status")
    expect(said).to_be_empty()
    expect(check.get_by_text("Ответ", exact=True).first).to_be_hidden()
    check.locator(LOST).get_by_text("3\u00a0600\u00a0000\u00a0₽", exact=True).click()
    expect(said.locator("p")).to_have_count(2)  # why not, and what instead
    expect(said).to_contain_text("Неверно. Сюда попали и те, кто возвращается сам")
    expect(said).to_contain_text("Верно: «1\u00a0440\u00a0000\u00a0₽»")
    check.locator("[data-question=farmer]").get_by_label("поддержки").check()
    expect(check.locator(".check__end")).to_contain_text("Верно 1 из 2")
    [(key, first), (other, second)] = sorted(json.loads(reader.page.evaluate(KEPT)), reverse=True)
    path = reader.page.evaluate("location.pathname")
    assert (key, json.loads(first)) == (f"check:{path}#lost", {"chosen": 1, "right": False})
    assert (other, json.loads(second)) == (f"check:{path}#farmer", {"chosen": 3, "right": True})

    reader.page.reload()
    summary = reader.page.locator("[data-check] summary").first
    expect(summary).to_have_text("Проверьте себя: пять вопросов, верно 1 из 2")
    check = opened(reader)
    expect(answers(check).nth(1)).to_be_checked()
    expect(check.locator(LOST).get_by_role("status")).to_contain_text("Неверно")
    check.get_by_role("button", name="Ответить заново").click()
    expect(answers(check).first).to_be_focused()
    expect(check.get_by_role("radio", checked=True)).to_have_count(0)
    expect(check.locator(".check__end")).to_be_hidden()
    assert reader.page.evaluate(KEPT) == "[]"


def test_an_arrow_looks_through_the_answers_and_a_space_chooses(reader: Reader) -> None:
    check = opened(reader.open())
    question = check.locator(LOST)
    answers(check).first.focus()
    for _ in range(3):
        reader.page.keyboard.press("ArrowDown")
    expect(answers(check).nth(3)).to_be_checked()
    expect(question).not_to_have_attribute("data-told", "right")
    reader.page.keyboard.press("Space")
    expect(question).to_have_attribute("data-told", "right")
    expect(question.get_by_role("status").locator("p")).to_have_count(1)
    expect(answers(check).nth(3)).to_be_focused()
    # Who goes on with Tab has chosen what is checked.
    second = check.locator("[data-question=wage]")
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("ArrowDown")
    expect(second.get_by_role("status")).to_be_empty()
    reader.page.keyboard.press("Tab")
    expect(second.get_by_role("status")).to_contain_text("Верно")
    assert reader.faults() == {}


def test_an_answer_to_what_the_question_was_before_is_forgotten(reader: Reader) -> None:
    key = f"check:{urlsplit(reader.url).path}repeat-sales/#lost"
    kept = json.dumps({"chosen": 0, "right": True})
    reader.page.add_init_script(f"localStorage.setItem('{key}', '{kept}')")
    check = opened(reader.open())
    expect(check.get_by_role("radio", checked=True)).to_have_count(0)
    expect(answers(check).first).to_be_enabled()


def test_without_scripts_the_answers_are_read_and_the_right_one_unfolds(
    browser: Browser, site_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}repeat-sales/")
    question = page.locator(LOST)
    expect(question).to_be_hidden()
    page.get_by_text("Проверьте себя: пять вопросов").click()
    expect(question.get_by_text("3\u00a0600\u00a0000\u00a0₽").first).to_be_visible()
    expect(question.locator("input").first).to_be_hidden()
    right = question.get_by_text("Умножьте их на покупки и на чек")
    expect(right).to_be_hidden()
    question.get_by_text("Ответ", exact=True).click()
    expect(right).to_be_visible()
    context.close()
