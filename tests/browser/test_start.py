"""Every way to start gives the same answer, and none costs anything unasked."""

import gzip
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from bundle import RUNTIME as TOLD
from calculators.kit import view
from tests.browser.host import Host
from tests.browser.reader import LIVE, Reader, until

TYPED = {"clients": "2000"}
ANSWER = view.result("lost_revenue", TYPED)["headline"]["text"]
RUNTIME = re.compile(r"/assets/python-|/vendor/(pyodide|zstddec)-")
GLUE = ["pyodide.asm.js", "pyodide.mjs", "zstddec.mjs"]
FROM_MEMORY = ["memory.bin.zst", "pyodide.asm.wasm.zst"]
FROM_LIBRARY = ["pyodide.asm.wasm.zst", "python.zip.zst"]
PLAIN = ["pyodide.asm.wasm", "python.zip"]
# Whatever is wrong with a file, the way on is the same: one of them will do in the other browsers.
HOW = ["missing", "cut short", pytest.param("corrupt", marks=pytest.mark.every_browser)]


@pytest.fixture
def site_url(host: Host) -> str:
    """Each test has a host: a browser tells nobody what the worker of a worker asks for."""
    return host.url


def names(host: Host) -> list[str]:
    """The files of the runtime that the host was asked for."""
    return sorted(path.rpartition("/")[2] for path in host.asked if RUNTIME.search(path))


def answers(reader: Reader, *, alone: bool = True) -> None:
    """A calculator answers what is typed: in a page of its own, which comes soonest, or not."""
    placed = reader.alone() if alone else reader.open().calculator()
    placed.type(TYPED)
    expect(placed.headline).to_have_text(ANSWER, timeout=LIVE)
    placed.is_current()


