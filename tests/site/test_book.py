"""The book of the built site: all of it there, nothing of the screen, and whole as a file."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urldefrag
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from calculators.kit import registry, view
from macros import glossary
from macros.book import contents, epub, pdf
from macros.book.article import article
from macros.book.book import Book, Chapter, bind, faults, link, own_ids
from macros.book.contents import Part
from macros.book.front import headings
from macros.book.tree import text
from macros.companions import offered

OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"


@pytest.fixture(scope="module")
def book(site: Path) -> Book:
    """The book of the site, which `bind` has found no fault in."""
    return bind(site)


@pytest.fixture(scope="module")
def unpacked(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The book as an EPUB."""
    file = tmp_path_factory.mktemp("book") / "playbook.epub"
    epub.write(book, file)
    with zipfile.ZipFile(file) as opened:
        yield opened


def page(html: str, **part: Any) -> Chapter:
    """A part of a book whose page has this article."""
    told = {"name": "one", "url": "one/", "title": "Первая", "number": 1, "level": 1, **part}
    body = article(f"<article>{html}</article>", "https://book.example/one/")
    own_ids(told["name"], body)
    return Chapter(Part(**told), body)


def of(*chapters: Chapter) -> Book:
    """A book of these chapters."""
    made = datetime(2026, 11, 26, tzinfo=UTC)
    return Book("Книга о деле", "Что это.", "Коротко.", "https://book.example/", made, [*chapters])


def test_the_chapters_come_in_order_and_then_the_words_and_the_sources(book: Book) -> None:
    numbers = [one.part.number for one in book.chapters if one.part.number and one.part.level == 1]
    assert numbers == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [one.part.name for one in book.chapters][-2:] == ["glossary", "sources"]
    assert all(text(one.body.find("h1")) for one in book.chapters)  # type: ignore[arg-type]
    names = {one.part.name for one in book.chapters}
    assert not names & {"calculators", "my-numbers", "report", "plan", "papers", ""}


def test_a_page_that_goes_deeper_follows_its_chapter() -> None:
    def told(name: str, **meta: Any) -> Any:
        meta["title"] = name
        return SimpleNamespace(meta=meta, url=f"{name}/", file=SimpleNamespace(name=name))

    pages = [
        told("glossary"), told("report"), told("b", chapter=2), told("company"),
        told("first-week", practice=1), told("a", chapter=1),
    ]  # fmt: skip
    found = contents.parts(pages)
    assert [one.name for one in found] == ["a", "first-week", "b", "company", "glossary"]
    assert [one.level for one in found] == [1, 2, 1, 1, 1]
    assert [one.number for one in found] == [1, 1, 2, 0, 0]
    chapters = [page(f"<h1>{one.title}</h1>", name=one.name, level=one.level) for one in found]
    first, *_ = headings(chapters)
    assert [below.id for below in first.below] == ["first-week"]


def test_every_calculator_is_worked_out_for_what_its_form_opens_with(book: Book) -> None:
    examples = [
        text(element)
        for one in book.chapters
        for element in one.body.iter("section")
        if element.get("class") == "example"
    ]
    for name in registry.names():
        form, result = view.form(name), view.result(name, {})
        shown = [
            form["title"], form["question"], result["headline"]["text"],
            result["reading"]["meaning"], f"{book.address}{form['chapter']}/#",
        ]  # fmt: skip
        words = [" ".join(one.split()) for one in shown]
        assert [told for told in examples if all(one in told for one in words)], name


def test_every_term_of_the_glossary_is_there(book: Book) -> None:
    [words] = [text(one.body) for one in book.chapters if one.part.name == "glossary"]
    for term in glossary.load().values():
        assert " ".join(term.term.split()) in words


