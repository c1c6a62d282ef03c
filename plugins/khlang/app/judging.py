"""Every item read and judged, each once for the same content.

What is said of an item follows from its bytes, its files, the data files as far as a rule of one
item may look at them, and the program; that is the key under which it is kept. The day matters
only to items that name a later one.
"""

import hashlib
import marshal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from khlang.app.forks import processes, spread
from khlang.app.meter import SILENT, Meter
from khlang.app.version import program
from khlang.files.kinds import kind_of
from khlang.files.workshop import Workshop
from khlang.model.codes import ALL
from khlang.model.codes import links as codes
from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Diagnostic, Place, Severity
from khlang.model.history import History
from khlang.model.item import FrontMatter, Item
from khlang.model.plain import from_plain, to_plain
from khlang.progress import measure
from khlang.publish import cache
from khlang.publish.cache import Cache
from khlang.rules import check_item
from khlang.rules.context import Context
from khlang.source import items
from khlang.source.items import Address
from khlang.source.reporter import Reporter
from khlang.source.repository import Reading
from khlang.source.text import read_bytes

ROOM = "judged"
_ALONE = 200  # fewer items than this are judged faster than a second process starts

Kept = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """An item and what is said of it; `item` is None where it cannot be read. `digest` is that of its
    file, `key` that of everything its judgement follows from.
    """

    item: Item | None
    diagnostics: tuple[Diagnostic, ...]
    key: bytes
    digest: bytes


class Judge:
    """Reads and judges the items of one reading at one day."""

    def __init__(self, root: Path, reading: Reading, horizon: date, kept: Cache | None) -> None:
        self._root = root
        self._reading = reading
        self._horizon = horizon
        self._cache = kept
        self._context = self._item_context()
        self._files = self._files_by_folder()
        self._base = self._key_of_data()

    @cached_property
    def keys(self) -> Sequence[tuple[Address, bytes, bytes]]:
        """Every item in the order of the paths, with the digest of its file and its key."""
        found = []
        for address in self._reading.found.items:
            digest = digest_of(self._content(address))
            found.append((address, digest, self._key(address, digest)))
        return found

    def judge(self, meter: Meter = SILENT) -> list[Judged]:
        """All items, in the order of their paths."""
        rows = self._cache.kept(ROOM) if self._cache else {}
        found: dict[str, Judged] = {}
        wanting: list[Address] = []
        for address, digest, key in self.keys:
            kept = self._restored(address, key, digest, rows.get(address.path))
            if kept is not None:
                found[address.path] = kept
            else:
                wanting.append(address)
        new: list[cache.Row] = []
        for path, digest, key, plain in self._judged_anew(wanting):
            found[path] = _restore(plain, path, key, digest)
            new.append((path, key, plain))
            meter("ตรวจเรื่อง", len(new), len(wanting))
        if self._cache:
            gone = rows.keys() - found.keys()
            self._cache.write(ROOM, [row for row in new if row[1] and _may_be_kept(row[2])], gone)
        return [found[address.path] for address, _, _ in self.keys]

    def _judged_anew(
        self, addresses: Sequence[Address]
    ) -> Iterator[tuple[str, bytes, bytes, Kept]]:
        count = processes() if len(addresses) >= _ALONE else 1
        if count > 1:
            for judged in spread(self._judge_several, addresses, count):
                yield from judged
            return
        for address in addresses:
            yield self._judge(address)
        if self._context is not None:
            self._context.workshop.close()

    def _judge_several(self, addresses: Sequence[Address]) -> list[tuple[str, bytes, bytes, Kept]]:
        return [self._judge(each) for each in addresses]

    def _judge(self, address: Address) -> tuple[str, bytes, bytes, Kept]:
        """Path, digest, key, and the item with all that is said of it, in plain form."""
        content = self._content(address)
        reporter = Reporter()
        item = self._read(address, reporter, content)
        told = list(reporter.diagnostics)
        if item is not None and self._context is not None:
            told += check_item(item, self._context)
            self._context.bodies.clear()
            self._context.examinations.clear()
        plain = (_plain_item(item), tuple(map(plain_diagnostic, told)), self._horizon.toordinal())
        digest = digest_of(content)
        return address.path, digest, self._key(address, digest), plain

    def _read(self, address: Address, reporter: Reporter, content: bytes | None) -> Item | None:
        reading = self._reading
        return items.read(
            self._root, address, reading.vocabularies, reading.personal_keys, reporter, content
        )

    def _restored(
        self, address: Address, key: bytes, digest: bytes, row: tuple[bytes, bytes] | None
    ) -> Judged | None:
        """What was kept under this key, if the day makes no difference to it."""
        if row is None or not key or row[0] != key:
            return None
        with suppress(TypeError, ValueError, KeyError, IndexError):
            plain = cache.value(row[1])
            judged = _restore(plain, address.path, key, digest)
            if self._still_holds(judged, plain[2]):
                return judged
        return None

    def _still_holds(self, judged: Judged, horizon: int) -> bool:
        now = self._horizon.toordinal()
        return horizon == now or _latest(judged.item) <= min(now, horizon)

    def _content(self, address: Address) -> bytes | None:
        try:
            return read_bytes(self._root / address.path)
        except OSError:
            return None

    def _key(self, address: Address, digest: bytes) -> bytes:
        """Of everything that the judgement follows from; empty where it cannot be said."""
        if not digest:
            return b""
        files = (
            f"\0{each}\0{self.file_key(each)}" for each in self._files.get(address.folder or "", ())
        )
        seen = b"".join(
            (self._base, digest, address.path.encode(), *(each.encode() for each in files))
        )
        return hashlib.blake2b(seen, digest_size=16).digest()

    def file_key(self, path: str) -> str:
        """What stands for a file beside items or pages: its checksum, where it could be published."""
        kind = kind_of(path)
        size = (self._reading.found.files.get(path) or self._reading.beside.files[path]).size
        if kind is None or size > kind.limit:
            return str(size)
        with suppress(OSError), (self._root / path).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
        return "unreadable"

    def _files_by_folder(self) -> Mapping[str, list[str]]:
        folders: dict[str, list[str]] = {}
        for path in self._reading.found.files:
            folders.setdefault(path.rpartition("/")[0], []).append(path)
        return folders

    def _item_context(self) -> Context | None:
        """All that a rule of one item may look at: no other item, and no figure of targets.yml."""
        reading = self._reading
        if reading.taxonomy is None or reading.targets is None:
            return None
        corpus = Corpus(
            taxonomy=reading.taxonomy,
            targets=reading.targets.without_figures(),
            plans={},
            items=(),
            files=reading.found.files,
        )
        progress = measure(corpus, self._horizon)
        workshop = Workshop(self._root / ".khlang/files")
        return Context(
            self._root, corpus, progress, self._horizon, self._horizon, reading.places, workshop
        )

    def _key_of_data(self) -> bytes:
        context, reading = self._context, self._reading
        seen = (context.corpus.taxonomy, context.corpus.targets) if context else ()
        words = sorted((name, repr(each)) for name, each in reading.vocabularies.items())
        text = repr((program(), seen, words, sorted(reading.personal_keys)))
        return hashlib.blake2b(text.encode(), digest_size=16).digest()


