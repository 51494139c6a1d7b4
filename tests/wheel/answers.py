"""Answer questions on standard input at full precision, wherever the wheel is installed."""

import json
import sys
from typing import Any

from calculators.kit import plainjson, read, view


def answer(name: str, raw: dict[str, Any]) -> dict[str, Any]:
    """The numbers, or what is wrong with the input."""
    try:
        return view.numbers(name, raw)
    except read.BadInputError as bad:
        return {"errors": bad.errors}


print(plainjson.dumps([answer(**question) for question in json.load(sys.stdin)]))
