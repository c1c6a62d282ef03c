"""MP4. The published copy has the same length and the same picture and sound, bit for bit; boxes
that say who, where and when, and bytes that no track uses, are filled with nothing in their place.

Nothing moves, so that no table of offsets has to be written again.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from khlang.files import parts
from khlang.files.findings import Cleaned, Examination, Refused
from khlang.model.codes import links as codes

_BRANDS = (b"isom", b"iso", b"mp4", b"mp7", b"avc1", b"M4V", b"M4A", b"MSNV", b"dash", b"3gp")
_TOP = {b"ftyp", b"styp", b"moov", b"mdat", b"moof", b"mfra", b"sidx", b"ssix", b"pdin"}
_FOLDERS = {
    b"moov",
    b"trak",
    b"mdia",
    b"minf",
    b"stbl",
    b"edts",
    b"dinf",
    b"mvex",
    b"moof",
    b"traf",
}
_DROPPED = {b"udta", b"meta", b"uuid", b"free", b"skip", b"wide", b"ilst"}
_TRACKS = {b"vide", b"soun", b"sbtl", b"subt", b"text", b"clcp", b"tmcd"}
_DATED = {b"mvhd", b"tkhd", b"mdhd"}
_DEEPEST = 12
_LONGEST = 1_000_000  # seconds; more is a number nobody wrote on purpose
_PRINTABLE = 4  # letters in a row that make a text of what a box holds


@dataclass(frozen=True, slots=True)
class _Box:
    """A box: its type, where it begins, where its content begins, where it ends."""

    type: bytes
    start: int
    body: int
    end: int


def examine(data: bytes, suffix: str) -> Examination:
    """What stands in the boxes that readers do not get."""
    dropped = _cleaning(data)[1]
    return Examination(metadata=tuple(dropped))


def clean(data: bytes, suffix: str) -> Cleaned:
    """The same film without its boxes on persons and places."""
    copy = _cleaning(data)[0]
    moov = next(each for each in _top(copy)[0] if each.type == b"moov")
    return Cleaned(copy, *_pixels(copy, moov), extent=_seconds(copy, moov))


def _seconds(data: bytes, moov: _Box) -> int | None:
    """How long the film plays; None where its head does not know, as in fragmented files."""
    head = _find(data, moov, (b"mvhd",))
    if head is None or head.end - head.body < 32:
        return None
    wide = data[head.body] == 1
    scale, count = struct.unpack_from(
        ">IQ" if wide else ">II", data, head.body + (20 if wide else 12)
    )
    return round(count / scale) if scale and 0 < count < scale * _LONGEST else None


def _pixels(data: bytes, moov: _Box) -> tuple[int | None, int | None]:
    """Width and height as the film is shown: telephones write an upright one as lying, and turned."""
    for track in _boxes(data, moov.body, moov.end):
        head = _find(data, track, (b"tkhd",)) if track.type == b"trak" else None
        if head is None or head.end - head.body < 84:
            continue
        a, b = struct.unpack_from(">ii", data, head.end - 44)
        width, height = (each >> 16 for each in struct.unpack_from(">II", data, head.end - 8))
        if width and height:
            return (width, height) if abs(a) >= abs(b) else (height, width)
    return None, None


def _cleaning(data: bytes) -> tuple[bytes, list[tuple[str, str]]]:
    """The cleaned copy, and what was taken out. Raises Refused."""
    top, end = _top(data)
    result = bytearray(data[:end])
    dropped: list[tuple[str, str]] = []
    if end < len(data):
        dropped.append(("tail", _words(data[end:])))
    kinds = {each.type for each in top}
    if not {b"ftyp", b"moov"} <= kinds or not data[8:12].startswith(_BRANDS):
        raise Refused(codes.ATTACHMENT_DAMAGED)
    for box in top:
        if box.type in _TOP:
            _clean_box(result, box, dropped, depth=0)
        else:
            _blank(result, box, dropped)
    moov = next(each for each in top if each.type == b"moov")
    tracks = [each for each in _boxes(result, moov.body, moov.end) if each.type == b"trak"]
    handlers = [_handler(result, each) for each in tracks]
    if not {b"vide", b"soun"} & set(handlers):
        raise Refused(codes.ATTACHMENT_DAMAGED)
    if b"moof" in kinds:
        if any(each not in _TRACKS for each in handlers):
            raise parts.FRAGMENTS.refused(codes.ATTACHMENT_NOT_CLEANABLE, where="moof")
        return bytes(result), dropped
    for track, handler in zip(tracks, handlers, strict=True):
        if handler not in _TRACKS:
            _blank(result, track, dropped)
    kept = [track for track, handler in zip(tracks, handlers, strict=True) if handler in _TRACKS]
    used = sorted(span for track in kept for span in _samples(result, track))
    for box in top:
        if box.type == b"mdat":
            _blank_unused(result, box, used, dropped)
    return bytes(result), dropped


def _top(data: bytes) -> tuple[list[_Box], int]:
    """The boxes of the file, and where the last one of a known type ends: behind it is no film."""
    top = list(_boxes(data, 0, len(data)))
    while top and top[-1].type not in _TOP | _DROPPED:
        top.pop()
    return top, top[-1].end if top else 0


def _boxes(data: bytes | bytearray, start: int, end: int) -> Iterator[_Box]:
    """The boxes in a stretch, up to what is none; Refused where a box that matters is cut off."""
    at = start
    while at + 8 <= end:
        size, type = struct.unpack_from(">I4s", data, at)
        body = at + 8
        if size == 1 and at + 16 <= end:
            size, body = struct.unpack_from(">Q", data, at + 8)[0], at + 16
        elif size == 0:
            size = end - at
        if size < body - at or at + size > end:
            if type in _TOP | _FOLDERS:
                raise Refused(codes.ATTACHMENT_DAMAGED)
            return
        yield _Box(type, at, body, at + size)
        at += size


def _clean_box(data: bytearray, box: _Box, dropped: list[tuple[str, str]], depth: int) -> None:
    """Dates become zero, boxes on persons and places empty; everything else stays."""
    if depth > _DEEPEST:
        raise Refused(codes.ATTACHMENT_DAMAGED)
    if box.type in _DATED and box.end - box.body >= 12:
        wide = 8 if data[box.body] == 1 else 4
        stretch = slice(box.body + 4, min(box.body + 4 + 2 * wide, box.end))
        if any(data[stretch]):
            dropped.append(("date", f"{int.from_bytes(data[stretch][:wide], 'big')}"))
        data[stretch] = bytes(len(data[stretch]))
    if box.type == b"hdlr" and box.end - box.body > 24:
        name = slice(box.body + 24, box.end)
        if any(data[name]):
            dropped.append(("handler", _words(data[name])))
        data[name] = bytes(len(data[name]))
    if box.type not in _FOLDERS:
        return
    for inner in _boxes(data, box.body, box.end):
        if inner.type in _DROPPED:
            _blank(data, inner, dropped)
        else:
            _clean_box(data, inner, dropped, depth + 1)


def _blank(data: bytearray, box: _Box, dropped: list[tuple[str, str]]) -> None:
    """A box becomes free space of the same size."""
    if box.type != b"free" or any(data[box.body : box.end]):
        dropped.append((box.type.decode("latin-1"), _words(data[box.body : box.end])))
    data[box.start + 4 : box.start + 8] = b"free"
    data[box.body : box.end] = bytes(box.end - box.body)


def _blank_unused(
    data: bytearray, box: _Box, used: list[tuple[int, int]], dropped: list[tuple[str, str]]
) -> None:
    """The bytes of a media box that belong to no picture, sound or subtitle."""
    at = box.body
    for first, last in [*used, (box.end, box.end)]:
        if first > at:
            gap = slice(at, min(first, box.end))
            if any(data[gap]):
                dropped.append(("unused", _words(data[gap])))
                data[gap] = bytes(len(data[gap]))
        at = max(at, last)
        if at >= box.end:
            return


def _handler(data: bytearray, track: _Box) -> bytes:
    """What a track is for: `vide`, `soun`, `meta` …"""
    handler = _find(data, track, (b"mdia", b"hdlr"))
    return bytes(data[handler.body + 8 : handler.body + 12]) if handler else b""


def _find(data: bytes | bytearray, box: _Box, path: tuple[bytes, ...]) -> _Box | None:
    for type in path:
        inner = next((each for each in _boxes(data, box.body, box.end) if each.type == type), None)
        if inner is None:
            return None
        box = inner
    return box


def _samples(data: bytearray, track: _Box) -> Iterator[tuple[int, int]]:
    """Where the samples of a track stand in the file, chunk by chunk."""
    table = _find(data, track, (b"mdia", b"minf", b"stbl"))
    if table is None:
        raise Refused(codes.ATTACHMENT_DAMAGED)
    inner = {each.type: each for each in _boxes(data, table.body, table.end)}
    try:
        offsets = _offsets(data, inner)
        runs = _table(data, inner[b"stsc"], ">III", 8)
        sizes = inner[b"stsz"]
        same, count = struct.unpack_from(">II", data, sizes.body + 4)
        each = None if same else _numbers(data, sizes, count)
    except (KeyError, struct.error) as fault:
        raise Refused(codes.ATTACHMENT_DAMAGED) from fault
    sample = 0
    for index, offset in enumerate(offsets, 1):
        while len(runs) > 1 and runs[1][0] <= index:
            runs.pop(0)
        in_chunk = runs[0][1] if runs else 0
        length = same * in_chunk if each is None else sum(each[sample : sample + in_chunk])
        yield offset, offset + length
        sample += in_chunk


def _offsets(data: bytearray, inner: dict[bytes, _Box]) -> list[int]:
    wide = b"co64" in inner
    table = _table(data, inner[b"co64" if wide else b"stco"], ">Q" if wide else ">I", 8)
    return [each[0] for each in table]


def _table(data: bytearray, box: _Box, row: str, head: int) -> list[tuple[int, ...]]:
    """The rows of a table that begins with version, flags and their number."""
    count = struct.unpack_from(">I", data, box.body + 4)[0]
    if count * struct.calcsize(row) > box.end - box.body - head:
        raise Refused(codes.ATTACHMENT_DAMAGED)
    start = box.body + head
    return list(struct.iter_unpack(row, data[start : start + count * struct.calcsize(row)]))


def _numbers(data: bytearray, box: _Box, count: int) -> tuple[int, ...]:
    if count * 4 > box.end - box.body - 12:
        raise Refused(codes.ATTACHMENT_DAMAGED)
    return struct.unpack_from(f">{count}I", data, box.body + 12)


def _words(content: bytes | bytearray) -> str:
    """The readable part of foreign bytes."""
    text = bytes(content[:20_000]).decode("utf-8", "replace")
    words = "".join(char if char.isprintable() and char != "�" else "\n" for char in text)
    return " ".join(word for word in words.split("\n") if len(word) >= _PRINTABLE)[:1_000]
