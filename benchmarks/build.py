"""Seconds and megabytes of synthetic sites, the macros' share of a page, an edit under serve."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from bundle import ROOT

COUNTS = (0, 10, 100, 1000)
CHAPTER = """---
title: Глава {number}
description: Проверочная глава.
---
# Глава {number}

{{{{ calculator("lost_revenue", clients={number}) }}}}

Между калькуляторами — слова.

{{{{ calculator("cjm_uplift", reach={number}) }}}}
"""


type Built = tuple[float, float, int]
"""Seconds of a build, of which in our macros, and bytes of its pages."""


def site_of(count: int, folder: Path) -> tuple[Built, Built]:
    """The playbook with `count` chapters more, built with nothing drawn yet, and built again."""
    docs = folder / "docs"
    docs.mkdir()
    for one in (ROOT / "docs").iterdir():
        (docs / one.name).symlink_to(one)
    names = [f"chapter-{number}.md" for number in range(1, count + 1)]
    for number, name in enumerate(names, 1):
        (docs / name).write_text(CHAPTER.format(number=number), "utf-8")
    return _built(folder, names), _built(folder, names)


def _built(folder: Path, names: list[str]) -> Built:
    # In a process of its own: MkDocs and the macros keep things for as long as they live.
    command = [sys.executable, "-m", "benchmarks.timed", str(folder), *names]
    environment = os.environ | {"STRICT": "false", "PYTHONPATH": str(ROOT)}
    environment["DRAWINGS"] = str(folder / "drawings")
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    whole, ours = map(float, done.stdout.split()[-2:])
    size = sum(f.stat().st_size for f in (folder / "site").rglob("*.html"))
    return whole, ours, size


def edit_under_serve() -> float:
    """Seconds from saving a chapter to its new words in the served page."""
    chapter = ROOT / "docs" / "repeat-sales.md"
    before = chapter.read_text("utf-8")
    address = "127.0.0.1:8765"
    environment = os.environ | {"STRICT": "false", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-q", "-a", address]
    served = subprocess.Popen(command, cwd=ROOT, env=environment)
    url = f"http://{address}/{chapter.stem}/"
    try:
        _until(url, "</html>", 120)
        word = "проверочнаяправка"
        chapter.write_text(f"{before}\n{word}\n", "utf-8")
        return _until(url, word, 60)
    finally:
        chapter.write_text(before, "utf-8")
        served.terminate()
        served.wait()


def _until(url: str, text: str, longest: float) -> float:
    began = time.monotonic()
    while (spent := time.monotonic() - began) < longest:
        try:
            with urllib.request.urlopen(url, timeout=longest) as response:  # noqa: S310 — our own server
                if text in response.read().decode():
                    return time.monotonic() - began
        except OSError:
            pass
        time.sleep(0.05)
    raise TimeoutError(f"{url} did not show {text!r} in {spent:.0f} s")


def measure() -> dict[str, Any]:
    """All that this module measures, as plain data."""
    sites: dict[int, tuple[Built, Built]] = {}
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as folder:
            sites[count] = site_of(count, Path(folder))
        print(count, sites[count], flush=True)
    return {"sites": sites, "edit": edit_under_serve()}
