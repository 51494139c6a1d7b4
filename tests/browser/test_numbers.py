"""«Мои цифры»: typed once, found in every calculator that asks them, never out of the browser."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from macros import shared
from tests.browser.conftest import asked_hosts
from tests.browser.reader import LIVE, Placed, Reader, taken, until

NB = "\u00a0"
PAGE = "my-numbers/"


def numbers(reader: Reader) -> Placed:
    """The page's form."""
    form = reader.open(PAGE).page.locator("[data-script=numbers]")
    expect(form).to_have_attribute("data-live", "", timeout=LIVE)
    return Placed(form)


def said(form: Placed) -> Locator:
    """What the form says of what was done."""
    return form.root.locator(".shared__actions").get_by_role("status")


def kept(form: Placed, **typed: str) -> None:
    """Type numbers and wait until they are kept."""
    for key, text in typed.items():
        form.input(key).fill(text)
    expect(said(form)).to_contain_text("Запомнили", timeout=LIVE)


def has(reader: Reader, **typed: str) -> None:
    """Begin with numbers that were kept at another visit."""
    reader.begin_with("numbers", json.dumps({"version": 1, "numbers": typed}))


def near(reader: Reader, path: str = "repeat-sales/", name: str = "lost_revenue") -> Placed:
    """A calculator of a page opened anew, once it is live."""
    return reader.open(path).calculator(name).wake()


def holds(placed: Placed, field: str, digits: str) -> None:
    """Wait until a field holds the number, grouped or, where the reader is in the form, not yet."""
    grouped = f"{digits[:-3]}{NB}?{digits[-3:]}"
    expect(placed.input(field)).to_have_value(re.compile(f"^{grouped}$"))


def own(placed: Placed) -> Locator:
    """The line that says which of the numbers are the reader's own."""
    return placed.root.locator("[data-own]")


def offer(placed: Placed) -> Locator:
    """The line that asks whether to use a number elsewhere."""
    return placed.root.locator("[data-offer]")


@pytest.mark.every_browser
def test_what_is_typed_there_opens_in_every_calculator_that_asks_it(reader: Reader) -> None:
    kept(numbers(reader), average_check="20000", margin="10–20")
    placed = near(reader)
    holds(placed, "average_check", "20000")
    # 1000 × 20 % × 2 × 20 000
    expect(placed.headline).to_have_text(f"8{NB}000{NB}000{NB}₽", timeout=LIVE)
    whose = "Из ваших цифр: средний чек, рентабельность повторных продаж."
    expect(own(placed)).to_contain_text(whose)
    audit = near(reader, "sales-audit/", "funnel_audit")
    holds(audit, "average_check", "20000")
    expect(own(audit)).to_contain_text("Из ваших цифр: средний чек.")


@pytest.mark.every_browser
def test_what_is_typed_before_the_scripts_come_is_kept_too(reader: Reader) -> None:
    kept(numbers(reader), margin="20")
    reader.open("my-numbers/", rest=False)
    form = reader.page.locator("[data-script=numbers]")
    # A reader is quicker than any script.
    form.locator("[data-field=clients] input").fill("500")
    expect(form).to_have_attribute("data-live", "", timeout=LIVE)
    expect(form.locator("[data-field=clients] input")).to_have_value("500")
    expect(form.locator("[data-field=margin] input")).to_have_value("20")
    expect(said(Placed(form))).to_contain_text("Запомнили", timeout=LIVE)
    until(reader.page, "JSON.stringify(localStorage).includes('500')")


def test_the_example_can_be_seen_and_his_numbers_had_back(reader: Reader) -> None:
    has(reader, average_check="20000")
    placed = near(reader)
    own(placed).get_by_role("button", name="Показать пример").click()
    expect(placed.headline).to_have_text(f"6{NB}000{NB}000{NB}₽")
    expect(own(placed)).to_be_hidden()
    placed.root.get_by_role("button", name="Вернуть мои").click()
    expect(placed.headline).to_have_text(f"8{NB}000{NB}000{NB}₽")


def test_without_numbers_of_his_own_nothing_is_said(reader: Reader) -> None:
    placed = near(reader)
    expect(own(placed)).to_be_hidden()
    expect(offer(placed)).to_be_hidden()


