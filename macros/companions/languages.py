"""Search in the language of the site alone: Material puts its files for thirty more beside it."""

from pathlib import Path

LUNR = "assets/javascripts/lunr"


def keep(site: Path, language: str) -> None:
    """Take every file of search out of the built site that no search in `language` loads."""
    kept = {f"lunr.{name}.min.js" for name in ("stemmer.support", language)}
    for file in (site / LUNR).rglob("*.js"):
        if file.name not in kept:
            file.unlink()
