"""Bytes that some program saved, as text."""

from khlang.source.text import legacy_encoding
from khlang.thai.characters import INVISIBLE
from khlang.thai.text import fold

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def as_text(data: bytes) -> str | None:
    """The text: UTF-8, UTF-16 with its mark, or Windows-874; None where it is none of them."""
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError:
        if data.startswith(_UTF16) or not legacy_encoding(data).startswith("Windows-874"):
            return None
        try:
            text = data.decode("cp874")
        except UnicodeDecodeError:
            return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def in_one_spelling(text: str) -> str:
    """ำ as one letter, nothing without width between Thai letters."""
    return INVISIBLE.sub("", fold(text)) if text else text
