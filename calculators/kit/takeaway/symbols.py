"""Numbers and words that remember what was done to them.

A symbol has a value and computes like any number, so that a calculator takes it for one. Beside
that it has the formula it came by, and whoever follows it is asked about every comparison.
"""

import builtins
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, DecimalException
from functools import wraps
from typing import Any, Self

from calculators.kit.takeaway import nodes
from calculators.kit.takeaway.nodes import Node, node
from calculators.kit.words import formats

FINE, FINER = 6, 9
"""Decimals beyond which numbers are equal in a spreadsheet, and shares are."""
EXACTLY = 0
ROUNDINGS = {ROUND_CEILING: "ceiling", ROUND_FLOOR: "floor", ROUND_HALF_UP: "half_up"}


class UnfollowedError(Exception):
    """A calculator does something that its formulas cannot be found by."""


Decide = Callable[[Node, bool], bool]
_asked: list[Decide] = []


def decide(condition: Node, present: bool) -> bool:
    """What whoever follows says of a condition that at `present` holds or does not."""
    if not _asked:
        raise UnfollowedError("symbols are compared only while they are followed")
    return _asked[-1](condition, present)


def _unknown() -> bool:
    # Whoever only writes a number down is told of the value: it does not decide by it.
    return sys._getframe(2).f_globals is not formats.__dict__


class Symbol(Decimal):
    """A number, and its formula; where it is a percent, `hundred`, the formula of its share."""

    __slots__ = ("hundred", "node")
    node: Node
    hundred: bool

    def __new__(cls, value: Decimal, node: Node, *, hundred: bool = False) -> Self:
        self = super().__new__(cls, value)
        self.node, self.hundred = node, hundred
        return self

    @property
    def value(self) -> Decimal:
        """The number alone."""
        return Decimal.copy_abs(self).copy_sign(self)

    @property
    def whole(self) -> Node:
        """The formula of the number itself."""
        return node("mul", self.node, nodes.number(100)) if self.hundred else self.node

    @property
    def share(self) -> Node:
        """The formula of the share that it is as a percent."""
        return self.node if self.hundred else node("div", self.node, nodes.number(100))

    def __add__(self, other: Any) -> Any:
        return _level("add", self, other)

    def __radd__(self, other: Any) -> Any:
        return _level("add", other, self)

    def __sub__(self, other: Any) -> Any:
        return _level("sub", self, other)

    def __rsub__(self, other: Any) -> Any:
        return _level("sub", other, self)

    def __mul__(self, other: Any) -> Any:
        return _product(self, other)

    def __rmul__(self, other: Any) -> Any:
        return _product(other, self)

    def __truediv__(self, other: Any) -> Any:
        return _quotient(self, other)

    def __rtruediv__(self, other: Any) -> Any:
        return _quotient(other, self)

    def __floordiv__(self, other: Any) -> Any:
        return _whole_quotient(self, other)

    def __rfloordiv__(self, other: Any) -> Any:
        return _whole_quotient(other, self)

    def __mod__(self, other: Any) -> Any:
        return self - _whole_quotient(self, other) * other

    def __neg__(self) -> Any:
        return _level("sub", Decimal(0), self)

    def __pos__(self) -> Any:
        return self

    def __abs__(self) -> Any:
        return Symbol(self.copy_abs(), node("abs", self.node), hundred=self.hundred)

    def to_integral_value(self, rounding: str | None = None, context: Any = None) -> Any:
        """The whole number beside it, followed too."""
        value = self.value.to_integral_value(rounding, context)
        if not _unknown():
            return value
        return Symbol(value, node(ROUNDINGS[rounding or ROUND_HALF_UP], self.whole))

    def sqrt(self, context: Any = None) -> Any:
        """The square root, followed too."""
        return _root(self) if context is None else self._lost()

    def __lt__(self, other: Any) -> bool:
        return _is_less(self, other) if _unknown() else self.value < other

    def __gt__(self, other: Any) -> bool:
        return _is_less(other, self) if _unknown() else self.value > other

    def __le__(self, other: Any) -> bool:
        return not _is_less(other, self) if _unknown() else self.value <= other

    def __ge__(self, other: Any) -> bool:
        return not _is_less(self, other) if _unknown() else self.value >= other

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, int | Decimal):
            return False
        return _is_same(self, other) if _unknown() else self.value == other

    def __ne__(self, other: object) -> bool:
        if not isinstance(other, int | Decimal):
            return True
        return not _is_same(self, other) if _unknown() else self.value != other

    def __bool__(self) -> bool:
        return not _is_same(self, Decimal(0)) if _unknown() else bool(self.value)

    def _lost(self, *_: object) -> Any:
        raise UnfollowedError("a number is used in a way that has no formula")

    __hash__ = __int__ = __float__ = __round__ = __pow__ = __rpow__ = __str__ = __format__ = _lost


