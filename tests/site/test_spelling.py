"""Every Russian word of the pages is one that the dictionary or the trade knows."""

import re
from functools import cache
from pathlib import Path

import pymorphy3
import pytest

from tests.site.documents import Document

WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
TRADE = frozenset((Path(__file__).parent / "trade_words.txt").read_text("utf-8").split())


@cache
def analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


@cache
def known(word: str) -> bool:
    """Whether the dictionary, the trade's words or, of a compound, each part is known."""
    if word.lower() in TRADE or analyzer().word_is_known(word):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(known(part) for part in parts)


def test_every_word_is_spelt_as_a_dictionary_or_the_trade_spells_it(
    documents: dict[str, Document],
) -> None:
    unknown: dict[str, str] = {}
    for path, document in documents.items():
        for word in WORD.findall(document.words):
            if not known(word):
                unknown[word] = path
    assert not unknown, unknown


@pytest.mark.parametrize("word", ["превет", "калькулятар", "вороннка"])
def test_a_misspelt_word_is_not_known(word: str) -> None:
    assert not known(word)


def test_every_word_of_the_trade_is_needed_and_unknown_to_the_dictionary() -> None:
    assert not [word for word in TRADE if analyzer().word_is_known(word)]
