"""Files that a reader takes away: what is in each, as plain data for the page to save."""

from collections.abc import Callable
from typing import Any

from calculators.kit.declaration.declare import (
    Calculator,
    Shown,
    Table,
    no_document,
    nothing,
)
from calculators.kit.takeaway import delimited, markdown, workbook

OFFICE = "application/vnd.openxmlformats-officedocument."
MARKDOWN = "text/markdown;charset=utf-8"
WORD = f"{OFFICE}wordprocessingml.document"

type Made = dict[str, Any]
type Maker = Callable[[str, Calculator[Any, Any], Shown[Any], Shown[Any], int], Made]


def offered(name: str, calculator: Calculator[Any, Any]) -> dict[str, list[str]]:
    """The kinds of files of a calculator's document, `copy` among them, tables, and the whole."""
    has_document = calculator.document is not no_document
    return {
        "document": ["copy", "docx", "md"] if has_document else [],
        "table": ["csv"] if calculator.tables is not nothing else [],
        "whole": ["xlsx"] if workbook.is_offered(name) else [],
    }


def table(
    name: str, calculator: Calculator[Any, Any], i: Shown[Any], o: Shown[Any], number: int
) -> Made:
    """The table of that number, from 0, for Excel. Raises IndexError if there is none."""
    found = list(calculator.tables(i, o))[number]
    suffix = f"_{number + 1}" if number else ""
    return {"name": f"{name}{suffix}.csv", "type": delimited.TYPE, "text": delimited.text(found)}


def variants(name: str, table: Table) -> Made:
    """The table of a reader's variants, for Excel."""
    text = delimited.text(table)
    return {"name": f"{name}_variants.csv", "type": delimited.TYPE, "text": text}


def text(name: str, calculator: Calculator[Any, Any], i: Shown[Any], o: Shown[Any], _: int) -> Made:
    """The document as it stands."""
    document = calculator.document(i, o)
    return {"name": f"{name}.md", "type": MARKDOWN, "text": f"{document}\n"}


def document(
    name: str, calculator: Calculator[Any, Any], i: Shown[Any], o: Shown[Any], _: int
) -> Made:
    """The document for Word."""
    blocks = list(markdown.blocks(calculator.document(i, o)))
    return {"name": f"{name}.docx", "type": WORD, "title": calculator.title, "blocks": blocks}


def whole(
    name: str, calculator: Calculator[Any, Any], i: Shown[Any], o: Shown[Any], _: int
) -> Made:
    """The calculation for Excel, its formulas alive."""
    kind = f"{OFFICE}spreadsheetml.sheet"
    return {"name": f"{name}.xlsx", "type": kind, "sheets": workbook.sheets(name, calculator, i, o)}


KINDS: dict[str, Maker] = {"csv": table, "md": text, "docx": document, "xlsx": whole}
"""How each kind of file is made."""
