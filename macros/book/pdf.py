"""The book as a PDF, by WeasyPrint."""

from copy import deepcopy
from pathlib import Path
from xml.etree.ElementTree import tostring

from markupsafe import Markup

from macros.book import fonts, front
from macros.book.book import Book, Chapter
from macros.render import ENVIRONMENT, render
from tools import pango

HERE = Path(__file__).parent


def write(book: Book, target: Path) -> None:
    """Write the book to the file `target`. Raises RuntimeError where there is no Pango."""
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except OSError as missing:
        raise RuntimeError(pango.ADVICE) from missing
    configuration = FontConfiguration()
    faces = fonts.faces(f"{fonts.cut()[0].parent.as_uri()}/")
    sheets = [
        CSS(string=text, font_config=configuration)
        for text in (faces, front.sheet(), (HERE / "pdf.css").read_text("utf-8"))
    ]
    HTML(string=html(book), base_url=str(HERE)).write_pdf(
        target,
        stylesheets=sheets,
        font_config=configuration,
        pdf_variant="pdf/ua-1",
        pdf_identifier=book.title.encode(),
    )


def html(book: Book) -> str:
    """The whole book as one page."""
    template = ENVIRONMENT.get_template("book/whole.html")
    return template.render(
        book=book,
        author=front.AUTHOR,
        day=book.made.strftime("%Y-%m-%dT%H:%M:%SZ"),
        cover=Markup(front.cover(book)),  # noqa: S704
        contents=Markup(  # noqa: S704
            render("book/contents.html", parts=front.headings(book.chapters))
        ),
        chapters=Markup("\n".join(map(_chapter, book.chapters))),  # noqa: S704
    )


def _chapter(chapter: Chapter) -> str:
    body = deepcopy(chapter.body)
    body.set("class", "part deeper" if chapter.part.level > 1 else "part")
    for anchor in body.iter("a"):
        if anchor.get("href", "").startswith("#") and not anchor.get("class"):
            anchor.set("class", "within")
    return tostring(front.numbered(body, chapter.part), "unicode", "html")
