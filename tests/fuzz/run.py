"""Asking: what was asked, how long it took, what went wrong and where."""

import json
import traceback
from collections import Counter
from dataclasses import dataclass
from functools import cache
from time import process_time
from typing import Any

from calculators.kit import registry, view
from tests.fuzz import doors, questions
from tests.fuzz.shrink import smallest
from tests.fuzz.spelled import spelled

SLOWEST = 16
"""How many of the slowest default answer an answer may take: in a browser that takes 6 ms, and
nothing may hold a page up for 100 ms."""
AGAIN = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """What was asked, what happened, and where."""

    case: Any
    what: str
    where: str


def ask(job: tuple[str, int, int]) -> tuple[Counter[str], list[Fault]]:
    """Ask the questions of a seed from one number to another; counts by door, and the faults."""
    seed, first, end = job
    asked: Counter[str] = Counter()
    found: dict[str, Fault] = {}
    for case in questions.drawn(seed, first, end):
        asked[case["door"]] += 1
        fault = fault_of(case)
        if fault and fault.where not in found:
            found[fault.where] = fault
    return asked, [*found.values()]


def fault_of(case: Any) -> Fault | None:
    """What is wrong with what comes of a case, if anything is."""
    try:
        doors.check(case)
    except Exception as error:
        return Fault(case, f"{type(error).__name__}: {str(error)[:300]}", _where(error))
    if case["door"] == "answer" and (times := _times(case)) > SLOWEST:
        return Fault(case, f"an answer takes {times:.0f} times the slowest default's", "slow")
    return None


def _where(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/calculators/" in frame.filename] or frames
    what = str(error).split(":")[0][:40] if isinstance(error, AssertionError) else ""
    return f"{type(error).__name__} {what} at {ours[-1].filename}:{ours[-1].lineno}"


def _times(case: Any) -> float:
    question = spelled(case["question"])
    took = _took(question)
    for _ in range(AGAIN):
        if took <= SLOWEST * _slowest():
            break
        took = min(took, _took(question))
    return took / _slowest()


def _took(question: str) -> float:
    start = process_time()
    view.answer(question)
    return process_time() - start


@cache
def _slowest() -> float:
    asked = [json.dumps({"calculator": name, "raw": {}}) for name in registry.names()]
    for question in asked:
        view.answer(question)  # what is imported and worked out once
    return max(min(_took(question) for _ in range(10)) for question in asked)


def told(fault: Fault) -> str:
    """A fault in words, with the smallest question that shows it."""

    def fails(question: Any) -> bool:
        try:
            again = fault_of(fault.case | {"question": question})
        except Exception:
            return False  # no question that the page asks
        return again is not None and again.where == fault.where

    less = smallest(fault.case["question"], fails)
    case = json.dumps(dict(fault.case) | {"question": less})
    return f"{fault.what}\n  {fault.where}\n  {case if len(case) < 3_000 else case[:3_000] + '…'}\n"
