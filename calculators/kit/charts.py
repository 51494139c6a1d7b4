"""What all charts share: one theme, and axes whose labels are made by `formats`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from calculators.kit.arithmetic import Range, exact
from calculators.kit.declaration.units import Unit
from calculators.kit.plainjson import encoded
from calculators.kit.words import formats

# Colours are the page's own custom properties, so one drawing serves light and dark.
INK = "var(--chart-ink)"
MUTED = "var(--chart-muted)"
GRID = "var(--chart-grid)"
PRIMARY = "var(--chart-primary)"
SECONDARY = "var(--chart-secondary)"
MARK = "var(--chart-mark)"

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
TEXT_SIZE = 14
LINE = 26
HEIGHT = 190
PHONE = 330  # pixels of a picture's width on a phone
SHADES = {"domain": [0, 1], "range": [0, 0.5]}  # words over the darkest still read

THEME: dict[str, Any] = {
    "background": None,
    "padding": 4,
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "domain": False,
        "ticks": False,
        "gridColor": GRID,
        "labelColor": MUTED,
        "labelFontSize": TEXT_SIZE,
        "labelPadding": 8,
        "labelOverlap": "greedy",
        "titleColor": MUTED,
        "titleFontSize": TEXT_SIZE,
        "titleFontWeight": "normal",
        "titlePadding": 10,
    },
    "rule": {"color": MARK},
    "text": {"color": INK, "fontSize": TEXT_SIZE},
    "title": {"anchor": "start", "color": INK, "fontSize": TEXT_SIZE + 1, "offset": 12},
}


DROP: dict[str, Any] = {"type": "rule", "strokeDash": [4, 4]}
POINT: dict[str, Any] = {"type": "point", "filled": True, "opacity": 1, "size": 120, "color": MARK}


def line(colour: str) -> dict[str, Any]:
    """The mark of a line."""
    return {"type": "line", "color": colour, "strokeWidth": 2}


def area(colour: str) -> dict[str, Any]:
    """The mark of a tinted area under a line."""
    edge = {"color": colour, "strokeWidth": 2}
    return {"type": "area", "color": colour, "opacity": 0.16, "line": edge}


def name(colour: str) -> dict[str, Any]:
    """The mark of a name that ends at its place, in the colour of what it names."""
    return {"type": "text", "align": "right", "dx": -8, "color": colour, "fontWeight": "bold"}


def specification(title: str, layers: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A themed Vega-Lite specification; whoever draws it sets the width, in pixels."""
    return {
        "$schema": SCHEMA,
        "title": title,
        "height": HEIGHT,
        "autosize": {"type": "fit", "contains": "padding"},
        "config": THEME,
        "layer": list(layers),
    }


@dataclass(frozen=True, slots=True)
class Bar:
    """A horizontal bar as long as `amount`, with its words written over its beginning."""

    words: str
    amount: Decimal
    colour: str


