"""A built page as its tags and the text of its article."""

import re
from html.parser import HTMLParser

# Where the pages with a calculator alone are, below the site's address.
EMBEDDED = "embed/"
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "path"}


def in_pieces(html: str) -> str:
    """A page without what keeps its ranges in one piece."""
    return re.sub('<span class="range">(.*?)</span>', r"\1", html)


class Document(HTMLParser):
    """A page's tags and the text of its article."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.headings: list[str] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag) and "article" in self.open:
            self.headings.append(tag)

        if ("class", "range") in attrs:
            return
        if tag in {"caption", "dd", "div", "dt", "li", "option", "p", "span", "td", "th"}:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        hidden = {"script", "style", "template", "svg", "code", "pre"}
        if "article" in self.open and not hidden & set(self.open):
            self.text.append(data)

    @property
    def words(self) -> str:
        """The article's text."""
        return " ".join("".join(self.text).split(" "))

    def attributes(self, tag: str, name: str) -> list[str]:
        """The values of an attribute on all tags of a kind."""
        return [attrs[name] for found, attrs in self.tags if found == tag and name in attrs]

    @property
    def ids(self) -> list[str]:
        """Every id in the page."""
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]
