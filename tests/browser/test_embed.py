"""A calculator in a page of another site: as tall as it is, live, and asking nobody else."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, Route, expect

from calculators.kit import registry, view
from calculators.kit.takeaway import door
from tests.browser.conftest import asked_hosts
from tests.browser.reader import LIVE, PAIRS, Fault, Placed, Reader, until
from tests.browser.test_files import download
from tests.browser.test_robust import FORBIDDEN
from tests.conftest import Handler

NB = "\u00a0"
DEFAULTS = view.result("lost_revenue", {})
TWELVE = f"12{NB}000{NB}000{NB}₽"  # 2000 × 20 % × 2 × 15 000
TYPED = "#lost_revenue?clients=2000&version=1"
CODE = "Код для вставки"
DARK, LIGHT = "rgb(20, 24, 27)", "rgb(253, 252, 249)"

type Around = Callable[[str], "Foreign"]


class Foreign:
    """Somebody else's page with something of ours in it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.frame: FrameLocator = page.frame_locator("iframe")

    def calculator(self, name: str = "lost_revenue") -> Placed:
        """The calculator in the frame."""
        return Placed(self.frame.locator(f"[data-calculator={name}]"))

    def height(self) -> float:
        """How tall the frame is, in pixels."""
        box = self.page.locator("iframe").bounding_box()
        assert box
        return box["height"]

    def fits(self) -> float:
        """Wait until the frame is as tall as what is in it, and say how tall."""
        inside = self.frame.locator("html")
        expect(inside).to_be_attached()
        for _ in range(100):
            if inside.evaluate("(page) => page.scrollHeight === page.offsetHeight") and (
                inside.evaluate("(page) => page.offsetHeight") == self.height()
            ):
                return self.height()
            self.page.wait_for_timeout(100)
        raise AssertionError((inside.evaluate("(page) => page.offsetHeight"), self.height()))


