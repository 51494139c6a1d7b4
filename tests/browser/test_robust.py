"""When something is missing: files, JavaScript, room, bandwidth."""

import json
import re
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from calculators.kit import view
from tests.browser.reader import LIVE, Fault, Reader, never, until

DEFAULTS = view.result("lost_revenue", {})
NB = "\u00a0"
PAGES = ["", "repeat-sales/", "404.html"]


# What is imported and what is fetched in every browser, the rest comes in the same ways.
@pytest.mark.parametrize(
    "lost",
    [
        pytest.param(r"worker\.js", marks=pytest.mark.every_browser),
        pytest.param(r"\.wasm", marks=pytest.mark.every_browser),
        r"pyodide\.mjs",
        r"\.asm\.js",
    ],
)
def test_a_file_that_does_not_load_leaves_a_readable_page_and_a_working_retry(
    reader: Reader, complaints: list[str], lost: str
) -> None:
    fault = Fault(reader.page, re.compile(lost), Route.abort)
    placed = reader.open().calculator()
    placed.type({"clients": "2000"})
    retry = placed.root.get_by_role("button", name="Повторить")
    expect(retry).to_be_visible(timeout=LIVE)
    expect(placed.headline).to_have_text(DEFAULTS["headline"]["text"])
    expect(placed.input("clients")).to_have_value("2000")
    placed.is_stale()
    fault.mend()
    retry.click()
    # 2000 × 20 % × 2 × 15 000 = 12 000 000
    expect(placed.headline).to_have_text(f"12{NB}000{NB}000{NB}₽", timeout=LIVE)
    placed.is_current()
    assert complaints
    complaints.clear()


FAULTS: dict[str, dict[str, Any]] = {
    "gone": {"status": 404},
    "cut": {"content_type": "text/javascript", "body": "import { draw } from "},
    "of a wrong type": {"content_type": "text/html", "body": "<p>Вход в сеть</p>"},
}


# Those that all others come with; the others are tried in the page of a calculator alone.
@pytest.mark.parametrize("script", ["main", "calculators/main"])
@pytest.mark.parametrize("kind", FAULTS)
def test_a_script_that_does_not_come_is_said_and_a_reload_keeps_what_was_typed(
    reader: Reader, complaints: list[str], kind: str, script: str
) -> None:
    answer = partial(Route.fulfill, **FAULTS[kind])
    fault = Fault(reader.page, re.compile(rf"/assets/{script}\.js$"), answer)
    placed = reader.open(rest=False).calculator()
    # A reader is quicker than any script.
    placed.input("clients").fill("2000")
    expect(placed.stage("missing")).to_be_visible(timeout=LIVE)
    expect(placed.stage("idle")).to_be_hidden()
    expect(placed.headline).to_have_text(DEFAULTS["headline"]["text"])
    placed.is_stale()
    fault.mend()
    placed.root.get_by_role("button", name="Обновить страницу").click()
    # 2000 × 20 % × 2 × 15 000 = 12 000 000
    expect(placed.headline).to_have_text(f"12{NB}000{NB}000{NB}₽", timeout=LIVE)
    expect(placed.input("clients")).to_have_value(f"2{NB}000")
    expect(placed.stage("missing")).to_be_hidden()
    assert complaints
    complaints.clear()


KEPT = {
    "no JSON": ("{clients", ["{clients"]),
    "no map": ('["раз", 2]', ["раз", "2"]),
    "null": ("null", []),
    "rows for a text": ('{"clients": [{"name": "Первый"}, null]}', ["Первый"]),
    "a field that is gone": ('{"region": "Урал"}', ["Урал"]),
    "a number for a text": ('{"clients": 7}', ["7"]),
}


def test_whatever_is_in_storage_the_calculator_works_and_what_does_not_fit_is_said(
    reader: Reader,
) -> None:
    key = reader.key("repeat-sales/#lost_revenue-0")
    reader.open()
    for case, (text, words) in KEPT.items():
        reader.page.evaluate(f"sessionStorage.setItem({key!r}, {text!r})")
        reader.page.reload()
        placed = reader.calculator().wake()
        aside = placed.root.locator("[data-aside]")
        if words:
            expect(aside, case).to_contain_text("; ".join(words))
            aside.get_by_role("button", name="Убрать").click()
        expect(aside, case).to_be_hidden()
        placed.type({"clients": "2000"})
        expect(placed.headline, case).to_have_text(f"12{NB}000{NB}000{NB}₽", timeout=LIVE)


# Every mention of storage fails, as where a browser lets no page keep anything.
FORBIDDEN = """for (const name of ["localStorage", "sessionStorage"]) {
  const get = () => { throw new DOMException("no", "SecurityError") }
  Object.defineProperty(window, name, { get })
}"""


def test_a_storage_that_may_not_be_read_is_not_taken_for_something_typed_before(
    reader: Reader, complaints: list[str]
) -> None:
    reader.page.add_init_script(FORBIDDEN)
    placed = reader.open("repeat-sales/#lost_revenue?clients=2000").calculator()
    # 2000 × 20 % × 2 × 15 000 = 12 000 000
    expect(placed.headline).to_have_text(f"12{NB}000{NB}000{NB}₽", timeout=LIVE)
    expect(placed.root.locator("[data-aside]")).to_be_hidden()
    expect(placed.root.get_by_role("button", name="Вернуть мои")).to_be_hidden()
    complaints.clear()  # of Material's own scripts, which ask for it all the same


