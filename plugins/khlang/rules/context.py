"""What a rule may look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from khlang.body import Body, render
from khlang.files.findings import Examination
from khlang.files.kinds import kind_of
from khlang.files.workshop import Workshop
from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Diagnostic, Place, Severity
from khlang.model.history import State
from khlang.model.item import Item
from khlang.progress import Progress


@dataclass(frozen=True)
class Context:
    """The archive at a date. `places` tells where a value of a data file stands.

    `horizon` is the last day that may stand in a file: looking back with `--as-of` does not make
    what came later a fault.
    """

    root: Path
    corpus: Corpus
    progress: Progress
    as_of: date
    horizon: date
    places: Mapping[str, Mapping[str, Place]]
    workshop: Workshop
    bodies: dict[str, Body] = field(default_factory=dict)
    examinations: dict[str, Examination] = field(default_factory=dict)

    def body(self, item: Item) -> Body:
        """An item's body, rendered once however many rules and pages ask for it."""
        if item.id not in self.bodies:
            self.bodies[item.id] = render(item.body)
        return self.bodies[item.id]

    def place(self, file: str, path: str) -> Place:
        """Where the value at a dotted path stands, or the top of the file."""
        return self.places.get(file, {}).get(path) or Place(file)

    @cached_property
    def _files_by_folder(self) -> Mapping[str, tuple[str, ...]]:
        folders: dict[str, list[str]] = {}
        for path in self.corpus.files:
            folders.setdefault(path.rpartition("/")[0], []).append(path)
        return {folder: tuple(paths) for folder, paths in folders.items()}

    def files_of(self, folder: str) -> tuple[str, ...]:
        """Paths of the files that lie beside an item."""
        return self._files_by_folder.get(folder, ())

    def examined(self, path: str) -> Examination:
        """What is in a file beside an item: faults, text, metadata. Nothing of a type not accepted."""
        if path not in self.examinations:
            kind = kind_of(path)
            found = self.workshop.examine(self.root / path, kind) if kind else Examination()
            self.examinations[path] = found
        return self.examinations[path]

    def digest(self, path: str) -> str:
        """The checksum of a file beside an item."""
        return self.workshop.digest(self.root / path)


def in_draft(item: Item, diagnostic: Diagnostic) -> Diagnostic:
    """What a draft may still lack is a warning until it is sent: no other item waits for it."""
    if item.history.state is State.DRAFT:
        return replace(diagnostic, severity=Severity.WARNING)
    return diagnostic


def span(item: Item, line: int, col: int, end: int = 0) -> Place:
    """A place in the file for a place in the body."""
    return Place(item.path, item.body_line + line - 1, col, end)
