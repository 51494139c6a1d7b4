"""A paper for Word: its blocks on A4, with room to write."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from docx.document import Document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt

from macros.papers.blocks import EMPTY, Blanks, Block, Grid, Heading, Listing, Paragraph, resolved
from macros.papers.chapters import Chapter, Chapters
from macros.papers.declared import Declared
from macros.papers.repeatable import DAY, packed
from macros.papers.styles import HEAD, MARGIN, attribute, bordered, opened

LOW, ROOM, TALL = Cm(0.6), Cm(0.8), Cm(1.3)
"""How high a row is at least: of words alone, with something to write, with much to write."""
COUNT, LABEL = Cm(0.9), Cm(3.6)
"""How wide a column of numbers and a blank's label are."""


def made(declared: Declared, chapters: Chapters) -> bytes:
    """The file. Raises ValueError that names the declaration and the slip."""
    chapter = chapters[declared.chapter]
    document = opened(landscape=declared.landscape)
    _properties(document, declared, chapters.site_name)
    _footer(document, chapters.site_name, chapter)
    document.add_paragraph(f"Глава {chapter.number}. {chapter.title}", "Caption")
    document.add_heading(declared.title, 1)
    document.add_paragraph(f"{declared.about}.")
    for block in resolved(declared, chapters):
        PUT[type(block)](document, block)
    file = io.BytesIO()
    document.save(file)
    return packed(file.getvalue())


def _properties(document: Document, declared: Declared, site_name: str) -> None:
    core = document.core_properties
    core.title, core.subject = declared.title, declared.about
    core.author = core.last_modified_by = site_name
    core.language, core.comments, core.keywords = "ru-RU", "", ""
    core.created = core.modified = DAY


def _footer(document: Document, site_name: str, chapter: Chapter) -> None:
    [line] = document.sections[0].footer.paragraphs
    stops = line.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(_width(document), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{site_name} · ")
    _link(line, chapter.address)
    line.add_run("\t")
    _field(line, "PAGE")
    line.add_run(" из ")
    _field(line, "NUMPAGES")


def _link(line: Any, address: str) -> None:
    link = OxmlElement("w:hyperlink")
    key = line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), key)
    link.append(line.add_run(address)._r)
    line._p.append(link)


def _field(line: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(line.add_run("1")._r)
    line._p.append(field)


def _width(document: Document) -> Length:
    return Length((document.sections[0].page_width or 0) - 2 * MARGIN)


def _heading(document: Document, block: Heading) -> None:
    heading = document.add_heading(block.text, 2)
    heading.paragraph_format.page_break_before = block.new_page


def _paragraph(document: Document, block: Paragraph) -> None:
    document.add_paragraph(block.text, "Caption" if block.small else None)


def _listing(document: Document, block: Listing) -> None:
    for item in block.items:
        document.add_paragraph(item, "List Number").paragraph_format.keep_with_next = True
        if block.lines:
            lines = _table(document, [_width(document)])
            for _ in range(block.lines):
                bordered(_row(lines, [EMPTY], ROOM)[0], bottom="single")


def _blanks(document: Document, block: Blanks) -> None:
    each = _width(document) // block.across
    label = min(LABEL, each // 3) if block.across > 1 else LABEL + Cm(1.8)
    table = _table(document, [label, each - label] * block.across)
    labels = [*block.labels]
    while labels:
        now, labels = labels[: block.across], labels[block.across :]
        cells = [part for label in now for part in (label, EMPTY)]
        row = _row(table, cells + [EMPTY] * (2 * block.across - len(cells)), ROOM)
        for at in range(len(now)):
            row[2 * at].vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
            bordered(row[2 * at + 1], bottom="single")
    _gap(document)


def _grid(document: Document, block: Grid) -> None:
    free = _width(document) - (COUNT if block.numbered else 0)
    widths = [int(free * width / sum(block.widths)) for width in block.widths]
    table = _table(document, [COUNT, *widths] if block.numbered else widths, lined=True)
    for cell in _row(table, block.columns, LOW):
        attribute(cell._tc.get_or_add_tcPr(), "shd", val="clear", color="auto", fill=HEAD)
        cell.paragraphs[0].runs[0].font.bold = True
    attribute(table.rows[0]._tr.get_or_add_trPr(), "tblHeader")
    for row in block.rows:
        _row(table, row, LOW if EMPTY not in row else TALL if block.tall else ROOM)
    _gap(document)


def _gap(document: Document) -> None:
    """What keeps two tables apart: Word would make one of them."""
    gap = document.add_paragraph().paragraph_format
    gap.space_after, gap.line_spacing = Pt(0), Pt(6)


def _table(document: Document, widths: Sequence[int], *, lined: bool = False) -> Any:
    table = document.add_table(0, 0, "Table Grid" if lined else None)
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.LEFT
    for width in widths:
        table.add_column(Length(width))
    return table


def _row(table: Any, texts: Sequence[str], height: Length) -> Any:
    row = table.add_row()
    row.height, row.height_rule = height, WD_ROW_HEIGHT_RULE.AT_LEAST
    attribute(row._tr.get_or_add_trPr(), "cantSplit")
    for cell, text in zip(row.cells, texts, strict=True):
        line = cell.paragraphs[0]
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(2)
        line.paragraph_format.line_spacing = 1.0
        if text:
            line.add_run(text).font.size = Pt(9)
    return row.cells


PUT: dict[type[Block], Callable[[Document, Any], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Listing: _listing,
    Blanks: _blanks,
    Grid: _grid,
}
