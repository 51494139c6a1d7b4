"""A calculator in the page: live, exact, and never losing what was typed."""

import re
import time
from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from calculators.kit import view
from tests.browser.reader import LIVE, Reader, answer, never

DEFAULTS = view.result("lost_revenue", {})
NB = "\u00a0"


def test_typing_the_defaults_changes_nothing(reader: Reader) -> None:
    reader.page.clock.install()
    placed = reader.open().calculator()
    before = (placed.result.inner_html(), placed.headline.inner_html())
    placed.wake()
    for field, text in DEFAULTS["fields"].items():
        placed.type({field: ""})
        placed.type({field: text})
    placed.is_current()
    reader.page.clock.run_for(500)  # longer than the chart and the levers wait for a pause
    placed.is_decided()
    assert (placed.result.inner_html(), placed.headline.inner_html()) == before


def test_what_is_said_below_a_field_of_a_row_leaves_its_neighbours_where_they_are(
    reader: Reader,
) -> None:
    placed = reader.open("internet-marketer/").calculator("channel_cost").wake()
    row = placed.root.locator("[data-row]").first
    tops = """row => [...row.querySelectorAll('[data-number]')]
        .map((input) => Math.round(input.getBoundingClientRect().top))"""
    assert len(set(row.evaluate(tops))) == 1
    answer(row.locator("[data-cell=leads]"), "сто тысяч миллионов лидов")
    expect(row.locator("[data-cell=leads] [data-error]")).to_be_visible()
    assert len(set(row.evaluate(tops))) == 1


@pytest.mark.every_browser
def test_the_chart_is_redrawn_for_new_numbers_and_its_library_loaded_only_then(
    reader: Reader,
) -> None:
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    placed = reader.open().calculator().wake()
    drawing = placed.root.locator("[data-width]:visible")
    before = drawing.inner_html()
    assert not [url for url in asked if "/vega" in url]
    placed.type({"clients": "5000"})
    title = "20 % — 30 000 000 ₽ в год".replace("20 %", f"20{NB}%")
    title = title.replace("30 000 000 ₽", f"30{NB}000{NB}000{NB}₽")
    expect(drawing).to_contain_text(title, timeout=LIVE)
    assert drawing.inner_html() != before
    assert [url for url in asked if "/vega" in url]


BAD = {
    "abc": "Не получается прочесть число",
    "-5": "Здесь можно от 0 до 100",
    "101 %": "Здесь можно от 0 до 100",
    "": "Впишите число",
    "1e400": "Не получается прочесть число",
    "1000000000000000": "Здесь можно от 0 до 100",
}


@pytest.mark.every_browser
def test_bad_input_gets_a_message_at_its_field_and_the_last_good_result_stays(
    reader: Reader,
) -> None:
    placed = reader.alone().wake()
    placed.type({"clients": "2000"})
    share, message = placed.input("return_share"), placed.message("return_share")
    for text, said in BAD.items():
        placed.is_current()
        good = placed.headline.inner_text()
        placed.type({"return_share": text})
        expect(message).to_contain_text(said)
        expect(share).to_have_attribute("aria-invalid", "true")
        expect(placed.message("clients")).to_be_hidden()
        placed.is_stale()
        expect(placed.headline).to_have_text(good)
        expect(placed.root.get_by_text("Ответ пока для прежних чисел")).to_be_visible()
        expect(share).to_have_value(text)
        placed.type({"return_share": "50"})
        placed.is_current()
        expect(message).to_be_hidden()
        expect(share).not_to_have_attribute("aria-invalid", "true")
        placed.type({"return_share": "20"})


def test_a_number_with_spaces_of_every_kind_and_a_ruble_is_read(reader: Reader) -> None:
    placed = reader.alone().wake()
    for space in (" ", "\u00a0", "\u202f", "\u2009"):
        placed.type({"average_check": f"1{space}250{space}000,5{space}₽"})
        # 200 × 2 × 1 250 000,5 = 500 000 200
        expect(placed.headline, ascii(space)).to_have_text(f"500{NB}000{NB}200{NB}₽")
        placed.type({"average_check": "15000"})
        expect(placed.headline).to_have_text(DEFAULTS["headline"]["text"])


