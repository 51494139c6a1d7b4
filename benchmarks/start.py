"""From navigation to a live answer, ours against the stock package, on the same page."""

import gzip
import json
import os
import re
import shutil
import statistics
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks import quarter
from benchmarks.host import Host, hosted
from bundle import MODULES, ROOT
from calculators.kit import registry
from tools import browser

HERE = Path(__file__).parent
SCRIPT = (HERE / "page.js").read_text("utf-8")
PAGE, NAME = "repeat-sales/", "lost_revenue"
STOCK = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip",
         "pyodide-lock.json")  # fmt: skip
SLOW_LINE = {"offline": False, "latency": 170, "downloadThroughput": 9e6 / 8,
             "uploadThroughput": 9e6 / 8}  # fmt: skip
ROUNDS = 5
PRESSES = 40
REST = 5000  # ms, after which a page does no more by itself


@dataclass(frozen=True, slots=True)
class Start:
    """Medians of a start: ms to the first live answer, bytes over the wire.

    From navigation, and, `asked`, from when the page asks: all that the runtime can help.
    """

    cold: float
    repeat: float
    asked_cold: float
    asked_repeat: float
    sent: int


@dataclass(frozen=True, slots=True)
class Keys:
    """Ms from key presses to their answers (median, p95) and to painting (p95).

    `next_frame` is the share (0–1) painted in the frame after the answer, `ranged_late` the p95
    of answers where the press makes a range, None where the first field is no number.
    """

    answer: float
    answer_late: float
    painted_late: float
    next_frame: float
    ranged_late: float | None


