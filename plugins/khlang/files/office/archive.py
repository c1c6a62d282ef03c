"""The zip around a document: unpacked within limits, and packed so that equal parts are equal bytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from khlang.files import parts
from khlang.files.findings import Refused, shown
from khlang.files.limits import MB, UNZIPPED, ZIP_ENTRIES, ZIP_RATIO
from khlang.model.codes import links as codes

CONTENT_TYPES = "[Content_Types].xml"
_END = b"PK\x05\x06"
_LONGEST_NAME = 250
_DIRECTORY_ROW = 46
_EPOCH = (1980, 1, 1, 0, 0, 0)
Naming = Callable[[zipfile.ZipInfo, Mapping[str, bytes]], str]

_STORED = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".mp3", ".mp4", ".m4a", ".m4v")


def unpack(data: bytes, named: Naming | None = None) -> dict[str, bytes]:
    """Every file of a zip by its name. Raises Refused where it is none, or too much.

    `named` gives an entry its name, or refuses it; names of a document have to be in order.
    """
    named = named or _checked_name
    _check_directory(data)
    files: dict[str, bytes] = {}
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                if entry.is_dir():
                    continue
                name = named(entry, files)
                files[name] = _content(archive, entry, UNZIPPED - total)
                total += len(files[name])
    except (Refused, MemoryError):
        raise
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, struct.error) as fault:
        raise Refused(codes.ATTACHMENT_DAMAGED) from fault
    except (NotImplementedError, RuntimeError) as fault:  # a method nobody else uses; a password
        raise Refused(codes.ATTACHMENT_LOCKED) from fault
    if total > ZIP_RATIO * len(data):
        raise _too_dense(total // max(len(data), 1))
    return files


def pack(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files, the same bytes at any time on any system."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name in sorted(files, key=lambda each: (each != CONTENT_TYPES, each)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            stored = name.lower().endswith(_STORED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], compresslevel=9)
    return result.getvalue()


def _check_directory(data: bytes) -> None:
    """Looks at the number of entries before anything is made of them."""
    at = data.rfind(_END, max(0, len(data) - 65_557))
    if at < 0 or at + 22 > len(data):
        raise Refused(codes.ATTACHMENT_DAMAGED)
    count, size = struct.unpack_from("<HI", data, at + 10)
    most = max(count, size // (_DIRECTORY_ROW + _LONGEST_NAME))
    if most > ZIP_ENTRIES:
        raise parts.ENTRIES.refused(
            codes.ATTACHMENT_HOLDS_TOO_MUCH, found=f"{most:,}", limit=f"{ZIP_ENTRIES:,}"
        )


def _checked_name(entry: zipfile.ZipInfo, before: Mapping[str, bytes]) -> str:
    """A name that stays in its folder, whatever system it is unpacked on."""
    name = entry.orig_filename
    pieces = name.split("/")
    if (
        not name.isprintable()
        or "\\" in name
        or ":" in name
        or len(name) > _LONGEST_NAME
        or any(piece in ("", ".", "..") for piece in pieces)
    ):
        raise Refused(codes.ATTACHMENT_EXTERNAL, target=shown(name), where="zip")
    if name in before:
        raise Refused(codes.ATTACHMENT_DAMAGED)
    if entry.flag_bits & 1:
        raise Refused(codes.ATTACHMENT_LOCKED)
    return name


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """The bytes of an entry, counted as they come out: what the entry says of itself is no limit."""
    with archive.open(entry) as stream:
        content = stream.read(room + 1)
    if len(content) > room:
        raise parts.UNZIPPED_BYTES.refused(
            codes.ATTACHMENT_HOLDS_TOO_MUCH, found=f"> {UNZIPPED:,}", limit=f"{UNZIPPED:,}"
        )
    if len(content) > MB and len(content) > ZIP_RATIO * max(entry.compress_size, 1):
        raise _too_dense(len(content) // max(entry.compress_size, 1))
    return content


def _too_dense(ratio: int) -> Refused:
    return parts.RATIO.refused(
        codes.ATTACHMENT_HOLDS_TOO_MUCH, found=f"{ratio:,}", limit=f"{ZIP_RATIO:,}"
    )