@pytest.mark.every_browser
def test_a_number_is_reformatted_on_leaving_the_field_and_not_while_typing(reader: Reader) -> None:
    placed = reader.alone().wake()
    check = placed.input("average_check")
    check.fill("1250000.5")
    placed.is_current()
    expect(check).to_have_value("1250000.5")
    check.press("Tab")
    expect(check).to_have_value(f"1{NB}250{NB}000,5")


def test_a_number_read_otherwise_than_it_looks_is_noted_once_at_its_field(reader: Reader) -> None:
    placed = reader.alone().wake()
    check, note = placed.input("average_check"), placed.note("average_check")
    expect(note).to_be_hidden()
    check.fill("15.000")
    expect(note).to_have_text(f"Прочли как 15{NB}000.")
    expect(check).to_have_value("15.000")
    expect(check).not_to_have_attribute("aria-invalid", "true")
    expect(check).to_have_accessible_description(re.compile(f"Прочли как 15{NB}000"))
    expect(placed.headline).to_have_text(DEFAULTS["headline"]["text"])
    placed.is_current()
    check.press("Tab")
    expect(check).to_have_value(f"15{NB}000")
    expect(note).to_be_visible()
    placed.type({"clients": "2000"})
    expect(note).to_be_hidden()


def test_a_small_percent_in_a_row_is_asked_about_and_used(reader: Reader) -> None:
    placed = reader.alone("funnel_audit").wake()
    cell = placed.rows("stages").first.locator("[data-cell=target]")
    cell.locator("input").fill("0,5")
    note = cell.locator("[data-note]")
    expect(note).to_have_text(f"0,5{NB}% — это 0,005 целого. Имели в виду 50{NB}%?")
    placed.is_current()
    expect(placed.root.locator("[data-note]:visible")).to_have_count(1)
    cell.locator("input").fill("50")
    expect(note).to_be_hidden()


def test_kopecks_are_not_turned_into_thousands_on_leaving_the_field(reader: Reader) -> None:
    placed = reader.alone().wake()
    check = placed.input("average_check")
    check.fill("15,1250")
    # 200 × 2 × 15,125 = 6 050
    expect(placed.headline).to_have_text(f"6{NB}050{NB}₽")
    check.press("Tab")
    expect(check).to_have_value("15,1250")
    placed.type({"clients": "2000"})
    expect(placed.headline).to_have_text(f"12{NB}100{NB}₽")


# Whether an answer is ever marked as out of date, if only for a moment.
WATCH = """(root) => {
  window.stale = false
  const see = () => (stale ||= root.hasAttribute("data-stale"))
  new MutationObserver(see).observe(root, { attributes: true })
}"""


@pytest.mark.every_browser
def test_what_is_typed_before_the_start_is_answered_when_it_is_over(reader: Reader) -> None:
    placed = reader.open().calculator()
    placed.root.evaluate(WATCH)
    placed.type({"clients": "3000"})
    # 3000 × 20 % × 2 × 15 000 = 18 000 000
    expect(placed.headline).to_have_text(f"18{NB}000{NB}000{NB}₽", timeout=LIVE)
    assert reader.page.evaluate("stale")


def test_stages_of_the_start_are_shown(reader: Reader) -> None:
    reader.page.route(re.compile(r"\.wasm"), never)
    placed = reader.open().calculator()
    expect(placed.stage("idle")).to_be_visible()
    placed.input("clients").focus()
    expect(placed.stage("load")).to_be_visible()
    expect(placed.stage("idle")).not_to_be_visible()
    expect(placed.root.locator("progress")).not_to_have_js_property("value", 0)


