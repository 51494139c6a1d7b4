"""`python -m macros.book SITE TARGET`: the book of a built site into the folder TARGET."""

import sys
from pathlib import Path

from macros.book import epub, pdf
from macros.book.book import bind
from macros.companions.offered import KINDS, megabytes


def main() -> None:
    """Write the book, and say how large its files are."""
    site, target = map(Path, sys.argv[1:])
    book = bind(site)
    target.mkdir(parents=True, exist_ok=True)
    for kind, write in {"EPUB": epub.write, "PDF": pdf.write}.items():
        file = target / KINDS[kind]
        write(book, file)
        print(f"{file}: {megabytes(file.stat().st_size)}")


if __name__ == "__main__":
    main()
