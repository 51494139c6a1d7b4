"""The spellings that search takes for one, as its worker reads them."""

import json
import tomllib
from pathlib import Path

FILE = Path(__file__).with_name("synonyms.toml")
SCRIPT = Path("assets/javascripts/search/synonyms.js")


def write(site: Path) -> None:
    """Put the groups of spellings beside the search worker, into the built site."""
    groups = tomllib.loads(FILE.read_text("utf-8"))["groups"]
    script = f"var synonyms = {json.dumps(groups, ensure_ascii=False)}\n"
    (site / SCRIPT).write_text(script, "utf-8")
