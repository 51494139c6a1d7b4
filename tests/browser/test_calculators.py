"""Every calculator in its page says what its cases and the command line say."""

from typing import Any

import pytest
from playwright.sync_api import expect

from calculators.kit import registry, view
from tests import case_files
from tests.browser.reader import Placed, Reader

pytestmark = pytest.mark.every_browser

# The fields that nobody sees, with all that is closed open.
UNSEEN = """(root) => {
  for (const closed of root.querySelectorAll("details:has([data-field])")) closed.open = true
  const fields = [...root.querySelectorAll("[data-field]")]
  return fields.filter((field) => !field.checkVisibility()).map(({ dataset }) => dataset.field)
}"""


def telling(name: str) -> case_files.Case:
    """The shortest of a calculator's accepted cases in which the most different things are typed.

    In the same Python all of them are tried without a page.
    """
    accepted = [case for case in case_files.load(name) if case.expect and case.given]
    return max(accepted, key=lambda case: (len(typed(case.given)), -len(str(case.given))))


def typed(given: dict[str, Any]) -> set[str]:
    """The fields and the columns of a case."""
    rows = {name: rows for name, rows in given.items() if not isinstance(rows, str)}
    return {*given} | {f"{name}.{key}" for name in rows for row in rows[name] for key in row}


def whole(given: dict[str, Any], held: dict[str, str]) -> dict[str, Any]:
    """What a case gives, with the cells that it leaves out of a row as they then stand."""
    return {
        name: given[name]
        if isinstance(given[name], str)
        else [
            {
                path.rpartition(".")[2]: text
                for path, text in held.items()
                if path.startswith(f"{name}.{index}.")
            }
            for index in range(len(given[name]))
        ]
        for name in given
    }


def says(placed: Placed, shown: dict[str, Any]) -> None:
    """Wait until the page shows all of a view's result."""
    placed.is_current()
    expect(placed.headline).to_have_text(shown["headline"]["text"])
    root = placed.root
    outputs = [output["text"] for output in shown["outputs"]]
    expect(root.locator(".calculator__output dd")).to_have_text(outputs)
    formulas = [step["formula"] for step in shown["steps"]]
    expect(root.locator(".calculator__formula")).to_have_text(formulas)
    for text in shown["reading"].values():
        expect(placed.result).to_contain_text(text)
    items = [item["text"] for listing in shown["lists"] for item in listing["items"]]
    expect(root.locator(".calculator__list li")).to_have_text(items)
    cells = [
        cell["text"] for sheet in shown["tables"] for row in sheet["rows"] for cell in row["cells"]
    ]
    expect(root.locator(".sheet td")).to_have_text(cells)
    assert root.locator(".calculator__document").inner_text().strip() == shown["document"].strip()
    assert sorted(root.evaluate(UNSEEN)) == sorted(shown["idle"])


CHAPTERS = sorted({registry.get(name).chapter for name in registry.names()})


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_calculators_answer_in_their_page_what_their_cases_say(
    reader: Reader, chapter: str
) -> None:
    reader.open(f"{chapter}/")
    for name in registry.names():
        if registry.get(name).chapter != chapter:
            continue
        placed = reader.calculator(name).wake()
        case = telling(name)
        shown = view.result(name, case.given)
        placed.type(whole(case.given, shown["fields"]))
        says(placed, shown)
        placed.root.locator("[data-action=reset]").click()
        says(placed, view.result(name, {}))


def test_rows_are_added_moved_and_removed_from_the_keyboard(reader: Reader) -> None:
    placed = reader.alone("audit_backlog").wake()
    page, rows = reader.page, placed.rows("tasks")
    names = rows.locator("[data-cell=task] input")
    first = names.first.input_value()
    before = rows.count()

    placed.root.get_by_role("button", name="Добавить задачу").focus()
    page.keyboard.press("Enter")
    expect(rows).to_have_count(before + 1)
    expect(names.last).to_be_focused()
    page.keyboard.type("Перезвонить всем")
    expect(placed.headline).to_contain_text("Перезвонить всем")

    rows.first.locator("[data-action=row-down]").focus()
    page.keyboard.press("Enter")
    expect(names.nth(1)).to_have_value(first)
    expect(rows.nth(1).locator("[data-action=row-down]")).to_be_focused()
    rows.nth(1).locator("[data-action=row-up]").focus()
    page.keyboard.press("Space")
    expect(names.first).to_have_value(first)

    rows.first.locator("[data-action=row-remove]").focus()
    page.keyboard.press("Enter")
    expect(rows).to_have_count(before)
    expect(placed.headline).to_have_text("Перезвонить всем")


def test_rows_stop_at_their_limits(reader: Reader) -> None:
    placed = reader.alone("agency_score").wake()
    add = placed.root.locator("[data-field=agencies] [data-action=row-add]")
    placed.have_rows("agencies", 6)
    expect(add).to_be_disabled()
    placed.have_rows("agencies", 1)
    expect(placed.rows("agencies").locator("[data-action=row-remove]")).to_be_disabled()


def test_an_empty_required_cell_gets_its_message_and_the_answer_waits(reader: Reader) -> None:
    placed = reader.alone("audit_backlog").wake()
    cell = placed.rows("tasks").first.locator("[data-cell=task]")
    cell.locator("input").fill("")
    expect(cell.locator("[data-error]")).to_be_visible()
    placed.is_stale()
    cell.locator("input").fill("Позвонить")
    placed.is_current()
    expect(cell.locator("[data-error]")).to_be_hidden()


def test_answers_are_chosen_with_arrows_and_outlive_a_reload(reader: Reader) -> None:
    placed = reader.open("owner-mistakes/").calculator("owner_check").wake()
    chosen = placed.root.locator("[data-field=management] input:checked")
    chosen.focus()
    expect(placed.headline).to_have_text("Сначала ответьте на вопросы")
    # The last option stands there until an answer; the first comes after it.
    reader.page.keyboard.press("ArrowRight")
    expect(chosen).to_have_value("yes")
    expect(placed.headline).to_have_text("Управление")
    reader.page.reload()
    placed = reader.calculator("owner_check")
    expect(placed.root.locator("[data-field=management] input:checked")).to_have_value("yes")
    expect(placed.headline).to_have_text("Управление", timeout=60_000)


def test_only_the_questions_of_the_reader_s_own_step_are_asked(reader: Reader) -> None:
    placed = reader.alone("career_path").wake()
    team, post, marketing, managing = (
        placed.root.locator(f"[data-field={name}]")
        for name in ("team", "years_in_post", "marketing_plan", "managing_managers")
    )
    expect(managing).to_be_visible()
    expect(marketing).to_be_hidden()
    expect(post).to_be_hidden()
    placed.type({"step": "sales_director"})
    expect(marketing).to_be_visible()
    expect(managing).to_be_hidden()
    # No line ends in the middle of a range, in an answer as in the text of the page.
    expect(placed.root.locator("[data-text='reading.meaning'] .range")).to_have_text("2–6")
    placed.type({"step": "commercial_director"})
    expect(team).to_be_visible()
    expect(post).to_be_visible()
    expect(marketing).to_be_hidden()
