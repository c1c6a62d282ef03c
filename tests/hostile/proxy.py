"""A proxy that is the whole internet of a test: it serves one site and notes every other address."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from urllib.parse import unquote, urlsplit

HOST = "khlang.test"


class Internet:
    """`files` are the site at `HOST`; `elsewhere` is called with every address but those."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.elsewhere: Callable[[str], None] = lambda _address: None
        self.port = 0

    def read(self, path: str) -> bytes | None:
        path = unquote(path).removeprefix("/")
        return self.files.get(f"{path}index.html" if path.endswith("/") or not path else path)


def _forget(_request: object, _client: object) -> None:
    """Says nothing."""


@contextmanager
def internet(files: Mapping[str, bytes]) -> Iterator[Internet]:
    """Runs the proxy at `port` of this machine."""
    world = Internet(files)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            url = urlsplit(self.path)
            content = world.read(url.path) if url.hostname == HOST else None
            if url.hostname != HOST:
                world.elsewhere(self.path)
            self.send_response(200 if content is not None else 404)
            self.send_header("Content-Type", guess_type(url.path)[0] or "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content or b"")))
            self.send_header(
                "Cache-Control", "max-age=60" if "/assets/" in url.path else "no-store"
            )
            self.end_headers()
            with suppress(ConnectionError):  # a page that was left
                self.wfile.write(content or b"")

        do_POST = do_GET  # noqa: N815  # the interface's name

        def do_CONNECT(self) -> None:
            world.elsewhere(self.path)
            self.send_error(502)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = _forget  # type: ignore[method-assign]  # a page that was left
    world.port = server.server_port
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield world
    server.shutdown()
    thread.join()
    server.server_close()