def stock_site(site: Path, target: Path) -> Path:
    """The site in `site` with its worker replaced by one that loads the stock package."""
    shutil.copytree(site, target)
    folder = target / "assets" / "stock"
    folder.mkdir()
    for name in STOCK:
        shutil.copyfile(MODULES / "pyodide" / name, folder / name)
    with zipfile.ZipFile(folder / "calculators.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted((ROOT / "calculators").rglob("*")):
            if file.suffix in {".py", ".toml"}:
                archive.write(file, file.relative_to(ROOT))
    shutil.copyfile(HERE / "stock.js", target / "assets" / "calculators" / "worker.js")
    # Nothing ordinary keeps the package for the next visit but the browser's own cache.
    (target / "service-worker.js").unlink()
    return target


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser of its own, with nothing in its caches."""
    executable = browser.find("chromium")
    if executable is None:
        raise FileNotFoundError(browser.advice("chromium"))
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    quiet = ["--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=[*root, *quiet])
        yield launched
        launched.close()


def opened(context: BrowserContext, url: str, *, slow: bool, ask: bool = True) -> Page:
    """A tab of `context` that measures, at `url`; it asks `NAME` as soon as it can."""
    page = context.new_page()
    page.add_init_script(SCRIPT.replace("NAME", json.dumps(NAME if ask else "")))
    if slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_LINE)
    page.goto(url, wait_until="domcontentloaded")
    return page


def starts(hosts: Sequence[Host], *, slow: bool = False, capped: bool = False) -> list[Start]:
    """For each of `hosts`, the page opened cold, and again in the same browser.

    They take turns, so that what the machine does meanwhile falls on all of them alike.
    """
    found: list[list[tuple[float, float, float, float, int]]] = [[] for _ in hosts]
    for _ in range(ROUNDS):
        for host, rounds in zip(hosts, found, strict=True):
            with chromium() as launched, quarter.quarter() if capped else nullcontext():
                context = launched.new_context()
                before = host.sent
                page = opened(context, host.url + PAGE, slow=slow)
                asked, cold = page.evaluate("first")
                sent = host.sent - before
                kept(page)
                page.close()
                page = opened(context, host.url + PAGE, slow=slow)
                asked_again, repeat = page.evaluate("first")
                rounds.append((cold, repeat, cold - asked, repeat - asked_again, sent))
    medians = [[statistics.median(column) for column in zip(*rounds, strict=True)]
               for rounds in found]  # fmt: skip
    return [Start(cold, repeat, asked_cold, asked_repeat, round(sent))
            for cold, repeat, asked_cold, asked_repeat, sent in medians]  # fmt: skip


def kept(page: Page) -> None:
    """Wait until the first visit has kept what it keeps for the next: the caches are at rest."""
    last = -1
    while (now := page.evaluate("entries()")) != last:
        last = now
        page.wait_for_timeout(REST)


def runtime_bytes(site: Path) -> int:
    """What our start takes over the wire beside the page itself."""
    packed = ["memory.bin.zst", "pyodide.asm.wasm.zst"]
    texts = ["pyodide-*/pyodide.asm.js", "pyodide-*/pyodide.mjs", "zstddec-*/zstddec.mjs"]
    return sum(
        [next(site.glob(f"assets/python-*/{name}")).stat().st_size for name in packed]
        + [len(gzip.compress(next(site.glob(f"assets/vendor/{name}")).read_bytes(), 6))
           for name in texts]
    )  # fmt: skip


def memory(host: Host) -> float:
    """Bytes that a page's process grows by when a calculator on it goes live; the median."""
    return statistics.median(_memory(host) for _ in range(ROUNDS))


def _memory(host: Host) -> float:
    with chromium() as launched:
        page = opened(launched.new_context(), host.url + PAGE, slow=False, ask=False)
        page.wait_for_timeout(REST)
        before = held(launched)
        page.evaluate("(name) => ask(name)", NAME)
        page.wait_for_timeout(REST)
        return held(launched) - before


def held(launched: Browser) -> float:
    """Bytes of all pages' processes, shared ones by their share."""
    told = launched.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    pages = [one["id"] for one in told["processInfo"] if one["type"] == "renderer"]
    rolled = [Path(f"/proc/{process}/smaps_rollup").read_text() for process in pages]
    return sum(int(re.findall(r"Pss:\s+(\d+) kB", text)[0]) * 1024 for text in rolled)


def keys(site: Path) -> dict[str, Keys]:
    """How soon each calculator answers the key presses of a reader."""
    found: dict[str, Keys] = {}
    with hosted(site, wasm_too=False) as host, chromium() as launched:
        context = launched.new_context()
        for name in registry.names():
            chapter = registry.get(name).chapter
            page = opened(context, f"{host.url}{chapter}/", slow=False, ask=False)
            root = page.locator(f"[data-calculator={name}]").first
            root.locator("input, textarea, select").first.focus()
            root.locator("[data-stage=ready]").wait_for(timeout=120_000)
            page.wait_for_timeout(REST)
            field = root.locator("input, textarea, select").first.element_handle()
            stands: str = field.evaluate("(e) => e.value")
            number: bool = field.evaluate("(e) => e.matches('[data-number]')")
            chosen: bool = field.evaluate("(e) => e.matches('[type=radio], select')")
            # More than stands there: less may be refused beside what stands in other fields.
            least = int(re.sub(r"\s", "", stands)) if number else 0
            texts = [stands] if chosen else [str(least + more) for more in (1, 2, 3, 5)]
            ranges = [f"{text}–{least + 8}" for text in texts]
            shown, painted, followed = _pressed(page, field, texts)
            at = int(PRESSES * 0.95)
            ranged = _pressed(page, field, ranges)[0] if number else None
            found[name] = Keys(
                statistics.median(shown),
                shown[at],
                painted[at],
                sum(followed) / PRESSES,
                ranged[at] if ranged else None,
            )
            page.close()
    return found


def _pressed(page: Page, field: Any, texts: Sequence[str]) -> list[list[float]]:
    # Of all presses, sorted: to the answer, to its painting, and whether in the next frame.
    asked = ([field, texts[n % len(texts)]] for n in range(PRESSES))
    pressed = [page.evaluate("([input, text]) => press(input, text)", one) for one in asked]
    return [sorted(column) for column in zip(*pressed, strict=True)]


def loads(site: Path) -> dict[str, dict[str, float]]:
    """Of a page with calculators and of one without, what `load` tells."""
    with hosted(site, wasm_too=False) as host:
        return {path: load(host, path) for path in (PAGE, "glossary/")}


def load(host: Host, path: str) -> dict[str, float]:
    """Largest paint, blocking, longest task (ms) and shift of a page, its calculator live."""
    with chromium() as launched:
        page = opened(launched.new_context(), host.url + path, slow=False, ask=False)
        if page.locator("[data-calculator]").count():
            page.locator("[data-calculator]").first.scroll_into_view_if_needed()
            page.locator("[data-stage=ready]").first.wait_for(timeout=120_000)
        page.wait_for_timeout(1000)
        measured: dict[str, float] = page.evaluate("measured")
        return measured


def measure(site: Path, work: Path) -> dict[str, Any]:
    """All that this module measures, as plain data."""
    stock = stock_site(site, work / "stock")
    ways: dict[str, dict[str, Any]] = {
        "unthrottled": {}, "unthrottled, .wasm compressed": {"wasm_too": True},
        "9 Mbit/s, 170 ms": {"slow": True},
        "9 Mbit/s, 170 ms, .wasm compressed": {"slow": True, "wasm_too": True},
    }  # fmt: skip
    if quarter.possible():
        ways["a quarter of the processor"] = {"capped": True}
    found: dict[str, list[Start]] = {}
    for title, way in ways.items():
        given = {key: value for key, value in way.items() if key != "wasm_too"}
        with (
            hosted(site, wasm_too="wasm_too" in way) as ours,
            hosted(stock, wasm_too="wasm_too" in way) as theirs,
        ):
            found[title] = starts([ours, theirs], **given)
            print(title, json.dumps([asdict(one) for one in found[title]]), flush=True)
    return {"starts": found, "runtime": runtime_bytes(site)}


def memories(site: Path, work: Path) -> tuple[float, ...]:
    """Bytes that a live calculator holds, ours and with the stock package; none where unknown."""
    if not Path("/proc/self/smaps_rollup").exists():
        return ()
    with (
        hosted(site, wasm_too=False) as ours,
        hosted(stock_site(site, work / "stock"), wasm_too=False) as theirs,
    ):
        return memory(ours), memory(theirs)
