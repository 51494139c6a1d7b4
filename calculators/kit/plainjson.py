"""JSON with decimals written digit for digit, which the `json` module cannot do."""

import json
from decimal import Decimal
from typing import Any

from calculators.kit import formats


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
