"""Measure, print and write results.md: `make bench`, or `PART=…`, of a few parts alone.

Each part is written as soon as it is measured, in place of what was there; all take half an hour.
"""

import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks import build, pages, report, start
from bundle import ROOT

SITE = ROOT / "site"
TARGET = Path(__file__).parent / "results.md"
# Title, what measures the site with a folder to work in, and what says it.
PARTS: dict[str, tuple[str, Callable[[Path], Any], Callable[[Any], list[str]]]] = {
    "starts": (
        "A start, against the stock package",
        lambda work: start.measure(SITE, work),
        report.starts,
    ),
    "memory": ("Memory", lambda work: start.memories(SITE, work), report.memory),
    "keys": ("From a key press", lambda _: start.keys(SITE), report.keys),
    "pages": (
        "A page on a phone, against stock Material",
        lambda work: pages.measure(SITE, work),
        report.pages,
    ),
    "loads": ("A page", lambda _: start.loads(SITE), report.loads),
    "builds": ("A build", lambda _: build.measure(), report.builds),
}


def main(names: Sequence[str]) -> None:
    """Measure the built site and synthetic ones."""
    for name in names or PARTS:
        title, measure, said = PARTS[name]
        with tempfile.TemporaryDirectory() as work:
            section = report.section(title, said(measure(Path(work))))
        print(section, flush=True)
        TARGET.write_text(replaced(TARGET.read_text("utf-8"), title, section), "utf-8")


def replaced(text: str, title: str, section: str) -> str:
    """The results `text` with `section` in place of the one of this title, or at the end."""
    head = (
        f"# What was measured\n\nBy `make bench`, {os.cpu_count()} processors, "
        f"{platform.system()}; compare within a table only. «Ours» and «stock» are the same page, "
        "in the second its worker loads the `pyodide` package in the ordinary way. Times are "
        "medians."
    )
    old = re.split(r"\n\n(?=## )", text.rstrip())[1:]
    is_old = [part.startswith(f"## {title}\n") for part in old]
    new = [section if here else part for part, here in zip(old, is_old, strict=True)]
    return "\n\n".join([head, *new, *([] if any(is_old) else [section])]) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
