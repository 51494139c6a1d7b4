"""What papers take of the chapters: titles, addresses, paragraphs."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

HEADING = re.compile(r"^#{1,6} .*?(?:\{: #(?P<id>[\w-]+) \})?$", re.MULTILINE)
MARKUP = re.compile(r"<[^>]+>|\*\*|\*")
LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
LABEL = re.compile(r"^\*\*[^*]+\*\*\s+")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its number, title, whole address and Markdown, macros not yet filled in."""

    number: int
    title: str
    address: str
    markdown: str


class Chapters(Mapping[str, Chapter]):
    """The chapters by the name of their page, and what every paper says of the site."""

    def __init__(
        self, pages: Iterable[Any], expand: Callable[[str], str], site_name: str, site_url: str
    ) -> None:
        self.expand, self.site_name, self.site_url = expand, site_name, site_url
        self._found = {
            page.file.name: Chapter(
                page.meta["chapter"],
                page.meta["title"],
                f"{site_url}{page.url}",
                page.file.content_string,
            )
            for page in pages
            if "chapter" in page.meta
        }

    def __getitem__(self, name: str) -> Chapter:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def paragraph(self, place: str, begins: str) -> str:
        """The paragraph that begins so under a heading, `"chapter#id"`, as plain text.

        A label in bold at its beginning is left out. Raises ValueError that names the place.
        """
        name, _, heading = place.partition("#")
        section = self._section(name, heading)
        found = [text for text in section.strip().split("\n\n") if text.startswith(begins)]
        if len(found) != 1:
            raise ValueError(
                f"{name}.md has {len(found)} paragraphs under #{heading} that begin with "
                f"«{begins}»; a paper takes one"
            )
        text = LABEL.sub("", " ".join(found[0].split()))
        return MARKUP.sub("", LINK.sub(r"\1", self.expand(text)))

    def _section(self, name: str, heading: str) -> str:
        if name not in self:
            raise ValueError(f"a paper takes a paragraph of {name!r}, which is no chapter")
        text = self[name].markdown
        headings = [*HEADING.finditer(text)]
        for number, found in enumerate(headings):
            if found["id"] == heading:
                end = headings[number + 1].start() if number + 1 < len(headings) else len(text)
                return text[found.end() : end]
        raise ValueError(f"{name}.md has no heading #{heading}, of which a paper takes a paragraph")