def test_rows_of_another_shape_are_set_aside_and_the_rest_is_put_back(reader: Reader) -> None:
    kept = {"reach": "20000", "stages": [{"name": "Звонок"}, None]}
    key = reader.key("customer-journey/#cjm_uplift-0")
    reader.page.add_init_script(
        f"sessionStorage.setItem({key!r}, {json.dumps(kept, ensure_ascii=False)!r})"
    )
    placed = reader.open("customer-journey/").calculator("cjm_uplift").wake()
    expect(placed.root.locator("[data-aside]")).to_contain_text("Звонок")
    # It has the focus, so that it stands as it was kept.
    expect(placed.input("reach")).to_have_value("20000")
    assert placed.rows("stages").count() == 3


def test_a_host_that_says_nothing_ends_in_a_retry(reader: Reader, complaints: list[str]) -> None:
    reader.page.clock.install()
    reader.page.context.route(re.compile(r"\.wasm"), never)
    placed = reader.open().calculator()
    placed.type({"clients": "2000"})
    expect(placed.stage("load")).to_be_visible()
    reader.page.clock.run_for(120_000)
    expect(placed.root.get_by_role("button", name="Повторить")).to_be_visible()
    assert complaints == [
        "calculators: the worker stopped, started from memory: nothing heard for 45000 ms"
    ]
    complaints.clear()


def test_a_chart_library_that_does_not_load_leaves_the_numbers_live(
    reader: Reader, complaints: list[str]
) -> None:
    reader.page.context.route(re.compile(r"vega-lite"), lambda route: route.abort())
    placed = reader.open().calculator().wake()
    with reader.page.expect_event(
        "console", lambda m: "vega-lite" in m.text and m.type == "warning"
    ):
        placed.type({"clients": "2000"})
    expect(placed.headline).to_have_text(f"12{NB}000{NB}000{NB}₽")
    complaints.clear()


def test_without_javascript_the_default_result_derivation_and_chart_are_there(
    browser: Browser, site_url: str, site: object
) -> None:
    assert site
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site_url}repeat-sales/")
    root = page.locator("[data-calculator=lost_revenue]")
    expect(root.locator(".calculator__headline-value")).to_have_text(DEFAULTS["headline"]["text"])
    root.get_by_text("Как это посчитано").click()
    for step in DEFAULTS["steps"]:
        expect(root.get_by_text(step["formula"])).to_be_visible()
    expect(root.locator("svg:visible")).to_have_count(1)
    expect(root.locator("noscript p")).to_be_visible()
    expect(root.get_by_text("Загружаем Python")).not_to_be_visible()
    context.close()


@pytest.mark.every_browser
@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(reader: Reader, path: str) -> None:
    reader.open(path)
    for width in (320, 360, 768, 1280):
        reader.page.set_viewport_size({"width": width, "height": 740})
        # The field of the search may be on its way to its place.
        until(reader.page, f"document.documentElement.scrollWidth <= {width}")


def test_text_twice_as_large_needs_no_scrolling_sideways_on_a_phone(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 740})
    # Items to tick; levers and two ways; a drawing that is a table, and one of two paths; options.
    for path in ("plan/", "hiring/", "sales-audit/", "customer-journey/", "owner-mistakes/"):
        reader.open(path)
        # Material's is 20 px.
        reader.page.evaluate("document.documentElement.style.fontSize = '40px'")
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390, path


def test_the_largest_numbers_fit_a_phone(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 740})
    placed = reader.open().calculator().wake()
    placed.type(
        {"clients": "1000000000", "orders_per_year": "1000", "average_check": "1000000000000"}
    )
    placed.is_current()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_page_without_a_calculator_loads_no_runtime(reader: Reader) -> None:
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.open("").rest()
    assert not [url for url in asked if "pyodide" in url or "vega" in url]


@pytest.mark.parametrize("saves", [False, True])
def test_a_calculator_in_view_starts_by_itself_unless_data_is_dear(
    reader: Reader, saves: bool
) -> None:
    reader.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', "
        f"{{value: {{saveData: {str(saves).lower()}}}}})"
    )
    placed = reader.open().calculator()
    placed.root.scroll_into_view_if_needed()
    if saves:
        reader.rest()
        expect(placed.stage("idle")).to_be_visible()
        placed.input("clients").focus()
    expect(placed.stage("ready")).to_be_visible(timeout=LIVE)


def test_a_calculator_is_live_before_the_reader_reaches_it(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 740})
    placed = reader.open().calculator()
    to = "(root, below) => scrollBy(0, root.getBoundingClientRect().top - innerHeight - below)"
    placed.root.evaluate(to, 740 * 3 // 2)
    expect(placed.root).to_have_attribute("data-live", "")
    reader.rest()
    assert placed.stage("idle").get_attribute("hidden") is None
    placed.root.evaluate(to, 740 // 2)
    expect(placed.stage("ready")).not_to_have_attribute("hidden", "", timeout=LIVE)
    expect(placed.root).not_to_be_in_viewport()


def test_nothing_moves_when_the_calculator_goes_live(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 740})
    placed = reader.open().calculator()
    reader.page.evaluate("document.fonts.ready.then(() => true)")
    before = placed.result.bounding_box()
    placed.wake()
    reader.page.evaluate("window.scrollTo(0, 0)")
    after = placed.result.bounding_box()
    assert before
    assert after
    assert (after["y"], after["height"]) == (before["y"], before["height"])
