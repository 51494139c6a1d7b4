"""The self-checks of the chapters: five questions in a file for each, `<chapter>.toml`."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from calculators.kit.declaration.units import RUBLES
from calculators.kit.read import BadInputError
from calculators.kit.words import formats

FOLDER = Path(__file__).parent
PLACE = "macros/checks"
QUESTIONS = 5
ANSWERS = (3, 4)
ID = re.compile(r"[a-z]+(-[a-z]+)*")
TAG = re.compile(r"<[^>]+>")

type Expand = Callable[[str, dict[str, Any]], str]
"""A text's macros filled in, with names for the numbers that a question gives."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to choose, why it is right or wrong, and which of the two it is."""

    text: str
    why: str
    right: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question under the `id` that the reader's answer is kept under."""

    id: str
    ask: str
    answers: tuple[Answer, ...]


def rubles(amount: float) -> str:
    """An amount that no calculator has, ₽, as calculators show theirs."""
    return formats.quantity(Decimal(str(amount)), RUBLES)


def files(folder: Path = FOLDER) -> dict[str, Path]:
    """The file of each chapter that has one, by the chapter's name."""
    return {file.stem: file for file in sorted(folder.glob("*.toml"))}


def load(
    chapter: str, chapters: Collection[str], expand: Expand, folder: Path = FOLDER
) -> tuple[Question, ...]:
    """The questions of a chapter, of `chapters` that there are.

    What a text quotes stands there without the markup that lets a chapter change it: a question
    is about its own numbers, whatever the reader's are.

    Raises ValueError, which names the file, the question and what to do.
    """
    found = files(folder)
    if unknown := found.keys() - set(chapters):
        name, known = min(unknown), ", ".join(sorted(chapters))
        raise ValueError(f"{PLACE}/{name}.toml: no chapter is called {name!r}; name it as {known}")
    if chapter not in found:
        raise ValueError(f"{PLACE}/{chapter}.toml is missing: write it, or take self_check() out")
    try:
        return tuple(_questions(tomllib.loads(found[chapter].read_text("utf-8")), expand))
    except ValueError as error:
        raise ValueError(f"{PLACE}/{chapter}.toml: {error}") from error


def _questions(table: dict[str, Any], expand: Expand) -> Iterator[Question]:
    _keys("the file", table, {"question"})
    questions = _tables("the file", table, "question")
    if len(questions) != QUESTIONS:
        raise ValueError(f"there are {len(questions)} [[question]]; make it {QUESTIONS}")
    ids = Counter(str(one.get("id", "")) for one in questions)
    for number, one in enumerate(questions, 1):
        name = f"question {one.get('id', number)!r}"
        _keys(name, one, {"id", "ask", "answer"}, {"numbers"})
        if not ID.fullmatch(str(one["id"])):
            raise ValueError(f"{name}: write its id in small latin letters with hyphens")
        if ids[one["id"]] > 1:
            raise ValueError(f"{name}: {ids[one['id']]} questions have this id; give each its own")
        yield _question(name, one, expand)


def _question(name: str, one: dict[str, Any], expand: Expand) -> Question:
    given = _tables(name, one, "answer", "question.")
    if len(given) not in ANSWERS:
        raise ValueError(f"{name}: it has {len(given)} [[question.answer]]; make it 3 or 4")

    def said(key: str, text: Any) -> str:
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"{name}: {key} is empty; write it in words")
        try:
            return TAG.sub("", expand(text.strip(), one.get("numbers", {})))
        except (TemplateError, BadInputError, LookupError, TypeError, ValueError) as error:
            raise ValueError(f"{name}: {key}, {text!r}: {error}") from error

    answers = []
    for number, it in enumerate(given, 1):
        _keys(f"{name}, answer {number}", it, {"text", "why"}, {"right"})
        text, why = (said(f"{key} of answer {number}", it[key]) for key in ("text", "why"))
        if it.get("right", True) is not True:
            raise ValueError(f"{name}: answer {number}: write right = true, or leave it out")
        answers.append(Answer(text, why, right="right" in it))
    if (rights := sum(answer.right for answer in answers)) != 1:
        raise ValueError(f"{name}: {rights} answers are right; write right = true at one of them")
    if len({answer.text for answer in answers}) < len(answers):
        raise ValueError(f"{name}: two answers are the same; change one of them")
    return Question(one["id"], said("ask", one["ask"]), tuple(answers))


def _tables(name: str, table: dict[str, Any], key: str, within: str = "") -> list[dict[str, Any]]:
    found = table[key]
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ValueError(f"{name}: write [[{within}{key}]], in double brackets")
    return found


def _keys(
    name: str, table: dict[str, Any], needed: set[str], allowed: Collection[str] = ()
) -> None:
    if missing := needed - table.keys():
        raise ValueError(f"{name}: {min(missing)} is missing; write it")
    if unknown := table.keys() - needed - set(allowed):
        known = ", ".join(sorted(needed | set(allowed)))
        raise ValueError(f"{name}: {min(unknown)!r} is unknown; there are {known}")
