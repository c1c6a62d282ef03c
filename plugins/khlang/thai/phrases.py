"""Words that must not be cut when a line is full.

Browsers break Thai by a dictionary that knows the parts of a compound and not the compound, and
they part a number from what it counts. `phrases.txt` holds the compounds.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from khlang.thai.dates import MONTHS, MONTHS_SHORT
from khlang.thai.text import display_width

LONGEST = 16
"""Columns that a phrase may take: what a narrow telephone shows in the largest heading."""

_UNITS = (
    "ไร่", "งาน", "ตารางวา", "เมตร", "เซนติเมตร", "กิโลเมตร", "กิโลกรัม", "กรัม", "ลิตร", "บาท", "คน",
    "ครัวเรือน", "หมู่บ้าน", "ตำบล", "อำเภอ", "เรื่อง", "หน้า", "นาที", "ชั่วโมง", "วัน", "สัปดาห์", "เดือน",
    "ปี", "ครั้ง", "ข้อ", "ขั้น", "ระดับ", "ช่อง", "แห่ง", "ชนิด", "กลุ่ม",
)  # fmt: skip
_NUMBER = "[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*"


@cache
def compounds() -> tuple[str, ...]:
    """The words of the list, in its order."""
    text = files("khlang.thai").joinpath("phrases.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


class Phrases:
    """The phrases of one archive: those of the language, also as what is done (การ before them), and
    the `names` of its places.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        months = _one_of((*MONTHS, *MONTHS_SHORT))
        counted = f"{_NUMBER} {_one_of(_UNITS)}"
        date = f"[0-9๐-๙]{{1,2}} {months}(?: [0-9๐-๙]{{4}})?"
        words = _one_of((*compounds(), *filter(_fits, map("การ{}".format, compounds())), *names))
        self._pattern = re.compile(f"{words}|{date}|{counted}")

    def mark(self, text: str, mark: Callable[[str], str]) -> str:
        """The text with `mark` applied to each phrase in it, the longest first."""
        return self._pattern.sub(lambda match: mark(match[0]), text)


def _fits(phrase: str) -> bool:
    return display_width(phrase) <= LONGEST


def _one_of(words: Iterable[str]) -> str:
    """A pattern that finds the longest of many words and reads each letter once."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(tree)


def _pattern(tree: Mapping[str, Any]) -> str:
    rest = [re.escape(char) + _pattern(node) for char, node in sorted(tree.items()) if char]
    if not rest:
        return ""
    return f"(?:{'|'.join(rest)}){'?' if '' in tree else ''}"
