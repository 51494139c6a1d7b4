"""Without a network, and from one published version to the next."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser.conftest import listen
from tests.browser.host import Host, published
from tests.browser.reader import LIVE, Reader, awake, until
from tests.browser.test_report import put
from tests.browser.test_search import SearchBox
from tests.conftest import PATH, Builds

NB = "\u00a0"
NEWS = "Вторая редакция этой главы"
SEEN = "document.documentElement.dataset.edition = 2"
SECOND = 1000  # ms
REGISTRATION = "navigator.serviceWorker.getRegistration()"
# What came of asking for the service worker, once a page has asked.
KEEPING = """keeping = undefined
{
  const { register } = ServiceWorkerContainer.prototype
  ServiceWorkerContainer.prototype.register = function (...given) {
    return (keeping = register.apply(this, given))
  }
}"""
KEPT = """async () => {
  const scope = new URL(".", document.querySelector("link[rel=manifest]").href).href
  const urls = []
  for (const part of ["site", "runtime"]) {
    if (!(await caches.has(`playbook ${part} ${scope}`))) continue
    const kept = await caches.open(`playbook ${part} ${scope}`)
    for (const { url } of await kept.keys()) urls.push(url)
  }
  return urls
}"""


def manifest(site: Path) -> dict[str, dict[str, str]]:
    """What the service worker of a built site keeps."""
    script = (site / "service-worker.js").read_text("utf-8")
    found = re.search(r"var manifest = (\{.*?\n\})\n", script, re.DOTALL)
    assert found
    read: dict[str, dict[str, str]] = json.loads(found[1])
    return read


def append(file: Path, text: str) -> None:
    file.write_text(f"{file.read_text('utf-8')}\n{text}\n", "utf-8")


@pytest.fixture(scope="session")
def second(builds: Builds) -> Path:
    """The next version: a chapter, a script of the pages and a calculator are edited."""

    def edit(project: Path) -> None:
        append(project / "docs/repeat-sales.md", NEWS)
        append(project / "docs/assets/reading/main.js", SEEN)
        append(project / "calculators/lost_revenue.py", "EDITION = 2")

    return builds.edited("second", edit)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of a reader who has never been here."""
    context = browser.new_context(service_workers="allow")
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext, host: Host) -> Page:
    """A tab of that browser; a request to another host fails it."""
    assert host.url
    return context.new_page()


def visit(tab: Page, host: Host, path: str = "") -> Page:
    """Open a page and let the service worker do what it does."""
    tab.goto(host.url + path)
    until(tab, f"(await {REGISTRATION})?.active")
    return tab


def gives_up(tab: Page) -> None:
    """Wait until the page has asked for the service worker and has none all the same."""
    until(tab, "keeping")
    until(tab, f"(await keeping.then(() => 1, () => 1)) && !(await {REGISTRATION})")


def keep_calculators(tab: Page, host: Host) -> None:
    """Use a calculator and wait until all that calculators need is kept."""
    Reader(visit(tab, host), host.url).open().calculator().wake()
    keeps_only(tab, host, "site", "runtime")


def turns(tab: Page, host: Host) -> None:
    """Wait until the version that is published has been fetched and is in charge."""
    found = re.search(
        r'var version = "(\w+)"', (host.site / "service-worker.js").read_text("utf-8")
    )
    assert found
    until(tab, f"(await caches.match('{host.url}{found[1]}'))")
    make_way(tab)
    until(
        tab,
        f"(await caches.match('{host.url}{found[1]}'))"
        f" && !(await {REGISTRATION}).installing && !(await {REGISTRATION}).waiting"
        f" && (await {REGISTRATION}).active.state === 'activated'",
    )


def keeps_only(tab: Page, host: Host, *parts: str) -> None:
    """Wait until the published version is kept, and no other."""
    listed = manifest(host.site)
    kept = {
        f"{path}?{digest}" if part == "site" else path
        for part in parts
        for path, digest in listed[part].items()
    }
    wanted = json.dumps(sorted(host.url + path for path in kept))
    until(tab, f"JSON.stringify((await ({KEPT})()).sort()) === JSON.stringify({wanted})")


def stop_service_worker(tab: Page) -> None:
    """Stop it as the browser does when it has nothing to do; the next request starts it again."""
    devtools = tab.context.new_cdp_session(tab)
    devtools.send("ServiceWorker.enable")
    devtools.send("ServiceWorker.stopAllWorkers")


