"""The browsers of the tests: found, or installed where they are missing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from platform import freedesktop_os_release

from playwright.sync_api import sync_playwright

# By Playwright's names, what runs where they are installed. Tests go without the windows of
# Chromium: they take a third less time.
SHELL = "chromium-headless-shell"
INSTALLED = {
    "chromium": (
        *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ),
    "firefox": ("firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"),
    "webkit": (),
}
# Playwright's Firefox is not what readers have, and nobody else has a WebKit that tests can drive.
PLAYWRIGHTS = {"chromium", "webkit"}
DEBIAN = {"chromium": SHELL, "firefox": "firefox-esr"}
TESTED = os.environ.get("BROWSERS", "chromium firefox").split()


def find(name: str, *, windows: bool = True) -> Path | None:
    """The browser that CHROMIUM, FIREFOX or WEBKIT names, an installed one, Playwright's; or None.

    Raises FileNotFoundError when the variable names something that does not run.
    """
    if named := os.environ.get(name.upper()):
        if not _runs(Path(named)):
            raise FileNotFoundError(f"{name.upper()}={named} does not run")
        return Path(named)
    return next(filter(_runs, _places(name, windows)), None)


def advice(name: str) -> str:
    """How to get a browser that is missing."""
    ways = [f"Debian: sudo apt install {DEBIAN[name]}"] if name in DEBIAN else []
    ways += [f".venv/bin/playwright install {name}"] if name in PLAYWRIGHTS else []
    return (
        f"No {name} for the tests. Install it ({'; '.join(ways)}), name one "
        f"({name.upper()}=/path/to/it make test), or go without (BROWSERS=… make test)"
    )


def _places(name: str, windows: bool) -> Iterator[Path]:
    shell = () if windows or name != "chromium" else (SHELL,)
    for command in (*shell, *INSTALLED[name]):
        if path := shutil.which(command):
            yield Path(path)
    if name in PLAYWRIGHTS:
        with sync_playwright() as playwright:
            yield Path(getattr(playwright, name).executable_path)


def _runs(path: Path) -> bool:
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except OSError:
        return False
    return done.returncode == 0


def _roots_debian() -> bool:
    """Whether Debian's packages can be installed without asking anybody."""
    with suppress(OSError):
        return os.geteuid() == 0 and freedesktop_os_release()["ID"] == "debian"
    return False


def _install(name: str) -> None:
    if name in DEBIAN and _roots_debian():
        print(f"==> {DEBIAN[name]} for the tests, from Debian", flush=True)
        apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
        subprocess.call([*apt, "update"])
        subprocess.call([*apt, "install", "--no-install-recommends", DEBIAN[name]])
    elif name in PLAYWRIGHTS:
        print(f"==> {name} for the tests, from Playwright", flush=True)
        subprocess.call([sys.executable, "-m", "playwright", "install", name])


def main() -> None:
    """Make sure that the browsers to test in are there, or stop and say how to get them."""
    for name in TESTED:
        found = find(name, windows=False)
        slow = name == "chromium" and found and found.name in INSTALLED[name]
        if not found or (slow and _roots_debian() and "CHROMIUM" not in os.environ):
            _install(name)
        if not find(name, windows=False):
            sys.exit(advice(name))


if __name__ == "__main__":
    main()
