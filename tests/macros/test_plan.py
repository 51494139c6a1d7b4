"""What orders the reader's plan, as `macros/plan.toml` has it."""

from pathlib import Path
from typing import Any

import pytest

from calculators.kit import registry
from macros import plan


def test_every_finding_of_the_three_checks_has_a_chapter_that_helps() -> None:
    found = {audit["calculator"]: audit for audit in plan.audits()}
    assert found.keys() == {"audit_check", "owner_check", "hiring_check"}
    for name, audit in found.items():
        calculator = registry.get(name)
        asked = {key for key in calculator.fields if key != "weeks_open"}
        assert audit["helps"].keys() == asked
        assert audit["chapter"] == calculator.chapter
        # What is found has words to say it with.
        assert all(calculator.results[output].words.keys() >= asked for output in audit["found"])


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ({"crystal_ball": {"found": [], "helps": {}}}, "crystal_ball"),
        ({"audit_check": {"found": ["worst"], "helps": {}}}, "no outputs worst"),
        ({"audit_check": {"found": [], "helps": {"weather": []}}}, "asks no weather"),
        ({"audit_check": {"found": [], "helps": {"rules": ["gone"]}}}, "no chapter is called gone"),
    ],
)
def test_a_slip_is_named(declared: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=rf"plan\.toml: .*{said}"):
        plan.audits(declared)


def test_the_questions_of_a_chapter_are_counted_in_its_file(tmp_path: Path) -> None:
    assert plan.asked(tmp_path) == {}
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "hiring.toml").write_text("[[question]]\n[[question]]\n", "utf-8")
    assert plan.asked(tmp_path) == {"hiring": 2}
