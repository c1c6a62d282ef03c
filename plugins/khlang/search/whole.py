"""Postings by numpy: of all documents at once, and where many of a gram's have to be written again."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_PART_BITS = 4  # postings are sorted in so many parts, as a power of two: that bounds the memory
_PLACE_BITS = 22  # of a document's number, and of the level in the last two

Numbers = NDArray[np.int64]


class Whole:
    """The postings of all documents as they stand in the files, gram by gram."""

    def __init__(self, documents: Sequence[tuple[int, "array[int]"]]) -> None:
        self.documents = len(documents)
        flat = np.frombuffer(b"".join(each.tobytes() for _, each in documents), np.uint32)
        lengths = [len(postings) for _, postings in documents]
        numbers = np.repeat(np.array([number for number, _ in documents], np.uint32), lengths)
        parts = flat >> np.uint32(32 - _PART_BITS)
        done = [
            _written(flat[parts == part], numbers[parts == part]) for part in range(1 << _PART_BITS)
        ]
        self.grams, self.counts, sizes = (
            np.concatenate([each[at] for each in done]) for at in range(3)
        )
        self._bytes = b"".join(each[3] for each in done)
        self._starts = np.concatenate(([0], np.cumsum(sizes)))

    def totals(self, slots: int) -> list[int]:
        """How many postings each of so many slots has: equal parts of all checksums."""
        slot = self.grams >> (30 - slots.bit_length() + 1)
        found: list[int] = np.bincount(slot, self.counts, slots).astype(np.int64).tolist()
        return found

    def bodies(self, first: int, end: int) -> Iterator[tuple[int, bytes]]:
        """Each gram from `first` to before `end`, with its postings as bytes."""
        within = np.searchsorted(self.grams, (first, end))
        starts = self._starts[within[0] : within[1] + 1].tolist()
        grams = self.grams[within[0] : within[1]].tolist()
        for gram, (at, to) in zip(grams, pairwise(starts), strict=True):
            yield gram, self._bytes[at:to]


def _written(
    flat: NDArray[np.uint32], numbers: NDArray[np.uint32]
) -> tuple[Numbers, Numbers, Numbers, bytes]:
    """Of postings and the numbers of their documents: each gram, how many postings and bytes it has;
    all the bytes.
    """
    keys = flat.astype(np.int64) >> 2 << _PLACE_BITS | numbers.astype(np.int64) << 2 | flat & 3
    keys.sort()
    gram = keys >> _PLACE_BITS
    firsts = np.flatnonzero(np.diff(gram, prepend=-1))
    place = keys & (1 << _PLACE_BITS) - 1
    before = np.roll(place, 1) & ~3
    before[firsts] = 0
    sizes, content = _varints(place - before)
    counts = np.diff(firsts, append=len(keys))
    return gram[firsts], counts, np.add.reduceat(sizes, firsts) if len(keys) else sizes, content


def _varints(values: Numbers) -> tuple[Numbers, bytes]:
    """How many bytes each value takes, and all the bytes."""
    sizes = np.ones_like(values)
    for more in (1, 2, 3):
        sizes += values >= 1 << 7 * more
    starts = np.cumsum(sizes) - sizes
    found = np.empty(int(sizes.sum()), np.uint8)
    for at in range(4):
        long = sizes > at
        goes_on = (sizes[long] > at + 1).astype(np.uint8) << 7
        found[starts[long] + at] = (values[long] >> 7 * at & 127).astype(np.uint8) | goes_on
    return sizes, found.tobytes()


def changed(body: bytes, change: Mapping[int, int | None]) -> bytes:
    """Postings as they stand in a file, with other levels of some numbers; None takes one out."""
    numbers, levels = _read(np.frombuffer(body, np.uint8))
    stays = ~np.isin(numbers, np.array(list(change), np.int64))
    come = [(number, level) for number, level in change.items() if level is not None]
    added = np.array([number << 2 | level for number, level in come], np.int64)
    place = np.concatenate((numbers[stays] << 2 | levels[stays], added))
    place.sort()
    before = np.roll(place, 1) & ~3
    before[:1] = 0
    return _varints(place - before)[1]


def _read(data: NDArray[np.uint8]) -> tuple[Numbers, Numbers]:
    """Numbers and levels that `_varints` wrote."""
    ends = np.flatnonzero(data < 128)
    starts = np.concatenate(([0], ends[:-1] + 1))[: len(ends)]
    values = np.zeros(len(ends), np.int64)
    for at in range(4):
        long = ends - starts >= at
        values[long] |= (data[starts[long] + at].astype(np.int64) & 127) << 7 * at
    return np.cumsum(values >> 2), values & 3
