"""Attachments as they are published: under a safe, stable name, with size and checksum."""

import hashlib
import re
import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from khlang.files.kinds import HEAD, Kind, kind_of, suffix_of

_UNSAFE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One attachment of a published item. `size` in bytes; `width`, `height` in pixels of images."""

    source: Path
    name: str
    kind: Kind
    size: int
    sha256: str
    width: int | None = None
    height: int | None = None


def read_head(file: Path) -> bytes:
    """The bytes that tell a file's type."""
    with file.open("rb") as stream:
        return stream.read(HEAD)


def safe_name(name: str, taken: set[str]) -> str:
    """A name for an address: ASCII letters, digits, hyphens; numbered where it is taken already.

    `Poster หนอง (2).PNG` -> `poster-2.png`; a name without a Latin letter -> `file.png`.
    """
    suffix = suffix_of(name)
    stem = unicodedata.normalize("NFKD", name[: len(name) - len(suffix)]).casefold()
    plain = _UNSAFE.sub("-", stem).strip("-")[:60] or "file"
    candidate, number = f"{plain}{suffix}", 1
    while candidate in taken:
        number += 1
        candidate = f"{plain}-{number}{suffix}"
    taken.add(candidate)
    return candidate


def publish(file: Path, name: str) -> PublishedFile:
    """Reads an attachment that the rules have passed. Raises ValueError for a type not accepted."""
    kind = kind_of(file.name)
    if kind is None:
        raise ValueError(f"not an accepted type: {file.name}")
    data = file.read_bytes()
    width, height = _dimensions(data) if kind.is_image else (None, None)
    return PublishedFile(
        source=file,
        name=name,
        kind=kind,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        width=width,
        height=height,
    )


def _dimensions(data: bytes) -> tuple[int | None, int | None]:
    """Pixels of a PNG or a JPEG, read from its header, so that pages can keep the space free."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return int(width), int(height)
    if data.startswith(b"\xff\xd8"):
        at = 2
        while at + 9 < len(data) and data[at] == 0xFF:
            marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
            if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
                height, width = struct.unpack(">HH", data[at + 5 : at + 9])
                return int(width), int(height)
            at += 2 + length
    return None, None
