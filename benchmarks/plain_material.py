"""Build the playbook's text in Material as it comes, without calculators, into a folder."""

import sys
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

import macros
from macros.pages import Pages


def calculator(self: Pages, name: str, **inputs: Any) -> str:  # noqa: ARG001 — a macro's own form
    """Nothing in a calculator's place."""
    return ""


def main() -> None:
    """Build into the folder named on the command line."""
    Pages.calculator = calculator  # type: ignore[method-assign]
    # Or else the build would import the calculators' macros anew.
    macros._forget = lambda: None
    Pages.write = lambda *_: None  # type: ignore[method-assign]
    config = load_config("mkdocs.yml", site_dir=sys.argv[1], extra_css=[], extra_javascript=[])
    config.theme.dirs = [name for name in config.theme.dirs if "macros" not in name]
    build(config)


if __name__ == "__main__":
    main()
