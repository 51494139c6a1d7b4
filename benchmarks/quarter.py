"""A quarter of the machine's processors for a browser: Chromium cannot slow a worker down itself.

Needs root and Linux's first cgroups; elsewhere there is no such measurement, and it says so.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path("/sys/fs/cgroup/cpu")
PERIOD = 100_000  # µs


def possible() -> bool:
    """Whether this machine lets us cap a process."""
    return os.access(ROOT / "cgroup.procs", os.W_OK) and (ROOT / "cpu.cfs_quota_us").exists()


@contextmanager
def quarter() -> Iterator[None]:
    """Everything that descends from this process, itself left out, on a quarter of the machine."""
    group = ROOT / f"benchmark-{os.getpid()}"
    group.mkdir()
    (group / "cpu.cfs_quota_us").write_text(str(PERIOD * (os.cpu_count() or 1) // 4))
    try:
        for process in _descendants(os.getpid()):
            (group / "cgroup.procs").write_text(str(process))
        yield
    finally:
        # While some are let go, others start.
        while _busy(group):
            for one in (group / "cgroup.procs").read_text().split():
                with suppress(ProcessLookupError):
                    (ROOT / "cgroup.procs").write_text(one)


def _busy(group: Path) -> bool:
    try:
        group.rmdir()
    except OSError:
        time.sleep(0.05)
        return True
    return False


def _descendants(process: int) -> Iterator[int]:
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield int(child)
            yield from _descendants(int(child))
