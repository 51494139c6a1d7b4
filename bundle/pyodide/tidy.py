"""Let go of what no calculator needs again, before the memory is kept; runs inside Pyodide."""

import gc
import linecache
import re
import sys
import typing
import zipimport
from types import FunctionType, ModuleType

from calculators.kit import read

linecache.clearcache()
re.purge()
read.known.cache_clear()
# The archive is not there when the memory is restored.
zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]
sys.path_importer_cache.clear()
# Every declaration has been read.
for clear in typing._cleanups:  # type: ignore[attr-defined]
    clear()
# What a record has to show itself to a developer, and to keep him from changing it.
UNASKED = ("__repr__", "__setattr__", "__delattr__")
for thing in gc.get_objects():
    ours = isinstance(thing, type) and thing.__module__.startswith("calculators.")
    if ours or isinstance(thing, FunctionType | ModuleType):
        thing.__doc__ = None
    if ours and hasattr(thing, "__dataclass_fields__"):
        for name in vars(thing).keys() & UNASKED:
            delattr(thing, name)
    if isinstance(thing, FunctionType):
        thing.__annotations__ = None  # type: ignore[assignment]  # of classes alone they are asked
sys._clear_internal_caches()  # type: ignore[attr-defined]
gc.collect()
# Python's own allocator keeps what it has freed as it was: written over, it takes no room.
for size in range(24, 513, 8):
    held = [bytes(size - 17) for _ in range(2**18 // size)]
    del held
zeros = [0.0 * n for n in range(2**14)]
del zeros
gc.collect()
