"""What is said about the answer: how many wait, what to begin with, the lists as a text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from calculators.audit_backlog.model import AT_ONCE, KEYS, LISTS, Inputs, Outputs
from calculators.kit.declaration.declare import Listing, Reading, Shown, Step, Worked
from calculators.kit.declaration.units import TASKS
from calculators.kit.words import formats
from calculators.kit.words.working import operand, worded


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """How many tasks each list has, and how many wait."""
    for number, key in enumerate(LISTS, 1):
        yield Step(f"Список {number}", worded(LISTS[key]), count(getattr(o.raw, key)))
    whole, first = count(i.raw.tasks), count(getattr(o.raw, o.raw.first_list))
    yield Step("Ждут в этом списке", operand(first) - count(o.raw.take_now), o.next_in_list)
    yield Step("Ждут в других", operand(whole) - first, o.waiting)


def count(tasks: Sequence[object]) -> formats.Text:
    """How many tasks there are, with their word."""
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
            f" В нём {count(getattr(o.raw, o.raw.first_list))}. Все сразу — значит ни одной: "
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
