"""What a built site says of itself to be installed and to be kept for reading offline."""

import hashlib
import json
import re
import struct
from base64 import b64encode
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.conftest import PATH, SITE_URL
from tests.site.documents import Document

INSTALLABLE = {192, 512}  # pixels; what Chromium asks for
OFFICE = {".docx", ".xlsx"}


@pytest.fixture(scope="module")
def kept(site: Path) -> dict[str, dict[str, str]]:
    """The lists of the service worker: SHA-256 by address."""
    script = (site / "service-worker.js").read_text("utf-8")
    found = re.search(r"var manifest = (\{.*?\n\})\n", script, re.DOTALL)
    assert found
    read: dict[str, dict[str, str]] = json.loads(found[1])
    return read


def links(document: Document, rel: str) -> list[str]:
    """What the page's head leads to."""
    found = [attrs for tag, attrs in document.tags if tag == "link"]
    return [attrs["href"] for attrs in found if attrs.get("rel") == rel]


def size(png: Path) -> tuple[int, int]:
    """Width and height in pixels, from the header."""
    head = png.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:])
    return width, height


def test_every_page_leads_to_a_manifest_with_icons_of_the_sizes_it_names(
    chapters: dict[str, Document], site: Path
) -> None:
    for path, document in chapters.items():
        [href] = links(document, "manifest")
        assert urlsplit(urljoin(f"{PATH}{path}", href)).path == f"{PATH}manifest.webmanifest"
    manifest = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    assert {manifest["start_url"], manifest["scope"]} == {"."}
    for icon in manifest["icons"]:
        side = int(icon["sizes"].partition("x")[0])
        assert size(site / icon["src"]) == (side, side)
    plain = {icon["sizes"] for icon in manifest["icons"] if "purpose" not in icon}
    assert plain == {f"{side}x{side}" for side in INSTALLABLE}
    assert "maskable" in {icon.get("purpose") for icon in manifest["icons"]}


def test_every_file_that_is_kept_is_there_with_the_hash_it_is_checked_by(
    kept: dict[str, dict[str, str]], site: Path
) -> None:
    for address, integrity in [*kept["site"].items(), *kept["runtime"].items()]:
        file = site / unquote(address)
        file = file / "index.html" if file.is_dir() else file
        digest = b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()
        assert integrity == f"sha256-{digest}", address


def test_every_page_and_all_it_asks_for_is_kept_at_the_first_visit(
    kept: dict[str, dict[str, str]], chapters: dict[str, Document]
) -> None:
    for path, document in chapters.items():
        assert path.removesuffix("index.html") in kept["site"]
        asked = [*document.attributes("script", "src"), *document.attributes("img", "src")]
        for href in asked + links(document, "stylesheet") + links(document, "preload"):
            address = urljoin(SITE_URL + path, href).removeprefix(SITE_URL).partition("?")[0]
            assert address.removeprefix("/") in kept["site"], (path, href)


def test_papers_to_take_away_are_kept_with_the_pages(
    kept: dict[str, dict[str, str]], site: Path
) -> None:
    files = {f"papers/{f.name}" for f in (site / "papers").iterdir() if f.suffix in OFFICE}
    assert files
    assert files <= {*kept["site"]}


def test_the_first_visit_keeps_nothing_of_what_calculators_run_on(
    kept: dict[str, dict[str, str]], site: Path
) -> None:
    assert not {*kept["site"]} & {*kept["runtime"]}
    large = {name for name in kept["site"] if re.search(r"assets/(vendor|python)", name)}
    assert large == set()
    # What is packed is kept packed alone.
    names = {name.rpartition("/")[2] for name in kept["runtime"]}
    assert {"pyodide.asm.wasm.zst", "memory.bin.zst", "pyodide.mjs"} <= names
    assert not {"pyodide.asm.wasm", "python.zip"} & names
    assert (site / "service-worker.js").is_file()


def test_a_fork_can_switch_it_off(switched_off: Path) -> None:
    worker = (switched_off / "service-worker.js").read_text("utf-8")
    assert "unregister()" in worker
    assert "manifest" not in worker
    page = (switched_off / "index.html").read_text("utf-8")
    assert "data-offline" not in page