@pytest.fixture
def around(page: Page, site_url: str, complaints: list[str]) -> Iterator[Around]:
    """Opens a page of another site: of another host, at another port, with this in its body."""
    shown: list[str] = []

    class Others(Handler):
        def do_GET(self) -> None:  # noqa: N802, the name that the base class looks for
            body = f"<!doctype html><html lang=en><title>Other</title><body>{shown[-1]}".encode()
            self.send_response(200 if self.path == "/" else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    hosts = asked_hosts(page)
    with ThreadingHTTPServer(("127.0.0.1", 0), Others) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        url = f"http://localhost:{http.server_port}/"

        def show(body: str) -> Foreign:
            shown.append(body)
            page.goto(url)
            return Foreign(page, url)

        yield show
        http.shutdown()
    assert hosts <= {urlsplit(url).netloc, urlsplit(site_url).netloc}
    assert complaints == []


@pytest.fixture
def author(page: Page, site_url: str) -> Reader:
    """A reader of the site who has a page of his own, `around`."""
    return Reader(page, site_url)


def copied(author: Reader, placed: Placed) -> str:
    """The lines that a reader takes from the menu."""
    author.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    placed.root.scroll_into_view_if_needed()
    placed.root.locator(".calculator__menu:not([open]) summary").click()
    placed.root.get_by_role("button", name=CODE).click()
    expect(placed.root.locator(".calculator__said")).to_have_text("Скопировано.")
    lines: str = author.page.evaluate("navigator.clipboard.readText()")
    return lines


def frame(site_url: str, asked: str = "", name: str = "lost_revenue") -> str:
    """A frame alone, of which no script takes care."""
    source = f"{site_url}embed/{name}/{asked}".replace("&", "&amp;")
    return f'<iframe src="{source}" title="Calculator" width=600 height=700></iframe>'


@pytest.mark.parametrize("spaces", ["as they are", "on one line"])
def test_the_lines_as_copied_work_in_a_page_of_another_site(
    author: Reader, around: Around, spaces: str
) -> None:
    placed = author.open().calculator().wake()
    placed.type({"clients": "2000"})
    placed.is_current()
    lines = copied(author, placed)
    assert f'src="{author.url}embed/lost_revenue/{TYPED.replace("&", "&amp;")}"' in lines
    assert 'title="Калькулятор «Незаработанная выручка»" loading="lazy"' in lines
    foreign = around(lines if spaces == "as they are" else " ".join(lines.split()))
    expect(foreign.calculator().headline).to_have_text(TWELVE, timeout=LIVE)
    foreign.fits()


def test_the_frame_follows_what_is_in_it(author: Reader, around: Around) -> None:
    lines = copied(author, author.open("hiring/").calculator("hiring_cost"))
    assert f'src="{author.url}embed/hiring_cost/"' in lines  # nothing was typed
    foreign = around(lines)
    placed = foreign.calculator("hiring_cost").wake()
    rest = foreign.fits()
    placed.type({"salary": "много"})
    expect(placed.message("salary")).to_be_visible(timeout=LIVE)
    assert foreign.fits() > rest
    placed.type({"salary": f"120{NB}000"})
    placed.is_current()
    assert foreign.fits() == rest
    table = placed.root.locator(".calculator__sheet summary").first
    table.click()
    closed = foreign.fits()
    assert closed < rest - 100
    table.click()
    opened = foreign.fits()
    assert opened > closed + 100
    foreign.page.set_viewport_size({"width": 360, "height": 740})
    assert foreign.fits() > opened


def test_only_the_frame_itself_is_heard(author: Reader, around: Around) -> None:
    foreign = around(copied(author, author.open().calculator()))
    height = foreign.fits()
    said = {"type": "playbook-height", "calculator": "lost_revenue", "height": 7}
    foreign.page.evaluate(f"postMessage({json.dumps(said)}, '*')")
    foreign.page.evaluate("new Promise((told) => { onmessage = told; postMessage('last', '*') })")
    assert foreign.height() == height


def test_the_page_around_is_told_what_it_is_that_grew(around: Around, site_url: str) -> None:
    listener = "<script>heard = []; onmessage = ({ data }) => heard.push(data)</script>"
    foreign = around(listener + frame(site_url))
    until(foreign.page, "heard.length")
    [told, *_] = foreign.page.evaluate("heard")
    assert told["type"] == "playbook-height"
    assert told["calculator"] == "lost_revenue"
    assert told["height"] > 1000


@pytest.mark.every_browser
def test_a_live_answer_is_that_of_the_chapter(author: Reader, around: Around) -> None:
    given = {"clients": "2000", "average_check": "900–1100"}
    answers = []
    for opened in (lambda: around(frame(author.url)), author.open):
        placed = opened().calculator().wake()
        placed.type(given)
        placed.is_current()
        placed.is_decided()
        # The chart too: it has been redrawn once it says so.
        title = placed.root.locator(".calculator__drawing:visible")
        expect(title).to_contain_text(re.compile(f"400{NB}000|800{NB}000"), timeout=LIVE)
        answers.append((placed.headline.inner_text(), placed.result.inner_text()))
    # 2000 × 20 % × 2 × 1000 = 800 000
    assert answers[0][0] == f"800{NB}000{NB}₽"
    assert answers[0] == answers[1]


def test_files_are_saved_from_a_frame(around: Around, site_url: str, tmp_path: Path) -> None:
    foreign = around(frame(site_url, name="account_plan"))
    file = download(foreign.calculator("account_plan"), "CSV: План по месяцам", tmp_path)
    made = door.file("account_plan", {}, "csv")
    assert file.read_bytes().decode("utf-8") == made["text"]


def test_numbers_in_the_address_are_the_frame_s_own_and_move_nothing(
    around: Around, site_url: str
) -> None:
    tall = "<div style='height: 900px'></div>"
    asked = "#lost_revenue?clients=2000&1=А&1.clients=500&version=0"
    foreign = around(tall.replace("900", "300") + frame(site_url, asked) + tall)
    placed = foreign.calculator()
    expect(placed.headline).to_have_text(TWELVE, timeout=LIVE)
    expect(placed.input("clients")).to_have_value(f"2{NB}000")
    expect(placed.root.get_by_label("Название варианта")).to_have_value("А")
    # Whoever reads followed no link, and saw no answer of another formula.
    expect(placed.root.locator("[data-linked]")).to_be_hidden()
    assert foreign.page.evaluate("scrollY") == 0
    foreign = around(frame(site_url, "#lost_revenue?clients=2000&colour=red"))
    linked = foreign.calculator().root.locator("[data-linked]")
    expect(linked).to_contain_text("пропущено: colour", timeout=LIVE)
    expect(linked.get_by_text("Открыто по ссылке")).to_be_hidden()


def test_a_browser_that_keeps_nothing_for_other_sites_is_enough(
    page: Page, around: Around, site_url: str
) -> None:
    page.add_init_script(FORBIDDEN)
    placed = around(frame(site_url)).calculator().wake()
    placed.type({"clients": "2000"})
    expect(placed.headline).to_have_text(TWELVE, timeout=LIVE)
    for told in placed.root.locator(".calculator__aside").all():
        expect(told).to_be_hidden()
    placed.root.get_by_role("button", name="Запомнить вариант").click()
    said = placed.root.get_by_text("Браузер не даёт хранить")
    expect(said).to_be_visible()


def test_a_link_out_of_a_frame_leads_to_the_chapter(
    author: Reader, around: Around, site_url: str
) -> None:
    author.page.add_init_script("delete Navigator.prototype.share")
    author.page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))"
    )
    placed = around(frame(site_url, "?scheme=dark" + TYPED)).calculator()
    expect(placed.headline).to_have_text(TWELVE, timeout=LIVE)
    placed.root.get_by_role("button", name="Поделиться").click()
    said = placed.root.get_by_text("Браузер не дал скопировать")
    expect(said).to_contain_text(f"Скопируйте ссылку сами: {site_url}repeat-sales/#lost_revenue?")


