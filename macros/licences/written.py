"""What of licences stands beside the page: the texts in one file, and a list for programs."""

import base64
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bundle import ROOT
from macros.licences import Part, parts

FOLDER = "licences"
TEXTS = f"{FOLDER}/licences.txt"
LIST = f"{FOLDER}/parts.cdx.json"
RULE = "=" * 78


def write(site: Path, name: str) -> None:
    """Write both into the built site that has the `name`."""
    own = (ROOT / "LICENSE").read_text("utf-8")
    (site / FOLDER).mkdir(exist_ok=True)
    (site / TEXTS).write_text(texts(parts(), own, name), "utf-8")
    told = json.dumps(components(parts(), name), ensure_ascii=False, indent=1)
    (site / LIST).write_text(told + "\n", "utf-8")


def texts(shipped: Iterable[Part], own: str, name: str) -> str:
    """Every licence once, below the names of all it is of; the site's own is the first."""
    whose: dict[str, list[str]] = {own.strip("\n"): [name]}
    for part in shipped:
        title = " ".join(filter(None, (part.name, part.version, f"({part.licence})")))
        whose.setdefault(part.text, []).append(title)
    blocks = ["\n".join([RULE, *names, RULE, "", text]) for text, names in whose.items()]
    return "\n\n\n".join(blocks) + "\n"


def components(shipped: Iterable[Part], name: str) -> dict[str, Any]:
    """The parts in the shape of CycloneDX 1.6; no date, so that two builds are the same."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": name, "bom-ref": "site"}},
        "components": [_component(part) for part in shipped],
    }


def _component(part: Part) -> dict[str, Any]:
    address = f"pkg:{part.kind}/{quote(part.name, safe='/')}"
    address += f"@{part.version}" if part.version else ""
    told: dict[str, Any] = {"type": "library", "bom-ref": address, "name": part.name}
    if part.version:
        told["version"] = part.version
    if part.digest:
        digest = base64.b64decode(part.digest).hex()
        told["hashes"] = [{"alg": "SHA-512", "content": digest}]
    return told | {"licenses": [{"expression": part.licence}], "purl": address}
