"""What the template of a calculator is filled with, in a chapter and in other people's pages."""

from typing import Any

from calculators.kit import read, view
from macros.render import render


def shown(name: str, raw: read.Raw, number: int = 1) -> dict[str, Any]:
    """The form and the default result of a calculator, and what the ids of its labels begin with.

    `number`: which of the same calculator it is on its page. Raises KeyError for an unknown name,
    BadInputError for a bad input.
    """
    form, result = view.form(name), view.result(name, raw)
    if "errors" in result:
        raise read.BadInputError(result["errors"])
    return {
        "form": form,
        "result": result,
        "decisions": view.decisions(name, raw),
        "prefix": f"{name}-{number}".replace("_", "-"),
    }


def drawn(name: str, raw: read.Raw, number: int, shared: dict[str, str]) -> str:
    """A calculator for a chapter; `shared` are its fields that ask the reader's own numbers."""
    return render("calculator.html", **shown(name, raw, number), shared=shared)