def make_way(tab: Page) -> None:
    """Have the service worker in charge make way for one that waits, as often as it takes.

    It would once it has nothing to do, but not while a debugger is attached to it. The other one is
    not stopped: pages that it is given while it starts would go without a service worker.
    """
    # One that is stopped while it is being installed is lost.
    until(tab, f"!(await {REGISTRATION})?.installing")
    devtools = tab.context.new_cdp_session(tab)
    status: dict[str, str] = {}

    def note(event: dict[str, Any]) -> None:
        status.update({version["versionId"]: version["status"] for version in event["versions"]})

    devtools.on("ServiceWorker.workerVersionUpdated", note)
    devtools.send("ServiceWorker.enable")
    for _ in range(LIVE // SECOND):
        if not tab.evaluate(f"async () => Boolean((await {REGISTRATION})?.waiting)"):
            break
        for version in [version for version, now in status.items() if now == "activated"]:
            devtools.send("ServiceWorker.stopWorker", {"versionId": version})
        tab.wait_for_timeout(SECOND)
    devtools.detach()


def edition(tab: Page) -> int:
    """The version that a tab shows: of the page and of its scripts alike."""
    expect(tab.locator("article h1")).to_be_visible()
    awake(tab)
    page = 2 if tab.get_by_text(NEWS).count() else 1
    scripts = tab.evaluate("Number(document.documentElement.dataset.edition ?? 1)")
    assert page == scripts, "a page of one version with the scripts of another"
    return page


def cut(context: BrowserContext, host: Host) -> None:
    """Cut the network: for the browser, and for its workers, which may not be told."""
    host.cut = True
    # To Firefox nothing may be navigated then, not even what is kept.
    if context.browser and context.browser.browser_type.name != "firefox":
        context.set_offline(True)


def type_clients(tab: Page, host: Host) -> None:
    """Type into a calculator and wait for the number and for the chart."""
    placed = Reader(tab, host.url).calculator().wake()
    before = placed.root.locator("[data-chart]").get_attribute("data-chart")
    placed.type({"clients": "2000"})
    # 2000 × 20 % × 2 × 15 000 = 12 000 000
    expect(placed.headline).to_have_text(f"12{NB}000{NB}000{NB}₽", timeout=LIVE)
    expect(placed.root.locator("[data-chart]")).not_to_have_attribute("data-chart", before or "")
    expect(placed.root.locator("[data-chart] svg.marks:visible")).to_have_count(1)


def test_one_visit_lets_every_page_be_read_without_a_network(
    context: BrowserContext, tab: Page, host: Host
) -> None:
    visit(tab, host)
    cut(context, host)
    failed: set[str] = set()
    tab.on("requestfailed", lambda request: failed.add(request.failure or ""))
    complaints = listen(tab)
    tab.reload()
    for page in [path for path in manifest(host.site)["site"] if path.endswith("/")]:
        tab.goto(host.url + page)
        expect(tab.locator("article h1")).to_be_visible()
        tab.evaluate("document.fonts.ready.then(() => true)")
    # A page that is left early stops what it has asked for.
    assert failed <= {"net::ERR_ABORTED"}
    assert complaints == []


@pytest.mark.every_browser
def test_a_first_page_that_was_never_reloaded_leads_to_the_others(
    context: BrowserContext, tab: Page, host: Host
) -> None:
    visit(tab, host)
    cut(context, host)
    tab.locator("article").get_by_role("link", name="Повторные продажи").first.click()
    expect(tab.locator("article h1[id]")).to_have_text(re.compile("Повторные продажи"))


@pytest.mark.every_browser
def test_search_works_without_a_network(context: BrowserContext, tab: Page, host: Host) -> None:
    visit(tab, host)
    cut(context, host)
    tab.reload()
    box = SearchBox(tab, host.url)
    box.input.click()
    assert "repeat-sales" in box.type("повторных продаж").pages()
    box.first().click()
    expect(tab.locator("article mark").first).to_be_visible()
    tab.goto(f"{host.url}repeat-sales/?h=фермера")
    expect(tab.locator("article mark").first).to_be_visible()


@pytest.mark.every_browser
def test_calculators_work_without_a_network_once_one_was_used(
    context: BrowserContext, tab: Page, host: Host
) -> None:
    keep_calculators(tab, host)
    cut(context, host)
    tab.reload()
    type_clients(tab, host)
    # A calculator that was never opened before.
    tab.goto(f"{host.url}hiring/")
    Reader(tab, host.url).calculator("hiring_cost").wake()


def test_a_report_is_made_without_a_network_once_a_calculator_was_used(
    context: BrowserContext, tab: Page, host: Host
) -> None:
    keep_calculators(tab, host)
    cut(context, host)
    put(Reader(tab, host.url).open().calculator().wake())
    tab.goto(f"{host.url}report/")
    root = tab.locator("[data-script=report]")
    answer = root.locator(".report__answer strong")
    expect(answer).to_have_text(f"6{NB}000{NB}000{NB}₽", timeout=LIVE)
    expect(root.locator(".report__chart svg")).to_have_count(1, timeout=LIVE)
    with tab.expect_download(timeout=LIVE):
        root.get_by_role("button", name="Для Word").click()


def test_pages_without_a_calculator_keep_no_runtime(tab: Page, host: Host) -> None:
    visit(tab, host)
    assert len(tab.evaluate(KEPT)) == len(manifest(host.site)["site"])
    assert not [path for path in host.asked if "vendor" in path]


@pytest.mark.parametrize("saves", [True, False])
def test_a_reader_who_saves_data_keeps_nothing(tab: Page, host: Host, saves: bool) -> None:
    tab.clock.install()
    tab.add_init_script(KEEPING)
    tab.add_init_script(
        "Object.defineProperty(navigator, 'connection', "
        f"{{value: {{saveData: {json.dumps(saves)}}}}})"
    )
    tab.goto(host.url)
    awake(tab, "offline/main.js")
    tab.clock.run_for(60_000)  # far past the rest that keeping waits for
    assert tab.evaluate("Boolean(keeping)") is not saves
    if saves:
        assert tab.evaluate(f"{REGISTRATION}.then(Boolean)") is False
        assert f"{PATH}service-worker.js" not in host.asked


def test_a_new_version_shows_at_the_second_visit_and_never_in_part(
    tab: Page, host: Host, second: Path
) -> None:
    visit(tab, host, "repeat-sales/")
    assert edition(visit(tab, host, "repeat-sales/")) == 1
    host.site = second
    assert edition(visit(tab, host, "repeat-sales/")) == 1
    turns(tab, host)
    tab.goto(f"{host.url}repeat-sales/")
    expect(tab.get_by_text(NEWS)).to_be_visible()
    assert edition(tab) == 2
    keeps_only(tab, host, "site")


def test_a_reload_turns_to_a_new_version_and_stays_at_its_place(
    tab: Page, host: Host, second: Path
) -> None:
    visit(tab, host)
    visit(tab, host, "repeat-sales/")
    host.site = second
    tab.reload()
    turns(tab, host)
    tab.evaluate("location.hash = 'here'")
    tab.reload()
    expect(tab.get_by_text(NEWS)).to_be_visible()
    assert edition(tab) == 2
    assert tab.url == f"{host.url}repeat-sales/#here"


def test_an_open_page_goes_on_with_its_version_beside_a_newer_one(
    context: BrowserContext, tab: Page, host: Host, second: Path
) -> None:
    visit(tab, host)
    visit(tab, host, "repeat-sales/")
    host.site = second
    tab.reload()
    assert edition(tab) == 1
    turns(tab, host)
    other = visit(context.new_page(), host, "repeat-sales/")
    assert edition(other) == 2
    for stopped in (False, True):
        if stopped:
            stop_service_worker(tab)
        text = "fetch('../assets/reading/main.js').then((response) => response.text())"
        assert SEEN not in tab.evaluate(text)
        assert SEEN in other.evaluate(text)
    # Its worker is of its version too, whose Python was not kept and is gone from the host.
    placed = Reader(tab, host.url).calculator()
    placed.type({"clients": "2000"})
    expect(placed.stage("failed")).to_be_visible(timeout=LIVE)
    assert edition(tab) == 1
    placed.root.get_by_role("button", name="Повторить").click()
    # 2000 × 20 % × 2 × 15 000 = 12 000 000
    expect(placed.headline).to_have_text(f"12{NB}000{NB}000{NB}₽", timeout=LIVE)
    assert edition(tab) == 2
    keeps_only(tab, host, "site", "runtime")


def test_the_next_tab_has_the_new_version_and_the_old_one_is_forgotten(
    context: BrowserContext, tab: Page, host: Host, second: Path
) -> None:
    visit(tab, host)
    host.site = second
    turns(visit(tab, host), host)
    tab.close()
    other = visit(context.new_page(), host, "repeat-sales/")
    assert edition(other) == 2
    keeps_only(other, host, "site")


def test_only_changed_files_are_fetched_for_a_new_version(
    tab: Page, host: Host, second: Path
) -> None:
    visit(tab, host)
    visit(tab, host)
    before, after = manifest(host.site)["site"], manifest(second)["site"]
    host.site = second
    host.asked.clear()
    turns(visit(tab, host), host)
    changed = {path for path, digest in after.items() if before.get(path) != digest}
    asked = {path.removeprefix(PATH) for path in host.asked} - {"service-worker.js"}
    assert asked == changed
    assert "repeat-sales/" in changed
    assert "search/search_index.json" in changed
    assert "assets/fonts/golos-text-latin.woff2" not in changed


def test_calculators_still_work_without_a_network_after_an_update(
    context: BrowserContext, tab: Page, host: Host, second: Path
) -> None:
    keep_calculators(tab, host)
    before, host.site = manifest(host.site)["runtime"], second
    assert manifest(second)["runtime"] != before
    tab.reload()
    turns(tab, host)
    tab.reload()
    expect(tab.get_by_text(NEWS)).to_be_visible()
    cut(context, host)
    tab.reload()
    type_clients(tab, host)


@pytest.mark.parametrize("wrong", ["lost", "other"])
def test_a_version_that_is_not_whole_is_not_taken(
    context: BrowserContext, tab: Page, host: Host, second: Path, tmp_path: Path, wrong: str
) -> None:
    first, broken = host.site, shutil.copytree(second, tmp_path / "broken")
    visit(tab, host, "repeat-sales/")
    # A file of the version is gone, or still the one of before.
    (broken / "repeat-sales/index.html").unlink()
    if wrong == "other":
        shutil.copy(first / "repeat-sales/index.html", broken / "repeat-sales")
    host.site = broken
    visit(tab, host, "repeat-sales/")
    until(tab, f"!(await {REGISTRATION}).installing")
    assert tab.evaluate(f"{REGISTRATION}.then((found) => Boolean(found.waiting))") is False
    cut(context, host)
    tab.reload()
    assert edition(tab) == 1


def test_a_file_that_is_missing_at_the_first_visit_breaks_nothing(tab: Page, host: Host) -> None:
    host.lost = {"hiring/"}
    complaints = listen(tab)
    tab.add_init_script(KEEPING)
    tab.goto(host.url)
    gives_up(tab)
    expect(tab.locator("article h1")).to_be_visible()
    assert complaints == []
    host.lost = set()
    visit(tab, host)
    assert len(tab.evaluate(KEPT)) == len(manifest(host.site)["site"])


def test_a_browser_without_room_shows_the_site_all_the_same(
    context: BrowserContext, tab: Page, host: Host
) -> None:
    complaints = listen(tab)
    tab.add_init_script(KEEPING)
    tab.goto(host.url + "404.html")
    small = {"origin": host.url.removesuffix(PATH), "quotaSize": 100_000}
    context.new_cdp_session(tab).send("Storage.overrideQuotaForOrigin", small)
    tab.goto(host.url)
    gives_up(tab)
    expect(tab.locator("article h1")).to_be_visible()
    assert complaints == []


@pytest.mark.every_browser
def test_an_address_has_its_page_however_it_is_written(
    context: BrowserContext, tab: Page, host: Host
) -> None:
    visit(tab, host)
    cut(context, host)
    for address in ("hiring/", "hiring", "hiring/index.html", "hiring/?h=найм", "hiring?h=1"):
        tab.goto(host.url + address)
        expect(tab.locator("article h1[id]")).to_have_text(re.compile("Найм"))
        expect(tab.locator(".md-header")).to_have_css("position", "sticky")


def test_an_unknown_address_is_the_hosts_to_answer_and_ours_without_a_network(
    context: BrowserContext, tab: Page, host: Host
) -> None:
    visit(tab, host)
    visit(tab, host)
    missing = "Такой страницы здесь нет"
    online = tab.goto(f"{host.url}no-such-page/")
    assert online
    assert online.status == 404
    assert f"{PATH}no-such-page/" in host.asked
    cut(context, host)
    offline = tab.goto(f"{host.url}no-such-page/")
    assert offline
    assert offline.status == 404
    expect(tab.locator("article h1")).to_have_text(missing)


def test_a_page_from_the_network_has_its_files_from_there(
    tab: Page, host: Host, second: Path, tmp_path: Path
) -> None:
    visit(tab, host)
    visit(tab, host, "repeat-sales/")
    host.site = shutil.copytree(second, tmp_path / "third")
    (host.site / "new").mkdir()
    shutil.copy(second / "repeat-sales/index.html", host.site / "new")
    # The version of before stays in charge, as with a host that is slow to publish it.
    host.lost = {"service-worker.js"}
    tab.goto(f"{host.url}new/")
    assert edition(tab) == 2
    assert edition(visit(tab, host, "repeat-sales/")) == 1
    host.asked.clear()
    tab.goto(f"{host.url}new/")
    assert edition(tab) == 2
    # One that is stopped while it fetches something for the page leaves the page without that.
    awake(tab, "calculators/main.js")
    stop_service_worker(tab)
    Reader(tab, host.url).calculator().wake()
    names = ("worker", "packed", "unpacker", "memory")
    scripts = {f"{PATH}assets/calculators/{name}.js" for name in names}
    assert scripts <= set(host.asked)


def test_what_is_not_the_sites_is_left_alone(tab: Page, host: Host) -> None:
    visit(tab, host)
    visit(tab, host)
    with published(host.site, "/") as stranger:
        asked = {
            ("GET", f"{host.url}hiring/"): True,
            ("POST", f"{host.url}hiring/"): False,
            ("GET", f"{host.url}llms.txt"): False,
            ("GET", f"{host.url.removesuffix(PATH)}/elsewhere/"): False,
        }
        for (method, url), ours in asked.items():
            with tab.expect_response(
                lambda response, asked=(method, url): (  # type: ignore[misc]
                    (response.request.method, response.url) == asked
                )
            ) as answer:
                tab.evaluate(
                    "([url, method]) => fetch(url, { method, mode: 'no-cors' }).then(() => 1)",
                    [url, method],
                )
            assert answer.value.from_service_worker is ours, (method, url)
        # Another host is not even asked: the pages' policy forbids it.
        with pytest.raises(Error, match="Failed to fetch"):
            tab.evaluate("(url) => fetch(url, { mode: 'no-cors' })", stranger.url)


def test_a_part_of_a_file_is_the_hosts_to_give(tab: Page, host: Host) -> None:
    visit(tab, host)
    visit(tab, host)
    with tab.expect_response(f"{host.url}hiring/") as answer:
        tab.evaluate(
            "(url) => fetch(url, { headers: { Range: 'bytes=0-9' } }).then(() => 1)",
            f"{host.url}hiring/",
        )
    assert not answer.value.from_service_worker


def test_caches_of_others_at_the_same_address_stay(
    tab: Page, host: Host, second: Path, switched_off: Path
) -> None:
    others = ["other", "playbook site http://127.0.0.1/", f"playbook site {host.url}deeper/"]
    visit(tab, host)
    tab.evaluate(
        f"Promise.all({json.dumps(others)}.map((name) => caches.open(name))).then(() => 1)"
    )
    host.site = second
    turns(visit(tab, host), host)
    tab.goto(f"{host.url}repeat-sales/")
    expect(tab.get_by_text(NEWS)).to_be_visible()
    assert set(others) < set(tab.evaluate("caches.keys()"))
    host.site = switched_off
    tab.goto(host.url)
    gone(tab)
    assert set(tab.evaluate("caches.keys()")) == set(others)


def gone(tab: Page) -> None:
    """Wait until no service worker of the site is registered."""
    until(tab, f"!(await {REGISTRATION}) || (await {REGISTRATION})?.waiting")
    make_way(tab)
    until(tab, f"!(await {REGISTRATION})")


@pytest.mark.parametrize("broken", [False, True])
def test_the_switch_takes_the_service_worker_and_its_caches_away(
    tab: Page, host: Host, switched_off: Path, tmp_path: Path, broken: bool
) -> None:
    if broken:
        host.site = shutil.copytree(host.site, tmp_path / "broken")
        script = host.site / "service-worker.js"
        append(script, "worker.addEventListener('fetch', () => { throw new Error() })")
        text = script.read_text("utf-8").replace("event.respondWith(part", "void (part")
        script.write_text(text, "utf-8")
    visit(tab, host)
    tab.goto(host.url)
    host.site = switched_off
    tab.goto(host.url)
    gone(tab)
    assert tab.evaluate("caches.keys()") == []
    expect(tab.locator("article h1")).to_be_visible()
    complaints = listen(tab)
    Reader(tab, host.url).open().calculator().wake()
    # The page itself may be one that the browser had from before, and register again.
    gone(tab)
    assert tab.evaluate("caches.keys()") == []
    assert complaints == []
