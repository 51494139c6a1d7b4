"""A link that carries the numbers: opened cold, on an open page, and whatever it says."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from calculators.kit import view
from tests.browser.reader import LIVE, Placed, Reader

NB = "\u00a0"
TWELVE = f"12{NB}000{NB}000{NB}₽"  # 2000 × 20 % × 2 × 15 000
LINK = "repeat-sales/#lost_revenue?clients=2000&version=1"


def told(placed: Placed) -> str:
    """What is said of the link."""
    place = placed.root.locator("[data-linked]")
    expect(place).to_be_visible(timeout=LIVE)
    return place.inner_text().replace(NB, " ")


def opened(reader: Reader, link: str, name: str = "lost_revenue") -> Placed:
    """The calculator of a page opened by a link."""
    return reader.open(link).calculator(name)


@pytest.mark.every_browser
def test_a_link_opened_cold_fills_the_form_and_shows_it(reader: Reader) -> None:
    placed = opened(reader, LINK)
    expect(placed.headline).to_have_text(TWELVE, timeout=LIVE)
    expect(placed.input("clients")).to_have_value(f"2{NB}000")
    expect(placed.root).to_be_in_viewport()
    assert told(placed) == "Открыто по ссылке, отличий от исходного: 1."


def test_a_link_followed_on_an_open_page_does_the_same(reader: Reader) -> None:
    placed = reader.open().calculator().wake()
    reader.page.evaluate("location.hash = '#lost_revenue?clients=2000&version=1'")
    expect(placed.headline).to_have_text(TWELVE, timeout=LIVE)
    expect(placed.root.get_by_role("button", name="Вернуть мои")).to_be_hidden()


def test_a_link_loses_nothing_of_what_was_typed(reader: Reader) -> None:
    placed = reader.open().calculator().wake()
    placed.type({"clients": "3000", "current_share": "5"})
    placed.is_current()
    reader.open("glossary/")
    placed = opened(reader, LINK)
    expect(placed.headline).to_have_text(TWELVE, timeout=LIVE)
    reader.page.reload()
    expect(placed.headline).to_have_text(TWELVE, timeout=LIVE)
    # Material puts the heading in sight in place of the link.
    reader.page.evaluate("history.replaceState(null, '', location.pathname)")
    reader.page.reload()
    placed.root.scroll_into_view_if_needed()
    placed.root.get_by_role("button", name="Вернуть мои").click()
    # 3000 × (20 − 5) % × 2 × 15 000 = 13 500 000
    expect(placed.headline).to_have_text(f"13{NB}500{NB}000{NB}₽", timeout=LIVE)
    expect(placed.input("current_share")).to_be_visible()
    expect(placed.root.locator("[data-linked]")).to_be_hidden()
    assert "?" not in reader.page.url


def whole(placed: Placed) -> None:
    """Wait until all of the answer belongs to the one stage that is typed; the chart comes last."""
    placed.is_current()
    placed.is_decided()
    chart = placed.root.locator(".calculator__drawing:visible")
    expect(chart).to_contain_text("1. Звонок & <b>встреча</b>", timeout=LIVE)


@pytest.mark.every_browser
def test_what_is_shared_opens_exactly_so(reader: Reader) -> None:
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.page.add_init_script("delete Navigator.prototype.share")
    placed = reader.open("customer-journey/").calculator("cjm_uplift").wake()
    rows = [{"name": "Звонок & <b>встреча</b>", "conversion": "30–40", "uplift": "½"}]
    placed.type({"stages": rows, "average_check": "15 тыс."})
    whole(placed)
    before = placed.result.inner_text()
    placed.root.get_by_role("button", name="Поделиться").click()
    expect(placed.root.get_by_text("Ссылка скопирована.")).to_be_visible()
    url = reader.page.evaluate("navigator.clipboard.readText()")
    assert url.startswith(f"{reader.url}customer-journey/#cjm_uplift?")
    reader.page.evaluate("sessionStorage.clear()")
    reader.page.goto("about:blank")  # nothing of it is still on its way when it is left
    again = opened(reader, url.removeprefix(reader.url), "cjm_uplift")
    expect(again.rows("stages")).to_have_count(1, timeout=LIVE)
    whole(again)
    assert again.result.inner_text() == before
    shown = view.result("cjm_uplift", {"stages": rows, "average_check": "15 тыс."})
    expect(again.headline).to_have_text(shown["headline"]["text"])


@pytest.mark.every_browser
def test_a_range_and_a_closed_field_come_with_the_link(reader: Reader) -> None:
    clients = quote("800–1200")
    placed = opened(reader, f"repeat-sales/#lost_revenue?clients={clients}&current_share=5")
    expect(placed.root.locator(".spread__dot")).to_have_count(20, timeout=LIVE)
    expect(placed.input("current_share")).to_be_visible()


def test_a_bad_value_is_shown_as_it_is_with_its_message(reader: Reader) -> None:
    placed = opened(reader, "repeat-sales/#lost_revenue?clients=много")
    expect(placed.message("clients")).to_contain_text("Не получается прочесть", timeout=LIVE)
    expect(placed.input("clients")).to_have_value("много")


UNFIT = {
    "__proto__=1&constructor=2&toString.0.x=3": "__proto__, constructor, toString",
    "margin.0.conversion=1": "margin",
    "price=10": "price",
    f"{quote('<img src=x onerror=alert(1)>')}=1": "<img src=x onerror=alert(1)>",
}


def test_what_the_form_has_no_place_for_is_named_and_the_rest_is_read(reader: Reader) -> None:
    placed = opened(reader, LINK)
    for thousands, (query, names) in enumerate(UNFIT.items(), 3):
        link = f"#lost_revenue?{query}&clients={thousands * 1000}"
        reader.page.evaluate("(link) => { location.hash = link }", link)
        # 3000 × 20 % × 2 × 15 000 = 18 000 000, and 6 000 000 more with each thousand
        expect(placed.headline).to_have_text(f"{thousands * 6}{NB}000{NB}000{NB}₽", timeout=LIVE)
        assert told(placed).endswith(f" Не подошло к этой форме и пропущено: {names}.")


@pytest.mark.every_browser
def test_markup_in_a_value_stays_text(reader: Reader, complaints: list[str]) -> None:
    text = "<img src=x onerror=alert(1)>"
    row = f"stages.0.name={quote(text)}&stages.0.conversion=5&stages.0.uplift=1"
    placed = opened(reader, f"customer-journey/#cjm_uplift?{row}", "cjm_uplift")
    name = placed.rows("stages").first.locator("[data-cell=name] input")
    expect(name).to_have_value(text, timeout=LIVE)
    placed.is_current()
    assert placed.root.locator("img").count() == 0
    assert complaints == []


def test_rows_without_all_their_cells_are_skipped(reader: Reader) -> None:
    placed = opened(reader, "customer-journey/#cjm_uplift?stages.0.name=x&reach=500", "cjm_uplift")
    expect(placed.input("reach")).to_have_value("500", timeout=LIVE)
    assert "пропущено: stages" in told(placed)


def test_a_hundred_kilobytes_are_read_as_far_as_is_sensible(reader: Reader) -> None:
    placed = opened(reader, f"repeat-sales/#lost_revenue?clients=2000&margin={'9' * 100_000}")
    expect(placed.headline).to_have_text(TWELVE, timeout=LIVE)
    assert "Ссылка слишком длинная, прочитано только начало." in told(placed)


def test_a_link_of_another_version_says_that_the_formula_has_changed(reader: Reader) -> None:
    placed = opened(reader, "repeat-sales/#lost_revenue?clients=2000&version=0")
    expect(placed.headline).to_have_text(TWELVE, timeout=LIVE)
    assert "формула изменилась" in told(placed)


def test_a_browser_that_forbids_to_copy_shows_the_link(reader: Reader) -> None:
    reader.page.add_init_script(
        "delete Navigator.prototype.share;"
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))"
    )
    placed = reader.open().calculator().wake()
    placed.type({"clients": "2000"})
    placed.is_current()
    placed.input("clients").blur()
    expect(placed.input("clients")).to_have_value(f"2{NB}000")
    placed.root.get_by_role("button", name="Поделиться").click()
    said = placed.root.get_by_text("Браузер не дал скопировать")
    expect(said).to_contain_text(f"Скопируйте ссылку сами: {reader.url}{LINK}")


def test_the_device_s_own_sheet_is_used_where_there_is_one(reader: Reader) -> None:
    reader.page.add_init_script("navigator.share = async (it) => { window.shared = it }")
    placed = reader.open().calculator().wake()
    placed.root.get_by_role("button", name="Поделиться").click()
    shared = reader.page.evaluate("window.shared")
    assert shared["url"].endswith("repeat-sales/#lost_revenue?version=1")


def test_a_link_is_read_whatever_becomes_of_the_address_meanwhile(reader: Reader) -> None:
    reader.page.add_init_script(
        "addEventListener('load', () => history.replaceState(null, '', '#result'))"
    )
    placed = opened(reader, LINK)
    expect(placed.headline).to_have_text(TWELVE, timeout=LIVE)


def test_a_link_is_of_its_page_alone(reader: Reader) -> None:
    placed = opened(reader, LINK)
    expect(placed.headline).to_have_text(TWELVE, timeout=LIVE)
    reader.page.locator(".md-footer__link--next").click()
    expect(reader.page.locator("article h1")).not_to_contain_text("Повторные продажи")
    assert reader.page.locator("[data-linked]:not([hidden])").count() == 0