def digest_of(content: bytes | None) -> bytes:
    """Of the bytes of an item's file; empty where it cannot be read."""
    return b"" if content is None else hashlib.blake2b(content, digest_size=16).digest()


def _may_be_kept(plain: Kept) -> bool:
    """What was too hard for this machine at this moment may not be so the next time."""
    return all(each[0] != codes.ATTACHMENT_TOO_HARD.id for each in plain[1])


def _latest(item: Item | None) -> int:
    """The last day that an item names, of those that rules compare with today."""
    if item is None:
        return 0
    days = [entry.day for entry in item.history]
    if item.front.sent_to_department:
        days.append(item.front.sent_to_department)
    return max((day.toordinal() for day in days), default=0)


def _plain_item(item: Item | None) -> Kept | None:
    if item is None:
        return None
    places = {
        key: (place.line, place.col, place.end, place.private) for key, place in item.places.items()
    }
    return (item.id, item.folder, item.body_line, to_plain(item.front), marshal.dumps(places))


def _restore(plain: Kept, path: str, key: bytes, digest: bytes) -> Judged:
    kept, told, _ = plain
    item = None
    if kept is not None:
        id, folder, body_line, front, places = kept
        record = from_plain(FrontMatter, front)
        item = Item(
            id, path, folder, record, History(record.history), "", body_line, Places(path, places)
        )
    return Judged(item, tuple(map(restored_diagnostic, told)), key, digest)


def plain_diagnostic(each: Diagnostic) -> Kept:
    """What a cache can keep of a diagnostic."""
    place = each.place
    values = {key: to_plain(value) for key, value in each.values.items()}
    at = (place.path, place.line, place.col, place.end, place.private)
    return (each.code.id, at, values, each.severity.value)


def restored_diagnostic(plain: Kept) -> Diagnostic:
    """From what `plain_diagnostic` gave."""
    id, place, values, severity = plain
    return Diagnostic(ALL[id], Place(*place), values, Severity(severity))


class Places(Mapping[str, Place]):
    """Where the values of an item stand, read when somebody asks: few items are asked."""

    def __init__(self, path: str, packed: bytes) -> None:
        self._path = path
        self._packed = packed

    def __getitem__(self, key: str) -> Place:
        return Place(self._path, *self._plain()[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain())

    def __len__(self) -> int:
        return len(self._plain())

    def _plain(self) -> dict[str, tuple[int, int, int, bool]]:
        plain: dict[str, tuple[int, int, int, bool]] = marshal.loads(self._packed)  # noqa: S302
        return plain
