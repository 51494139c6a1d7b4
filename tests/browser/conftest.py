"""Real browsers, and what every page in them must keep to."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, expect

from tests.browser.host import Host, published
from tests.browser.reader import DOWNLOADS, Reader
from tests.conftest import PATH
from tools import browser

# Other tests run beside this one: five seconds may pass before a page has its turn.
expect.set_options(timeout=30_000)

BLOCKED = "Service Worker registration blocked by Playwright"
# Firefox stops what a page asked for that is being left, and the page hears of it.
LEFT = {"firefox": {"calculators: no chart: Error", "NS_BINDING_ABORTED"}}


def pytest_configure(config: pytest.Config) -> None:
    """The browsers are those that were set up, if none is named on the command line."""
    config.option.browser = config.option.browser or browser.TESTED


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Every test runs in Chromium, those marked `every_browser` in the others too."""
    left = {
        item
        for item in items
        if isinstance(item, pytest.Function)
        and (callspec := getattr(item, "callspec", None))
        and callspec.params.get("browser_name", "chromium") != "chromium"
        and not item.get_closest_marker("every_browser")
    }
    config.hook.pytest_deselected(items=[*left])
    items[:] = [item for item in items if item not in left]


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_name: str, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """How pytest-playwright starts the browser; none at all is a failure that says what to do."""
    executable = browser.find(browser_name, windows=False)
    if executable is None:
        pytest.fail(browser.advice(browser_name))
    if browser_name == "firefox":
        # As its makers build it, over WebDriver BiDi. Code of a page that is soon gone is compiled
        # once.
        downloads = tmp_path_factory.getbasetemp() / DOWNLOADS
        once = {"javascript.options.wasm_optimizingjit": False}
        stock = {"executable_path": str(executable), "channel": "moz-firefox"}
        return {**stock, "downloads_path": str(downloads), "firefox_user_prefs": once}
    if browser_name == "webkit":
        return {"executable_path": str(executable)}
    # Chromium as root refuses its sandbox; the next two keep it from calling home.
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    quiet = ["--disable-background-networking", "--disable-component-update"]
    # Nor does drawing by a processor's own GPU pay.
    light = ["--disable-gpu", "--js-flags=--liftoff-only"]
    # Letters stand where they do on a screen of today, without windows too.
    placed = ["--font-render-hinting=none"]
    return {"executable_path": str(executable), "args": [*root, *quiet, *light, *placed]}


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Tests do without a service worker: what one page keeps would answer for the next."""
    return {**browser_context_args, "service_workers": "block"}


# A page that nobody looks at rehearses nothing: the processors have other tests to run.
UNWATCHED = "Object.defineProperty(Document.prototype, 'hidden', { get: () => true })"


@pytest.fixture
def context(context: BrowserContext, request: pytest.FixtureRequest) -> BrowserContext:
    """The test's own browser; someone looks at its pages only in tests marked `watched`."""
    if not request.node.get_closest_marker("watched"):
        context.add_init_script(UNWATCHED)
    return context


def listen(page: Page) -> list[str]:
    """What the console of the page complains of, from now on."""
    said: list[str] = []
    browser = page.context.browser
    expected = {BLOCKED, *LEFT.get(browser.browser_type.name if browser else "", ())}

    def hear(text: str) -> None:
        if text not in expected:
            said.append(text)

    def hear_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            hear(message.text)

    page.on("console", hear_console)
    # Of a script that was stopped on its way there is the name alone.
    page.on("pageerror", lambda error: hear(error.message or error.name or "nothing"))
    return said


def asked_hosts(page: Page) -> set[str]:
    """The hosts that the page asks for anything, from now on."""
    hosts: set[str] = set()

    def note(request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme not in {"data", "blob"}:
            hosts.add(url.netloc)

    page.context.on("request", note)
    return hosts


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """A host of one test, that has published the site."""
    with published(site, PATH) as host:
        yield host


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the console complained of; a test that provokes complaints empties it."""
    return listen(page)


@pytest.fixture
def reader(page: Page, site: Path, site_url: str, complaints: list[str]) -> Iterator[Reader]:
    """A reader of the built site. After the test: no complaint, no request to another host."""
    hosts = asked_hosts(page)
    assert (site / "index.html").is_file()
    yield Reader(page, site_url)
    assert hosts == {urlsplit(site_url).netloc}
    assert complaints == []
