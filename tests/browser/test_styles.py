"""The joined style sheet lacks what nothing uses: every state looks as it does with all rules."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from bundle.styles import EMBEDDED, SHEET
from tests.browser.reader import LIVE, Reader, awake
from tests.browser.test_search import SearchBox
from tests.conftest import Builds, build_site

DESK: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 360, "height": 740}
SHEETS = re.compile(r"assets/stylesheets/(site|embed)\.css")
FACE = re.compile(r"@font-face\s*\{[^}]*\}")

# Every property that is computed for every element and for what is drawn before and after it,
# made short. Properties of our own naming are not looks by themselves, and how large and where a
# thing is follows from the others and from what scripts measure.
LOOKS = """() => {
  const sizes = /^((block|inline)-size|width|height|top|right|bottom|left)$/
  const measured = /^(--|inset|margin)|-origin$/
  document.getAnimations().forEach((animation) => animation.cancel())
  const says = (name) => !sizes.test(name) && !measured.test(name)
  const names = [...getComputedStyle(document.body)].filter(says)
  const looks = []
  for (const element of document.querySelectorAll("body, body *:not(svg *)")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part)
      if (part && style.content === "none") continue
      // Without an image to place, «0 0» in percent and in pixels is the same.
      const values = names.map((name) => style.getPropertyValue(name))
      const look = values.join().replaceAll("0px 0px", "0% 0%")
      let hash = 0
      for (let at = 0; at < look.length; ++at) {
        hash = (Math.imul(hash, 31) + look.charCodeAt(at)) | 0
      }
      looks.push(`${element.localName}.${element.getAttribute("class")} ${part} ${hash}`)
    }
  }
  return looks
}"""


# Someone touches every calculator.
TOUCH = """() => {
  for (const input of document.querySelectorAll("[data-calculator] form [data-field]")) {
    input.dispatchEvent(new FocusEvent("focusin", { bubbles: true }))
  }
}"""


def live(page: Page) -> None:
    """Wait until all calculators are: by themselves they come and start when the page has time."""
    calculators = page.locator("[data-calculator]").count()
    if calculators:
        if not page.locator("[data-embedded]").count():
            awake(page, "calculators/main.js")
        page.evaluate(TOUCH)
        expect(page.locator("[data-calculator][data-live]")).to_have_count(calculators)
        page.evaluate(TOUCH)
        ready = page.locator("[data-calculator] [data-stage=ready]:not([hidden])")
        expect(ready).to_have_count(calculators, timeout=LIVE)


def settled(page: Page) -> list[str]:
    """The looks once they change no more."""
    seen: list[str] = page.evaluate(LOOKS)
    while (now := page.evaluate(LOOKS)) != seen:
        seen = now
    return seen


@contextmanager
def at_rest(_: Reader) -> Iterator[None]:
    """As it opens."""
    yield


@contextmanager
def dark(reader: Reader) -> Iterator[None]:
    reader.page.emulate_media(color_scheme="dark")
    yield
    reader.page.emulate_media(color_scheme="light")


@contextmanager
def printed(reader: Reader) -> Iterator[None]:
    reader.page.emulate_media(media="print")
    yield
    reader.page.emulate_media(media="screen")


@contextmanager
def drawer(reader: Reader) -> Iterator[None]:
    reader.page.set_viewport_size(PHONE)
    reader.page.locator("label.md-header__button[for=__drawer]").click()
    yield
    reader.page.locator("label.md-overlay[for=__drawer]").click(position={"x": 340, "y": 400})
    reader.page.set_viewport_size(DESK)


@contextmanager
def term(reader: Reader) -> Iterator[None]:
    reader.page.locator("[data-term=crm]").first.focus()
    expect(reader.page.locator("#term-crm")).to_be_visible()
    yield
    reader.page.keyboard.press("Escape")


@contextmanager
def refused(reader: Reader) -> Iterator[None]:
    placed = reader.calculator()
    placed.type({"clients": "много"})
    expect(placed.message("clients")).to_be_visible()
    placed.is_stale()
    yield


@contextmanager
def search(reader: Reader) -> Iterator[None]:
    reader.page.set_viewport_size(PHONE)
    reader.page.locator("label.md-header__button[for=__search]").click()
    SearchBox(reader.page, reader.url).type("аккаунтинг")
    # Material holds the page below still, a while after the search is open.
    expect(reader.page.locator("body[data-md-scrolllock]")).to_be_attached()
    yield


type State = Callable[[Reader], AbstractContextManager[None]]

# One after another in the same visit; the last leaves its page as it is.
STATES: dict[str, list[State]] = {
    "": [at_rest],
    "repeat-sales/": [at_rest, dark, printed, drawer, term, refused, search],
    "glossary/": [at_rest],
    "404.html": [at_rest],
    "embed/lost_revenue/": [at_rest, dark, printed, refused],
    "embed/account_plan/": [at_rest],
}


@pytest.fixture(scope="session")
def whole(builds: Builds) -> Path:
    """The site with every rule in its sheet."""

    def make(site: Path) -> None:
        built = build_site(site, STRICT="false")
        assert built.returncode == 0, built.stderr

    return builds.once("whole", make)


@pytest.mark.parametrize("path", STATES, ids=lambda path: path or "home")
def test_what_was_left_out_of_the_sheet_changes_nothing(
    page: Page, site_url: str, site: Path, whole: Path, path: str
) -> None:
    # A font may come in time for one of two visits only.
    name = EMBEDDED if path.startswith("embed/") else SHEET
    sheets = [FACE.sub("", (one / name).read_text("utf-8")) for one in (site, whole)]
    assert len(sheets[1]) > 1.5 * len(sheets[0])
    reader = Reader(page, site_url)
    published: list[str] = []
    seen: list[dict[str, list[str]]] = []

    def answer(route: Route) -> None:
        route.fulfill(body=published[-1], content_type="text/css")

    page.route(SHEETS, answer)
    for sheet in sheets:
        published.append(sheet)
        page.set_viewport_size(DESK)
        reader.open(path, rest=name == SHEET)
        # Not in the corner, where a new page has the pointer: on paper there is a heading.
        page.mouse.move(1279, 719)
        live(page)
        looks: dict[str, list[str]] = {}
        for state in STATES[path]:
            with state(reader):
                looks[state.__name__] = settled(page)
        seen.append(looks)
        page.evaluate("sessionStorage.clear()")  # what was typed in this visit
    for name, one in seen[0].items():
        other = seen[1][name]
        assert [*zip(one, other, strict=True)] == [*zip(one, one, strict=True)], name
        assert len(one) > 100
