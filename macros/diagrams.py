"""The diagrams of the chapters: words from `diagrams.toml` set by templates of the same names."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from macros.render import render

FILE = "macros/diagrams.toml"
PLACE = re.compile(r"\{(\w+)\}")
# A range such as «2–4 недели» would break after its dash.
FIGURE = Markup('<span class="diagram__figure">{}</span>')


def load() -> dict[str, Any]:
    """The words of every diagram by name; a figure's place is written `{name}`."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def texts(words: Any) -> Iterator[str]:
    """Every text in `words`, at any depth."""
    match words:
        case dict():
            for inner in words.values():
                yield from texts(inner)
        case list():
            for inner in words:
                yield from texts(inner)
        case _:
            yield words


def places(words: Any) -> set[str]:
    """The names of the figures that `words` leave room for."""
    return {name for text in texts(words) for name in PLACE.findall(text)}


def diagram(name: str, figures: Mapping[str, str]) -> str:
    """The diagram `name` as one line of HTML, its places filled with `figures`.

    Raises KeyError for an unknown name, ValueError for a figure that is missing or not asked for.
    """
    known = load()
    if name not in known:
        raise KeyError(f"{FILE} has no diagram {name!r}; it has {', '.join(sorted(known))}")
    asked = places(known[name])
    if missing := asked - figures.keys():
        raise ValueError(f"diagram {name!r} needs {_call(missing)}")
    if unknown := figures.keys() - asked:
        raise ValueError(f"diagram {name!r} takes {_call(asked) or 'no figure'}, not {unknown}")
    return render(f"diagrams/{name}.html", **_fill(known[name], figures))


def _call(names: set[str]) -> str:
    return ", ".join(f"{name}=figure(…)" for name in sorted(names))


def _fill(words: Any, figures: Mapping[str, str]) -> Any:
    match words:
        case dict():
            return {key: _fill(inner, figures) for key, inner in words.items()}
        case list():
            return [_fill(inner, figures) for inner in words]
        case _:
            html = PLACE.sub(lambda place: FIGURE.format(figures[place[1]]), escape(words))
            return Markup(html)  # noqa: S704 - both halves are escaped
