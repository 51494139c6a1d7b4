"""A calculator added as CONTRIBUTING.md says has all that the others have, and their tests."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, copy_project

ADDED = Path(__file__).with_name("added")
NAME = "discount"
PAGE = f"""
from macros.calculator import drawn
print(drawn("{NAME}", {{}}, 1, {{}}))
"""
LINE = re.compile(r"write (\{.*?\}) under discount into versions\.json")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one calculator more: its module, cases, place in a chapter."""
    copy = copy_project(tmp_path_factory.mktemp("added"))
    shutil.copytree(ROOT / "tests", copy / "tests")
    shutil.copy(ADDED / f"{NAME}.py", copy / "calculators")
    shutil.copy(ADDED / f"{NAME}.yaml", copy / "tests" / "cases")
    with (copy / "docs" / "repeat-sales.md").open("a", encoding="utf-8") as chapter:
        chapter.write(f'\n{{{{ calculator("{NAME}") }}}}\n')
    return copy


def python(project: Path, *arguments: str) -> str:
    """What Python prints, run in the copy."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def told(project: Path, *arguments: str) -> dict[str, Any]:
    """What the command line says of it as JSON."""
    found: dict[str, Any] = json.loads(
        python(project, "-m", "calculators", NAME, *arguments, "--json")
    )
    return found


def test_all_tests_of_calculators_are_its_tests(project: Path) -> None:
    tests = ["-m", "pytest", "-q", "tests/calculators", "-k", NAME, "--hypothesis-profile=mutation"]
    said = python(project, *tests)
    # All but the line that holds its version, and they say which.
    (line,) = set(LINE.findall(said))
    assert re.search(r"\n1 failed, \d\d+ passed", said), said
    versions = project / "tests" / "calculators" / "versions.json"
    known = json.loads(versions.read_text("utf-8")) | {NAME: json.loads(line)}
    versions.write_text(json.dumps(known), "utf-8")
    said = python(project, "-m", "pytest", "-q", "tests/calculators/test_versions.py", "-k", NAME)
    assert "\n1 passed" in said


def test_it_has_levers_turning_points_and_their_ends(project: Path) -> None:
    found = told(project, "--levers")
    assert found["measure"] == "sales_needed"
    levers = {lever["input"]: lever for lever in found["levers"]}
    # 100 × 36 ÷ 26 = 138,46 and 100 × 44 ÷ 34 = 129,41
    assert levers["margin"]["low"] == pytest.approx(138.4615, abs=1e-4)
    assert levers["margin"]["high"] == pytest.approx(129.4118, abs=1e-4)
    # With a discount of 40 %, or a margin of 10 %, no sales are enough.
    turns = {turn["input"]: turn["at"] for turn in found["turns"]}
    assert turns == {"margin": pytest.approx(10), "discount": pytest.approx(40)}


def test_another_answer_of_it_is_sought(project: Path) -> None:
    found = told(project, "--seek", "sales_needed=200", "--vary", "discount")
    # 100 × 40 ÷ (40 − 20) = 200
    assert (found["reached"], found["value"]) == (True, pytest.approx(20, abs=1e-6))


def test_a_range_of_it_is_spread_over_twenty_cases(project: Path) -> None:
    found = told(project, "discount=0-20")
    spread = found["spread"]["sales_needed"]
    assert (spread["low"], spread["high"], len(spread["cases"])) == (100, 200, 20)


def test_the_page_has_all_of_it_before_any_script(project: Path) -> None:
    html = python(project, "-c", PAGE)
    for place in ("data-decisions", "data-seek", "data-variants", 'data-action="share"'):
        assert place in html
    assert "Что важнее всего" in html
    assert 'class="lever"' in html
    # Nobody has written formulas for it: they are found.
    assert "Excel с формулами" in html
