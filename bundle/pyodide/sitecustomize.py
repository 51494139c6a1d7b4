"""Note, from the very start of Python, which functions are called; runs inside Pyodide."""

import sys
from types import CodeType

early: frozenset[str] = frozenset(sys.modules)
"""What was imported before this module could look."""

called: set[CodeType] = set()


def _note(code: CodeType, _: int) -> object:
    called.add(code)
    return sys.monitoring.DISABLE  # of each function the first call says all


sys.monitoring.use_tool_id(sys.monitoring.PROFILER_ID, __name__)
sys.monitoring.register_callback(sys.monitoring.PROFILER_ID, sys.monitoring.events.PY_START, _note)
sys.monitoring.set_events(sys.monitoring.PROFILER_ID, sys.monitoring.events.PY_START)
