"""Plain data, and JSON with decimals digit for digit, which the `json` module cannot do."""

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from calculators.kit.words import formats

# What is made anew out of texts and numbers cannot hold itself: looking for that takes time.
encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""Plain data without decimals as JSON on one line."""


def plain(value: Any) -> Any:
    """Records as maps and tuples as lists, at any depth; a Decimal with no exponent."""
    match value:
        case Decimal():
            return Decimal(formats.plain(value))
        case list() | tuple():
            return [plain(one) for one in value]
        case dict():
            return {key: plain(one) for key, one in value.items()}
        case _ if is_dataclass(value):
            return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value


def dumps(value: Any, indent: str = "\n") -> str:
    """`value` as indented JSON; a Decimal becomes a number with all its digits."""
    deeper = indent + "  "
    match value:
        case Decimal():
            return formats.plain(value)
        case dict() if value:
            items = (f"{json.dumps(k)}: {dumps(v, deeper)}" for k, v in value.items())
            return f"{{{deeper}{f',{deeper}'.join(items)}{indent}}}"
        case list() | tuple() if value:
            return f"[{deeper}{f',{deeper}'.join(dumps(v, deeper) for v in value)}{indent}]"
        case _:
            return json.dumps(value, ensure_ascii=False)
