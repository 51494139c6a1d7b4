"""Faults of the newer parts: scripts that do not come, tabs that meet, a deployment meanwhile."""

import json
import re
from datetime import datetime
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.reader import LIVE, Fault, Reader, until
from tests.browser.test_robust import FAULTS, FORBIDDEN
from tests.conftest import PATH

NB = "\u00a0"
GONE, CUT = (partial(Route.fulfill, **FAULTS[kind]) for kind in ("gone", "cut"))
RELOAD = "Обновить страницу"
NUMBERS = ".shared input[type=text]"
KEPT = f"JSON.parse(localStorage.getItem('{PATH}{{}}'))"
# Counts what every worker is asked.
COUNTED = """asked = 0
Worker = class extends Worker {
  postMessage(...given) { asked += given[0]?.kind !== undefined; super.postMessage(...given) }
}"""
PRESS = """(inputs) => {
  inputs.forEach((input, index) => { input.value = String(200 + index) })
  for (let count = 0; count <= 1000; count++) {
    inputs[0].value = String(1000 + count)
    inputs[0].dispatchEvent(new Event("input", { bubbles: true }))
  }
}"""


def beside(reader: Reader, path: str) -> Page:
    """Another tab of the same browser."""
    page = reader.page.context.new_page()
    Reader(page, reader.url).open(path)
    expect(page.locator("[data-script]")).to_have_attribute("data-live", "", timeout=LIVE)
    return page


def press_reload(reader: Reader) -> None:
    """Press the one such button in sight, and wait until the page is there anew."""
    with reader.page.expect_event("load"):
        reader.page.get_by_role("button", name=RELOAD).filter(visible=True).click()


def missing(reader: Reader, words: str) -> None:
    """Wait until a page says what of it did not come."""
    place = reader.page.locator(".missing:visible")
    expect(place).to_have_count(1, timeout=LIVE)
    expect(place).to_contain_text(words)


def test_a_list_whose_script_does_not_come_says_so_and_a_reload_keeps_what_was_ticked(
    reader: Reader, complaints: list[str]
) -> None:
    fault = Fault(reader.page, "**/reading/term.js", GONE)
    reader.open(rest=False)
    tick = reader.page.locator("#week-export").get_by_role("checkbox")
    tick.check()  # before any script has come
    missing(reader, "Отметки не запоминаются")
    fault.mend()
    press_reload(reader)
    until(reader.page, f"'checklist:{PATH}repeat-sales/#week-export' in localStorage")
    expect(tick).to_be_checked()
    expect(reader.page.locator(".missing:visible")).to_have_count(0)
    assert complaints
    complaints.clear()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("plan", "свои дела сейчас не запоминаются"),
        ("report", "Отчёт не открылся"),
        ("numbers", "цифры сейчас не запоминаются"),
    ],
)
def test_a_page_whose_own_script_does_not_come_says_so_and_a_reload_keeps_what_was_typed(
    reader: Reader, complaints: list[str], name: str, words: str
) -> None:
    fault = Fault(reader.page, f"**/calculators/{name}.js", CUT)
    reader.open({"numbers": "my-numbers/"}.get(name, f"{name}/"), rest=False)
    missing(reader, words)
    typed = reader.page.locator(NUMBERS).first
    if name == "numbers":
        typed.fill("1 500")
    fault.mend()
    press_reload(reader)
    expect(reader.page.locator("[data-script]")).to_have_attribute("data-live", "", timeout=LIVE)
    expect(reader.page.locator(".missing:visible")).to_have_count(0)
    if name == "numbers":
        until(reader.page, f"{KEPT.format('numbers')}?.numbers.clients === '1 500'")
        expect(typed).to_have_value("1 500")
    assert complaints
    complaints.clear()


