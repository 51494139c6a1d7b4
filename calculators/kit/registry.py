"""The catalogue: every module or folder beside the kit is a calculator of the same name."""

import importlib
import pkgutil
from functools import cache
from typing import Any

import calculators
from calculators.kit.declaration.declare import Calculator


@cache
def names() -> tuple[str, ...]:
    """The calculators' names, in alphabetical order."""
    found = pkgutil.iter_modules(calculators.__path__)
    return tuple(sorted(m.name for m in found if m.name != "kit" and not m.name.startswith("_")))


@cache
def get(name: str) -> Calculator[Any, Any]:
    """The calculator called `name`. Raises KeyError that lists those there are."""
    if name not in names():
        raise KeyError(f"no calculator {name!r}; there are {', '.join(names())}")
    module = importlib.import_module(f"calculators.{name}")
    calculator: Calculator[Any, Any] = module.calculator
    return calculator
