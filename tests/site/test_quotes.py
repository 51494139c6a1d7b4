"""What chapters quote stands in slots, and holds for numbers that nobody would have."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from calculators.kit import quoted
from calculators.kit.decision.work import done
from macros import shared
from tests.site.documents import in_pieces

SLOT = re.compile(r"<span data-quote='([^']*)'>(.*?)</span>")
ABSURD = {
    "nothing": "0",
    "one": "1",
    "a million": "1000000",
}


def slots(page: Path) -> list[tuple[list[Any], str]]:
    """Every quote of a page, and its text there."""
    found = SLOT.findall(in_pieces(page.read_text("utf-8")))
    return [(json.loads(unescape(quote)), re.sub("<[^>]+>", "", text)) for quote, text in found]


def own(number: str) -> dict[str, dict[str, str]]:
    """Every shared number of somebody who has but this one."""
    found: dict[str, dict[str, str]] = {}
    for one in shared.load().values():
        for place in one.places:
            found.setdefault(place.calculator, {})[place.field] = number
    return found


def test_a_page_says_in_its_slots_what_its_quotes_give(site: Path) -> None:
    pages = [page for page in site.rglob("index.html") if SLOT.search(page.read_text("utf-8"))]
    assert len(pages) >= 7
    for page in pages:
        for quote, text in slots(page):
            assert unescape(text) == quoted.text(quote), page.parent.name


def test_only_pages_with_quotes_have_a_switch(site: Path) -> None:
    for page in site.rglob("index.html"):
        text = page.read_text("utf-8")
        assert (" data-quotes " in text) == bool(SLOT.search(text)), page.parent.name


@pytest.mark.parametrize("number", ABSURD.values(), ids=ABSURD)
def test_every_quote_that_asks_his_numbers_has_a_text_for_them(site: Path, number: str) -> None:
    quotes = [quote for page in site.rglob("index.html") for quote, _ in slots(page)]
    texts = done(quoted.quotes(quotes, own(number)))["texts"]
    asked = own(number)
    for quote, text in zip(quotes, texts, strict=True):
        _, name, *_, given = quote
        if text is None:
            assert not asked.get(name, {}).keys() - given.keys(), quote
        else:
            assert text.strip()
            assert "None" not in text
