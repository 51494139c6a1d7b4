"""A form is short: what decides stands open, the rest is one tap away and never lost."""

import pytest
from playwright.sync_api import Browser, Locator, ViewportSize, expect

from calculators.kit import registry, view
from tests.browser.reader import LIVE, Placed, Reader

PHONE: ViewportSize = {"width": 390, "height": 844}
TALLEST = {  # px at rest
    "account_plan": 3400,
    "agency_score": 4200,
    "channel_cost": 2200,
    "cjm_uplift": 2600,
    "daily_plan": 1900,
    "hiring_cost": 3400,
    "lost_revenue": 1900,
    "test_result": 1950,
}
# What the others took before their forms were made short.
BEFORE = {
    "audit_backlog": 3844,
    "audit_check": 2821,
    "career_path": 3224,
    "funnel_audit": 3522,
    "hiring_check": 2513,
    "job_brief": 3393,
    "marketer_pay": 4425,
    "owner_check": 2181,
    "salary_bands": 2567,
    "team_or_contractors": 3914,
}
MOST = TALLEST | BEFORE


def height(place: Locator) -> float:
    """The height of what stands there, px, once all of it is laid out."""
    place.page.evaluate("document.documentElement.removeAttribute('data-fresh')")
    box = place.bounding_box()
    assert box
    return box["height"]


@pytest.mark.parametrize("chapter", sorted({registry.get(one).chapter for one in MOST}))
def test_no_calculator_at_rest_is_taller_than_this(reader: Reader, chapter: str) -> None:
    reader.page.set_viewport_size(PHONE)
    reader.open(f"{chapter}/")
    for name in registry.names():
        if registry.get(name).chapter == chapter:
            assert height(reader.calculator(name).root) <= MOST[name], name


def more(placed: Placed) -> Locator:
    """What holds the fields that stand closed."""
    return placed.root.locator("[data-more]")


def test_fields_that_stand_closed_open_from_the_keyboard(reader: Reader) -> None:
    placed = reader.alone()
    expect(placed.input("current_share")).to_be_hidden()
    placed.input("margin").press("Tab")  # to the word beside it
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    expect(placed.input("current_share")).to_be_visible()


def test_they_open_by_themselves_at_an_error(reader: Reader) -> None:
    placed = reader.alone().wake()
    placed.type({"current_share": "101"})
    more(placed).locator("summary").first.click()
    expect(placed.input("current_share")).to_be_hidden()
    placed.type({"clients": "2000"})
    expect(placed.message("current_share")).to_contain_text("от 0 до 100", timeout=LIVE)
    expect(placed.input("current_share")).to_be_visible()


def test_they_open_by_themselves_where_they_hold_what_was_typed_before(reader: Reader) -> None:
    placed = reader.open().calculator().wake()
    placed.type({"current_share": "5"})
    placed.is_current()
    reader.open("glossary/")
    placed = reader.open().calculator()
    placed.root.scroll_into_view_if_needed()
    expect(placed.input("current_share")).to_have_value("5", timeout=LIVE)
    expect(placed.input("current_share")).to_be_visible()


def test_they_open_by_themselves_for_an_example(reader: Reader) -> None:
    placed = reader.alone("account_plan").wake()
    expect(placed.input("horizon")).to_be_hidden()
    placed.root.get_by_role("button", name="Пример").click()
    expect(placed.input("horizon")).to_be_visible()


def test_what_a_reader_closes_stays_closed_while_he_types_elsewhere(reader: Reader) -> None:
    placed = reader.alone().wake()
    placed.type({"current_share": "5"})
    placed.is_current()
    more(placed).locator("summary").first.click()
    placed.type({"clients": "2000"})
    placed.is_current()
    expect(placed.input("current_share")).to_be_hidden()


def test_a_word_beside_a_field_opens_where_its_number_comes_from(reader: Reader) -> None:
    placed = reader.alone()
    field = placed.field("clients")
    told = field.locator(".field__origin p")
    expect(told).to_be_hidden()
    placed.input("clients").press("Tab")
    reader.page.keyboard.press("Enter")
    expect(told).to_be_visible()
    origin = view.form("lost_revenue")["fields"][0]["origin"]
    expect(told).to_have_text(origin["text"])
    field.locator("summary").click()
    expect(told).to_be_hidden()


def test_the_word_and_the_buttons_of_a_row_stand_in_its_first_line(reader: Reader) -> None:
    reader.page.set_viewport_size(PHONE)
    placed = reader.open("customer-journey/").calculator("cjm_uplift")
    row = placed.rows("stages").first
    boxes = [
        row.locator(place).bounding_box()
        for place in ("[data-cell=name] input", "[data-action=row-remove]")
    ]
    name, button = boxes
    assert name
    assert button
    assert name["x"] + name["width"] <= button["x"]
    assert name["y"] < button["y"] + button["height"] / 2 < name["y"] + name["height"]


def test_without_scripts_everything_opens_too(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}repeat-sales/")
    placed = Placed(page.locator("[data-calculator=account_plan]").first)
    expect(placed.input("horizon")).to_be_hidden()
    expect(placed.field("horizon")).to_be_visible()
    months = placed.root.get_by_role("cell", name="24", exact=True)
    expect(months.first).to_be_hidden()
    placed.root.locator("summary", has_text="План по месяцам").click()
    expect(months.first).to_be_visible()
    context.close()


def test_on_paper_nothing_is_closed(reader: Reader) -> None:
    placed = reader.open().calculator("account_plan")
    reader.page.emulate_media(media="print")
    expect(placed.input("horizon")).to_be_visible()
    expect(placed.root.get_by_role("cell", name="24", exact=True).first).to_be_visible()
    for told in placed.root.locator(".field__origin p").all():
        expect(told).to_be_visible()
    expect(placed.root.locator(".field__origin summary").first).to_be_hidden()
