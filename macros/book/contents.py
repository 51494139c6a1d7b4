"""Which pages the book has, and in which order."""

from dataclasses import dataclass
from typing import Any

# What follows the chapters, by the names of its files; the tools of the site are in no book.
AFTERWARDS = ("company", "glossary", "sources")


@dataclass(frozen=True, slots=True)
class Part:
    """A page in the book.

    `name` begins its ids, `url` is its place in the site, `number` that of its chapter or 0,
    `level` 2 where it belongs to the part before.
    """

    name: str
    url: str
    title: str
    number: int
    level: int


def parts(pages: list[Any]) -> list[Part]:
    """The chapters, each before the pages that go deeper, then what is named `AFTERWARDS`."""
    placed = [(_place(page), page) for page in pages]
    return [_part(page) for place, page in sorted(placed, key=lambda one: one[0]) if any(place)]


def _place(page: Any) -> tuple[int, int, int]:
    """Where a page stands: a part of the book, a chapter in it, after the chapter; or nowhere."""
    if chapter := page.meta.get("chapter"):
        return (1, chapter, 0)
    if chapter := page.meta.get("practice"):
        return (1, chapter, 1)
    if page.file.name in AFTERWARDS:
        return (2, AFTERWARDS.index(page.file.name), 0)
    return (0, 0, 0)


def _part(page: Any) -> Part:
    return Part(
        name=page.url.strip("/").replace("/", "-"),
        url=page.url,
        title=page.meta["title"],
        number=page.meta.get("chapter") or page.meta.get("practice", 0),
        level=2 if "practice" in page.meta else 1,
    )
