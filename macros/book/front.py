"""What stands before the chapters: the cover and the contents."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import wrap
from xml.etree.ElementTree import Element

from macros.book.book import Book, Chapter
from macros.book.contents import Part
from macros.book.tree import text
from macros.render import render

AUTHOR = "Редакция плейбука"
MONTHS = ("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
          "октябрь", "ноябрь", "декабрь")  # fmt: skip
REPEATED = 4
# Of paper and of readers alike.
SHEETS = ("book.css", "examples.css", "diagrams.css")


def sheet() -> str:
    """The style of the book but for what only paper has."""
    return "\n".join((Path(__file__).parent / name).read_text("utf-8") for name in SHEETS)


@dataclass(slots=True)
class Heading:
    """A heading in the contents, with those below it."""

    id: str
    title: str
    below: list["Heading"] = field(default_factory=list)


def cover(book: Book) -> str:
    """The cover as an `<svg>` element."""
    edition = f"Издание: {MONTHS[book.made.month - 1]} {book.made.year} года"
    return render("book/cover.svg", book=book, lines=wrap(book.lead, 46), edition=edition)


def headings(chapters: list[Chapter]) -> list[Heading]:
    """The chapters, each with its sections and the pages that go deeper.

    A section that every chapter has, such as what to do this week, leads nobody anywhere.
    """
    titles = Counter(text(section) for one in chapters for section in one.body.iter("h2"))
    found: list[Heading] = []
    for one in chapters:
        here = Heading(one.part.name, one.part.title)
        if one.part.level == 1:
            if one.part.number:
                here.title = f"{one.part.number}. {here.title}"
            here.below = [
                Heading(section.get("id", ""), text(section))
                for section in one.body.iter("h2")
                if titles[text(section)] < REPEATED
            ]
            found.append(here)
        else:
            found[-1].below.append(here)
    return found


def numbered(body: Element, part: Part) -> Element:
    """A part with the number of its chapter above its title."""
    if part.number:
        named = Element("p", {"class": "number"})
        named.text = f"{'Глава' if part.level == 1 else 'К главе'} {part.number}"
        body.insert(0, named)
    return body
