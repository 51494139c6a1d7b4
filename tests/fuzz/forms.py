"""What is typed into forms: some of it admitted, some of it wrong, and known to be."""

from collections.abc import Mapping
from decimal import Decimal
from random import Random
from typing import Any

from calculators.kit import registry, typed
from calculators.kit.declaration.declare import declarations
from calculators.kit.declaration.fields import Choice, Field, Number, Rows, Text
from tests.fuzz import hostile

WRONG: list[Any] = [None, True, 0, 12, 1.5, [], {}, ["1"], {"a": "1"}, [[]], [None], ["1", {}]]
"""What no field takes, but that rows of none may be a list."""
NO_NUMBERS = [
    "", " ", "\u00a0", "абв", "1,2,3,4", "--1", "1e400", "NaN", "Infinity", "1_000", "0x10",
    *hostile.DIGITS, "1\x002", "=1+1", "<b>1</b>", "__proto__", "1\ud800",
    {"$times": ["1", 500_000]}, {"$times": ["1-", 200_000]}, "1–", "±", "1–2–", "от 1 до", "9e24",
    "-9e24", "9e24–9e24",
]  # fmt: skip
"""What no field for a number admits."""
FINEST = 38
"""Decimals of the finest number that a field reads."""


def form(rng: Random, name: str) -> tuple[Any, list[str]]:
    """What is typed into a calculator's fields, and paths of what is wrong there for certain."""
    if rng.random() < 0.02:
        return hostile.anything(rng), []
    fields = registry.get(name).fields
    how = rng.random()
    touched = [key for key in fields if rng.random() < rng.choice([0.2, 0.5, 1])]
    raw: dict[str, Any] = {}
    wrong: list[str] = []
    for key in touched:
        # Half of the forms are right, so that what comes after reading is tried, too.
        if how < 0.5:
            raw[key] = admitted(rng, fields[key])
        elif how < 0.7 and rng.random() < 0.3:
            raw[key] = _planted(rng, fields[key], key, wrong)
        else:
            raw[key] = _any(rng, fields[key])
    if how > 0.97:
        key = hostile.short(rng)
        raw[key] = hostile.anything(rng)
        wrong += [key] if key not in fields else []
    return raw, wrong


def admitted(rng: Random, field: Field) -> Any:
    """What a field takes, its bounds and all that is nearest to them among it."""
    match field:
        case Number():
            one = _number(rng, field)
            if rng.random() < 0.9:
                return typed.written(field, one)
            other = rng.choice([one, _number(rng, field)])
            return f"{typed.written(field, one)}–{typed.written(field, other)}"
        case Choice():
            return rng.choice([*field.options, *field.options.values()])
        case Text():
            words = str(hostile.short(rng))[: field.longest] if rng.random() < 0.8 else "имя"
            return words if words.strip() or not field.required else "имя"
        case Rows():
            most = rng.choice([field.minimum, min(3, field.maximum), field.maximum])
            columns = declarations(field.row).items()
            count = rng.randrange(field.minimum, most + 1)
            return [{key: admitted(rng, one) for key, one in columns} for _ in range(count)]


def _number(rng: Random, field: Number) -> Decimal:
    low, high = field.minimum, field.maximum
    grain = Decimal(1) if field.whole else Decimal(1).scaleb(-rng.choice([1, 2, 9, 20, FINEST]))
    some = Decimal(rng.random()).quantize(Decimal("0.001")) * rng.choice([1, 10, 1000, 10**9])
    some = some.to_integral_value() if field.whole else some
    if field.positive and low == 0:
        low = grain
    found = rng.choice([low, high, low + grain, min(low + some, high), min(low + some, high)])
    # What near a large bound would have more digits than are read is left at the bound.
    return found if len(found.as_tuple().digits) < typed.LONGEST else high


def _planted(rng: Random, field: Field, path: str, wrong: list[str]) -> Any:
    match field:
        case Number():
            wrong.append(path)
            return rng.choice([*NO_NUMBERS, *WRONG])
        case Choice():
            wrong.append(path)
            return rng.choice([*hostile.DIGITS, *hostile.FORMULAS, "", *WRONG])
        case Text():
            wrong.append(path)
            return rng.choice([{"$times": ["я", field.longest + 1]}, *WRONG])
        case Rows():
            if rng.random() < 0.5:
                wrong.append(path)
                few: list[Any] = [{}] * (field.minimum - 1)
                many = {"$rows": [{}, rng.choice([field.maximum + 1, 10_000])]}
                return rng.choice([few, many, "1", None, [None], [["a"]], {"0": {}}, 5, ["", {}]])
            rows = admitted(rng, field)
            at = rng.randrange(len(rows))
            key, column = rng.choice([*declarations(field.row).items()])
            rows[at] = rows[at] | {key: _planted(rng, column, f"{path}.{at}.{key}", wrong)}
            return rows


def _any(rng: Random, field: Field) -> Any:
    if isinstance(field, Rows) and rng.random() < 0.9:
        rows = [_row(rng, declarations(field.row)) for _ in range(rng.randrange(field.maximum + 2))]
        return rows if rng.random() < 0.99 else {"$rows": [{hostile.short(rng): "1"}, 10_000]}
    how = rng.random()
    if how < 0.4:
        return admitted(rng, field)
    return hostile.text(rng) if how < 0.9 else hostile.anything(rng)


def _row(rng: Random, columns: Mapping[str, Field]) -> Any:
    if rng.random() < 0.05:
        return hostile.anything(rng)
    row = {key: _any(rng, field) for key, field in columns.items() if rng.random() < 0.95}
    return row | ({hostile.short(rng): hostile.text(rng)} if rng.random() < 0.05 else {})
