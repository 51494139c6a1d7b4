"""A Markdown extension: a table of sentences becomes a stack of cards on a phone.

Each cell carries its column's name, so that the style sheet can say it where there is no
room for a heading row. Tables of numbers and short words stay tables.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

# Characters of a row's longest cells together; more does not fit a phone's width.
ROOM = 60
AFTER_INLINE = 4


class Tables(Treeprocessor):
    """Marks the tables of a page that a phone shows as cards."""

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            cells = [*table.iter("th")]
            heads = ["".join(head.itertext()) for head in cells]
            for head, cell in zip(heads, cells, strict=True):
                # An empty corner heads nothing.
                cell.tag = "th" if head else "td"
            rows = [list(row) for row in table.iterfind("tbody/tr")]
            widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
            if sum(widths) <= ROOM:
                continue
            table.set("class", "stacked")
            for row in rows:
                for head, cell in zip(heads, row, strict=True):
                    cell.set("data-label", head)


def _width(cell: Element) -> int:
    return len("".join(cell.itertext()))


class TablesExtension(Extension):
    """Registers `Tables`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(Tables(md), "stacked_tables", AFTER_INLINE)


def makeExtension(**kwargs: Any) -> Extension:  # noqa: N802
    """The extension, as Python-Markdown asks for it."""
    return TablesExtension(**kwargs)
