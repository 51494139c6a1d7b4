"""«Отчёт»: what calculators answered, brought together, in order, on paper."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Browser, Locator, Route, expect
from pypdf import PdfReader

from calculators.kit import registry, view
from tests.browser.conftest import asked_hosts
from tests.browser.reader import LIVE, PAIRS, Fault, Placed, Reader, taken, until

NB = "\u00a0"
PAGE = "report/"
REVENUE = "Сколько выручки в год ваши клиенты оставляют у конкурентов?"
PLAN = "Через сколько месяцев окупится отдельный менеджер по работе с базой?"
HIRING = "Что дешевле: искать человека самому или заплатить агентству?"
THREE = [REVENUE, PLAN, HIRING]


def entry(calculator: str, note: str = "", **raw: Any) -> dict[str, Any]:
    """What is kept of a calculator."""
    version = str(registry.get(calculator).version)
    return {"calculator": calculator, "version": version, "raw": raw, "note": note}


def three(note: str = "") -> list[dict[str, Any]]:
    """Three entries, the first with a range and a note."""
    return [
        entry("lost_revenue", note, clients="800–1200"),
        entry("account_plan", base="3000"),
        entry("hiring_cost"),
    ]


def kept(reader: Reader, entries: list[dict[str, Any]], title: str = "") -> None:
    """Begin with a report."""
    text = json.dumps({"version": 1, "title": title, "entries": entries})
    reader.begin_with("report", text)


def opened(reader: Reader, entries: list[dict[str, Any]] | None = None, title: str = "") -> Locator:
    """The page, with what is kept or with `entries`, once all of them have been found."""
    if entries is not None:
        kept(reader, entries, title)
    root = reader.open(PAGE).page.locator("[data-script=report]")
    expect(root).to_have_attribute("data-live", "", timeout=LIVE)
    if entries:
        expect(questions(root)).to_have_count(len(entries), timeout=LIVE)
    return root


def questions(root: Locator) -> Locator:
    return root.locator(".report__question")


def nth(root: Locator, number: int) -> Locator:
    """An entry, from 0."""
    return root.locator(".report__entry").nth(number)


def notes(root: Locator) -> Locator:
    return root.get_by_label("Ваша заметка")


def said(root: Locator) -> Locator:
    """What the page says of what was done."""
    return root.locator("[data-files]").get_by_role("status")


def press(root: Locator, name: str) -> None:
    root.get_by_role("button", name=name).click()


def put(placed: Placed) -> Locator:
    """Press «В отчёт» in a calculator; the place that says what came of it."""
    menu = placed.root.locator(".calculator__menu")
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    menu.get_by_role("button", name="В отчёт").click()
    return placed.root.locator("[data-files]").get_by_role("status")


def near(reader: Reader, name: str, **raw: str) -> Placed:
    """A calculator in its chapter with numbers typed."""
    placed = reader.open(f"{registry.get(name).chapter}/").calculator(name).wake()
    placed.type(raw)
    placed.is_current()
    return placed


def stored(reader: Reader) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        reader.page.evaluate("(key) => localStorage.getItem(key)", reader.key("report"))
    )
    return found


@pytest.mark.every_browser
def test_what_three_calculators_answered_is_there_after_the_browser_was_closed(
    reader: Reader, browser: Browser
) -> None:
    placed = near(reader, "lost_revenue", clients="800-1200", average_check="20000")
    expect(put(placed)).to_have_text("Добавили в отчёт.")
    expect(put(near(reader, "account_plan", base="3000"))).to_have_text("Добавили в отчёт.")
    expect(put(near(reader, "hiring_cost"))).to_have_text("Добавили в отчёт.")
    state = reader.page.context.storage_state()
    context = browser.new_context(storage_state=state, service_workers="block")
    root = opened(Reader(context.new_page(), reader.url))
    expect(questions(root)).to_have_text(THREE, timeout=LIVE)
    first = nth(root, 0)
    # 1000 × 20 % × 2 × 20 000, and the same for 800 and for 1200
    expect(first.locator(".report__answer strong")).to_have_text(f"8{NB}000{NB}000{NB}₽")
    expect(first.locator(".report__spread")).to_contain_text(
        f"6{NB}400{NB}000–9{NB}600{NB}000{NB}₽"
    )
    lines = first.locator(".report__line")
    expect(lines).to_have_text(
        [
            f"Клиентов за всё время 800–1{NB}200{NB}клиентов",
            f"Средний чек 20{NB}000{NB}₽",
        ]
    )
    expect(first.locator(".report__rest")).to_contain_text("Остальное как в примере")
    expect(first.locator(".report__caution")).to_contain_text("Оценка приблизительная")
    expect(root.locator(".report__chart svg")).to_have_count(3, timeout=LIVE)
    context.close()


def test_the_link_leads_to_the_report_and_back_to_the_calculator_with_its_numbers(
    reader: Reader,
) -> None:
    placed = near(reader, "lost_revenue", clients="3000")
    link = placed.root.get_by_role("link", name="Открыть отчёт")
    expect(link).to_be_hidden()
    put(placed)
    link.click()
    root = reader.page.locator("[data-script=report]")
    expect(questions(root)).to_have_text([REVENUE], timeout=LIVE)
    reader.page.evaluate("sessionStorage.clear()")
    nth(root, 0).get_by_role("link", name="Незаработанная выручка").click()
    # 3000 × 20 % × 2 × 15 000
    expect(placed.headline).to_have_text(f"18{NB}000{NB}000{NB}₽", timeout=LIVE)


def test_the_same_numbers_are_not_added_twice_and_others_are(reader: Reader) -> None:
    placed = near(reader, "lost_revenue", clients="3000")
    expect(put(placed)).to_have_text("Добавили в отчёт.")
    expect(put(placed)).to_have_text("Эти числа уже в отчёте.")
    placed.type({"clients": "4000"})
    placed.is_current()
    expect(put(placed)).to_contain_text("Добавили в отчёт и эти числа")
    clients = [one["raw"]["clients"] for one in stored(reader)["entries"]]
    assert [text.replace(NB, "") for text in clients] == ["3000", "4000"]


def test_a_form_with_a_message_is_not_added(reader: Reader) -> None:
    placed = reader.open().calculator().wake()
    placed.type({"clients": "много"})
    expect(placed.message("clients")).to_contain_text("Не получается прочесть", timeout=LIVE)
    expect(put(placed)).to_have_text("Сначала поправьте поля с подсказками.")
    assert reader.page.evaluate("(key) => localStorage.getItem(key)", reader.key("report")) is None


def test_a_report_is_full_with_twenty(reader: Reader) -> None:
    entries = [entry("lost_revenue", clients=str(number)) for number in range(1, 21)]
    kept(reader, entries)
    expect(put(near(reader, "account_plan"))).to_contain_text("уже двадцать расчётов")
    assert len(stored(reader)["entries"]) == 20


def test_an_empty_report_says_how_to_fill_it_and_asks_for_nothing(reader: Reader) -> None:
    asked: list[str] = []
    reader.page.context.on("request", lambda request: asked.append(request.url))
    root = opened(reader)
    expect(root.locator(".report__empty")).to_contain_text("«Скачать» → «В отчёт»")
    for name in ("Распечатать", "Для Word", "Markdown", "Сохранить в файл", "Убрать всё"):
        expect(root.get_by_role("button", name=name)).to_be_hidden()
    reader.rest()
    assert asked
    assert not [url for url in asked if "python-" in url or "/vega" in url]


def test_the_order_is_changed_and_entries_are_taken_out_and_had_back_from_the_keyboard(
    reader: Reader,
) -> None:
    root = opened(reader, three("первая"))
    nth(root, 0).get_by_role("button", name="Опустить ниже").press("Enter")
    expect(questions(root)).to_have_text([PLAN, REVENUE, HIRING])
    expect(notes(root).nth(1)).to_have_value("первая")
    expect(nth(root, 1).get_by_role("button", name="Опустить ниже")).to_be_focused()
    nth(root, 2).get_by_role("button", name="Поднять выше").press("Enter")
    expect(questions(root)).to_have_text([PLAN, HIRING, REVENUE])
    nth(root, 2).get_by_role("button", name="Убрать из отчёта").press("Enter")
    expect(questions(root)).to_have_text([PLAN, HIRING])
    expect(said(root)).to_have_text("Убрали из отчёта.")
    back = root.get_by_role("button", name="Вернуть")
    expect(back).to_be_focused()
    notes(root).first.fill("вторая")
    back.press("Enter")
    expect(questions(root)).to_have_text([PLAN, HIRING, REVENUE])
    expect(back).to_be_hidden()
    reader.page.reload()
    expect(questions(root)).to_have_text([PLAN, HIRING, REVENUE], timeout=LIVE)
    assert [text.input_value() for text in notes(root).all()] == ["вторая", "", "первая"]


def test_all_is_taken_out_and_had_back_with_its_notes(reader: Reader) -> None:
    root = opened(reader, three("первая"), title="Совету")
    press(root, "Убрать всё")
    expect(questions(root).first).to_be_hidden()
    expect(root.locator(".report__empty")).to_be_visible()
    assert stored(reader)["entries"] == []
    press(root, "Вернуть")
    expect(questions(root)).to_have_text(THREE)
    expect(notes(root).first).to_have_value("первая")
    expect(root.get_by_label("Название отчёта")).to_have_value("Совету")
    assert len(stored(reader)["entries"]) == 3


def test_a_title_and_a_note_are_kept_as_they_are_typed(reader: Reader) -> None:
    root = opened(reader, three())
    title = root.get_by_label("Название отчёта")
    expect(title).to_have_value("Отчёт")
    title.fill("Совету директоров")
    notes(root).nth(1).fill("Первая строка\n\n<b>вторая</b> & «третья»")
    reader.page.reload()
    expect(title).to_have_value("Совету директоров")
    expect(notes(root).nth(1)).to_have_value("Первая строка\n\n<b>вторая</b> & «третья»")


def test_tasks_are_ticked_there_and_in_their_chapter(reader: Reader) -> None:
    root = opened(reader, three())
    export = root.get_by_label("Выгрузить из CRM всех")
    expect(export).to_be_visible()
    chapters = root.locator("[data-chapter]:visible h3")
    expect(chapters).to_have_text(["Повторные продажи", "Найм: самому или через HR-агентство"])
    export.check()
    chapter = reader.open("repeat-sales/").page
    expect(chapter.get_by_label("Выгрузить из CRM всех")).to_be_checked()
    chapter.get_by_label("Договориться о десяти интервью").check()
    root = opened(reader)
    expect(root.get_by_label("Договориться о десяти интервью")).to_be_checked(timeout=LIVE)
    expect(root.get_by_label("Поставить ему KPI")).not_to_be_checked()


@pytest.mark.every_browser
def test_it_is_saved_to_a_file_and_loaded_from_it_beside_what_is_there(
    reader: Reader, tmp_path: Path
) -> None:
    root = opened(reader, three("первая"), title="Совету")
    file = taken(reader.page, lambda: press(root, "Сохранить в файл"), tmp_path)
    assert file.name == "report.json"
    saved = {"version": 1, "title": "Совету", "entries": three("первая")}
    assert json.loads(file.read_text("utf-8")) == saved
    nth(root, 0).get_by_role("button", name="Убрать из отчёта").click()
    expect(questions(root)).to_have_text([PLAN, HIRING])
    root.locator("[data-load]").set_input_files(file)
    expect(said(root)).to_have_text("Загрузили из файла.")
    # What was there already is not there twice.
    expect(questions(root)).to_have_text([PLAN, HIRING, REVENUE], timeout=LIVE)
    expect(notes(root).nth(2)).to_have_value("первая")


def test_a_file_with_more_than_there_is_room_for_is_taken_as_far_as_there_is(
    reader: Reader, tmp_path: Path
) -> None:
    root = opened(reader, three())
    entries = [entry("lost_revenue", clients=str(number)) for number in range(1, 21)]
    file = tmp_path / "report.json"
    file.write_text(json.dumps({"version": 1, "title": "", "entries": entries}), "utf-8")
    root.locator("[data-load]").set_input_files(file)
    expect(said(root)).to_contain_text("не больше двадцати")
    expect(questions(root)).to_have_count(20, timeout=LIVE)


FOREIGN = {
    "empty": b"",
    "picture": b"\x89PNG\r\n\x1a\n\x00",
    "list": b"[1, 2]",
    "number": b'{"entries": 5}',
    "numbers": b'{"numbers": {"margin": "1"}}',
    "no entries": b'{"entries": [null, 1, "a", [], {}, {"calculator": "lost_revenue"}]}',
    "list typed": b'{"entries": [{"calculator": "a", "version": "1", "note": "", "raw": [1]}]}',
    "number typed": b'{"entries": [{"calculator": "a", "version": "1", "note": "", '
    b'"raw": {"a": 1}}]}',
    "deep": b"[" * 200_000,
    "large": b" " * 2_000_000,
}  # fmt: skip


def test_a_file_of_somebody_else_s_changes_nothing(reader: Reader, tmp_path: Path) -> None:
    root = opened(reader, [entry("lost_revenue", "моя")])
    for name, content in FOREIGN.items():
        said(root).evaluate("(said) => { said.textContent = '' }")  # what was said of the last
        file = tmp_path / f"{name}.json"
        file.write_bytes(content)
        root.locator("[data-load]").set_input_files(file)
        told = "Это не файл с отчётом. Ничего не изменилось."
        expect(said(root), name).to_have_text(told)
        expect(questions(root), name).to_have_text([REVENUE])
        expect(notes(root), name).to_have_value("моя")


def test_of_a_file_of_another_version_what_fits_is_taken_and_what_was_typed_is_shown(
    reader: Reader, tmp_path: Path
) -> None:
    root = opened(reader, [entry("lost_revenue")])
    old = entry("lost_revenue", "не потерять", clients="3000", region="Урал")
    gone = entry("hiring_check") | {"calculator": "crystal_ball", "raw": {"years": "7"}}
    changed = entry("account_plan") | {"version": "0"}
    file = tmp_path / "file.json"
    file.write_text(json.dumps({"version": 0, "entries": [old, gone, changed, 5]}), "utf-8")
    root.locator("[data-load]").set_input_files(file)
    expect(said(root)).to_have_text("Загрузили то, что подошло.")
    expect(questions(root)).to_have_text([REVENUE, REVENUE, "crystal_ball", PLAN], timeout=LIVE)
    wrong = root.locator(".report__wrong")
    expect(wrong.nth(0)).to_have_text("")
    expect(wrong.nth(1)).to_contain_text("region: такого поля больше нет.")
    expect(nth(root, 1).locator(".report__line")).to_have_text(
        ["Клиентов за всё время 3000", "region Урал"]
    )
    expect(notes(root).nth(1)).to_have_value("не потерять")
    expect(wrong.nth(2)).to_contain_text("Такого калькулятора в плейбуке больше нет.")
    expect(nth(root, 2).locator(".report__line")).to_have_text(["years 7"])
    expect(wrong.nth(3)).to_contain_text("формула изменилась")
    expect(nth(root, 3).locator(".report__answer strong")).to_have_text(f"16{NB}месяцев")


def test_whatever_is_in_storage_calculators_and_the_page_work(reader: Reader) -> None:
    reader.open(PAGE)
    for text in ["{", "null", "[]", '{"entries": 5}', '{"entries": [{"raw": 1}]}']:
        reader.page.evaluate(f"localStorage.setItem({reader.key('report')!r}, {text!r})")
        expect(opened(reader).locator(".report__empty"), text).to_be_visible()
        expect(put(near(reader, "lost_revenue")), text).to_have_text("Добавили в отчёт.")
        assert [one["calculator"] for one in stored(reader)["entries"]] == ["lost_revenue"], text
    expect(questions(opened(reader))).to_have_text([REVENUE], timeout=LIVE)


def test_a_storage_that_is_full_or_forbidden_is_said_and_the_report_lasts_as_long_as_the_visit(
    reader: Reader,
) -> None:
    reader.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    placed = near(reader, "lost_revenue", clients="3000")
    expect(put(placed)).to_contain_text("браузер не даёт хранить")
    placed.root.get_by_role("link", name="Открыть отчёт").click()
    root = reader.page.locator("[data-script=report]")
    expect(questions(root)).to_have_text([REVENUE], timeout=LIVE)
    notes(root).fill("моя")
    expect(said(root)).to_contain_text("Браузер не даёт хранить")
    expect(root.locator(".report__answer strong")).to_have_text(f"18{NB}000{NB}000{NB}₽")


def test_two_tabs_agree(reader: Reader) -> None:
    root = opened(reader, three())
    tab = Reader(reader.page.context.new_page(), reader.url)
    other = opened(tab)
    expect(questions(other)).to_have_text(THREE, timeout=LIVE)
    notes(root).nth(1).fill("из первой вкладки")
    expect(notes(other).nth(1)).to_have_value("из первой вкладки")
    nth(other, 1).get_by_role("button", name="Поднять выше").click()
    expect(questions(root)).to_have_text([PLAN, REVENUE, HIRING])
    expect(notes(root).first).to_have_value("из первой вкладки")
    put(near(tab, "funnel_audit"))
    expect(questions(root)).to_have_count(4)
    notes(root).nth(3).fill("воронка")
    assert [one["note"] for one in stored(reader)["entries"]] == [
        "из первой вкладки", "", "", "воронка",
    ]  # fmt: skip
    tab.page.close()


def saved(root: Locator, name: str, folder: Path) -> Path:
    """The file that a button saves."""
    file = taken(root.page, lambda: press(root, name), folder)
    expect(said(root)).to_have_text("Файл готов, он в загрузках.")
    return file


@pytest.mark.every_browser
def test_it_is_saved_as_markdown_with_tasks_and_notes(reader: Reader, tmp_path: Path) -> None:
    root = opened(reader, three("Проверить.\n- Анна"), title="Совету")
    root.get_by_label("Выгрузить из CRM всех").check()
    file = saved(root, "Markdown", tmp_path)
    assert file.name == "report.md"
    lines = file.read_text("utf-8").splitlines()
    assert lines[0] == "# Совету"
    assert re.fullmatch(r"\d{1,2} [а-я]+ 20\d\d г\.", lines[2])
    assert [line for line in lines if line.startswith("## ")] == [
        *(f"## {question}" for question in THREE), "## Задачи этих глав",
    ]  # fmt: skip
    assert f"### Незаработанная выручка за год: 6{NB}000{NB}000{NB}₽" in lines
    assert f"- Клиентов за всё время: 800–1{NB}200{NB}клиентов" in lines
    assert lines[lines.index("#### Заметка") + 2 :][:3] == ["Проверить.", "", "- Анна"]
    done = [line for line in lines if line.startswith("- [x] ")]
    assert len(done) == 1
    assert done[0].startswith("- [x] Выгрузить из CRM всех")
    assert [line for line in lines if line.startswith("- [ ] Договориться о десяти интервью")]


def test_it_is_saved_for_word(reader: Reader, tmp_path: Path) -> None:
    root = opened(reader, three("Проверить."))
    root.get_by_label("Выгрузить из CRM всех").check()
    file = saved(root, "Для Word", tmp_path)
    assert file.name == "report.docx"
    found = [(p.style.name, p.text) for p in docx.Document(str(file)).paragraphs if p.style]
    assert found[0] == ("Heading 1", "Отчёт")
    assert [text for style, text in found if style == "Heading 2"] == [*THREE, "Задачи этих глав"]
    assert ("Heading 3", f"Незаработанная выручка за год: 6{NB}000{NB}000{NB}₽") in found
    assert ("Normal", "Проверить.") in found
    texts = [text for _, text in found]
    assert [text for text in texts if text.startswith("☑ Выгрузить из CRM")]
    assert [text for text in texts if text.startswith("☐ Договориться о десяти интервью")]


def test_on_paper_are_questions_answers_and_notes_and_nothing_to_press(reader: Reader) -> None:
    root = opened(reader, three("Проверить долю.\n\nОтвечает Анна."), title="Совету директоров")
    expect(root.locator(".report__chart svg")).to_have_count(3, timeout=LIVE)
    pages = PdfReader(BytesIO(reader.page.pdf(prefer_css_page_size=True))).pages
    # What is drawn letter by letter is read with spaces of its own.
    texts = ["".join(page.extract_text().split()) for page in pages]
    # Half a page each, and the tasks below the third.
    assert len(texts) == 2
    assert all(abs(float(page.mediabox.height) - 842) < 2 for page in pages)
    whole = "".join(texts)
    for words in (
        "Совету директоров", *THREE, "6 000 000 ₽", "16 месяцев", "сами", "Проверить долю.",
        "Отвечает Анна.", "Задачи этих глав", "Выгрузить из CRM",
    ):  # fmt: skip
        assert "".join(words.split()) in whole, words
    for words in (
        "Распечатать",
        "Убрать",
        "↑",
        "Загрузить",
        "Поиск",
        "Название отчёта",
        "Мои цифры",
    ):
        assert "".join(words.split()) not in whole, words
    assert "".join(PLAN.split()) in texts[0]
    assert "".join(HIRING.split()) in texts[1]


def test_all_calculators_together_answer_as_their_own_pages_do(reader: Reader) -> None:
    names = registry.names()
    root = opened(reader, [entry(name) for name in names])
    for number, name in enumerate(names):
        shown, place = view.result(name, {}), nth(root, number)
        expect(questions(place)).to_have_text(view.form(name)["question"])
        answer = place.locator(".report__answer")
        expect(answer.locator("span")).to_have_text(shown["headline"]["label"])
        expect(answer.locator("strong")).to_have_text(shown["headline"]["text"])
        expect(place.locator(".report__caution")).to_have_text(shown["reading"]["caution"])
        findings = [shown["chart"]["finding"]] if shown["chart"] else []
        expect(place.locator("figcaption")).to_have_text(findings)
        expect(place.locator(".report__chart svg")).to_have_count(len(findings), timeout=LIVE)
        expect(place.locator(".report__wrong")).to_have_text("")


def test_nothing_of_it_leaves_the_browser(reader: Reader, tmp_path: Path) -> None:
    asked: list[str] = []
    hosts = asked_hosts(reader.page)
    reader.page.context.on(
        "request",
        lambda request: asked.append(f"{request.method} {request.url} {request.post_data}"),
    )
    root = opened(reader, [entry("lost_revenue", clients="98765")])
    notes(root).fill("совсекретно")
    saved(root, "Для Word", tmp_path)
    reader.rest()
    assert len(hosts) == 1
    assert {line.split()[0] for line in asked} == {"GET"}
    assert not [line for line in asked if "98765" in line or "совсекретно" in line]


def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(reader: Reader) -> None:
    root = opened(reader, three())
    expect(root.locator(".report__chart svg")).to_have_count(3, timeout=LIVE)
    for _ in reader.seen(PAIRS[0]):
        until(reader.page, "document.documentElement.scrollWidth <= innerWidth")


def test_when_python_does_not_come_the_reader_is_told_and_can_try_again(
    reader: Reader, complaints: list[str]
) -> None:
    fault = Fault(reader.page, "**/*.wasm*", Route.abort)
    kept(reader, three())
    root = opened(reader)
    again = root.get_by_role("button", name="Повторить")
    expect(again).to_be_visible(timeout=LIVE)
    fault.mend()
    again.click()
    expect(questions(root)).to_have_text(THREE, timeout=LIVE)
    assert complaints
    complaints.clear()


def test_when_what_composes_it_does_not_come_the_reader_is_told(
    reader: Reader, complaints: list[str]
) -> None:
    fault = Fault(reader.page, "**/takeaway.zip*", Route.abort)
    kept(reader, three())
    root = opened(reader)
    expect(said(root)).to_contain_text("Отчёт не собрался", timeout=LIVE)
    fault.mend()
    reader.page.reload()
    expect(questions(root)).to_have_text(THREE, timeout=LIVE)
    complaints.clear()


def test_without_scripts_the_page_says_that_it_needs_them(
    browser: Browser, site: Path, site_url: str
) -> None:
    assert (site / "index.html").is_file()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + PAGE)
    note = page.locator("noscript p")
    expect(note).to_have_text("Чтобы собрать отчёт, включите JavaScript.")
    expect(note).to_be_visible()
    expect(page.locator("[data-files]")).to_be_hidden()
    context.close()
