"""Templates into HTML of one line, which Markdown leaves as it is."""

from pathlib import Path
from typing import Any

from jinja2 import ChainableUndefined, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bundle import wheel
from calculators.kit.words import labels
from macros.drawing import draw

ENVIRONMENT = Environment(
    # The scripts that stand in pages are the theme's.
    loader=FileSystemLoader([Path(__file__).parent / name for name in ("templates", "theme")]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.globals["ARCHIVE"] = wheel.ARCHIVE
ENVIRONMENT.globals["draw"] = lambda spec, width: Markup(draw(spec, width))  # noqa: S704
# What a row's `<template>` is filled with: nothing, at any depth.
ENVIRONMENT.globals["blank"] = ChainableUndefined()
ENVIRONMENT.filters["inside"] = labels.inside
ENVIRONMENT.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
ENVIRONMENT.filters["row_count"] = lambda values, name: row_count(values, name)

ENVIRONMENT.filters["kept_lines"] = lambda text: kept_lines(text)


def kept_lines(text: str) -> Markup:
    """`text` whose lines outlive `render`, each line's end as a character reference."""
    return Markup(escape(text).replace("\n", Markup("&#10;")))  # noqa: S704


def row_count(values: dict[str, str], name: str) -> int:
    """How many rows the field `name` has among the paths of `values`."""
    return len({path.split(".")[1] for path in values if path.startswith(f"{name}.")})


def render(template: str, **data: Any) -> str:
    """The template's HTML on one line: macro output of several lines loses its indentation."""
    html = ENVIRONMENT.get_template(template).render(**data)
    return " ".join(line.strip() for line in html.splitlines() if line.strip())
