"""The picture: four quadrants with their tasks."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from calculators.audit_backlog.model import EFFECT, FIX, KEYS, LISTS, Inputs, Outputs
from calculators.audit_backlog.words import count
from calculators.kit import charts
from calculators.kit.declaration.declare import Chart, Shown

# What fits half a phone's width in the chart's type, and a height that still reads.
LINE_LENGTH, MOST_LINES = 17, 12
LINE, INSET = 20, 6  # pixels
HEAD = 3  # lines of each box before its tasks
GAP = 0.98  # of a column that a box takes


def chart(_: Shown[Inputs], o: Shown[Outputs]) -> Chart:
    """The four lists as quadrants: by column how fast to mend, by row how fast the effect."""
    texts, boxes = [], []
    line = 0.0
    for effect in EFFECT:
        written = [_lines(getattr(o.raw, f"{fix}_{effect}")) for fix in FIX]
        down = line + HEAD + max(map(len, written)) + 0.5
        for column, (fix, lines) in enumerate(zip(FIX, written, strict=True)):
            key = f"{fix}_{effect}"
            colour = charts.PRIMARY if key == o.raw.first_list else charts.MUTED
            corner = {"left": column, "right": column + GAP, "top": line, "down": down}
            boxes.append(corner | {"colour": colour})
            heads = [f"Список {KEYS.index(key) + 1}", *LISTS[key].split(" — ")]
            for at, text in enumerate([*heads, *lines]):
                style = {"weight": "normal" if at else "bold", "size": 11 if 0 < at < HEAD else 12}
                style["colour"] = charts.MUTED if 0 < at < HEAD else charts.INK
                texts.append({"left": column, "top": line + at, "text": text} | style)
        line = down + 0.2
    return Chart(
        charts.specification("Четыре списка задач", _layers(boxes, texts, line))
        | {"height": LINE * line},
        finding=(
            "Матрица: слева то, что исправить быстро, справа — небыстро; сверху быстрый "
            f"результат, снизу небыстрый. Сейчас в работу — {count(o.take_now)}."
        ),
    )


def _lines(tasks: Sequence[str]) -> list[str]:
    # A picture of many tasks would not fit a page; the lists beside it hold them all.
    lines: list[str] = []
    for index, task in enumerate(tasks):
        own = wrap(task, LINE_LENGTH)
        if len(lines) + len(own) > MOST_LINES:
            return [*lines, f"и ещё {count(tasks[index:])}"]
        lines += [f"• {own[0]}", *own[1:]]
    return lines or ["пусто"]


def _layers(
    boxes: list[dict[str, Any]], texts: list[dict[str, Any]], lines: float
) -> list[dict[str, Any]]:
    x, y = _place("left", [0, 2]), _place("top", [lines, 0])
    words = {
        "type": "text",
        "align": "left",
        "baseline": "top",
        "dx": INSET,
        "dy": INSET // 2,
        "fontWeight": {"expr": "datum.weight"},
        "fontSize": {"expr": "datum.size"},
        "limit": {"expr": f"width / 2 - {2 * INSET}"},
    }
    layers = [
        charts.layer(boxes, {"type": "rect", "opacity": 0.16, "cornerRadius": 4}, x, y),
        charts.layer(texts, words, x, y, text="text"),
    ]
    for layer in layers:
        layer["encoding"]["color"] = {"field": "colour", "type": "nominal", "scale": None}
    layers[0]["encoding"] |= {"x2": {"field": "right"}, "y2": {"field": "down"}}
    return layers


def _place(field: str, ends: list[float]) -> dict[str, Any]:
    scale = {"domain": ends, "nice": False}
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}
