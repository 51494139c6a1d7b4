"""Work done a piece at a time, so that something more pressing can go between the pieces."""

from collections.abc import Generator
from decimal import localcontext

from calculators.kit.arithmetic import EXACT

type Work[R] = Generator[None, None, R]
"""It yields after each piece and returns what it has found."""


def done[R](work: Work[R]) -> R:
    """What all of the work finds, done at once."""
    while True:
        try:
            next(work)
        except StopIteration as over:
            found: R = over.value
            return found


def exactly[R](work: Work[R]) -> Work[R]:
    """The same work, each piece in the exact context, whatever the caller's own is."""
    while True:
        with localcontext(EXACT):
            try:
                next(work)
            except StopIteration as over:
                found: R = over.value
                return found
        yield