def test_the_first_shared_number_typed_is_offered_to_the_others_once(reader: Reader) -> None:
    placed = near(reader)
    placed.type({"return_share": "25"})
    placed.is_current()
    expect(offer(placed)).to_be_hidden()
    placed.type({"average_check": "20000"})
    expect(offer(placed)).to_contain_text("Подставлять «Средний чек» и в другие калькуляторы?")
    offer(placed).get_by_role("button", name="Да").click()
    expect(offer(placed)).to_be_hidden()
    expect(own(placed)).to_contain_text("средний чек")
    # What is typed from now on goes with it.
    placed.type({"clients": "3000"})
    placed.is_current()
    plan = reader.calculator("account_plan").wake()
    expect(offer(plan)).to_be_hidden()
    plan = near(reader, name="account_plan")
    holds(plan, "average_check", "20000")
    holds(plan, "base", "3000")


def test_a_reader_who_refuses_is_asked_no_more_and_keeps_what_he_typed(reader: Reader) -> None:
    has(reader, average_check="20000")
    placed = near(reader)
    placed.type({"average_check": "30000"})
    offer(placed).get_by_role("button", name="Нет").click()
    placed.type({"clients": "3000"})
    placed.is_current()
    expect(offer(placed)).to_be_hidden()
    reader.open("glossary/")
    placed = near(reader)
    holds(placed, "average_check", "30000")
    holds(placed, "clients", "3000")
    audit = near(reader, "sales-audit/", "funnel_audit")
    holds(audit, "average_check", "20000")


def test_what_changes_on_the_page_changes_where_nothing_else_was_typed(reader: Reader) -> None:
    has(reader, average_check="20000")
    placed = near(reader)
    placed.type({"return_share": "25"})
    placed.is_current()
    kept(numbers(reader), average_check="40000")
    placed = near(reader)
    holds(placed, "average_check", "40000")
    expect(placed.input("return_share")).to_have_value("25")


def test_a_number_that_cannot_be_read_is_said_and_kept_apart(reader: Reader) -> None:
    form = numbers(reader)
    form.input("average_check").fill("много")
    expect(form.message("average_check")).to_contain_text("Не получается прочесть", timeout=LIVE)
    kept(form, clients="500")
    reader.page.reload()
    expect(form.input("average_check")).to_have_value("много")
    placed = near(reader)
    holds(placed, "average_check", "15000")
    expect(placed.input("clients")).to_have_value("500")


@pytest.mark.every_browser
def test_two_tabs_agree(reader: Reader) -> None:
    placed = near(reader)
    tab = reader.page.context.new_page()
    kept(numbers(Reader(tab, reader.url)), average_check="20000")
    expect(placed.headline).to_have_text(f"8{NB}000{NB}000{NB}₽", timeout=LIVE)
    tab.close()


def test_they_are_saved_to_a_file_forgotten_and_loaded_from_it(
    reader: Reader, tmp_path: Path
) -> None:
    form = numbers(reader)
    kept(form, average_check="20 тыс.", margin="10–20")
    save = form.root.get_by_role("button", name="Сохранить в файл")
    file = taken(reader.page, save.click, tmp_path)
    assert file.name == "my-numbers.json"
    saved = json.loads(file.read_text("utf-8"))
    assert saved == {"version": 1, "numbers": {"average_check": "20 тыс.", "margin": "10–20"}}
    form.root.get_by_role("button", name="Забыть цифры").click()
    expect(form.input("average_check")).to_have_value("")
    expect(own(near(reader))).to_be_hidden()
    form = numbers(reader)
    form.root.locator("[data-load]").set_input_files(file)
    expect(said(form)).to_have_text("Загрузили из файла.", timeout=LIVE)
    expect(form.input("average_check")).to_have_value("20 тыс.")


def test_what_was_forgotten_by_mistake_comes_back(reader: Reader) -> None:
    form = numbers(reader)
    kept(form, average_check="20000")
    form.root.get_by_role("button", name="Забыть цифры").click()
    expect(said(form)).to_have_text("Забыли цифры.")
    form.root.get_by_role("button", name="Вернуть цифры").click()
    expect(form.input("average_check")).to_have_value("20000")
    holds(near(reader), "average_check", "20000")


FOREIGN = {
    "empty": b"",
    "picture": b"\x89PNG\r\n\x1a\n\x00",
    "list": b"[1, 2]",
    "list of numbers": b'{"numbers": [1, 2]}',
    "null": b'{"numbers": null}',
    "prototype": b'{"numbers": {"__proto__": {"margin": "1"}, "constructor": "2"}}',
    "no texts": b'{"numbers": {"margin": 5, "average_check": {"a": 1}}}',
    "large": b"[" * 200_000,
}


