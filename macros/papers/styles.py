"""How papers for Word look: the styles of a document on A4, and what they need of its XML."""

from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Arial"
INK, BRAND, MUTED = (
    RGBColor(0x1D, 0x24, 0x29),
    RGBColor(0x0B, 0x5D, 0x56),
    RGBColor(0x5A, 0x61, 0x67),
)
LINE, HEAD = "8F8774", "E9F1EF"
SHORT, LONG, MARGIN = Cm(21), Cm(29.7), Cm(2)
# Points before and after, of type, and the colour of each style that papers use.
STYLES = {
    "Normal": (0, 4, 9.5, INK),
    "Heading 1": (0, 4, 18, BRAND),
    "Heading 2": (8, 3, 12, BRAND),
    "List Number": (3, 2, 9.5, INK),
    "Footer": (0, 0, 8, MUTED),
    "Caption": (0, 0, 8.5, MUTED),
}
TABLES = {"Normal Table", "Table Grid"}
# Parts of the library's own template that no reader of a paper needs.
NEEDLESS = ("/stylesWithEffects", "/customXml", "/thumbnail")


def opened(*, landscape: bool) -> Document:
    """An empty document on A4 in Russian, with nothing in it that papers do not use."""
    document = docx.Document()
    for part in (document.part, document.part.package):
        for key in [key for key, rel in part.rels.items() if rel.reltype.endswith(NEEDLESS)]:
            del part.rels[key]
    _page(document.sections[0], landscape=landscape)
    styles = document.styles
    for style in [one for one in styles if one.type == 3 and one.name not in TABLES]:
        style.delete()
    for name, (before, after, size, colour) in STYLES.items():
        _style(styles[name], before, after, size, colour)
    for border in next(styles["Table Grid"].element.iter(qn("w:tblBorders"))):
        border.set(qn("w:color"), LINE)
    [language] = styles.element.iter(qn("w:lang"))
    language.set(qn("w:val"), "ru-RU")
    settings = document.settings.element
    hyphens = OxmlElement("w:autoHyphenation")
    settings.insert_element_before(hyphens, "w:consecutiveHyphenLimit", "w:characterSpacingControl")
    return document


def _page(section: Any, *, landscape: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if landscape else (SHORT, LONG)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", MARGIN)
    section.footer_distance = Cm(1)


def _style(style: Any, before: float, after: float, size: float, colour: RGBColor) -> None:
    font, spaced = style.font, style.paragraph_format
    font.name, font.size, font.color.rgb = FONT, Pt(size), colour
    font.bold, font.italic = style.name.startswith("Heading"), False
    # A theme's font, where one is named, goes before the one named here.
    fonts = style.element.rPr.rFonts
    for key in [key for key in fonts.attrib if key.endswith("Theme") or key.endswith("theme")]:
        del fonts.attrib[key]
    for script in ("w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    spaced.space_before, spaced.space_after = Pt(before), Pt(after)
    spaced.line_spacing = 1.1
    spaced.tab_stops.clear_all()


def attribute(element: Any, tag: str, **values: str) -> None:
    """Put an element of Word's into another, with attributes of the same vocabulary."""
    child = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        child.set(qn(f"w:{name}"), value)
    element.append(child)


def bordered(cell: Any, **sides: str) -> None:
    """Give a cell lines at the sides that are named, `"single"` or `"nil"`."""
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        attribute(borders, side, val=sides.get(side, "nil"), sz="4", color=LINE)
    cell._tc.get_or_add_tcPr().append(borders)
