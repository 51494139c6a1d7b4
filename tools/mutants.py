"""Print a table of mutants by module from what `mutmut run` left in mutants/."""

import json
from collections import Counter
from pathlib import Path

ROOT = Path("mutants/calculators")
SURVIVED, UNTESTED = 0, 33  # mutmut's exit codes; pytest's own mean that a mutant was found


def main() -> None:
    """A row for each module and one for all, in Markdown."""
    print("| Module | Mutants | Killed | Survived | Share |\n|---|--:|--:|--:|--:|")
    whole: Counter[bool] = Counter()
    for file in sorted(ROOT.rglob("*.py.meta")):
        codes = json.loads(file.read_text("utf-8"))["exit_code_by_key"].values()
        counts = Counter(code not in {SURVIVED, UNTESTED, None} for code in codes)
        whole += counts
        if counts:
            row(str(file.relative_to(ROOT)).removesuffix(".meta"), counts)
    row("**all**", whole)


def row(name: str, counts: Counter[bool]) -> None:
    """One row of the table."""
    killed, survived = counts[True], counts[False]
    total = killed + survived
    print(f"| {name} | {total} | {killed} | {survived} | {killed / total:.1%} |")


if __name__ == "__main__":
    main()