def test_without_material_s_script_a_page_keeps_ticks_and_tells_of_search(
    reader: Reader, complaints: list[str]
) -> None:
    reader.page.context.route("**/javascripts/bundle.*", GONE)
    reader.page.clock.install()
    reader.open(rest=False)
    tick = reader.page.locator("#week-export").get_by_role("checkbox")
    expect(tick.locator("xpath=ancestor::ul")).to_have_attribute("data-live", "", timeout=LIVE)
    tick.check()
    reader.page.reload()
    expect(tick).to_be_checked()
    reader.page.locator(".md-search__input").focus()
    said = reader.page.locator(".md-search-result__meta")
    expect(said).to_have_text("Инициализация поиска")
    reader.page.clock.run_for(10_000)
    expect(said).to_contain_text("Поиск не загрузился: проверьте связь")
    assert complaints
    complaints.clear()


def test_a_chart_that_cannot_be_drawn_is_not_shown_and_a_library_that_was_cut_is_asked_for_again(
    reader: Reader, complaints: list[str]
) -> None:
    fault = Fault(reader.page, re.compile("/vendor/(vega-embed|write-excel)"), CUT)
    placed = reader.open().calculator().wake()
    drawing, undrawn = placed.root.locator("[data-width]:visible"), placed.root.locator(".undrawn")
    expect(drawing).to_have_count(1)
    placed.type({"clients": "2000"})
    expect(undrawn).to_be_visible(timeout=LIVE)
    expect(drawing).to_have_count(0)
    placed.root.get_by_text("Скачать").click()
    said = placed.root.locator("[data-files] > [role=status]")
    placed.root.get_by_role("button", name="Excel").click()
    expect(said).to_contain_text("не поможет — обновите страницу", timeout=LIVE)
    fault.mend()
    placed.type({"clients": "5000"})
    expect(drawing).to_contain_text(f"30{NB}000{NB}000{NB}₽", timeout=LIVE)
    expect(undrawn).to_be_hidden()
    with reader.page.expect_download(timeout=LIVE):
        placed.root.get_by_role("button", name="Excel").click()
    assert complaints
    complaints.clear()


# In place of Python: live at once, without formulas for any numbers.
UNFOLLOWED = """Worker = class extends EventTarget {
  constructor(_, { type }) { super() } // as a browser that knows modules asks for it
  postMessage(asked) {
    if (!asked) return // of the one that unpacks, where there is nothing to
    const { kind, id } = asked
    const data = kind === "boot" ? { kind: "stage", stage: "ready" }
      : { kind: "answer", id, answer: '{"unfollowed": true}' }
    setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })))
  }
}"""


def test_a_workbook_that_there_are_no_formulas_for_is_not_laid_to_the_network(
    reader: Reader,
) -> None:
    reader.page.add_init_script(UNFOLLOWED)
    placed = reader.open().calculator().wake()
    placed.root.get_by_text("Скачать").click()
    placed.root.get_by_role("button", name="Excel").click()
    said = placed.root.locator("[data-files] > [role=status]")
    expect(said).to_contain_text("Для таких чисел Excel с формулами не получится")


def test_ticks_that_the_browser_does_not_keep_are_said_not_to_last(
    reader: Reader, complaints: list[str]
) -> None:
    reader.page.add_init_script(FORBIDDEN)
    reader.open()
    unkept = reader.page.locator(".unkept")
    expect(unkept).to_be_hidden()
    reader.page.locator("#week-export").get_by_role("checkbox").check()
    expect(unkept).to_be_visible()
    complaints.clear()  # of Material's own scripts, which ask for it all the same


