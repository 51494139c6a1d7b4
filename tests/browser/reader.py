"""What a reader does in a page, in his own terms."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Route, expect

from bundle import MODULES

DOWNLOADS = "downloads"
LIVE = 60_000  # ms; starting Python on a busy machine
AXE = MODULES / "axe-core" / "axe.min.js"
# WCAG 2.2 A and AA, the size of targets too, which axe-core leaves out unless it is asked for.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Colours on their way to those of another scheme are there, a frame after it came.
FINISH = """() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    resolve(document.getAnimations().forEach((animation) => animation.finish()))
  }))
})"""

# A colour is the scheme's, a place the width's: either two meet both of each.
PAIRS = [(320, "light"), (1280, "dark")], [(320, "dark"), (1280, "light")]

# What has come of all that the page asked for. The browser does not always tell that what a worker
# of a worker asked for has come, so its own «network idle» may never be.
COME = "performance.getEntriesByType('resource').length"
QUIET = 700  # ms
# Runs once what was due before it has: observers of what is in sight, then idle callbacks.
REST = """() => new Promise((resolve) => {
  const observer = new IntersectionObserver(() => {
    observer.disconnect()
    requestIdleCallback(() => requestIdleCallback(() => resolve()))
  })
  observer.observe(document.documentElement)
})"""


def never(_: Route) -> None:
    """Leave a request without any answer."""


class Fault:
    """What answers the page's requests in place of the host, until it is mended.

    The route stays: to take one away, the browser waits for an answer of every worker, and one
    that is just being stopped gives none.
    """

    def __init__(
        self, page: Page, pattern: str | re.Pattern[str], answer: Callable[[Route], None]
    ) -> None:
        self._answer = answer
        self._mended = False
        page.context.route(pattern, self._handle)

    def mend(self) -> None:
        """Let the host answer from now on."""
        self._mended = True

    def _handle(self, route: Route) -> None:
        if self._mended:
            route.fallback()
        else:
            self._answer(route)


MAIN = "body > script[src$='assets/main.js']"
LAID_OUT = "!document.documentElement.hasAttribute('data-fresh')"


def until(page: Page, said: str) -> None:
    """Wait until an expression with `await` in it is true; a page that never gets there fails.

    Playwright's own waiting makes code of a text, which the pages' policy forbids.
    """
    page.evaluate(
        f"""async () => {{
          const end = Date.now() + {LIVE}
          while (!({said})) {{
            if (Date.now() > end) throw new Error("waited in vain")
            await new Promise((resolve) => setTimeout(resolve, 50))
          }}
        }}"""
    )


def whole(downloads: Path) -> set[Path]:
    """The files that Firefox has done saving.

    What is being saved is in a `.part`, beside an empty file of its name or before one; and before
    either there is for a moment an empty one of its kind, to see whether that can be run.
    """
    files = set[Path]()
    for file in downloads.glob("*"):
        with suppress(FileNotFoundError):  # it has been renamed or taken away since
            if file.suffix != ".part" and file.stat().st_size:
                files.add(file)
    return files


def taken(page: Page, press: Callable[[], None], folder: Path) -> Path:
    """What the browser saves when `press` is called, in the test's own `folder` by its name."""
    browser = page.context.browser
    if browser and browser.browser_type.name == "firefox":
        # Playwright is told nothing of it. See `browser_type_launch_args` for where it comes.
        downloads = folder.parent / DOWNLOADS
        before = whole(downloads)
        press()
        end = monotonic() + LIVE / 1000
        while not (come := whole(downloads) - before):
            assert monotonic() < end, "nothing came"
            page.wait_for_timeout(50)
        [file] = come
        return file.rename(folder / file.name)
    with page.expect_download(timeout=LIVE) as waiting:
        press()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def awake(page: Page, module: str = "reading/main.js") -> None:
    """Wait until the page's scripts have come: first after its paint, then once it is at rest.

    A module is told of that only some pages have; that of reading is the last that all have.
    """
    main = page.wait_for_selector(MAIN, state="attached")
    until(page, "window.document$")  # Material's, which ours begin with
    page.evaluate("([main, module]) => import(new URL(module, main.src))", [main, module])


