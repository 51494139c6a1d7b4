"""What helps to decide, in the page: there from the build, and live."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from calculators.kit import registry, view
from tests.browser.reader import LIVE, Placed, Reader

NB = "\u00a0"
TYPED: dict[str, dict[str, Any]] = {
    "account_plan": {"average_check": "50–70 тыс.", "margin": "22 ± 4"},
    "lost_revenue": {"clients": "800–1200"},
    "hiring_cost": {"agency_salaries": "от 1 до 2", "agency_weeks": "1-2"},
    "team_or_contractors": {"ad_budget": "1 млн ± 20 %"},
    "cjm_uplift": {
        "stages": [
            {"name": "Звонок", "conversion": "30", "uplift": "3"},
            {"name": "Сделка", "conversion": "10", "uplift": "5"},
        ]
    },
}


def decisions(placed: Placed) -> Locator:
    """What stands under the answer."""
    return placed.root.locator("[data-decisions]")


def places(drawn: Locator, names: str) -> list[list[str]]:
    """The properties of those names which the style sheet places each by."""
    read = """(all, names) => all.map(({ style }) =>
      names.map((name) => style.getPropertyValue(`--${name}`).trim()))"""
    found: list[list[str]] = drawn.evaluate_all(read, names.split())
    return found


def says(placed: Placed, told: dict[str, Any]) -> None:
    """Wait until the page says what `told` says."""
    place = decisions(placed)
    placed.is_decided()
    for slot in ("title", "finding", "measure", "still", "turning", "range", "counting"):
        expect(place.locator(f"[data-text={slot}]")).to_have_text(told[slot])
    dots = placed.root.locator(".spread__dot")
    expect(dots).to_have_count(len(told["dots"]))
    assert places(dots, "x y") == [[*dot.values()] for dot in told["dots"]]
    zero = placed.root.locator(".spread__zero")
    expect(zero).to_have_count(len(told["zero"]))
    assert places(zero, "x") == [[mark["x"]] for mark in told["zero"]]
    ranges = [output["text"] for output in told["spread"]]
    expect(placed.root.locator(".spread .calculator__output dd")).to_have_text(ranges)
    bars = place.locator(".lever")
    expect(bars.locator("[data-text=label]")).to_have_text([bar["label"] for bar in told["bars"]])
    expect(bars.locator("[data-text=right]")).to_have_text([bar["right"] for bar in told["bars"]])
    drawn = [[bar["from"], bar["to"], bar["now"]] for bar in told["bars"]]
    assert places(bars.locator(".lever__bar"), "from to now") == drawn


def test_the_pages_say_it_from_the_build(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name in sorted(registry.names(), key=lambda name: registry.get(name).chapter):
        address = f"{site_url}{registry.get(name).chapter}/"
        if page.url != address:
            page.goto(address)
        placed = Placed(page.locator(f"[data-calculator={name}]").first)
        if told := view.decisions(name, {}):
            says(placed, told)
            decisions(placed).locator("summary", has_text=told["title"]).click()
            expect(decisions(placed).locator("[data-text=turning]")).to_have_text(told["turning"])
        else:
            expect(decisions(placed), name).to_have_count(0)
    context.close()


@pytest.mark.parametrize("name", TYPED)
def test_it_follows_what_is_typed(reader: Reader, name: str) -> None:
    placed = reader.alone(name).wake()
    placed.type(TYPED[name])
    told = view.decisions(name, TYPED[name])
    assert told
    says(placed, told)


def test_a_key_press_goes_before_it_and_it_is_found_for_the_last_numbers(reader: Reader) -> None:
    placed = reader.alone("account_plan").wake()
    placed.type({"average_check": "90000"})
    placed.is_current()
    expect(placed.root.locator("[data-decisions][data-stale]").first).to_be_attached()
    reader.page.wait_for_timeout(420)  # ms, when it is being worked out
    placed.type({"average_check": "80000"})
    shown = view.result("account_plan", {"average_check": "80000"})
    expect(placed.headline).to_have_text(shown["headline"]["text"], timeout=LIVE)
    told = view.decisions("account_plan", {"average_check": "80000"})
    assert told
    says(placed, told)


def test_two_calculators_of_a_page_do_not_drop_each_other_s(reader: Reader) -> None:
    reader.open()
    typed = {"lost_revenue": {"clients": "2500"}, "account_plan": {"margin": "35"}}
    placed = {name: reader.calculator(name).wake() for name in typed}
    for name, raw in typed.items():
        placed[name].type(raw)
    for name, raw in typed.items():
        told = view.decisions(name, raw)
        assert told
        says(placed[name], told)


def test_numbers_that_cannot_be_computed_with_leave_it_as_it_was(
    reader: Reader, complaints: list[str]
) -> None:
    placed = reader.alone().wake()
    placed.type({"clients": "<b>"})
    expect(placed.message("clients")).to_contain_text("Не получается прочесть", timeout=LIVE)
    reader.page.wait_for_timeout(1000)
    told = view.decisions("lost_revenue", {})
    assert told
    says(placed, told)
    assert complaints == []


def test_a_range_stays_as_it_was_read_and_its_spread_goes_with_it(reader: Reader) -> None:
    placed = reader.alone().wake()
    spread = placed.root.locator(".spread")
    expect(spread).to_be_hidden()
    placed.type({"clients": "1200-800"})
    expect(placed.note("clients")).to_have_text(f"Прочли как 800–1{NB}200.", timeout=LIVE)
    expect(spread).to_be_visible(timeout=LIVE)
    # 800 × 20 % × 2 × 15 000 = 4 800 000, 1200 × … = 7 200 000; the middle is computed.
    expect(placed.headline).to_have_text(f"6{NB}000{NB}000{NB}₽")
    ends = f"4{NB}800{NB}000–7{NB}200{NB}000{NB}₽"
    expect(placed.root.locator(".calculator__range")).to_have_text(ends)
    placed.input("margin").focus()
    expect(placed.input("clients")).to_have_value(f"800–1{NB}200")
    placed.type({"clients": "1000"})
    placed.is_decided()
    expect(spread).to_be_hidden()
    expect(placed.root.locator(".calculator__range")).to_be_hidden()


@pytest.mark.every_browser
def test_a_range_is_typed_from_the_keyboard_on_a_phone(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 740})
    placed = reader.open().calculator().wake()
    placed.input("clients").focus()
    reader.page.keyboard.press("Control+A")
    reader.page.keyboard.type("800–1200")
    expect(placed.root.locator(".spread__dot")).to_have_count(20, timeout=LIVE)
    placed.is_decided()
    assert not reader.faults()
    width = reader.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360


def test_a_range_out_of_bounds_is_answered_with_the_bounds(reader: Reader) -> None:
    placed = reader.alone().wake()
    placed.type({"return_share": "90–110"})
    expect(placed.message("return_share")).to_have_text(
        f"Здесь можно от 0 до 100{NB}%.", timeout=LIVE
    )
    expect(placed.input("return_share")).to_have_value("90–110")


def test_another_answer_is_sought_and_put_into_the_form(reader: Reader) -> None:
    placed = reader.alone().wake()
    seek = placed.root.locator("[data-seek]")
    seek.locator("summary").click()
    seek.locator("[data-seek-for=target]").fill("10 млн")
    said = seek.get_by_role("status")
    # 10 000 000 ÷ (20 % × 2 × 15 000) = 1666,67
    expect(said).to_contain_text(f"нужно 1{NB}667{NB}клиентов", timeout=LIVE)
    seek.locator("[data-seek-for=input]").select_option("Доля, которая вернулась бы")
    # 10 000 000 ÷ (1000 × 2 × 15 000) = 33,33 %
    expect(said).to_contain_text(f"нужно 33,4{NB}%", timeout=LIVE)
    seek.get_by_role("button", name="Вписать").click()
    expect(placed.input("return_share")).to_have_value("33,4")
    # 1000 × 33,4 % × 2 × 15 000 = 10 020 000
    expect(placed.headline).to_have_text(f"10{NB}020{NB}000{NB}₽", timeout=LIVE)


def test_what_is_sought_follows_the_form_and_says_what_it_cannot_read(reader: Reader) -> None:
    placed = reader.alone().wake()
    seek = placed.root.locator("[data-seek]")
    seek.locator("summary").click()
    said = seek.get_by_role("status")
    seek.locator("[data-seek-for=target]").fill("много")
    expect(said).to_contain_text("Не получается прочесть число", timeout=LIVE)
    expect(seek.get_by_role("button", name="Вписать")).to_be_hidden()
    seek.locator("[data-seek-for=target]").fill("12 млн")
    expect(said).to_contain_text(f"нужно 2{NB}000{NB}клиентов", timeout=LIVE)
    placed.type({"average_check": "30000"})
    # 12 000 000 ÷ (20 % × 2 × 30 000) = 1000: it is so already.
    expect(said).to_contain_text("Так и есть", timeout=LIVE)


@pytest.mark.every_browser
def test_it_is_sought_from_the_keyboard_and_put_into_a_closed_field(reader: Reader) -> None:
    placed = reader.open().calculator("account_plan").wake()
    seek = placed.root.locator("[data-seek]")
    seek.locator("summary").focus()
    reader.page.keyboard.press("Enter")
    seek.locator("[data-seek-for=input]").select_option("Менеджер с налогами в месяц")
    seek.locator("[data-seek-for=target]").focus()
    reader.page.keyboard.type("12")
    take = seek.get_by_role("button", name="Вписать")
    expect(take).to_be_visible(timeout=LIVE)
    take.focus()
    reader.page.keyboard.press("Enter")
    expect(placed.input("payroll")).to_be_visible()
    expect(placed.headline).to_have_text(f"12{NB}месяцев", timeout=LIVE)
    placed.is_decided()
    assert not reader.faults()


def test_nothing_is_sought_for_numbers_that_cannot_be_read(reader: Reader) -> None:
    placed = reader.alone().wake()
    seek = placed.root.locator("[data-seek]")
    seek.locator("summary").click()
    placed.type({"clients": "много"})
    seek.locator("[data-seek-for=target]").fill("12 млн")
    said = seek.get_by_role("status")
    expect(said).to_have_text("Сначала поправьте поля с подсказками.", timeout=LIVE)
    placed.type({"clients": "1000"})
    expect(said).to_contain_text(f"нужно 2{NB}000{NB}клиентов", timeout=LIVE)
    expect(placed.stage("ready")).to_be_visible()
