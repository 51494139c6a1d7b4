"""Variants: numbers kept under names, side by side, in this browser, in a link and in a file."""

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from calculators.kit import registry
from calculators.kit.takeaway import door
from tests.browser.reader import LIVE, Placed, Reader, taken
from tests.browser.test_links import LINK, opened

NB = "\u00a0"


def variants(placed: Placed) -> Locator:
    """What is kept, and the table."""
    return placed.root.locator("[data-variants]")


def names(placed: Placed) -> list[str]:
    """What the kept ones are called."""
    return [one.input_value() for one in variants(placed).get_by_label("Название").all()]


def remember(placed: Placed) -> None:
    """Keep what is typed now."""
    placed.root.get_by_role("button", name="Запомнить вариант").click()


def button(placed: Placed, name: str, nth: int = 0) -> Locator:
    """A button of the nth variant, or of them all."""
    return variants(placed).get_by_role("button", name=name, exact=True).nth(nth)


def row(placed: Placed, label: str) -> Locator:
    """The cells of a line of the table."""
    line = (
        variants(placed)
        .locator("tbody")
        .filter(has=placed.root.page.get_by_text(label, exact=True))
    )
    return line.locator("td")


def has(placed: Placed, label: str, *cells: str) -> None:
    """Wait until a line of the table says so, numbers without their differences."""
    shown = row(placed, label).locator("[data-text=text]")
    expect(shown).to_have_text([*cells], timeout=LIVE)
    expect(variants(placed).locator("[data-variants-table][data-stale]")).to_have_count(0)


CLIENTS, YEAR = "Клиентов за всё время", "Незаработанная выручка за год"
ONE, TWO = f"1{NB}000{NB}клиентов", f"2{NB}000{NB}клиентов"
SIX, TWELVE = f"6{NB}000{NB}000{NB}₽", f"12{NB}000{NB}000{NB}₽"


def test_two_variants_stand_side_by_side_with_the_difference(reader: Reader) -> None:
    placed = reader.open().calculator().wake()
    expect(variants(placed)).to_be_hidden()
    remember(placed)
    expect(variants(placed)).to_be_visible()
    expect(variants(placed).get_by_role("table")).to_be_hidden()
    placed.type({"clients": "2000"})
    has(placed, CLIENTS, ONE, TWO)
    # 2000 × 20 % × 2 × 15 000
    has(placed, YEAR, SIX, TWELVE)
    expect(row(placed, YEAR).nth(1)).to_contain_text(f"+6{NB}000{NB}000{NB}₽")
    heads = variants(placed).locator("thead th")
    expect(heads).to_have_text(["А", "Сейчас"])
    remember(placed)
    expect(heads).to_have_text(["А", "Б"], timeout=LIVE)
    assert names(placed) == ["А", "Б"]


def test_a_variant_is_renamed_and_stays_so_on_a_return(reader: Reader) -> None:
    placed = reader.open().calculator().wake()
    remember(placed)
    variants(placed).get_by_label("Название").fill("Осторожный <b>")
    placed.type({"clients": "2000"})
    expect(variants(placed).locator("thead th").first).to_have_text("Осторожный <b>", timeout=LIVE)
    reader.open("glossary/")
    placed = reader.open().calculator()
    placed.root.scroll_into_view_if_needed()
    expect(variants(placed).get_by_label("Название")).to_have_value("Осторожный <b>")
    has(placed, CLIENTS, ONE, TWO)


def test_a_name_rubbed_out_comes_back(reader: Reader) -> None:
    placed = reader.alone().wake()
    remember(placed)
    name = variants(placed).get_by_label("Название")
    name.fill("")
    name.press("Tab")
    expect(name).to_have_value("А")


