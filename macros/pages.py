"""The macros that chapters call, from the calculators' view to HTML."""

from collections import Counter
from decimal import Decimal
from typing import Any

from bundle import assemble
from calculators.kit import figures, read, view
from macros import glossary
from macros.render import render


class Pages:
    """The macros of one build. `env` is the environment of mkdocs-macros."""

    def __init__(self, env: Any) -> None:
        self.env = env
        self.bundle = assemble()
        self.placed: Counter[str] = Counter()

    def register(self) -> None:
        """Make the macros known to the chapters."""
        for macro in (self.calculator, self.figure, self.value, self.chapters, self.glossary):
            self.env.macro(macro)
        self.env.variables["bundle"] = self.bundle

    def calculator(self, name: str, **inputs: Any) -> str:
        """A live calculator that opens with its default result; call it at column 0.

        `inputs` replace defaults. Raises KeyError for an unknown name, BadInputError for a
        bad input.
        """
        raw = _raw(inputs)
        form, result = view.form(name), view.result(name, raw)
        if "errors" in result:
            raise read.BadInputError(result["errors"])
        for field in form["fields"]:
            field["value"] = result["fields"][field["name"]]
        place = f"{self.env.page.file.src_uri} {name}"
        self.placed[place] += 1
        # Labels need ids, and the same calculator may stand twice on a page.
        prefix = f"{name}-{self.placed[place]}".replace("_", "-")
        return render(
            "calculator.html", form=form, result=result, prefix=prefix, runtime=self.bundle.runtime
        )

    def figure(self, key: str) -> str:
        """A sourced figure with its unit. Raises KeyError for an unknown key."""
        return figures.figure(key).shown

    def value(self, calculator: str, name: str, **inputs: Any) -> str:
        """One input or output of a calculator, for defaults replaced by `inputs`."""
        return view.value(calculator, name, _raw(inputs))

    def glossary(self) -> str:
        """Every term with its meaning, in alphabetical order."""
        return render("glossary.html", terms=glossary.load())

    def chapters(self) -> str:
        """The map: every chapter of the navigation with the question it answers."""
        pages = self.env.variables["navigation"].pages
        for page in pages:
            if not page.meta:  # MkDocs has not come to it yet
                page.read_source(self.env.conf)
        found = [
            {"number": page.meta["chapter"], "title": page.meta["title"],
             "question": page.meta["question"], "url": page.url}
            for page in pages if "chapter" in page.meta
        ]  # fmt: skip
        return render("chapters.html", chapters=found)


def _raw(inputs: dict[str, Any]) -> dict[str, str]:
    return {name: str(Decimal(str(value))) for name, value in inputs.items()}