def test_lines_that_the_browser_will_not_copy_are_shown_to_copy_by_hand(reader: Reader) -> None:
    reader.page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))"
    )
    placed = reader.open("owner-mistakes/").calculator("owner_check").wake()
    placed.root.locator(".calculator__menu summary").click()
    placed.root.get_by_role("button", name=CODE).click()
    said = placed.root.locator(".calculator__said")
    expect(said).to_contain_text("Браузер не дал скопировать. Скопируйте строки сами: <script>")
    expect(said).to_contain_text(f'<iframe src="{reader.url}embed/owner_check/"')


@pytest.mark.parametrize(
    ("preferred", "asked", "colour"),
    [
        ("light", "", LIGHT),
        ("dark", "", DARK),
        ("light", "?scheme=dark", DARK),
        ("dark", "?scheme=light", LIGHT),
        ("dark", "?scheme=pink", DARK),
    ],
)
def test_it_is_light_or_dark_as_the_device_or_the_page_around_asks(
    reader: Reader, preferred: str, asked: str, colour: str
) -> None:
    reader.page.emulate_media(color_scheme=preferred)  # type: ignore[arg-type]
    reader.alone(asked=asked)
    expect(reader.page.locator("body")).to_have_css("background-color", colour)


def test_it_turns_dark_with_the_device(reader: Reader) -> None:
    reader.alone()
    expect(reader.page.locator("body")).to_have_css("background-color", LIGHT)
    reader.page.emulate_media(color_scheme="dark")
    expect(reader.page.locator("body")).to_have_css("background-color", DARK)


@pytest.mark.parametrize("name", ["lost_revenue", "agency_score", "job_brief"])
def test_it_has_no_fault_that_axe_can_find(reader: Reader, name: str) -> None:
    reader.alone(name).wake()
    reader.is_faultless(PAIRS[1])


def test_each_fits_a_narrow_frame_as_the_build_made_it(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 320, "height": 740})
    for name in registry.names():
        placed = reader.alone(name)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320, name
        assert placed.headline.inner_text() == view.result(name, {})["headline"]["text"]


