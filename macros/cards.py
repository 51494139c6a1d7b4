"""The cards of the calculators' page: in groups by what one decides, each found by its words."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import pymorphy3

from calculators.kit import registry, view
from calculators.kit.declaration.units import Unit
from calculators.kit.words import formats

FILE = Path(__file__).with_name("groups.toml")
WORD = re.compile(r"[а-яёa-z]+", re.IGNORECASE)
WORDS = "words"
SHORTEST = 3
"""Letters of a beginning; by what is shorter too many words would be found."""
CALCULATORS = Unit("калькулятор", "калькулятора", "калькуляторов", digits=0)
NONE = "Такого калькулятора нет. Попробуйте другое слово: «лид», «найм», «чек»."


@dataclass(frozen=True, slots=True)
class Group:
    """Calculators that help with one kind of decision, by name, with other `words` for each."""

    key: str
    title: str
    words: Mapping[str, str]


def groups() -> list[Group]:
    """The groups of the file. Raises ValueError that names what stands in none, or in two."""
    return parse(tomllib.loads(FILE.read_text("utf-8")), registry.names())


def parse(declared: Mapping[str, Mapping[str, Any]], known: Collection[str]) -> list[Group]:
    """The groups as they are declared. Raises ValueError that names the file and the slip."""
    others = dict(declared.get(WORDS, {}))
    tables = {key: it for key, it in declared.items() if key != WORDS}
    listed = [name for it in tables.values() for name in it["calculators"]]
    for name in sorted({*listed, *known, *others}):
        if name not in known:
            raise ValueError(f"{FILE.name}: there is no calculator {name!r}; take it out")
        if listed.count(name) != 1:
            raise ValueError(
                f"{FILE.name}: {name!r} stands in {listed.count(name)} groups; write it in one"
            )
    return [
        Group(key, it["title"], {name: others.get(name, "") for name in it["calculators"]})
        for key, it in tables.items()
    ]


def cards(group: Group, chapters: Mapping[str, Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """A group's cards: form, default result, answers to examples, and beginnings of words.

    `chapters` are what is said at the heads of the pages, by their names.
    """
    for name, others in group.words.items():
        form, result = view.form(name), view.result(name, {})
        examples = [
            {"title": preset["title"], "answer": view.result(name, preset["raw"])["headline"]}
            for preset in form["presets"]
        ]
        chapter = chapters[form["chapter"]]
        labels = [field["label"] for field in form["fields"]]
        said = [group.title, form["title"], form["question"], *labels, chapter["title"], others]
        yield form | result | {"examples": examples, "words": beginnings(" ".join(said))}


def told(count: int) -> list[str]:
    """What to say when so many cards are found, from none to `count`."""
    found = [f"Нашлось: {formats.whole(Decimal(n), CALCULATORS)}." for n in range(1, count + 1)]
    return [NONE, *found]


def beginnings(text: str) -> list[str]:
    """What each word of the text begins with in all its forms, each once."""
    words = [beginning for word in WORD.findall(text) for beginning in _beginnings(_fold(word))]
    return list(dict.fromkeys(words))


@cache
def _beginnings(word: str) -> tuple[str, ...]:
    # The forms that have too little in common, such as «день» and «дня», each stand for itself.
    parse = _analyzer().parse(word)[0]
    alike = (form for form in parse.lexeme if form.tag.POS == parse.tag.POS)
    forms = {_fold(form.word) for form in alike} | {word}
    same = takewhile(lambda letters: len({*letters}) == 1, zip(*forms, strict=False))
    shared = "".join(letters[0] for letters in same)
    if len(shared) >= SHORTEST:
        return (shared,)
    return tuple(sorted(form for form in forms if len(form) >= SHORTEST))


@cache
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def _fold(word: str) -> str:
    return word.lower().replace("ё", "е")
