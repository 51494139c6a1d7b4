"""What was measured, as Markdown: ratios first."""

import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from benchmarks import quarter
from benchmarks.start import Start

# The goals of a start, as ratios to the stock package; of a repeat visit, everywhere the same.
GOALS = {
    "unthrottled": 0.20,
    "9 Mbit/s, 170 ms": 0.55,
    "a quarter of the processor": 0.25,
}
REPEAT_GOAL = 0.12
BYTES_GOAL = 4.2e6
KEY_GOAL = 16

type Pairs = dict[str, tuple[Start, Start]]


def report(started: dict[str, Any], built: dict[str, Any]) -> str:
    """The results of one run."""
    parts = [
        "# What was measured",
        f"By `make bench` on {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} processors, "
        f"{platform.system()}, one run; compare within it only. «Ours» and «stock» are the "
        "same page, in the second its worker loads the `pyodide` package in the ordinary way. "
        "Times are medians.",
        *_starts(started["starts"]),
        f"Our start alone takes {started['runtime'] / 1e6:.2f} MB over the wire, whatever the "
        f"host does with `.wasm` (goal: {BYTES_GOAL / 1e6} MB).",
        _memory(started["memory"]),
        *_keys(started["keys"]),
        *_pages(started["loads"]),
        *_builds(built),
        *_goals(started),
    ]
    return "\n\n".join(parts) + "\n"


def _starts(pairs: Pairs) -> list[str]:
    ways = ("cold", "goal", "repeat", "goal", "ours, ms", "stock, ms", "ours again", "stock again")
    whole = [(title, ours.cold, stock.cold, ours.repeat, stock.repeat)
             for title, (ours, stock) in pairs.items()]  # fmt: skip
    asked = [(title, ours.asked_cold, stock.asked_cold, ours.asked_repeat, stock.asked_repeat)
             for title, (ours, stock) in pairs.items()]  # fmt: skip
    sent = [(title, f"{ours.sent / stock.sent:.2f}", f"{ours.sent / 1e6:.2f}",
             f"{stock.sent / 1e6:.2f}") for title, (ours, stock) in pairs.items()]  # fmt: skip
    capped = [] if quarter.possible() else [
        "A slower processor was not measured: Chromium slows the page's own thread but no "
        "worker, and this machine lets no process be capped."]  # fmt: skip
    return [
        "## A start, against the stock package",
        "From navigation to the first live answer. The page itself, the same in both, is a part "
        "of each time.",
        _table(ways, map(_ratios, whole)),
        "From the moment the page asks for the calculator, which is all that a start can help:",
        _table(ways, map(_ratios, asked)),
        *capped,
        "Over the wire until the first answer, cold, everything that the page asks for:",
        _table(("ratio", "ours, MB", "stock, MB"), sent),
    ]


def _ratios(row: tuple[str, float, float, float, float]) -> list[str]:
    title, ours, stock, again, stock_again = row
    goal = f"{GOALS[title]:.2f}" if title in GOALS else ""
    times = [f"{time:.0f}" for time in (ours, stock, again, stock_again)]
    return [title, f"{ours / stock:.2f}", goal, f"{again / stock_again:.2f}",
            f"{REPEAT_GOAL}", *times]  # fmt: skip


def _memory(memory: tuple[float, ...]) -> str:
    if not memory:
        return "Memory was not measured: this system does not tell it."
    ours, stock = (held / 1e6 for held in memory)
    return (
        f"A live calculator takes {ours:.0f} MB of memory, with the stock package {stock:.0f} MB "
        f"({ours / stock:.2f}): what the page's process has grown by, five seconds later."
    )


def _keys(keys: dict[str, tuple[float, float, float]]) -> list[str]:
    rows = ([name, *(f"{time:.0f}" for time in times)] for name, times in keys.items())
    return [
        "## From a key press",
        f"Goal: {KEY_GOAL} ms to the painted result, p95. Painting waits for the next frame, at "
        "most 16.7 ms after the answer.",
        _table(("answer, median, ms", "answer, p95, ms", "painted, p95, ms"), rows),
    ]


