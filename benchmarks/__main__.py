"""Measure everything in one run, print it and write results.md: `make bench`."""

import os
import platform
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import build, quarter, start
from bundle import ROOT

TARGET = Path(__file__).parent / "results.md"
# The goals of a start, as ratios to the stock package; of a repeat visit, everywhere the same.
GOALS = {
    "unthrottled": 0.20,
    "9 Mbit/s, 170 ms": 0.55,
    "a quarter of the processor": 0.25,
}
REPEAT_GOAL = 0.12
BYTES_GOAL = 4.2e6
KEY_GOAL = 16


def report(started: dict[str, Any], built: dict[str, Any]) -> str:
    """The results as Markdown, ratios first."""
    lines = [
        "# What was measured",
        "",
        f"By `make bench` on {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} processors, "
        f"{platform.system()}, one run; compare within it only. «Ours» and «stock» are the "
        "same page, in the second its worker loads the `pyodide` package in the ordinary way. "
        "Times are medians from navigation to the first live answer, the page's own loading "
        "and Chromium's start of a tab included.",
        "",
        "## A start, against the stock package",
        "",
        "| | cold, ratio | goal | repeat, ratio | goal | ours, ms | stock, ms | "
        "ours again, ms | stock again, ms | ours, MB | stock, MB |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for title, (ours, stock) in started["starts"].items():
        goal = f"{GOALS[title]:.2f}" if title in GOALS else ""
        lines.append(
            f"| {title} | {ours.cold / stock.cold:.2f} | {goal} "
            f"| {ours.repeat / stock.repeat:.2f} | {REPEAT_GOAL} "
            f"| {ours.cold:.0f} | {stock.cold:.0f} | {ours.repeat:.0f} | {stock.repeat:.0f} "
            f"| {ours.sent / 1e6:.2f} | {stock.sent / 1e6:.2f} |"
        )
    if not quarter.possible():
        lines += ["", "A slower processor was not measured: Chromium slows the page's own "
                  "thread but no worker, and this machine lets no process be capped."]  # fmt: skip
    lines += [
        "",
        f"Our start alone takes {started['runtime'] / 1e6:.2f} MB over the wire, whatever the "
        f"host compresses (goal: {BYTES_GOAL / 1e6} MB); MB above are of everything the page "
        "asks for.",
        "",
        "## From a key press",
        "",
        f"Goal: {KEY_GOAL} ms to the painted result, p95. Painting waits for the next frame, "
        "at most 16.7 ms after the answer.",
        "",
        "| calculator | answer, median, ms | answer, p95, ms | painted, p95, ms |",
        "|---|--:|--:|--:|",
        *(
            f"| {name} | {median:.0f} | {late:.0f} | {painted:.0f} |"
            for name, (median, late, painted) in started["keys"].items()
        ),
        "",
        "## A page",
        "",
        "| page | largest paint, ms | blocking, ms | longest task, ms | layout shift |",
        "|---|--:|--:|--:|--:|",
        *(
            f"| {path} | {m['paint']:.0f} | {m['blocked']:.0f} | {m['longest']:.0f} "
            f"| {m['shift']:.3f} |"
            for path, m in started["loads"].items()
        ),
        "",
        "## A build",
        "",
        "Synthetic chapters, each with two calculators of its own numbers: with no chart drawn "
        "yet, and again.",
        "",
        "| chapters | | seconds | ms a chapter | our macros, ms a chapter | MB a chapter |",
        "|--:|---|--:|--:|--:|--:|",
        *(
            f"| {count} | {title} | {whole:.1f} | {whole / count * 1000:.0f} "
            f"| {ours / count * 1000:.1f} | {size / count / 1e6:.2f} |"
            for count, pair in built["sites"].items()
            for title, (whole, ours, size) in zip(("first", "again"), pair, strict=True)
        ),
        "",
        f"Under `make serve` an edit of a chapter was in the page {built['edit']:.1f} s after "
        "it was saved (goal: 2 s).",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure the built site and synthetic ones."""
    with tempfile.TemporaryDirectory() as work:
        started = start.measure(ROOT / "site", Path(work))
    text = report(started, build.measure())
    TARGET.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
