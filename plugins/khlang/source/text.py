"""From the bytes of a file to folded text, or to a diagnostic that says how it was saved."""

import re

from khlang.model.codes import encoding as codes
from khlang.model.diagnostic import Place
from khlang.source.reporter import Reporter
from khlang.thai.text import DECOMPOSED_SARA_AM, fold

# Caps before anything is parsed (bytes): a text of half a megabyte is 300 printed pages.
MAX_FILE = 512 * 1024
MAX_LINE = 20_000

_BOM = b"\xef\xbb\xbf"
# Besides control characters the line separators that only YAML takes for line ends.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


def decode(data: bytes, path: str, reporter: Reporter) -> str | None:
    r"""Folded text with `\n` line ends, or None where the file cannot be read as text."""
    if len(data) > MAX_FILE:
        reporter.add(
            codes.FILE_TOO_LARGE, Place(path), size=len(data) // 1024, limit=MAX_FILE // 1024
        )
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
        reporter.add(codes.NOT_UTF8, Place(path, line, col), encoding=_legacy_encoding(data))
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if control := _CONTROL.search(text):
        place = place_at(text, control.start(), path)
        reporter.add(codes.CONTROL_CHARACTER, place, point=f"U+{ord(control.group()):04X}")
        return None
    if len(text) > MAX_LINE:
        for number, line_text in enumerate(text.split("\n"), start=1):
            if len(line_text) > MAX_LINE:
                reporter.add(codes.LINE_TOO_LONG, Place(path, number), limit=MAX_LINE)
                return None
    if "\u0e4d" in text and (decomposed := DECOMPOSED_SARA_AM.search(text)):
        place = place_at(text, decomposed.start(), path)
        reporter.add(codes.DECOMPOSED_SARA_AM, place, count=len(DECOMPOSED_SARA_AM.findall(text)))
    return fold(text)


def place_at(text: str, offset: int, path: str, length: int = 1) -> Place:
    """Line and column of an offset into `text`."""
    start = text.rfind("\n", 0, offset) + 1
    col = offset - start + 1
    return Place(path, text.count("\n", 0, offset) + 1, col, col + length)


def _legacy_encoding(data: bytes) -> str:
    """Name Windows-874 where the bytes outside ASCII are mostly Thai letters of that code page."""
    high = [byte for byte in data if byte >= 0x80]
    thai = sum(0xA1 <= byte <= 0xDA or 0xDF <= byte <= 0xFB for byte in high)
    return "Windows-874 (TIS-620)" if thai > 0.9 * len(high) else "?"