def _pages(loads: dict[str, dict[str, float]]) -> list[str]:
    rows = ([path, *(f"{m[key]:.0f}" for key in ("paint", "blocked", "longest", "ours")),
             f"{m['shift']:.3f}"] for path, m in loads.items())  # fmt: skip
    heads = ("largest paint, ms", "blocking, ms", "longest task, ms", "longest of ours, ms",
             "layout shift")  # fmt: skip
    return [
        "## A page",
        "The first with calculators, one of them live, the second without. Tasks are those of the "
        "page's own thread, Material's among them; ours, as long animation frames name them, are "
        "of the scripts in `calculators/`, `reading/` and `offline/`.",
        _table(heads, rows),
    ]


def _builds(built: dict[str, Any]) -> list[str]:
    rows = ([str(count), title, f"{whole:.1f}", f"{whole / count * 1000:.0f}",
             f"{ours / count * 1000:.1f}", f"{size / count / 1e6:.2f}"]
            for count, pair in built["sites"].items()
            for title, (whole, ours, size) in zip(("first", "again"), pair, strict=True)
            )  # fmt: skip
    heads = ("", "seconds", "ms a chapter", "our macros, ms a chapter", "MB a chapter")
    return [
        "## A build",
        "Synthetic chapters, each with two calculators of its own numbers: with no chart drawn "
        "yet, and again.",
        _table(heads, rows),
        "Of our macros' first time nearly all is the drawing of four charts a chapter, kept for "
        "the next time; their modules are imported once a build, which ten chapters still feel. "
        "The rest of a build is MkDocs', Material's and the search index's; each page names all "
        "others in its navigation, so that both grow with their number.",
        f"Under `make serve` an edit of a chapter was in the page {built['edit']:.1f} s after it "
        "was saved (goal: 2 s).",
    ]


def _goals(started: dict[str, Any]) -> list[str]:
    pairs: Pairs = started["starts"]
    rows = [
        [f"cold, {title}", f"≤ {GOALS[title]:.2f}", f"{ours.cold / stock.cold:.2f}",
         f"{ours.asked_cold / stock.asked_cold:.2f}"]
        for title, (ours, stock) in pairs.items() if title in GOALS
    ]  # fmt: skip
    ours, stock = pairs["unthrottled"]
    rows.append(
        ["repeat visit", f"≤ {REPEAT_GOAL:.2f}", f"{ours.repeat / stock.repeat:.2f}",
         f"{ours.asked_repeat / stock.asked_repeat:.2f}"]
    )  # fmt: skip
    packed, packed_stock = pairs["9 Mbit/s, 170 ms, .wasm compressed"]
    page = ours.repeat - ours.asked_repeat
    last = max(painted for _, _, painted in started["keys"].values())
    line = started["runtime"] * 8 / 9e6
    return [
        "## The goals",
        _table(("goal", "from navigation", "from the asking"), rows),
        f"The goals were set on a bare page. Here the chapter and Material's script come first: "
        f"{page:.0f} ms of a repeat visit are over before any calculator can ask, "
        f"{page / stock.repeat:.2f} of the stock's whole time against a goal of {REPEAT_GOAL}. "
        "They are the same in both, so from navigation they raise every ratio.",
        "What a start itself still takes, in about equal parts: a worker and its scripts; four "
        "megabytes to read and fifteen to unpack; nine megabytes of WebAssembly to compile, which "
        "Chromium keeps compiled only for a module that the host sends as it is; thirty "
        "megabytes of memory to fill; the first answer, whose functions are compiled as they are "
        "first called. On two processors all of it competes with the page that is still being "
        "drawn.",
        f"On the slow line the bytes alone take {line:.1f} s. Against a host that compresses "
        f"`.wasm` that is {packed.cold / packed_stock.cold:.2f} from navigation and "
        f"{packed.asked_cold / packed_stock.asked_cold:.2f} from the asking.",
        f"A key press is painted within {last:.0f} ms at the latest p95, not {KEY_GOAL}: the "
        "question goes to a worker and the answer comes back behind the frame that shows the "
        "key itself, and then waits for the next one. Twice in forty presses, which is what a "
        "p95 sees, a function is still being compiled.",
    ]


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = ["", *columns]
    lines = [heads, ["---", *("--:" for _ in heads[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
