"""From navigation to a live answer, ours against the stock package, on the same page."""

import json
import os
import shutil
import statistics
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
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
ROUNDS = 3
PRESSES = 40


@dataclass(frozen=True, slots=True)
class Start:
    """Medians of a start: ms to the first live answer, bytes over the wire."""

    cold: float
    repeat: float
    sent: int


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
    return target


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser of its own, with nothing in its caches."""
    executable = browser.find()
    if executable is None:
        raise FileNotFoundError(browser.ADVICE)
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    quiet = ["--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=[*root, *quiet])
        yield launched
        launched.close()


def opened(context: BrowserContext, url: str, *, slow: bool) -> Page:
    """A tab of `context` that measures, at `url`."""
    page = context.new_page()
    page.add_init_script(SCRIPT)
    if slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_LINE)
    page.goto(url, wait_until="domcontentloaded")
    return page


def start(host: Host, *, slow: bool = False, capped: bool = False) -> Start:
    """Open the page cold, and again in the same browser."""
    colds, repeats, sent = [], [], []
    for _ in range(ROUNDS):
        with chromium() as launched, quarter.quarter() if capped else nullcontext():
            context = launched.new_context()
            before = host.sent
            for times in (colds, repeats):
                page = opened(context, host.url + PAGE, slow=slow)
                times.append(page.evaluate("(name) => first(name)", NAME))
                if times is colds:
                    sent.append(host.sent - before)
                page.wait_for_timeout(1500)  # what the first visit keeps for the next
                page.close()
    return Start(statistics.median(colds), statistics.median(repeats), min(sent))


def runtime_bytes(site: Path) -> int:
    """What our start takes over the wire beside the page itself."""
    names = ["memory.bin.zst", "pyodide.asm.wasm.zst", "pyodide.asm.js.zst"]
    return sum(next(site.glob(f"assets/python-*/{name}")).stat().st_size for name in names)


def keys(host: Host) -> dict[str, tuple[float, float, float]]:
    """For each calculator: ms from key press to answer (median, p95) and to painting (p95)."""
    found: dict[str, tuple[float, float, float]] = {}
    with chromium() as launched:
        context = launched.new_context()
        for name in registry.names():
            chapter = registry.get(name).chapter
            page = opened(context, f"{host.url}{chapter}/", slow=False)
            root = page.locator(f"[data-calculator={name}]").first
            root.locator("input, textarea, select").first.focus()
            root.locator("[data-stage=ready]").wait_for(timeout=120_000)
            field = root.locator("input, textarea, select").first.element_handle()
            values = page.evaluate(
                "(e) => e.matches('[type=radio], select') ? [e.value] : []", field
            )
            texts = values or ["1", "2", "3", "5"]
            pressed = [
                page.evaluate(
                    "([input, text]) => press(input, text)", [field, texts[n % len(texts)]]
                )
                for n in range(PRESSES)
            ]
            shown, painted = (sorted(column) for column in zip(*pressed, strict=True))
            at = int(PRESSES * 0.95)
            found[name] = (statistics.median(shown), shown[at], painted[at])
            page.close()
    return found


def loads(host: Host, path: str) -> dict[str, Any]:
    """Largest paint, blocking, longest task (ms) and shift of a page, its calculator live."""
    with chromium() as launched:
        page = opened(launched.new_context(), host.url + path, slow=False)
        if page.locator("[data-calculator]").count():
            page.locator("[data-calculator]").first.scroll_into_view_if_needed()
            page.locator("[data-stage=ready]").first.wait_for(timeout=120_000)
        page.wait_for_timeout(1000)
        measured: dict[str, Any] = page.evaluate("measured")
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
    starts: dict[str, tuple[Start, Start]] = {}
    for title, way in ways.items():
        given = {key: value for key, value in way.items() if key != "wasm_too"}
        with (
            hosted(site, wasm_too="wasm_too" in way) as ours,
            hosted(stock, wasm_too="wasm_too" in way) as theirs,
        ):
            starts[title] = (start(ours, **given), start(theirs, **given))
            print(title, json.dumps([vars_of(one) for one in starts[title]]), flush=True)
    with hosted(site, wasm_too=False) as ours:
        return {
            "starts": starts,
            "runtime": runtime_bytes(site),
            "keys": keys(ours),
            "loads": {path: loads(ours, path) for path in (PAGE, "glossary/")},
        }


def vars_of(one: Start) -> dict[str, float]:
    """A start as plain data."""
    return {"cold": one.cold, "repeat": one.repeat, "sent": one.sent}
