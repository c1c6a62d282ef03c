"""A live preview: the site as it would be, in memory. A page is made when somebody asks for it.

It is the internal edition: who writes an item wants to see it before anybody else does. An item
with errors shows them in place of its page, and everything else stays up.
"""

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from khlang.app import Changed, Workspace, open_workspace
from khlang.app.clock import today
from khlang.contribute import internal
from khlang.model.diagnostic import Diagnostic, Severity
from khlang.privacy import masked
from khlang.publish.cache import Cache
from khlang.site import written
from khlang.site.build import SiteBuilder, assets
from khlang.site.opening import day_of_environment
from khlang.site.output import Output
from khlang.site.search_files import SearchFiles
from khlang.site.templating import environment
from khlang.site.written import Written
from khlang.source.items import ITEMS
from khlang.thai.phrases import Phrases

_NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent for an address. `moved_to` is another address of the same site, or empty."""

    status: int
    path: str
    content: bytes = b""
    moved_to: str = ""


class Preview:
    """The site of the repository at `root`. Its addresses are those below the root of a host."""

    def __init__(self, root: Path, as_of: date | None = None) -> None:
        self._root = root
        self._as_of = as_of
        self._cache = Cache(root / ".khlang")
        self._outputs: Mapping[str, Output] = {}
        self._search: SearchFiles | None = None
        self._making = threading.Lock()

    def load(self) -> tuple[Workspace, float]:
        """Reads what has changed. The workspace, and how many seconds that took."""
        start = time.perf_counter()
        pages = written.current(self._root, self._cache)
        day = self._as_of or day_of_environment()
        workspace = open_workspace(self._root, today=today(), as_of=day, kept=self._cache)
        outputs = {output.path: output for output in self._of(workspace, pages)}
        with self._making:
            self._outputs = outputs
        return workspace, time.perf_counter() - start

    def answer(self, path: str) -> Answer:
        """The file at an address, such as `items/x/` or `` for the home page."""
        outputs = self._outputs
        file = f"{path}index.html" if not path or path.endswith("/") else path
        if file not in outputs and f"{path}/index.html" in outputs:
            return Answer(301, path, moved_to=f"{path}/")
        found = outputs.get(file) or self._searched(file)
        if found is None and _NOT_FOUND not in outputs:  # no page but the one that says why
            found = outputs.get("index.html")
        status = 200 if found else 404
        output = found or outputs[_NOT_FOUND]
        with self._making:
            try:
                content = output.copy_of.read_bytes() if output.copy_of else output.content
            except (Changed, OSError):  # saved at this moment: the next page is right
                return Answer(503, file)
        return Answer(status, output.path, content)

    def _searched(self, file: str) -> Output | None:
        """A file of the index, which is made when somebody searches."""
        if self._search is None or not file.startswith("search/"):
            return None
        with self._making:
            try:
                return self._search.find(file)
            except Changed:  # saved at this moment: the next search finds it
                return None

    def _of(self, workspace: Workspace, pages: Written) -> Iterator[Output]:
        if workspace.archive is None:
            yield from assets()
            told = [each for each in workspace.diagnostics if each.severity is Severity.ERROR]
            yield Output("index.html", partial(_faults, "ข้อมูลของคลังมีข้อผิดพลาด", told))
            return
        faulty = _faulty(workspace)
        corpus = workspace.archive.corpus
        sound = tuple(each for each in corpus.items if not (each.is_public and each.id in faulty))
        archive = replace(workspace.archive, corpus=replace(corpus, items=sound))
        presentation = replace(pages.presentation, url="", internal=True)
        builder = SiteBuilder(archive, presentation, preview=True, told=workspace.by_path)
        self._search = builder.search
        yield from builder.outputs(pages.addresses, search=False)
        yield from builder.files(pages.files)
        yield from map(builder.written, pages.pages)
        for id, errors in faulty.items():
            content = partial(_faults, f"{id} มีข้อผิดพลาด", errors)
            yield Output(f"items/{id}/index.html", content)
            if id not in archive.corpus.item_by_id:
                yield Output(f"{internal.address(id)}index.html", content)


def _faulty(workspace: Workspace) -> Mapping[str, Sequence[Diagnostic]]:
    """All that is said of the items that have an error, by their ids."""
    told: dict[str, list[Diagnostic]] = {}
    for each in workspace.diagnostics:
        if each.place.path.startswith(f"{ITEMS}/") and each.place.path.count("/") >= 4:
            id = each.place.path.split("/")[4].removesuffix(".md")
            told.setdefault(id, []).append(each)
    return {
        id: several
        for id, several in told.items()
        if any(each.severity is Severity.ERROR for each in several)
    }


def _faults(title: str, diagnostics: Sequence[Diagnostic]) -> bytes:
    """A page that needs no archive: what is wrong, where, and how to mend it."""
    stylesheet = next(each.path for each in assets() if each.path.endswith(".css"))
    rows = [(masked(each.place.path), internal.told(each)) for each in diagnostics]
    page = environment(Phrases()).get_template("faults.html")
    return page.render(title=title, rows=rows, stylesheet=stylesheet).encode()
