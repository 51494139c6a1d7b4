"""What was measured, as Markdown: ratios first."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from benchmarks import quarter
from benchmarks.build import Built
from benchmarks.pages import AUDITS, CATEGORIES, LONG, Visit
from benchmarks.start import Keys, Start

# The goals of a start from when the page asks, as ratios to the stock package.
COLD_GOAL = 0.20
REPEAT_GOAL = 0.15
BYTES_GOAL = 4.2e6
KEY_GOAL = 8

PAINTS = ("first paint, ms", "largest paint, ms")

type Pairs = dict[str, tuple[Start, Start]]


def section(title: str, parts: Iterable[str]) -> str:
    """A section of the results, with the day."""
    return "\n\n".join([f"## {title}", f"On {datetime.now(UTC):%Y-%m-%d}.", *parts])


def starts(started: dict[str, Any]) -> list[str]:
    """What a start takes, and whether that is the goal."""
    return [
        *_starts(started["starts"]),
        f"Our start alone takes {started['runtime'] / 1e6:.2f} MB over the wire, whatever the "
        f"host does with `.wasm` (goal: {BYTES_GOAL / 1e6} MB).",
        *_goals(started),
    ]


def _starts(pairs: Pairs) -> list[str]:
    ways = ("cold", "repeat", "ours, ms", "stock, ms", "ours again", "stock again")
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
        "From navigation to the first live answer. The page itself, the same in both, is a part "
        "of each time, so that there is no goal.",
        _table(ways, map(_ratios, whole)),
        "From the moment the page asks for the calculator, which is all that a start can help. "
        f"Goals: {COLD_GOAL:.2f} cold, {REPEAT_GOAL:.2f} repeated, unthrottled.",
        _table(ways, map(_ratios, asked)),
        *capped,
        "Over the wire until the first answer, cold, everything that the page asks for:",
        _table(("ratio", "ours, MB", "stock, MB"), sent),
    ]


def _ratios(row: tuple[str, float, float, float, float]) -> list[str]:
    title, ours, stock, again, stock_again = row
    times = [f"{time:.0f}" for time in (ours, stock, again, stock_again)]
    return [title, f"{ours / stock:.2f}", f"{again / stock_again:.2f}", *times]


def memory(memory: tuple[float, ...]) -> list[str]:
    """What a live calculator holds."""
    if not memory:
        return ["It was not measured: this system does not tell it."]
    ours, stock = (held / 1e6 for held in memory)
    return [
        f"A live calculator takes {ours:.0f} MB, with the stock package {stock:.0f} MB "
        f"({ours / stock:.2f}): what the page's process has grown by, five seconds later."
    ]


def keys(keys: dict[str, Keys]) -> list[str]:
    """How soon answers come."""
    late = {name: it.answer_late for name, it in keys.items() if it.answer_late > KEY_GOAL}
    followed = sum(it.next_frame for it in keys.values()) / len(keys)
    rows = ([name, f"{it.answer:.0f}", f"{it.answer_late:.0f}", f"{it.painted_late:.0f}",
             f"{it.next_frame:.0%}", "—" if it.ranged_late is None else f"{it.ranged_late:.0f}"]
            for name, it in keys.items())  # fmt: skip
    heads = ("answer, median, ms", "answer, p95, ms", "painted, p95, ms", "in the next frame",
             "answer with a range, p95, ms")  # fmt: skip
    return [
        f"Goals: {KEY_GOAL} ms to the answer, p95, and every answer painted in the frame after "
        "it, which begins at most 16.7 ms later and is over before another could begin.",
        _table(heads, rows),
        f"Of the calculators {len(keys) - len(late)} answer a key press within {KEY_GOAL} ms, p95"
        f"{_later(late)}. Painted in the frame after the answer: {followed:.0%} of all presses. "
        "The question goes to a worker and the answer comes back behind the frame that shows the "
        "key itself. Slow ones are the first after a start: what they run is being compiled. "
        "Where a range is typed its spread is worked out after the answer, between presses.",
    ]


def pages(seen: dict[str, dict[str, Visit]]) -> list[str]:
    """What Lighthouse saw."""
    columns = (*AUDITS, "requests", *CATEGORIES)
    rows = (
        [f"{path or 'home'}, {whose}", *(_figure(name, visit.figures[name]) for name in columns)]
        for path, both in seen.items() for whose, visit in both.items()
    )  # fmt: skip
    ratios = (
        [path or "home", *(f"{ours / stock:.2f}" for ours, stock in _painted(both))]
        for path, both in seen.items()
    )
    tasks = (
        [f"{path or 'home'}, {whose}", task, f"{ms:.0f}"]
        for path, both in seen.items() for whose, visit in both.items() for task, ms in visit.tasks
    )  # fmt: skip
    return [
        "Lighthouse with its simulated slow 4G and a quarter of the processor, by turns; «stock» "
        "is the same text in Material as it comes, without calculators and without a font of its "
        "own. Goals: both paints at most 1.00 of the stock's; blocking at most 100 ms or 1.2 of "
        "the stock's; shift at most 0.01; 99 for performance and 100 for the rest.",
        _table(PAINTS, ratios),
        _table(columns, rows),
        f"Tasks over {LONG} ms of the page's own thread, with the processor at a quarter, in the "
        "visit whose blocking is the median:",
        _table(("whose", "ms"), tasks),
    ]


def _painted(both: dict[str, Visit]) -> list[tuple[float, float]]:
    return [(both["ours"].figures[name], both["stock"].figures[name]) for name in PAINTS]


def _figure(name: str, value: float) -> str:
    return f"{value:.3f}" if name == "shift" else f"{value:.0f}"


def loads(loads: dict[str, dict[str, float]]) -> list[str]:
    """A page beside a live calculator."""
    rows = ([path, *(f"{m[key]:.0f}" for key in ("paint", "blocked", "longest", "ours")),
             f"{m['shift']:.3f}"] for path, m in loads.items())  # fmt: skip
    heads = ("largest paint, ms", "blocking, ms", "longest task, ms", "longest of ours, ms",
             "layout shift")  # fmt: skip
    return [
        "The first with calculators, one of them live, the second without. Tasks are those of the "
        "page's own thread, Material's among them; ours, as long animation frames name them, are "
        "of the scripts in `calculators/`, `reading/` and `offline/`.",
        _table(heads, rows),
    ]


def builds(built: dict[str, Any]) -> list[str]:
    """What a build takes, and what each chapter adds to it."""
    sites: dict[int, tuple[Built, Built]] = built["sites"]
    rows = ([str(count), title, f"{one[0]:.1f}", *_added(count, one, base)]
            for count, pair in sites.items()
            for title, one, base in zip(("first", "again"), pair, sites[0], strict=True)
            )  # fmt: skip
    heads = ("", "seconds", "ms a chapter", "our macros, ms a chapter", "MB a chapter")
    return [
        "The playbook with so many synthetic chapters more, each with two calculators of its own "
        "numbers: with no chart drawn yet, and again. What is a chapter's is what it adds.",
        _table(heads, rows),
        "Of our macros' first time nearly all is the drawing of four charts a chapter, kept for "
        "the next time. The rest of a build is MkDocs', Material's and the search index's; each "
        "page names all others in its navigation, so that both grow with their number.",
        f"Under `make serve` an edit of a chapter was in the page {built['edit']:.1f} s after it "
        "was saved (goal: 2 s).",
    ]


def _added(count: int, one: Built, base: Built) -> list[str]:
    if not count:
        return ["—"] * 3
    whole, ours, size = ((new - old) / count for new, old in zip(one, base, strict=True))
    return [f"{whole * 1000:.0f}", f"{ours * 1000:.1f}", f"{size / 1e6:.2f}"]


def _goals(started: dict[str, Any]) -> list[str]:
    pairs: Pairs = started["starts"]
    ours, stock = pairs["unthrottled"]
    rows = [
        ["cold", f"≤ {COLD_GOAL:.2f}", f"{ours.asked_cold / stock.asked_cold:.2f}"],
        ["repeated", f"≤ {REPEAT_GOAL:.2f}", f"{ours.asked_repeat / stock.asked_repeat:.2f}"],
        ["over the wire, MB", f"≤ {BYTES_GOAL / 1e6}", f"{started['runtime'] / 1e6:.2f}"],
    ]
    packed, packed_stock = pairs["9 Mbit/s, 170 ms, .wasm compressed"]
    line = started["runtime"] * 8 / 9e6
    return [
        _table(("goal", "from the asking"), rows),
        "What a start itself still takes, in about equal parts: a worker and its scripts; four "
        "megabytes to read and fifteen to unpack; nine megabytes of WebAssembly to compile, which "
        "Chromium keeps compiled only for a module that the host sends as it is; thirty "
        "megabytes of memory to fill; the first answer, whose functions are compiled as they are "
        "first called. On two processors all of it competes with the page that is still being "
        "drawn.",
        f"On the slow line the bytes alone take {line:.1f} s. Against a host that compresses "
        f"`.wasm` that is {packed.cold / packed_stock.cold:.2f} from navigation and "
        f"{packed.asked_cold / packed_stock.asked_cold:.2f} from the asking.",
    ]


def _later(late: dict[str, float]) -> str:
    return f"; later are {', '.join(f'{n} ({ms:.0f})' for n, ms in late.items())}" if late else ""


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = ["", *columns]
    lines = [heads, ["---", *("--:" for _ in heads[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
