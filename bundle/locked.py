"""That what is installed in `node_modules/` is what package-lock.json names.

npm compares a package's archive with the lock's digest as it installs it, and notes the digest in
`node_modules/`. This holds both to the lock of now. A file changed by hand after that goes unseen:
the lock has digests of archives, not of files. `npm ci`, with which every published site begins,
installs all of them anew.
"""

import json
from pathlib import Path
from typing import Any

LOCK = "package-lock.json"
NOTED = "node_modules/.package-lock.json"
FIX = "run `npm ci --ignore-scripts` with the npm of .venv/bin"


def check(root: Path) -> None:
    """Compare all that the site is built with in the folder `root`, not what tests alone need.

    Raises ValueError, which names the package and the fix.
    """
    if not (root / NOTED).is_file():
        raise ValueError(f"{NOTED} is missing, so npm has checked nothing: {FIX}")
    noted = _packages(root / NOTED)
    for path, locked in _packages(root / LOCK).items():
        package = root / path / "package.json"
        if not path or locked.get("dev"):
            continue
        if not package.is_file():
            if locked.get("optional"):  # for another system than this
                continue
            raise ValueError(f"{path} is missing: {FIX}")
        version = json.loads(package.read_text("utf-8"))["version"]
        if version != locked["version"]:
            raise ValueError(f"{path} is {version}, {LOCK} names {locked['version']}: {FIX}")
        if noted.get(path, {}).get("integrity") != locked["integrity"]:
            raise ValueError(f"{path} came from another archive than {LOCK} names: {FIX}")


def _packages(file: Path) -> dict[str, dict[str, Any]]:
    packages: dict[str, dict[str, Any]] = json.loads(file.read_text("utf-8"))["packages"]
    return packages
