"""A repository, read and judged at a date."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from khlang.body import Body
from khlang.files.findings import Refused
from khlang.files.published import PublishedFile, publish
from khlang.files.workshop import Workshop
from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Diagnostic, Severity, report
from khlang.model.item import Item
from khlang.progress import Progress, measure
from khlang.rules import check_archive, check_item, with_severities
from khlang.rules.context import Context
from khlang.rules.privacy import without_personal_data
from khlang.source import repository
from khlang.thai.characters import visible

_MAX_QUOTED = 500  # characters of what was typed that a message repeats


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

    def publish(self, item: Item, index: int, name: str) -> PublishedFile:
        """The cleaned copy of an item's attachment. Raises NotPublishable."""
        file = item.front.attachments[index].file
        try:
            return publish(self.root / f"{item.folder}/{file}", name, self.context.workshop)
        except Refused as refused:
            found, place = refused.finding, item.place(f"attachments.{index}.file")
            told = without_personal_data(report(found.code, place, file=file, **found.values))
            raise NotPublishable(told) from refused


class NotPublishable(Exception):  # noqa: N818  # a diagnostic that comes too late to be one
    """An attachment that was checked, and cannot be cleaned all the same."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message_en)
        self.diagnostic = diagnostic


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
        return Workspace(root, as_of or today, None, _printable(reading.diagnostics))
    corpus = reading.corpus
    day = as_of or corpus.targets.as_of or today
    progress = measure(corpus, day)
    horizon = max(day, corpus.targets.as_of or today)
    workshop = Workshop(root / ".khlang/files")
    context = Context(root, corpus, progress, day, horizon, reading.places, workshop)
    found = [*reading.diagnostics, *check_archive(context)]
    for item in corpus.items:
        found.extend(check_item(item, context))
    workshop.close()
    judged = with_severities(tuple(found), corpus.targets)
    return Workspace(root, day, Archive(root, corpus, progress, day, context), _printable(judged))


def _printable(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """In the order of the files, and fit for any log: no message holds anybody's number in full,
    a character that steers a terminal, or a whole page of what was typed.
    """
    fit = (_legible(without_personal_data(each)) for each in diagnostics)
    return tuple(sorted(fit, key=lambda each: each.sort_key))


def _legible(diagnostic: Diagnostic) -> Diagnostic:
    values = {
        key: visible(_cut(value)) if isinstance(value, str) else value
        for key, value in diagnostic.values.items()
    }
    return diagnostic if values == diagnostic.values else replace(diagnostic, values=values)


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_QUOTED else f"{text[:_MAX_QUOTED]}…"
