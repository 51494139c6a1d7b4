"""What orders the reader's plan, his own checks by `plan.toml`; what chapters ask their reader."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from calculators.kit import registry

HERE = Path(__file__).parent
FILE = HERE / "plan.toml"
QUESTIONS = "checks/*.toml"
"""The self-checks of chapters, a file each by the chapter's name."""


def audits(declared: Mapping[str, Mapping[str, Any]] | None = None) -> list[dict[str, Any]]:
    """The checks: `{"calculator", "chapter", "found", "helps"}` each, as `plan.toml` has them.

    Raises ValueError that names the slip.
    """
    given = tomllib.loads(FILE.read_text("utf-8")) if declared is None else declared
    known = {registry.get(name).chapter for name in registry.names()}
    for name, it in given.items():
        if name not in registry.names():
            raise ValueError(f"{FILE.name}: no calculator is called {name!r}")
        calculator = registry.get(name)
        if unknown := {*it["found"]} - calculator.results.keys():
            raise ValueError(f"{FILE.name}: {name} has no outputs {', '.join(sorted(unknown))}")
        if unknown := it["helps"].keys() - calculator.fields.keys():
            raise ValueError(f"{FILE.name}: {name} asks no {', '.join(sorted(unknown))}")
        if unknown := {one for chapters in it["helps"].values() for one in chapters} - known:
            raise ValueError(f"{FILE.name}: no chapter is called {', '.join(sorted(unknown))}")
    return [
        {"calculator": name, "chapter": registry.get(name).chapter, **it}
        for name, it in given.items()
    ]


def asked(folder: Path = HERE) -> dict[str, int]:
    """How many questions each chapter asks its reader, by the chapter's name."""
    return {
        file.stem: len(tomllib.loads(file.read_text("utf-8"))["question"])
        for file in sorted(folder.glob(QUESTIONS))
    }
