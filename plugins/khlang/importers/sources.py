"""Files, folders and zips as one row of files, in the order of their names."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from khlang.files.findings import Refused
from khlang.files.intake import Intake
from khlang.files.kinds import suffix_of
from khlang.files.limits import MB, UNZIPPED
from khlang.importers.parcel import MANIFEST, Items, NotAParcelError, items_of, told
from khlang.thai.characters import spelled

_LEFT_BEHIND = {"thumbs.db", "desktop.ini", "__macosx", "icon\r"}
_LOCK = "~$"  # beside every document that Word has open


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file from outside. `name` is its path as it is shown, `folders` those it lies in."""

    name: str
    folders: tuple[str, ...]
    read: Callable[[], bytes]

    @property
    def file(self) -> str:
        """Its own name."""
        return self.name.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A zip of the form on the site."""

    name: str
    items: Items


@dataclass(frozen=True, slots=True)
class Refusal:
    """What does not come in, and why, in Thai."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """What a computer left behind; nobody misses it."""

    name: str


Source = Incoming | Parcel | Refusal | Skipped


def expand(paths: tuple[Path, ...], intake: Intake, root: Path) -> Iterator[Source]:
    """Everything below the given paths. Links are not followed, zips in zips not opened."""
    for path in paths:
        if path.is_dir():
            inside = (root / "content").resolve()
            if path.resolve() == root.resolve() or path.resolve().is_relative_to(inside):
                yield Refusal(str(path), "เป็นโฟลเดอร์ของคลังเอง ระบุโฟลเดอร์ที่เก็บไฟล์จากข้างนอก")
            else:
                yield from _folder(path, path.name or path.resolve().name, (), intake)
        else:
            yield from _file(path, path.name, (), intake)


def _folder(folder: Path, name: str, above: tuple[str, ...], intake: Intake) -> Iterator[Source]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as fault:
        yield Refusal(spelled(name), f"เปิดโฟลเดอร์ไม่ได้ ({fault.strerror})")
        return
    for entry in entries:
        below = f"{name}/{entry.name}"
        if _is_left_behind(entry.name):
            yield Skipped(spelled(below))
        elif entry.is_symlink():
            yield Refusal(spelled(below), "เป็นทางลัด คัดลอกไฟล์จริงมาแทน")
        elif entry.is_dir():
            yield from _folder(Path(entry.path), below, (*above, folder.name), intake)
        else:
            yield from _file(Path(entry.path), below, (*above, folder.name), intake)


def _file(path: Path, name: str, folders: tuple[str, ...], intake: Intake) -> Iterator[Source]:
    shown = spelled(name)
    try:
        size = path.stat().st_size
        if not path.is_file():
            yield Refusal(shown, "ไม่ใช่ไฟล์ธรรมดา")
            return
    except OSError as fault:
        yield Refusal(shown, f"เปิดไฟล์ไม่ได้ ({fault.strerror})")
        return
    if size > UNZIPPED:
        yield Refusal(shown, _too_large(size))
    elif suffix_of(path.name) == ".zip":
        yield from _zip(path.read_bytes(), shown, folders, intake)
    else:
        yield Incoming(shown, folders, path.read_bytes)


def _zip(data: bytes, name: str, folders: tuple[str, ...], intake: Intake) -> Iterator[Source]:
    try:
        files = intake.unpacked(data)
    except Refused as refused:
        yield Refusal(name, told(refused.finding, name))
        return
    if MANIFEST in files:
        try:
            yield Parcel(name, items_of(files))
        except NotAParcelError as fault:
            yield Refusal(name, str(fault))
        return
    if not files:
        yield Refusal(name, "ไม่มีไฟล์อยู่ข้างใน")
    for path in sorted(files):
        pieces = path.split("/")
        if any(map(_is_left_behind, pieces)):
            yield Skipped(f"{name}/{path}")
        elif suffix_of(pieces[-1]) == ".zip":
            yield Refusal(f"{name}/{path}", "เป็น zip ซ้อนใน zip แตกไฟล์นี้ก่อน แล้วนำเข้าอีกครั้ง")
        else:
            inside = (*folders, name.rpartition("/")[2].removesuffix(".zip"), *pieces[:-1])
            yield Incoming(f"{name}/{path}", inside, lambda content=files[path]: content)  # type: ignore[misc]


def _is_left_behind(name: str) -> bool:
    return name.startswith((".", _LOCK)) or name.lower() in _LEFT_BEHIND


def _too_large(size: int) -> str:
    return (
        f"ใหญ่ {-(-size // MB)} MB เกิน {UNZIPPED // MB} MB "
        "ถ้าเป็นวิดีโอให้ขึ้น YouTube แล้วใส่ลิงก์ ถ้าเป็น zip ให้แตกไฟล์แล้วนำเข้าทั้งโฟลเดอร์"
    )
