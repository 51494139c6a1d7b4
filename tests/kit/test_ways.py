"""Two ways compared by their costs, at the edges by name."""

from dataclasses import dataclass
from decimal import Decimal as D

import pytest

from calculators.kit.words import ways


@dataclass(frozen=True)
class Verdict:
    cheaper: str
    close: bool


@pytest.mark.parametrize(
    ("one", "other", "cheaper"), [("1", "2", "one"), ("2", "1", "other"), ("2", "2", "equal")]
)
def test_the_lower_cost_is_cheaper_and_of_equal_ones_neither(
    one: str, other: str, cheaper: str
) -> None:
    assert ways.cheaper({"one": D(one), "other": D(other)}) == cheaper


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (Verdict("one", close=False), "one"),
        (Verdict("one", close=True), "nearly"),
        (Verdict("equal", close=True), "equal"),
    ],
)
def test_of_two_close_costs_neither_is_said_to_be_cheaper(verdict: Verdict, said: str) -> None:
    assert ways.said(verdict) == said
    assert said in {"one", *ways.WORDS}
