"""The pages in order, as MkDocs reads them; for whoever is not told them by a build of MkDocs."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, StrictUndefined
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation


def site(config_file: Path) -> tuple[dict[str, Any], list[Any]]:
    """The settings of the site and the pages of its navigation, with what stands at their heads."""
    config = load_config(str(config_file))
    pages = get_navigation(get_files(config), config).pages
    for page in pages:
        page.read_source(config)
    return dict(config), pages


def complete(env: Any) -> None:
    """Give an environment of Zensical's, once it has its macros, what one of mkdocs-macros has.

    Zensical asks for the macros page by page, and knows of the page its path and address alone.
    """
    _, pages = site(Path(env.project_dir, "mkdocs.yml"))
    env.variables["navigation"] = SimpleNamespace(pages=pages)
    env.page = next((page for page in pages if page.file.src_uri == env.page.path), env.page)
    env.env = Environment(undefined=StrictUndefined)  # noqa: S701 - of Markdown, as theirs
    env.env.globals.update(env.macros)
