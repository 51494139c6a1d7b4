"""The pages as plain Markdown, and `llms.txt` that lists them, for readers that are programs."""

import re
from pathlib import Path
from typing import Any

from calculators.__main__ import as_text

ATTRIBUTES = re.compile(r"[ \t]*\{:[^}]*\}")
QUOTED = re.compile(r"<span data-quote='[^']*'>([^<]*)</span>")
PAPER = re.compile(r'<a class="paper__file" href="([^"]+)"[^>]*>([^<]+)</a>')
HTML = re.compile(r"<[^>]+>")
ADMONITION = re.compile(r'^!!! \w+ "([^"]+)"$', re.MULTILINE)
# A program that reads about a subject is asked nothing about it.
CHECK = re.compile(r'^<section class="check".*$', re.MULTILINE)
SIGN = re.compile(r'<a class="editors"[^>]* aria-describedby="editors-(\d+)">[^<]*</a>')
NOTE = re.compile(r'<p id="editors-(\d+)"[^>]*>([^<]*)</p>')
PLACE = re.compile(r'^<section class="calculator" data-calculator="(\w+)".*$', re.MULTILINE)


def plain(markdown: str) -> str:
    """A rendered page's Markdown without attributes and markup, calculators as their text."""
    text = PLACE.sub(lambda match: _indented(as_text(match[1], {})), CHECK.sub("", markdown))
    text = ADMONITION.sub(r"**\1.**", ATTRIBUTES.sub("", text))
    text = PAPER.sub(r"[\2](\1)", text)
    text = NOTE.sub(r"\n\n[^\1]: \2", SIGN.sub(r"[^\1]", text))
    text = HTML.sub(" ", QUOTED.sub(r"\1", text))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())


def write(site: Path, texts: dict[str, str], pages: list[Any], config: Any) -> None:
    """Write each page's `index.md` beside its `index.html`, and `llms.txt` that lists them."""
    lines = [f"# {config['site_name']}", "", f"> {config['site_description']}", ""]
    for page in pages:
        name = f"{page.url}index.md"
        (site / name).write_text(texts[page.file.src_uri], "utf-8")
        title, description = page.meta["title"], page.meta["description"]
        lines.append(f"- [{title}]({config['site_url']}{name}): {description}")
    (site / "llms.txt").write_text("\n".join(lines) + "\n", "utf-8")
