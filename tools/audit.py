"""What is known against the packages that are pinned, and what of it may stay for a while.

`python -m tools.audit` asks pip-audit and npm. Its status is 0 where all were asked about and
nothing is left unexplained, 1 for findings, 2 where a service did not answer for every package.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
EXPLAINED = Path(__file__).with_name("audit.toml")
REQUIREMENTS = ("requirements.txt", "requirements-test.txt")
PIP_AUDIT = (
    sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes",
    "--progress-spinner", "off", "--format", "json",
)  # fmt: skip
NPM_AUDIT = ("npm", "audit", "--json", "--package-lock-only")
ADVISORY = re.compile(r"GHSA(?:-\w{4}){3}")


class UnansweredError(Exception):
    """A service that did not say of every package what it knows."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something known against a version of a package, by the name that its list gives it."""

    package: str
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a finding may stay, and until when."""

    package: str
    id: str
    reason: str
    until: date


def python(answer: str) -> list[Finding]:
    """The findings in pip-audit's JSON. Raises UnansweredError, also for packages it skipped.

    It calls a package that its service does not know skipped, and goes on to say that all is well.
    """
    packages = _json("pip-audit", answer).get("dependencies")
    if not packages:
        raise UnansweredError("pip-audit named no package")
    if skipped := [one["skip_reason"] for one in packages if "skip_reason" in one]:
        raise UnansweredError(
            f"pip-audit was told nothing of {len(skipped)} packages of {len(packages)}. "
            f"Of the first: {skipped[0]}"
        )
    return [
        Finding(one["name"], known["id"], f"{one['version']}, mended in {known['fix_versions']}")
        for one in packages
        for known in one["vulns"]
    ]


def npm(answer: str) -> list[Finding]:
    """The findings in the JSON of `npm audit`. Raises UnansweredError."""
    told = _json("npm audit", answer)
    if "vulnerabilities" not in told:
        raise UnansweredError(f"npm audit: {told.get('message') or told.get('error') or told}")
    # A package that only needs a vulnerable one names it in a string.
    advisories = [
        known
        for one in told["vulnerabilities"].values()
        for known in one["via"]
        if isinstance(known, dict)
    ]
    return [Finding(one["name"], _advisory(one), one["title"]) for one in advisories]


def explained(text: str) -> list[Explained]:
    """What audit.toml says. Raises TypeError or KeyError for an entry that is not whole."""
    entries = [Explained(**entry) for entry in tomllib.loads(text).get("finding", [])]
    for entry in entries:
        if not entry.reason.strip() or type(entry.until) is not date:
            raise TypeError(
                f"{EXPLAINED.name}: {entry.id}: a reason and an `until`, a day, are due"
            )
    return entries


def complaints(findings: Iterable[Finding], entries: Iterable[Explained], today: date) -> list[str]:
    """A line for each finding that nothing excuses today, and for each excuse of nothing."""
    found = {(one.package, one.id): one for one in findings}
    excused = {(one.package, one.id): one for one in entries}
    lines = []
    for key, finding in sorted(found.items()):
        entry = excused.get(key)
        if entry is None:
            lines.append(f"{finding.package}: {finding.id}: {finding.words}")
        elif entry.until < today:
            lines.append(f"{finding.package}: {finding.id}: excused until {entry.until}, past now")
    for key, entry in sorted(excused.items()):
        if key not in found:
            lines.append(f"{entry.package}: {entry.id}: no longer found; take it out")
    return lines


def _json(asked: str, answer: str) -> dict[str, Any]:
    try:
        told = json.loads(answer)
    except json.JSONDecodeError:
        told = None
    if not isinstance(told, dict):
        raise UnansweredError(f"{asked} gave no answer")
    return told


def _advisory(known: dict[str, Any]) -> str:
    name = ADVISORY.search(known.get("url", ""))
    return name[0] if name else str(known["source"])


def _asked(*command: str) -> str:
    print(f"==> {' '.join(command).removeprefix(f'{sys.executable} -m ')}", flush=True)
    # The status is that of findings, too; what went wrong is on standard error, for all to see.
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    return done.stdout


def main() -> None:
    """Ask both services, tell what they say, and end with the status of the module's words."""
    questions: list[tuple[Callable[[str], list[Finding]], tuple[str, ...]]] = [
        *((python, (*PIP_AUDIT, "--requirement", name)) for name in REQUIREMENTS),
        (npm, NPM_AUDIT),
    ]
    findings: list[Finding] = []
    unanswered = []
    for read, command in questions:
        try:
            findings += read(_asked(*command))
        except UnansweredError as error:
            unanswered.append(str(error))
    entries = explained(EXPLAINED.read_text("utf-8"))
    # What was not asked about may well be found.
    known = {(one.package, one.id) for one in findings}
    due = [one for one in entries if not unanswered or (one.package, one.id) in known]
    lines = complaints(findings, due, datetime.now(UTC).date())
    print(*lines, *(f"Not answered: {words}" for words in unanswered), sep="\n")
    if unanswered:
        print("So nothing is known of those packages; ask again where the service is reached.")
        sys.exit(2)
    if lines:
        print(f"Renew with `make lock`, or say in {EXPLAINED.relative_to(ROOT)} why it may stay.")
        sys.exit(1)
    print(f"Nothing is known against what is pinned{' but what is explained' * bool(entries)}.")


if __name__ == "__main__":
    main()
