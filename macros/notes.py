"""Signs of what the editors add to the source, with the words behind each, page by page."""

from mkdocs.utils import get_relative_url

from macros.render import render

ORIGIN = "sources/#origin"


class Notes:
    """The notes of one build."""

    def __init__(self) -> None:
        self.words: dict[str, list[str]] = {}

    def sign(self, address: str, words: str) -> str:
        """A sign in the text of the page at `address`; without a script it leads to the origins."""
        notes = self.words.setdefault(address, [])
        notes.append(words)
        return render("sign.html", number=len(notes), origin=get_relative_url(ORIGIN, address))

    def foot(self, address: str) -> str:
        """What stands behind the signs of a page, at its end; empty where there is none."""
        notes = self.words.pop(address, [])
        return render("notes.html", notes=notes) if notes else ""
