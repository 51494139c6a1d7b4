"""The book that `make book` has made, beside the pages, and the line that leads to it."""

import shutil
from pathlib import Path
from typing import Any

from bundle import ROOT
from macros.render import render

FOLDER = "book"
KINDS = {"EPUB": "playbook.epub", "PDF": "playbook.pdf"}


def line(config: Any) -> str:
    """Links to the files of the book with their formats and sizes; nothing without a book.

    Raises FileNotFoundError where the setting `book` names a folder that has none.
    """
    files = [
        {"kind": kind, "url": f"{FOLDER}/{file.name}", "size": megabytes(file.stat().st_size)}
        for kind, file in _files(config).items()
    ]
    return render("book/offered.html", files=files) if files else ""


def write(site: Path, config: Any) -> None:
    """Copy the book into the built site, where there is one."""
    for file in _files(config).values():
        target = site / FOLDER / file.name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(file, target)


def megabytes(size: int) -> str:
    """A size in bytes, as a reader who is to fetch it wants to know it."""
    return f"{max(size / 1e6, 0.1):.1f}\u00a0МБ".replace(".", ",")


def _files(config: Any) -> dict[str, Path]:
    folder = config["extra"].get("book")
    if not folder:
        return {}
    files = {kind: ROOT / folder / name for kind, name in KINDS.items()}
    for file in files.values():
        if not file.is_file():
            raise FileNotFoundError(f"BOOK={folder}: there is no {file}; run `make book` first")
    return files
