"""The book as an EPUB 3: a page of XHTML for every part, and what leads through them."""

import uuid
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, tostring

import vl_convert
from markupsafe import Markup

from macros.book import fonts, front
from macros.book.book import Book, Chapter
from macros.book.tree import added, has_class, pairs, replace
from macros.render import ENVIRONMENT

TYPE = "application/epub+zip"
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


def write(book: Book, target: Path) -> None:
    """Write the book to the file `target`, the same for the same book."""
    files: dict[str, bytes] = {"META-INF/container.xml": CONTAINER.encode()}
    files |= {f"book/{name}": content for name, content in _content(book).items()}
    with zipfile.ZipFile(target, "w") as zipped:
        # Unpacked and first: a reader knows the format by it.
        _add(zipped, book, "mimetype", TYPE.encode(), zipfile.ZIP_STORED)
        for name, content in files.items():
            _add(zipped, book, name, content, zipfile.ZIP_DEFLATED)


def _add(zipped: zipfile.ZipFile, book: Book, name: str, content: bytes, how: int) -> None:
    info = zipfile.ZipInfo(name, book.made.timetuple()[:6])
    info.compress_type = how
    info.external_attr = 0o644 << 16
    zipped.writestr(info, content, compresslevel=9)


def _content(book: Book) -> dict[str, bytes]:
    """What is in the folder of the book, by name."""
    parts = {one.part.name: one for one in book.chapters}
    pages = {name: _body(one) for name, one in parts.items()}
    files = {file.name: file.read_bytes() for file in fonts.cut()}
    faces = fonts.faces("")
    told = {
        "book": book,
        "author": front.AUTHOR,
        "day": book.made.strftime("%Y-%m-%dT%H:%M:%SZ"),
        # The same for every edition of the book at this address.
        "identifier": uuid.uuid5(uuid.NAMESPACE_URL, f"{book.address}playbook.epub"),
        "fonts": [*files],
        "pages": [{"name": name, "drawn": "<svg" in body} for name, body in pages.items()],
        "parts": front.headings(book.chapters),
        "placed": placed,
    }
    image = f'<figure class="cover"><img src="cover.png" alt="{book.title}"/></figure>'
    return {
        "package.opf": _rendered("package.opf", **told),
        "nav.xhtml": _page("Содержание", _rendered("nav.xhtml", **told).decode()),
        "book.css": (faces + front.sheet()).encode(),
        "cover.png": _image(book),
        "cover.xhtml": _page(book.title, image),
        **files,
        **{f"{name}.xhtml": _page(parts[name].part.title, body) for name, body in pages.items()},
    }


def _image(book: Book) -> bytes:
    """The cover as shops and shelves show it, in the book's own font on every machine."""
    vl_convert.register_font_directory(str(fonts.cut("ttf")[0].parent))
    image: bytes = vl_convert.svg_to_png(front.cover(book))
    return image


def placed(target: str) -> str:
    """The address of an id in the book: which page it is on is the beginning of the id."""
    name, _, below = target.partition("--")
    return f"{name}.xhtml#{target}" if below else f"{name}.xhtml"


def _rendered(template: str, **told: Any) -> bytes:
    return ENVIRONMENT.get_template(f"book/{template}").render(**told).encode()


def _page(title: str, body: str) -> bytes:
    return _rendered("page.xhtml", title=title, body=Markup(body))  # noqa: S704


def _body(chapter: Chapter) -> str:
    """A part of the book as XHTML, with its footnotes at the end."""
    body = deepcopy(chapter.body)
    name = chapter.part.name
    for anchor in body.iter("a"):
        if (target := anchor.get("href", "")).startswith("#"):
            anchor.set("href", placed(target[1:]))
    notes = [(parent, note) for parent, note in pairs(body) if has_class(note, "footnote")]
    for number, (parent, note) in enumerate(notes, 1):
        _footnote(body, parent, note, f"{name}--note-{number}", str(number))
    return tostring(front.numbered(body, chapter.part), "unicode", "xml")


def _footnote(body: Element, parent: Element, note: Element, key: str, number: str) -> None:
    """A number where the note stood, which leads to the note at the end and back."""
    sign = Element("a", {"id": f"{key}-sign", "href": f"#{key}", "epub:type": "noteref"})
    sign.set("role", "doc-noteref")
    added(sign, "sup", number)
    replace(parent, note, sign)
    aside = added(body, "aside", id=key, role="doc-footnote", class_="note")
    aside.set("epub:type", "footnote")
    back = added(aside, "a", number, href=f"#{key}-sign")
    back.tail = " "
    note.tag, note.tail = "span", None
    aside.append(note)
