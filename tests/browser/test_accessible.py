"""What axe-core finds in the pages: nothing."""

import json

import pytest

from tests.browser.reader import Reader


@pytest.mark.parametrize("path", ["", "repeat-sales/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_has_no_fault_that_axe_can_find(
    reader: Reader, path: str, scheme: str, width: int
) -> None:
    reader.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    reader.page.set_viewport_size({"width": width, "height": 740})
    faults = reader.open(path).faults()
    assert not faults, json.dumps(faults, ensure_ascii=False, indent=2)


def test_the_form_is_filled_from_the_keyboard_alone(reader: Reader) -> None:
    placed = reader.open().calculator().wake()
    placed.input("clients").focus()
    reader.page.keyboard.press("Control+A")
    reader.page.keyboard.type("2000")
    reader.page.keyboard.press("Tab")  # to the word that says where the number comes from
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.type("10")
    placed.is_current()
    # 2000 × 10 % × 2 × 15 000 = 6 000 000, and the month's is 500 000
    assert placed.headline.inner_text() == "6\u00a0000\u00a0000\u00a0₽"
    assert reader.page.evaluate("document.activeElement.value") == "10"
