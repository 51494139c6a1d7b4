"""The service worker of the built site, and the list of what it keeps for reading offline."""

import hashlib
import json
from base64 import b64encode
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bundle import Bundle
from macros.companions import embed

HERE = Path(__file__).parent
WORKER = "service-worker.js"
# For programs and debuggers: no page asks for them.
UNREAD = (".cdx.json", ".gz", ".map", ".md", ".txt")


def write(site: Path, bundle: Bundle, config: Any) -> None:
    """Write the service worker at the root of the finished site: its scope is its folder.

    It keeps every file it names, or, with `offline: false`, removes itself and what was kept.
    """
    if not config["extra"]["offline"]:
        (site / WORKER).write_text((HERE / "off.js").read_text("utf-8"), "utf-8")
        return
    manifest = json.dumps(files(site, bundle), indent=1)
    scripts = [(HERE / name).read_text("utf-8") for name in ("keep.js", "answer.js")]
    script = "\n".join([f"var manifest = {manifest}", *scripts])
    version = hashlib.sha256(script.encode()).hexdigest()[:12]
    (site / WORKER).write_text(f'var version = "{version}"\n{script}', "utf-8")


def files(site: Path, bundle: Bundle) -> dict[str, dict[str, str]]:
    """The hash of every file to keep by its address in the site.

    `site`: what pages are made of, kept at the first visit; `runtime`: what calculators and
    charts run on, kept once a calculator is live.
    """
    parts = {"site": _read(site, bundle), "runtime": sorted(bundle.live)}
    return {
        part: {_address(name): _hash(site / name) for name in names}
        for part, names in parts.items()
    }


def _read(site: Path, bundle: Bundle) -> list[str]:
    found = {f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file()}
    unread = {name for name in found if name.endswith(UNREAD)}
    # Who meets a calculator in another site's page has not come to read this one.
    embedded = {name for name in found if name.startswith(embed.FILES)}
    unasked = {WORKER, *bundle.live, *bundle.plain, *bundle.analysts}
    return sorted(found - unread - embedded - unasked)


def _address(name: str) -> str:
    # As the browser writes it; a page is its folder.
    return quote(name.removesuffix("index.html") if f"/{name}".endswith("/index.html") else name)


def _hash(file: Path) -> str:
    # As `fetch` checks it.
    return "sha256-" + b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()
