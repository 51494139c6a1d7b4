"""What chapters quote, in places that a reader's own numbers may fill."""

import json
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
        text = quoted.text(asked)
        told = json.dumps(asked, ensure_ascii=False, separators=(",", ":")).translate(ESCAPED)
        slot = super().__new__(cls, f"<span {MARK}'{told}'>{text}</span>")
        slot.quote, slot.text = asked, text
        return slot


def _asked(value: Any) -> Any:
    return {"quote": value.quote} if isinstance(value, Slot) else value


def switch() -> str:
    """What lets a reader choose whose numbers stand in the text; shown to who has his own."""
    places = {
        key: [f"{place.calculator}.{place.field}" for place in one.places]
        for key, one in shared.load().items()
    }
    return render("quotes.html", places=json.dumps(places, separators=(",", ":")))
