"""The smallest question that still shows a fault, as far as simple steps lead."""

from collections.abc import Callable, Iterator
from typing import Any

TRIES = 400


def smallest(value: Any, fails: Callable[[Any], bool]) -> Any:
    """`value` with all taken away that can be while it still fails."""
    tries = 0
    found = True
    while found and tries < TRIES:
        found = False
        for less in _less(value):
            tries += 1
            if tries > TRIES:
                break
            if fails(less):
                value, found = less, True
                break
    return value


def _less(value: Any) -> Iterator[Any]:
    match value:
        case {"$times": [text, count]} | {"$rows": [text, count]} | {"$deep": [text, count]}:
            kind = next(iter(value))
            for fewer in (count // 10, count // 2, count * 9 // 10, count - 1):
                if 0 < fewer < count:
                    yield {kind: [text, fewer]}
        case dict():
            for key in value:
                yield {name: one for name, one in value.items() if name != key}
            for key, one in value.items():
                for less in _less(one):
                    yield value | {key: less}
        case list():
            yield from ([*value[:at], *value[at + 1 :]] for at in range(len(value)))
            for at, one in enumerate(value):
                for less in _less(one):
                    yield [*value[:at], less, *value[at + 1 :]]
        case str() if value:
            half = len(value) // 2
            parts = ("", value[:half], value[half:], value[1:], value[:-1])
            yield from (part for part in dict.fromkeys(parts) if part != value)