@pytest.mark.parametrize("name", ["account_plan", "agency_score", "career_path", "job_brief"])
def test_it_goes_live_in_a_narrow_frame(reader: Reader, name: str) -> None:
    reader.page.set_viewport_size({"width": 320, "height": 740})
    placed = reader.alone(name).wake()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert placed.headline.inner_text() == view.result(name, {})["headline"]["text"]


@pytest.mark.every_browser
def test_it_is_filled_from_the_keyboard_alone(reader: Reader) -> None:
    placed = reader.alone().wake()
    reader.page.locator("body").evaluate("() => document.activeElement.blur()")
    placed.input("clients").focus()
    reader.page.keyboard.press("Control+A")
    reader.page.keyboard.type("2000")
    placed.is_current()
    expect(placed.headline).to_have_text(TWELVE)
    reader.page.get_by_role("link", name="Плейбук").focus()
    reader.page.keyboard.press("Shift+Tab")
    expect(placed.root.locator(".calculator__menu summary")).to_be_focused()


def test_its_source_opens_in_a_tab_of_its_own(around: Around, site_url: str) -> None:
    foreign = around(frame(site_url))
    link = foreign.frame.get_by_role("link")
    expect(link).to_have_text("Плейбук коммерческого директора: глава «Повторные продажи»")
    with foreign.page.context.expect_page() as opened:
        link.click()
    expect(opened.value).to_have_url(f"{site_url}repeat-sales/#lost-revenue-1")
    assert opened.value.evaluate("window.opener") is None
    assert foreign.page.url == foreign.url


def test_on_paper_it_is_the_answer_and_where_it_comes_from(reader: Reader) -> None:
    placed = reader.alone().wake()
    reader.page.emulate_media(media="print")
    expect(placed.headline).to_be_visible()
    expect(reader.page.get_by_role("link", name="Плейбук")).to_be_visible()
    expect(placed.root.locator(".calculator__take")).to_be_hidden()
    expect(placed.root.locator("[data-list=steps]")).to_be_visible()


def test_without_scripts_the_default_result_is_there(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}embed/lost_revenue/")
    placed = Placed(page.locator("[data-calculator]"))
    expect(placed.headline).to_have_text(DEFAULTS["headline"]["text"])
    expect(placed.root.locator("noscript p")).to_be_visible()
    expect(placed.root.locator("svg:visible")).to_have_count(1)
    expect(placed.root.locator(".calculator__take")).to_be_hidden()
    context.close()


SCRIPTS = ["embed/main", "calculators/main", "calculators/mount", "calculators/client",
           "calculators/form", "calculators/paint", "calculators/runtime"]  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_that_does_not_come_is_said_and_a_reload_keeps_what_was_typed(
    reader: Reader, complaints: list[str], script: str
) -> None:
    fault = Fault(reader.page, re.compile(rf"/assets/{script}\.js$"), Route.abort)
    placed = reader.alone()
    # A reader is quicker than any script.
    placed.input("clients").fill("2000")
    expect(placed.stage("missing")).to_be_visible(timeout=LIVE)
    expect(placed.stage("idle")).to_be_hidden()
    expect(placed.headline).to_have_text(DEFAULTS["headline"]["text"])
    placed.is_stale()
    fault.mend()
    placed.root.get_by_role("button", name="Обновить страницу").click()
    expect(placed.headline).to_have_text(TWELVE, timeout=LIVE)
    expect(placed.input("clients")).to_have_value(f"2{NB}000")
    expect(placed.stage("missing")).to_be_hidden()
    assert complaints
    complaints.clear()


def test_nothing_is_asked_for_that_a_calculator_does_without(reader: Reader) -> None:
    asked: list[str] = []
    reader.page.context.on("request", lambda request: asked.append(request.url))
    reader.alone().wake()
    reader.rest()
    others = r"service-worker|/offline/|/reading/|/fonts/|javascripts|site\.css|numbers\.js"
    assert not [url for url in asked if re.search(others, url)]
    assert [url for url in asked if "embed.css" in url]
