"""The pages of the report and of the plan have every task of every chapter, as the chapters do."""

import re
from pathlib import Path

import pytest

TASK = re.compile(r'<li id="([\w-]+)"><label><input type="checkbox" ?/?><span>(.*?)</span></label>')
SHOWN = re.compile(
    r'<li data-task="\.\./([\w-]+)/#([\w-]+)"><label><input type="checkbox"[^>]*>'
    r"<span>(.*?)</span></label>"
)
TAG = re.compile(r"<[^>]+>")


def words(html: str) -> str:
    """What a reader reads: terms are explained in the chapters alone."""
    return TAG.sub("", re.sub(r"<span class=\"term__note\".*?</span>", "", html))


@pytest.mark.parametrize("name", ["report", "plan"])
def test_a_page_has_the_tasks_of_all_chapters_word_for_word(site: Path, name: str) -> None:
    shown = {
        (chapter, task): words(text)
        for chapter, task, text in SHOWN.findall((site / name / "index.html").read_text("utf-8"))
    }
    written = {
        (page.parent.name, task): words(text)
        for page in site.glob("*/index.html")
        if page.parent.name not in {"report", "plan"}
        for task, text in TASK.findall(page.read_text("utf-8"))
    }
    assert len(written) > 50
    assert shown == written


def test_without_a_script_the_plan_says_what_it_is(site: Path) -> None:
    html = (site / "plan/index.html").read_text("utf-8")
    assert "<noscript><p>Без JavaScript здесь все дела глав по порядку" in html
