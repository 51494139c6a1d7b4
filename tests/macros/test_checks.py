"""The self-checks: what the loader refuses, and what every question keeps to."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined

from macros import checks
from tests.site.test_length import chapters

PLACE = re.compile(r"\{\{.*?\}\}")
QUESTION = """
[[question]]
id = "{name}"
ask = "Сколько будет {{{{ one }}}} и {n}?"
numbers = {{ one = 1 }}

[[question.answer]]
text = "{{{{ one + {n} }}}}"
why = "Сложили."
right = true

[[question.answer]]
text = "1{n}"
why = "Поставили рядом."

[[question.answer]]
text = "{n}"
why = "Единицу потеряли."
"""
NAMES = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
FIVE = "".join(QUESTION.format(n=n, name=name) for n, name in NAMES.items())


def expanded(text: str, numbers: dict[str, Any]) -> str:
    return Environment(undefined=StrictUndefined).from_string(text).render(numbers)  # noqa: S701


def load(folder: Path, text: str, *chapters: str) -> tuple[checks.Question, ...]:
    """The questions of a chapter whose file says `text`."""
    (folder / "hiring.toml").write_text(text, "utf-8")
    return checks.load("hiring", chapters or ("hiring", "report"), expanded, folder)


def test_a_question_has_its_answers_with_their_numbers_filled_in(tmp_path: Path) -> None:
    first, *rest = load(tmp_path, FIVE)
    assert len(rest) == 4
    assert (first.id, first.ask) == ("two", "Сколько будет 1 и 2?")
    # 1 + 2 = 3
    assert first.answers[0] == checks.Answer("3", "Сложили.", right=True)
    assert [answer.right for answer in first.answers] == [True, False, False]


def test_a_quote_stands_in_a_question_without_the_markup_that_lets_it_change(
    tmp_path: Path,
) -> None:
    text = FIVE.replace("Сложили.", "<span data-quote='[]'>5</span> раз.", 1)
    assert load(tmp_path, text)[0].answers[0].why == "5 раз."


@pytest.mark.parametrize(
    ("slip", "mended", "said"),
    [
        ('id = "three"', 'id = "two"', "'two': 2 questions have this id"),
        ('id = "three"', 'id = "Второй"', "'Второй': write its id in small latin letters"),
        ('id = "three"\n', "", "question 2: id is missing; write it"),
        ("right = true\n", "", "'two': 0 answers are right; write right = true at one"),
        (
            'why = "Поставили рядом."\n',
            'why = "Поставили рядом."\nright = true\n',
            "'two': 2 answers are right; write right = true at one",
        ),
        ("right = true", "right = false", "answer 1: write right = true, or leave it out"),
        ('why = "Единицу потеряли."\n', "", "'two', answer 3: why is missing; write it"),
        ('why = "Сложили."', 'why = " "', "why of answer 1 is empty; write it in words"),
        ('text = "12"', 'text = "3"', "'two': two answers are the same; change one"),
        ('why = "Сложили."', 'because = "Сложили."', "answer 1: why is missing"),
        ('why = "Сложили."', 'why = "Сложили."\nhint = "!"', "'hint' is unknown; there are right"),
        ("ask =", "asked =", "'two': ask is missing"),
        ("{ one = 1 }", "{ two = 1 }", "'one' is undefined"),
        (
            '\n[[question.answer]]\ntext = "12"\nwhy = "Поставили рядом."\n',
            "",
            "'two': it has 2 [[question.answer]]; make it 3 or 4",
        ),
        ("[[question.answer]]", "[question.answers]", "'answers' is unknown; there are answer"),
        ('ask = "', "ask = ", "line 4"),
    ],
)
def test_a_slip_is_named_with_the_file_the_question_and_what_to_do(
    tmp_path: Path, slip: str, mended: str, said: str
) -> None:
    text = FIVE.replace(slip, mended, 1)
    assert text != FIVE
    with pytest.raises(ValueError, match=r"^macros/checks/hiring\.toml: ") as error:
        load(tmp_path, text)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[question]\n", "the file: write [[question]], in double brackets"),
        ('question = ["Сколько?"]\n', "the file: write [[question]], in double brackets"),
        ("[[asked]]\n", "the file: question is missing; write it"),
        ("[[question]]\n[[asked]]\n", "the file: 'asked' is unknown; there are question"),
    ],
)
def test_what_is_no_list_of_questions_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"^macros/checks/hiring\.toml: ") as error:
        load(tmp_path, text)
    assert said in str(error.value)


def test_there_are_five_questions_and_no_fewer(tmp_path: Path) -> None:
    four = FIVE.rpartition("\n[[question]]")[0]
    with pytest.raises(ValueError, match=r"hiring\.toml: there are 4 \[\[question\]\]; make it 5"):
        load(tmp_path, four)


def test_a_file_of_no_chapter_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"hiring\.toml: no chapter is called 'hiring'.+report"):
        load(tmp_path, FIVE, "report")


def test_a_chapter_without_a_file_is_told_where_it_would_be(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"macros/checks/report\.toml is missing: write it"):
        checks.load("report", ["report"], expanded, tmp_path)


def test_every_chapter_has_a_file_and_calls_for_it() -> None:
    assert [*checks.files()] == chapters()


@pytest.mark.parametrize("chapter", checks.files())
def test_no_number_of_a_question_is_typed_by_hand(chapter: str) -> None:
    # What is a number there is given in `numbers`, and computed or quoted in the texts.
    for question in tomllib.loads(checks.files()[chapter].read_text("utf-8"))["question"]:
        answers = [answer[key] for answer in question["answer"] for key in ("text", "why")]
        for text in (question["ask"], *answers):
            assert not re.search(r"\d", PLACE.sub("", text)), text


def test_the_right_answer_stands_in_every_place_and_in_none_too_often() -> None:
    places = Counter(
        number
        for file in checks.files().values()
        for question in tomllib.loads(file.read_text("utf-8"))["question"]
        for number, answer in enumerate(question["answer"])
        if answer.get("right")
    )
    # Forty questions, four places, the last of them not in all.
    assert sum(places.values()) == 40
    assert all(6 <= places[place] <= 14 for place in range(4)), places