def test_what_is_wrong_with_a_book_is_named() -> None:
    twice = page('<h1 id="a">А</h1><p id="a">б</p><p><a href="#gone">в</a></p>')
    twice.body.append(ElementTree.Element("input"))
    link(twice.body, "https://book.example/one/", {"https://book.example/one/": "one"})
    # A link to the page itself at its full address is that of an example: to the site.
    assert faults(of(twice)) == [
        "one--a is the id of 2 elements", "one: there is nothing at #one--gone",
        "one: a <input> is left",
    ]  # fmt: skip


def test_links_stay_in_the_book_where_their_page_is_in_it() -> None:
    one = page(
        '<p><a href="#here">а</a> <a href="../two/#there">б</a> <a href="../two/">в</a>'
        ' <a href="../report/">г</a> <a href="https://book.example/one/#calculator-1">д</a>'
        ' <a href="#lost_revenue?clients=5">е</a></p>'
    )
    base = "https://book.example/"
    link(one.body, f"{base}one/", {f"{base}one/": "one", f"{base}two/": "two"})
    assert [anchor.get("href") for anchor in one.body.iter("a")] == [
        "#one--here", "#two--there", "#two", f"{base}report/", f"{base}one/#calculator-1",
        f"{base}one/#lost_revenue?clients=5",
    ]  # fmt: skip


def test_what_only_a_screen_has_is_gone_and_the_words_stay() -> None:
    one = page(
        '<h1 id="a">Глава<a class="headerlink" href="#a">¶</a></h1>'
        "<template><p>пусто <template>и тут</template></p></template><script>1</script>"
        '<ul class="checklist"><li id="b"><label><input type="checkbox"><span>Дело</span></label>'
        "</li></ul><p hidden>скрыто</p><button>Жми</button> хвост"
        '<details class="fold"><summary>Ещё</summary><p data-x="1">слова</p></details>'
    )
    assert text(one.body) == "ГлаваДело хвостЕщёслова"
    assert {element.tag for element in one.body.iter()} == {
        "section", "h1", "ul", "li", "div", "span", "p",
    }  # fmt: skip


SIGNED = (
    '<h1>Глава</h1><p>Слово<a class="editors" href="../sources/" aria-describedby="editors-1">ред.'
    '</a> дальше.</p><div class="term-notes"><p id="editors-1" class="term-note">Пояснение '
    "<b>редакции</b>.</p></div>"
)


def test_a_sign_of_the_editors_becomes_a_footnote(tmp_path: Path) -> None:
    epub.write(of(page(SIGNED)), tmp_path / "a.epub")
    with zipfile.ZipFile(tmp_path / "a.epub") as opened:
        root = ElementTree.fromstring(opened.read("book/one.xhtml"))  # noqa: S314
    [sign] = [one for one in root.iter() if one.get(TYPE) == "noteref"]
    [note] = [one for one in root.iter() if one.get(TYPE) == "footnote"]
    assert sign.get("href") == f"#{note.get('id')}"
    assert sign.tail == " дальше."
    assert text(note) == "1 Пояснение редакции."


def test_the_answers_of_a_self_check_stand_after_its_questions() -> None:
    ask = (
        '<fieldset class="check__question"><legend>{n}. Вопрос?</legend><label><input type="radio">'
        '<span>да</span></label><details class="check__key"><summary>Ответ</summary><p>Верно {n}.'
        "</p></details></fieldset>"
    )
    asked = "".join(ask.format(n=n) for n in (1, 2))
    one = page(f'<section class="check"><details>{asked}</details></section>')
    assert text(one.body) == "1. Вопрос?да2. Вопрос?даОтветы1.Верно 1.2.Верно 2."


def test_a_reader_knows_the_format_by_the_first_bytes(unpacked: zipfile.ZipFile) -> None:
    first, second, *_ = unpacked.infolist()
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert unpacked.read(first) == b"application/epub+zip"
    assert not first.extra
    assert second.filename == "META-INF/container.xml"


