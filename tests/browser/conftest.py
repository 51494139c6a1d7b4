"""A real Chromium, and what every page in it must keep to."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, expect

from tests.browser.host import Host, published
from tests.browser.reader import Reader
from tests.conftest import PATH
from tools import browser

# Other tests run beside this one: five seconds may pass before a page has its turn.
expect.set_options(timeout=30_000)

BLOCKED = "Service Worker registration blocked by Playwright"


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """How pytest-playwright starts the browser; none at all is a failure that says what to do."""
    executable = browser.find()
    if executable is None:
        pytest.fail(browser.ADVICE)
    # Chromium as root refuses its sandbox; the next two keep it from calling home.
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    quiet = ["--disable-background-networking", "--disable-component-update"]
    # Pages of tests are gone before drawing by a processor's own GPU, or code compiled twice, pays.
    light = ["--disable-gpu", "--js-flags=--liftoff-only"]
    return {"executable_path": str(executable), "args": [*root, *quiet, *light]}


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

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and message.text != BLOCKED:
            said.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
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
