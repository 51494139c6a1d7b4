"""What the book's PDF is typeset with: found, or installed where Debian's root can."""

import os
import shutil
import subprocess
from ctypes.util import find_library

LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")
PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
ADVICE = (
    f"No Pango for the book's PDF. Install it (Debian: sudo apt install {' '.join(PACKAGES)}; "
    "macOS: brew install pango)"
)


def found() -> bool:
    """Whether all of its libraries are there."""
    return all(find_library(name) for name in LIBRARIES)


def main() -> None:
    """Install what is missing, or say how to; the rest of the tests do without."""
    if not found() and os.geteuid() == 0 and shutil.which("apt-get"):
        print("==> Pango for the book, from Debian", flush=True)
        apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
        subprocess.call([*apt, "update"])
        subprocess.call([*apt, "install", "--no-install-recommends", *PACKAGES])
    if not found():
        print(ADVICE, flush=True)


if __name__ == "__main__":
    main()
