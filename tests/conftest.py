"""The built sites, each built once for all tests and workers, and served below a sub-path."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
# What is about to be published can be tested itself: the workflow sets both.
TESTED_SITE = os.environ.get("TESTED_SITE")
# The address that sites are built for; every worker serves them at ports of its own.
SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1/playbook/")
PATH = urlsplit(SITE_URL).path

# No law fails for being slow: the processors may be busy with other tests. The draws are the same
# in every run, so that what passes here passes where it is published; `--hypothesis-profile=wander`
# draws others.
settings.register_profile("wander", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("patient", settings.get_profile("wander"), derandomize=True)
settings.load_profile("patient")
# For `make mutate`: the same few draws each time, so that the score repeats and comes soon.
settings.register_profile("mutation", settings.get_profile("ci"), max_examples=10)


class Handler(SimpleHTTPRequestHandler):
    """Static files as GitHub Pages serves them, without a log."""

    def log_message(self, *_: object) -> None:
        pass

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with suppress(ConnectionError):  # a page that was left does not listen
            super().copyfile(source, outputfile)


class Below(Handler):
    """The files of a folder below `PATH`, as if they had been built for this very port."""

    def do_GET(self) -> None:
        if self.path == f"{PATH}sitemap.xml":
            self.send_sitemap()
        else:
            super().do_GET()

    def send_sitemap(self) -> None:
        """Instant navigation goes to the addresses that the sitemap gives, and nowhere else."""
        sitemap = Path(self.translate_path(self.path)).read_text("utf-8")
        body = sitemap.replace(SITE_URL, f"http://{self.headers['Host']}{PATH}").encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def translate_path(self, path: str) -> str:
        if not path.startswith(PATH):
            return str(Path(self.directory, "no such file"))
        return super().translate_path(f"/{path.removeprefix(PATH)}")


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a built site while it is served: below a sub-path, as on GitHub Pages."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Below, directory=site)) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}{PATH}"
        http.shutdown()


def build_site(
    target: Path, config: Path | None = None, program: str = "mkdocs", **settings: str
) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own, with MkDocs as `make build` does, or what follows it."""
    # Not with --quiet: it silences the warnings that `strict` counts.
    command = [sys.executable, "-m", program, "build"]
    if config:
        command += ["--config-file", str(config)]
    environment = os.environ | {
        "SITE_DIR": str(target),
        "SITE_URL": SITE_URL,
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
        **settings,
    }
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def copy_project(target: Path) -> Path:
    """A copy of what the site is built from, for a test to change; it shares what was installed."""
    for folder in ("docs", "macros", "calculators", "bundle"):
        shutil.copytree(ROOT / folder, target / folder)
    for file in ("mkdocs.yml", "pyproject.toml", "package-lock.json", "CHANGELOG.md", "LICENSE"):
        shutil.copy(ROOT / file, target)
    (ROOT / ".cache").mkdir(exist_ok=True)
    for folder in ("node_modules", ".cache"):
        (target / folder).symlink_to(ROOT / folder)
    return target


class Builds:
    """Sites in a folder that all workers of a run share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def once(self, name: str, make: Callable[[Path], None]) -> Path:
        """The site `name`: what the first of all workers to ask for it has made."""
        site = self.folder / name
        with FileLock(self.folder / f"{name}.lock"):
            if not site.is_dir():
                unfinished = self.folder / f"{name}.unfinished"
                shutil.rmtree(unfinished, ignore_errors=True)
                make(unfinished)
                unfinished.rename(site)
        return site

    def said(self, name: str, ask: Callable[[Path], str]) -> str:
        """What was answered in the folder `name`, asked by the first worker that needs it."""

        def make(folder: Path) -> None:
            folder.mkdir()
            text = ask(folder)
            (folder / "said").write_text(text, "utf-8")

        return (self.once(name, make) / "said").read_text("utf-8")

    def edited(self, name: str, edit: Callable[[Path], None]) -> Path:
        """The site of a copy of the project with an edit in it."""

        def make(site: Path) -> None:
            project = copy_project(self.folder / f"{name}.project")
            edit(project)
            built = build_site(site, project / "mkdocs.yml")
            assert built.returncode == 0, built.stderr

        return self.once(name, make)


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    """The sites of this run."""
    folder = tmp_path_factory.getbasetemp()
    return Builds((folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "builds")


@pytest.fixture(scope="session")
def site(builds: Builds) -> Path:
    """The built site's folder: the one that `TESTED_SITE` names, else built for the tests."""

    def make(site: Path) -> None:
        built = build_site(site)
        assert built.returncode == 0, built.stderr

    return ROOT / TESTED_SITE if TESTED_SITE else builds.once("site", make)


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address that the site is served at."""
    with served(site) as url:
        yield url


@pytest.fixture(scope="session")
def switched_off(builds: Builds) -> Path:
    """The site built with the switch off that lets readers keep it."""

    def edit(project: Path) -> None:
        settings = project / "mkdocs.yml"
        text = settings.read_text("utf-8")
        assert "offline: !ENV [STRICT, true]" in text
        settings.write_text(text.replace("offline: !ENV [STRICT, true]", "offline: false"), "utf-8")

    return builds.edited("switched_off", edit)
