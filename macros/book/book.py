"""The pages of the site put together: ids that differ, links that stay within the book."""

import os
import subprocess
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urldefrag, urljoin
from xml.etree.ElementTree import Element

from bundle import ROOT
from calculators.kit import registry
from macros import navigation
from macros.book import contents
from macros.book.article import CONTROLS, article
from macros.book.tree import first, has_class, text


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the book and what stands in it."""

    part: contents.Part
    body: Element


@dataclass(frozen=True, slots=True)
class Book:
    """The whole: its title, what it is in a sentence, the site's address, the day, its chapters."""

    title: str
    description: str
    lead: str
    address: str
    made: datetime
    chapters: list[Chapter]


def bind(site: Path, config_file: Path = ROOT / "mkdocs.yml") -> Book:
    """The book of the built `site`. Raises ValueError that names what is wrong with it."""
    config, pages = navigation.site(config_file)
    parts = contents.parts(pages)
    address = str(config["site_url"])
    bodies = {}
    for part in parts:
        html = (site / part.url / "index.html").read_text("utf-8")
        bodies[part.name] = article(html, address + part.url)
        own_ids(part.name, bodies[part.name])
    targets = {address + part.url: part.name for part in parts}
    for part in parts:
        link(bodies[part.name], address + part.url, targets)
    home = first(
        article((site / "index.html").read_text("utf-8"), address), lambda e: has_class(e, "lead")
    )
    book = Book(
        title=str(config["site_name"]),
        description=str(config["site_description"]),
        lead=text(home) if home is not None else "",
        address=address,
        made=changed(),
        chapters=[Chapter(part, bodies[part.name]) for part in parts],
    )
    if wrong := faults(book):
        raise ValueError("The book is not whole:\n" + "\n".join(wrong))
    return book


def own_ids(name: str, body: Element) -> None:
    """Let every id of a page begin with its name, so that no two in the book are the same."""
    for element in body.iter():
        if given := element.get("id"):
            element.set("id", f"{name}--{given}")
    body.tag = "section"
    body.attrib = {"id": name, "class": "part"}


def link(body: Element, base: str, targets: dict[str, str]) -> None:
    """Let links to pages in the book lead there, all others to the site at its full address.

    `targets`: the names of the book's pages by their addresses.
    """
    for anchor in body.iter("a"):
        page, fragment = urldefrag(urljoin(base, anchor.get("href", "")))
        # Where to compute, with whatever numbers, is on the site.
        computed = anchor.get("href") == f"{base}#{fragment}" or _calculator(fragment)
        if page in targets and not computed:
            name = targets[page]
            anchor.set("href", f"#{name}--{fragment}" if fragment else f"#{name}")
        else:
            anchor.set("href", f"{page}#{fragment}" if fragment else page)


def _calculator(fragment: str) -> bool:
    """Whether a fragment opens a calculator, as `hiring_cost?salary=100000` does."""
    return fragment.partition("?")[0] in registry.names()


def faults(book: Book) -> list[str]:
    """What is wrong with the book: ids that are there twice, links to nowhere, form controls."""
    found = []
    elements = [(one.part.name, element) for one in book.chapters for element in one.body.iter()]
    ids = Counter(element.get("id") for _, element in elements if element.get("id"))
    found += [f"{name} is the id of {count} elements" for name, count in ids.items() if count > 1]
    for name, element in elements:
        target = element.get("href", "")
        if target.startswith("#") and target[1:] not in ids:
            found.append(f"{name}: there is nothing at {target}")
        if element.tag in CONTROLS:
            found.append(f"{name}: a <{element.tag}> is left")
    return found


def changed() -> datetime:
    """The moment of the last commit, so that the same sources make the same book; else now."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(given), UTC)
    git = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(git, capture_output=True, text=True, check=False)
    seconds = done.stdout.strip()
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)
