"""A repository, read and judged at a date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from khlang.body import Body
from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Diagnostic, Severity
from khlang.model.item import Item
from khlang.progress import Progress, measure
from khlang.rules import check_archive, check_item, with_severities
from khlang.rules.context import Context
from khlang.source import repository


@dataclass(frozen=True)
class Archive:
    """What pages and papers are made of. Only a repository whose data files can be read has one."""

    root: Path
    corpus: Corpus
    progress: Progress
    as_of: date
    context: Context

    def body(self, item: Item) -> Body:
        """The rendered text of an item."""
        return self.context.body(item)


@dataclass(frozen=True)
class Workspace:
    """A repository and everything that is to be said about it, in the order of the files."""

    root: Path
    as_of: date
    archive: Archive | None
    diagnostics: tuple[Diagnostic, ...]

    def count(self, severity: Severity) -> int:
        return sum(each.severity is severity for each in self.diagnostics)

    @property
    def has_errors(self) -> bool:
        return any(each.severity is Severity.ERROR for each in self.diagnostics)

    @property
    def by_path(self) -> Mapping[str, tuple[Diagnostic, ...]]:
        found: dict[str, list[Diagnostic]] = {}
        for each in self.diagnostics:
            found.setdefault(each.place.path, []).append(each)
        return {path: tuple(several) for path, several in found.items()}


def open_workspace(root: Path, *, today: date, as_of: date | None = None) -> Workspace:
    """Reads and checks the repository at `root`.

    The date of the figures is `as_of` where it is given, else the `as_of` of targets.yml, else
    `today`. Never raises for what a user wrote: every fault is a diagnostic.
    """
    reading = repository.read(root)
    if reading.corpus is None:
        ordered = tuple(sorted(reading.diagnostics, key=lambda each: each.sort_key))
        return Workspace(root, as_of or today, None, ordered)
    corpus = reading.corpus
    day = as_of or corpus.targets.as_of or today
    progress = measure(corpus, day)
    horizon = max(day, corpus.targets.as_of or today)
    context = Context(root, corpus, progress, day, horizon, reading.places)
    found = [*reading.diagnostics, *check_archive(context)]
    for item in corpus.items:
        found.extend(check_item(item, context))
    judged = with_severities(tuple(found), corpus.targets)
    ordered = tuple(sorted(judged, key=lambda each: each.sort_key))
    return Workspace(root, day, Archive(root, corpus, progress, day, context), ordered)
