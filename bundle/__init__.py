"""What the browser loads beside the pages: the runtime, the calculators, charts, fonts.

Everything comes from `node_modules/` and `calculators/`; nothing is fetched. Large files
live under names that change with their content, so that a browser may keep them for good.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bundle.wheel import lock_calculators

ROOT = Path(__file__).parent.parent
MODULES = ROOT / "node_modules"

PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
CHARTS = ("vega/build/vega.min.js", "vega-lite/build/vega-lite.min.js",
          "vega-embed/build/vega-embed.min.js")  # fmt: skip
# Loaded when a reader asks for such a file, by its kind.
WRITERS = {"docx": "docx/dist/index.iife.js",
           "xlsx": "write-excel-file/bundle/write-excel-file.min.js"}  # fmt: skip
FONT = "@fontsource-variable/golos-text"


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files by their path in the site, and what a page tells its scripts about them."""

    files: dict[str, Path]
    runtime: dict[str, Any]

    def write(self, site: Path) -> None:
        """Copy every file into the folder `site`."""
        for name, source in self.files.items():
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def assemble() -> Bundle:
    """The bundle for the calculators as they are now. Raises FileNotFoundError with the fix."""
    if not MODULES.is_dir():
        raise FileNotFoundError(f"{MODULES} is missing: run `make build`")
    pyodide = _vendored("pyodide", PYODIDE)
    wheel = lock_calculators(ROOT, MODULES / "pyodide")
    calculators = {f"assets/calculators-{wheel.parent.name}/{f.name}": f
                   for f in sorted(wheel.parent.iterdir())}  # fmt: skip
    charts: dict[str, Path] = {}
    for script in CHARTS:
        charts |= _script(script)
    writers = {kind: _script(script) for kind, script in WRITERS.items()}
    fonts = {f"assets/fonts/{f.relative_to(MODULES / FONT)}": f
             for f in (MODULES / FONT).glob("**/*") if f.suffix in {".woff2", ".css"}}  # fmt: skip
    lock = next(name for name in calculators if name.endswith(".json"))
    counted = [*pyodide.items(), *calculators.items()]
    runtime = {
        "pyodide": next(iter(pyodide)).rpartition("/")[0] + "/",
        "lock": lock,
        # The files that Pyodide fetches, for the progress bar.
        "bytes": sum(f.stat().st_size for name, f in counted if f.suffix not in {".mjs", ".js"}),
        "charts": list(charts),
        **{kind: next(iter(writer)) for kind, writer in writers.items()},
    }
    files = pyodide | calculators | charts | fonts
    for writer in writers.values():
        files |= writer
    return Bundle(files=files, runtime=runtime)


def _script(script: str) -> dict[str, Path]:
    package, _, path = script.partition("/")
    return _vendored(package, (path,))


def _vendored(package: str, paths: tuple[str, ...]) -> dict[str, Path]:
    folder = MODULES / package
    version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
    return {f"assets/vendor/{package}-{version}/{Path(p).name}": folder / p for p in paths}
