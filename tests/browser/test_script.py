"""«Этот расчёт на Python» in the page: what it copies prints what the page shows."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Route, expect

from bundle import wheel
from calculators.kit import registry
from calculators.kit.takeaway import script
from tests.browser.reader import LIVE, Fault, Placed, Reader
from tests.wheel.run import printed
from tests.wheel.test_script import HOSTILE, with_a_number

LINES = "Этот расчёт на Python"
FORBID = "() => { navigator.clipboard.write = () => Promise.reject(new Error('no')) }"


def menu(placed: Placed) -> Locator:
    """The button in the open menu."""
    placed.root.scroll_into_view_if_needed()
    closed = placed.root.locator(".calculator__menu:not([open])")
    if closed.count():
        closed.locator("summary").click()
    return placed.root.get_by_role("button", name=LINES)


def said(placed: Placed) -> Locator:
    return placed.root.locator("[data-files]").get_by_role("status")


def copied(placed: Placed) -> str:
    """What the button copies."""
    page = placed.root.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    menu(placed).click()
    expect(said(placed)).to_have_text("Скопировано.", timeout=LIVE)
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


# Numbers, rows, choices and texts; tests/wheel/test_script.py runs the lines of all.
@pytest.mark.parametrize("name", ["account_plan", "cjm_uplift", "job_brief", "owner_check"])
def test_what_is_copied_prints_the_number_in_the_page(
    reader: Reader, name: str, tmp_path: Path
) -> None:
    calculator = registry.get(name)
    placed = reader.open(f"{calculator.chapter}/").calculator(name).wake()
    before = placed.headline.inner_text()
    placed.type(script.changed(calculator, with_a_number(name)))
    expect(placed.headline).not_to_have_text(before, timeout=LIVE)
    placed.is_current()
    text = copied(placed)
    assert text.count("\n") == 4
    assert f"'{reader.url}{wheel.ARCHIVE}'" in text
    assert printed(text, tmp_path) == placed.headline.text_content()


def test_words_of_any_kind_are_copied_as_they_stand(reader: Reader, tmp_path: Path) -> None:
    placed = reader.open("hr-agency/").calculator("job_brief").wake()
    words = HOSTILE.replace("\x85", "")
    placed.root.locator("[data-field=duties] textarea").fill(words)
    expect(placed.root.locator(".calculator__document")).to_contain_text("'''", timeout=LIVE)
    text = copied(placed)
    assert repr(words) in text
    assert printed(text, tmp_path) == placed.headline.text_content()


def test_a_calculator_that_was_not_touched_and_did_not_start_is_copied_too(
    reader: Reader, tmp_path: Path
) -> None:
    placed = reader.open().calculator()
    text = copied(placed)
    assert "view.result('lost_revenue', {})" in text
    assert printed(text, tmp_path) == placed.headline.text_content()


def test_where_copying_is_forbidden_the_lines_stand_in_the_page(
    reader: Reader, tmp_path: Path
) -> None:
    placed = reader.open().calculator().wake()
    reader.page.evaluate(FORBID)
    placed.type({"clients": "1200"})
    placed.is_current()
    menu(placed).click()
    expect(said(placed)).to_contain_text("Скопируйте строки сами:", timeout=LIVE)
    # As a reader selects them: as the page lays them out, not as its source has them.
    words, *shown = said(placed).inner_text().split("\n")
    assert words.strip() == "Браузер не дал скопировать. Скопируйте строки сами:"
    assert len(shown) == 4
    assert printed("\n".join(shown), tmp_path) == placed.headline.text_content()


def test_fields_with_messages_give_no_lines_and_leave_the_clipboard_alone(reader: Reader) -> None:
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    placed = reader.open().calculator().wake()
    reader.page.evaluate("navigator.clipboard.writeText('моё')")
    placed.type({"clients": "много"})
    menu(placed).click()
    expect(said(placed)).to_have_text("Сначала поправьте поля с подсказками.", timeout=LIVE)
    assert reader.page.evaluate("navigator.clipboard.readText()") == "моё"


def test_when_the_lines_do_not_come_the_reader_is_told(
    reader: Reader, complaints: list[str]
) -> None:
    fault = Fault(reader.page, "**/takeaway.zip*", Route.abort)
    placed = reader.open().calculator().wake()
    menu(placed).click()
    expect(said(placed)).to_contain_text("попробуйте ещё раз", timeout=LIVE)
    fault.mend()
    assert "view.result('lost_revenue', {})" in copied(placed)
    assert complaints
    complaints.clear()


def test_an_empty_document_offers_the_lines_alone(reader: Reader) -> None:
    placed = reader.open("hr-agency/").calculator("job_brief")
    expect(menu(placed)).to_be_visible()
    for kind in ("copy", "docx", "md"):
        expect(placed.root.locator(f"[data-file={kind}]")).to_be_hidden()


def test_three_buttons_stand_in_one_line_of_the_narrowest_phone(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 740})
    placed = reader.open().calculator()
    boxes = [placed.root.locator(f".calculator__take > {one}").bounding_box()
             for one in ("[data-action=remember]", "[data-action=share]", "details")]  # fmt: skip
    first, _, last = boxes
    assert first
    assert last
    assert last["y"] < first["y"] + first["height"] / 2
    assert last["x"] + last["width"] <= 360
    shown = menu(placed).bounding_box()
    assert shown
    assert shown["x"] + shown["width"] <= 360
    assert shown["height"] >= 44
