"""A static server that compresses as hosts do, has a page for missing addresses, and counts what it sends."""

import gzip
import threading
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}


class CountingServer(ThreadingHTTPServer):
    """Serves a folder on the loopback address; `answers` has the path and the bytes of each body."""

    def __init__(self, folder: Path) -> None:
        """Start serving."""
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
        self.answers: list[tuple[str, int]] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def sent(self) -> int:
        """Return the bytes of all bodies."""
        return sum(size for _, size in self.answers)

    @property
    def address(self) -> str:
        """Return the address of the folder."""
        return f"http://127.0.0.1:{self.server_port}"


@cache
def _compress(path: Path, changed: int) -> bytes:
    del changed
    return gzip.compress(path.read_bytes(), mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path, status = Path(self.translate_path(self.path)), 200
        if path.is_dir():
            if not self.path.partition("?")[0].endswith("/"):
                super().do_GET()
                return
            path /= "index.html"
        if not path.is_file():
            path, status = Path(self.directory, "404.html"), 404
            if not path.is_file():
                self.send_error(404)
                return
        compressed = path.suffix in _COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _compress(path, path.stat().st_mtime_ns) if compressed else path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        # As hosts of archives that others search do.
        self.send_header("Access-Control-Allow-Origin", "*")
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        assert isinstance(self.server, CountingServer)
        self.server.answers.append((self.path, len(body)))

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""
