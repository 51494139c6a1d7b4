"""Note, from the very start of Python, which functions are called; runs inside Pyodide."""

import sys
from types import CodeType, FrameType

early: frozenset[str] = frozenset(sys.modules)
"""What was imported before this module could look."""

called: set[CodeType] = set()


def _note(frame: FrameType, event: str, _: object) -> None:
    if event == "call":
        called.add(frame.f_code)


sys.setprofile(_note)
