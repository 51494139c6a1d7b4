"""What the sentences, tables and lists of chapters quote: figures, numbers computed, sheets."""

from typing import Any

from calculators.kit.declaration import figures
from macros import company as companies
from macros import sheets
from macros.render import render
from macros.slots import Slot


def company() -> str:
    """The name of the company of the examples."""
    return f"«{companies.load().name}»"


def opened(calculator: str, words: str) -> str:
    """A link that opens a calculator of the same page on the company's numbers."""
    return render("opened.html", address=companies.link(calculator), words=words)


def figure(key: str) -> str:
    """A sourced figure with its unit, and its year if it has one. Raises KeyError."""
    return figures.figure(key).dated


def value(calculator: str, name: str, **inputs: Any) -> Slot:
    """One input or output of a calculator, for defaults replaced by `inputs`.

    A reader's own numbers take their place, here and below, where he has any.
    """
    return Slot("value", calculator, name, **inputs)


def unless_own(value: Any) -> dict[str, Any]:
    """An input of the example's own, which a reader's own number replaces."""
    return {"unless_own": value}


def said(calculator: str, part: str, **inputs: Any) -> Slot:
    """What a calculator says of its answer: a part of `quoted.READING` or `DECISIONS`."""
    return Slot("said", calculator, part, **inputs)


def lever(calculator: str, path: str, end: str, **inputs: Any) -> Slot:
    """The measure with one number a tenth `"lower"` or `"higher"`, all else as it is."""
    return Slot("lever", calculator, path, end, **inputs)


def turn(calculator: str, path: str, **inputs: Any) -> Slot:
    """The nearest value of one number at which the answer is another; KeyError if none is."""
    return Slot("turn", calculator, path, **inputs)


def spread(calculator: str, **inputs: Any) -> Slot:
    """In how many cases of twenty what comes out of the ranges among `inputs`."""
    return Slot("spread", calculator, **inputs)


def table(key: str, *columns: str, numbered: bool | str = False) -> str:
    """A sourced table in Markdown, or those of its `columns`; call it at column 0.

    `numbered` rows stand under «№», or under that word. Raises KeyError for an unknown key,
    ValueError for an unknown column.
    """
    sheet = sheets.sheet(key)
    if unknown := set(columns) - set(sheet.columns):
        raise ValueError(f"{key} has no column {unknown}; it has {sheet.columns}")
    chosen = [sheet.columns.index(name) for name in columns or sheet.columns]
    head, *rows = ([row[n] for n in chosen] for row in (sheet.columns, *sheet.rows))
    lines = [head, ["---"] * len(head), *rows]
    if numbered:
        title = "№" if numbered is True else numbered
        margin = [title, "---:", *map(str, range(1, len(rows) + 1))]
        lines = [[cell, *line] for cell, line in zip(margin, lines, strict=True)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def listing(key: str) -> str:
    """A list in Markdown, numbered; call it at column 0. Raises KeyError."""
    items = sheets.sheet(key).items
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


def phrase(key: str) -> str:
    """A list as a part of a sentence, with commas. Raises KeyError."""
    return ", ".join(sheets.sheet(key).items)


MACROS = (
    company,
    opened,
    figure,
    value,
    unless_own,
    said,
    lever,
    turn,
    spread,
    table,
    listing,
    phrase,
)
