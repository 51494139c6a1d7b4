"""A text in Markdown as blocks, for a file that has no Markdown of its own."""

import re
from collections.abc import Iterator
from typing import Any

KINDS = (
    ("heading", re.compile(r"(#{1,6}) +(.+)")),
    ("task", re.compile(r"([-*]) \[[ x]\] +(.+)")),
    ("item", re.compile(r"([-*•]) +(.+)")),
    ("text", re.compile(r"()(.+)")),
)


def blocks(text: str) -> Iterator[dict[str, Any]]:
    """Each line that is not blank: its `style`, its `text` and, of a heading, its `level`."""
    for line in filter(str.strip, text.splitlines()):
        style, found = next(
            (style, found) for style, kind in KINDS if (found := kind.fullmatch(line.strip()))
        )
        level = len(found[1]) if style == "heading" else 0
        yield {"style": style, "level": level, "text": found[2]}
