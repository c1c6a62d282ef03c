"""Shows a preview on this machine and reloads open pages when something was saved."""

import contextlib
import mimetypes
import os
import queue
import threading
from collections.abc import Callable, Iterator, Sequence, Set
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from khlang.site.preview import Preview

HOST = "127.0.0.1"
_CHANGES = "/-/changes"
_RELOAD = (
    f'<script>new EventSource("{_CHANGES}").onmessage = () => location.reload();</script>'.encode()
)
_QUIET = 0.1  # seconds without an event: an editor saves in several steps
_ALIVE = 15.0  # seconds between two signs of life on an open line
_TYPES = {".md": "text/plain", ".webp": "image/webp", ".woff2": "font/woff2", ".xml": "text/xml"}
_TEXT = ("text/", "application/javascript", "application/json")


class PreviewServer(ThreadingHTTPServer):
    """Serves this machine alone. Raises OSError where the port is taken."""

    daemon_threads = True

    def __init__(self, preview: Preview, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.preview = preview
        self.hosts = {f"{name}:{self.server_port}" for name in (HOST, "localhost")}
        self._open: set[queue.SimpleQueue[None]] = set()

    def reload(self) -> None:
        """Tells every open page."""
        for line in list(self._open):
            line.put(None)

    @contextlib.contextmanager
    def line(self) -> Iterator[queue.SimpleQueue[None]]:
        """An open page's line."""
        line: queue.SimpleQueue[None] = queue.SimpleQueue()
        self._open.add(line)
        try:
            yield line
        finally:
            self._open.discard(line)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        # A page of another site must not read drafts through a name that leads to this machine.
        if self.headers.get("Host") not in self.server.hosts:
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        path = unquote(urlsplit(self.path).path)
        if path == _CHANGES:
            self._changes()
            return
        answer = self.server.preview.answer(path.removeprefix("/"))
        if answer.moved_to:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{quote(answer.moved_to)}")
            self._end(b"")
            return
        content, kind = answer.content, _type(answer.path)
        if kind.startswith("text/html"):
            content = content.replace(b"</body>", _RELOAD + b"</body>", 1)
        self.send_response(answer.status)
        self.send_header("Content-Type", kind)
        # A page that does not find its font at hand does without it.
        kept = answer.path.endswith(".woff2")
        self.send_header("Cache-Control", "max-age=3600" if kept else "no-store")
        self._end(content)

    def _end(self, content: bytes) -> None:
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            self.wfile.write(content)

    def _changes(self) -> None:
        with contextlib.suppress(ConnectionError), self.server.line() as line:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            while True:
                try:
                    line.get(timeout=_ALIVE)
                    self.wfile.write(b"data: changed\n\n")
                    return
                except queue.Empty:
                    self.wfile.write(b":\n\n")

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is for what was found in the archive."""


def _type(path: str) -> str:
    suffix = Path(path).suffix
    kind = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXT) else kind


class _Events(FileSystemEventHandler):
    def __init__(self, seen: threading.Event, names: Set[str] = frozenset()) -> None:
        self._seen = seen
        self._names = names

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("opened", "closed_no_write"):
            return
        names = {Path(os.fsdecode(each)).name for each in (event.src_path, event.dest_path)}
        if not self._names or names & self._names:
            self._seen.set()


def watch(
    root: Path, names: Set[str], folders: Sequence[Path], changed: Callable[[], None]
) -> None:
    """Calls `changed` after every save of the files `names` in `root`, or of any in `folders`, until
    the program is interrupted.
    """
    seen = threading.Event()
    observer = Observer()
    observer.schedule(_Events(seen, names), str(root))
    for folder in folders:
        observer.schedule(_Events(seen), str(folder), recursive=True)
    observer.start()
    try:
        while True:
            seen.wait()
            while seen.is_set():  # until it is quiet
                seen.clear()
                seen.wait(_QUIET)
            changed()
    finally:
        observer.stop()
        observer.join()
