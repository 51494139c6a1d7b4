"""Macros of the chapters, and what is written into the site beside them."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

SOURCES = ("bundle", "calculators", "macros")
# What the modules in use were read from, with the moment of the last edit.
_read: dict[Path, int] = {}


def define_env(env: Any) -> None:
    """Give the pages their macros; called by mkdocs-macros at every build."""
    _forget()
    from macros import navigation
    from macros.licences import shown
    from macros.pages import Pages

    pages = Pages(env)
    pages.name_files()
    env.variables["playbook"] = pages
    env.macro(shown.licences)
    # Zensical has no navigation for macros: records/material.md.
    if env.variables.get("navigation") == []:
        navigation.complete(env)


def on_post_page_macros(env: Any) -> None:
    """Keep the page's Markdown with every number computed, and the day of its last commit."""
    # MkDocs itself writes the day of the build into the sitemap; a fork may do without the plugin.
    changed = env.page.meta.get("git_revision_date_localized_raw_iso_date")
    env.page.update_date = changed or env.page.update_date
    env.markdown = env.variables["playbook"].finish(env.page, env.markdown)


def on_post_build(env: Any) -> None:
    """Put beside the pages what the browser loads, whose work that is, and their Markdown."""
    from macros.companions import languages
    from macros.licences import written

    site = Path(env.conf["site_dir"])
    languages.keep(site, env.conf["theme"]["language"])
    written.write(site, env.conf["site_name"])
    # The last: it lists all that is there.
    env.variables["playbook"].write(site)


def _forget() -> None:
    # `mkdocs serve` builds many times in one process: once anything of ours is edited, all of it is
    # imported anew. Until then what has been read and computed stays.
    now = dict(_edits(Path(__file__).parent.parent))
    if now == _read:
        return
    _read.clear()
    _read.update(now)
    for name in list(sys.modules):
        if name.partition(".")[0] in SOURCES and name != __name__:
            del sys.modules[name]
            # `from macros import …` would still find the old module here.
            globals().pop(name.removeprefix("macros."), None)


def _edits(root: Path) -> Iterator[tuple[Path, int]]:
    for file in (path for folder in SOURCES for path in (root / folder).rglob("*.*")):
        if "__pycache__" not in file.parts:
            with suppress(FileNotFoundError):  # an editor's, gone by now
                yield file, file.stat().st_mtime_ns
