"""Vega-Lite specifications into SVG, at build time."""

import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path

import vl_convert

VEGA_LITE = "6.4"
# A benchmark begins with an empty folder of its own.
KEPT = Path(os.environ.get("DRAWINGS", Path(__file__).parent.parent / ".cache" / "drawings"))


def draw(spec: str, width: int) -> str:
    """The specification, as JSON, drawn `width` pixels wide, as an `<svg>` element.

    Drawn once for each specification and version of what draws it, and kept under `.cache/`:
    drawing is most of a build.
    """
    text = json.dumps(json.loads(spec) | {"width": width})
    key = f"{version('vl-convert-python')} {VEGA_LITE} {text}"
    file = KEPT / f"{hashlib.sha256(key.encode()).hexdigest()}.svg"
    if file.is_file():
        return file.read_text("utf-8")
    svg: str = vl_convert.vegalite_to_svg(text, vl_version=VEGA_LITE)
    KEPT.mkdir(parents=True, exist_ok=True)
    # Under its own name only when it is whole: another build may be reading.
    unfinished = file.with_suffix(f".{os.getpid()}")
    unfinished.write_text(svg, "utf-8")
    unfinished.replace(file)
    return svg
