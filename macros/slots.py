"""What chapters quote, in places that a reader's own numbers may fill."""

import json
from functools import cache
from typing import Any, Self

from calculators.kit import quoted
from macros import company, shared
from macros.render import render

# What would end the attribute, a tag or the cell of a table.
ESCAPED = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "&<>|'"})
MARK = "data-quote="


class Slot(str):
    """A quote's text in its place in the page; to another quote, an input."""

    __slots__ = ("quote", "text")

    quote: quoted.Quote
    text: str

    def __new__(cls, *quote: Any, **inputs: Any) -> Self:
        """The company of the examples answers what `inputs` do not.

        Raises BadInputError or KeyError, as the kind of `quoted.KINDS` does.
        """
        given = company.inputs(quote[1]) | {name: _asked(value) for name, value in inputs.items()}
        asked = [*quote, given]
        told = json.dumps(asked, ensure_ascii=False, separators=(",", ":"))
        text = _text(told)
        slot = super().__new__(cls, f"<span {MARK}'{told.translate(ESCAPED)}'>{text}</span>")
        slot.quote, slot.text = asked, text
        return slot


@cache
def _text(told: str) -> str:
    # Many chapters quote the same, and the next build under `mkdocs serve` quotes it again.
    return quoted.text(json.loads(told))


def _asked(value: Any) -> Any:
    return {"quote": value.quote} if isinstance(value, Slot) else value


def switch() -> str:
    """What lets a reader choose whose numbers stand in the text; shown to who has his own."""
    places = {
        key: [f"{place.calculator}.{place.field}" for place in one.places]
        for key, one in shared.load().items()
    }
    return render("quotes.html", places=json.dumps(places, separators=(",", ":")))
