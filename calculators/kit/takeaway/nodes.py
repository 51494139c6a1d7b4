"""Formulas as trees of nodes, and how a spreadsheet writes them.

Equal nodes are one object, so that a node is found again by identity.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

SIGNS = {"add": ("+", 1, 1), "sub": ("-", 1, 2), "mul": ("*", 2, 2), "div": ("/", 2, 3)}
"""How an operation is written, how tightly it binds, and how tightly its right side has to."""
CALLS = {"min": "MIN", "max": "MAX", "abs": "ABS", "sqrt": "SQRT"}
WHOLE = {"floor": "INT(ROUND({},9))", "ceiling": "-INT(-ROUND({},9))", "half_up": "ROUND({},0)"}
"""Binary fractions may miss a whole number from below, or from above."""
ALONE = 9
SIMPLE = {"cell", "number", "text", "ref"}


class Node:
    """A part of a formula: what `kind` it is and what it is made of."""

    __slots__ = ("kind", "parts")

    def __init__(self, kind: str, parts: tuple[Any, ...]) -> None:
        self.kind, self.parts = kind, parts

    @property
    def number(self) -> Decimal | None:
        """The number that it is by itself, if it is one."""
        return self.parts[0] if self.kind == "number" else None


@cache
def _one(kind: str, *parts: Any) -> Node:
    return Node(kind, parts)


def forget() -> None:
    """Let go of all nodes."""
    _one.cache_clear()


def number(value: Decimal | int) -> Node:
    """A number of its own."""
    return _one("number", Decimal(value))


def text(value: str) -> Node:
    """Words of their own."""
    return _one("text", value)


def cell(address: str) -> Node:
    """What stands in the cell of an input."""
    return _one("cell", address)


def ref(key: Any) -> Node:
    """What stands in the cell of something computed."""
    return _one("ref", key)


def node(kind: str, *parts: Any) -> Node:
    """The operation `kind` on `parts`, done at once where it changes nothing."""
    if kind in SIGNS:
        return _operation(kind, *parts) or _one(kind, *parts)
    if kind == "if" and parts[1] is parts[2]:
        chosen: Node = parts[1]
        return chosen
    if kind == "join":
        return _joined(parts)
    if kind in CALLS and parts:
        numbers = [part.number for part in parts]
        if None not in numbers:
            return number(FOLDED[kind](*numbers))
    return _one(kind, *parts)


FOLDED: dict[str, Callable[..., Any]] = {
    "min": lambda *of: min(of),
    "max": lambda *of: max(of),
    "abs": abs,
    "sqrt": lambda of: of.sqrt(),
    "add": lambda one, other: one + other,
    "sub": lambda one, other: one - other,
    "mul": lambda one, other: one * other,
    "div": lambda one, other: one / other,
}


def _operation(kind: str, one: Node, other: Node) -> Node | None:
    left, right = one.number, other.number
    if left is None and right is None:
        return None
    if left is not None and right is not None and (kind != "div" or right):
        return number(FOLDED[kind](left, right))
    kept: Node | None = None
    match kind, left, right:
        case "add" | "sub", _, right if right == 0:
            kept = one
        case "add", left, _ if left == 0:
            kept = other
        case "mul" | "div", left, right if left == 0 or (kind == "mul" and right == 0):
            kept = number(0)
        case "mul" | "div", _, right if right == 1:
            kept = one
        case "mul", left, _ if left == 1:
            kept = other
    return kept


def _joined(parts: tuple[Node, ...]) -> Node:
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if part.kind == "join" else [part]
    return flat[0] if len(flat) == 1 else _one("join", *flat) if flat else text("")


def replaced(found: Node, by: Callable[[Node], Node | None]) -> Node:
    """The node with its parts, the outermost first, in place of which `by` knows another."""
    known: dict[Node, Node] = {}

    def change(one: Node) -> Node:
        if one not in known:
            other = by(one)
            if other is None:
                parts = [change(part) if isinstance(part, Node) else part for part in one.parts]
                same = all(part is old for part, old in zip(parts, one.parts, strict=True))
                other = one if same else node(one.kind, *parts)
            known[one] = other
        return known[one]

    return change(found)


def within(found: Node) -> Iterator[Node]:
    """The node and all it is made of, each once."""
    met: set[Node] = set()
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if one not in met:
            met.add(one)
            yield one
            waiting += [part for part in one.parts if isinstance(part, Node)]


def written(found: Node, place: Callable[[Any], str], least: int = 0) -> str:
    """The formula; `place` knows how to name a cell, `least` is how tight it has to be."""
    kind, parts = found.kind, found.parts
    if kind in SIGNS:
        sign, binds, right = SIGNS[kind]
        formula = f"{written(parts[0], place, binds)}{sign}{written(parts[1], place, right)}"
        return f"({formula})" if binds < least else formula
    if kind == "join":
        formula = "&".join(written(part, place, ALONE) for part in parts)
        return f"({formula})" if least else formula
    if kind in SIMPLE:
        return _simple(kind, parts[0], place)
    if kind == "if":
        yes, no = (written(part, place) for part in parts[1:])
        return f"IF({_condition(parts[0], place)},{yes},{no})"
    inner = [written(part, place) for part in parts if isinstance(part, Node)]
    if kind in CALLS:
        return f"{CALLS[kind]}({','.join(inner)})"
    if kind in WHOLE:
        formula = WHOLE[kind].format(*inner)
        return f"({formula})" if least and formula.startswith("-") else formula
    # What is left is a list of names, each with a separator before it or empty.
    names = "&".join(inner)
    return f'IF({names}="","{parts[-1]}",MID({names},3,999))'


def _simple(kind: str, part: Any, place: Callable[[Any], str]) -> str:
    if kind == "text":
        return '"{}"'.format(part.replace('"', '""'))
    if kind == "number":
        shown = format(part, "f")
        shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
        return f"({shown})" if part < 0 else shown
    return place(part)


def _condition(found: Node, place: Callable[[Any], str]) -> str:
    # What is computed in binary fractions misses what it is equal to by a little.
    left, right, digits = found.parts
    sign = "<" if found.kind == "less" else "="
    if not digits:
        return f"{written(left, place, 1)}{sign}{written(right, place, 1)}"
    if left.number == 0:
        return f"ROUND({written(right, place)},{digits}){'>' if sign == '<' else sign}0"
    return f"ROUND({written(node('sub', left, right), place)},{digits}){sign}0"


def is_exact(left: Node, right: Node) -> bool:
    """Whether both are as typed, or one is zero and the other, a product, zero where a part is."""
    if {left.kind, right.kind} <= {"cell", "number"}:
        return True
    return any(
        one.number == 0 and _has_only_factors(other)
        for one, other in ((left, right), (right, left))
    )


def _has_only_factors(found: Node) -> bool:
    parts = [part for part in found.parts if isinstance(part, Node)]
    return found.kind in {"cell", "number", "mul", "div"} and all(map(_has_only_factors, parts))
