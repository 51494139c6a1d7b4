"""The audit passes only what every service was asked about and a reason covers."""

import json
from datetime import date
from typing import Any

import pytest

from tools import audit
from tools.audit import Explained, Finding, UnansweredError, complaints

GHSA = "GHSA-aaaa-bbbb-cccc"
TODAY = date(2026, 11, 27)
FOUND = Finding("jinja2", GHSA, "3.1.5, mended in ['3.1.6']")


def pip_audit(*packages: dict[str, Any]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


def excused(until: date, name: str = GHSA) -> Explained:
    return Explained("jinja2", name, "No template comes from a stranger.", until)


def test_what_pip_audit_knows_is_found_with_the_version_that_mends_it() -> None:
    known = {"id": GHSA, "aliases": [], "fix_versions": ["3.1.6"], "description": ""}
    answer = pip_audit(
        {"name": "attrs", "version": "26.1.0", "vulns": []},
        {"name": "jinja2", "version": "3.1.5", "vulns": [known]},
    )
    assert audit.python(answer) == [FOUND]


def test_a_package_that_pip_audit_skips_is_no_clean_one() -> None:
    clean = {"name": "attrs", "version": "26.1.0", "vulns": []}
    skipped = {"name": "jinja2", "skip_reason": "Dependency not found on PyPI"}
    with pytest.raises(UnansweredError, match=r"nothing of 1 packages of 2\..*not found on PyPI"):
        audit.python(pip_audit(clean, skipped))


@pytest.mark.parametrize("answer", ["", "Could not connect", "[]", "{}", pip_audit()])
def test_silence_of_pip_audit_is_no_clean_answer(answer: str) -> None:
    with pytest.raises(UnansweredError):
        audit.python(answer)


def test_what_npm_knows_is_found_once_under_its_advisory() -> None:
    advisory = {"source": 1, "name": "ws", "title": "ReDoS", "url": f"https://host/{GHSA}"}
    told = {"ws": {"via": [advisory]}, "lighthouse": {"via": ["ws"]}}
    assert audit.npm(json.dumps({"vulnerabilities": told})) == [Finding("ws", GHSA, "ReDoS")]


def test_npm_that_knows_nothing_against_a_package_is_heard() -> None:
    assert audit.npm(json.dumps({"auditReportVersion": 2, "vulnerabilities": {}})) == []


@pytest.mark.parametrize("answer", ["", '{"message": "405 Method Not Allowed", "error": {}}'])
def test_a_registry_without_advisories_is_no_clean_answer(answer: str) -> None:
    with pytest.raises(UnansweredError, match=r"no answer|405 Method Not Allowed"):
        audit.npm(answer)


def test_a_finding_without_a_reason_is_told() -> None:
    assert complaints([FOUND], [], TODAY) == [f"jinja2: {GHSA}: 3.1.5, mended in ['3.1.6']"]


def test_a_reason_holds_to_its_last_day_and_no_longer() -> None:
    assert complaints([FOUND], [excused(TODAY)], TODAY) == []
    [line] = complaints([FOUND], [excused(date(2026, 11, 26))], TODAY)
    assert "excused until 2026-11-26" in line


def test_a_reason_for_what_is_no_longer_found_is_to_be_taken_out() -> None:
    [line] = complaints([], [excused(TODAY)], TODAY)
    assert "take it out" in line


def test_every_reason_that_stands_has_words_and_a_day() -> None:
    audit.explained(audit.EXPLAINED.read_text("utf-8"))
    head = f'[[finding]]\npackage = "ws"\nid = "{GHSA}"\n'
    [entry] = audit.explained(f'{head}reason = "Tests alone."\nuntil = 2027-03-01')
    assert entry.until == date(2027, 3, 1)
    for slip in ('reason = " "\nuntil = 2027-03-01', 'reason = "Tests."\nuntil = "later"'):
        with pytest.raises(TypeError):
            audit.explained(head + slip)
    with pytest.raises(TypeError):
        audit.explained(head + 'reason = "Tests."')


def test_each_service_that_does_not_answer_is_named_and_nothing_passes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "_asked", lambda *_: "")
    with pytest.raises(SystemExit) as ended:
        audit.main()
    assert ended.value.code == 2
    # Two files of requirements and one lock: three questions.
    assert capsys.readouterr().out.count("Not answered: ") == 3
