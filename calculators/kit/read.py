"""Raw strings, as a reader types them, into inputs or one message per field."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.kit import formats
from calculators.kit.arithmetic import exact
from calculators.kit.declare import Calculator, Number

MULTIPLIERS = {"тыс": 10**3, "млн": 10**6, "млрд": 10**9}
NUMBER = re.compile(
    r"(?P<sign>[-−–]?)(?P<digits>[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)"
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
def inputs[I](calculator: Calculator[I, Any], raw: Mapping[str, str]) -> I:
    """The calculator's inputs, fields left out taken by default. Raises BadInputError."""
    values: dict[str, Decimal] = {}
    errors = {name: _unknown(calculator) for name in raw.keys() - calculator.fields.keys()}
    for name, field in calculator.fields.items():
        try:
            values[name] = number(field, raw[name]) if name in raw else field.default.value
        except ValueError as error:
            errors[name] = str(error)
    if errors:
        raise BadInputError(errors)
    return calculator.inputs(**values)


def number(field: Number, text: str) -> Decimal:
    """The number in `text`, within the field's bounds. Raises ValueError in Russian.

    Any spaces, a comma or a point, ₽ or % and «тыс.», «млн», «млрд» are understood.
    """
    compact = "".join(text.split()).lower()
    if not compact:
        raise ValueError(f"Впишите число: {allowed(field)}.")
    match = NUMBER.fullmatch(compact)
    if not match or len(match["digits"]) > LONGEST:
        raise ValueError(f"Не получается прочесть число. Можно так: {EXAMPLE}.")
    value = Decimal(match["digits"].replace(",", ".")) * MULTIPLIERS.get(match["magnitude"], 1)
    if match["sign"]:
        value = -value
    if field.whole and value != value.to_integral_value():
        raise ValueError(f"Здесь нужно целое число: {allowed(field)}.")
    below = value <= field.minimum if field.positive else value < field.minimum
    if below or value > field.maximum:
        raise ValueError(f"Здесь можно {allowed(field)}.")
    return abs(value) if value == 0 else value


def allowed(field: Number) -> str:
    """What a field admits, in words: «от 0 до 100 %», «больше 0 и не больше 365»."""
    top = f"{formats.number(field.maximum)}{_sign(field)}"
    if field.positive:
        return f"больше {formats.number(field.minimum)} и не больше {top}"
    return f"от {formats.number(field.minimum)} до {top}"


def _sign(field: Number) -> str:
    # A word such as «клиентов» would have to agree with «от … до»; a symbol need not.
    return formats.NBSP + field.unit.one if field.unit.one == field.unit.many else ""


def _unknown(calculator: Calculator[Any, Any]) -> str:
    return f"Такого поля нет. Есть: {', '.join(calculator.fields)}."
