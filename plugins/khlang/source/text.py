"""From the bytes of a file to folded text, or to a diagnostic that says how it was saved."""

from collections import Counter
from pathlib import Path

from khlang.model.codes import encoding as codes
from khlang.model.diagnostic import Place
from khlang.source.reporter import Reporter
from khlang.thai.characters import BIDI, CONTROL, INVISIBLE, UNSEEN, point
from khlang.thai.text import DECOMPOSED_SARA_AM, fold

# Caps before anything is parsed (bytes): a text of half a megabyte is 300 printed pages.
MAX_FILE = 512 * 1024
MAX_LINE = 20_000

UNWANTED = (
    (codes.CONTROL_CHARACTER, CONTROL),
    (codes.BIDI_CONTROL, BIDI),
    (codes.INVISIBLE_CHARACTER, INVISIBLE),
)
"""Characters that no text of ours may hold, by what is told of them."""

_BOM = b"\xef\xbb\xbf"


def read(file: Path, path: str, reporter: Reporter) -> str | None:
    """The text of a file, or None where it cannot be read as text. Raises OSError."""
    return decode(read_bytes(file), path, reporter)


def read_bytes(file: Path) -> bytes:
    """A file, but no more of one that is too large than shows that it is. Raises OSError."""
    with file.open("rb") as stream:
        return stream.read(MAX_FILE + 1)


def decode(data: bytes, path: str, reporter: Reporter) -> str | None:
    r"""Folded text with `\n` line ends, or None where the file cannot be read as text."""
    if is_too_large(len(data), path, reporter):
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        reporter.add(codes.NOT_UTF8, Place(path), encoding="UTF-16")
        return None
    if data.startswith(_BOM):
        data = data[len(_BOM) :]
        reporter.add(codes.BYTE_ORDER_MARK, Place(path))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        col = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        reporter.add(codes.NOT_UTF8, Place(path, line, col), encoding=legacy_encoding(data))
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if control := CONTROL.search(text):
        place = place_at(text, control.start(), path)
        reporter.add(codes.CONTROL_CHARACTER, place, point=point(control.group()))
        return None
    if len(text) > MAX_LINE:
        for number, line_text in enumerate(text.split("\n"), start=1):
            if len(line_text) > MAX_LINE:
                reporter.add(codes.LINE_TOO_LONG, Place(path, number), limit=MAX_LINE)
                return None
    if "\u0e4d" in text and (decomposed := DECOMPOSED_SARA_AM.search(text)):
        place = place_at(text, decomposed.start(), path)
        reporter.add(codes.DECOMPOSED_SARA_AM, place, count=len(DECOMPOSED_SARA_AM.findall(text)))
    folded = fold(text)
    if UNSEEN.search(folded):
        _report_unseen(folded, path, reporter)
    return folded


def is_too_large(size: int, path: str, reporter: Reporter) -> bool:
    """Whether a text has more bytes than any of ours, which is told."""
    if size > MAX_FILE:
        limit = MAX_FILE // 1024
        reporter.add(codes.FILE_TOO_LARGE, Place(path), limit=limit)
    return size > MAX_FILE


def _report_unseen(text: str, path: str, reporter: Reporter) -> None:
    """Each kind of character once, at its first place, with the number of its places."""
    for code, pattern in UNWANTED:
        first: dict[str, int] = {}
        counts = Counter[str]()
        for match in pattern.finditer(text):
            first.setdefault(match[0], match.start())
            counts[match[0]] += 1
        for char, offset in first.items():
            place = place_at(text, offset, path)
            reporter.add(code, place, point=point(char), count=counts[char])


def place_at(text: str, offset: int, path: str, length: int = 1) -> Place:
    """Line and column of an offset into `text`."""
    start = text.rfind("\n", 0, offset) + 1
    col = offset - start + 1
    return Place(path, text.count("\n", 0, offset) + 1, col, col + length)


def legacy_encoding(data: bytes) -> str:
    """Name Windows-874 where the bytes outside ASCII are mostly Thai letters of that code page."""
    high = [byte for byte in data if byte >= 0x80]
    thai = sum(0xA1 <= byte <= 0xDA or 0xDF <= byte <= 0xFB for byte in high)
    return "Windows-874 (TIS-620)" if thai > 0.9 * len(high) else "?"
