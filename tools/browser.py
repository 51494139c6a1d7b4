"""The browser of the tests: found, or installed where none is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MACOS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
ADVICE = (
    "No browser for the tests. Install Chromium or Chrome (Debian: sudo apt install chromium), "
    "or name one: CHROMIUM=/path/to/chrome make test"
)


def find() -> Path | None:
    """The browser to test with: `CHROMIUM`, an installed one, Playwright's own; or None.

    Raises FileNotFoundError when `CHROMIUM` names something that does not run.
    """
    if named := os.environ.get("CHROMIUM"):
        if not _runs(Path(named)):
            raise FileNotFoundError(f"CHROMIUM={named} does not run")
        return Path(named)
    installed = [Path(path) for name in NAMES if (path := shutil.which(name))]
    return next(filter(_runs, [*installed, *MACOS, *_playwrights()]), None)


def install() -> None:
    """Install a browser: Playwright's, else Debian's package where root can."""
    print("==> Chromium for the tests, from Playwright", flush=True)
    subprocess.call([sys.executable, "-m", "playwright", "install", "chromium"])
    if find() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("==> Chromium for the tests, from Debian", flush=True)
        apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
        subprocess.call([*apt, "update"])
        subprocess.call([*apt, "install", "--no-install-recommends", "chromium"])


def _playwrights() -> list[Path]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return [Path(playwright.chromium.executable_path)]


def _runs(path: Path) -> bool:
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except OSError:
        return False
    return done.returncode == 0


def main() -> None:
    """Make sure that there is a browser, or stop and say how to get one."""
    if find() is None:
        install()
    if find() is None:
        sys.exit(ADVICE)


if __name__ == "__main__":
    main()
