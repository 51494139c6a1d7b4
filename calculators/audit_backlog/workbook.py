"""The four lists as a spreadsheet that goes on sorting."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.audit_backlog.model import AT_ONCE, EFFECT, FAST, FIX, KEYS, LISTS, Inputs, Outputs
from calculators.kit.declaration.declare import Output, Shown
from calculators.kit.takeaway.formulas import Formulas, Lines


@dataclass(frozen=True, slots=True)
class Sorted:
    """A task as given: its list by number, its place there, and those taken up so far."""

    order: Annotated[Decimal, Output("№")]
    task: Annotated[str, Output("Задача")]
    list: Annotated[Decimal, Output("Список")]
    place: Annotated[Decimal, Output("Место в нём")]
    taken: Annotated[str, Output("Взять сейчас")]


FIRST = "MIN({list:whole})"
TAKEN = f'IF({{list}}={FIRST},IF({{place}}<={AT_ONCE},"; "&{{task}},""),"")'
STEPS = {
    "order": "{number}",
    "task": "{tasks_task}",
    "list": (
        f'IF({{tasks_fix}}="{FIX[FAST]}",1,2)+IF({{tasks_effect}}="{EFFECT[FAST]}",0,{len(FIX)})'
    ),
    "place": "SUMPRODUCT(({list:whole}={list})*({order:whole}<={order}))",
    "taken": f"{{taken:before}}&{TAKEN}",
}
COUNT = "SUMPRODUCT(({list}=MIN({list}))*1)"
NAMES = ",".join(f'"{name}"' for name in LISTS.values())


def formulas(i: Shown[Inputs], o: Shown[Outputs]) -> Formulas:
    """The tasks as a spreadsheet sorts them, in the order given."""
    rows = list(_rows(i.raw, o.raw))
    return Formulas(
        {
            "take_now": f"MID(INDEX({{taken}},{len(rows)}),3,999)",
            "first_list": f"CHOOSE(MIN({{list}}),{NAMES})",
            "next_in_list": f"MAX(0,{COUNT}-{AT_ONCE})",
            "waiting": f"{len(rows)}-{COUNT}",
        },
        [
            Lines(
                "По спискам",
                Sorted,
                STEPS,
                rows,
                first={"taken": TAKEN},
                widths=(5, 50, 10, 12, 60),
            )
        ],
    )


def _rows(i: Inputs, o: Outputs) -> Iterator[Sorted]:
    met: list[int] = []
    taken = ""
    for number, task in enumerate(i.tasks, 1):
        list_number = KEYS.index(f"{task.fix}_{task.effect}") + 1
        met.append(list_number)
        place = met.count(list_number)
        if KEYS[list_number - 1] == o.first_list and place <= AT_ONCE:
            taken += f"; {task.task}"
        yield Sorted(Decimal(number), task.task, Decimal(list_number), Decimal(place), taken)
