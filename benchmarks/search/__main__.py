"""Builds each site, asks every query twice: by a reader who just came, and by one who stays."""

import argparse
import json
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.search.archives import Text, read
from benchmarks.search.engines import Engine, engines
from benchmarks.search.measures import Answer, compressed, spread, table

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FIRST = 60  # queries that are asked by a reader who just came


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class _Reader:
    """A page of a site, and the files that it has read since the last question."""

    def __init__(self, browser: Browser, engine: Engine, site: Path, base: str) -> None:
        self._engine, self._site = engine, site
        self._context: BrowserContext = browser.new_context()
        self._page: Page = self._context.new_page()
        self._read: list[str] = []
        self._page.goto(base + engine.start)
        self._page.wait_for_load_state("networkidle")
        self._context.on("request", lambda request: self._read.append(urlsplit(request.url).path))
        self._page.evaluate(engine.ready)

    def ask(self, task: str, query: str, right: set[str]) -> Answer:
        start = time.perf_counter()
        urls = self._page.evaluate(self._engine.ask, query)
        seconds = time.perf_counter() - start
        places = [urlsplit(url).path.strip("/").rpartition("/")[2] for url in urls]
        rank = next((at for at, place in enumerate(places) if place in right), None)
        files = {self._site / unquote(path).lstrip("/") for path in self._read}
        self._read.clear()
        size = sum(compressed(file) for file in files if file.is_file())
        return Answer(task, query, rank, size, seconds)

    def close(self) -> None:
        self._context.close()


def _measure(
    browser: Browser, engine: Engine, texts: Sequence[Text], queries: Sequence[Mapping[str, Any]]
) -> str:
    places = {each.id: each.place for each in texts}
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        site = engine.build(Path(folder), texts)
        built = time.perf_counter() - start
        files = [file for file in (site / engine.index).rglob("*") if file.is_file()]
        whole = sum(file.stat().st_size for file in files)
        with _served(site) as base:
            every = max(1, len(queries) // _FIRST)
            first: list[Answer] = []
            second: list[Answer] = []
            for each, other in zip(queries[::every], queries[every // 2 :: every], strict=False):
                reader = _Reader(browser, engine, site, base)
                first.append(reader.ask(each["task"], each["q"], set()))
                second.append(reader.ask(other["task"], other["q"], set()))
                reader.close()
            staying = _Reader(browser, engine, site, base)
            answers = [
                staying.ask(each["task"], each["q"], {places[id] for id in each["rel"]})
                for each in queries
            ]
            staying.close()
    lines = [
        f"== {engine.name}: {len(texts):,} documents, site built in {built:.0f} s, "
        f"index {whole / 1e6:.1f} MB in {len(files):,} files",
        table(answers),
        f"first query, bytes (median / p95 / max): {spread([each.size for each in first])}",
        f"second query, bytes: {spread([each.size for each in second])}",
        f"later queries of one reader, bytes: {spread([each.size for each in answers[1:]])}",
        f"first query, ms: {spread([1000 * each.seconds for each in first])}",
        f"later queries of one reader, ms: {spread([1000 * each.seconds for each in answers[1:]])}",
    ]
    missed = [each for each in answers if each.rank is None]
    lines += [f"missed: {each.task}: {each.query}" for each in missed[:20]]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.search")
    parser.add_argument("docs", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--per-task", type=int, default=10_000)
    parser.add_argument("--engine", action="append", choices=[each.name for each in engines()])
    given = parser.parse_args()
    texts = read(given.docs)
    rows = [json.loads(line) for line in given.queries.read_text("utf-8").splitlines() if line]
    by_task: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        by_task.setdefault(row["task"], []).append(row)
    queries = [row for several in by_task.values() for row in several[: given.per_task]]
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for engine in engines():
            if not given.engine or engine.name in given.engine:
                sys.stdout.write(f"{_measure(browser, engine, texts, queries)}\n\n")
                sys.stdout.flush()
        browser.close()


if __name__ == "__main__":
    main()
