"""What of others' work the site ships, told by the packages themselves: name, version, licence."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from bundle import MODULES, locked

FILE = Path(__file__).with_name("shipped.toml")
TEXTS = Path(__file__).with_name("texts")
NAMED = re.compile(r"(licen[cs]e|copying)([-.]|$)", re.IGNORECASE)
KNOWN = {"npm", "pypi", "name", "licence", "use", "text", "version"}


@dataclass(frozen=True, slots=True)
class Part:
    """A work that the site ships, or a part of one.

    `version` is "" where what brings it does not say, `use` is for readers and "" for what only
    other parts need. `kind` is `npm`, `pypi` or `generic`, `digest` the SHA-512 of npm's archive,
    in Base64.
    """

    name: str
    version: str
    licence: str
    text: str
    kind: str = "generic"
    use: str = ""
    digest: str = ""


@cache
def parts() -> tuple[Part, ...]:
    """The parts that shipped.toml names, in its order, and then what those of npm depend on.

    Raises ValueError or FileNotFoundError, which name the part and what is missing.
    """
    told = tomllib.loads(FILE.read_text("utf-8"))
    named = [_part(table) for table in told["part"]]
    paths = [f"node_modules/{table['npm']}" for table in told["part"] if "npm" in table]
    deeper = sorted(set(_needed([*paths], set(told["absent"]))) - set(paths))
    # The same version may stand at two places.
    needed = {(part.name, part.version): part for part in map(_package, deeper)}
    return (*named, *needed.values())


def _part(table: dict[str, Any]) -> Part:
    name = table.get("npm") or table.get("pypi") or table.get("name")
    if not name or set(table) - KNOWN or not table.get("use"):
        raise ValueError(f"{FILE.name}: {table}: a part has npm, pypi or name, and use")
    if "npm" in table:
        text = _text(name, table["text"]) if "text" in table else ""
        return _package(f"node_modules/{name}", table["use"], text)
    text = _text(name, table["text"])
    if "pypi" in table:
        about = metadata.metadata(name)
        version, licence = about["Version"], about["License-Expression"]
        return Part(name, version, licence, text, "pypi", table["use"])
    version = _found(name, table["version"]) if "version" in table else ""
    return Part(name, version, table["licence"], text, use=table["use"])


def _package(path: str, use: str = "", text: str = "") -> Part:
    """The package at a path of the lock, nested or not."""
    folder = MODULES.parent / path
    about = json.loads((folder / "package.json").read_text("utf-8"))
    name, digest = about["name"], _lock()[path]["integrity"].removeprefix("sha512-")
    if not text:
        files = sorted(file for file in folder.iterdir() if NAMED.match(file.name))
        if not files:
            raise FileNotFoundError(f"{FILE.name}: {name} brings no licence: give it a text")
        text = "\n".join(_lines(file.read_text("utf-8")) for file in files)
    return Part(name, about["version"], about["license"], text, "npm", use, digest)


def _needed(paths: list[str], absent: set[str]) -> Iterator[str]:
    """The paths in the lock of `paths` and of all they depend on, but for the `absent`."""
    seen: set[str] = set()
    while paths:
        path = paths.pop()
        if path in seen:
            continue
        seen.add(path)
        yield path
        names = set(_lock()[path].get("dependencies", {})) - absent
        paths += [_nearest(path, name) for name in names]


def _nearest(path: str, name: str) -> str:
    """Where Node finds the package `name` for the one at `path`: the deepest place there is."""
    while f"{path}/node_modules/{name}".lstrip("/") not in _lock():
        path = path.rpartition("node_modules/")[0].rstrip("/")
    return f"{path}/node_modules/{name}".lstrip("/")


def _text(name: str, told: str | dict[str, str]) -> str:
    if isinstance(told, str):
        return _lines((TEXTS / told).read_text("utf-8"))
    return _lines(_file(name, told).read_text("utf-8"))


def _found(name: str, told: dict[str, str]) -> str:
    found = re.search(told["found"], _file(name, told).read_text("utf-8"))
    if not found:
        raise ValueError(f"{FILE.name}: {name}: {told['file']} has no {told['found']!r}")
    return found[1].replace("_", ".")


def _file(name: str, told: dict[str, str]) -> Path:
    """A file of a package; its name may have a `*` for a digest."""
    if "npm" in told:
        folder = MODULES / told["npm"]
    elif "module" in told:
        folder = Path(str(resources.files(told["module"])))
    else:
        files = metadata.files(told["pypi"]) or []
        folder = Path(str(next(f for f in files if f.name == "METADATA").locate())).parent
    files_found = sorted(folder.glob(told["file"]))
    if len(files_found) != 1:
        raise FileNotFoundError(f"{FILE.name}: {name}: {folder} has no one {told['file']}")
    return files_found[0]


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


@cache
def _lock() -> dict[str, dict[str, Any]]:
    packages: dict[str, dict[str, Any]] = json.loads(
        (MODULES.parent / locked.LOCK).read_text("utf-8")
    )["packages"]
    return packages
