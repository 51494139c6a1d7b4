"""The built site, once for all tests that read it, served under a sub-path."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
# What is about to be published can be tested itself: the workflow sets both.
TESTED_SITE = os.environ.get("TESTED_SITE")
SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1/playbook/")

# For `make mutate`: the same few draws each time, so that the score repeats and comes soon.
settings.register_profile("mutation", settings.get_profile("ci"), max_examples=10)


class Handler(SimpleHTTPRequestHandler):
    """Static files as GitHub Pages serves them, without a log."""

    def log_message(self, *_: object) -> None:
        pass


def build_site(
    target: Path, url: str, config: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Build with MkDocs in a process of its own, as `make build` does."""
    # Not with --quiet: it silences the warnings that `strict` counts.
    command = [sys.executable, "-m", "mkdocs", "build"]
    if config:
        command += ["--config-file", str(config)]
    environment = os.environ | {
        "SITE_DIR": str(target),
        "SITE_URL": url,
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
    }
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def copy_project(target: Path) -> Path:
    """A copy of what the site is built from, for a test to change; it shares what was installed."""
    for folder in ("docs", "macros", "calculators", "bundle"):
        shutil.copytree(ROOT / folder, target / folder)
    for file in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / file, target)
    (ROOT / ".cache").mkdir(exist_ok=True)
    for folder in ("node_modules", ".cache"):
        (target / folder).symlink_to(ROOT / folder)
    return target


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder that is being served, and its address."""
    folder = tmp_path_factory.mktemp("served")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder)) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{http.server_port}/"
        http.shutdown()


@pytest.fixture(scope="session")
def site_url(server: tuple[Path, str]) -> str:
    """The address of the site: below a sub-path, as on GitHub Pages."""
    return urljoin(server[1], urlsplit(SITE_URL).path)


@pytest.fixture(scope="session")
def built_url(site_url: str) -> str:
    """The address that the site was built for."""
    return SITE_URL if TESTED_SITE else site_url


@pytest.fixture(scope="session")
def site(server: tuple[Path, str], site_url: str) -> Path:
    """The built site's folder: the one that `TESTED_SITE` names, else built for the tests."""
    folder = server[0] / urlsplit(SITE_URL).path.strip("/")
    if TESTED_SITE:
        shutil.copytree(ROOT / TESTED_SITE, folder, dirs_exist_ok=True)
    else:
        built = build_site(folder, site_url)
        assert built.returncode == 0, built.stderr
    return folder
