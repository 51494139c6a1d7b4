"""The joined style sheet lacks what nothing uses: every state looks as it does with all rules."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from tests.browser.reader import LIVE, Reader, awake
from tests.browser.test_search import SearchBox
from tests.conftest import Builds, build_site

DESK: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 360, "height": 740}
SHEET = "assets/stylesheets/site.css"
SHEETS = re.compile(re.escape(SHEET))
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
  for (const element of document.querySelectorAll("body, body *")) {
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


def at_rest(_: Reader) -> None:
    """As it opens."""


def dark(reader: Reader) -> None:
    reader.page.emulate_media(color_scheme="dark")


def printed(reader: Reader) -> None:
    reader.page.emulate_media(media="print")


def drawer(reader: Reader) -> None:
    reader.page.set_viewport_size(PHONE)
    reader.page.locator("label.md-header__button[for=__drawer]").click()


def search(reader: Reader) -> None:
    reader.page.set_viewport_size(PHONE)
    reader.page.locator("label.md-header__button[for=__search]").click()
    SearchBox(reader.page, reader.url).type("аккаунтинг")


def term(reader: Reader) -> None:
    reader.page.locator("[data-term=crm]").first.focus()
    expect(reader.page.locator("#term-crm")).to_be_visible()


def refused(reader: Reader) -> None:
    placed = reader.calculator().wake()
    placed.type({"clients": "много"})
    expect(placed.message("clients")).to_be_visible()


STATES: list[tuple[str, Callable[[Reader], None]]] = [
    *((path, at_rest) for path in ("", "repeat-sales/", "glossary/", "404.html")),
    *(("repeat-sales/", state) for state in (dark, printed, drawer, search, term, refused)),
]


@pytest.fixture(scope="session")
def whole(builds: Builds) -> Path:
    """The site with every rule in its sheet."""

    def make(site: Path) -> None:
        built = build_site(site, STRICT="false")
        assert built.returncode == 0, built.stderr

    return builds.once("whole", make)


@pytest.mark.parametrize(
    ("path", "state"), STATES, ids=[f"{path or 'home'} {state.__name__}" for path, state in STATES]
)
def test_what_was_left_out_of_the_sheet_changes_nothing(
    page: Page,
    site_url: str,
    site: Path,
    whole: Path,
    path: str,
    state: Callable[[Reader], None],
) -> None:
    # A font may come in time for one of two visits only.
    sheets = [FACE.sub("", (one / SHEET).read_text("utf-8")) for one in (site, whole)]
    assert len(sheets[1]) > 1.5 * len(sheets[0])
    reader = Reader(page, site_url)
    published: list[str] = []
    seen: list[list[str]] = []

    def answer(route: Route) -> None:
        route.fulfill(body=published[-1], content_type="text/css")

    page.route(SHEETS, answer)
    for sheet in sheets:
        published.append(sheet)
        page.emulate_media(media="screen", color_scheme="light")
        page.set_viewport_size(DESK)
        page.mouse.move(0, 0)
        reader.open(path)
        live(page)
        state(reader)
        seen.append(settled(page))
    assert [*zip(*seen, strict=True)] == [*zip(seen[0], seen[0], strict=True)]
    assert len(seen[0]) > 100
