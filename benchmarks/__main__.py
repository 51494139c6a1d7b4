"""Measure everything in one run, print it and write results.md: `make bench`.

`PART=pages` measures the pages alone anew, `PART=keys` the key presses, which takes five minutes,
in place of those there.
"""

import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import build, pages, report, start
from benchmarks.host import hosted
from bundle import ROOT

SITE = ROOT / "site"
TARGET = Path(__file__).parent / "results.md"


def main(arguments: Sequence[str]) -> None:
    """Measure the built site and synthetic ones."""
    with tempfile.TemporaryDirectory() as work:
        match arguments:
            case ["pages"]:
                section = report.phone(pages.measure(SITE, Path(work)))
                text = replaced(TARGET.read_text("utf-8"), report.PHONE, section)
            case ["keys"]:
                with hosted(SITE, wasm_too=False) as host:
                    section = report.presses(start.keys(host))
                text = replaced(TARGET.read_text("utf-8"), report.KEYS, section)
            case _:
                started = start.measure(SITE, Path(work))
                seen = pages.measure(SITE, Path(work))
                text = report.report(started, seen, build.measure())
    TARGET.write_text(text, "utf-8")
    print(text)


def replaced(text: str, heading: str, section: str) -> str:
    """The Markdown `text` with `section` in place of the one under `heading`."""
    old = rf"{re.escape(heading)}\n.*?(?=\n\n## |\Z)"
    return re.sub(old, lambda _: section, text, count=1, flags=re.DOTALL)


if __name__ == "__main__":
    main(sys.argv[1:])
