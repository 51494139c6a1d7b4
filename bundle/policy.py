"""The Content-Security-Policy of the pages: what a browser lets them do, whatever gets into them.

GitHub Pages sets no headers, so the policy stands in each page, before anything it is about. A
worker is no page and has the policy of its own file's headers, which is none.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

HEAD = '<meta charset="utf-8">'
INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
# Data, and files, which 'self' is for.
NO_CODE = re.compile(r"\bsrc=|\btype=\"?application/json")


def write(site: Path) -> None:
    """Put the policy into every page of the finished `site`.

    Raises ValueError for a page without the line that it stands after.
    """
    pages = {file: file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}
    # Instant navigation keeps the policy of the page that a visit began with: one for all.
    line = f'{HEAD}<meta http-equiv="Content-Security-Policy" content="{policy(pages.values())}">'
    for file, html in pages.items():
        if HEAD not in html:
            raise ValueError(f"{file.relative_to(site)}: no {HEAD} for the policy to stand after")
        file.write_text(html.replace(HEAD, line, 1), "utf-8")


def policy(pages: Iterable[str]) -> str:
    """The policy under which the scripts that stand in `pages` run, and no others do."""
    allowed = sorted({digest(code) for html in pages for code in inline(html)})
    sources = {
        "default-src": ["'self'"],
        # Python is WebAssembly.
        "script-src": ["'self'", "'wasm-unsafe-eval'", *allowed],
        # Charts and diagrams carry their own.
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(told)}" for name, told in sources.items())


def inline(html: str) -> list[str]:
    """The code of the scripts that stand in a page."""
    found = INLINE.finditer(html)
    return [one["code"] for one in found if not NO_CODE.search(one["attributes"])]


def digest(code: str) -> str:
    """A script as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
