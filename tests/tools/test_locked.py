"""The build takes from node_modules what the lock names, and says what is something else."""

import json
from pathlib import Path
from typing import Any

import pytest

from bundle import assemble, locked
from tests.conftest import ROOT

VEGA = {"version": "6.2.0", "integrity": "sha512-vega"}


def project(
    folder: Path, installed: dict[str, Any] | None = VEGA, noted: dict[str, Any] = VEGA
) -> Path:
    """A project whose lock names Vega, a test's package, and one for another system."""
    named = {
        "": {"name": "playbook"},
        "node_modules/vega": VEGA,
        "node_modules/axe-core": {"version": "4.0.0", "integrity": "sha512-axe", "dev": True},
        "node_modules/other-arm64": {"version": "1.0.0", "integrity": "x", "optional": True},
    }
    (folder / "node_modules/vega").mkdir(parents=True)
    (folder / locked.LOCK).write_text(json.dumps({"packages": named}))
    (folder / locked.NOTED).write_text(json.dumps({"packages": {"node_modules/vega": noted}}))
    if installed:
        (folder / "node_modules/vega/package.json").write_text(json.dumps(installed))
    return folder


def test_what_is_installed_here_is_what_the_lock_names() -> None:
    locked.check(ROOT)


def test_a_package_of_the_locks_version_and_archive_passes(tmp_path: Path) -> None:
    locked.check(project(tmp_path))


def test_another_version_is_named_with_the_fix(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"vega is 6\.1\.9, .* names 6\.2\.0: run `npm ci"):
        locked.check(project(tmp_path, installed=VEGA | {"version": "6.1.9"}))


def test_the_same_version_from_another_archive_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="vega came from another archive"):
        locked.check(project(tmp_path, noted=VEGA | {"integrity": "sha512-other"}))


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="vega is missing"):
        locked.check(project(tmp_path, installed=None))


def test_what_npm_has_not_installed_is_not_trusted(tmp_path: Path) -> None:
    (project(tmp_path) / locked.NOTED).unlink()
    with pytest.raises(ValueError, match="npm has checked nothing"):
        locked.check(tmp_path)


def test_the_build_stops_where_it_is_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise ValueError("vega is another one")

    monkeypatch.setattr(locked, "check", refuse)
    with pytest.raises(ValueError, match="another one"):
        assemble("")
