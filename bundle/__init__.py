"""What the browser loads beside the pages: the runtime, the calculators, charts, fonts.

Everything comes from `node_modules/` and `calculators/`; nothing is fetched. Large files
live under names that change with their content, so that a browser may keep them for good.
"""

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bundle import fonts, locked, runtime, wheel
from bundle.modules import imported

ROOT = Path(__file__).parent.parent
MODULES = ROOT / "node_modules"

PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
UNPACKER = "zstddec/dist/zstddec.mjs"
CHARTS = ("vega/build/vega.min.js", "vega-lite/build/vega-lite.min.js",
          "vega-embed/build/vega-embed.min.js")  # fmt: skip
# Loaded when a reader asks for such a file, by its kind.
WRITERS = {"docx": "docx/dist/index.iife.js", "ics": "ical-generator/dist/index.mjs",
           "xlsx": "write-excel-file/bundle/write-excel-file.min.js"}  # fmt: skip
FONT = "@fontsource-variable/golos-text"
SCRIPTS = "assets/calculators"
RUNTIME = f"{SCRIPTS}/runtime.js"
TEMPLATES = "macros/templates"
# What a live calculator is made of, with all that they import.
ENTRIES = [f"{SCRIPTS}/{name}.js" for name in ("mount", "worker", "unpacker")]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files by their path in the site, and what the pages' scripts are told about them.

    `page`: asked for with a page; `live`: what calculators run on; `plain`: in place of packed
    ones where those do not serve; `analysts`: for Python elsewhere, asked for by no page.
    """

    page: dict[str, Path]
    live: dict[str, Path]
    plain: dict[str, Path]
    analysts: dict[str, Path]
    runtime: dict[str, Any]

    @property
    def edition(self) -> str:
        """A short name of all that a calculator in a page is made of; new when any changes."""
        told = json.dumps(self.runtime, sort_keys=True)
        sources = [*(ROOT / "docs" / SCRIPTS).glob("*.js"), *(ROOT / TEMPLATES).glob("*.html")]
        return hashlib.sha256((told + runtime.digest(*sorted(sources))).encode()).hexdigest()[:12]

    def write(self, site: Path) -> None:
        """Copy every file into the folder `site`, and the module that tells of them."""
        for name, source in (self.page | self.live | self.plain | self.analysts).items():
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        told = json.dumps(self.runtime, separators=(",", ":"))
        (site / RUNTIME).write_text(f"export const runtime = {told}\n", "utf-8")


def assemble(address: str) -> Bundle:
    """The bundle for the calculators as they are now and the site at `address`.

    Raises FileNotFoundError with the fix, ValueError where what is installed is not locked.
    """
    if not MODULES.is_dir():
        raise FileNotFoundError(f"{MODULES} is missing: run `make build`")
    locked.check(ROOT)
    pyodide, unpacker = _vendored("pyodide", PYODIDE), _script(UNPACKER)
    python = runtime.python(ROOT, MODULES / "pyodide")
    memory = python / runtime.MEMORY
    plain = {path: file for path, file in pyodide.items() if file.suffix == ".wasm"}
    live = {path: file for path, file in pyodide.items() if path not in plain} | unpacker
    for archive in (python / runtime.LIBRARY, python / runtime.TAKEAWAY):
        plain[f"assets/python-{runtime.digest(archive)[:12]}/{archive.name}"] = archive
    packed = {file.name: runtime.packed(ROOT, file) for file in (*plain.values(), memory)}
    paths = {name: f"assets/python-{runtime.digest(file)[:12]}/{file.name}"
             for name, file in packed.items()}  # fmt: skip
    live |= {paths[name]: file for name, file in packed.items()}
    charts: dict[str, Path] = {}
    for script in CHARTS:
        charts |= _script(script)
    live |= charts
    writers = {kind: _script(script) for kind, script in WRITERS.items()}
    for writer in writers.values():
        live |= writer
    lock = json.loads((MODULES / "pyodide" / "pyodide-lock.json").read_text("utf-8"))
    told = {
        "pyodide": next(iter(pyodide)).rpartition("/")[0] + "/",
        "unpacker": next(iter(unpacker)),
        # No packages: all that is imported is in the library.
        "lock": {"info": lock["info"], "packages": {}},
        "plain": {file.name: _sized(path, file, file) for path, file in plain.items()},
        "packed": {
            file.name: _sized(paths[file.name], packed[file.name], file)
            for file in (*plain.values(), memory)
        },
        "memory": {
            "sha256": hashlib.sha256(memory.read_bytes()).hexdigest(),
            "bytes": runtime.restored_bytes(memory),
        },
        "modules": [*ENTRIES, *imported(ROOT / "docs", ENTRIES)],
        "charts": list(charts),
        **{kind: next(iter(writer)) for kind, writer in writers.items()},
    }
    return Bundle(
        page=fonts.cut(ROOT, MODULES / FONT),
        live=live,
        plain=plain,
        analysts=wheel.built(ROOT, MODULES / "pyodide", address),
        runtime=told,
    )


def _sized(path: str, file: Path, whole: Path) -> dict[str, Any]:
    return {"path": path, "bytes": file.stat().st_size, "whole": whole.stat().st_size}


def _script(script: str) -> dict[str, Path]:
    package, _, path = script.partition("/")
    return _vendored(package, (path,))


def _vendored(package: str, paths: tuple[str, ...]) -> dict[str, Path]:
    folder = MODULES / package
    version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
    return {f"assets/vendor/{package}-{version}/{Path(p).name}": folder / p for p in paths}
