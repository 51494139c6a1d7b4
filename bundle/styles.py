"""One style sheet for every page: Material's and ours joined, what no page uses left out.

A browser paints nothing before its style sheets are there, and each is a request.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from bundle.runtime import node

HERE = Path(__file__).parent
SHEET = "assets/stylesheets/site.css"
# Material's, in its own order; their names change with its version.
MATERIAL = ("main", "palette")
# Scripts that give elements classes which no finished page has.
SCRIPTS = ("assets/javascripts/bundle.*.js", "assets/*.js", "assets/*/*.js")


def write(site: Path, ours: Sequence[str], *, whole: bool) -> None:
    """Join the sheets of the finished `site` into `SHEET`, in place of them, and date it.

    `ours` are paths in the site, in order. `whole`: leave nothing out, which is quicker.
    """
    material = [next(site.glob(f"assets/stylesheets/{name}.*.min.css")) for name in MATERIAL]
    sheets = [*material, *(site / path for path in ours)]
    target = site / SHEET
    # Named one by one: the joined sheet is in the same folder as its parts.
    text = "\n".join(sheet.read_text("utf-8") for sheet in sheets)
    for sheet in sheets:
        sheet.unlink()
    for drawn in site.glob("assets/stylesheets/*.css.map"):
        drawn.unlink()
    target.write_text(text, "utf-8")
    pages = sorted(site.rglob("*.html"))
    if not whole:
        scripts = sorted({file for pattern in SCRIPTS for file in site.glob(pattern)})
        node(HERE / "styles.mjs", target, *pages, *scripts)
    _date(pages, hashlib.sha256(target.read_bytes()).hexdigest()[:12])


def _date(pages: Sequence[Path], digest: str) -> None:
    # A page that a browser has kept still finds the sheet, a new one asks for the new sheet.
    for page in pages:
        html = page.read_text("utf-8")
        page.write_text(html.replace(f'{SHEET}"', f'{SHEET}?{digest}"', 1), "utf-8")
