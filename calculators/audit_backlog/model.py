"""What is asked, what is answered, and how the tasks are laid out."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Annotated

from calculators.kit.declaration.declare import Output
from calculators.kit.declaration.fields import Choice, Rows, Text, chosen, rows
from calculators.kit.declaration.figures import sheet
from calculators.kit.declaration.units import TASKS

FAST, SLOW = "fast", "slow"
FIX = {FAST: "быстро", SLOW: "небыстро"}
EFFECT = {FAST: "быстрый", SLOW: "небыстрый"}
KEYS = [f"{fix}_{effect}" for effect in EFFECT for fix in FIX]
MATRIX = sheet("audit.matrix")
LISTS = dict(zip(KEYS, MATRIX.items, strict=True))
"""The lists by key — how fast to mend, how fast the effect — in the order of the source."""

AT_ONCE = 3


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
