"""The command line: `python -m tests.fuzz --seed 1 --inputs 100000 --workers 2`."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import batched
from multiprocessing import get_context

from tests.fuzz.run import Fault, ask, told

CHUNK = 500


def main() -> int:
    """Ask, and print what was found; the status is 1 if anything was."""
    options = _options()
    jobs = [(options.seed, *ends) for ends in _chunks(options.inputs)]
    asked: Counter[str] = Counter()
    faults: dict[str, Fault] = {}
    with get_context("forkserver").Pool(min(options.workers, 2)) as pool:
        for counted, found in pool.imap(ask, jobs):
            asked += counted
            for fault in found:
                faults.setdefault(fault.where, fault)
    for fault in faults.values():
        print(told(fault), flush=True)
    doors = ", ".join(f"{door} {count}" for door, count in asked.most_common())
    print(f"{asked.total()} inputs of seed {options.seed} ({doors}): {len(faults)} faults")
    return 1 if faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seed", default="1", help="the same inputs come of the same seed")
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2, help="processes, 2 at most")
    return parser.parse_args()


def _chunks(inputs: int) -> Iterator[tuple[int, int]]:
    for numbers in batched(range(inputs), CHUNK):
        yield numbers[0], numbers[-1] + 1


if __name__ == "__main__":
    sys.exit(main())
