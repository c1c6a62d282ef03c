"""MP3. The published copy holds the sound and the title: of all bytes only whole frames are kept."""

from collections.abc import Iterator
from dataclasses import dataclass

from khlang.files.findings import Cleaned, Examination, Refused
from khlang.model.codes import links as codes

# Kilobits a second by the four bits of a header; 0 is "free", 15 is not allowed.
_RATES = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),  # MPEG 1, layer III
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0),  # MPEG 2 and 2.5
}
_SAMPLES = {3: (44100, 48000, 32000, 0), 2: (22050, 24000, 16000, 0), 0: (11025, 12000, 8000, 0)}
_LEAST_FRAMES = 4
_MOST_LOST = 0.1  # of the bytes behind the tags; more than that is no sound file
_TITLES = (b"TIT2", b"TT2")
_OLD = "cp874"  # what programs here have always written where the standard says Latin-1
_TEXT_ENCODINGS = (_OLD, "utf-16", "utf-16-be", "utf-8")
_LONGEST_TEXT = 1_000


@dataclass(frozen=True, slots=True)
class _Tags:
    """What ID3v2 says: texts by the name of their frame, and where the tags end."""

    texts: tuple[tuple[str, str], ...]
    title: str
    end: int


def examine(data: bytes, suffix: str) -> Examination:
    """Tags as metadata; the title stays, and is text."""
    tags = _tags(data)
    _frames_of(data, tags.end)
    old = _decoded(b"\0" + data[-125:-1]) if data[-128:-125] == b"TAG" else ""
    found = (*tags.texts, *((("id3v1", old),) if old else ()))
    return Examination(text=tags.title, metadata=found)


def clean(data: bytes, suffix: str) -> Cleaned:
    """The frames of sound behind a tag with the title, if there is one."""
    tags = _tags(data)
    sound = _frames_of(data, tags.end)
    return Cleaned(_title_tag(tags.title) + sound, extent=round(_seconds(sound)))


def _frames_of(data: bytes, start: int) -> bytes:
    """All frames of sound, joined. Raises Refused where there are hardly any."""
    end = len(data) - 128 if data[-128:-125] == b"TAG" else len(data)
    frames = [data[first:last] for first, last in _frames(data, start, end)]
    sound = b"".join(frames)
    if len(frames) < _LEAST_FRAMES or len(sound) < (end - start) * (1 - _MOST_LOST):
        raise Refused(codes.ATTACHMENT_DAMAGED)
    return sound


def _frames(data: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """First and last byte of each frame; what stands between two frames is passed over."""
    at = start
    while at + 4 <= end:
        length = _frame_length(data, at)
        if length and at + length <= end and _goes_on(data, at + length, end):
            yield at, at + length
            at += length
        else:
            at = data.find(b"\xff", at + 1, end)
            if at < 0:
                return


def _goes_on(data: bytes, at: int, end: int) -> bool:
    """Whether a frame is followed by another, by the end, or by what is no sound any more."""
    return at + 4 > end or data[at] == 0xFF or data[at : at + 3] in (b"TAG", b"APE", b"LYR")


def _seconds(sound: bytes) -> float:
    """How long frames that stand one behind another play."""
    seconds, at = 0.0, 0
    while at + 4 <= len(sound) and (length := _frame_length(sound, at)):
        version = sound[at + 1] >> 3 & 3
        seconds += (1152 if version == 3 else 576) / _SAMPLES[version][sound[at + 2] >> 2 & 3]
        at += length
    return seconds


def _frame_length(data: bytes, at: int) -> int:
    """Bytes of the frame whose header stands here; 0 where none does."""
    first, second, third = data[at], data[at + 1], data[at + 2]
    version, layer = second >> 3 & 3, second >> 1 & 3
    if first != 0xFF or second < 0xE0 or version == 1 or layer != 1:
        return 0
    rate = _RATES[1 if version == 3 else 2][third >> 4]
    frequency = _SAMPLES[version][third >> 2 & 3]
    if not rate or not frequency:
        return 0
    return (144 if version == 3 else 72) * rate * 1000 // frequency + (third >> 1 & 1)


def _tags(data: bytes) -> _Tags:
    """Every ID3v2 tag at the beginning; some programs write a second one."""
    texts: list[tuple[str, str]] = []
    title, end = "", 0
    while data[end : end + 3] == b"ID3" and end + 10 <= len(data):
        size = _synchsafe(data[end + 6 : end + 10])
        version, has_footer = data[end + 3], data[end + 5] & 0x10
        body = data[end + 10 : end + 10 + size]
        for name, text in _texts(body, version):
            if name in _TITLES:
                title = title or text
            else:
                texts.append((name.decode("latin-1").lower(), text))
        end += 10 + size + (10 if has_footer else 0)
    if end > len(data):
        raise Refused(codes.ATTACHMENT_DAMAGED)
    return _Tags(tuple(texts), title, end)


def _texts(body: bytes, version: int) -> Iterator[tuple[bytes, str]]:
    """Name and text of each frame of a tag; pictures and data by their name only."""
    name_length, head = (3, 6) if version == 2 else (4, 10)
    at = 0
    while at + head <= len(body) and body[at]:
        name = body[at : at + name_length]
        length = body[at + name_length : at + 2 * name_length]
        size = _synchsafe(length) if version == 4 else int.from_bytes(length, "big")
        content = body[at + head : at + head + size]
        yield name, _decoded(content) if name[:1] in (b"T", b"C") else ""
        at += head + size


def _decoded(content: bytes) -> str:
    encoding = _TEXT_ENCODINGS[content[0]] if content[:1] and content[0] < 4 else _OLD
    text = content[1:].decode(encoding, "replace")
    return " ".join(text.replace("\0", " ").split())[:_LONGEST_TEXT]


def _title_tag(title: str) -> bytes:
    """ID3v2.3, which every player reads."""
    if not title:
        return b""
    content = b"\x01\xff\xfe" + title.encode("utf-16-le", "replace")
    frame = b"TIT2" + len(content).to_bytes(4, "big") + b"\0\0" + content
    size = bytes(len(frame) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + size + frame


def _synchsafe(four: bytes) -> int:
    """A number written with seven bits a byte."""
    value = 0
    for each in four:
        value = value << 7 | each & 0x7F
    return value
