"""A host like GitHub Pages: /playbook/, ten minutes of cache, gzip for texts; counts bytes."""

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TEXTS = {".html", ".js", ".mjs", ".css", ".json", ".svg", ".xml", ".txt", ".webmanifest"}
BASE = "/playbook/"


@cache
def _body(file: Path, compressed: bool) -> bytes:
    return gzip.compress(file.read_bytes(), 6) if compressed else file.read_bytes()


class Host:
    """Serves a built site; `sent` counts the bytes of all bodies and of their heads."""

    def __init__(self, site: Path, wasm_too: bool) -> None:
        self.site = site
        self.packed = TEXTS | ({".wasm"} if wasm_too else set())
        self.sent = 0
        self.url = ""

    def answer(self, path: str) -> tuple[int, bytes, dict[str, str]]:
        """Status, body and headers for a path of the site."""
        file = self.site / unquote(urlsplit(path).path.removeprefix(BASE))
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            return 404, b"", {}
        compressed = file.suffix in self.packed
        kind = {".mjs": "text/javascript", ".wasm": "application/wasm"}.get(file.suffix)
        headers = {
            "Content-Type": kind
            or mimetypes.guess_type(file.name)[0]
            or "application/octet-stream",
            "Cache-Control": "max-age=600",
            "Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT",
        }
        if compressed:
            headers["Content-Encoding"] = "gzip"
        return 200, _body(file, compressed), headers


@contextmanager
def hosted(site: Path, *, wasm_too: bool) -> Iterator[Host]:
    """A host of `site` on a port of its own."""
    host = Host(site, wasm_too)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, body, headers = host.answer(self.path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            host.sent += len(body) + 300

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host.url = f"http://127.0.0.1:{server.server_address[1]}{BASE}"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
