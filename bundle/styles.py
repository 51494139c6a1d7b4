"""A page's one style sheet: Material's and ours joined, what its pages do not use left out.

A browser paints nothing before its style sheets are there, and each is a request.
"""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from bundle import fonts
from bundle.runtime import node

HERE = Path(__file__).parent
SHEET = "assets/stylesheets/site.css"
# Of the pages with a calculator alone; there it stands below the others.
EMBEDDED = "assets/stylesheets/embed.css"
EMBEDDED_PAGES = "embed/*/index.html"
# Material's, in its own order; their names change with its version.
MATERIAL = ("main", "palette")
# Scripts that give elements classes which no finished page has.
SCRIPTS = ("assets/javascripts/bundle.*.js", "assets/*.js", "assets/*/*.js")
EMBEDDED_SCRIPTS = ("assets/calculators/*.js",)


def write(site: Path, ours: Sequence[str], *, whole: bool) -> None:
    """Join the sheets of the finished `site` into `SHEET` and `EMBEDDED`, in place of them.

    `ours` are paths in the site, in order. `whole`: leave nothing out, which is quicker.
    """
    material = [next(site.glob(f"assets/stylesheets/{name}.*.min.css")) for name in MATERIAL]
    sheets = [*material, *(site / path for path in ours)]
    # Named one by one: the joined sheets are in the same folder as their parts.
    texts = {sheet.name: sheet.read_text("utf-8") for sheet in sheets}
    own = (site / EMBEDDED).read_text("utf-8")
    for sheet in sheets:
        sheet.unlink()
    for drawn in site.glob("assets/stylesheets/*.css.map"):
        drawn.unlink()
    fontless = [text for name, text in texts.items() if name != fonts.SHEET.name]
    embedded = {*site.glob(EMBEDDED_PAGES)}
    pages = {*site.rglob("*.html")} - embedded
    (site / SHEET).write_text("\n".join(texts.values()), "utf-8")
    (site / EMBEDDED).write_text("\n".join([*fontless, own]), "utf-8")
    if not whole:
        _purge(site, SHEET, pages, SCRIPTS)
        _purge(site, EMBEDDED, embedded, EMBEDDED_SCRIPTS)
    _date(site / SHEET, pages)
    _date(site / EMBEDDED, embedded)


def _purge(site: Path, sheet: str, pages: Iterable[Path], scripts: Iterable[str]) -> None:
    found = sorted({file for pattern in scripts for file in site.glob(pattern)})
    node(HERE / "styles.mjs", site / sheet, *sorted(pages), *found)


def _date(sheet: Path, pages: Iterable[Path]) -> None:
    # A page that a browser has kept still finds the sheet, a new one asks for the new sheet.
    digest = hashlib.sha256(sheet.read_bytes()).hexdigest()[:12]
    for page in pages:
        html = page.read_text("utf-8")
        page.write_text(html.replace(f'{sheet.name}"', f'{sheet.name}?{digest}"', 1), "utf-8")
