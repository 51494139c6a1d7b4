"""Raw strings, as a reader types them, into inputs or one message per field.

Raw input maps a field's name to a string, and a field of rows to a list of such maps.
A message is kept under the path of its field: `clients`, `stages.0.conversion`.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.kit import formats
from calculators.kit.arithmetic import exact
from calculators.kit.declare import Calculator, declarations
from calculators.kit.fields import Choice, Field, Number, Rows, Text

type Raw = Mapping[str, Any]

MULTIPLIERS = {"тыс": 10**3, "млн": 10**6, "млрд": 10**9}
NUMBER = re.compile(
    r"(?P<sign>[-−–+]?)(?P<digits>[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)"
    r"(?P<magnitude>тыс|млн|млрд)?\.?(?:₽|%|п\.?п\.?|руб(?:\.|лей|ля|ль)?|р\.?)?"
)
LONGEST = 40
EXAMPLE = "1\u00a0250\u00a0000,5"


class BadInputError(ValueError):
    """Input that cannot be computed with; `errors` has a Russian message per field."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {message}" for name, message in errors.items()))
        self.errors = errors


@exact
def inputs[I](calculator: Calculator[I, Any], raw: Raw) -> I:
    """The calculator's inputs, fields left out taken by default. Raises BadInputError."""
    errors: dict[str, str] = {}
    read = _record(calculator.inputs, calculator.fields, raw, "", errors)
    if not errors:
        errors.update(calculator.check(read))
    if errors:
        raise BadInputError(errors)
    checked: I = read
    return checked


def _record(
    record: type[Any], fields: Mapping[str, Field], raw: Raw, path: str, errors: dict[str, str]
) -> Any:
    values: dict[str, Any] = {}
    for name in (name for name in raw if name not in fields):
        errors[path + name] = f"Такого поля нет. Есть: {', '.join(fields)}."
    for name, field in fields.items():
        try:
            given = raw.get(name, field.default.value)
            values[name] = _value(field, given, path + name, errors)
        except ValueError as error:
            errors[path + name] = str(error)
    return None if errors else record(**values)


def _value(field: Field, given: Any, path: str, errors: dict[str, str]) -> Any:
    match field:
        case Rows():
            return _rows(field, given, path, errors)
        case Number():
            return given if isinstance(given, Decimal) else number(field, _string(given))
        case Choice():
            return choice(field, _string(given))
        case Text():
            return text(field, _string(given))


def _string(given: Any) -> str:
    if not isinstance(given, str):
        raise ValueError("Здесь нужно одно значение: число или слова.")
    return given


def _rows(field: Rows, given: Any, path: str, errors: dict[str, str]) -> tuple[Any, ...]:
    if not isinstance(given, list) or not all(isinstance(row, Mapping) for row in given):
        raise ValueError(f"Здесь нужен список строк с полями {', '.join(declarations(field.row))}.")
    if not field.minimum <= len(given) <= field.maximum:
        raise ValueError(f"Строк здесь может быть от {field.minimum} до {field.maximum}.")
    columns = declarations(field.row)
    return tuple(
        _record(field.row, columns, row, f"{path}.{index}.", errors)
        for index, row in enumerate(given)
    )


def number(field: Number, text: str) -> Decimal:
    """The number in `text`, within the field's bounds. Raises ValueError in Russian.

    Any spaces, a comma or a point, ₽ or % and «тыс.», «млн», «млрд» are understood.
    """
    compact = "".join(text.split()).lower()
    if not compact:
        raise ValueError(f"Впишите число: {allowed(field)}.")
    match = NUMBER.fullmatch(compact)
    # Leading zeros are not counted: «,5» is written back as «0,5» and has to be read again.
    if not match or len(match["digits"].lstrip("0")) > LONGEST:
        raise ValueError(f"Не получается прочесть число. Можно так: {EXAMPLE}.")
    value = Decimal(match["digits"].replace(",", ".")) * MULTIPLIERS.get(match["magnitude"], 1)
    if match["sign"] not in {"", "+"}:
        value = -value
    if field.whole and value != value.to_integral_value():
        raise ValueError(f"Здесь нужно целое число: {allowed(field)}.")
    below = value <= field.minimum if field.positive else value < field.minimum
    if below or value > field.maximum:
        raise ValueError(f"Здесь можно {allowed(field)}.")
    return abs(value) if value == 0 else value


def choice(field: Choice, text: str) -> str:
    """The key of the option that `text` is, by key or by words. Raises ValueError."""
    for key, words in field.options.items():
        if text.strip().lower() in {key, words.lower()}:
            return key
    raise ValueError(f"Выберите одно из: {', '.join(field.options.values())}.")


def text(field: Text, text: str) -> str:
    """The words without spaces around them. Raises ValueError for none or too many."""
    words = text.strip()
    if field.required and not words:
        raise ValueError("Впишите название.")
    if len(words) > field.longest:
        limit = formats.number(Decimal(field.longest))
        raise ValueError(f"Здесь помещается до {limit} знаков, сейчас {len(words)}.")
    return words


def allowed(field: Number) -> str:
    """What a field admits, in words: «от 0 до 100 %», «больше 0 и не больше 365»."""
    top = f"{formats.number(field.maximum)}{_sign(field)}"
    if field.positive:
        return f"больше {formats.number(field.minimum)} и не больше {top}"
    return f"от {formats.number(field.minimum)} до {top}"


def _sign(field: Number) -> str:
    # A word such as «клиентов» would have to agree with «от … до»; a symbol need not.
    return formats.NBSP + field.unit.one if field.unit.one == field.unit.many else ""