def test_a_file_of_somebody_else_s_changes_nothing(reader: Reader, tmp_path: Path) -> None:
    form = numbers(reader)
    for count, (name, content) in enumerate(FOREIGN.items()):
        # Each time another number, so that what is said of the file before is said no more.
        kept(form, average_check=str(20_000 + count))
        file = tmp_path / f"{name}.json"
        file.write_bytes(content)
        form.root.locator("[data-load]").set_input_files(file)
        told = "Это не файл с вашими цифрами. Ничего не изменилось."
        expect(said(form), name).to_have_text(told, timeout=LIVE)
        expect(form.input("average_check"), name).to_have_value(str(20_000 + count))


def test_of_a_file_of_another_version_what_fits_is_taken_and_the_rest_is_named(
    reader: Reader, tmp_path: Path
) -> None:
    form = numbers(reader)
    file = tmp_path / "file.json"
    given = {"average_check": "20000", "margin": "101", "region": "Урал", "clients": 7}
    file.write_text(json.dumps({"version": 0, "numbers": given}), "utf-8")
    form.root.locator("[data-load]").set_input_files(file)
    told = "Загрузили то, что подошло. Пропущено: clients, margin, region"
    expect(said(form)).to_have_text(told, timeout=LIVE)
    expect(form.input("average_check")).to_have_value("20000")
    expect(form.input("margin")).to_have_value("")


def test_whatever_is_in_storage_calculators_and_the_page_work(reader: Reader) -> None:
    key = reader.key("numbers")
    reader.open()
    for text in ["{", "null", "[]", '{"numbers": 5}', '{"agreed": 1}']:
        reader.page.evaluate(f"localStorage.setItem({key!r}, {text!r})")
        expect(own(near(reader)), text).to_be_hidden()
        kept(numbers(reader), average_check="20000")
    holds(near(reader), "average_check", "20000")


def test_a_storage_that_is_full_or_forbidden_is_said_and_breaks_nothing(reader: Reader) -> None:
    reader.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    form = numbers(reader)
    form.input("average_check").fill("20000")
    expect(said(form)).to_contain_text("Браузер не даёт хранить", timeout=LIVE)
    placed = near(reader)
    placed.type({"average_check": "20000"})
    offer(placed).get_by_role("button", name="Да").click()
    expect(placed.headline).to_have_text(f"8{NB}000{NB}000{NB}₽")


def test_nothing_of_it_leaves_the_browser(reader: Reader) -> None:
    asked: list[str] = []
    hosts = asked_hosts(reader.page)
    reader.page.context.on(
        "request",
        lambda request: asked.append(f"{request.method} {request.url} {request.post_data}"),
    )
    kept(numbers(reader), average_check="98765", clients="43210")
    near(reader).is_current()
    reader.rest()
    assert len(hosts) == 1
    assert asked
    assert {line.split()[0] for line in asked} == {"GET"}
    assert not [line for line in asked if "98765" in line or "43210" in line]


def test_a_link_s_numbers_come_before_one_s_own(reader: Reader) -> None:
    has(reader, average_check="20000")
    placed = reader.open("repeat-sales/#lost_revenue?average_check=30000").calculator()
    expect(placed.headline).to_have_text(f"12{NB}000{NB}000{NB}₽", timeout=LIVE)
    expect(own(placed)).to_be_hidden()


def test_on_a_phone_from_the_keyboard_axe_finds_nothing(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 740})
    form = numbers(reader)
    form.input("clients").focus()
    reader.page.keyboard.type("500")
    for _ in range(2):  # past the calculators that ask it
        reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Tab")
    expect(form.input("average_check")).to_be_focused()
    expect(said(form)).to_contain_text("Запомнили", timeout=LIVE)
    assert not reader.faults()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_page_names_the_calculators_that_ask_each(reader: Reader) -> None:
    form = numbers(reader)
    for key, one in shared.load().items():
        links = form.root.locator(f".shared__one:has([data-field={key}]) .shared__used a")
        expect(links).to_have_count(len(one.places))
    links.first.scroll_into_view_if_needed()
    # Material notes a tenth of a second later where a page stands, even if it is another by then.
    until(reader.page, "history.state?.y === scrollY")
    links.first.click()
    expect(reader.page.locator("[data-calculator=hiring_cost]")).to_be_in_viewport()
