"""Write the calculators and what they import, as byte code; runs inside Pyodide.

/python.zip is the library whole, /takeaway.zip what of it a start does without. /rehearsed.zip is
for a picture of the memory: functions of the library that the rehearsal did not call are emptied
in it. To call one raises, whatever `except Exception` stands around it, and the browser starts
again from the whole library.
"""

import importlib.util
import marshal
import sys
import zipfile
from types import CodeType
from typing import Any

sys.monitoring.set_events(sys.monitoring.PROFILER_ID, 0)

# PEP 552: magic number, flags for a hash that is never checked, the hash's eight bytes.
HEADER = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)
LIBRARY = "/lib/python313.zip"
CALCULATORS = "/early/calculators.zip"

noted: dict[str, Any] = vars(sys.modules["sitecustomize"])


def _emptied(*_: object, **__: object) -> None:
    raise BaseException("this function was not called in the rehearsal")


def compiled(data: bytes, name: str, path: str) -> CodeType:
    """The code of a module, without line numbers and, in the library, docstrings.

    A dataclass that has no docstring takes its time to write one.
    """
    optimize = 2 if path == LIBRARY else 1
    return _bare(compile(data, name, "exec", dont_inherit=True, optimize=optimize))


def _bare(code: CodeType) -> CodeType:
    constants = tuple(_bare(c) if isinstance(c, CodeType) else c for c in code.co_consts)
    return code.replace(co_linetable=_no_lines(code), co_consts=constants)


def _no_lines(code: CodeType) -> bytes:
    # Entries of kind 15, "no location", each for up to eight code units: see locations.md in
    # CPython. An empty table would make `traceback` fail.
    units = len(code.co_code) // 2
    return bytes(0xF8 | (min(8, units - at) - 1) for at in range(0, units, 8))


def emptied(code: CodeType, name: str) -> CodeType:
    """`code` with `_emptied` in place of every function that was never called."""
    constants = tuple(
        c
        if not isinstance(c, CodeType)
        else emptied(c, name)
        if _key(c, name) in CALLED or not c.co_flags & OPTIMIZED
        else EMPTIED
        for c in code.co_consts
    )
    return code.replace(co_consts=constants)


def _key(code: CodeType, name: str) -> tuple[str, int, str]:
    return name, code.co_firstlineno, code.co_qualname


OPTIMIZED = 1  # the flag of functions, which the bodies of classes have not
EMPTIED = _bare(_emptied.__code__)
CALLED = {_key(code, code.co_filename.removeprefix(f"{LIBRARY}/")) for code in noted["called"]}


def _file(module: str) -> str:
    return getattr(sys.modules.get(module), "__file__", None) or ""


imported = {_file(module) for module in sys.modules}
early = {_file(module) for module in noted["early"]}
late = {_file(module) for module in noted["late"]}
# Stored: each archive is compressed as a whole, and Python reads it without inflating.
with (
    zipfile.ZipFile("/python.zip", "w", zipfile.ZIP_STORED) as python,
    zipfile.ZipFile("/rehearsed.zip", "w", zipfile.ZIP_STORED) as rehearsed,
    zipfile.ZipFile("/takeaway.zip", "w", zipfile.ZIP_STORED) as takeaway,
):
    for path in (LIBRARY, CALCULATORS):
        with zipfile.ZipFile(path) as source:
            for name in sorted(source.namelist()):
                place, data = f"{path}/{name}", source.read(name)
                if path == LIBRARY and place not in imported:
                    continue
                if not name.endswith(".py"):
                    for archive in (python, rehearsed):
                        archive.writestr(zipfile.ZipInfo(name), data)
                    continue
                whole = compiled(data, name, path)
                kept = whole if path == CALCULATORS or place in early else emptied(whole, name)
                written = [(python, whole), (rehearsed, kept)]
                if place in late:
                    written.append((takeaway, whole))
                for archive, code in written:
                    archive.writestr(zipfile.ZipInfo(f"{name}c"), HEADER + marshal.dumps(code))
