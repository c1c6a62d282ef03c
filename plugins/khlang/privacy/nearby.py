"""What stands around a number: words before it, letters that touch it, the address it is part of."""

import re
from collections.abc import Iterator
from functools import cache

from khlang.privacy.numbers import Window

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'\u0e00-\u0e7f]{1,2000}", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<![\d-])\d{1,3}(?:,\d{3})*,$")
_FAR = 60
_SHORTEST = 2  # letters of the shortest word


@cache
def label(words: str, *, reach: int) -> re.Pattern[str]:
    """A pattern of words that stand before a number with at most `reach` other characters between."""
    return re.compile(rf"(?:{words})[^\d\n]{{0,{reach}}}$", re.IGNORECASE)


def follows(text: str, at: int, pattern: re.Pattern[str]) -> bool:
    """Whether a `label` stands before the offset `at`."""
    if any(char.isdecimal() or char == "\n" for char in text[max(0, at - _SHORTEST) : at]):
        return False
    return pattern.search(text[max(0, at - _FAR) : at]) is not None


def is_in_amount(text: str, window: Window) -> bool:
    """Whether three digits and a blank are the end of an amount: 081 in `1,081 000 0012`."""
    return (
        not window.is_undivided
        and not window.gaps[0].tight
        and len(window.groups[0].digits) == 3
        and _THOUSANDS.search(text[max(0, window.start - 20) : window.start]) is not None
    )


def letters_before(text: str, at: int) -> str:
    """Latin letters that touch an offset from the left."""
    start = at
    while start and text[start - 1].isascii() and text[start - 1].isalpha():
        start -= 1
    return text[start:at]


def letters_behind(text: str, at: int) -> str:
    """Latin letters that touch an offset from the right."""
    end = at
    while end < len(text) and text[end].isascii() and text[end].isalpha():
        end += 1
    return text[at:end]


def web_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where web addresses stand."""
    for match in _URL.finditer(text):
        yield match.span()
