"""Axes with round values."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit import charts
from calculators.kit.arithmetic import Range
from calculators.kit.units import RUBLES, YEARS


@pytest.mark.parametrize(
    ("maximum", "expected"),
    [
        ("12", [0, 5, 10, 15]),  # 12 in at most 5 steps: 2 × 5 = 10 is short, so steps of 5
        ("10", [0, 2, 4, 6, 8, 10]),
        ("40", [0, 10, 20, 30, 40]),
        ("0.3", ["0", "0.1", "0.2", "0.3"]),
        ("0", [0, 1]),
    ],
)
def test_ticks_are_round_and_reach_the_maximum(maximum: str, expected: list[object]) -> None:
    assert charts.ticks(D(maximum)) == [D(str(tick)) for tick in expected]


@given(st.decimals("0.0001", "1e24", places=4), st.integers(2, 8))
def test_ticks_cover_any_maximum_in_few_steps(maximum: D, most: int) -> None:
    ticks = charts.ticks(maximum, most)
    assert ticks[0] == 0
    assert ticks[-2] < maximum <= ticks[-1]
    assert len(ticks) <= most + 1
    assert (ticks[1].scaleb(-ticks[1].adjusted())) in {1, 2, 5}


def test_every_value_of_an_axis_has_its_label() -> None:
    axis = charts.scale("amount", [D(0), D(5_000_000)], RUBLES)["axis"]
    assert axis["values"] == [0.0, 5_000_000.0]
    assert axis["labelExpr"].startswith('["0\u00a0₽", "5\u00a0млн\u00a0₽"]')


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("-3", "12", [-5, 0, 5, 10, 15]),  # 15 in at most 5 steps: steps of 5
        ("-10", "0", [-10, -8, -6, -4, -2, 0]),
        ("3", "10", [0, 2, 4, 6, 8, 10]),
        ("0", "0", [0, 1]),
    ],
)
def test_a_span_is_round_and_has_zero_in_it(low: str, high: str, expected: list[int]) -> None:
    assert charts.span(D(low), D(high)) == expected


@given(st.decimals("-1e20", "1e20", places=4), st.decimals("-1e20", "1e20", places=4))
def test_a_span_covers_any_values_in_few_steps(one: D, other: D) -> None:
    low, high = sorted([one, other])
    values = charts.span(low, high)
    assert values[0] <= low
    assert values[-1] >= high
    assert 0 in values
    assert len(values) <= 7


def test_a_stretch_has_its_words_above_it_and_a_mark_across() -> None:
    drawn = [
        charts.Stretch("первый", Range(D(6), D(10)), charts.PRIMARY),
        charts.Stretch("второй", Range(D(2), D(2)), charts.MUTED),
    ]
    spec = charts.stretches("Годы", drawn, D(4), [D(0), D(5), D(10)], YEARS)
    ranges, across, words = spec["layer"]
    rows = ranges["data"]["values"]
    assert [(row["at"], row["end"]) for row in rows] == [(6, 10), (2, 2)]
    assert [(mark["line"], mark["at"]) for mark in across["data"]["values"]] == [(1, 4), (3, 4)]
    above = {row["line"]: row["text"] for row in words["data"]["values"]}
    assert [above[row["line"] - 1] for row in rows] == ["первый", "второй"]
