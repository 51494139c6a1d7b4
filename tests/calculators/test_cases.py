"""The YAML cases through CPython."""

import pytest

from calculators.kit import read, registry, view
from tests import case_files


@pytest.mark.parametrize("case", case_files.load_all(), ids=str)
def test_case_in_cpython(case: case_files.Case) -> None:
    try:
        answer = view.numbers(case.calculator, case.given)
    except read.BadInputError as bad:
        answer = {"errors": bad.errors}
    case_files.check(case, answer)


@pytest.mark.parametrize("name", registry.names())
def test_every_calculator_has_eight_cases_with_their_working(name: str) -> None:
    cases = case_files.load(name)
    assert len(cases) >= 8
    assert all(case.case and case.why for case in cases)
    assert any(case.refuse for case in cases), "at least one case is refused"
    assert len({case.case for case in cases}) == len(cases)


def test_every_file_of_cases_is_of_a_calculator() -> None:
    files = {file.stem for file in case_files.FOLDER.iterdir()}
    assert files == set(registry.names())
