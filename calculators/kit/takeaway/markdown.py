"""A text in Markdown as blocks, for a file that has no Markdown of its own, and back."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from calculators.kit.read import UNSEEN

KINDS = (
    ("heading", re.compile(r"(#{1,6}) +(.+)")),
    ("done", re.compile(r"([-*]) \[x\] +(.+)")),
    ("task", re.compile(r"([-*]) \[ \] +(.+)")),
    ("item", re.compile(r"([-*•]) +(.+)")),
    ("text", re.compile(r"()(.+)")),
)

MARKS = {"task": "- [ ] ", "done": "- [x] ", "item": "- ", "text": ""}
LISTED = {"task", "done", "item"}


def blocks(text: str) -> Iterator[dict[str, Any]]:
    """Each line that is not blank: its `style`, its `text` and, of a heading, its `level`."""
    for line in filter(str.strip, UNSEEN.sub("", text).splitlines()):
        style, found = next(
            (style, found) for style, kind in KINDS if (found := kind.fullmatch(line.strip()))
        )
        level = len(found[1]) if style == "heading" else 0
        yield {"style": style, "level": level, "text": found[2]}


def text(blocks: Iterable[Mapping[str, Any]]) -> str:
    """Blocks as Markdown, a blank line between them except between the items of a list."""
    lines: list[str] = []
    before = ""
    for block in blocks:
        style = block["style"]
        mark = MARKS.get(style, f"{'#' * block['level']} ")
        if before and not {before, style} <= LISTED:
            lines.append("")
        lines.append(mark + block["text"])
        before = style
    return "".join(f"{line}\n" for line in lines)
