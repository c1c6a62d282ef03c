"""Numbers of documents: from the id alone, so that an insertion shifts no other."""

import hashlib
from collections.abc import Iterable

BITS = 20


def numbered(ids: Iterable[str]) -> dict[str, int]:
    """A number for each id. Where two meet, the later id takes the next free number."""
    numbers: dict[str, int] = {}
    taken: set[int] = set()
    for id in sorted(ids):
        number = int.from_bytes(hashlib.sha256(id.encode()).digest()[:4]) >> (32 - BITS)
        while number in taken:
            number = (number + 1) % (1 << BITS)
        taken.add(number)
        numbers[id] = number
    return numbers