def test_opening_a_variant_loses_nothing_that_was_typed(reader: Reader) -> None:
    placed = reader.alone().wake()
    placed.type({"clients": "2000"})
    remember(placed)
    placed.type({"clients": "3000", "current_share": "5"})
    placed.is_current()
    button(placed, "Открыть").click()
    expect(placed.headline).to_have_text(TWELVE)
    expect(placed.input("current_share")).to_have_value("0")
    placed.root.get_by_role("button", name="Вернуть мои").click()
    # 3000 × (20 − 5) % × 2 × 15 000 = 13 500 000
    expect(placed.headline).to_have_text(f"13{NB}500{NB}000{NB}₽")


def test_going_from_one_variant_to_another_sets_nothing_aside(reader: Reader) -> None:
    placed = reader.alone().wake()
    remember(placed)
    placed.type({"clients": "2000"})
    remember(placed)
    button(placed, "Открыть", 0).click()
    expect(placed.headline).to_have_text(SIX)
    button(placed, "Открыть", 1).click()
    expect(placed.headline).to_have_text(TWELVE)
    expect(placed.root.get_by_role("button", name="Вернуть мои")).to_be_hidden()


def test_a_variant_taken_away_can_be_had_back(reader: Reader) -> None:
    placed = reader.alone().wake()
    remember(placed)
    placed.type({"clients": "2000"})
    remember(placed)
    button(placed, "Убрать вариант").click()
    assert names(placed) == ["Б"]
    expect(button(placed, "Вернуть вариант")).to_be_focused()
    reader.page.keyboard.press("Enter")
    assert names(placed) == ["А", "Б"]
    expect(variants(placed).get_by_label("Название").first).to_be_focused()
    has(placed, CLIENTS, ONE, TWO)


def test_four_are_kept_and_the_same_numbers_once(reader: Reader) -> None:
    placed = reader.alone().wake()
    said = variants(placed).get_by_role("status")
    for clients in ("1000", "2000", "3000", "4000"):
        placed.type({"clients": clients})
        remember(placed)
    remember(placed)
    expect(said).to_have_text("Эти числа уже запомнены.")
    placed.type({"clients": "5000"})
    remember(placed)
    expect(said).to_have_text("Запомнено уже четыре варианта: уберите один.")
    assert names(placed) == ["А", "Б", "В", "Г"]
    expect(variants(placed).locator("thead th")).to_have_count(5, timeout=LIVE)


@pytest.mark.every_browser
def test_from_the_keyboard_on_a_phone(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 740})
    placed = reader.open(f"{registry.get('hiring_cost').chapter}/").calculator("hiring_cost").wake()
    keep = placed.root.get_by_role("button", name="Запомнить вариант")
    keep.focus()
    reader.page.keyboard.press("Enter")
    placed.input("agency_salaries").focus()
    reader.page.keyboard.press("Control+A")
    reader.page.keyboard.type("1")
    has(placed, "Вознаграждение агентства", f"1,5{NB}оклада", f"1{NB}оклад")
    keep.press("Enter")
    button(placed, "Открыть").focus()
    reader.page.keyboard.press("Enter")
    expect(placed.input("agency_salaries")).to_have_value("1,5")
    placed.is_decided()
    expect(variants(placed).locator("[data-variants-table][data-stale]")).to_have_count(0)
    assert not reader.faults()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_browser_that_keeps_nothing_says_so_and_compares_all_the_same(reader: Reader) -> None:
    reader.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    placed = reader.alone().wake()
    remember(placed)
    said = variants(placed).get_by_role("status")
    expect(said).to_contain_text("Браузер не даёт хранить")
    placed.type({"clients": "2000"})
    has(placed, CLIENTS, ONE, TWO)


def test_what_something_else_has_kept_there_breaks_nothing(reader: Reader) -> None:
    key = reader.key("variants/lost_revenue")
    reader.alone()
    for text in ["{", "7", '[null, {"name": 1}, {"name": "x", "raw": "y"}]']:
        reader.page.evaluate(f"localStorage.setItem({key!r}, {text!r})")
        reader.page.reload()
        placed = reader.calculator().wake()
        expect(variants(placed), text).to_be_hidden()
        remember(placed)
        assert names(placed) == ["А"], text


