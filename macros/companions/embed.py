"""The calculators alone, each a page for an `<iframe>` in other people's pages."""

from pathlib import Path
from typing import Any

from bundle import styles
from calculators.kit import registry
from macros.calculator import shown
from macros.render import ENVIRONMENT

FOLDER = "embed/"
# All that these pages alone have, by the beginnings of the paths.
FILES = (FOLDER, "assets/embed/", styles.EMBEDDED)


def write(site: Path, pages: list[Any], config: Any) -> None:
    """Write a page for every calculator into the built site, to be styled with the others.

    `pages` are those of the navigation. Raises KeyError for a chapter that is not among them.
    """
    template = ENVIRONMENT.get_template("embed.html")
    titles = {page.file.name: page.meta["title"] for page in pages}
    for name in registry.names():
        told = shown(name, {})
        target = site / FOLDER / name / "index.html"
        target.parent.mkdir(parents=True)
        html = template.render(
            **told,
            # A reader's own numbers are not for pages of others.
            shared={},
            heading="h1",
            chapter=titles[told["form"]["chapter"]],
            description=f"{told['form']['question']} Калькулятор из «{config['site_name']}».",
            edition=config["extra"]["edition"],
            sheet=styles.EMBEDDED,
            site_name=config["site_name"],
            site_url=config["site_url"],
        )
        target.write_text(html, "utf-8")
