"""Scripts: what they import, for a page to ask for at once, and what of them it needs."""

import re
from collections.abc import Iterable
from pathlib import Path
from posixpath import dirname, join, normpath

COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:(?!\*/)[\s\S])*\*/)[ \t]*\n", re.MULTILINE)
STATIC = re.compile(r'^(?:import|export) [^"]*from "(\.[^"]+)"', re.MULTILINE)


def imported(docs: Path, scripts: Iterable[str]) -> list[str]:
    """The modules that `scripts` import, and those that these import; paths below `docs`.

    Raises FileNotFoundError for an import of what is not there. Modules that the build itself
    writes, which have no more than a declaration there, are left out.
    """
    found: list[str] = []
    waiting = list(scripts)
    while waiting:
        script = waiting.pop(0)
        for name in STATIC.findall((docs / script).read_text("utf-8")):
            module = normpath(join(dirname(script), name))
            if module not in found and not (docs / module).with_suffix(".d.ts").is_file():
                found.append(module)
                waiting.append(module)
    return found


def write(docs: Path, site: Path) -> None:
    """Leave the lines that are comments alone out of the built site's scripts, for whom none is."""
    for script in docs.rglob("*.js"):
        built = site / script.relative_to(docs)
        built.write_text(COMMENT.sub("", built.read_text("utf-8")), "utf-8")
