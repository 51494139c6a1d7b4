"""Lines of Python, run as somebody does who has pasted them where nothing is installed."""

import subprocess
import sys
from pathlib import Path


def printed(lines: str, folder: Path) -> str:
    """What a fresh Python prints that sees neither the project nor any setting of the tests."""
    script = folder / "pasted.py"
    script.write_text(lines, "utf-8", newline="\n")
    command = [sys.executable, "-I", "-X", "utf8", str(script)]
    done = subprocess.run(command, cwd=folder, check=True, encoding="utf-8", stdout=subprocess.PIPE)
    return done.stdout.removesuffix("\n")
