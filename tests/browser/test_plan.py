"""Where a reader is: the map of the chapters, and «Мой план», the tasks of all of them."""

import json
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, expect
from pypdf import PdfReader

from tests.browser.reader import LIVE, Reader, taken, until

PAGE = "plan/"
EXPORT, COST = "../repeat-sales/#week-export", "../hiring/#week-cost"
HEIGHT = "(line) => getComputedStyle(line).height"
OWN = "Позвонить бухгалтеру; спросить, сколько стоил отдел"


def opened(reader: Reader) -> Locator:
    """The page of the plan, live."""
    root = reader.open(PAGE).page.locator("[data-script=plan]")
    expect(root).to_have_attribute("data-live", "", timeout=LIVE)
    return root


def task(root: Locator, key: str) -> Locator:
    return root.locator(f"[data-task='{key}']")


def own(root: Locator) -> Locator:
    """The field of the reader's one own task."""
    return root.get_by_label("Своё дело", exact=True)


def press(root: Locator, name: str) -> None:
    root.get_by_role("button", name=name, exact=True).click()


def monday(later: int = 0) -> date:
    today = date.today()
    return today - timedelta(days=today.weekday()) + timedelta(weeks=later)


def planned(reader: Reader) -> Locator:
    """A plan with an own task this week, one of a chapter next week, and one that is done."""
    root = opened(reader)
    press(root, "Добавить своё дело")
    own(root).fill(OWN)
    root.locator("[data-task^='#'] select").select_option(str(monday()))
    task(root, COST).locator("select").select_option(str(monday(1)))
    task(root, EXPORT).get_by_role("checkbox").check()
    task(root, EXPORT).locator("select").select_option(str(monday(1)))
    return root


def kept(reader: Reader) -> list[str]:
    """What this browser has of ours, by keys."""
    keys: list[str] = reader.page.evaluate(
        "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
    )
    return [key for key in keys if "/." not in key]


def saved(root: Locator, name: str, folder: Path) -> Path:
    """The file that a button saves."""
    return taken(root.page, lambda: press(root, name), folder)


def test_the_map_says_what_was_read_checked_and_done_and_nothing_of_what_was_not(
    reader: Reader,
) -> None:
    # Its tasks are on the screen at once, so this is no reading to the end.
    reader.open("repeat-sales/#week")
    reader.rest()
    assert kept(reader) == []
    reader.page.evaluate("scrollTo(0, 0)")
    reader.rest()
    reader.page.locator("#week-export input").check()
    until(reader.page, "Object.keys(localStorage).some((it) => it.startsWith('read:'))")
    lines = reader.open("").page.locator("[data-progress]")
    expect(lines.nth(3)).to_have_text("прочитано · 1 из 6 дел")
    expect(lines.nth(0)).to_be_empty()
    # Nothing that is seen has moved for it.
    expect(lines.nth(0)).to_have_css("height", lines.nth(3).evaluate(HEIGHT))
    for number, right in enumerate((True, False, True)):
        answer = json.dumps({"chosen": 1, "right": right})
        reader.page.evaluate(
            "([path, answer]) => localStorage.setItem(`check:${path}`, answer)",
            [reader.key(f"repeat-sales/#q-{number}"), answer],
        )
    lines.nth(3).evaluate(
        """async (line) => {
          line.dataset.most = "1 5 6"
          line.dataset.right = "проверка: * из 5"
          const main = document.querySelector("body > script[src$='assets/main.js']")
          const { mount } = await import(new URL("reading/progress.js", main.src))
          mount(line)
        }"""
    )
    # two of the three answers are right
    expect(lines.nth(3)).to_have_text("прочитано · проверка: 2 из 5 · 1 из 6 дел")


def test_weeks_and_an_own_task_outlive_the_browser_and_print_on_one_page(
    reader: Reader, browser: Browser
) -> None:
    planned(reader)
    state = reader.page.context.storage_state()
    context = browser.new_context(storage_state=state, service_workers="block")
    root = opened(Reader(context.new_page(), reader.url))
    expect(own(root)).to_have_value(OWN)
    expect(task(root, COST).locator("select")).to_have_value(str(monday(1)))
    # The same tick as in the chapter.
    expect(task(root, EXPORT).get_by_role("checkbox")).to_be_checked()
    root.locator("label", has_text="По неделям").click()
    expect(root.locator("[data-week]")).to_have_count(3)
    weeks = root.locator("[data-week]")
    expect(weeks.nth(0)).to_contain_text("эта неделя")
    expect(weeks.nth(0).get_by_role("listitem")).to_have_count(1)
    expect(weeks.nth(1).get_by_role("listitem")).to_have_count(2)
    expect(weeks.nth(2).locator("h2")).to_have_text("без недели")
    root.locator("label", has_text="По главам").click()
    [page] = PdfReader(BytesIO(root.page.pdf(prefer_css_page_size=True))).pages
    # A4 in points
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
    printed = "".join(page.extract_text().split())
    tasks = root.locator("[data-task] label span").all_inner_texts()
    assert len(tasks) > 50
    for text in (OWN, *tasks):
        assert "".join(text.split()) in printed, text
    for text in ("Распечатать", "Забыть", "Добавить"):
        assert text not in printed
    context.close()


