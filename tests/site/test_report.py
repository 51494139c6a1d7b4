"""The page of the report: it has every task of every chapter, as the chapters have them."""

import re
from pathlib import Path

TASK = re.compile(r'<li id="([\w-]+)"><label><input type="checkbox" ?/?><span>(.*?)</span></label>')
SHOWN = re.compile(
    r'<li data-task="\.\./([\w-]+)/#([\w-]+)"><label><input type="checkbox"[^>]*>'
    r"<span>(.*?)</span></label>"
)
TAG = re.compile(r"<[^>]+>")


def words(html: str) -> str:
    """What a reader reads: terms are explained in the chapters alone."""
    return TAG.sub("", re.sub(r"<span class=\"term__note\".*?</span>", "", html))


def test_it_has_the_tasks_of_all_chapters_word_for_word(site: Path) -> None:
    shown = {
        (chapter, name): words(text)
        for chapter, name, text in SHOWN.findall((site / "report/index.html").read_text("utf-8"))
    }
    written = {
        (page.parent.name, name): words(text)
        for page in site.glob("*/index.html")
        if page.parent.name != "report"
        for name, text in TASK.findall(page.read_text("utf-8"))
    }
    assert len(written) > 50
    assert shown == written
