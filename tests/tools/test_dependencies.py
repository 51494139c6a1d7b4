"""What is imported by name is declared by name, not left to come with something else."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata

import pytest

from tests.conftest import ROOT

SITE = ("bundle", "calculators", "macros")
TEST = ("benchmarks", "tests", "tools")
OURS = {*SITE, *TEST}
# A Markdown extension that mkdocs.yml names by its module.
EXTENSION = re.compile(r"^  - (\w+)\.", re.MULTILINE)


def imports(source: str) -> Iterator[str]:
    """The top-level modules that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def foreign(*folders: str) -> dict[str, str]:
    """Modules of others that are imported in `folders`, with a file that does."""
    files = [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]
    found = {module: str(file.relative_to(ROOT)) for file in files
             for module in imports(file.read_text("utf-8"))}  # fmt: skip
    return {module: file for module, file in found.items()
            if module not in sys.stdlib_module_names and module not in OURS}  # fmt: skip


def extensions() -> dict[str, str]:
    """Modules of others that mkdocs.yml names."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    listed = settings.partition("\nmarkdown_extensions:\n")[2].partition("\n\n")[0]
    return dict.fromkeys(set(EXTENSION.findall(listed)) - OURS, "mkdocs.yml")


def declared(group: str) -> set[str]:
    """The distributions that a group of pyproject.toml pins itself."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    pins = [pin for pin in groups[group] if isinstance(pin, str)]
    assert all("==" in pin for pin in pins)
    return {normal(pin.partition("==")[0]) for pin in pins}


def normal(name: str) -> str:
    """A distribution's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def undeclared(modules: dict[str, str], known: set[str]) -> dict[str, str]:
    """Those of `modules` that no distribution among `known` brings."""
    brought = metadata.packages_distributions()
    return {module: file for module, file in modules.items()
            if not known & {normal(name) for name in brought.get(module, [])}}  # fmt: skip


def test_all_that_the_site_is_built_with_is_declared_for_it() -> None:
    modules = foreign(*SITE) | extensions()
    assert {"jinja2", "markdown", "fontTools", "pymdownx"} <= modules.keys()
    assert undeclared(modules, declared("site")) == {}


def test_all_that_tests_and_benchmarks_import_is_declared() -> None:
    modules = foreign(*TEST)
    assert {"pytest", "yaml", "playwright"} <= modules.keys()
    assert undeclared(modules, declared("site") | declared("test")) == {}


@pytest.mark.parametrize("known", [set(), {"mkdocs"}])
def test_a_module_that_only_comes_with_another_is_found(known: set[str]) -> None:
    assert undeclared({"jinja2": "a.py"}, known) == {"jinja2": "a.py"}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_what_is_declared_is_what_is_installed(name: str) -> None:
    pinned = (ROOT / name).read_text("utf-8").lower()
    group = "test" if "test" in name else "site"
    assert [one for one in declared(group) if not re.search(rf"^{one}==", pinned, re.M)] == []
    assert "://" not in pinned


def test_imports_are_found_wherever_they_stand() -> None:
    source = "import a.b\ndef f():\n    from c.d import e\n    from . import g\n"
    assert sorted(imports(source)) == ["a", "c"]
