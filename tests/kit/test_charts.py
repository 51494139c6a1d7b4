"""Axes with round values."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit import charts
from calculators.kit.arithmetic import Range
from calculators.kit.declaration.units import RUBLES, YEARS


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


def test_a_stretch_may_be_marked_at_a_place_of_its_own() -> None:
    drawn = [
        charts.Stretch("первый", Range(D(6), D(10)), charts.PRIMARY, D(7)),
        charts.Stretch("второй", Range(D(2), D(2)), charts.MUTED, D(0)),
        charts.Stretch("третий", Range(D(1), D(5)), charts.MUTED),
    ]
    _, across, _ = charts.stretches("Годы", drawn, D(4), [D(0), D(10)], YEARS)["layer"]
    assert [mark["at"] for mark in across["data"]["values"]] == [7, 0, 4]


def test_bars_in_groups_are_lines_of_words_from_the_top_down() -> None:
    groups = {
        "Первая": [charts.Bar("раз", D(5), charts.PRIMARY), charts.Bar("два", D(0), charts.MUTED)],
        "Вторая": [charts.Bar("три", D("2.5"), charts.SECONDARY)],
    }
    spec = charts.bars("Итог", groups, D(10))
    drawn, words = spec["layer"]
    assert drawn["data"] == words["data"]
    rows = drawn["data"]["values"]
    assert [(row["line"], row["text"], row["amount"]) for row in rows] == [
        (0, "Первая", 0), (1, "раз", 5), (2, "два", 0), (3, "Вторая", 0), (4, "три", 2.5),
    ]  # fmt: skip
    head, plain = (charts.INK, "bold"), "normal"
    assert [(row["colour"], row["weight"]) for row in rows] == [
        head, (charts.PRIMARY, plain), (charts.MUTED, plain), head, (charts.SECONDARY, plain),
    ]  # fmt: skip
    assert (spec["title"], spec["height"]) == ("Итог", charts.LINE * 5)
    length, line = drawn["encoding"]["x"], drawn["encoding"]["y"]
    assert length["scale"] == {"domain": [0, 10], "nice": False}
    assert (length["axis"], line["axis"]) == (None, None)
    assert (length["type"], line["type"]) == ("quantitative", "ordinal")
    # Colours are taken as they are, not as names of kinds.
    assert drawn["encoding"]["color"] == {"field": "colour", "type": "nominal", "scale": None}
    assert words["encoding"].keys() == {"y", "text"}
    assert words["mark"]["align"] == "left"
    assert words["mark"]["fontWeight"] == {"expr": "datum.weight"}
    assert drawn["mark"]["opacity"] < 0.5
    assert charts.bars("", groups, D(0))["layer"][0]["encoding"]["x"]["scale"]["domain"] == [0, 1]


def test_a_stretch_is_as_long_as_its_range_in_its_own_colour() -> None:
    drawn = [charts.Stretch(str(n), Range(D(n), D(n)), charts.MUTED) for n in range(3)]
    spec = charts.stretches("Годы", drawn, D(1), [D(0), D(2)], YEARS)
    ranges, across, words = spec["layer"]
    assert (spec["title"], spec["height"]) == ("Годы", charts.LINE * 6)
    assert ranges["mark"]["type"] == "bar"
    assert ranges["encoding"]["x2"] == {"field": "end"}
    own = {"field": "colour", "type": "nominal", "scale": None}
    assert (ranges["encoding"]["fill"], ranges["encoding"]["stroke"]) == (own, own)
    assert {row["colour"] for row in ranges["data"]["values"]} == {charts.MUTED}
    assert [row["line"] for row in ranges["data"]["values"]] == [1, 3, 5]
    assert [row["line"] for row in words["data"]["values"]] == [0, 2, 4]
    assert ranges["encoding"]["x"] == across["encoding"]["x"] == charts.scale(
        "at", [D(0), D(2)], YEARS
    )  # fmt: skip
    line = ranges["encoding"]["y"]
    assert line == across["encoding"]["y"] == words["encoding"]["y"]
    assert (line["type"], line["axis"]) == ("ordinal", None)
    assert across["mark"]["type"] == "tick"
    assert across["mark"]["color"] == charts.MARK
    # A tick is shorter than a line is high, so that it crosses the range and no words.
    assert charts.LINE / 2 < across["mark"]["size"] < charts.LINE
    assert words["encoding"].keys() == {"y", "text"}
    assert words["mark"]["align"] == "left"


def test_an_axis_has_a_grid_unless_it_has_a_title() -> None:
    values = [D(0), D(5), D(10)]
    plain, titled = charts.scale("at", values, YEARS), charts.scale("at", values, YEARS, "лет")
    assert plain["axis"]["grid"] is True
    assert plain["axis"]["title"] is None
    assert titled["axis"]["grid"] is False
    assert titled["axis"]["title"] == "лет"
    assert plain["axis"]["labelExpr"] == (
        '["0\u00a0лет", "5\u00a0лет", "10\u00a0лет"][indexof([0.0, 5.0, 10.0], datum.value)]'
    )
    assert plain["scale"] == {"domain": [0, 10], "nice": False}
    assert (plain["field"], plain["type"]) == ("at", "quantitative")


def test_a_picture_has_one_theme_and_fits_its_frame_with_its_words() -> None:
    spec = charts.specification("Итог", [])
    assert spec["$schema"] == charts.SCHEMA
    assert spec["config"] is charts.THEME
    assert spec["height"] == charts.HEIGHT
    assert spec["autosize"] == {"type": "fit", "contains": "padding"}
    assert spec["title"] == "Итог"


def test_marks_take_the_colour_that_they_are_given() -> None:
    line, area, name = (make(charts.PRIMARY) for make in (charts.line, charts.area, charts.name))
    assert (line["type"], line["color"]) == ("line", charts.PRIMARY)
    assert (area["type"], area["color"], area["line"]["color"]) == (
        "area", charts.PRIMARY, charts.PRIMARY,
    )  # fmt: skip
    assert area["line"]["strokeWidth"] == line["strokeWidth"]
    assert area["opacity"] < 0.5
    assert (name["type"], name["color"], name["align"]) == ("text", charts.PRIMARY, "right")
    assert name["dx"] < 0
    assert name["fontWeight"] == "bold"
