"""A file from outside as an item: its words as Markdown where it has some, itself beside them.

A file that is no document becomes an item that carries it, with the summary left to write. Nothing
of it is judged here but whether it can be taken at all; what the checker says comes afterwards.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from khlang.contribute.template import Attached, Draft, clean_title, draft_text, draw_id
from khlang.files.convert.convert import Converted
from khlang.files.findings import Refused
from khlang.files.intake import Intake
from khlang.files.kinds import INSTEAD, KINDS, Kind, has_magic, suffix_of
from khlang.files.limits import MB
from khlang.importers import texts
from khlang.importers.parcel import told
from khlang.importers.sources import Incoming
from khlang.model.codes.links import ATTACHMENT_TOO_HARD
from khlang.model.item import TITLE
from khlang.source.items import MARKS, MAX_MARKS
from khlang.source.text import MAX_FILE, MAX_LINE
from khlang.source.vocabulary import Vocabularies, Vocabulary
from khlang.thai.text import fold

WORDS = (".docx", ".pptx")
TEXTS = (".txt", ".md", ".url", ".webloc")
_FORMATS = {".docx": "word", ".pptx": "powerpoint", ".mp4": "video"}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPPED = ((b"word/", ".docx"), (b"ppt/", ".pptx"), (b"xl/", ".xlsx"))
_LONGEST_NAME = 180  # bytes: file systems take 255, and copies get longer names
_LONGEST_STEM = 100  # characters: with the suffix, what `attachments` takes
_ROOM = 0.9  # of what a file may hold, for front matter and what its maker adds
_OFFICE = re.compile(r"^(?:สพอ\.?|พช\.?|สำนักงานพัฒนาชุมชน)?(?:อำเภอ|อ\.)?\s*")
_TO_SUMMARISE = "<!-- เขียนสรุปเนื้อหาของไฟล์แนบที่นี่ เพื่อให้ค้นหาพบ และอ่านบนโทรศัพท์ได้โดยไม่ต้องเปิดไฟล์ -->"


class NotTakenError(Exception):
    """Why a file does not become an item, in Thai."""


@dataclass(slots=True)
class Desk:
    """What all files of one import have in common. `taken` grows with every id that is drawn."""

    intake: Intake
    vocabularies: Vocabularies
    year: int
    unit: str | None
    category: str | None
    taken: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Made:
    """A new item with its files by path, its own last. `kind` is what it was made of; `left` and
    `missing` are what did not come along, `todo` what its maker has to write.
    """

    draft: Draft
    files: Mapping[str, bytes]
    kind: str
    left: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    todo: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The file of the item."""
        return self.draft.path


def made(incoming: Incoming, data: bytes, desk: Desk) -> Made:
    """The item that a file becomes. Raises NotTakenError."""
    suffix = _suffix(incoming.file, data)
    unit = _unit(incoming, desk)
    if suffix in TEXTS:
        return _of_text(incoming, data, suffix, unit, desk)
    return _of_file(incoming, data, KINDS[suffix], unit, desk)


def _suffix(name: str, data: bytes) -> str:
    """The type of a file by its content, where its name says otherwise or nothing."""
    named = suffix_of(name)
    if not data:
        raise NotTakenError("ไฟล์ว่างเปล่า คัดลอกหรือขอไฟล์ใหม่")
    if named in TEXTS:
        return named
    kind = KINDS.get(named)
    if kind is not None and has_magic(kind, data) and (found := _by_content(data)):
        return named if found == named or {found, named} <= {".jpg", ".jpeg"} else found
    found = _by_content(data)
    if found:
        return found
    if data.startswith(_OLD_OFFICE) and (kind is not None or named not in INSTEAD):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise NotTakenError(
            "ไฟล์ถูกล็อกด้วยรหัสผ่าน เปิดด้วยโปรแกรมเดิม เอารหัสผ่านออก แล้วบันทึกใหม่"
            if locked
            else "ข้างในเป็นไฟล์ Office รุ่นเก่า เปิดด้วยโปรแกรมเดิม แล้วบันทึกเป็น .docx, .pptx หรือ .xlsx"
        )
    if named in INSTEAD:
        raise NotTakenError(f"ไม่รับไฟล์ {named} {INSTEAD[named].hint_th} แล้วนำเข้าอีกครั้ง")
    if kind is not None:
        raise NotTakenError(f"ข้างในไม่ใช่ไฟล์ {kind.name_th} หรือไฟล์เสีย ส่งออกไฟล์ใหม่จากโปรแกรมเดิม")
    raise NotTakenError(f"ไม่รู้จักไฟล์ชนิด {named or 'ที่ไม่มีนามสกุล'} รับ {', '.join(KINDS)}")


