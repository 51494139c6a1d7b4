"""How much there is to read."""

import re
from pathlib import Path

from tests.conftest import ROOT

WORD = re.compile(r"[\w-]*\w[\w-]*")


def chapters() -> list[str]:
    """The names of the chapters' pages."""
    found = sorted((ROOT / "docs").glob("*.md"))
    return [file.stem for file in found if "\nchapter:" in file.read_text("utf-8")]


def prose(site: Path, chapter: str) -> int:
    """How many words a chapter has outside its footnotes and tables, its calculators' too."""
    text = (site / chapter / "index.md").read_text("utf-8")
    lines = (
        line for line in text.splitlines() if not line.startswith(("|", "[^")) and "\t" not in line
    )
    return sum(len(WORD.findall(line)) for line in lines)


def test_a_chapter_is_more_than_a_note_and_less_than_a_book(site: Path) -> None:
    lengths = {chapter: prose(site, chapter) for chapter in chapters()}
    assert len(lengths) == 8
    assert all(700 <= words <= 2000 for words in lengths.values()), lengths
