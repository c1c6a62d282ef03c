"""The segments of a JPEG file, without decoding the picture."""

from collections.abc import Iterator

from khlang.files.findings import Refused
from khlang.model.codes import links as codes

_SOI, _EOI, _SOS = b"\xff\xd8", b"\xff\xd9", 0xDA
_JFIF = (0xE0, b"JFIF\0")
_ADOBE = (0xEE, b"Adobe")  # says how the colours are stored
_EXIF = 0xE1
_PROFILE = (0xE2, b"ICC_PROFILE\0")
_PICTURE = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, _SOS}  # frames, tables, restarts, scans


def is_bare(data: bytes, exif: bytes = b"") -> bool:
    """Whether there is nothing in the file but one picture: no text, no thumbnail, nothing behind.

    `exif` is a segment that may be there as well, in exactly these bytes.
    """
    try:
        segments = list(_segments(data))
    except Refused:
        return False
    others = [
        content
        for marker, content in segments[1:-1]
        if marker not in _PICTURE and not (marker == _JFIF[0] and len(content) == 18)
    ]
    wanted = [b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif] if exif else []
    return others == wanted and b"".join(content for _, content in segments) == data


def without_metadata(data: bytes) -> bytes:
    """The same picture to the last pixel, without EXIF, XMP, comments and what stands behind it.

    For pictures inside a PDF, whose numbers of colours and bits the PDF repeats.
    Raises Refused where the segments make no sense.
    """
    return b"".join(
        content
        for marker, content in _segments(data)
        if marker in _PICTURE
        or marker in (0xD8, 0xD9)
        or any(
            marker == kept and content[4:].startswith(head)
            for kept, head in (_JFIF, _ADOBE, _PROFILE)
        )
    )


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Markers with all their bytes, from SOI to EOI; a scan includes its coded data."""
    if not data.startswith(_SOI):
        raise Refused(codes.ATTACHMENT_DAMAGED)
    yield 0xD8, _SOI
    at = 2
    while data[at : at + 2] != _EOI:
        if at + 4 > len(data) or data[at] != 0xFF:
            raise Refused(codes.ATTACHMENT_DAMAGED)
        marker = data[at + 1]
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SOS:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end
    yield 0xD9, _EOI


def _end_of_scan(data: bytes, start: int) -> int:
    """Where the coded data ends: at the next marker that is neither a stuffed byte nor a restart."""
    at = data.find(b"\xff", start)
    while 0 <= at < len(data) - 1 and (data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7):
        at = data.find(b"\xff", at + 2)
    if at < 0 or at + 1 >= len(data):
        raise Refused(codes.ATTACHMENT_DAMAGED)
    return at
