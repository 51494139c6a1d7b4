"""Macros of the chapters: `calculator`, `figure`, `value`, `chapters`."""

import sys
from pathlib import Path
from typing import Any


def define_env(env: Any) -> None:
    """Give the pages their macros; called by mkdocs-macros at every build."""
    _forget()
    from macros.pages import Pages

    Pages(env).register()


def on_post_build(env: Any) -> None:
    """Put what the browser loads beside the pages, into the built site."""
    from macros import synonyms

    site = Path(env.conf["site_dir"])
    env.variables["bundle"].write(site)
    synonyms.write(site)


def _forget() -> None:
    # `mkdocs serve` builds many times in one process: an edited calculator is imported anew.
    for name in list(sys.modules):
        if name.startswith(("calculators", "macros.", "bundle")):
            del sys.modules[name]
