"""The built pages, read once."""

from pathlib import Path

import pytest

from tests.site.documents import Document


@pytest.fixture(scope="session")
def documents(site: Path) -> dict[str, Document]:
    """Every page by its path in the site: `repeat-sales/`."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): Document(
            file.read_text("utf-8")
        )
        for file in sorted(site.rglob("*.html"))
    }
