"""Questions as they are written down: what is very long or very deep in a few characters.

`{"$times": [text, count]}` is the text so many times, `{"$rows": [row, count]}` such a list, and
`{"$deep": [open, count]}` so many lists, or objects where `open` is `{`, in one another.
"""

import json
from typing import Any

CLOSED = {"[": ("[", "]"), "{": ('{"a":', "}")}


def spelled(value: Any) -> str:
    """The JSON of a question, written out; no encoder of Python's could nest it as deep."""
    match value:
        case {"$times": [text, count]}:
            return json.dumps(text * count)
        case {"$rows": [row, count]}:
            return f"[{','.join([spelled(row)] * count)}]"
        case {"$deep": [kind, count]}:
            before, after = CLOSED[kind]
            return f"{before * count}1{after * count}"
        case dict():
            items = (f"{json.dumps(key)}:{spelled(one)}" for key, one in value.items())
            return f"{{{','.join(items)}}}"
        case list():
            return f"[{','.join(map(spelled, value))}]"
        case _:
            return json.dumps(value)
