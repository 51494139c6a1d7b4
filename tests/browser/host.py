"""A host that publishes one version of the site after another, as GitHub Pages does."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from pathlib import Path

from tests.conftest import Handler


class Host:
    """What is published now, what the host has lost or replaced, and what it was asked for."""

    def __init__(self, site: Path, path: str) -> None:
        self.site = site
        self.path = path
        self.lost: set[str] = set()
        self.replaced: dict[str, Path] = {}
        self.cut = False
        self.asked: list[str] = []
        self.url = ""

    def find(self, path: str) -> Path:
        """The published file at a path of the host; it may not be there."""
        name = path.partition("?")[0]
        self.asked.append(path)
        published = name.removeprefix(self.path)
        if not name.startswith(self.path) or published in self.lost:
            return self.site / "no such file"
        file = self.replaced.get(published, self.site / published)
        return file / "index.html" if name.endswith("/") else file


@contextmanager
def published(site: Path, path: str) -> Iterator[Host]:
    """A running host with `site` at `path`."""
    host = Host(site, path)

    class Pages(Handler):
        def parse_request(self) -> bool:
            # Nothing is answered, not even that something is wrong.
            self.close_connection = host.cut
            if host.cut or not super().parse_request():
                return False
            # Two versions may be built in one second, or the older one published later.
            del self.headers["If-Modified-Since"]
            return True

        def translate_path(self, path: str) -> str:
            return str(host.find(path))

        def end_headers(self) -> None:
            self.send_header("Cache-Control", "max-age=600")
            super().end_headers()

        def send_error(self, code: int, *_: object) -> None:
            self.send_response(code)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            with suppress(BrokenPipeError):  # a page that was left does not listen
                self.wfile.write((host.site / "404.html").read_bytes())

        def do_POST(self) -> None:  # noqa: N802, the name that the base class looks for
            self.send_error(405)

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        host.url = f"http://127.0.0.1:{http.server_port}{path}"
        yield host
        http.shutdown()
