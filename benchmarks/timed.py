"""Build a site in a process of its own and print the seconds of the whole and of our macros."""

import sys
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs_macros.plugin import MacrosPlugin

spent = 0.0


def timed(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function`, its seconds added to `spent`."""

    @wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        global spent
        began = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            spent += time.perf_counter() - began

    return wrapper


def main() -> None:
    """Build the folder named first on the command line, with the chapters more named after it."""
    register: Any = MacrosPlugin.macro

    def registered(env: MacrosPlugin, macro: Callable[..., Any], *name: str) -> Any:
        return register(env, timed(macro), *name)

    MacrosPlugin.macro = registered  # type: ignore[method-assign]
    folder, *chapters = sys.argv[1:]
    began = time.perf_counter()
    config = load_config("mkdocs.yml", docs_dir=f"{folder}/docs", site_dir=f"{folder}/site")
    config.nav = [*(config.nav or ()), *chapters]
    build(config)
    print(time.perf_counter() - began, spent)


if __name__ == "__main__":
    main()
