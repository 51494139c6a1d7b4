"""One number as people type it: what is meant by it, and what has to be said about that."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from calculators.kit.arithmetic import HUNDRED
from calculators.kit.declaration import units
from calculators.kit.declaration.fields import Number
from calculators.kit.words import formats

FRACTIONS = {
    "½": "5", "¼": "25", "¾": "75", "⅕": "2", "⅖": "4", "⅗": "6", "⅘": "8",
    "⅛": "125", "⅜": "375", "⅝": "625", "⅞": "875", "⅒": "1",
}  # fmt: skip
"""Fractions of one character that end, by their decimals."""

THOUSAND = 1000
POWERS = {"thousand": 3, "million": 6, "milliard": 9, None: 0}
NUMBER = re.compile(
    rf"[≈~]? ?(?P<sign>[-−–—+]?) ?(?P<digits>[0-9.,'’ ]*)(?P<fraction>[{''.join(FRACTIONS)}]?) ?"
    r"(?:e(?P<power>[-+]?[0-9]{1,2})(?![0-9]))? ?"
    r"(?:(?P<thousand>тыс(?:яч[аи]?)?|т(?=\.? ?р)|[кk](?![а-яёa-z]))"
    r"|(?P<million>млн|миллион(?:а|ов)?)|(?P<milliard>млрд|миллиард(?:а|ов)?))?"
    r"\.? ?(?P<unit>.*)",
    re.IGNORECASE,
)
PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+")
GROUPED = re.compile(
    r"[1-9][0-9]{0,2}(?P<by>[.,'’])[0-9]{3}(?P<more>(?P=by)[0-9]{3})*"
    r"(?P<end>(?!(?P=by))[.,][0-9]*)?"
)
SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})*(?:[.,][0-9]*)?|[^ ]*")
"""Digits whose spaces, if any, stand where thousands are told apart."""
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
"""What comes along from a page or a sheet and is seen by nobody."""
LONGEST = 40
MOST = 1000
"""Characters of a text that is looked at: nobody types a number in more."""
EXAMPLES = tuple(Decimal(digits) for digits in ("1250000.5", "1250000", "12.5", "12"))


class Exact(str):
    """A number as programs write it: a point in it never groups digits."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """What was understood, and a `note` in Russian where the reader may have meant another."""

    value: Decimal
    note: str


def number(field: Number, text: str) -> Typed:
    """The number in `text`, within the field's bounds. Raises ValueError in Russian.

    Understood are spaces of every kind, a comma or a point, thousands and millions, ½, the
    field's own unit in any form. Where a fraction is rare, in whole numbers and ₽, a
    separator before exactly three digits groups them.
    """
    if len(text) > MOST:
        raise _unclear(field, text.strip())
    spaced = " ".join(text.translate(INVISIBLE).split())
    if not spaced:
        raise ValueError(ended(f"Впишите число: {allowed(field)}"))
    match = NUMBER.fullmatch(spaced)
    if match is None or not (match["digits"].strip() or match["fraction"]):
        raise _unclear(field, spaced)
    _check_unit(field, match["unit"])
    power = POWERS[next((name for name in POWERS if name and match[name]), None)]
    power += int(match["power"] or 0)
    typed = match["digits"].replace(" ", "")
    # «1,250 млн» is no thousand million, and a program's point is what it is.
    groups = _groups(field) and not power and not isinstance(text, Exact)
    digits, doubtful = _digits(typed, match["fraction"], groups=groups) or (None, False)
    if digits is None:
        raise _unclear(field, match["digits"].strip() + match["fraction"])
    value = Decimal(digits).scaleb(power)
    decimals = len(digits.partition(".")[2]) - power
    # Leading zeros are not counted: «,5» is written back as «0,5» and has to be read again.
    if max(len(digits.lstrip("0")), decimals + 1) > LONGEST:
        raise _unclear(field, spaced)
    if match["sign"] not in {"", "+"}:
        value = -value
    check_bounds(field, value)
    value = abs(value) if value == 0 else value
    if not SPACED.fullmatch(match["digits"].strip()):
        return Typed(value, _read_as(value))
    if doubtful:
        meant = not groups and not power and not isinstance(text, Exact)
        said = (meant and _admits(field, value * THOUSAND)) or not _is_shown(value, typed)
        return Typed(value, _read_as(value) if said else "")
    return Typed(value, "" if match["unit"] else _too_small(field, value))


def written(field: Number, value: Decimal) -> str:
    """`value` to its last digit, so that `number` reads it as it is: `1 250 000,5`."""
    text = formats.number(value)
    lone = GROUPED.fullmatch(text.removeprefix(formats.MINUS))
    doubtful = lone and (_groups(field) or _admits(field, value * THOUSAND))
    return f"{text}0" if doubtful else text


def example(field: Number) -> str:
    """A number that the field admits, as it may be typed."""
    admitted = (value for value in EXAMPLES if _admits(field, value))
    return written(field, next(admitted, field.default.value))


def allowed(field: Number) -> str:
    """What a field admits, in words: «от 0 до 100 %», «больше 0 и не больше 365»."""
    top = f"{formats.number(field.maximum)}{_sign(field)}"
    if field.positive:
        return f"больше {formats.number(field.minimum)} и не больше {top}"
    return f"от {formats.number(field.minimum)} до {top}"


def _sign(field: Number) -> str:
    # A word such as «клиентов» would have to agree with «от … до»; a symbol need not.
    return formats.NBSP + field.unit.one if field.unit.one == field.unit.many else ""


def _groups(field: Number) -> bool:
    return field.whole or field.unit is units.RUBLES


def _digits(typed: str, fraction: str, *, groups: bool) -> tuple[str, bool] | None:
    # Digits with a decimal point, and whether they could be read in two ways.
    if fraction:
        return (f"{typed}.{FRACTIONS[fraction]}", False) if not typed or typed.isdigit() else None
    found = GROUPED.fullmatch(typed)
    lone = found is not None and found["by"] in ".," and not (found["more"] or found["end"])
    if found and (groups or not lone):
        end = found["end"] or ""
        whole = typed.removesuffix(end).replace(found["by"], "")
        return whole + end.replace(",", "."), lone
    return (typed.replace(",", "."), lone) if PLAIN.fullmatch(typed) else None


def _check_unit(field: Number, words: str) -> None:
    if not words or field.unit.is_called(words):
        return
    if foreign := units.find(words):
        name = foreign.one.removesuffix(".")
        raise ValueError(f"Единица этого поля — {field.unit.one}, а не {name}.")
    raise _unclear(field, words)


def unbounded(field: Number, unit: units.Unit | None = None) -> Number:
    """A field that reads numbers as this one does, of any size; or those of another unit."""
    bound = field.maximum.copy_abs().scaleb(LONGEST)
    return replace(
        field, unit=unit or field.unit, minimum=-bound, maximum=bound, whole=False, positive=False
    )


class OutOfBoundsError(ValueError):
    """A number that was read and that the field does not admit."""


def check_bounds(field: Number, value: Decimal) -> None:
    """Raise OutOfBoundsError, in Russian, for a value that the field does not admit."""
    if field.whole and value != value.to_integral_value():
        raise OutOfBoundsError(ended(f"Здесь нужно целое число: {allowed(field)}"))
    below = value <= field.minimum if field.positive else value < field.minimum
    if below or value > field.maximum:
        raise OutOfBoundsError(ended(f"Здесь можно {allowed(field)}"))


def ended(sentence: str) -> str:
    """A sentence with its full stop, which «п. п.» has already."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def _admits(field: Number, value: Decimal) -> bool:
    try:
        check_bounds(field, value)
    except ValueError:
        return False
    return True


def _unclear(field: Number, words: str) -> ValueError:
    short = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    return ValueError(
        f"Не получается прочесть число: не поняли «{short}». Можно так: {example(field)}."
    )


def _is_shown(value: Decimal, typed: str) -> bool:
    return formats.number(value).removeprefix(formats.MINUS) == typed.replace(".", ",")


def _read_as(value: Decimal) -> str:
    return f"Прочли как {formats.number(value)}."


def _too_small(field: Number, value: Decimal) -> str:
    if field.unit is not units.PERCENT or field.below_one or not 0 < value < 1:
        return ""
    here, part, meant = (formats.number(n) for n in (value, value / HUNDRED, value * HUNDRED))
    return f"{here}\u00a0% — это {part} целого. Имели в виду {meant}\u00a0%?"
