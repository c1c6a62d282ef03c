"""Numbers of documents: from the id alone, so that an insertion shifts no other."""

import hashlib
from collections.abc import Iterable


def bits_for(count: int) -> int:
    """How long a number is: eight places or more for each document, so that few want the same."""
    return count.bit_length() + 3


def numbered(ids: Iterable[str]) -> dict[str, int]:
    """A number for each id. Where two meet, the later id takes the next free number."""
    ordered = sorted(ids)
    bits = bits_for(len(ordered))
    numbers: dict[str, int] = {}
    taken: set[int] = set()
    for id in ordered:
        number = int.from_bytes(hashlib.sha256(id.encode()).digest()[:4]) >> (32 - bits)
        while number in taken:
            number = (number + 1) % (1 << bits)
        taken.add(number)
        numbers[id] = number
    return numbers