def test_the_package_names_every_file_and_every_page_is_read_in_order(
    unpacked: zipfile.ZipFile, book: Book
) -> None:
    package = ElementTree.fromstring(unpacked.read("book/package.opf"))  # noqa: S314
    items = {item.get("id"): item.get("href") for item in package.iter(f"{OPF}item")}
    packed = {name.removeprefix("book/") for name in unpacked.namelist()}
    assert set(items.values()) == packed - {"mimetype", "META-INF/container.xml", "package.opf"}
    spine = [items[one.get("idref")] for one in package.iter(f"{OPF}itemref")]
    parts = [f"{one.part.name}.xhtml" for one in book.chapters]
    assert spine == ["cover.xhtml", "nav.xhtml", *parts]


def test_every_page_is_well_formed_and_every_link_in_it_leads_somewhere(
    unpacked: zipfile.ZipFile,
) -> None:
    pages = {
        name.removeprefix("book/"): ElementTree.fromstring(unpacked.read(name))  # noqa: S314
        for name in unpacked.namelist()
        if name.endswith(".xhtml")
    }
    ids = {name: {one.get("id") for one in root.iter()} for name, root in pages.items()}
    count = 0
    for name, root in pages.items():
        for anchor in root.iter(f"{XHTML}a"):
            address, fragment = urldefrag(anchor.get("href", ""))
            if ":" not in address:
                count += 1
                assert not fragment or fragment in ids[address or name], anchor.attrib
                assert (address or name) in pages
    assert count > 100


def test_the_same_book_is_the_same_bytes(book: Book, tmp_path: Path) -> None:
    for name in ("a", "b"):
        epub.write(book, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert (tmp_path / "a").stat().st_size < 6_000_000


def test_a_pdf_has_its_title_bookmarks_numbers_in_the_contents_and_footnotes(
    tmp_path: Path,
) -> None:
    chapters = [
        page(SIGNED.replace("Глава", "Первая") + '<h2 id="x">Раздел</h2><p>Текст.</p>'),
        page("<h1>Вторая</h1><p>Текст.</p>", name="two", title="Вторая", number=2),
    ]
    pdf.write(of(*chapters), tmp_path / "a.pdf")
    read = PdfReader(tmp_path / "a.pdf")
    root: Any = read.trailer["/Root"]
    assert read.metadata is not None
    assert (read.metadata.title, root["/Lang"]) == ("Книга о деле", "ru")
    assert root["/MarkInfo"]["/Marked"]
    bookmarks: list[Any] = read.outline
    titles = [one["/Title"] for one in bookmarks if not isinstance(one, list)]
    assert titles == ["Содержание", "Первая", "Вторая"]
    # The cover, the contents, a page for each chapter.
    texts = [" ".join(one.extract_text().split()) for one in read.pages]
    assert len(texts) == 4
    assert "1. Первая" in texts[1]
    assert texts[1].count("3") == 2  # of the chapter and of its section
    assert "Пояснение редакции." in texts[2]


def test_the_site_offers_a_book_that_was_made_and_no_other(tmp_path: Path) -> None:
    assert offered.line({"extra": {"book": None}}) == ""
    with pytest.raises(FileNotFoundError, match="run `make book` first"):
        offered.line({"extra": {"book": str(tmp_path)}})
    for name, size in (("playbook.epub", 240_000), ("playbook.pdf", 1_960_000)):
        (tmp_path / name).write_bytes(bytes(size))
    config = {"extra": {"book": str(tmp_path)}}
    line = offered.line(config)
    # 240 000 bytes are 0.24 MB, 1 960 000 are 1.96.
    assert '"book/playbook.epub" download>EPUB, 0,2\u00a0МБ' in line
    assert '"book/playbook.pdf" download>PDF, 2,0\u00a0МБ' in line
    (tmp_path / "site").mkdir()
    offered.write(tmp_path / "site", config)
    assert (tmp_path / "site" / "book" / "playbook.pdf").stat().st_size == 1_960_000
