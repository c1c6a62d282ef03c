"""Postings as they stand in the files of the index, of as many grams at once as there are.

A file begins with the length of its head, a varint. The head has two varints a gram: the distance
from the gram before, and how many bytes its postings take. Then come the postings, gram by gram:
the distance from the number before, four times, and the level. Everything here is sorted keys: the
gram, the number of a document, the level, in one integer each, so that what comes and goes is a
difference of sets.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.int64]

PLACE_BITS = 22  # of a document's number, and of the level in the last two
_GRAMS_END = 1 << 30


def keys(postings: NDArray[np.uint32], numbers: NDArray[np.uint32]) -> Keys:
    """Of postings and the numbers of their documents, in no order."""
    gram = (postings >> np.uint32(2)).astype(np.int64) << PLACE_BITS
    return gram | (numbers << np.uint32(2) | postings & np.uint32(3))


def changed(ordered: Keys, gone: Keys, come: Keys) -> Keys:
    """Keys without some and with others. Raises ValueError where one that goes is not there."""
    at = np.searchsorted(ordered, gone)
    if len(gone) and (at[-1] >= len(ordered) or np.any(ordered[at] != gone)):
        raise ValueError("not held")
    left = np.delete(ordered, at)
    return np.insert(left, np.searchsorted(left, come), come)


@dataclass(frozen=True, slots=True)
class Table:
    """Grams in their order, how many bytes the postings of each take, and all these bytes."""

    grams: Keys
    sizes: Keys
    bodies: bytes

    @classmethod
    def of(cls, ordered: Keys) -> "Table":
        gram, place = ordered >> PLACE_BITS, ordered & (1 << PLACE_BITS) - 1
        new = np.flatnonzero(np.diff(gram, prepend=-1))
        before = np.roll(place, 1) & ~3
        before[new] = 0
        sizes, bodies = _varints(place - before)
        return cls(gram[new], np.add.reduceat(sizes, new) if len(new) else sizes, bodies)

    @classmethod
    def read(cls, files: Sequence[bytes]) -> "Table":
        """What stands in files, in their order. Raises ValueError where one is cut off."""
        heads, bodies = zip(*map(_parted, files), strict=True) if files else ((), ())
        values = _values(b"".join(heads))
        counts = [length(head) // 2 for head in heads]
        starts = np.cumsum([0, *counts], dtype=np.int64)[:-1]
        grams = _running(values[::2], starts[np.array(counts, np.int64) > 0])
        table = cls(grams, values[1::2], b"".join(bodies))
        if len(values) % 2 or table.sizes.sum() != len(table.bodies):
            raise ValueError("cut off")
        return table

    @classmethod
    def holding(cls, bodies: Mapping[int, bytes]) -> "Table":
        """Of the postings of grams, as bytes."""
        grams = sorted(bodies)
        sizes = [len(bodies[gram]) for gram in grams]
        content = b"".join(map(bodies.__getitem__, grams))
        return cls(np.array(grams, np.int64), np.array(sizes, np.int64), content)

    @property
    def by_gram(self) -> dict[int, bytes]:
        """The postings of each gram, as bytes."""
        places = pairwise([0, *np.cumsum(self.sizes).tolist()])
        parts = (self.bodies[at:to] for at, to in places)
        return dict(zip(self.grams.tolist(), parts, strict=True))

    @property
    def keys(self) -> Keys:
        """Every posting, sorted."""
        counts = self.counts
        places = _values(self.bodies)
        numbers = _running(places >> 2, np.cumsum(counts) - counts)
        return np.repeat(self.grams, counts) << PLACE_BITS | numbers << 2 | places & 3

    @property
    def counts(self) -> Keys:
        """How many postings each gram has."""
        ends = np.frombuffer(self.bodies, np.uint8) < 128
        starts = np.cumsum(self.sizes) - self.sizes
        return np.add.reduceat(ends, starts, dtype=np.int64) if len(starts) else starts

    def files(self, firsts: Sequence[int]) -> list[bytes]:
        """A file for each of `firsts`: the grams from there to before the next one, or to the end."""
        starts = np.searchsorted(self.grams, np.array([*firsts, _GRAMS_END]))
        apart = np.diff(self.grams, prepend=0)
        filled = starts[:-1][starts[:-1] < starts[1:]]
        apart[filled] = self.grams[filled]
        head_sizes, heads = _varints(np.stack((apart, self.sizes), axis=1).ravel())
        in_heads = np.concatenate(([0], np.cumsum(head_sizes)))[starts * 2].tolist()
        in_bodies = np.concatenate(([0], np.cumsum(self.sizes)))[starts].tolist()
        return [
            _varint(head[1] - head[0]) + heads[slice(*head)] + self.bodies[slice(*body)]
            for head, body in zip(pairwise(in_heads), pairwise(in_bodies), strict=True)
        ]


def length(varints: bytes) -> int:
    """How many numbers stand in these bytes."""
    return len(varints.translate(None, _GOES_ON))


_GOES_ON = bytes(range(128, 256))  # bytes after which a number goes on


def _parted(file: bytes) -> tuple[bytes, bytes]:
    """Its head and its postings."""
    at = head = 0
    while at < len(file):
        byte = file[at]
        head |= (byte & 127) << 7 * at
        at += 1
        if byte < 128:
            break
    return file[at : at + head], file[at + head :]


def _running(values: Keys, firsts: Keys) -> Keys:
    """Sums from the left, begun anew at each of `firsts`."""
    if not len(values):
        return values
    sums = np.cumsum(values)
    lengths = np.diff(firsts, append=len(values))
    return sums - np.repeat(sums[firsts] - values[firsts], lengths)


def _varint(value: int) -> bytes:
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes((*out, value))


def _varints(values: Keys) -> tuple[Keys, bytes]:
    """How many bytes each value takes, and all the bytes. Values have 32 bits at most."""
    left = values.astype(np.uint32)
    sizes = np.ones(len(left), np.int64)
    for more in (1, 2, 3, 4):
        sizes += left >= np.uint32(1 << 7 * more)
    places = np.cumsum(sizes) - sizes
    found = np.empty(int(sizes.sum()), np.uint8)
    found[places] = left & np.uint32(127)
    longer = np.flatnonzero(sizes > 1)
    places, left = places[longer], left[longer]
    while len(places):
        found[places] |= np.uint8(128)
        left = left >> np.uint32(7)
        places = places + 1
        found[places] = left & np.uint32(127)
        longer = np.flatnonzero(left > np.uint32(127))
        places, left = places[longer], left[longer]
    return sizes, found.tobytes()


def _values(content: bytes) -> Keys:
    """What `_varints` wrote."""
    data = np.frombuffer(content, np.uint8)
    ends = np.flatnonzero(data < 128)
    if len(data) and (not len(ends) or ends[-1] + 1 < len(data)):
        raise ValueError("cut off")
    starts = np.concatenate(([0], ends[:-1] + 1))[: len(ends)]
    values = np.zeros(len(ends), np.int64)
    for at in range(5):
        long = np.flatnonzero(ends - starts >= at)
        values[long] |= (data[starts[long] + at].astype(np.int64) & 127) << 7 * at
    return values