def _again(compute: Callable[..., Symbol]) -> Callable[..., Symbol]:
    # On every way much the same is computed.
    @wraps(compute)
    def look_up(*given: Any) -> Symbol:
        key = (
            compute,
            *((one.node, one.hundred) if isinstance(one, Symbol) else one for one in given),
        )
        found = _known.get(key)
        if found is None:
            found = _known[key] = compute(*given)
        return found

    return look_up


_known: dict[Any, Symbol] = {}


def forget() -> None:
    """Let go of all that was computed."""
    _known.clear()


def _value(one: Any) -> Decimal:
    return one.value if isinstance(one, Symbol) else Decimal(one)


def _symbol(one: Any) -> Symbol:
    return one if isinstance(one, Symbol) else Symbol(Decimal(one), nodes.number(one))


def _computed(kind: str, one: Any, other: Any) -> Decimal:
    # On a way that these values would not take there may be no such number.
    try:
        computed: Decimal = nodes.FOLDED[kind](_value(one), _value(other))
    except DecimalException:
        return Decimal(0)
    return computed


def _leveled(*of: Any) -> tuple[list[Node], bool]:
    # Percents beside percents are shares beside shares.
    symbols = [_symbol(one) for one in of]
    hundred = any(one.hundred for one in symbols)
    return [one.share if hundred else one.node for one in symbols], hundred


@_again
def _level(kind: str, *of: Any) -> Symbol:
    parts, hundred = _leveled(*of)
    return Symbol(_computed(kind, *of), node(kind, *parts), hundred=hundred)


def _is_hundred(one: Symbol) -> bool:
    return not one.hundred and one.node.number == 100


@_again
def _product(one: Any, other: Any) -> Symbol:
    value = _computed("mul", one, other)
    left, right = _symbol(one), _symbol(other)
    for of, by in ((left, right), (right, left)):
        if _is_hundred(by) and not of.hundred:
            return Symbol(value, of.node, hundred=True)
    if left.hundred and right.hundred:
        return Symbol(value, node("mul", left.node, right.whole), hundred=True)
    return Symbol(value, node("mul", left.node, right.node), hundred=left.hundred or right.hundred)


@_again
def _quotient(one: Any, other: Any) -> Symbol:
    value = _computed("div", one, other)
    left, right = _symbol(one), _symbol(other)
    if left.hundred and _is_hundred(right):
        return Symbol(value, left.node)
    if left.hundred and not right.hundred:
        return Symbol(value, node("div", left.node, right.node), hundred=True)
    below = right.node if left.hundred else right.whole
    return Symbol(value, node("div", left.node, below))


@_again
def _root(of: Any) -> Symbol:
    # On a way that these values would not take there may be none.
    return Symbol(max(of.value, Decimal(0)).sqrt(), node("sqrt", of.whole))


def _whole_quotient(one: Any, other: Any) -> Symbol:
    found = _quotient(one, other)
    return Symbol(found.value.to_integral_value(ROUND_FLOOR), node("floor", found.whole))


def _digits(left: Node, right: Node, hundred: bool) -> int:
    # As typed, numbers are compared as they are; so are products with zero.
    if nodes.is_exact(left, right):
        return EXACTLY
    return FINER if hundred else FINE


def _is_less(one: Any, other: Any) -> bool:
    (left, right), hundred = _leveled(one, other)
    condition = node("less", left, right, _digits(left, right, hundred))
    return decide(condition, _value(one) < _value(other))


def _is_same(one: Any, other: Any) -> bool:
    (left, right), hundred = _leveled(one, other)
    condition = node("same", left, right, _digits(left, right, hundred))
    return decide(condition, _value(one) == _value(other))


def _chosen(kind: str, original: Callable[..., Any]) -> Callable[..., Any]:
    # Of symbols the least and the most are formulas, and need not be looked for.
    def choose(*given: Any, **options: Any) -> Any:
        of = list(given[0]) if len(given) == 1 else list(given)
        if options or not any(isinstance(one, Symbol) for one in of):
            return original(of, **options)
        parts, hundred = _leveled(*of)
        value = original(map(_value, of))
        if len({*parts}) == 1:
            return Symbol(value, parts[0], hundred=hundred)
        return Symbol(value, node(kind, *parts), hundred=hundred)

    return choose


@contextmanager
def followed(by: Decide) -> Iterator[None]:
    """While this lasts, `by` decides about symbols, and the least of them is a formula."""
    originals = {kind: getattr(builtins, kind) for kind in ("min", "max")}
    _asked.append(by)
    try:
        for kind, original in originals.items():
            setattr(builtins, kind, _chosen(kind, original))
        yield
    finally:
        for kind, original in originals.items():
            setattr(builtins, kind, original)
        _asked.pop()
