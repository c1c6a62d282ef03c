"""The chunks of a WebP file, without decoding the picture."""

from collections.abc import Iterator

_EXTENDED, _ALPHA_FLAG = b"VP8X", 0x10
_PICTURES = ([b"VP8 "], [b"VP8L"], [b"ALPH", b"VP8 "])


def is_bare(data: bytes) -> bool:
    """Whether there is nothing in the file but one picture: no EXIF, XMP or profile, nothing behind."""
    chunks = list(_chunks(data))
    if not chunks or chunks[-1][2] != len(data):
        return False
    if int.from_bytes(data[4:8], "little") + 8 != len(data):
        return False
    name, content, _ = chunks[0]
    if name == _EXTENDED:
        if len(content) != 10 or content[0] != _ALPHA_FLAG:
            return False
        del chunks[0]
    return [name for name, _, _ in chunks] in _PICTURES


def is_lossless(data: bytes) -> bool:
    """Whether the pixels are stored exactly."""
    return any(name == b"VP8L" for name, _, _ in _chunks(data))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Name, content, and where the next chunk begins."""
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        yield data[at : at + 4], data[at + 8 : at + 8 + size], end
        at = end
