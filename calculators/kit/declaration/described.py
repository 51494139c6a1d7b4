"""A calculator's form as plain data: what a page or a command line needs to draw it."""

from typing import Any

from calculators.kit.declaration.declare import Calculator, declarations
from calculators.kit.declaration.fields import Choice, Default, Field, Number, Rows, Text
from calculators.kit.words import labels


def form(name: str, calculator: Calculator[Any, Any]) -> dict[str, Any]:
    """Title, question, chapter, presets, fields, and `more` of the secondary ones."""
    secondary = [field for field in calculator.fields.values() if field.secondary]
    more = {"title": labels.more(secondary), "names": labels.named(secondary)}
    return {
        "calculator": name,
        "title": calculator.title,
        "question": calculator.question,
        "chapter": calculator.chapter,
        "version": calculator.version,
        "presets": [
            {"name": key, "title": preset.title, "why": preset.why, "raw": dict(preset.raw)}
            for key, preset in calculator.presets.items()
        ],
        "fields": [_field(key, field) for key, field in calculator.fields.items()],
        "more": more if secondary else None,
    }


def _field(key: str, field: Field) -> dict[str, Any]:
    common = {
        "name": key,
        "label": field.label,
        "help": field.help,
        "origin": origin(field.default),
        "secondary": field.secondary,
    }
    match field:
        case Number():
            return common | {"kind": "number", "unit": field.unit.many}
        case Choice():
            options = [{"key": key, "words": words} for key, words in field.options.items()]
            return common | {"kind": "choice", "options": options, "few": field.few}
        case Text():
            return common | {"kind": "text", "lines": field.lines, "longest": field.longest}
        case Rows():
            columns = [_field(key, column) for key, column in declarations(field.row).items()]
            limits = {"minimum": field.minimum, "maximum": field.maximum}
            return common | {"kind": "rows", "item": field.item, "columns": columns} | limits


def origin(default: Default) -> dict[str, str] | None:
    """Where a default comes from, in a word and in a sentence; nothing where that is plain."""
    if default.figure is None:
        text = f"По умолчанию — допущение редакции: {default.why}."
        return {"word": "допущение", "text": text} if default.why else None
    source, year = default.figure.source, default.figure.year
    until = f", на {year}\u00a0год" if year else ""
    return {"word": "источник", "text": f"По умолчанию — {source.name}, {source.date}{until}."}
