"""The blocks of a paper, with the words of sheets, chapters, glossary and calculators in them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from calculators.kit import registry
from macros import glossary, sheets
from macros.papers.chapters import Chapters
from macros.papers.declared import Declared, words

EMPTY = ""
NUMBER = "№"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a part; it may begin a page."""

    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `small` is what explains the rest."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A numbered list, each item with so many empty lines to write on."""

    items: tuple[str, ...]
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Blanks:
    """Labels with a line behind each to write on, so many of them side by side."""

    labels: tuple[str, ...]
    across: int = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a head; `EMPTY` cells are to be filled, `tall` ones by hand and at length.

    `widths` are the columns', relative to one another; what is `numbered` has one more before.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    tall: bool = False
    numbered: bool = False


type Block = Heading | Paragraph | Listing | Blanks | Grid


def resolved(declared: Declared, chapters: Chapters) -> Iterator[Block]:
    """The blocks of a paper. Raises ValueError or KeyError that names the paper's file."""
    for table in declared.blocks:
        kinds = [kind for kind in KINDS if kind in table]
        if len(kinds) != 1:
            raise ValueError(f"{declared.name}.toml: a block is one of {list(KINDS)}, not {table}")
        try:
            yield KINDS[kinds[0]](chapters, **table)
        except (KeyError, TypeError, ValueError) as slip:
            raise ValueError(f"{declared.name}.toml: {table}: {slip}") from slip


def _heading(_: Chapters, heading: str, *, new_page: bool = False) -> Heading:
    return Heading(words(heading), new_page)


def _text(_: Chapters, text: str, *, small: bool = False) -> Paragraph:
    return Paragraph(words(text), small)


def _paragraph(chapters: Chapters, paragraph: str, begins: str) -> Paragraph:
    return Paragraph(chapters.paragraph(paragraph, begins))


def _listing(_: Chapters, listing: str, lines: int = 0) -> Listing:
    return Listing(sheets.sheet(listing).items, lines)


def _blanks(_: Chapters, blanks: Sequence[str], across: int = 2) -> Blanks:
    return Blanks(tuple(map(words, blanks)), across)


def _terms(_: Chapters, terms: Sequence[str]) -> Paragraph:
    found = [glossary.load()[key] for key in terms]
    return Paragraph(" ".join(f"{one.title}: {_inside(one.text)}" for one in found), small=True)


def _inside(text: str) -> str:
    return text[:1].lower() + text[1:] if not text[1:2].isupper() else text


def _sheet(
    _: Chapters,
    sheet: str,
    columns: Sequence[str] = (),
    *,
    fill: Sequence[str] = (),
    only: Sequence[int] = (),
    numbered: bool = False,
    widths: Sequence[float] = (),
    tall: bool = False,
) -> Grid:
    """A sheet's columns, or its items under the one that is named, and others to `fill`."""
    found = sheets.sheet(sheet)
    titles = found.columns or tuple(columns)
    chosen = [titles.index(column) for column in columns or titles]
    rows = [found.rows[number - 1] for number in only] if only else found.rows
    cells = [tuple(row[at] for at in chosen) + (EMPTY,) * len(fill) for row in rows]
    head = (*(titles[at] for at in chosen), *map(words, fill))
    return _grid(head, cells, numbered=numbered, widths=widths, tall=tall)


def _rows(
    _: Chapters,
    rows: int,
    columns: Sequence[str],
    *,
    phrase: str = "",
    numbered: bool = False,
    widths: Sequence[float] = (),
    tall: bool = False,
) -> Grid:
    """So many empty rows; the items of the list `phrase` are columns, too, after the first."""
    more = [item[:1].upper() + item[1:] for item in sheets.sheet(phrase).items] if phrase else []
    first, *rest = map(words, columns)
    head = (first, *more, *rest)
    return _grid(head, [(EMPTY,) * len(head)] * rows, numbered=numbered, widths=widths, tall=tall)


def _inputs(
    _: Chapters, inputs: str, names: Sequence[str], fill: str, *, widths: Sequence[float] = ()
) -> Grid:
    """What a calculator asks: each field's label with its unit and help, and a cell to fill."""
    fields = registry.get(inputs).fields
    found: list[Any] = [fields[name] for name in names]
    # A unit in words is in the label already.
    units = [f", {one.unit.one}" if one.unit.one == one.unit.many else "" for one in found]
    rows = [(f"{one.label}{unit}", one.help, EMPTY) for one, unit in zip(found, units, strict=True)]
    return _grid(("Что", "Что значит", words(fill)), rows, widths=widths)


def _grid(
    head: Sequence[str],
    rows: Sequence[tuple[str, ...]],
    *,
    numbered: bool = False,
    widths: Sequence[float] = (),
    tall: bool = False,
) -> Grid:
    wide = tuple(widths or [1.0] * len(head))
    if len(wide) != len(head):
        raise ValueError(f"{len(wide)} widths for the columns {list(head)}")
    if not numbered:
        return Grid(tuple(head), tuple(rows), wide, tall)
    counted = tuple((str(number), *row) for number, row in enumerate(rows, 1))
    return Grid((NUMBER, *head), counted, wide, tall, numbered)


KINDS: dict[str, Callable[..., Block]] = {
    "heading": _heading,
    "text": _text,
    "paragraph": _paragraph,
    "listing": _listing,
    "blanks": _blanks,
    "terms": _terms,
    "sheet": _sheet,
    "rows": _rows,
    "inputs": _inputs,
}
