"""Metadata of many items at once: a table out, the same table edited, the changes back in.

What the table does not hold (text, attachments, exceptions) is not touched. A row that was made of
another state of its file than the one that stands there is refused: nobody's work is undone.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeGuard

from khlang.contribute import review
from khlang.contribute.review import Edit
from khlang.importers import cells
from khlang.importers.cells import Value
from khlang.mend import values
from khlang.mend.edit import NotEditedError, parsed, shape, with_value
from khlang.mend.encoding import as_text
from khlang.model import columns as kinds
from khlang.model.columns import Column, columns
from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Diagnostic, Severity
from khlang.model.history import STATE_NAMES_TH, State
from khlang.model.item import FrontMatter, Item
from khlang.rules.privacy import without_personal_data
from khlang.source.front_matter import parse
from khlang.source.records import RecordReader
from khlang.source.reporter import Reporter
from khlang.source.vocabulary import Vocabularies
from khlang.source.yaml_text import yaml_value
from khlang.thai.characters import visible
from khlang.thai.text import fold

_OWN = {  # columns that are no key of a front matter
    "id": "รหัสเรื่อง",
    "version": "รุ่นของไฟล์ (ห้ามแก้)",
    "state": "สถานะ",
    "state_date": "วันที่เปลี่ยนสถานะ",
    "state_reason": "เหตุผลที่เปลี่ยนสถานะ",
}
_LEFT_OUT = {"history", "attachments", "pii_exceptions"}
TABLE: Mapping[str, Column] = {
    name: column for name, column in columns(FrontMatter).items() if name not in _LEFT_OUT
}


class NotATableError(Exception):
    """Why a file holds no table of items, in Thai."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a row asks for: lines that show it, and the edit; or the faults that stand against it."""

    id: str
    title: str
    lines: tuple[str, ...] = ()
    edit: Edit | None = None
    faults: tuple[str, ...] = ()


def table(root: Path, corpus: Corpus) -> bytes:
    """The metadata of all items that can be read."""
    titles = _OWN | {name: column.label_th for name, column in TABLE.items()}
    rows = [[f"{name} {label}" for name, label in titles.items()]]
    for item in corpus.items:
        data = (root / item.path).read_bytes()
        front = _front(data)
        own = (item.id, _version(data), item.history.state.value, "", "")
        rows.append([*own, *(cells.written(front.get(name)) for name in TABLE)])
    return cells.to_csv(rows)


def changes(
    root: Path, corpus: Corpus, vocabularies: Vocabularies, data: bytes, today: date
) -> Iterator[Change]:
    """What a table asks for, item by item. Raises NotATableError."""
    names, rows = _rows(data)
    seen: set[str] = set()
    for number, row in enumerate(rows, start=2):
        row_cells = dict(zip(names, (cells.bare(fold(each.strip())) for each in row), strict=False))
        id = row_cells.get("id", "")
        item = corpus.item_by_id.get(id)
        if item is None or id in seen:
            told = "มีรหัสนี้แล้วในแถวก่อนหน้า" if id in seen else "ไม่มีเรื่องรหัสนี้ หรือส่วนหัวอ่านไม่ได้"
            yield Change(id or f"แถวที่ {number}", "", faults=(f"แถวที่ {number}: {told}",))
            continue
        seen.add(id)
        change = _change(root, item, row_cells, vocabularies, today)
        if change.lines or change.faults:
            yield change


def _rows(data: bytes) -> tuple[list[str], list[list[str]]]:
    text = as_text(data)
    if text is None:
        raise NotATableError("อ่านตัวอักษรไม่ได้ บันทึกจาก Excel เป็น CSV UTF-8")
    rows = cells.from_csv(text)
    if not rows:
        raise NotATableError("ไม่มีข้อมูลในตาราง")
    names = [each.strip().partition(" ")[0] for each in rows[0]]
    unknown = [each for each in names if each and each not in _OWN and each not in TABLE]
    if "id" not in names:
        raise NotATableError("ไม่มีคอลัมน์ id ให้เริ่มจากไฟล์ที่ได้จาก khlang export items")
    if unknown:
        raise NotATableError(f"ไม่รู้จักคอลัมน์ {', '.join(map(visible, unknown))}")
    if len(set(names)) < len(names):
        raise NotATableError("มีคอลัมน์ชื่อซ้ำกัน")
    return names, rows[1:]


def _change(
    root: Path, item: Item, row: Mapping[str, str], vocabularies: Vocabularies, today: date
) -> Change:
    data = (root / item.path).read_bytes()
    front = _front(data)
    lines: list[str] = []
    faults: list[str] = []
    text = before_text = as_text(data) or ""
    if (state := row.get("state", "")) and state != item.history.state.value:
        decided = _decided(root, item, state, row, today)
        if isinstance(decided, str):
            faults.append(decided)
        else:
            text = as_text(decided.after) or ""
            lines.append(f"สถานะ: {item.history.state} → {decided.line}")
    for name, column in TABLE.items():
        if name not in row:
            continue
        before = front.get(name)
        after = _value(column, row[name], before, vocabularies)
        if after == before or (not after and not before):
            continue
        lines.append(f"{column.label_th} ({name}): {_shown(before)} → {_shown(after)}")
        try:
            text = with_value(text, name, yaml_value(after) if after else None)
        except NotEditedError as fault:
            faults.append(str(fault))
    version = row.get("version", "")
    if lines and version and version != _version(data):
        faults = ["ไฟล์เปลี่ยนไปหลังส่งออกตารางนี้ ส่งออกใหม่ด้วย khlang export items แล้วแก้อีกครั้ง"]
    elif lines:
        faults += _new_faults(before_text, text, item.path, vocabularies)
    if b"\r\n" in data:
        text = text.replace("\n", "\r\n")
    edit = Edit(item, "", data, text.encode()) if lines and not faults else None
    return Change(item.id, item.front.title, tuple(map(visible, lines)), edit, tuple(faults))