def test_a_variant_of_an_older_form_is_compared_and_opened_as_far_as_it_fits(
    reader: Reader,
) -> None:
    kept = '[{"name": "Старый", "raw": {"price": "1", "clients": "2000"}}]'
    reader.begin_with("variants/lost_revenue", kept)
    placed = reader.alone().wake()
    has(placed, CLIENTS, TWO, ONE)
    button(placed, "Открыть").click()
    expect(placed.headline).to_have_text(TWELVE)


def test_two_tabs_keep_the_same_variants(reader: Reader) -> None:
    placed = reader.open().calculator().wake()
    tab: Page = reader.page.context.new_page()
    other = Reader(tab, reader.url).open().calculator().wake()
    remember(placed)
    expect(variants(other)).to_be_visible()
    assert names(other) == ["А"]
    tab.close()


@pytest.mark.every_browser
def test_a_link_carries_them_to_another_browser(reader: Reader) -> None:
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.page.add_init_script("delete Navigator.prototype.share")
    placed = reader.open().calculator().wake()
    remember(placed)
    placed.type({"clients": "2000"})
    remember(placed)
    placed.type({"clients": "800–1200"})
    placed.is_current()
    placed.root.get_by_role("button", name="Поделиться").click()
    expect(placed.root.get_by_text("Ссылка скопирована.")).to_be_visible()
    url = reader.page.evaluate("navigator.clipboard.readText()")
    asked = f"?clients=800%E2%80%931200&1={quote('А')}&2={quote('Б')}&2.clients=2000&"
    assert asked in url
    reader.page.evaluate("localStorage.clear(); sessionStorage.clear()")
    reader.page.goto("about:blank")  # nothing of it is still on its way when it is left
    again = opened(reader, url.removeprefix(reader.url))
    has(again, CLIENTS, ONE, TWO, f"800–1{NB}200{NB}клиентов")
    assert names(again) == ["А", "Б"]


def test_variants_of_a_link_stand_beside_one_s_own(reader: Reader) -> None:
    placed = reader.open().calculator().wake()
    for clients in ("3000", "4000", "5000"):
        placed.type({"clients": clients})
        remember(placed)
    reader.open("glossary/")
    name = quote("А")
    placed = opened(reader, f"{LINK}&1={name}&1.clients=6000&2=x&2.clients=7000&3=y&3.clients=3000")
    expect(placed.root.locator("[data-linked]")).to_contain_text("Не поместились варианты: x.")
    # Its name is taken; the third has numbers that are kept already.
    assert names(placed) == ["А", "Б", "В", "Г"]


def test_a_hostile_link_gives_no_variants(reader: Reader) -> None:
    query = "5=x&5.clients=1&1.__proto__=2&1.clients.0.x=3&9=y&1=%3Cimg%20src%3Dx%3E&1.clients=2000"
    placed = opened(reader, f"repeat-sales/#lost_revenue?{query}")
    expect(variants(placed).get_by_label("Название")).to_have_value("<img src=x>", timeout=LIVE)
    assert placed.root.locator("img").count() == 0


@pytest.mark.parametrize("name", ["lost_revenue", "account_plan", "audit_check"])
def test_a_file_of_them_can_be_had_of_every_calculator(
    reader: Reader, tmp_path: Path, name: str
) -> None:
    placed = reader.alone(name).wake()
    file = placed.root.get_by_role("button", name="CSV: варианты")
    expect(file).to_be_hidden()
    remember(placed)
    placed.root.locator(".calculator__menu summary").click()
    saved = taken(reader.page, file.click, tmp_path)
    expected = door.file(name, {}, "csv", 0, [{"name": "А", "raw": {}}])
    assert saved.name == expected["name"]
    assert saved.read_bytes().decode() == expected["text"]