def test_an_own_task_is_changed_removed_and_comes_back(reader: Reader) -> None:
    root = planned(reader)
    own(root).fill(f"{OWN}, и записать")
    press(root, "Убрать дело")
    expect(own(root)).to_have_count(0)
    press(root, "Вернуть")
    expect(own(root)).to_have_value(f"{OWN}, и записать")
    expect(root.locator("[data-task^='#'] select")).to_have_value(str(monday()))
    assert own(root).get_attribute("maxlength") == "200"


@pytest.mark.every_browser
def test_it_is_saved_as_markdown_for_word_and_for_a_calendar(
    reader: Reader, tmp_path: Path
) -> None:
    root = planned(reader)
    lines = saved(root, "Markdown", tmp_path).read_text("utf-8").splitlines()
    assert lines[0] == "# Мой план"
    assert [line for line in lines if line.startswith(f"- [ ] {OWN} (")]
    assert [line for line in lines if line.startswith("- [x] ")] == [
        line for line in lines if "Выгрузить из CRM всех" in line
    ]
    document = docx.Document(str(saved(root, "Для Word", tmp_path)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Мой план"
    assert [text for text in texts if text.startswith(f"☐ {OWN}")]
    assert [text for text in texts if text.startswith("☑ Выгрузить из CRM всех")]
    file = saved(root, "В календарь", tmp_path).read_bytes()
    # RFC 5545: lines of at most 75 octets that end so
    assert all(len(line) <= 75 for line in file.removesuffix(b"\r\n").split(b"\r\n"))
    calendar: Any = Calendar.from_ical(file)
    assert {"VERSION", "PRODID"} <= calendar.keys()
    # what is done is not to be done again
    first, second = sorted(calendar.walk("VEVENT"), key=lambda event: event.decoded("DTSTART"))
    assert not first.errors + second.errors
    assert (first.decoded("DTSTART"), second.decoded("DTSTART")) == (monday(), monday(1))
    assert str(first["SUMMARY"]) == OWN
    assert str(second["SUMMARY"]).startswith("Оценить одну пустую неделю")
    assert str(second["URL"]).endswith("/hiring/#week-cost")
    assert first["UID"] != second["UID"]


def test_a_calendar_without_weeks_is_none_and_the_page_says_what_to_do(reader: Reader) -> None:
    root = opened(reader)
    press(root, "В календарь")
    expect(root.get_by_role("status").last).to_contain_text("В календарь идут дела с неделей")


def test_what_the_reader_s_own_check_found_comes_first_and_stays_so(
    reader: Reader, browser: Browser
) -> None:
    placed = reader.open("sales-audit/").calculator("audit_check").wake()
    passed = (
        "lead_quality",
        "qualification",
        "all_leads_worked",
        "channels",
        "rules",
        "motivation",
    )
    placed.type(dict.fromkeys(passed, "yes") | {"first_line": "no"})
    root = opened(reader)
    headings = root.locator("[data-groups] h2")
    # first_line is what hiring helps with
    expect(headings.first).to_contain_text("Найм", timeout=LIVE)
    expect(root.locator("[data-why]")).to_contain_text("Сначала то, что показала ваша проверка")
    expect(root.locator("[data-reason]").first).to_contain_text("Уровень специалистов")
    state = reader.page.context.storage_state()
    context = browser.new_context(storage_state=state, service_workers="block")
    again = opened(Reader(context.new_page(), reader.url))
    expect(again.locator("[data-groups] h2").first).to_contain_text("Найм")
    context.close()


def test_one_press_forgets_everything_and_another_brings_it_back(reader: Reader) -> None:
    reader.open("my-numbers/").page.locator("[data-field=clients] input").fill("500")
    until(reader.page, "Object.keys(localStorage).some((it) => it.endsWith('numbers'))")
    reader.page.locator("[data-field=margin] input").fill("треть")
    root = planned(reader)
    before = sorted(kept(reader))
    assert len(before) >= 4  # numbers, what is none of them, the plan and a tick
    press(root, "Забыть всё")
    expect(task(root, EXPORT).get_by_role("checkbox")).not_to_be_checked()
    expect(own(root)).to_have_count(0)
    assert kept(reader) == []
    press(root, "Вернуть")
    expect(task(root, EXPORT).get_by_role("checkbox")).to_be_checked()
    expect(own(root)).to_have_value(OWN)
    assert sorted(kept(reader)) == before
    press(root, "Забыть всё")
    reader.page.reload()
    expect(root).to_have_attribute("data-live", "", timeout=LIVE)
    assert kept(reader) == []


def test_the_file_of_the_numbers_carries_the_plan_to_another_browser(
    reader: Reader, browser: Browser, tmp_path: Path
) -> None:
    planned(reader)
    reader.page.evaluate(
        '(path) => localStorage.setItem(`check:${path}hiring/#q`, \'{"chosen":0,"right":true}\')',
        reader.key(""),
    )
    before = kept(reader)
    form = reader.open("my-numbers/").page.locator("[data-script=numbers]")
    expect(form).to_have_attribute("data-live", "", timeout=LIVE)
    file = saved(form, "Сохранить в файл", tmp_path)
    plan = json.loads(file.read_text("utf-8"))["plan"]
    assert plan["marks"].keys() == {"checklist:repeat-sales/#week-export", "check:hiring/#q"}
    # what a file of somebody else's may have is no mark
    plan["marks"] |= {"numbers": "{}", "read:../elsewhere/": "", "read:hiring/": "x" * 201}
    file.write_text(json.dumps({"version": 1, "numbers": {}, "plan": plan}), "utf-8")
    context = browser.new_context(service_workers="block")
    other = Reader(context.new_page(), reader.url)
    form = other.open("my-numbers/").page.locator("[data-script=numbers]")
    expect(form).to_have_attribute("data-live", "", timeout=LIVE)
    form.locator("[data-load]").set_input_files(file)
    said = form.locator(".shared__actions").get_by_role("status")
    expect(said).to_have_text("Загрузили из файла.", timeout=LIVE)
    assert {*before} <= {*kept(other)}
    assert not [key for key in kept(other) if "elsewhere" in key or key.startswith("read:")]
    root = opened(other)
    expect(own(root)).to_have_value(OWN)
    expect(task(root, COST).locator("select")).to_have_value(str(monday(1)))
    context.close()


@pytest.mark.parametrize("text", ["{", "null", '{"weeks": 5, "own": {}}', '{"told": {"why": ""}}'])
def test_whatever_is_in_storage_the_page_works(reader: Reader, text: str) -> None:
    key = reader.key("plan")
    reader.page.add_init_script(f"localStorage.setItem({key!r}, {text!r})")
    root = planned(reader)
    expect(own(root)).to_have_value(OWN)


def test_without_storage_it_works_until_the_page_is_left_and_says_so(reader: Reader) -> None:
    reader.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    root = planned(reader)
    expect(root.get_by_role("status").first).to_contain_text("Браузер не даёт хранить")
    expect(own(root)).to_have_value(OWN)
    expect(task(root, EXPORT).get_by_role("checkbox")).to_be_checked()
    press(root, "Забыть всё")
    expect(task(root, EXPORT).get_by_role("checkbox")).not_to_be_checked()
    press(root, "Вернуть")
    expect(own(root)).to_have_value(OWN)
    expect(task(root, EXPORT).get_by_role("checkbox")).to_be_checked()


@pytest.mark.every_browser
def test_on_a_phone_from_the_keyboard_axe_finds_nothing(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 740})
    reader.page.emulate_media(color_scheme="dark")
    root = opened(reader)
    root.get_by_role("button", name="Добавить своё дело").focus()
    reader.page.keyboard.press("Enter")
    reader.page.keyboard.type(OWN)
    reader.page.keyboard.press("Tab")
    expect(root.get_by_role("button", name="Убрать дело")).to_be_focused()
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("ArrowDown")
    expect(root.locator("[data-task^='#'] select")).to_have_value(str(monday()))
    expect(root.locator("[data-task^='#'] select")).to_be_focused()
    assert not reader.faults()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360
    root.locator("label", has_text="По неделям").click()
    assert not reader.faults()
