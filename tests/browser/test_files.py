"""Files that a reader takes away from a calculator in the page."""

import csv
import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Locator, Route, expect

from calculators.kit import view
from calculators.kit.takeaway import door, markdown
from tests.browser.reader import LIVE, Fault, Placed, Reader, taken

CSV = "CSV: План по месяцам"
XLSX = "Excel с формулами"
DOCX = "Для Word"
MARKDOWN = "Markdown"
COPY = "Скопировать текст"


def button(placed: Placed, name: str) -> Locator:
    """The button of a file, in the open menu unless it stands beside it."""
    placed.root.scroll_into_view_if_needed()
    menu = placed.root.locator(".calculator__menu:not([open])")
    if name != COPY and menu.count():
        menu.locator("summary").click()
    return placed.root.get_by_role("button", name=name)


def download(placed: Placed, name: str, folder: Path) -> Path:
    """The file that the button saves."""
    file = taken(placed.root.page, lambda: button(placed, name).click(), folder)
    expect(said(placed, name)).to_have_text("Файл готов, он в загрузках.")
    return file


def said(placed: Placed, name: str) -> Locator:
    """What the page says beside the button."""
    own = placed.root.page.get_by_role("button", name=name)
    place = placed.root.locator("[data-files]").filter(has=own)
    return place.get_by_role("status")


def test_a_table_is_saved_for_excel_before_the_calculator_was_touched(
    reader: Reader, tmp_path: Path
) -> None:
    file = download(reader.open().calculator("account_plan"), CSV, tmp_path)
    assert file.name == "account_plan.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        head, *lines = csv.reader(opened, delimiter=";")
    assert head[5] == "Выручка, ₽"
    assert lines[0] == ["1", "40", "2,4", "2,4", "2,4", "144000", "-91200", "-241200"]
    assert len(lines) == 24


@pytest.mark.every_browser
def test_a_table_is_saved_for_what_is_typed(reader: Reader, tmp_path: Path) -> None:
    placed = reader.alone("account_plan").wake()
    given = {"base": "5000", "horizon": "7"}
    placed.type(given)
    file = download(placed, CSV, tmp_path)
    made = door.file("account_plan", given, "csv")
    assert file.read_bytes().decode("utf-8") == made["text"]


BRIEF = {
    "duties": "Ведёт базу клиентов.\n- звонит\n- пишет & благодарит <всех>",
    "motivation": "=Оклад + премия «за дело»",
}
TASK = "- [ ] Разобрать лидов без ответа"


def brief(reader: Reader) -> Placed:
    """The brief with a few words in it."""
    placed = reader.alone("job_brief")
    for field, text in BRIEF.items():
        placed.root.locator(f"[data-field={field}] textarea").fill(text)
    expect(placed.root.locator(".calculator__document")).to_contain_text("«за дело»", timeout=LIVE)
    return placed


def test_an_empty_document_offers_no_file(reader: Reader) -> None:
    placed = reader.alone("job_brief")
    for name in (COPY, MARKDOWN, DOCX):
        expect(placed.root.get_by_text(name)).to_be_hidden()
    placed = brief(reader)
    for name in (COPY, MARKDOWN, DOCX):
        expect(button(placed, name)).to_be_visible()


def test_a_document_is_copied_as_it_stands(reader: Reader) -> None:
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    placed = brief(reader)
    button(placed, COPY).click()
    expect(said(placed, COPY)).to_have_text("Скопировано.")
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied == view.result("job_brief", BRIEF)["document"]


def test_a_browser_that_forbids_to_copy_is_no_dead_end(reader: Reader) -> None:
    placed = reader.alone("audit_backlog")
    forbid = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }"
    reader.page.evaluate(forbid)
    button(placed, COPY).click()
    expect(said(placed, COPY)).to_contain_text("Выделите текст или скачайте файл")


def test_a_document_is_saved_as_markdown(reader: Reader, tmp_path: Path) -> None:
    placed = reader.alone("audit_backlog")
    file = download(placed, MARKDOWN, tmp_path)
    assert file.name == "audit_backlog.md"
    text = file.read_text("utf-8")
    assert text == view.result("audit_backlog", {})["document"] + "\n"
    assert TASK in text.splitlines()