class Reader:
    """A reader of the site in one tab."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def key(self, name: str) -> str:
        """What the site keeps `name` under in the browser's storage."""
        return urlsplit(self.url).path + name

    def begin_with(self, name: str, text: str) -> None:
        """Have something in storage under `name` from before, once."""
        key, begun = json.dumps(self.key(name)), json.dumps(f"begun with {name}")
        self.page.add_init_script(
            # Firefox runs it in the empty page before, too, which has no storage.
            f"if (origin !== 'null' && !sessionStorage[{begun}]) {{"
            f"localStorage.setItem({key}, {json.dumps(text)}); sessionStorage[{begun}] = 1 }}"
        )

    def open(self, path: str = "repeat-sales/", *, rest: bool = True) -> "Reader":
        """Open a page by its path in the site, and wait until its scripts have come at rest."""
        self.page.goto(self.url + path)
        if rest:
            awake(self.page)
            until(self.page, LAID_OUT)
        return self

    def alone(self, name: str = "lost_revenue", asked: str = "") -> "Placed":
        """Open the page of a calculator alone, `asked` at the end of its address."""
        self.page.goto(f"{self.url}embed/{name}/{asked}")
        return self.calculator(name)

    def rest(self) -> None:
        """Wait until the page has done what it does by itself when something comes near."""
        come = -1
        while come != (now := self.page.evaluate(COME)):
            come = now
            self.page.wait_for_timeout(QUIET)
        self.page.evaluate(REST)

    def faults(self) -> dict[str, list[str]]:
        """What axe-core finds in the open page: the beginnings of bad elements by rule."""
        if not self.page.evaluate("'axe' in window"):
            # As a script it has no place under the policy.
            self.page.evaluate(AXE.read_text("utf-8"))
        # Of what passes it tells one element a rule: all of them take it longer than the search.
        run = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        found = self.page.evaluate("(run) => axe.run(run)", run)
        assert {"color-contrast", "target-size"} <= {rule["id"] for rule in found["passes"]}
        return {
            fault["id"]: [node["html"][:160] for node in fault["nodes"]]
            for fault in found["violations"]
        }

    def seen(self, pairs: Iterable[tuple[int, str]]) -> Iterator[None]:
        """The open page at each pair of a width and a scheme, where axe then finds no fault."""
        for width, scheme in pairs:
            self.page.set_viewport_size({"width": width, "height": 740})
            self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            yield
            self.page.evaluate(FINISH)
            faults = self.faults()
            assert not faults, json.dumps([width, scheme, faults], ensure_ascii=False, indent=2)

    def is_faultless(self, pairs: Iterable[tuple[int, str]]) -> None:
        """Axe finds no fault in the open page at any of the pairs."""
        for _ in self.seen(pairs):
            pass

    def calculator(self, name: str = "lost_revenue", nth: int = 0) -> "Placed":
        """The nth calculator of that name on the page."""
        return Placed(self.page.locator(f"[data-calculator={name}]").nth(nth))


def answer(place: Locator, text: str) -> None:
    """Type or choose in the one control of a field or of a cell."""
    control = place.locator("input, select, textarea").first
    kind: str = control.evaluate("(control) => control.type")
    if kind == "radio":
        # The words of an option are what is in sight and pressed.
        place.locator(f'label:has(input[value="{text}"])').click()
    elif kind.startswith("select"):
        control.select_option(text)
    else:
        control.fill(text)


class Placed:
    """A calculator in a page."""

    def __init__(self, root: Locator) -> None:
        self.root = root

    def input(self, field: str) -> Locator:
        """The input of a field."""
        return self.root.locator(f"[data-field={field}] input")

    def message(self, field: str) -> Locator:
        """The place of a field's message."""
        return self.root.locator(f"[data-field={field}] [data-error]")

    def note(self, field: str) -> Locator:
        """The place of a field's note."""
        return self.root.locator(f"[data-field={field}] [data-note]")

    def stage(self, name: str) -> Locator:
        """The line that says how far the start has come."""
        return self.root.locator(f"[data-stage={name}]")

    @property
    def headline(self) -> Locator:
        """The answer in large type."""
        return self.root.locator(".calculator__headline-value")

    @property
    def result(self) -> Locator:
        """All below the form."""
        return self.root.locator(".calculator__result")

    def wake(self) -> "Placed":
        """Come near and wait until the calculator is live."""
        self.root.locator("input, select, textarea").first.focus()
        self._until("root.querySelector('[data-stage=ready]:not([hidden])')")
        expect(self.stage("ready")).to_be_visible()
        return self

    def _until(self, said: str) -> None:
        # As soon as it is true, which Playwright's own waiting would ask once a second.
        self.root.evaluate(
            f"""(root) => new Promise((resolve, reject) => {{
              const observer = new MutationObserver(see)
              const end = setTimeout(() => reject(new Error("waited in vain")), {LIVE})
              function see() {{
                if (!({said})) return
                observer.disconnect()
                resolve(clearTimeout(end))
              }}
              observer.observe(root, {{ attributes: true, subtree: true }})
              see()
            }})"""
        )

    def type(self, raw: dict[str, Any]) -> None:
        """Type into fields as a person does, over what stands there; choose, add rows."""
        for name, given in raw.items():
            field = self.field(name)
            if isinstance(given, str):
                answer(field, given)
                continue
            self.have_rows(name, len(given))
            for row, values in zip(self.rows(name).all(), given, strict=True):
                for column, text in values.items():
                    answer(row.locator(f"[data-cell={column}]"), text)

    def field(self, name: str) -> Locator:
        """A field in sight: what it stands closed in is opened."""
        more = self.root.locator(f"[data-more]:not([open]):has([data-field={name}])")
        if more.count():
            more.locator("summary").first.click()
        return self.root.locator(f"[data-field={name}]")

    def rows(self, field: str) -> Locator:
        """The rows of a field."""
        return self.root.locator(f"[data-field={field}] [data-row]")

    def have_rows(self, field: str, count: int) -> None:
        """Add rows at the end, or remove them from there, until there are `count`."""
        rows = self.rows(field)
        while rows.count() < count:
            self.root.locator(f"[data-field={field}] [data-action=row-add]").click()
        while rows.count() > count:
            rows.last.locator("[data-action=row-remove]").click()

    def is_current(self) -> None:
        """Wait until what is shown belongs to what is typed."""
        self._until("!root.hasAttribute('data-stale')")

    def is_decided(self) -> None:
        """Wait until what helps to decide belongs to what is typed."""
        self._until("!root.querySelector('[data-decisions][data-stale]')")

    def is_stale(self) -> None:
        """Wait until what is shown is marked as out of date, for a reader to see."""
        expect(self.root).to_have_attribute("data-stale", "")
        expect(self.root).to_have_attribute("data-late", "")
