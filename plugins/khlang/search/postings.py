"""Postings of one document: its grams, each with how much of it there is. A function of its texts
alone, so that it does not change when another document comes or goes.

A posting is 32 bits: 30 of the gram's checksum, by which alone the index knows it, and a level from
0 to 3: once, twice, four times, eight times or more. What a text says in its title counts four times.
"""

from array import array
from collections import Counter
from operator import or_
from zlib import crc32

from khlang.search.document import Document
from khlang.search.grams import grams, runs

WEIGHTS = {
    "title": 4,
    "tags": 3,
    "headings": 2,
    "summary": 2,
    "names": 1,
    "body": 1,
    "attachments": 1,
}
_SHORT = ("title", "tags", "summary", "headings")  # also found by one letter
_REMEMBERED = 1 << 18
_LEVELS = (0, 0, 1, 1, 2, 2, 2, 2, 3)  # of a gram that stands so often


def postings(document: Document) -> "array[int]":
    """Postings in the order of their checksums, as unsigned 32-bit numbers."""
    counted: Counter[str] = Counter()
    for name, weight in WEIGHTS.items():
        value = getattr(document, name)
        for text in (value,) if isinstance(value, str) else value:
            found = grams(runs(text), letters=name in _SHORT)
            counted.update(found * weight)
    # Two grams of one checksum are one: the later level holds.
    places = map(_PLACES.__getitem__, counted)
    levels = dict(zip(places, map(_LEVEL.__getitem__, counted.values()), strict=True))
    return array("I", sorted(map(or_, levels, levels.values())))


class _Places(dict[str, int]):
    """Checksums of grams, worked out once: the same few hundred thousand come again and again."""

    def __missing__(self, gram: str) -> int:
        place = crc32(gram.encode()) & ~3
        if len(self) < _REMEMBERED:
            self[gram] = place
        return place


class _Levels(dict[int, int]):
    def __missing__(self, count: int) -> int:
        return _LEVELS[-1]


_PLACES = _Places()
_LEVEL = _Levels(enumerate(_LEVELS))
