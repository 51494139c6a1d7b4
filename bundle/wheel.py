"""The calculators as a wheel, for Python anywhere: pip, JupyterLite, marimo, a page with Pyodide.

The plain one is for every Python. Where this machine's Python is the browser's, pyodide-build makes
one of byte code, which `pyodide-lock.json` names then: a page starts it sooner.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.spec import PackageSpec

import calculators
from bundle import runtime
from bundle.runtime import kept
from calculators.kit import registry

NAME = "playbook-calculators"
FOLDER = "python"
LOCK = "pyodide-lock.json"
# The plain wheel at an address that stays: Python imports from it as from any archive.
ARCHIVE = f"{FOLDER}/calculators.zip"
PLAIN = "py3-none-any"
# Byte code must not tell when it was made.
REPEATABLE = {"SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"}

METADATA = """\
Metadata-Version: 2.4
Name: {name}
Version: {version}
Summary: The calculators of a playbook for commercial directors, in Russian
License-Expression: MIT AND CC-BY-4.0
License-File: LICENSE
Project-URL: Homepage, {address}
Requires-Python: >=3.12
Description-Content-Type: text/markdown

    from calculators.kit import view
    print(view.result("lost_revenue", {{"clients": "1200"}})["headline"]["text"])
    print(view.numbers("lost_revenue", {{"clients": "1200"}})["outputs"])

`python -m calculators` lists what there is.
"""
WHEEL = """\
Wheel-Version: 1.0
Generator: {name}
Root-Is-Purelib: true
Tag: {tag}
"""


def built(root: Path, pyodide: Path, address: str) -> dict[str, Path]:
    """Files by their path in the site: the wheels, the lock that names one, the archive.

    `root` has the folder `calculators`, `pyodide` the package's own lock; `address` is the site's.
    """
    stock, licence = pyodide / LOCK, root / "LICENSE"
    known = [Path(__file__), stock, licence, *runtime.calculators(root)]
    where = hashlib.sha256(address.encode()).hexdigest()[:8]
    folder = kept(
        root,
        f"wheel-{sys.implementation.cache_tag}-{where}",
        known,
        lambda folder: _build(folder, root, PyodideLockSpec.from_json(stock), address),
    )
    files = {f"{FOLDER}/{file.name}": file for file in sorted(folder.iterdir())}
    return files | {ARCHIVE: next(folder.glob(f"*-{PLAIN}.whl"))}


def version(root: Path) -> str:
    """Rises with the version of any calculator; another for any change of what is in the wheel."""
    known = hashlib.sha256()
    for source in runtime.calculators(root):
        known.update(source.relative_to(root).as_posix().encode() + b"\0" + source.read_bytes())
    answers = sum(registry.get(name).version for name in registry.names())
    return f"{calculators.__version__}.{answers}+src{known.hexdigest()[:8]}"


def _build(folder: Path, root: Path, stock: PyodideLockSpec, address: str) -> None:
    told = {"name": NAME, "version": version(root), "address": address}
    stem = f"{NAME.replace('-', '_')}-{told['version']}"
    info = f"{stem}.dist-info"
    files = {
        file.relative_to(root).as_posix(): file.read_bytes() for file in runtime.calculators(root)
    } | {
        f"{info}/METADATA": METADATA.format(**told).encode(),
        f"{info}/WHEEL": WHEEL.format(**told, tag=PLAIN).encode(),
        f"{info}/licenses/LICENSE": (root / "LICENSE").read_bytes(),
    }
    named = _pack(folder / f"{stem}-{PLAIN}.whl", files)
    if stock.info.python.startswith(f"{sys.version_info.major}.{sys.version_info.minor}."):
        name, files = _compiled(named)
        tag = name.removeprefix(f"{stem}-").removesuffix(".whl")
        files[f"{info}/WHEEL"] = WHEEL.format(**told, tag=tag).encode()
        named = _pack(folder / name, files)
    ours = PackageSpec(
        name=NAME,
        version=told["version"],
        file_name=named.name,
        install_dir="site",
        sha256=hashlib.sha256(named.read_bytes()).hexdigest(),
        imports=["calculators"],
    )
    PyodideLockSpec(info=stock.info, packages={NAME: ours}).to_json(folder / LOCK, indent=1)


def _compiled(plain: Path) -> tuple[str, dict[str, bytes]]:
    """The name of the wheel of byte code, and the files in it."""
    with tempfile.TemporaryDirectory() as work:
        shutil.copy(plain, work)
        command = [sys.executable, "-m", "pyodide_cli", "py-compile", "--silent", work]
        subprocess.run(command, check=True, env=os.environ | REPEATABLE)
        [wheel] = Path(work).glob("*.whl")
        with zipfile.ZipFile(wheel) as packed:
            return wheel.name, {name: packed.read(name) for name in packed.namelist()}


def _pack(wheel: Path, files: Mapping[str, bytes]) -> Path:
    """Write the wheel, and in it the list of its files, which is made anew."""
    [info] = {name.partition("/")[0] for name in files if ".dist-info/" in name}
    record = f"{info}/RECORD"
    listed = sorted(set(files) - {record}, key=lambda name: (name.startswith(info), name))
    lines = [f"{name},sha256={_digest(files[name])},{len(files[name])}\n" for name in listed]
    text = "".join([*lines, f"{record},,\n"])
    with zipfile.ZipFile(wheel, "w") as packed:
        for name, content in [*((name, files[name]) for name in listed), (record, text.encode())]:
            # Its day is the first of 1980.
            entry = zipfile.ZipInfo(name)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return wheel


def _digest(content: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
