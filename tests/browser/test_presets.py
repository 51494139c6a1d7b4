"""An example in the page: a button fills it in, another takes it back."""

from playwright.sync_api import expect

from calculators.kit import view
from tests.browser.reader import LIVE, Reader


def test_an_example_fills_the_form_and_the_initial_numbers_come_back(reader: Reader) -> None:
    placed = reader.alone("account_plan")
    before = placed.headline.inner_text()
    placed.type({"margin": "55"})
    placed.root.get_by_role("button", name="Пример: Авторские туры").click()
    shown = view.result("account_plan", view.preset("account_plan", "tours"))
    expect(placed.headline).to_have_text(shown["headline"]["text"], timeout=LIVE)
    expect(placed.root.locator(".calculator__output dd")).to_have_text(
        [output["text"] for output in shown["outputs"]]
    )
    for field, text in shown["fields"].items():
        assert placed.input(field).input_value().replace("\u00a0", "") == text.replace("\u00a0", "")
    placed.root.get_by_role("button", name="Вернуть как было").click()
    expect(placed.headline).to_have_text(before)