def test_numbers_typed_in_two_tabs_do_not_undo_each_other(
    reader: Reader, complaints: list[str]
) -> None:
    fault = Fault(reader.page, re.compile(r"\.wasm"), GONE)
    form = reader.open("my-numbers/").page.locator("[data-script=numbers]")
    expect(form).to_have_attribute("data-live", "", timeout=LIVE)
    clients, check, orders = (form.locator(NUMBERS.split()[1]).nth(at) for at in range(3))
    clients.fill("1500")
    # Python does not come: nothing is kept yet, and it is said.
    expect(form.get_by_role("button", name="Повторить")).to_be_visible(timeout=LIVE)
    fault.mend()
    other = beside(reader, "my-numbers/")
    other.locator(NUMBERS).nth(1).fill("15000")
    until(other, f"{KEPT.format('numbers')}?.numbers.average_check === '15000'")
    expect(check).to_have_value("15000")
    expect(clients).to_have_value("1500")
    form.get_by_role("button", name="Повторить").click()
    until(reader.page, f"{KEPT.format('numbers')}.numbers.clients === '1500'")
    assert reader.page.evaluate(f"{KEPT.format('numbers')}.numbers.average_check") == "15000"
    expect(other.locator(NUMBERS).first).to_have_value("1500")
    # What cannot be read stays where it is typed, whatever another tab does.
    orders.fill("abc")
    other.locator(NUMBERS).nth(1).fill("16000")
    expect(check).to_have_value("16000", timeout=LIVE)
    expect(orders).to_have_value("abc")
    reader.page.reload()
    expect(check).to_have_value("16000")
    expect(orders).to_have_value("abc")
    assert complaints
    complaints.clear()


def test_a_number_changed_in_another_tab_leaves_what_was_typed_in_a_calculator(
    reader: Reader,
) -> None:
    reader.open("404.html").page.evaluate(
        "([key, numbers]) => localStorage.setItem(key, numbers)",
        [f"{PATH}numbers", '{"numbers": {"clients": "1500"}}'],
    )
    placed = reader.open().calculator().wake()
    expect(placed.input("clients")).to_have_value(re.compile(f"^1{NB}?500$"))
    placed.type({"clients": "2000"})
    placed.is_current()
    other = reader.page.context.new_page()
    other.goto(f"{reader.url}404.html")
    numbers = json.dumps({"numbers": {"clients": "1500", "average_check": "20000"}})
    other.evaluate(f"(text) => localStorage.setItem('{PATH}numbers', text)", numbers)
    # 2000 × 20 % × 2 × 20 000 = 16 000 000
    expect(placed.headline).to_have_text(f"16{NB}000{NB}000{NB}₽", timeout=LIVE)


def test_a_task_that_is_being_written_outlives_what_another_tab_does_and_a_new_week(
    reader: Reader,
) -> None:
    sunday = datetime(2026, 11, 29, 23)
    reader.page.clock.install(time=sunday)
    root = reader.open("plan/").page.locator("[data-script=plan]")
    expect(root).to_have_attribute("data-live", "", timeout=LIVE)
    root.get_by_role("button", name="Добавить своё дело").click()
    other = beside(reader, "plan/")
    other.locator("[data-task] select").first.select_option(index=2)
    expect(root.locator("[data-task] select").nth(1)).not_to_have_value("")
    reader.page.keyboard.type("Позвонить бухгалтеру")
    until(other, "document.querySelector('textarea')?.value === 'Позвонить бухгалтеру'")
    menu = root.locator("[data-chapter] select").last
    assert menu.locator("option").all_inner_texts()[1] == "эта неделя: 23–29 ноября"
    reader.page.clock.fast_forward("02:00:00")
    reader.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(menu.locator("option").nth(1)).to_have_text("эта неделя: 30 ноября – 6 декабря")
    expect(root.locator("textarea")).to_have_value("Позвонить бухгалтеру")


def test_what_is_remembered_elsewhere_shows_in_a_tab_that_is_open_or_was_away(
    reader: Reader,
) -> None:
    placed = reader.open().calculator()
    placed.root.scroll_into_view_if_needed()
    expect(placed.root).to_have_attribute("data-live", "", timeout=LIVE)
    home = reader.page.context.new_page()
    Reader(home, reader.url).open("")
    reader.page.locator("#week-export").get_by_role("checkbox").check()
    expect(home.locator("[data-progress]", has_text="1 из 6 дел")).to_have_count(1)
    # A page in the cache of a browser's «back» is told of nothing meanwhile.
    variant = json.dumps([{"name": "Осень", "raw": {"clients": "700"}}])
    reader.page.evaluate(
        """([path, variant]) => {
          localStorage.setItem(`${path}numbers`, '{"numbers": {"clients": "3000"}}')
          localStorage.setItem(`${path}variants/lost_revenue`, variant)
          localStorage.removeItem(`checklist:${path}repeat-sales/#week-export`)
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))
        }""",
        [PATH, variant],
    )
    expect(reader.page.locator("#week-export").get_by_role("checkbox")).not_to_be_checked()
    expect(placed.root.get_by_label("Название варианта")).to_have_value("Осень")
    # 3000 × 20 % × 2 × 15 000 = 18 000 000
    expect(placed.headline).to_have_text(f"18{NB}000{NB}000{NB}₽", timeout=LIVE)
    expect(reader.page.locator("[data-mine]").first).to_be_attached(timeout=LIVE)


