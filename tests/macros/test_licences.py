"""Parts that the site ships are told by their packages, and a slip in shipped.toml is named."""

from typing import Any

import pytest

from macros import licences
from macros.licences import Part, shown, written

LOCK: dict[str, dict[str, Any]] = {
    "node_modules/vega": {"dependencies": {"vega-time": "^3", "yargs": "^1"}},
    "node_modules/vega/node_modules/vega-time": {"dependencies": {"d3-array": "^3"}},
    "node_modules/vega-time": {},
    "node_modules/d3-array": {"dependencies": {"vega": "*"}},
    "node_modules/yargs": {},
}


def test_what_a_package_needs_is_found_where_node_finds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "_lock", lambda: LOCK)
    assert sorted(licences._needed(["node_modules/vega"], {"yargs"})) == [
        "node_modules/d3-array",
        "node_modules/vega",
        "node_modules/vega/node_modules/vega-time",
    ]


def test_versions_of_what_is_inside_come_from_what_brings_it() -> None:
    versions = {part.name: part.version for part in licences.parts()}
    # The 0.29 line of Pyodide; musl has no version anywhere in it.
    assert versions["CPython"].startswith("3.13.")
    assert versions["Emscripten"].count(".") == 2
    assert versions["musl"] == ""


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"use": "графики"}, "a part has npm, pypi or name"),
        ({"npm": "vega"}, "and use"),
        ({"npm": "vega", "use": "графики", "license": "MIT"}, "license"),
        ({"npm": "pyodide", "use": "Python"}, "pyodide brings no licence: give it a text"),
    ],
)
def test_a_slip_is_named_with_its_part(table: dict[str, Any], said: str) -> None:
    with pytest.raises((ValueError, FileNotFoundError), match=said):
        licences._part(table)


def test_a_version_that_is_no_longer_where_it_was_is_named() -> None:
    place = {"npm": "pyodide", "file": "pyodide-lock.json", "found": "no such words"}
    with pytest.raises(ValueError, match=r"CPython: pyodide-lock\.json has no 'no such words'"):
        licences._found("CPython", place)
    with pytest.raises(FileNotFoundError, match=r"CPython: .* has no one lock\.json"):
        licences._found("CPython", place | {"file": "lock.json"})


def test_a_licence_of_two_parts_stands_once_below_both() -> None:
    shared = [Part("a", "1", "MIT", "The text."), Part("b", "", "MIT", "The text.")]
    text = written.texts(shared, "Ours.\n", "The site")
    assert text.count("The text.") == 1
    assert "a 1 (MIT)\nb (MIT)\n" in text
    assert text.index("Ours.") < text.index("The text.")


def test_what_a_part_is_made_of_is_listed_by_licence() -> None:
    lines = shown.licences(inside=True).splitlines()
    assert [line for line in lines if line.startswith("- **Unlicense:** robust-predicates")]
    assert "CPython" not in "".join(lines)
