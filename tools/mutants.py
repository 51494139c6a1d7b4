"""Print a table of mutants by module from what `mutmut run` left in mutants/."""

import json
from pathlib import Path

ROOT = Path("mutants/calculators")
SURVIVED = {0, 33}  # mutmut's statuses: all tests passed; no test came there


def main() -> None:
    """A row for each module and one for all, in Markdown; a stopped run says how far it came."""
    print("| Module | Mutants | Killed | Survived | Share |\n|---|--:|--:|--:|--:|")
    whole: list[int | None] = []
    for file in sorted(ROOT.rglob("*.py.meta")):
        statuses = [*json.loads(file.read_text("utf-8"))["exit_code_by_key"].values()]
        row(str(file.relative_to(ROOT)).removesuffix(".py.meta"), statuses)
        whole += statuses
    row("**all**", whole)
    if None in whole:
        print(f"\nNot reached, and in no row: {whole.count(None)}.")


def row(name: str, statuses: list[int | None]) -> None:
    """One row of the table: the mutants that were checked."""
    total = len(statuses) - statuses.count(None)
    survived = sum(status in SURVIVED for status in statuses)
    if total:
        killed = total - survived
        print(f"| {name} | {total} | {killed} | {survived} | {killed / total:.1%} |")


if __name__ == "__main__":
    main()