def _by_content(data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        return next((suffix for part, suffix in _ZIPPED if part in data), "")
    kinds = (each for each in KINDS.values() if each.suffix not in (".docx", ".pptx", ".xlsx"))
    return next((each.suffix for each in kinds if has_magic(each, data)), "")


def _unit(incoming: Incoming, desk: Desk) -> str:
    """The unit that was given, else the one that the nearest folder is named after."""
    if desk.unit is not None:
        return desk.unit
    units = desk.vocabularies["units"]
    for folder in reversed(incoming.folders):
        for name in (folder, _OFFICE.sub("", fold(folder))):
            if (found := units.find(name)) is not None:
                return found
    raise NotTakenError("ไม่ทราบหน่วยงาน ระบุด้วย --unit หรือวางไฟล์ในโฟลเดอร์ที่ชื่อตรงกับหน่วยงาน")


def _of_file(incoming: Incoming, data: bytes, kind: Kind, unit: str, desk: Desk) -> Made:
    if len(data) > kind.limit:
        raise NotTakenError(
            f"ใหญ่ {-(-len(data) // MB)} MB เกิน {kind.limit // MB} MB "
            "ย่อภาพในไฟล์หรือบีบอัด วิดีโอยาวให้ขึ้น YouTube แล้วใส่ลิงก์"
        )
    read: Converted | None = None
    left: list[str] = []
    if kind.suffix in WORDS:
        try:
            read = desk.intake.converted(data, kind.suffix)
        except Refused as refused:
            if refused.finding.code is not ATTACHMENT_TOO_HARD:
                raise NotTakenError(told(refused.finding, incoming.file)) from refused
            left.append(f"เนื้อหาทั้งหมด: {told(refused.finding, incoming.file)}")
    remarks: list[str] = []
    todo = ["สรุปย่อ (summary)"]
    if read is not None:
        left += [f"{what} {number}" for what, number in read.left]
    too_long = read is not None and _is_too_long(read.markdown)
    if too_long:
        left = ["เนื้อหาทั้งหมด เพราะยาวเกินหนึ่งเรื่อง (แบ่งเป็นหลายเรื่อง หรือเขียนสรุปแล้วให้อ่านจากไฟล์แนบ)"]
    words = read.markdown.strip() if read is not None and not too_long else ""
    pictures = read.files if read is not None and not too_long else ()
    taken = {each.name for each in pictures}
    name = file_name(incoming.file, kind.suffix, taken)
    title = (read.title if read is not None else "") or _title_of_name(incoming.file)
    title = clean_title(title)[: TITLE.max_length].strip() or "(ยังไม่มีชื่อเรื่อง)"
    if read is None or not read.title:
        todo.append("ชื่อเรื่อง (ตอนนี้มาจากชื่อไฟล์)")
    if not words:
        todo.append("สรุปเนื้อหาของไฟล์แนบ")
    attached = [
        Attached(each.name, f"ภาพที่ {at}", each.alt, is_image=True)
        for at, each in enumerate(pictures, 1)
    ]
    kept = Attached(name, title, is_image=kind.is_image)
    fault = desk.intake.fault_of(data, kind.suffix)
    if fault is None:
        attached.insert(0, kept)
    else:
        remarks.append(f"ไม่ได้ใส่ {name} ใน attachments: {told(fault, name)}")
        left.append(f"ไฟล์ต้นฉบับ {name} เก็บไว้ข้างเรื่อง แต่ยังเผยแพร่ไม่ได้: {told(fault, name)}")
    described = sum(each.is_image and not each.alt for each in attached)
    if described:
        todo.append(f"คำอธิบายภาพ (alt) {described} ภาพ")
    draft = Draft(
        id=_draw(unit, desk),
        title=title,
        unit=unit,
        fiscal_year=desk.year,
        category=desk.category,
        folder=True,
        formats=_formats(kind.suffix, desk.vocabularies["formats"]),
        attachments=tuple(attached),
        body=words or _TO_SUMMARISE,
        remarks=tuple(remarks),
    )
    folder = draft.path.rpartition("/")[0]
    files = {f"{folder}/{each.name}": each.data for each in pictures}
    files[f"{folder}/{name}"] = data
    files[draft.path] = draft_text(draft, desk.vocabularies).encode()
    missing = read.missing if read is not None and not too_long else ()
    return Made(draft, files, kind.name_th, tuple(left), missing, tuple(todo))


def _of_text(incoming: Incoming, data: bytes, suffix: str, unit: str, desk: Desk) -> Made:
    """A text, or a file that holds an address: its words are the body, so no file is kept."""
    try:
        found = texts.read(data, suffix)
    except texts.NotATextError as fault:
        raise NotTakenError(str(fault)) from fault
    if _is_too_long(found.body):
        raise NotTakenError("ข้อความยาวเกินหนึ่งเรื่อง แบ่งเป็นหลายไฟล์ หรือบันทึกเป็น PDF แล้วนำเข้า")
    todo = ["สรุปย่อ (summary)"]
    title = clean_title(found.title or _title_of_name(incoming.file))[: TITLE.max_length].strip()
    if not found.title:
        todo.append("ชื่อเรื่อง (ตอนนี้มาจากชื่อไฟล์)")
    draft = Draft(
        id=_draw(unit, desk),
        title=title or "(ยังไม่มีชื่อเรื่อง)",
        unit=unit,
        fiscal_year=desk.year,
        category=desk.category,
        formats=_formats(".mp4", desk.vocabularies["formats"]) if found.video else (),
        video=found.video,
        body=found.body or "<!-- เขียนสรุปเนื้อหาของวิดีโอที่นี่ เพื่อให้ค้นหาพบ -->",
        remarks=(f"{texts.ORIGIN} {incoming.file} {texts.fingerprint(data)}",),
    )
    kind = "ลิงก์" if found.video or suffix in (".url", ".webloc") else "ข้อความ"
    text = draft_text(draft, desk.vocabularies).encode()
    return Made(draft, {draft.path: text}, kind, todo=tuple(todo))


def _draw(unit: str, desk: Desk) -> str:
    id = draw_id(unit, desk.taken)
    desk.taken.add(id)
    return id


def _formats(suffix: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    slug = _FORMATS.get(suffix, "")
    return (slug,) if slug in vocabulary.names else ()


def _is_too_long(text: str) -> bool:
    """Whether the checker would not read an item of such a text."""
    return (
        len(text.encode()) > MAX_FILE * _ROOM
        or sum(map(text.count, MARKS)) > MAX_MARKS * _ROOM
        or any(len(line) > MAX_LINE for line in text.split("\n"))
    )


def file_name(sent: str, suffix: str, taken: set[str]) -> str:
    """The name under which a file is kept: as it was sent, without what no system can hold."""
    named = suffix_of(sent)
    stem = sent[: len(sent) - len(named)] if named in KINDS or named in INSTEAD else sent
    kept = "".join(
        char if unicodedata.category(char)[0] not in "CZ" and char not in '\\/:*?"<>|' else " "
        for char in fold(stem)
    )
    stem = " ".join(kept.split()).strip(". ")
    while len(stem.encode()) > _LONGEST_NAME - len(suffix) or len(stem) > _LONGEST_STEM:
        stem = stem[:-1]
    stem = stem.strip() or "ไฟล์"
    name, number = f"{stem}{suffix}", 1
    while name.casefold() in taken:  # some systems do not tell capitals apart
        number += 1
        name = f"{stem} ({number}){suffix}"
    return name


def _title_of_name(sent: str) -> str:
    stem = sent[: len(sent) - len(suffix_of(sent))]
    return " ".join(stem.replace("_", " ").split())
