"""The self-checks in the built pages, as they are before any script."""

import json
import re
from pathlib import Path

import pytest

from tests.site.test_length import chapters

CHECK = re.compile(r'<section class="check".*?</section>', re.DOTALL)
QUESTION = re.compile(r"<fieldset.*?</fieldset>", re.DOTALL)


def check(site: Path, chapter: str) -> str:
    """The one self-check of a chapter."""
    [found] = CHECK.findall((site / chapter / "index.html").read_text("utf-8"))
    return str(found)


@pytest.mark.parametrize("chapter", chapters())
def test_every_question_has_one_right_answer_and_says_why_of_each(site: Path, chapter: str) -> None:
    questions = QUESTION.findall(check(site, chapter))
    assert len(questions) == 5
    for question in questions:
        answers = re.findall(r"<label.*?</label>", question)
        assert 3 <= len(answers) <= 4
        [right] = [n for n, answer in enumerate(answers) if " data-right>" in answer]
        whys = re.findall(r'<p data-why="(\d)"><strong>(\w+)</strong>(.*?)</p>', question)
        # The right one is read first where it unfolds.
        assert (int(whys[0][0]), whys[0][1]) == (right, "Верно")
        assert {int(n) for n, *_ in whys} == {*range(len(answers))}
        assert [word for _, word, _ in whys[1:]] == ["Неверно"] * (len(answers) - 1)
        # Its words and a sentence at least.
        assert all(len(text.rpartition("</span>. ")[2]) >= 30 for *_, text in whys)


@pytest.mark.parametrize("chapter", chapters())
def test_who_picks_the_longest_answers_has_no_more_than_two_right(site: Path, chapter: str) -> None:
    found = 0
    for question in QUESTION.findall(check(site, chapter)):
        answers = re.findall(r"<label[^>]*><input[^>]*?( data-right)?><span>(.*?)</span>", question)
        lengths = sorted((len(text), bool(right)) for right, text in answers)
        found += lengths[-1][1] and lengths[-1][0] > lengths[-2][0]
    assert found <= 2


@pytest.mark.parametrize("chapter", chapters())
def test_it_stands_closed_before_the_week_s_tasks(site: Path, chapter: str) -> None:
    page = (site / chapter / "index.html").read_text("utf-8")
    assert page.index('class="check"') < page.index('<h2 id="week">')
    assert not re.search(
        r"<h[1-6]", page[page.index('class="check"') : page.index('<h2 id="week">')]
    )
    assert " open" not in check(site, chapter)


@pytest.mark.parametrize("chapter", chapters())
def test_a_reader_s_own_numbers_change_no_question(site: Path, chapter: str) -> None:
    assert "data-quote" not in check(site, chapter)


def test_questions_are_not_among_what_is_searched_or_read_by_programs(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert "Проверьте себя: пять вопросов" not in " ".join(entry["text"] for entry in index["docs"])
    for chapter in chapters():
        assert "Неверно" not in (site / chapter / "index.md").read_text("utf-8")
