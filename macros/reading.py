"""The order of reading: the pages of practice stand beside their chapters, not among them."""

from typing import Any


def put_in_order(page: Any, pages: list[Any]) -> None:
    """Give a page of MkDocs what comes before and after it among the `pages` of the navigation.

    Chapters follow each other. A page of practice, whose `practice` is a chapter's number, leads
    back to that chapter and on to what follows it. Raises ValueError where there is no such one.
    """
    if page not in pages:
        return
    line = [other for other in pages if "practice" not in other.meta]
    number = page.meta.get("practice")
    if number is None:
        place = line.index(page)
        page.previous_page = line[place - 1] if place else None
    else:
        place = next((n for n, it in enumerate(line) if it.meta.get("chapter") == number), -1)
        if place < 0:
            raise ValueError(f"{page.file.src_uri}: practice: {number} is no chapter's number")
        page.previous_page = line[place]
    page.next_page = line[place + 1] if place + 1 < len(line) else None