def spoil(host: Host, name: str, how: str, folder: Path) -> None:
    """Lose a file of the runtime, or publish a broken one in its place."""
    (file,) = host.site.glob(f"assets/**/{name}")
    published = file.relative_to(host.site).as_posix()
    if how == "missing":
        host.lost.add(published)
        return
    body = bytearray(file.read_bytes())
    if how == "cut short":
        del body[len(body) // 2 :]
    else:
        body[len(body) // 2] ^= 0xFF
    host.replaced[published] = folder / name
    host.replaced[published].write_bytes(body)


@pytest.mark.every_browser
def test_the_start_takes_each_packed_file_once_and_nothing_more(reader: Reader, host: Host) -> None:
    answers(reader, alone=False)
    assert names(host) == sorted([*GLUE, *FROM_MEMORY])


def test_a_start_costs_at_most_4_2_megabytes(site: Path) -> None:
    files = [next(site.glob(f"assets/python-*/{name}")) for name in FROM_MEMORY]
    sizes = [file.stat().st_size for file in files]
    # What is not packed is text, which GitHub Pages compresses.
    texts = [next(site.glob(f"assets/vendor/*/{name}")) for name in GLUE]
    sizes += [len(gzip.compress(text.read_bytes(), 6)) for text in texts]
    assert sum(sizes) <= 4_200_000


@pytest.mark.parametrize("how", HOW)
def test_a_memory_that_does_not_serve_is_replaced_by_the_library(
    reader: Reader, host: Host, tmp_path: Path, complaints: list[str], how: str
) -> None:
    spoil(host, "memory.bin.zst", how, tmp_path)
    answers(reader)
    assert {*FROM_LIBRARY} <= {*names(host)}
    assert not {*PLAIN} & {*names(host)}
    assert [text for text in complaints if "started from memory" in text]
    complaints.clear()


@pytest.mark.every_browser
def test_a_memory_with_one_bit_wrong_is_never_restored(
    reader: Reader, complaints: list[str]
) -> None:
    def other(route: Route) -> None:
        response = route.fetch()
        told = re.search(r'"sha256":"([0-9a-f]{64})"', response.text())
        assert told
        body = response.text().replace(told[1], "0" * 64)
        route.fulfill(response=response, body=body)

    reader.page.context.route(re.compile(r"/runtime\.js$"), other)
    answers(reader)
    assert [text for text in complaints if "SHA-256" in text]
    complaints.clear()


def test_a_memory_of_another_pyodide_is_replaced_by_the_library(
    reader: Reader, host: Host, complaints: list[str]
) -> None:
    def other(route: Route) -> None:
        response = route.fetch()
        body = re.sub(r'BUILD_ID:"\w', 'BUILD_ID:"_', response.text())
        assert body != response.text()
        route.fulfill(response=response, body=body)

    reader.page.context.route(re.compile(r"/pyodide\.mjs"), other)
    answers(reader)
    assert {*FROM_LIBRARY} <= {*names(host)}
    assert [text for text in complaints if "build id mismatch" in text]
    complaints.clear()


@pytest.mark.every_browser
def test_a_function_left_out_of_the_memory_is_found_in_the_library(
    reader: Reader, host: Host, complaints: list[str]
) -> None:
    def broken(route: Route) -> None:
        response = route.fetch()
        asking = "const { answer, decide, take } = await view"
        left_out = 'if (way === "memory") throw new Error("left out")'
        assert asking in response.text()
        body = response.text().replace(asking, f"{asking}\n{left_out}")
        body = body.replace("view = boot(", "way = request.way\nview = boot(")
        route.fulfill(response=response, body=f"let way\n{body}")

    reader.page.context.route(re.compile(r"/calculators/worker\.js"), broken)
    answers(reader)
    assert {*FROM_MEMORY, *FROM_LIBRARY} <= {*names(host)}
    assert [text for text in complaints if "left out" in text]
    complaints.clear()


@pytest.mark.parametrize("lost", ["pyodide.asm.wasm.zst", "zstddec.mjs"])
@pytest.mark.parametrize("how", HOW)
def test_a_packed_file_that_does_not_serve_is_replaced_by_the_plain_one(
    reader: Reader, host: Host, tmp_path: Path, complaints: list[str], lost: str, how: str
) -> None:
    spoil(host, lost, how, tmp_path)
    answers(reader)
    assert {*PLAIN} <= {*names(host)}
    assert [text for text in complaints if "started from library" in text]
    complaints.clear()


@pytest.mark.every_browser
def test_a_page_without_tls_does_without_the_memory(
    reader: Reader, host: Host, complaints: list[str]
) -> None:
    def insecure(route: Route) -> None:
        response = route.fetch()
        body = f"Object.defineProperty(crypto, 'subtle', {{ value: undefined }})\n{response.text()}"
        route.fulfill(response=response, body=body)

    reader.page.context.route(re.compile(r"/worker\.js"), insecure)
    answers(reader)
    assert {*FROM_LIBRARY} <= {*names(host)}
    assert complaints
    complaints.clear()


@pytest.mark.watched
def test_what_is_rehearsed_once_live_no_reader_notices(reader: Reader, site: Path) -> None:
    worker = (site / "assets/calculators/worker.js").read_text("utf-8")
    [rehearsals] = re.findall(r"REHEARSALS = (\d+)", worker)

    def telling(route: Route) -> None:
        response = route.fetch()
        body = response.text().replace("++turn <", 'postMessage({ kind: "turn" }), ++turn <')
        route.fulfill(response=response, body=body)

    reader.page.context.route(re.compile(r"/worker\.js"), telling)
    reader.page.add_init_script(
        "heard = []; Worker = class extends Worker { constructor(...it) { super(...it);"
        "this.addEventListener('message', ({ data }) => data.kind && heard.push(data.kind)) } }"
    )
    placed = reader.open().calculator()
    before = placed.result.text_content()
    placed.root.scroll_into_view_if_needed()
    turns = "heard.filter((kind) => kind === 'turn').length"
    until(reader.page, f"{turns} === {rehearsals}")
    assert set(reader.page.evaluate("heard")) == {"stage", "turn"}
    assert placed.result.text_content() == before
    expect(placed.stage("ready")).to_be_visible()


# Each in the browsers that came before it: what the README's floor is made of.
MISSING = {
    "WebAssembly": "delete window.WebAssembly",
    # Forbidden by the policy, too: a browser may know no 'wasm-unsafe-eval'.
    "exceptions in WebAssembly": """WebAssembly.Module = class {
      constructor() { throw new WebAssembly.CompileError("unknown section") }
    }""",
    "modules in workers": """Worker = class extends Worker {
      constructor(url) { super(url) }
    }""",
}


@pytest.mark.every_browser
@pytest.mark.parametrize("missing", MISSING)
def test_a_browser_that_cannot_compute_says_so_and_the_page_stands_as_it_was(
    reader: Reader, host: Host, missing: str
) -> None:
    reader.page.add_init_script(MISSING[missing])
    placed = reader.open().calculator()
    before = placed.result.inner_html()
    placed.type(TYPED)
    expect(placed.stage("unable")).to_be_visible()
    expect(placed.stage("load")).to_be_hidden()
    placed.is_stale()
    assert placed.result.inner_html() == before
    assert names(host) == []


def test_a_browser_below_the_floor_has_the_page_without_scripts_and_one_sentence(
    reader: Reader, host: Host
) -> None:
    reader.page.add_init_script("delete window.CompressionStream")
    placed = reader.open(rest=False).calculator()
    before = placed.result.inner_html()
    placed.input("clients").fill("2000")
    # The page asks for itself, a style sheet, pictures and fonts.
    reader.page.wait_for_load_state("networkidle")
    assert not [path for path in host.asked if path.endswith(".js")]
    expect(placed.root.locator("[data-stage]:visible")).to_have_count(1)
    expect(placed.stage("unable")).to_be_visible()
    assert placed.result.inner_html() == before
    for path in ["plan/", "report/", "my-numbers/"]:
        reader.open(path, rest=False)
        expect(reader.page.get_by_text("нужен браузер поновее")).to_be_visible()
    reader.alone()
    expect(placed.stage("unable")).to_be_visible()


@pytest.mark.every_browser
def test_nothing_of_the_runtime_is_asked_for_until_a_field_is_touched_when_data_is_dear(
    reader: Reader,
    host: Host,
) -> None:
    reader.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    placed = reader.open().calculator()
    placed.root.scroll_into_view_if_needed()
    reader.rest()
    assert names(host) == []
    placed.wake()
    assert names(host) != []


@pytest.mark.parametrize("path", ["", "glossary/", "sources/"])
def test_a_page_without_a_calculator_asks_for_nothing_of_the_runtime(
    reader: Reader, host: Host, path: str
) -> None:
    reader.open(path)
    reader.rest()
    assert names(host) == []


def test_the_scripts_are_told_of_files_that_are_there(site: Path) -> None:
    text = (site / TOLD).read_text("utf-8")
    runtime = json.loads(text.removeprefix("export const runtime = "))
    for file in [*runtime["plain"].values(), *runtime["packed"].values()]:
        assert (site / file["path"]).stat().st_size == file["bytes"]
