"""A Markdown extension: the first mention of a term in each section leads to its meaning.

A mention becomes a link to the glossary page, which works by itself; the meaning goes to the
end of the page as a tooltip, which `docs/assets/reading/term.js` shows beside the mention.
"""

from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString, HtmlStash

from macros import glossary
from macros.extensions.matching import Matcher

# From the folder of all pages: a page may stand in a folder of its own.
PAGE = "/glossary.md"
# What the glossary page is known by, since it explains its words itself.
LIST = "data-glossary"
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# Where a link would break another control, or where words are named rather than used.
CLOSED = HEADINGS | {"a", "button", "code", "dt", "kbd", "label", "pre", "summary"}
TITLE = "admonition-title"
AFTER_CHECKLIST = 4  # which makes labels and runs at 5; MkDocs, which resolves links, at 0


@cache
def matcher() -> Matcher:
    """The matcher of the whole glossary, made once a build."""
    return Matcher({key: term.spellings for key, term in glossary.load().items()})


class Terms(Treeprocessor):
    """Marks the terms of one page. `stash` holds the page's raw HTML."""

    def __init__(self, md: Markdown, stash: HtmlStash) -> None:
        super().__init__(md)
        self.stash = stash
        self.section: set[str] = set()
        self.page: set[str] = set()

    def run(self, root: Element) -> None:
        self.section, self.page = set(), set()
        if any(LIST in block for block in self.stash.rawHtmlBlocks if isinstance(block, str)):
            return
        self.mark(root)
        notes = [_note(term) for key, term in glossary.load().items() if key in self.page]
        if notes:
            place = {"class": "term-notes", "data-search-exclude": ""}
            SubElement(root, "div", place).extend(notes)

    def mark(self, place: Element) -> None:
        """Mark what is in `place`, in the order in which it is read."""
        if place.tag in HEADINGS:
            self.section.clear()
        # Words beside raw HTML may stand inside its tags, which are not in the tree.
        own = [place.text or "", *(child.tail or "" for child in place)]
        raw = any(HTML_PLACEHOLDER_RE.search(text) for text in own)
        if place.tag in CLOSED or place.get("class") == TITLE or raw:
            return
        children = list(place)
        for child in children:
            place.remove(child)
        place.text, links = self.split(place.text)
        place.extend(links)
        for child in children:
            self.mark(child)
            child.tail, links = self.split(child.tail)
            place.extend([child, *links])

    def split(self, text: str | None) -> tuple[str | None, list[Element]]:
        """The text before the first mention, and the mentions with the text after each."""
        if not text or text.isspace() or isinstance(text, AtomicString):
            return text, []
        links: list[Element] = []
        before, end = text, 0
        for found in matcher().find(text):
            if found.key in self.section:
                continue
            self.section.add(found.key)
            between = text[end : found.start]
            if links:
                links[-1].tail = between
            else:
                before = between
            links.append(_link(found.key, text[found.start : found.end]))
            end = found.end
        if links:
            links[-1].tail = text[end:]
            self.page |= {link.attrib["data-term"] for link in links}
        return before, links


def _link(key: str, mention: str) -> Element:
    address = {"href": f"{PAGE}#{key}", "aria-describedby": f"term-{key}"}
    link = Element("a", {"class": "term", "data-term": key} | address)
    link.text = mention
    return link


def _note(term: glossary.Term) -> Element:
    note = Element("p", {"id": f"term-{term.key}", "class": "term-note", "role": "tooltip"})
    note.set("popover", "manual")
    title = SubElement(note, "strong")
    title.text = f"{term.title}."
    title.tail = f" {term.text}"
    return note


class TermsExtension(Extension):
    """Registers `Terms`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(Terms(md, md.htmlStash), "terms", AFTER_CHECKLIST)


def makeExtension(**kwargs: Any) -> Extension:  # noqa: N802
    """The extension, as Python-Markdown asks for it."""
    return TermsExtension(**kwargs)
