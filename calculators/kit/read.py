"""Raw strings, as a reader types them, into inputs or one message per field.

Raw input maps a field's name to a string, and a field of rows to a list of such maps.
A message is kept under the path of its field: `clients`, `stages.0.conversion`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from calculators.kit import ranged
from calculators.kit.arithmetic import Range, exact
from calculators.kit.declaration.declare import Calculator, declarations
from calculators.kit.declaration.fields import Choice, Field, Number, Rows, Text
from calculators.kit.words import formats

type Raw = Mapping[str, Any]

UNSEEN = re.compile(
    r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What nobody sees: no file of Word or Excel can hold it, or it turns about the words after it."""


KEPT = 64
known = lru_cache(KEPT, typed=True)(ranged.number)
"""A key changes one text of many: the others are as they were when last read."""


class BadInputError(ValueError):
    """Input that cannot be computed with; `errors` has a Russian message per field."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {message}" for name, message in errors.items()))
        self.errors = errors


@dataclass(frozen=True, slots=True)
class Understood[I]:
    """A calculator's inputs; `notes` has what to say of a field that may be meant otherwise.

    Of a field where a range was typed the inputs have the middle, `ranges` both ends.
    """

    inputs: I
    notes: dict[str, str]
    ranges: dict[str, Range]


@dataclass(frozen=True, slots=True)
class Said:
    """What there is to say so far, by the paths of fields."""

    errors: dict[str, str]
    notes: dict[str, str]
    ranges: dict[str, Range]


@exact
def understood[I](calculator: Calculator[I, Any], raw: Raw) -> Understood[I]:
    """The inputs, fields left out taken by default, with notes. Raises BadInputError."""
    said = Said({}, {}, {})
    # Whatever was kept or sent may be no map of fields at all.
    given = raw if isinstance(raw, Mapping) else {"": raw}
    read = _record(calculator.inputs, calculator.fields, given, "", said)
    if not said.errors:
        said.errors.update(calculator.check(read))
    if said.errors:
        raise BadInputError(said.errors)
    return Understood(read, said.notes, said.ranges)


def inputs[I](calculator: Calculator[I, Any], raw: Raw) -> I:
    """The calculator's inputs, fields left out taken by default. Raises BadInputError."""
    return understood(calculator, raw).inputs


def _record(record: type[Any], fields: Mapping[str, Field], raw: Raw, path: str, said: Said) -> Any:
    values: dict[str, Any] = {}
    for name in (name for name in raw if name not in fields):
        said.errors[path + name] = f"Такого поля нет. Есть: {', '.join(fields)}."
    for name, field in fields.items():
        try:
            given = raw.get(name, field.default.value)
            values[name] = _value(field, given, path + name, said)
        except ValueError as error:
            said.errors[path + name] = str(error)
    return None if said.errors else record(**values)


def _value(field: Field, given: Any, path: str, said: Said) -> Any:
    match field:
        case Rows():
            return _rows(field, given, path, said)
        case Number():
            return given if isinstance(given, Decimal) else _number(field, given, path, said)
        case Choice():
            return choice(field, _string(given))
        case Text():
            return text(field, _string(given))


def _number(field: Number, given: Any, path: str, said: Said) -> Decimal:
    found = known(field, _string(given))
    if found.note:
        said.notes[path] = found.note
    if found.ends:
        said.ranges[path] = found.ends
    return found.value


def _string(given: Any) -> str:
    if not isinstance(given, str):
        raise ValueError("Здесь нужно одно значение: число или слова.")
    return given


def _rows(field: Rows, given: Any, path: str, said: Said) -> tuple[Any, ...]:
    listed = isinstance(given, list)
    # Of too many rows not every one is looked at.
    if not listed or not all(isinstance(row, Mapping) for row in given[: field.maximum + 1]):
        raise ValueError(f"Здесь нужен список строк с полями {', '.join(declarations(field.row))}.")
    if not field.minimum <= len(given) <= field.maximum:
        raise ValueError(f"Строк здесь может быть от {field.minimum} до {field.maximum}.")
    columns = declarations(field.row)
    return tuple(
        _record(field.row, columns, row, f"{path}.{index}.", said)
        for index, row in enumerate(given)
    )


def choice(field: Choice, text: str) -> str:
    """The key of the option that `text` is, by key or by words. Raises ValueError."""
    given = text.strip().lower()
    for key, words in field.options.items():
        if given in {key, words.lower()}:
            return key
    raise ValueError(f"Выберите одно из: {', '.join(field.options.values())}.")


def text(field: Text, text: str) -> str:
    """The words, without what is unseen and spaces around. Raises ValueError for none, too many."""
    words = UNSEEN.sub("", text).strip()
    if field.required and not words:
        raise ValueError("Впишите название.")
    if len(words) > field.longest:
        limit, now = (formats.number(Decimal(count)) for count in (field.longest, len(words)))
        raise ValueError(f"Здесь помещается до {limit} знаков, сейчас {now}.")
    return words
