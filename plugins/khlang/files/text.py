"""Text of attachments for search and for the finders of personal data: folded, in reading order."""

import re
from collections.abc import Iterable

from khlang.files.limits import TEXT
from khlang.thai.text import fold

_SPACES = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_LINES = re.compile(r"\n{3,}")


def plain(lines: Iterable[str]) -> str:
    """Lines as one text: one spelling of Thai, no invisible characters, cells apart by a tab."""
    kept: list[str] = []
    length = 0
    for line in lines:
        kept.append(line)
        length += len(line) + 1
        if length > TEXT:
            break
    text = fold(
        _INVISIBLE.sub("", "\n".join(kept)[:TEXT].replace("\r\n", "\n").replace("\v", "\n"))
    )
    return _LINES.sub(
        "\n\n", "\n".join(_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    ).strip()
