"""The pages of practice: one beside each chapter, led to from it and leading back."""

import re
from pathlib import Path
from posixpath import normpath
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.site.documents import Document
from tests.site.test_length import WORD

DOCS = ROOT / "docs"
FOLDER = "practice"


def heads(folder: Path, key: str) -> dict[int, str]:
    """The names of the pages of a folder by the number that stands under `key` at their head."""
    found: dict[int, str] = {}
    for file in sorted(folder.glob("*.md")):
        head: dict[str, Any] = yaml.safe_load(file.read_text("utf-8").split("---\n", 2)[1])
        if key in head:
            assert head[key] not in found, file
            found[head[key]] = file.stem
    return found


CHAPTERS = heads(DOCS, "chapter")
PAGES = heads(DOCS / FOLDER, "practice")


def footer(document: Document, path: str, way: str) -> str:
    """The page that the footer leads to, `prev` or `next`, by its path in the site."""
    [href] = [
        attrs["href"]
        for tag, attrs in document.tags
        if tag == "a" and f"md-footer__link--{way}" in attrs.get("class", "")
    ]
    return normpath(f"{path}{href}")


def test_each_chapter_has_one_page_of_practice() -> None:
    assert {*PAGES} == {*CHAPTERS} == {*range(1, 9)}
    assert len(list((DOCS / FOLDER).glob("*"))) == len(PAGES)


@pytest.mark.parametrize("number", sorted(PAGES))
def test_a_chapter_leads_to_its_page_once_and_the_page_ends_with_one_link_back(number: int) -> None:
    chapter = (DOCS / f"{CHAPTERS[number]}.md").read_text("utf-8")
    page = (DOCS / FOLDER / f"{PAGES[number]}.md").read_text("utf-8")
    assert chapter.count(f"]({FOLDER}/{PAGES[number]}.md)") == 1
    assert re.findall(r"\]\((.*?)\)", page) == [f"../{CHAPTERS[number]}.md"]
    last = page.strip().splitlines()[-1]
    assert "предлагает редакция" in last
    assert "](" in last


@pytest.mark.parametrize("number", sorted(PAGES))
def test_a_page_of_practice_is_read_at_one_go_and_leaves_tasks_to_its_chapter(
    site: Path, number: int
) -> None:
    text = (site / FOLDER / PAGES[number] / "index.md").read_text("utf-8")
    words = len(WORD.findall(text))
    assert 500 <= words <= 900, words
    assert "- [ ]" not in text


def test_the_footer_leads_from_chapter_to_chapter_and_from_practice_back_and_on(
    chapters: dict[str, Document],
) -> None:
    order = [CHAPTERS[number] for number in sorted(CHAPTERS)] + ["company"]
    for number, name in PAGES.items():
        chapter, after = order[number - 1], order[number]
        assert footer(chapters[f"{chapter}/"], f"{chapter}/", "next") == after
        assert footer(chapters[f"{after}/"], f"{after}/", "prev") == chapter
        path = f"{FOLDER}/{name}/"
        assert footer(chapters[path], path, "prev") == chapter
        assert footer(chapters[path], path, "next") == after


def test_the_navigation_shows_them_folded_until_one_is_open(site: Path) -> None:
    for path, opened in (("repeat-sales", False), (f"{FOLDER}/first-call", True)):
        page = (site / path / "index.html").read_text("utf-8")
        [folds] = re.findall(
            r'<input class="md-nav__toggle md-toggle\s*" type="checkbox" id="__nav_[^>]*>', page
        )
        assert ("checked" in folds) == opened