def bars(title: str, groups: Mapping[str, Sequence[Bar]], most: Decimal) -> dict[str, Any]:
    """A specification of bars in named groups; a bar of `most` is as long as the picture.

    Names stand over their groups and words over their bars, so that both fit a phone.
    """
    rows: list[dict[str, Any]] = []
    for name, group in groups.items():
        rows.append({"text": name, "amount": 0, "colour": INK, "weight": "bold"})
        rows += [
            {"text": bar.words, "amount": bar.amount, "colour": bar.colour, "weight": "normal"}
            for bar in group
        ]
    rows = [row | {"line": line} for line, row in enumerate(rows)]
    lines = {"field": "line", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0.15}}
    length = {
        "field": "amount",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [0, float(most) or 1], "nice": False},
    }
    colour = {"field": "colour", "type": "nominal", "scale": None}
    weight = {"expr": "datum.weight"}
    text = {"type": "text", "align": "left", "x": 6, "fontWeight": weight}
    drawn = [
        layer(rows, {"type": "bar", "opacity": 0.28}, length, lines),
        layer(rows, text, length, lines, text="text"),
    ]
    drawn[0]["encoding"]["color"] = colour
    del drawn[1]["encoding"]["x"]
    return specification(title, drawn) | {"height": LINE * len(rows)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A horizontal bar from one bound of a range to the other, its words above it.

    `at` is where it is marked, if not where all the others are.
    """

    words: str
    range: Range
    colour: str
    at: Decimal | None = None


def stretches(
    title: str, drawn: Sequence[Stretch], at: Decimal, values: Sequence[Decimal], unit: Unit
) -> dict[str, Any]:
    """A specification of ranges over one axis marked at `values`, `at` marked on each."""
    names = [{"line": 2 * n, "text": one.words} for n, one in enumerate(drawn)]
    rows = [
        {"line": 2 * n + 1, "at": one.range.low, "end": one.range.high, "colour": one.colour}
        for n, one in enumerate(drawn)
    ]
    along = scale("at", values, unit)
    lines = {"field": "line", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0.15}}
    colour = {"field": "colour", "type": "nominal", "scale": None}
    # The outline shows where both bounds are one value.
    ranges = layer(rows, {"type": "bar", "fillOpacity": 0.3}, along, lines)
    ranges["encoding"] |= {"x2": {"field": "end"}, "fill": colour, "stroke": colour}
    # A whole line would strike the words through; a tick a range does not.
    tick = {"type": "tick", "thickness": 3, "size": LINE * 0.7, "color": MARK}
    marks = [
        {"line": row["line"], "at": at if one.at is None else one.at}
        for row, one in zip(rows, drawn, strict=True)
    ]
    across = layer(marks, tick, along, lines)
    words = layer(names, {"type": "text", "align": "left", "x": 2}, along, lines, text="text")
    del words["encoding"]["x"]
    return specification(title, [ranges, across, words]) | {"height": LINE * 2 * len(drawn)}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid: its words and how dark it is, 0–1."""

    words: str
    shade: Decimal


def grid(title: str, columns: Sequence[str], rows: Mapping[str, Sequence[Cell]]) -> dict[str, Any]:
    """A specification of named rows of cells under named columns; the names stand above."""
    count = len(columns)
    heads = [{"line": 0, "middle": n + 0.5, "text": name} for n, name in enumerate(columns)]
    names = [{"line": 2 * n + 1, "text": name} for n, name in enumerate(rows)]
    cells = [
        {
            "line": 2 * n + 2, "at": c, "end": c + 0.96, "middle": c + 0.5,
            "text": cell.words, "shade": cell.shade,
        }
        for n, row in enumerate(rows.values())
        for c, cell in enumerate(row)
    ]  # fmt: skip
    lines = {"field": "line", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0.15}}
    across = {"type": "quantitative", "axis": None, "scale": {"domain": [0, count], "nice": False}}
    along, middle = across | {"field": "at"}, across | {"field": "middle"}
    boxes = layer(cells, {"type": "bar", "fill": PRIMARY, "stroke": GRID}, along, lines)
    boxes["encoding"] |= {
        "x2": {"field": "end"},
        "fillOpacity": {"field": "shade", "type": "quantitative", "scale": SHADES},
    }
    # A long name is cut to its column on a phone.
    head = {"type": "text", "fontWeight": "bold", "limit": PHONE // count}
    words = layer(names, {"type": "text", "align": "left", "x": 2}, middle, lines, text="text")
    del words["encoding"]["x"]
    drawn = [
        boxes,
        layer(heads, head, middle, lines, text="text"),
        layer(cells, {"type": "text"}, middle, lines, text="text"),
        words,
    ]
    return specification(title, drawn) | {"height": LINE * (2 * len(rows) + 1)}


def layer(
    rows: Sequence[dict[str, Any]],
    mark: dict[str, Any],
    x: dict[str, Any],
    y: dict[str, Any],
    text: str | None = None,
) -> dict[str, Any]:
    """One layer over its own rows; `text` is the field that a text mark writes."""
    encoding = {"x": x, "y": y} | ({"text": {"field": text}} if text else {})
    return {"data": {"values": [_floats(row) for row in rows]}, "mark": mark, "encoding": encoding}


def _floats(row: dict[str, Any]) -> dict[str, Any]:
    # A picture needs no more digits than a float has.
    return {key: float(v) if isinstance(v, Decimal) else v for key, v in row.items()}


@exact
def ticks(maximum: Decimal, most: int = 5) -> list[Decimal]:
    """Round values from zero up, at most `most` steps, the last not below `maximum`."""
    if maximum <= 0:
        return [Decimal(0), Decimal(1)]
    step = Decimal(1).scaleb((maximum / most).adjusted())
    size = next(s for s in (step, 2 * step, 5 * step, 10 * step) if s * most >= maximum)
    count = int((maximum / size).to_integral_value(ROUND_CEILING))
    return [size * n for n in range(count + 1)]


@exact
def span(low: Decimal, high: Decimal, most: int = 5) -> list[Decimal]:
    """Round values from `low` or below to `high` or above, zero always among them."""
    low, high = min(low, Decimal(0)), max(high, Decimal(0))
    step = ticks(high - low, most)[1]
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    return [step * n for n in range(first, max(last, first + 1) + 1)]


def scale(
    field: str, values: Sequence[Decimal], unit: Unit, title: str | None = None
) -> dict[str, Any]:
    """A quantitative channel over `field` whose axis has a Russian label at each of `values`."""
    labels = [formats.brief(value, unit) for value in values]
    numbers = [float(value) for value in values]
    # Vega's own number formats know no «млн»; the labels are looked up instead.
    look_up = f"{encoded(labels)}[indexof({numbers}, datum.value)]"
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": [numbers[0], numbers[-1]], "nice": False},
        "axis": {"title": title, "values": numbers, "labelExpr": look_up, "grid": title is None},
    }
