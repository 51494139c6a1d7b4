"""Exact decimal arithmetic: money is never a binary float."""

from collections.abc import Callable
from decimal import (
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    localcontext,
)
from functools import wraps
from typing import NamedTuple

HUNDRED = Decimal(100)


class Range(NamedTuple):
    """A value of which only the bounds are known, `low` not above `high`."""

    low: Decimal
    high: Decimal


# Fifty digits hold any product of admitted inputs whole; only a quotient is ever cut.
EXACT = Context(prec=50, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow])


def exact[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Run `function` in the `EXACT` context, whatever the caller's own is."""

    @wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        with localcontext(EXACT):
            return function(*args, **kwargs)

    return wrapper


def share(percent: Decimal) -> Decimal:
    """The share (0–1) that a percent (0–100) stands for."""
    return percent / HUNDRED
