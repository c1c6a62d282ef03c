"""A repository, read and judged at a date."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from khlang.app.judging import Judge, digest_of, plain_diagnostic, restored_diagnostic
from khlang.app.meter import SILENT, Meter
from khlang.app.version import program
from khlang.body import Body, render
from khlang.files.findings import Refused
from khlang.files.kinds import KINDS, suffix_of
from khlang.files.published import PublishedFile, publish
from khlang.files.workshop import Copy, Workshop
from khlang.model.codes.links import ATTACHMENT_TOO_HARD
from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Diagnostic, Place, Severity, report
from khlang.model.item import Item
from khlang.progress import Progress, measure
from khlang.publish.cache import Cache, value
from khlang.rules import ARCHIVE_RULES, NEIGHBOUR_RULES, check_archive, with_severities
from khlang.rules.context import Context
from khlang.rules.privacy import without_personal_data
from khlang.source import items, repository
from khlang.source.items import Found
from khlang.source.text import read_bytes
from khlang.thai.characters import visible

ROOM, _LAST = "told", "the last time"
_MAX_QUOTED = 500  # characters of what was typed that a message repeats


@dataclass(frozen=True)
class Archive:
    """What pages and papers are made of. Only a repository whose data files can be read has one.

    `keys` stand for the content of each item, by its id: what is the same has the same key.
    `digests` are those of the files as they were judged; `stamp` gives what stands for everything
    that was read, at its date.
    """

    root: Path
    corpus: Corpus
    progress: Progress
    as_of: date
    context: Context
    keys: Mapping[str, bytes] = field(default_factory=dict)
    digests: Mapping[str, bytes] = field(default_factory=dict)
    stamp: Callable[[], bytes] = bytes
    _last: dict[str, Body] = field(default_factory=dict, compare=False, repr=False)

    def body(self, item: Item) -> Body:
        """The rendered text of an item. Raises Changed where its file is another than was judged.

        The last one is kept: a page and a record of the search are made one after the other.
        """
        if item.id not in self._last:
            self._last.clear()
            self._last[item.id] = self._rendered(item)
        return self._last[item.id]

    def _rendered(self, item: Item) -> Body:
        try:
            content = read_bytes(self.root / item.path)
        except OSError as fault:
            raise Changed(item.path) from fault
        if digest_of(content) != self.digests[item.id]:
            raise Changed(item.path)
        return render(items.body(content, item.path))

    def attached_text(self, item: Item) -> str:
        """What readers find in the files of an item, and the titles of these: for search."""
        return "\n".join(
            f"{each.title}\n{self.context.examined(f'{item.folder}/{each.file}').text}"
            for each in item.front.attachments
        )

    def publish(self, item: Item, index: int, name: str) -> PublishedFile:
        """The cleaned copy of an item's attachment. Raises NotPublishable."""
        file = item.front.attachments[index].file
        try:
            return publish(self.root / f"{item.folder}/{file}", name, self.context.workshop)
        except Refused as refused:
            found, place = refused.finding, item.place(f"attachments.{index}.file")
            told = without_personal_data(report(found.code, place, file=file, **found.values))
            raise NotPublishable(told) from refused

    def clean(self, path: str) -> Copy:
        """The cleaned copy of a file among hand-written pages. Raises NotPublishable."""
        try:
            return self.context.workshop.clean(self.root / path, KINDS[suffix_of(path)])
        except Refused as refused:
            found = report(
                refused.finding.code,
                Place(path),
                file=path.rpartition("/")[2],
                **refused.finding.values,
            )
            raise NotPublishable(without_personal_data(found)) from refused


class Changed(Exception):  # noqa: N818  # nobody did anything wrong
    """A file was saved while the archive was read; `path` says which. Once more will do."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NotPublishable(Exception):  # noqa: N818  # a diagnostic that comes too late to be one
    """An attachment that was checked, and cannot be cleaned all the same."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message_en)
        self.diagnostic = diagnostic


