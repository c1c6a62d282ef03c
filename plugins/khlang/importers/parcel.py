"""A parcel: items in a zip with a manifest (decision 0020), taken in as they are."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from khlang.files.findings import Finding, shown
from khlang.model.codes.places import DUPLICATE_ID
from khlang.model.diagnostic import Diagnostic, Place, Severity, report
from khlang.model.item import ITEM_ID, FrontMatter
from khlang.rules.privacy import without_personal_data
from khlang.source import text
from khlang.source.front_matter import parse
from khlang.source.items import ITEMS, Found
from khlang.source.records import RecordReader
from khlang.source.reporter import Reporter
from khlang.source.vocabulary import Vocabularies
from khlang.thai.characters import unprintable, visible

MANIFEST = "khlang.json"
SCHEMA = 1
_INDEX = "index.md"
_ENTRY = re.compile(rf"(?P<id>{ITEM_ID.pattern})(?:\.md|/(?P<name>[^/\\:.][^/\\:]*))")
_PASTED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?P<text>---[ \t]*\r?\n# "
    + rf"{ITEMS}/\d{{4}}/[a-z-]+/(?P<id>{ITEM_ID.pattern})(?P<index>/index)?\.md[ \t]*\r?\n)".encode()
)

Items = dict[str, dict[str, bytes]]


class NotAParcelError(Exception):
    """A file that no item can be taken from; the reason is Thai."""


class Verdict(StrEnum):
    """What becomes of an item of a parcel."""

    NEW = "new"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An item of a parcel. `files` are its bytes by the path they have in the repository."""

    id: str
    verdict: Verdict
    files: Mapping[str, bytes] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The file of the item, which is written last; empty where it has no place."""
        return list(self.files)[-1] if self.files else ""


def items_of(entries: Mapping[str, bytes]) -> Items:
    """The files of each item by name, empty for an item that is one file. Raises NotAParcelError."""
    _check_manifest(entries[MANIFEST])
    items: dict[str, dict[str, bytes]] = {}
    for path, data in entries.items():
        if path == MANIFEST:
            continue
        match = _ENTRY.fullmatch(path)
        name = match["name"] if match else None
        if match is None or unprintable(path) or ((name or "").endswith(".md") and name != _INDEX):
            raise NotAParcelError(f"มีไฟล์ที่ไม่อยู่ในที่ของเรื่องใด: {shown(path)}")
        items.setdefault(match["id"], {})[name or ""] = data
    if not items:
        raise NotAParcelError("ไม่มีเรื่องอยู่ข้างใน")
    return items


def of_text(data: bytes) -> Items:
    """The item that was copied from the form as text, where its first line says which; else none.

    LINE's own browser saves no file: there the text is what can be sent.
    """
    match = _PASTED.match(data)
    if match is None:
        return {}
    return {match["id"].decode(): {_INDEX if match["index"] else "": data[match.start("text") :]}}


def judge(
    root: Path,
    items: Mapping[str, Mapping[str, bytes]],
    found: Found,
    former: frozenset[str],
    vocabularies: Vocabularies,
) -> Iterator[Arrival]:
    """What is to be done with each item. `former` are the ids that redirect to other items."""
    there = {address.id: address for address in found.items}
    for id, files in items.items():
        if ("" in files) == (_INDEX in files):
            yield Arrival(id, Verdict.REFUSED, reasons=("ต้องมี index.md หนึ่งไฟล์ในโฟลเดอร์ของเรื่อง",))
            continue
        main = "" if "" in files else _INDEX
        place, reasons = _place(id, files[main], vocabularies)
        if place is None or (main == "" and len(files) > 1):
            yield Arrival(id, Verdict.REFUSED, reasons=reasons)
            continue
        ordered = sorted(files, key=lambda name: (name == main, name))
        by_path = {f"{place}/{name}" if name else f"{place}.md": files[name] for name in ordered}
        if id in there:
            address = there[id]
            beside = {path for path in found.files if path.startswith(f"{address.folder}/")}
            same = {address.path, *beside} == set(by_path) and all(
                (root / path).read_bytes() == data for path, data in by_path.items()
            )
            taken = _words(report(DUPLICATE_ID, Place(address.path), id=id, other=address.path))
            verdict = Verdict.SAME if same else Verdict.REFUSED
            yield Arrival(id, verdict, by_path, () if same else (taken,))
        elif id in former:
            yield Arrival(id, Verdict.REFUSED, by_path, (f"{id} เป็นรหัสเดิมของเรื่องอื่น",))
        elif blocked := next((path for path in by_path if not _is_free(root, path)), None):
            yield Arrival(id, Verdict.REFUSED, by_path, (f"มีไฟล์ {shown(blocked)} อยู่แล้ว",))
        else:
            yield Arrival(id, Verdict.NEW, by_path)


def told(finding: Finding, name: str) -> str:
    """Why a file cannot be read, in the words of `khlang check`."""
    return _words(report(finding.code, Place(name), file=name, **finding.values))


def _check_manifest(data: bytes) -> None:
    try:
        manifest = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise NotAParcelError("khlang.json อ่านไม่ได้ ให้สร้างไฟล์จากแบบฟอร์มใหม่") from fault
    if not isinstance(manifest, dict) or manifest.get("schema") != SCHEMA:
        raise NotAParcelError("ไฟล์มาจากแบบฟอร์มรุ่นที่โปรแกรมนี้ไม่รู้จัก ให้ปรับรุ่นโปรแกรม khlang")


def _place(id: str, data: bytes, vocabularies: Vocabularies) -> tuple[str | None, tuple[str, ...]]:
    """Where an item belongs, without suffix; or why its front matter does not say so."""
    reporter = Reporter()
    folded = text.decode(data, id, reporter)
    document = parse(folded, id, reporter) if folded is not None else None
    reader = RecordReader(reporter, vocabularies)
    values = (document and reader.values(FrontMatter, document.front)) or {}
    faults = tuple(_words(each) for each in reporter.diagnostics if each.severity is Severity.ERROR)
    if "unit" not in values or "fiscal_year" not in values:
        return None, faults
    return f"{ITEMS}/{values['fiscal_year']}/{values['unit']}/{id}", faults


def _words(diagnostic: Diagnostic) -> str:
    told = without_personal_data(diagnostic)
    return visible(f"{told.message_th} ({told.hint_th})")


def _is_free(root: Path, path: str) -> bool:
    """Nothing lies there, and no link leads elsewhere on the way."""
    file = root / path
    return not file.exists() and file.resolve() == root.resolve() / path
