"""Attachments as they are published: under a safe, stable name, with size and checksum."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from khlang.files.findings import Refused
from khlang.files.kinds import KINDS, Kind, kind_of, suffix_of
from khlang.files.workshop import Thumbnail, Workshop
from khlang.model.codes import links as codes

_UNSAFE = re.compile(r"[^a-z0-9]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$")  # by Windows, whatever the suffix


@dataclass(frozen=True, slots=True)
class PublishedThumbnail:
    """A small WebP picture of an attachment, published beside it. `width`, `height` in pixels."""

    source: Path
    name: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One attachment of a published item. `source` is the cleaned copy, and so is all the rest:
    `size` in bytes; `width`, `height` in pixels of images and films; `extent` in what its type is
    counted in; `thumbnails` with the smallest first, of pictures and of the first page of PDFs.
    """

    source: Path
    name: str
    kind: Kind
    size: int
    sha256: str
    width: int | None = None
    height: int | None = None
    extent: int | None = None
    thumbnails: tuple[PublishedThumbnail, ...] = ()


def safe_name(name: str, taken: set[str]) -> str:
    """A name for an address: ASCII letters, digits, hyphens; numbered where it is taken already.

    `Poster หนอง (2).PNG` -> `poster-2.png`; a name without a Latin letter -> `file.png`.
    """
    suffix = suffix_of(name)
    stem = unicodedata.normalize("NFKD", name[: len(name) - len(suffix)]).casefold()
    plain = _UNSAFE.sub("-", stem)[:60].strip("-") or "file"
    plain = f"file-{plain}" if _RESERVED.match(plain) else plain
    candidate, number = f"{plain}{suffix}", 1
    while candidate in taken:
        number += 1
        candidate = f"{plain}-{number}{suffix}"
    taken.add(candidate)
    return candidate


def publish(file: Path, name: str, workshop: Workshop) -> PublishedFile:
    """The cleaned copy of an attachment. Raises Refused for one that the rules would not pass."""
    kind = kind_of(file.name)
    if kind is None:
        raise Refused(codes.ATTACHMENT_TYPE, suffix=suffix_of(file.name), allowed=", ".join(KINDS))
    copy = workshop.clean(file, kind)
    return PublishedFile(
        source=copy.path,
        name=name,
        kind=kind,
        size=copy.size,
        sha256=copy.sha256,
        width=copy.width,
        height=copy.height,
        extent=copy.extent,
        thumbnails=tuple(
            PublishedThumbnail(each.path, _small_name(name, each), each.width, each.height)
            for each in workshop.thumbnails(copy, kind)
        ),
    )


def _small_name(name: str, small: Thumbnail) -> str:
    """`poster.png` -> `poster.640.3fa9c1d2.webp`: no attachment has a dot in its stem, so it is free."""
    stem = name.removesuffix(suffix_of(name))
    return f"{stem}.{small.width}.{small.sha256[:8]}.webp"