@dataclass(frozen=True)
class Workspace:
    """A repository and everything that is to be said about it, in the order of the files.

    The archive is opened when it is asked for: whoever checks what was checked before never asks.
    """

    root: Path
    as_of: date
    diagnostics: tuple[Diagnostic, ...]
    open: Callable[[], Archive | None]

    @cached_property
    def archive(self) -> Archive | None:
        return self.open()

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


def open_workspace(
    root: Path,
    *,
    today: date,
    as_of: date | None = None,
    kept: Cache | None = None,
    few: Found | None = None,
    meter: Meter = SILENT,
) -> Workspace:
    """Reads and checks the repository at `root`.

    The date of the figures is `as_of` where it is given, else the `as_of` of targets.yml, else
    `today`. With `kept` an unchanged item is not judged again. With `few` it is about
    these items alone. Never raises for what a user wrote: every fault is a diagnostic.
    """
    return Opening(root, today=today, as_of=as_of, kept=kept, few=few, meter=meter).workspace()


class Opening:
    """A repository that has been read, and not judged yet; arguments are those of `open_workspace`."""

    def __init__(
        self,
        root: Path,
        *,
        today: date,
        as_of: date | None = None,
        kept: Cache | None = None,
        few: Found | None = None,
        meter: Meter = SILENT,
    ) -> None:
        meter("อ่านคลัง")
        self._root = root
        self._meter = meter
        self._reading = repository.read(root, few)
        self._rules = NEIGHBOUR_RULES if few else ARCHIVE_RULES
        stated = self._reading.targets.as_of if self._reading.targets else None
        self._day = as_of or stated or today
        self._horizon = max(self._day, stated or today)
        self._kept = kept
        self._judge = Judge(root, self._reading, self._horizon, kept)

    @cached_property
    def stamp(self) -> bytes:
        """What stands for everything that was read, at its date: what is the same has the same stamp."""
        items = [key for _, _, key in self._judge.keys]
        among = [self._judge.file_key(path) for path in self._reading.beside.files]
        seen = (program(), self._day, self._horizon, items, self._reading, among)
        return digest_of(repr(seen).encode())

    def stamp_with(self, more: str) -> bytes:
        """The same, for something that follows from `more` as well."""
        return digest_of(self.stamp + more.encode())

    def workspace(self) -> Workspace:
        """Judges what is read, unless all of it is what it was the last time."""
        told = self._told_before()
        if told is not None:
            return Workspace(self._root, self._day, told, lambda: self._judged[0])
        archive, told = self._judged
        if self._kept and all(each.code is not ATTACHMENT_TOO_HARD for each in told):
            plain = tuple(map(plain_diagnostic, told))
            self._kept.write(ROOM, [(_LAST, self.stamp, plain)])
        return Workspace(self._root, self._day, told, lambda: archive)

    def _told_before(self) -> tuple[Diagnostic, ...] | None:
        rows = self._kept.some(ROOM, [_LAST]) if self._kept else {}
        for key, row in rows.values():
            with suppress(TypeError, ValueError, KeyError):
                if key == self.stamp:
                    return tuple(map(restored_diagnostic, value(row)))
        return None

    @cached_property
    def _judged(self) -> tuple[Archive | None, tuple[Diagnostic, ...]]:
        """The archive, and all that is said of it."""
        root, reading, day, horizon = self._root, self._reading, self._day, self._horizon
        judged = self._judge.judge(self._meter)
        self._meter("ตรวจทั้งคลัง")
        corpus, taken = reading.corpus(each.item for each in judged if each.item is not None)
        found = [*reading.diagnostics, *taken]
        for each in judged:
            found.extend(each.diagnostics)
        if corpus is None:
            return None, _printable(tuple(found))
        progress = measure(corpus, day)
        workshop = Workshop(root / ".khlang/files")
        context = Context(root, corpus, progress, day, horizon, reading.places, workshop)
        found.extend(check_archive(context, self._rules))
        told = with_severities(tuple(found), corpus.targets)
        keys = {each.item.id: each.key for each in judged if each.item is not None}
        digests = {each.item.id: each.digest for each in judged if each.item is not None}
        archive = Archive(root, corpus, progress, day, context, keys, digests, lambda: self.stamp)
        return archive, _printable(told)


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
