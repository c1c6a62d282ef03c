"""Postings as they stand in the files of the index, of as many grams at once as there are.

A file begins with the length of its head, a varint. The head has two varints a gram: the distance
from the gram before, and how many bytes its postings take. Then come the postings, gram by gram:
the distance from the number before, four times, and the level. Everything here is sorted keys: the
gram, the number of a document, the level, in one integer each, so that what comes and goes is a
difference of sets.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.int64]

PLACE_BITS = 22  # of a document's number, and of the level in the last two


def keys(postings: NDArray[np.uint32], numbers: NDArray[np.uint32]) -> Keys:
    """Of postings and the numbers of their documents, in no order."""
    gram = (postings >> np.uint32(2)).astype(np.int64) << PLACE_BITS
    return gram | (numbers << np.uint32(2) | postings & np.uint32(3))


def written(ordered: Keys, firsts: Sequence[int]) -> list[bytes]:
    """A file for each of `firsts`: the grams from there to before the next one, or to the end."""
    gram, place = ordered >> PLACE_BITS, ordered & (1 << PLACE_BITS) - 1
    new = np.flatnonzero(np.diff(gram, prepend=-1))
    before = np.roll(place, 1) & ~3
    before[new] = 0
    sizes, bodies = _varints(place - before)
    lengths = np.add.reduceat(sizes, new) if len(new) else sizes
    grams = gram[new]
    starts = np.searchsorted(grams, np.array([*firsts, 1 << 30]))
    apart = np.diff(grams, prepend=0)
    filled = np.unique(starts[:-1][starts[:-1] < starts[1:]])
    apart[filled] = grams[filled]
    head_sizes, heads = _varints(np.stack((apart, lengths), axis=1).ravel())
    in_heads = np.concatenate(([0], np.cumsum(head_sizes)))[starts * 2].tolist()
    in_bodies = np.concatenate(([0], np.cumsum(lengths)))[starts].tolist()
    return [
        _varint(head[1] - head[0]) + heads[slice(*head)] + bodies[slice(*body)]
        for head, body in zip(pairwise(in_heads), pairwise(in_bodies), strict=True)
    ]


def changed(ordered: Keys, gone: Keys, come: Keys) -> Keys:
    """Keys without some and with others. Raises ValueError where one that goes is not there."""
    at = np.searchsorted(ordered, gone)
    if len(gone) and (at[-1] >= len(ordered) or np.any(ordered[at] != gone)):
        raise ValueError("not held")
    left = np.delete(ordered, at)
    return np.insert(left, np.searchsorted(left, come), come)


def read(files: Sequence[bytes]) -> Keys:
    """What `written` wrote, of all files together. Raises ValueError where one is cut off."""
    heads, bodies = zip(*map(_parted, files), strict=True) if files else ((), ())
    values = _values(b"".join(heads))
    if len(values) % 2:
        raise ValueError("cut off")
    counts = [len(head.translate(None, _GOES_ON)) // 2 for head in heads]
    starts = np.cumsum([0, *counts], dtype=np.int64)[:-1]
    grams = _running(values[::2], starts[np.array(counts, np.int64) > 0])
    body = np.frombuffer(b"".join(bodies), np.uint8)
    to = np.cumsum(values[1::2])
    if (to[-1] if len(to) else 0) != len(body):
        raise ValueError("cut off")
    lasts = np.cumsum(body < 128)
    until = lasts[to - 1]
    firsts = np.concatenate(([0], until[:-1])).astype(np.int64)
    places = _values(body.tobytes())
    numbers = _running(places >> 2, firsts)
    return np.repeat(grams, until - firsts) << PLACE_BITS | numbers << 2 | places & 3


_GOES_ON = bytes(range(128, 256))  # bytes after which a number goes on


def _parted(file: bytes) -> tuple[bytes, bytes]:
    """Its head and its postings."""
    at = length = 0
    while at < len(file):
        byte = file[at]
        length |= (byte & 127) << 7 * at
        at += 1
        if byte < 128:
            break
    return file[at : at + length], file[at + length :]


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
