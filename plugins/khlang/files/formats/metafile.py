"""EMF and WMF inside documents: drawings whose head may name the program and the title."""

import struct

from khlang.files.findings import Refused
from khlang.model.codes import links as codes

_WMF = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")


def is_metafile(data: bytes) -> bool:
    """Whether these are the bytes of a drawing for Windows."""
    return (data[:4] == b"\x01\0\0\0" and data[40:44] == b" EMF") or data.startswith(_WMF)


def without_description(data: bytes) -> bytes:
    """The same drawing; the description of an EMF is filled with nothing."""
    if data[40:44] != b" EMF":
        return data
    if len(data) < 68:
        raise Refused(codes.ATTACHMENT_DAMAGED)
    length, offset = struct.unpack_from("<II", data, 60)
    end = offset + 2 * length
    if not length or end > len(data):
        return data
    return data[:offset] + bytes(end - offset) + data[end:]
