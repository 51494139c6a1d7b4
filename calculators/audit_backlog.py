"""Матрица задач: what an audit found, in four lists, and the few tasks to take up now.

Source of the lists and of their order: key `audit.matrix`. That a few are taken at a time, and
how many, is an assumption: forty tasks taken up at once are none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from textwrap import wrap
from typing import Annotated, Any

from calculators.kit import charts
from calculators.kit.declaration.declare import (
    Calculator,
    Chart,
    Listing,
    Output,
    Reading,
    Shown,
    Step,
    Worked,
)
from calculators.kit.declaration.fields import Choice, Rows, Text, chosen, rows
from calculators.kit.declaration.figures import sheet
from calculators.kit.declaration.units import TASKS
from calculators.kit.words import formats
from calculators.kit.words.working import operand, worded

FAST, SLOW = "fast", "slow"
FIX = {FAST: "быстро", SLOW: "небыстро"}
EFFECT = {FAST: "быстрый", SLOW: "небыстрый"}
KEYS = [f"{fix}_{effect}" for effect in EFFECT for fix in FIX]
MATRIX = sheet("audit.matrix")
LISTS = dict(zip(KEYS, MATRIX.items, strict=True))
"""The lists by key — how fast to mend, how fast the effect — in the order of the source."""

AT_ONCE = 3

# What fits half a phone's width in the chart's type, and a height that still reads.
LINE_LENGTH, MOST_LINES = 17, 12
LINE, INSET = 20, 6  # pixels
HEAD = 3  # lines of each box before its tasks
GAP = 0.98  # of a column that a box takes


@dataclass(frozen=True, slots=True)
class Task:
    """A task, how fast it is mended and how fast that shows."""

    task: Annotated[str, Text("Задача", chosen("", ""), longest=120, required=True)]
    fix: Annotated[str, Choice("Исправить", FIX, chosen(FAST, "новая задача"))]
    effect: Annotated[str, Choice("Результат", EFFECT, chosen(FAST, "новая задача"))]


@dataclass(frozen=True, slots=True)
class Inputs:
    """The tasks that the audit gave, in any order."""

    tasks: Annotated[
        tuple[Task, ...],
        Rows(
            "Задачи после аудита",
            Task,
            rows(
                [
                    {"task": task, "fix": fix, "effect": effect}
                    for (_, task), (effect, fix) in zip(
                        MATRIX.rows, product(EFFECT, FIX), strict=True
                    )
                ],
                "по одной придуманной задаче на каждый список",
            ),
            "Быстро исправить — за неделю, быстрый результат — виден в этом месяце. "
            "Границы поставьте свои.",
            item="задачу",
            minimum=1,
            maximum=40,
        ),
    ]


@dataclass(frozen=True, slots=True)
class Outputs:
    """The tasks of each list, as they were written down, and those to take up.

    `next_in_list` are the tasks that wait in the list taken up, `waiting` those of other lists.
    """

    take_now: Annotated[tuple[str, ...], Output("Взять в работу сейчас", headline=True)]
    first_list: Annotated[str, Output("Это список", words=LISTS)]
    next_in_list: Annotated[Decimal, Output("В нём ждут ещё", TASKS)]
    waiting: Annotated[Decimal, Output("В других списках ждут", TASKS)]
    fast_fast: Annotated[tuple[str, ...], Output(LISTS["fast_fast"], listed=False)]
    slow_fast: Annotated[tuple[str, ...], Output(LISTS["slow_fast"], listed=False)]
    fast_slow: Annotated[tuple[str, ...], Output(LISTS["fast_slow"], listed=False)]
    slow_slow: Annotated[tuple[str, ...], Output(LISTS["slow_slow"], listed=False)]


def compute(inputs: Inputs) -> Outputs:
    """Lay the tasks out; the first few of the first list that is not empty are taken up."""
    lists = {
        key: tuple(t.task for t in inputs.tasks if f"{t.fix}_{t.effect}" == key) for key in LISTS
    }
    first = next(key for key, tasks in lists.items() if tasks)
    taken = lists[first][:AT_ONCE]
    return Outputs(
        take_now=taken,
        first_list=first,
        next_in_list=Decimal(len(lists[first]) - len(taken)),
        waiting=Decimal(len(inputs.tasks) - len(lists[first])),
        **lists,
    )


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """How many tasks each list has, and how many wait."""
    for number, key in enumerate(LISTS, 1):
        yield Step(f"Список {number}", worded(LISTS[key]), _count(getattr(o.raw, key)))
    whole, first = _count(i.raw.tasks), _count(getattr(o.raw, o.raw.first_list))
    yield Step("Ждут в этом списке", operand(first) - _count(o.raw.take_now), o.next_in_list)
    yield Step("Ждут в других", operand(whole) - first, o.waiting)


def _count(tasks: Sequence[object]) -> formats.Text:
    return formats.quantity(Decimal(len(tasks)), TASKS)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Which list goes first, how much of it at once, and what to agree on before starting."""
    caution = (
        "«Быстро» у каждого своё: договоритесь о границе до того, как раскладывать. Порядок "
        f"списков — опыт одного практика, по {AT_ONCE} задачи за раз — допущение редакции."
    )
    if o.raw.first_list == KEYS[0]:
        meaning = "Первый список не пуст — с него и начинают."
    else:
        above = "Список выше пуст" if o.raw.first_list == KEYS[1] else "Списки выше пусты"
        meaning = f"{above}, поэтому очередь за этим: «{o.first_list}»."
    if o.raw.next_in_list:
        meaning += (
            f" В нём {_count(getattr(o.raw, o.raw.first_list))}. Все сразу — значит ни одной: "
            f"берите первые {AT_ONCE}, остальные — когда закончите эти. Важные поставьте выше."
        )
    if not o.raw.waiting and len(i.raw.tasks) > 1:
        meaning += " Все задачи попали в этот список: возможно, граница «быстро» проведена не там."
    each = "у каждой задачи" if len(o.take_now) > 1 else "у задачи"
    action = f"Запишите {each} ответственного и день."
    if o.raw.waiting:
        action += " Другие списки не трогайте, пока не закончите этот."
    return Reading(meaning, action, caution)


def lists(_: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Listing]:
    """All four lists, in the order in which to work."""
    for number, (key, title) in enumerate(LISTS.items(), 1):
        yield Listing(f"{number}. {title}", getattr(o, key), empty="Пусто.")


def document(_: Shown[Inputs], o: Shown[Outputs]) -> str:
    """The lists that are not empty, as Markdown with boxes to tick."""
    return "\n\n".join(
        "\n".join([f"## {number}. {title}", "", *(f"- [ ] {task}" for task in getattr(o, key))])
        for number, (key, title) in enumerate(LISTS.items(), 1)
        if getattr(o, key)
    )


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
            f"результат, снизу небыстрый. Сейчас в работу — {_count(o.take_now)}."
        ),
    )


def _lines(tasks: Sequence[str]) -> list[str]:
    # A picture of many tasks would not fit a page; the lists beside it hold them all.
    lines: list[str] = []
    for index, task in enumerate(tasks):
        own = wrap(task, LINE_LENGTH)
        if len(lines) + len(own) > MOST_LINES:
            return [*lines, f"и ещё {_count(tasks[index:])}"]
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


calculator = Calculator(
    title="Матрица задач",
    question="Какие задачи после аудита взять в работу первыми?",
    chapter="sales-audit",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    lists=lists,
    document=document,
)
