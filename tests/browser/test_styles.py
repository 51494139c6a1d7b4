"""The joined style sheet lacks what nothing uses: every state looks as it does with all rules."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from bundle.styles import EMBEDDED, SHEET
from tests.browser.reader import FINISH, LIVE, Reader, awake
from tests.browser.test_search import SearchBox
from tests.conftest import Builds, build_site

DESK: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 360, "height": 740}
FACE = re.compile(r"@font-face\s*\{[^}]*\}")

# What looks otherwise under the short sheet than under the whole, once nothing changes: every
# element and what is drawn before and after it, by each property that any rule of the whole sheet
# sets, since no other differs for a rule left out. Properties of our own naming are not looks by
# themselves, and how large and where a thing is follows from the others and from what scripts
# measure.
CHANGED = """async () => {
  const sizes = /^((block|inline)-size|width|height|top|right|bottom|left)$/
  const measured = /^(--|inset|margin)|-origin$/
  const names = new Set()
  const read = ({ cssRules, style }) => {
    for (const name of style ?? []) if (!sizes.test(name) && !measured.test(name)) names.add(name)
    for (const rule of cssRules ?? []) read(rule)
  }
  const looks = () => {
    document.getAnimations().forEach((animation) => animation.cancel())
    const seen = []
    for (const element of document.querySelectorAll("body, body *:not(svg *)")) {
      for (const part of [null, "::before", "::after"]) {
        const style = getComputedStyle(element, part)
        if (part && style.content === "none") continue
        const values = [...names].map((name) => `${name}: ${style.getPropertyValue(name)}`)
        // Without an image to place, nothing in percent and in pixels is the same.
        const look = values.join("\\n").replaceAll(/(position-[xy]: 0)px/g, "$1%")
        seen.push(`${element.localName}.${element.getAttribute("class")} ${part}\\n${look}`)
      }
    }
    return seen
  }
  const differs = (one, other) =>
    one.length !== other.length || one.some((it, n) => it !== other[n])
  const swap = (query) =>
    new Promise((resolve) => {
      const link = document.querySelector("link[rel=stylesheet]")
      const other = link.cloneNode()
      other.href = `${link.href.split("?")[0]}?${query}`
      other.onload = () => resolve(link.remove())
      link.after(other)
    })
  await swap("whole")
  read(document.styleSheets[0])
  let whole = looks()
  for (let now; differs(whole, (now = looks())); whole = now);
  await swap("short")
  const short = looks()
  const lines = (look = "") => look.split("\\n")
  const beside = (it, n) => {
    const other = lines(short[n])
    const differing = lines(it).flatMap((line, at) => line === other[at] ? [] : [line, other[at]])
    return [lines(it)[0], ...differing]
  }
  const changed = whole.map(beside).filter((told) => told.length > 1)
  return [Math.min(whole.length, short.length), changed.slice(0, 5)]
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
    # The drawer comes to where the pointer is.
    reader.page.mouse.move(359, 739)
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
    name = EMBEDDED if path.startswith("embed/") else SHEET
    short, every = ((one / name).read_text("utf-8") for one in (site, whole))
    assert len(every) > 1.5 * len(short)
    for asked, sheet in {"whole": every, "short": short}.items():
        # Places are measured by letters, and a font may come in time for one of the two only.
        body = FACE.sub("", sheet)
        answer = partial(Route.fulfill, body=body, content_type="text/css")
        page.route(re.compile(rf"{re.escape(name)}\?{asked}$"), answer)
    page.set_viewport_size(DESK)
    reader = Reader(page, site_url).open(path, rest=name == SHEET)
    # Not in the corner, where a new page has the pointer: on paper there is a heading.
    page.mouse.move(1279, 719)
    live(page)
    for state in STATES[path]:
        with state(reader):
            page.evaluate(FINISH)
            seen, changed = page.evaluate(CHANGED)
        assert changed == [], state.__name__
        assert seen > 100
