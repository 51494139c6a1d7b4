"""Every way to start gives the same answer, and none costs anything unasked."""

import gzip
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from calculators.kit import view
from tests.browser.reader import LIVE, Reader

TYPED = {"clients": "2000"}
ANSWER = view.result("lost_revenue", TYPED)["headline"]["text"]
RUNTIME = re.compile(r"/assets/python-|/vendor/(pyodide|zstddec)-")
GLUE = ["pyodide.asm.js", "pyodide.mjs", "zstddec.mjs"]
FROM_MEMORY = ["memory.bin.zst", "pyodide.asm.wasm.zst"]
FROM_LIBRARY = ["pyodide.asm.wasm.zst", "python.zip.zst"]
PLAIN = ["pyodide.asm.wasm", "python.zip"]


def requests(page: Page) -> list[str]:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def names(asked: list[str]) -> list[str]:
    return sorted(url.rpartition("/")[2] for url in asked if RUNTIME.search(url))


def answers(reader: Reader) -> None:
    placed = reader.open().calculator()
    placed.type(TYPED)
    expect(placed.headline).to_have_text(ANSWER, timeout=LIVE)
    placed.is_current()


def spoiled(route: Route, how: str) -> None:
    if how == "missing":
        route.fulfill(status=404)
        return
    body = bytearray(route.fetch().body())
    if how == "cut short":
        del body[len(body) // 2 :]
    else:
        body[len(body) // 2] ^= 0xFF
    route.fulfill(status=200, body=bytes(body))


def test_the_start_takes_each_packed_file_once_and_nothing_more(reader: Reader) -> None:
    asked = requests(reader.page)
    answers(reader)
    assert names(asked) == sorted([*GLUE, *FROM_MEMORY])


def test_a_start_costs_at_most_4_2_megabytes(site: Path) -> None:
    files = [next(site.glob(f"assets/python-*/{name}")) for name in FROM_MEMORY]
    sizes = [file.stat().st_size for file in files]
    # What is not packed is text, which GitHub Pages compresses.
    texts = [next(site.glob(f"assets/vendor/*/{name}")) for name in GLUE]
    sizes += [len(gzip.compress(text.read_bytes(), 6)) for text in texts]
    assert sum(sizes) <= 4_200_000


@pytest.mark.parametrize("how", ["missing", "corrupt", "cut short"])
def test_a_memory_that_does_not_serve_is_replaced_by_the_library(
    reader: Reader, complaints: list[str], how: str
) -> None:
    reader.page.context.route(re.compile(r"memory\.bin"), lambda route: spoiled(route, how))
    asked = requests(reader.page)
    answers(reader)
    assert {*FROM_LIBRARY} <= {*names(asked)}
    assert not {*PLAIN} & {*names(asked)}
    assert [text for text in complaints if "started from memory" in text]
    complaints.clear()


def test_a_memory_with_one_bit_wrong_is_never_restored(
    reader: Reader, complaints: list[str]
) -> None:
    def other(route: Route) -> None:
        response = route.fetch()
        told = re.search(r"&#34;sha256&#34;: &#34;([0-9a-f]{64})&#34;", response.text())
        assert told
        body = response.text().replace(told[1], "0" * 64)
        route.fulfill(response=response, body=body)

    reader.page.context.route(re.compile(r"/repeat-sales/$"), other)
    answers(reader)
    assert [text for text in complaints if "SHA-256" in text]
    complaints.clear()


def test_a_memory_of_another_pyodide_is_replaced_by_the_library(
    reader: Reader, complaints: list[str]
) -> None:
    def other(route: Route) -> None:
        response = route.fetch()
        body = re.sub(r'BUILD_ID:"\w', 'BUILD_ID:"_', response.text())
        assert body != response.text()
        route.fulfill(response=response, body=body)

    reader.page.context.route(re.compile(r"/pyodide\.mjs"), other)
    asked = requests(reader.page)
    answers(reader)
    assert {*FROM_LIBRARY} <= {*names(asked)}
    assert [text for text in complaints if "build id mismatch" in text]
    complaints.clear()


def test_a_function_left_out_of_the_memory_is_found_in_the_library(
    reader: Reader, complaints: list[str]
) -> None:
    def broken(route: Route) -> None:
        response = route.fetch()
        asking = "const answer = (await view)(request.question)"
        left_out = 'if (way === "memory") throw new Error("left out")'
        body = response.text().replace(asking, f"{asking}\n{left_out}")
        body = body.replace("view = boot(", "way = request.way\nview = boot(")
        route.fulfill(response=response, body=f"let way\n{body}")

    reader.page.context.route(re.compile(r"/worker\.js"), broken)
    asked = requests(reader.page)
    answers(reader)
    assert {*FROM_MEMORY, *FROM_LIBRARY} <= {*names(asked)}
    assert [text for text in complaints if "left out" in text]
    complaints.clear()


@pytest.mark.parametrize("lost", [r"wasm\.zst", "zstddec"])
@pytest.mark.parametrize("how", ["missing", "corrupt", "cut short"])
def test_a_packed_file_that_does_not_serve_is_replaced_by_the_plain_one(
    reader: Reader, complaints: list[str], lost: str, how: str
) -> None:
    reader.page.context.route(re.compile(lost), lambda route: spoiled(route, how))
    asked = requests(reader.page)
    answers(reader)
    assert {*PLAIN} <= {*names(asked)}
    assert [text for text in complaints if "started from library" in text]
    complaints.clear()


def test_a_page_without_tls_does_without_the_memory(reader: Reader, complaints: list[str]) -> None:
    def insecure(route: Route) -> None:
        response = route.fetch()
        body = f"Object.defineProperty(crypto, 'subtle', {{ value: undefined }})\n{response.text()}"
        route.fulfill(response=response, body=body)

    reader.page.context.route(re.compile(r"/worker\.js"), insecure)
    asked = requests(reader.page)
    answers(reader)
    assert {*FROM_LIBRARY} <= {*names(asked)}
    assert complaints
    complaints.clear()


def test_what_is_rehearsed_once_live_no_reader_notices(reader: Reader) -> None:
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
    before = placed.result.inner_text()
    placed.root.scroll_into_view_if_needed()
    turns = "heard.filter((kind) => kind === 'turn').length"
    reader.page.wait_for_function(f"{turns} === 45", timeout=LIVE)
    assert set(reader.page.evaluate("heard")) == {"stage", "turn"}
    assert placed.result.inner_text() == before
    expect(placed.stage("ready")).to_be_visible()


def test_without_webassembly_the_page_says_so_and_stands_as_it_was(reader: Reader) -> None:
    reader.page.add_init_script("delete window.WebAssembly")
    asked = requests(reader.page)
    placed = reader.open().calculator()
    before = placed.result.inner_html()
    placed.type(TYPED)
    expect(placed.stage("unable")).to_be_visible()
    expect(placed.stage("load")).to_be_hidden()
    placed.is_stale()
    assert placed.result.inner_html() == before
    assert names(asked) == []


def test_nothing_of_the_runtime_is_asked_for_until_a_field_is_touched_when_data_is_dear(
    reader: Reader,
) -> None:
    reader.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    asked = requests(reader.page)
    placed = reader.open().calculator()
    placed.root.scroll_into_view_if_needed()
    reader.page.wait_for_load_state("networkidle")
    assert names(asked) == []
    placed.wake()
    assert names(asked) != []


@pytest.mark.parametrize("path", ["", "glossary/", "sources/"])
def test_a_page_without_a_calculator_asks_for_nothing_of_the_runtime(
    reader: Reader, path: str
) -> None:
    asked = requests(reader.page)
    reader.open(path)
    reader.page.wait_for_load_state("networkidle")
    assert names(asked) == []


def test_the_page_tells_its_scripts_of_files_that_are_there(reader: Reader, site: Path) -> None:
    told = reader.open().calculator().root.get_attribute("data-runtime")
    runtime = json.loads(told or "")
    for file in [*runtime["plain"].values(), *runtime["packed"].values()]:
        assert (site / file["path"]).stat().st_size == file["bytes"]
