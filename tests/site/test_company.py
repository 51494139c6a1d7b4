"""One company goes through all chapters, and one page tells its year."""

import re
from pathlib import Path

from macros import company
from tests.conftest import ROOT
from tests.site.documents import Document

CHAPTERS = [
    page.stem for page in Path(ROOT, "docs").glob("*.md") if "\nchapter:" in page.read_text("utf-8")
]


def test_every_chapter_names_the_company_and_its_story_leads_to_every_chapter(
    chapters: dict[str, Document],
) -> None:
    story = chapters["company/"].attributes("a", "href")
    for name in CHAPTERS:
        assert "../company/" in chapters[f"{name}/"].attributes("a", "href"), name
        assert f"../{name}/" in story, name


def test_the_story_says_that_the_company_is_made_up() -> None:
    text = Path(ROOT, "docs", "company.md").read_text("utf-8")
    assert "Компании такой нет: её придумала редакция" in text


def test_what_the_editors_add_is_said_behind_a_sign_and_nowhere_else() -> None:
    for name in CHAPTERS:
        text = Path(ROOT, "docs", f"{name}.md").read_text("utf-8")
        bare = re.sub(r"\{\{ editors\(.*?\) \}\}", "", text)
        assert not re.findall(r".*[Рр]едакци.*", bare), name


def test_a_link_on_the_company_s_numbers_opens_a_calculator_of_its_page(
    chapters: dict[str, Document],
) -> None:
    opened = 0
    for path, page in chapters.items():
        for href in page.attributes("a", "href"):
            if "?" in href and href.startswith("#"):
                name = href[1:].partition("?")[0]
                assert name in page.attributes("section", "data-calculator"), path
                assert href == company.link(name)
                opened += 1
    assert opened >= 4


def test_every_sign_of_the_editors_has_its_words_and_no_words_stand_without_a_sign(
    chapters: dict[str, Document],
) -> None:
    for path, page in chapters.items():
        signs = [attrs["aria-describedby"] for _, attrs in page.tags if "data-editors" in attrs]
        words = [found for found in page.ids if re.fullmatch(r"editors-\d+", found)]
        assert signs == words, path
