"""Terms found in running text, in whatever form Russian gives them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import pymorphy3

DOTTED = r"\b[а-яё]\.\s?[а-яё]\."  # «п. п.» is one word
WORD = re.compile(rf"{DOTTED}|[^\W_]+(?:[-/][^\W_]+)*")
ABBREVIATION = re.compile(r"[A-ZА-ЯЁ]/?[A-ZА-ЯЁ]")
DECLINED = {"NOUN", "ADJF", "PRTF"}


class Found(NamedTuple):
    """Where in a text a term stands."""

    start: int
    end: int
    key: str


class Matcher:
    """Finds spellings in every grammatical form; abbreviations letter by letter.

    `spellings` are by key. All forms are made here, once, so that reading a text is looking up
    its words.
    """

    def __init__(self, spellings: Mapping[str, Iterable[str]]) -> None:
        analyzer = pymorphy3.MorphAnalyzer(lang="ru")
        phrases: dict[str, list[tuple[list[set[str]], str]]] = defaultdict(list)
        for key, variants in spellings.items():
            for variant in variants:
                words = [_forms(analyzer, word) for word in WORD.findall(variant)]
                for first in words[0]:
                    phrases[first].append((words, key))
        # The longest first: «квалифицированный лид» is not «лид».
        self.phrases = {
            first: sorted(found, key=lambda phrase: -len(phrase[0]))
            for first, found in phrases.items()
        }

    def find(self, text: str) -> Iterator[Found]:
        """Every term of the text, in order, none within another."""
        words = list(WORD.finditer(text))
        at = 0
        while at < len(words):
            length = 1
            for phrase, key in self.phrases.get(_fold(words[at][0]), ()):
                here = words[at : at + len(phrase)]
                if _matches(phrase, here, text):
                    length = len(phrase)
                    yield Found(here[0].start(), here[-1].end(), key)
                    break
            at += length


def _matches(phrase: list[set[str]], words: list[re.Match[str]], text: str) -> bool:
    if len(words) < len(phrase):
        return False
    gaps = (text[a.end() : b.start()] for a, b in pairwise(words))
    forms = zip(words, phrase, strict=True)
    return all(_fold(word[0]) in of for word, of in forms) and all(gap.isspace() for gap in gaps)


def _fold(word: str) -> str:
    """What is compared: ё as е, and small letters unless it is an abbreviation."""
    word = re.sub(r"\s", "", word.replace("ё", "е").replace("Ё", "Е"))
    return word if ABBREVIATION.match(word) else word.lower()


def _forms(analyzer: pymorphy3.MorphAnalyzer, word: str) -> set[str]:
    """Every form of a word in the nominative; any other word stands for itself alone."""
    head, hyphen, last = word.rpartition("-")
    forms = {last}
    if last.isalpha() and not ABBREVIATION.match(last):
        for parse in analyzer.parse(last):
            part = parse.tag.POS
            if part in DECLINED and "nomn" in parse.tag:
                forms |= {form.word for form in parse.lexeme if part == form.tag.POS}
    return {_fold(head + hyphen + form) for form in forms}
