"""Everything that one command takes in: what becomes of each file, before anything is written."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from khlang.files.kinds import suffix_of
from khlang.importers import parcel, texts
from khlang.importers.documents import TEXTS, Desk, Made, NotTakenError, made
from khlang.importers.parcel import Arrival, Verdict
from khlang.importers.sources import Incoming, Parcel, Refusal, Skipped, Source
from khlang.source.items import Found
from khlang.source.vocabulary import Vocabularies

TAKEN, HERE, REFUSED = "นำเข้าแล้ว", "มีอยู่แล้ว", "ไม่ได้นำเข้า"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a file. `files` are to be written, the item's own last; `lines` tell more."""

    verdict: str
    name: str
    lines: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)


Result = Outcome | Skipped


@dataclass(slots=True)
class Archive:
    """What is there already. Files are compared by size first, then by their digest. `arrived` are the
    items of parcels that this import has brought.
    """

    root: Path
    found: Found
    former: frozenset[str]
    vocabularies: Vocabularies
    arrived: dict[str, Mapping[str, bytes]] = field(default_factory=dict)
    _sizes: dict[int, list[str]] = field(default_factory=dict)
    _seen: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path, entry in self.found.files.items():
            self._sizes.setdefault(entry.size, []).append(path)

    def known(self, data: bytes, *, is_text: bool) -> str:
        """Where the same file is, in the archive or earlier in this import; empty for a new one."""
        digest = hashlib.sha256(data).hexdigest()
        for path in self._sizes.get(len(data), ()):
            if hashlib.sha256((self.root / path).read_bytes()).hexdigest() == digest:
                return path
        if is_text and (path := self._item_of(texts.fingerprint(data))):
            return path
        return self._seen.get(digest, "")

    def remember(self, data: bytes, name: str) -> None:
        """A file that has come in: whoever sends it again is told."""
        self._seen[hashlib.sha256(data).hexdigest()] = name

    def _item_of(self, mark: str) -> str:
        """The item that was made of a text: its remark says so."""
        for address in self.found.items:
            if address.folder is None:
                with (self.root / address.path).open("rb") as stream:
                    if mark.encode() in stream.read(1024):
                        return address.path
        return ""


def outcomes(sources: Iterable[Source], desk: Desk, archive: Archive) -> Iterator[Result]:
    """What becomes of each source, in their order."""
    for each in sources:
        match each:
            case Skipped():
                yield each
            case Refusal():
                yield Outcome(REFUSED, each.name, (each.reason,))
            case Parcel():
                for arrival in parcel.judge(
                    archive.root, each.items, archive.found, archive.former, archive.vocabularies
                ):
                    yield _of_arrival(arrival, each.name, archive)
            case Incoming():
                yield _of_file(each, desk, archive)


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes the files of a new item, its own last; never over another file. Raises OSError, and
    leaves nothing behind then.
    """
    begun: list[Path] = []
    try:
        for path, data in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as stream:
                begun.append(file)
                stream.write(data)
    except OSError:
        for file in begun:
            file.unlink(missing_ok=True)
        raise


def _of_arrival(arrival: Arrival, source: str, archive: Archive) -> Outcome:
    """What becomes of an item of a parcel, of which the same may come in two zips."""
    name = f"{arrival.path or arrival.id}"
    if arrival.id in archive.arrived:
        if archive.arrived[arrival.id] == arrival.files:
            return Outcome(HERE, name, (f"จาก {source}",))
        return Outcome(REFUSED, arrival.id, (f"รหัสซ้ำกับเรื่องอื่นที่นำเข้าพร้อมกัน (จาก {source})",))
    match arrival.verdict:
        case Verdict.NEW:
            archive.arrived[arrival.id] = arrival.files
            lines = (f"จาก {source} (ไฟล์แนบ {len(arrival.files) - 1})",)
            return Outcome(TAKEN, name, lines, arrival.files)
        case Verdict.SAME:
            return Outcome(HERE, name)
        case Verdict.REFUSED:
            return Outcome(REFUSED, arrival.id, arrival.reasons)


def _of_file(incoming: Incoming, desk: Desk, archive: Archive) -> Outcome:
    try:
        data = incoming.read()
        is_text = suffix_of(incoming.file) in TEXTS
        if is_text and (copied := parcel.of_text(data)):
            (arrival,) = parcel.judge(
                archive.root, copied, archive.found, archive.former, archive.vocabularies
            )
            return _of_arrival(arrival, incoming.name, archive)
        if known := archive.known(data, is_text=is_text) if data else "":
            return Outcome(HERE, incoming.name, (f"ไฟล์เดียวกับ {known}",))
        item = made(incoming, data, desk)
        archive.remember(data, incoming.name)
    except NotTakenError as fault:
        return Outcome(REFUSED, incoming.name, (str(fault),))
    except OSError as fault:
        return Outcome(REFUSED, incoming.name, (f"เปิดไฟล์ไม่ได้ ({fault.strerror or '?'})",))
    return Outcome(TAKEN, item.path, tuple(_lines(incoming, item)), item.files)


def _lines(incoming: Incoming, item: Made) -> Iterator[str]:
    pictures = sum(each.is_image for each in item.draft.attachments)
    with_pictures = f" · ภาพ {pictures}" if pictures else ""
    yield f"จาก {incoming.name} ({item.kind}{with_pictures}): {item.draft.title}"
    if item.left:
        yield f"ต่างจากต้นฉบับ: {' · '.join(item.left)}"
    if item.missing:
        yield f"ข้อความที่ไม่ได้อยู่ในเรื่อง: {' | '.join(item.missing)}"
    yield f"เหลือให้เขียน: {' · '.join(item.todo)}"
