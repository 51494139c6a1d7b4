"""Measure everything in one run, print it and write results.md: `make bench`."""

import tempfile
from pathlib import Path

from benchmarks import build, start
from benchmarks.report import report
from bundle import ROOT

TARGET = Path(__file__).parent / "results.md"


def main() -> None:
    """Measure the built site and synthetic ones."""
    with tempfile.TemporaryDirectory() as work:
        started = start.measure(ROOT / "site", Path(work))
    text = report(started, build.measure())
    TARGET.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
