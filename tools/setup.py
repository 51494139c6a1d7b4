"""Set up what `make` needs, saying so; do nothing when it is already there.

Runs on any Python 3.12 or newer, before anything is installed:
`python tools/setup.py site` or `python tools/setup.py test`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
PYTHON = BIN / "python"

REQUIREMENTS = {"site": "requirements.txt", "test": "requirements-test.txt"}
# The site needs nothing of what tests and benchmarks do; the tests need all of the site's.
OMITTED = {"site": ["--omit=dev"], "test": []}


def main() -> None:
    """Set up the part named on the command line."""
    part = sys.argv[1]
    if not (ready(part) or ready("test")):
        say("Python environment in .venv/")
        create_environment()
        say(f"Python packages of {REQUIREMENTS[part]}")
        run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
            "--require-hashes", "--requirement", ROOT / REQUIREMENTS[part])  # fmt: skip
        say("Front-end packages in node_modules/")
        run(BIN / "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error",
            *OMITTED[part])  # fmt: skip
        stamp(part).write_text(wanted(part))
    if part == "test":
        run(PYTHON, "-m", "tools.browser")
        run(PYTHON, "-m", "tools.pango")


def stamp(part: str) -> Path:
    """The file that says for what a part was last set up."""
    return VENV / f"{part}.ready"


def wanted(part: str) -> str:
    """A digest of all that a part pins."""
    pinned = [ROOT / REQUIREMENTS[part], ROOT / "package-lock.json"]
    return hashlib.sha256(b"".join(file.read_bytes() for file in pinned)).hexdigest()


def ready(part: str) -> bool:
    """Whether a part is set up as its files say."""
    return stamp(part).is_file() and stamp(part).read_text() == wanted(part)


def create_environment() -> None:
    """Make `.venv/`; Debian keeps `ensurepip` in a package of its own."""
    if PYTHON.exists():
        return
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        package = f"python3.{sys.version_info.minor}-venv"
        if os.geteuid() or not shutil.which("apt-get"):
            sys.exit(f"This Python cannot make environments. On Debian: sudo apt install {package}")
        say(f"Debian's package {package}")
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-qq", "--no-install-recommends", package)
    run(sys.executable, "-m", "venv", VENV)


def say(what: str) -> None:
    """Tell what is being set up."""
    print(f"==> {what}", flush=True)


def run(*command: str | Path) -> None:
    """Run a command in the project's folder; stop with its status if it fails."""
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    status = subprocess.call([str(c) for c in command], cwd=ROOT, env=os.environ | {"PATH": path})
    if status:
        sys.exit(status)


if __name__ == "__main__":
    main()