def test_the_same_calculator_twice_on_a_page_answers_each_for_itself(reader: Reader) -> None:
    reader.open().page.evaluate(
        """() => {
            const root = document.querySelector("[data-calculator]")
            root.after(root.cloneNode(true))
            document$.next(document)
        }"""
    )
    first, second = reader.calculator(nth=0).wake(), reader.calculator(nth=1)
    second.type({"clients": "500"})
    second.is_current()
    expect(second.headline).to_have_text(f"3{NB}000{NB}000{NB}₽")
    expect(first.headline).to_have_text(DEFAULTS["headline"]["text"])
    first.type({"clients": "2000"})
    expect(first.headline).to_have_text(f"12{NB}000{NB}000{NB}₽")
    expect(second.headline).to_have_text(f"3{NB}000{NB}000{NB}₽")


def test_typed_numbers_and_the_one_worker_outlive_a_walk_to_another_page_and_back(
    reader: Reader,
) -> None:
    workers: list[str] = []
    reader.page.on("worker", lambda worker: workers.append(worker.url.rpartition("/")[2]))
    placed = reader.open().calculator().wake()
    placed.type({"clients": "4000"})
    placed.is_current()
    reader.page.evaluate("window.sameDocument = true")
    reader.page.locator(".md-header a.md-logo").first.click()
    expect(reader.page.locator("h1")).to_have_text(re.compile("Плейбук коммерческого директора"))
    reader.page.go_back()
    again = reader.calculator()
    again.root.scroll_into_view_if_needed()
    expect(again.input("clients")).to_have_value(re.compile(f"4{NB}?000"))
    expect(again.headline).to_have_text(f"24{NB}000{NB}000{NB}₽")
    again.type({"clients": "5000"})
    expect(again.headline).to_have_text(f"30{NB}000{NB}000{NB}₽")
    assert reader.page.evaluate("window.sameDocument")
    assert workers.count("worker.js") == 1


def test_the_initial_numbers_come_back_at_a_click(reader: Reader) -> None:
    placed = reader.alone().wake()
    button = placed.root.get_by_role("button", name="Вернуть как было")
    expect(button).not_to_be_visible()
    placed.type({"clients": "7"})
    button.click()
    expect(placed.headline).to_have_text(DEFAULTS["headline"]["text"])
    expect(placed.input("clients")).to_have_value(DEFAULTS["fields"]["clients"])
    expect(button).not_to_be_visible()


AT_REST = 10_000  # ms
# What Chromium's trace calls the scripts that it runs, whatever they were waiting for.
RUNS = {"EvaluateScript", "EventDispatch", "FireAnimationFrame", "FireIdleCallback",
        "FunctionCall", "TimerFire", "TimerInstall", "v8.evaluateModule"}  # fmt: skip


def traced(page: Page, milliseconds: int) -> Counter[str]:
    """How often anything ran in any thread of the browser meanwhile, by its name in the trace."""
    events: list[dict[str, Any]] = []
    over: list[Any] = []
    session = page.context.new_cdp_session(page)
    session.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    session.on("Tracing.tracingComplete", lambda told: over.append(told))
    session.send("Tracing.start", {"categories": "devtools.timeline,v8"})
    page.wait_for_timeout(milliseconds)
    session.send("Tracing.end")
    while not over:
        page.wait_for_timeout(100)
    return Counter(event["name"] for event in events if event["name"] in RUNS)


@pytest.mark.watched
def test_a_live_page_at_rest_runs_nothing(reader: Reader) -> None:
    placed = reader.open().calculator().wake()
    # A trace would see it.
    placed.type({"clients": "2000"})
    assert traced(reader.page, 500)["FunctionCall"] > 0
    placed.is_current()
    reader.rest()
    # What is rehearsed, and the chart's library, take their time.
    until = time.monotonic() + LIVE / 1000
    while traced(reader.page, 500) and time.monotonic() < until:
        pass
    assert traced(reader.page, AT_REST) == {}
