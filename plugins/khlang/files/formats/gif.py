"""GIF inside documents: its pictures and their timing, without comments and applications' data."""

from khlang.files.findings import Refused
from khlang.model.codes import links as codes

_TRAILER, _EXTENSION, _IMAGE = 0x3B, 0x21, 0x2C
_TIMING, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def without_metadata(data: bytes) -> bytes:
    """The same pictures. Raises Refused where the blocks make no sense."""
    try:
        at = 13 + _table(data[10])
        kept = [data[:at]]
        while data[at] != _TRAILER:
            end = _end_of_block(data, at)
            if data[at] == _IMAGE or data[at + 1] == _TIMING or _is_loop(data, at):
                kept.append(data[at:end])
            at = end
    except IndexError as fault:
        raise Refused(codes.ATTACHMENT_DAMAGED) from fault
    return b"".join((*kept, bytes([_TRAILER])))


def _end_of_block(data: bytes, at: int) -> int:
    if data[at] == _IMAGE:
        at += 10 + _table(data[at + 9]) + 1
    elif data[at] == _EXTENSION:
        at += 2
    else:
        raise Refused(codes.ATTACHMENT_DAMAGED)
    while data[at]:
        at += 1 + data[at]
    return at + 1


def _is_loop(data: bytes, at: int) -> bool:
    return data[at + 1] == _APPLICATION and data[at + 3 : at + 14] in _LOOPS


def _table(flags: int) -> int:
    """Bytes of a colour table, by the flags before it."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0
