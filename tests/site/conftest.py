"""The built pages, read once."""

from pathlib import Path

import pytest

from tests.site.documents import EMBEDDED, Document


@pytest.fixture(scope="session")
def documents(site: Path) -> dict[str, Document]:
    """Every page by its path in the site, `repeat-sales/`, those with a calculator alone too."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): Document(
            file.read_text("utf-8")
        )
        for file in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def chapters(documents: dict[str, Document]) -> dict[str, Document]:
    """The pages that are there to be read: all but those for other people's pages."""
    return {path: it for path, it in documents.items() if not path.startswith(EMBEDDED)}


@pytest.fixture(scope="session")
def embedded(documents: dict[str, Document]) -> dict[str, Document]:
    """The pages with a calculator alone, for other people's pages."""
    return {path: it for path, it in documents.items() if path.startswith(EMBEDDED)}