def _decided(root: Path, item: Item, typed: str, row: Mapping[str, str], today: date) -> Edit | str:
    """The edit that records a new state, or why it cannot be."""
    names = {name: state for state, name in STATE_NAMES_TH.items()}
    state = names.get(typed) or next((each for each in State if each == typed.lower()), None)
    if state is None:
        return f"ไม่มีสถานะ {visible(typed)} ใช้ {', '.join(State)}"
    day = today
    if typed_day := row.get("state_date", ""):
        try:
            day = date.fromisoformat(values.day(typed_day))
        except ValueError:
            return f"state_date: {visible(typed_day)} ไม่ใช่วันที่แบบ 2021-07-05"
    decided = review.decide(item, state, day, row.get("state_reason", ""))
    if isinstance(decided, Diagnostic):
        return _told(decided)
    try:
        return review.prepare(root, item, state, day, row.get("state_reason", ""))
    except review.NotRecorded as fault:
        return str(fault)


def _value(column: Column, cell: str, before: Value, vocabularies: Vocabularies) -> Value:
    """The value that a cell asks for, in its right spelling; the one before where it is the same."""
    if cell == cells.bare(fold(cells.written(before).strip())):
        return before
    kind = column.type
    if isinstance(kind, kinds.Many):
        return [values.mended(kind.of, each, vocabularies) for each in cells.listed(cell)] or None
    if isinstance(kind, kinds.Flag):
        return cell.lower() or None
    if isinstance(kind, kinds.Day) and isinstance(before, str) and _is_same_day(cell, before):
        return before
    right = values.mended(kind, cell, vocabularies, column.name)
    same = isinstance(before, str) and values.mended(kind, before, vocabularies) == right
    return before if same else right or None


def _is_same_day(cell: str, before: str) -> bool:
    """Spreadsheets write a date as they like: with the day or the month first."""
    pieces = cell.replace("-", "/").split("/")
    orders = (cell, f"{pieces[1]}/{pieces[0]}/{pieces[2]}") if len(pieces) == 3 else (cell,)
    ordered = {
        "/".join(str(int(each)) for each in one.split("/")) for one in orders if _is_date(one)
    }
    try:
        day = date.fromisoformat(values.day(before))
    except ValueError:
        return False
    years = (day.year, day.year + 543)
    return bool(ordered & {f"{day.day}/{day.month}/{year}" for year in years})


def _is_date(text: str) -> bool:
    return all(each.isascii() and each.isdecimal() for each in text.split("/"))


def _new_faults(before: str, after: str, path: str, vocabularies: Vocabularies) -> list[str]:
    """What the reader says of the new front matter and did not say of the old one."""
    known = {(each.code.id, each.message_th) for each in _faults(before, path, vocabularies)}
    return [
        _told(each)
        for each in _faults(after, path, vocabularies)
        if (each.code.id, each.message_th) not in known
    ]


def _faults(text: str, path: str, vocabularies: Vocabularies) -> list[Diagnostic]:
    reporter = Reporter()
    document = parse(fold(text), path, reporter)
    if document is not None:
        RecordReader(reporter, vocabularies).values(FrontMatter, document.front)
    return [each for each in reporter.diagnostics if each.severity is Severity.ERROR]


def _front(data: bytes) -> dict[str, Value]:
    """The values of a front matter as they are typed; none of a key with a value of another shape."""
    document = parsed(fold(as_text(data) or ""))
    if document is None:
        return {}
    found = {name: shape(node) for name, (_, node) in document.front.pairs.items()}
    return {name: each for name, each in found.items() if _is_value(each)}


def _is_value(each: object) -> TypeGuard[Value]:
    if isinstance(each, list):
        return all(isinstance(one, str) for one in each)
    return isinstance(each, str)


def _version(data: bytes) -> str:
    """By this a row knows the file it was made of. Letters only: spreadsheets turn digits around."""
    digest = base64.b32encode(hashlib.sha256(data).digest()).decode().lower()
    return "v" + "".join(each for each in digest if each.isalpha())[:10]


def _shown(value: Value | Sequence[str]) -> str:
    if not value:
        return "(ว่าง)"
    return f"“{value if isinstance(value, str) else ' | '.join(value)}”"


def _told(diagnostic: Diagnostic) -> str:
    told = without_personal_data(diagnostic)
    return visible(f"{told.message_th} ({told.hint_th})")
