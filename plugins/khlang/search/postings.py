"""Postings of documents: the grams of each, with how much of it there is. Those of one document are
a function of its texts alone, so that they do not change when another comes or goes.

A posting is 32 bits: 30 of the gram's checksum, by which alone the index knows it, and a level from
0 to 3: once, twice, four times, eight times or more. What a text says in its title counts four times.
"""

from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from khlang.search.document import Document
from khlang.search.grams import is_thai, mixed, runs

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
_LEVELS = np.array((0, 0, 1, 1, 2, 2, 2, 2, 3), np.uint32)  # of a gram that stands so often
_MANY = 500_000  # letters that are counted at once
_SPREAD = 0x9E3779B1  # odd, near 2³² / the golden ratio: neighbours come to lie far apart
_CHECKSUM_BITS, _WEIGHT_BITS = 30, 3

Postings = NDArray[np.uint32]
"""In the order of their checksums."""


def postings(documents: Sequence[Document]) -> list[Postings]:
    """Postings of each document."""
    found: list[Postings] = []
    batch = _Batch()
    for document in documents:
        batch.add(document)
        if batch.letters > _MANY:
            found += batch.postings()
            batch = _Batch()
    return found + batch.postings()


class _Batch:
    """Documents whose grams are counted at once.

    A gram that stands in a text is a number: of its document, its checksum, the weight of the text.
    """

    def __init__(self) -> None:
        self.letters = 0
        self._documents = 0
        self._thai: list[str] = []
        self._owners: list[int] = []  # of each Thai run: document and weight
        self._short: list[bool] = []
        self._mixed: list[int] = []

    def add(self, document: Document) -> None:
        number = self._documents
        for name, weight in WEIGHTS.items():
            value, short = getattr(document, name), name in _SHORT
            owner = number << _CHECKSUM_BITS + _WEIGHT_BITS | weight
            for row in map(runs, (value,) if isinstance(value, str) else value):
                thai = [run for run in row if is_thai(run)]
                self._thai += thai
                self._owners += [owner] * len(thai)
                self._short += [short] * len(thai)
                self.letters += sum(map(len, thai))
                if len(thai) < len(row):
                    others = mixed(row, letters=short)
                    self._mixed += [
                        owner | crc32(each.encode()) >> 2 << _WEIGHT_BITS for each in others
                    ]
        self._documents += 1

    def postings(self) -> list[Postings]:
        standing = np.concatenate((*self._of_thai(), np.array(self._mixed, np.int64)))
        standing.sort()
        gram = standing >> _WEIGHT_BITS
        firsts = np.flatnonzero(np.diff(gram, prepend=-1))
        weights = standing & (1 << _WEIGHT_BITS) - 1
        count = np.add.reduceat(weights, firsts) if len(firsts) else weights
        gram = gram[firsts]
        checksum = (gram & (1 << _CHECKSUM_BITS) - 1).astype(np.uint32)
        found = checksum << np.uint32(2) | _LEVELS[np.minimum(count, len(_LEVELS) - 1)]
        ends = np.searchsorted(gram >> _CHECKSUM_BITS, np.arange(1, self._documents))
        return np.split(found, ends) if self._documents else []

    def _of_thai(self) -> Iterator[NDArray[np.int64]]:
        """Letters alone of short texts, two and three side by side: packed, then spread by a product."""
        text = "\n".join(self._thai).encode("utf-32-le")
        letter = np.frombuffer(text, np.uint32).astype(np.int64) - 0x0E00
        lengths = [len(run) + 1 for run in self._thai]
        owner = np.repeat(np.array(self._owners, np.int64), lengths)[: len(letter)]
        short = np.repeat(np.array(self._short, np.bool_), lengths)[: len(letter)]
        inside = letter > 0
        gram = letter
        yield _owned(letter[inside & short], owner[inside & short])
        for size in (1, 2):
            gram = gram[:-1] << 7 | letter[size:]
            inside = inside[:-1] & (letter[size:] > 0)
            yield _owned(gram[inside], owner[: len(gram)][inside])


def _owned(packed: NDArray[np.int64], owner: NDArray[np.int64]) -> NDArray[np.int64]:
    checksum = (packed * _SPREAD & 0xFFFFFFFF) >> 2
    return owner | checksum << _WEIGHT_BITS