@pytest.mark.every_browser
def test_a_document_is_saved_for_word_and_its_library_loaded_only_then(
    reader: Reader, tmp_path: Path
) -> None:
    asked = asked_scripts(reader)
    placed = brief(reader)
    assert not [url for url in asked if "/docx-" in url]
    file = download(placed, DOCX, tmp_path)
    assert len([url for url in asked if "/docx-" in url]) == 1
    assert file.name == "job_brief.docx"
    found = [(p.style.name, p.text) for p in docx.Document(str(file)).paragraphs if p.style]
    blocks = list(markdown.blocks(view.result("job_brief", BRIEF)["document"]))
    assert [text for _, text in found] == [block["text"] for block in blocks]
    assert [style for style, _ in found][:3] == ["Heading 1", "Heading 2", "Normal"]
    assert ("List Paragraph", "пишет & благодарит <всех>") in found


def test_tasks_in_word_have_boxes(reader: Reader, tmp_path: Path) -> None:
    file = download(reader.alone("audit_backlog"), DOCX, tmp_path)
    texts = [p.text for p in docx.Document(str(file)).paragraphs]
    assert "☐ Разобрать лидов без ответа" in texts


def test_when_a_library_does_not_load_the_reader_is_told_and_can_try_again(
    reader: Reader, complaints: list[str], tmp_path: Path
) -> None:
    fault = Fault(reader.page, "**/write-excel-file*/**", Route.abort)
    placed = reader.alone("account_plan").wake()
    placed.type({"base": "3000"})
    button(placed, XLSX).click()
    expect(said(placed, XLSX)).to_contain_text("Файл не получился", timeout=LIVE)
    expect(placed.input("base")).to_have_value(re.compile("3.?000"))
    fault.mend()
    download(placed, XLSX, tmp_path)
    assert complaints
    complaints.clear()


@pytest.mark.every_browser
def test_when_what_makes_files_does_not_come_the_calculator_goes_on_and_it_is_asked_for_again(
    reader: Reader, complaints: list[str], tmp_path: Path
) -> None:
    fault = Fault(reader.page, "**/takeaway.zip*", Route.abort)
    placed = reader.alone("account_plan").wake()
    button(placed, CSV).click()
    expect(said(placed, CSV)).to_contain_text("Файл не получился", timeout=LIVE)
    placed.type({"base": "3000"})
    placed.is_current()
    fault.mend()
    download(placed, CSV, tmp_path)
    assert complaints
    complaints.clear()


def asked_scripts(reader: Reader) -> list[str]:
    """The addresses that the page asks for, from now on."""
    asked: list[str] = []
    reader.page.context.on("request", lambda request: asked.append(request.url))
    return asked


def test_bad_input_gives_no_file_and_says_where_to_look(reader: Reader) -> None:
    placed = reader.alone("account_plan").wake()
    placed.type({"base": "abc"})
    button(placed, CSV).click()
    expect(said(placed, CSV)).to_have_text("Сначала поправьте поля с подсказками.")
    expect(placed.message("base")).to_contain_text("Не получается прочесть число")
    expect(placed.input("base")).to_have_value("abc")


def test_when_python_does_not_load_the_reader_is_told_and_loses_nothing(
    reader: Reader, complaints: list[str], tmp_path: Path
) -> None:
    fault = Fault(reader.page, "**/*.wasm*", Route.abort)
    placed = reader.alone("account_plan")
    placed.type({"base": "3000"})
    button(placed, CSV).click()
    expect(said(placed, CSV)).to_contain_text("Файл не получился", timeout=LIVE)
    expect(placed.input("base")).to_have_value("3000")
    fault.mend()
    file = download(placed, CSV, tmp_path)
    assert len(file.read_text("utf-8").splitlines()) == 25
    assert complaints
    complaints.clear()


def test_the_buttons_are_for_fingers_keyboards_and_phones(reader: Reader, tmp_path: Path) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 740})
    placed = reader.open().calculator("account_plan")
    names = [CSV, XLSX]
    for name in names:
        box = button(placed, name).bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    button(placed, CSV).focus()
    taken(reader.page, lambda: reader.page.keyboard.press("Enter"), tmp_path)


def test_without_scripts_there_is_no_button(browser: Browser, site: Path, site_url: str) -> None:
    assert (site / "index.html").is_file()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}repeat-sales/")
    buttons = page.locator("[data-file]")
    assert buttons.count() >= 1
    for place in buttons.all():
        expect(place).to_be_hidden()
    context.close()
