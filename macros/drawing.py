"""Vega-Lite specifications into SVG, at build time."""

import json
from functools import cache
from typing import Any

import vl_convert

VEGA_LITE = "6.4"


def draw(spec: dict[str, Any], width: int) -> str:
    """The specification drawn `width` pixels wide, as an `<svg>` element."""
    return _drawn(json.dumps(spec | {"width": width}))


@cache
def _drawn(spec: str) -> str:
    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    return svg
