"""What axe-core finds in the pages: nothing."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import PAIRS, Placed, Reader
from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(
    file.relative_to(DOCS).as_posix().removesuffix("index.md").replace(".md", "/")
    for file in DOCS.rglob("*.md")
)


@pytest.mark.parametrize("path", [*PAGES, "404.html"])
def test_a_page_has_no_fault_that_axe_can_find(reader: Reader, path: str) -> None:
    index = PAGES.index(path) if path in PAGES else 0
    pairs = PAIRS[index % 2]
    # One is made as the other.
    if path.startswith("practice/"):
        pairs = pairs[index // 2 % 2 :][:1]
    reader.page.set_viewport_size({"width": pairs[0][0], "height": 740})
    reader.open(path)
    reader.is_faultless(pairs)


def test_a_calculator_has_none_either_with_a_number_to_mend_or_an_answer_for_a_range(
    reader: Reader,
) -> None:
    placed = reader.open().calculator().wake()
    for text, _ in zip(["12о0", "800-1200"], reader.seen(PAIRS[1]), strict=True):
        placed.type({"clients": text})
        settled(placed, valid="-" in text)


def settled(placed: Placed, *, valid: bool) -> None:
    """Wait until all that a number changes has changed, and is as clear as it will be."""
    if valid:
        placed.is_current()
        placed.is_decided()
    else:
        expect(placed.message("clients")).to_be_visible()
        placed.is_stale()
    placed.root.evaluate(
        "(root) => Promise.all(root.getAnimations({ subtree: true }).map((it) => it.finished))"
    )


@pytest.mark.every_browser
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


# Everything that is said in a page's live regions, in order.
LISTEN = """() => {
  window.heard = []
  const live = [...document.querySelectorAll("[role=status], [aria-live]")]
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) heard.push(target.textContent)
  })
  for (const place of live) {
    observer.observe(place, { childList: true, characterData: true, subtree: true })
  }
}"""


def test_the_answer_is_told_once_after_typing_and_what_is_wrong_in_its_place(
    reader: Reader,
) -> None:
    page = reader.page
    page.clock.install()
    placed = reader.open().calculator().wake()
    page.clock.run_for(5_000)  # whatever is told of the start
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    page.evaluate(LISTEN)
    page.keyboard.press("Control+A")
    for key in "2000":
        page.keyboard.press(key)
        placed.is_current()
    # Whether the number is for others, too, is asked at once, and once.
    assert page.evaluate("heard") == ["Клиентов за всё время"]
    page.clock.run_for(2_000)
    # 2000 × 20 % × 2 × 15 000 = 12 000 000
    said = page.evaluate("heard")[1:]
    assert len(said) == 1
    assert "12\u00a0000\u00a0000\u00a0₽" in said[0]
    page.keyboard.type("ы")
    expect(placed.message("clients")).to_be_visible()
    page.clock.run_for(2_000)
    assert page.evaluate("heard")[2:] == [placed.message("clients").inner_text()]