def test_after_a_deployment_another_page_brings_its_own_scripts_and_a_reload_helps_this_one(
    reader: Reader, complaints: list[str]
) -> None:
    old = Fault(reader.page, re.compile("/assets/(python-|vendor/)"), GONE)
    placed = reader.open().calculator()
    placed.type({"clients": "2000"})
    expect(placed.stage("failed")).to_be_visible(timeout=LIVE)
    old.mend()
    reader.page.evaluate("opened = true")
    with reader.page.expect_event("load"):
        placed.root.get_by_role("button", name="обновите страницу").click()
    # 2000 × 20 % × 2 × 15 000 = 12 000 000
    expect(placed.headline).to_have_text(f"12{NB}000{NB}000{NB}₽", timeout=LIVE)
    assert reader.page.evaluate("typeof opened") == "undefined"

    def next_edition(route: Route) -> None:
        response = route.fetch()
        body, count = re.subn('name="edition" content="', r"\g<0>next-", response.text())
        assert count == 1
        route.fulfill(response=response, body=body)

    reader.page.context.route(reader.url, next_edition)
    reader.page.evaluate("opened = true")
    # Of a page that takes the place of another no load is told.
    with reader.page.expect_event("load"):
        reader.page.locator(".md-header a.md-logo").click()
    expect(reader.page.locator("h1")).to_have_text(re.compile("Плейбук"))
    assert reader.page.evaluate("typeof opened") == "undefined"
    assert complaints
    complaints.clear()


def test_a_thousand_presses_are_one_question_or_two_and_the_last_is_answered(
    reader: Reader,
) -> None:
    reader.page.add_init_script(COUNTED)
    reader.open("my-numbers/")
    form = reader.page.locator("[data-script=numbers]")
    expect(form).to_have_attribute("data-live", "", timeout=LIVE)
    inputs = form.locator("input[type=text]")
    inputs.evaluate_all(PRESS)
    until(reader.page, f"{KEPT.format('numbers')}?.numbers.clients === '2000'")
    # Of each number, and of the first once more.
    assert reader.page.evaluate("asked") <= inputs.count() + 3
    reader.page.evaluate("localStorage.clear()")
    placed = reader.open().calculator()
    placed.root.scroll_into_view_if_needed()
    expect(placed.root).to_have_attribute("data-live", "", timeout=LIVE)
    placed.root.locator("[data-field=clients] input").evaluate_all(PRESS)
    # 2000 × 20 % × 2 × 15 000 = 12 000 000
    expect(placed.headline).to_have_text(f"12{NB}000{NB}000{NB}₽", timeout=LIVE)
    placed.is_decided()
    assert reader.page.evaluate("asked") <= 10


def test_without_scripts_what_is_not_remembered_is_said_before_the_reader_ticks_or_types(
    browser: Browser, site_url: str, site: object
) -> None:
    assert site
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}repeat-sales/")
    expect(page.locator(".missing:visible")).to_contain_text("JavaScript выключен")
    expect(page.get_by_role("button", name=RELOAD)).to_have_count(0)
    page.goto(f"{site_url}my-numbers/")
    said = page.locator(".shared noscript p")
    box, first = said.bounding_box(), page.locator(NUMBERS).first.bounding_box()
    assert box
    assert first
    assert box["y"] < first["y"]
    context.close()
