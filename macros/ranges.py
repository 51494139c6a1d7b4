"""Ranges in the finished pages: «2–3» that no line ends in the middle of.

A browser may break a line after any dash. A word joiner would be copied and looked for with the
text; an element is not. A range of eight digits on either side may need the break on a phone.
"""

import re
from pathlib import Path

# Tags with all that they say of themselves, and what is no text of the page or must stay as it is.
APART = re.compile(
    r"<(?:(?P<name>option|script|style|svg|template|textarea|title)\b.*?</(?P=name)"
    r"|!--.*?--"
    r"""|(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL,
)
NUMBER = r"\d(?:[\d,]|\xa0(?=\d))*(?:\xa0?[%₽])?"
LONG = 20
BEGUN = rf"(?<![\d,–])(?<!\d\xa0)(?![\d,–\xa0%₽]{{{LONG}}})"
RANGE = re.compile(rf"{BEGUN}{NUMBER}(?:–{NUMBER})+")


def write(site: Path) -> None:
    """Keep every range in the pages of the finished `site` in one piece."""
    for file in sorted(site.rglob("*.html")):
        file.write_text(whole(file.read_text("utf-8")), "utf-8")


def whole(html: str) -> str:
    """`html` with each range in its text an element; `paint.js` does the same to what changes."""
    made, at = [], 0
    for apart in APART.finditer(html):
        made += [_kept(html[at : apart.start()]), apart[0]]
        at = apart.end()
    return "".join([*made, _kept(html[at:])])


def _kept(text: str) -> str:
    return RANGE.sub(r'<span class="range">\g<0></span>', text)
