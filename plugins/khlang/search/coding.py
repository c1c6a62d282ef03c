"""Bytes of a list of documents: the gaps between numbers as varints, each with a weight behind it."""

from collections.abc import Iterator, Mapping

Entries = dict[str, dict[int, int]]
"""Weights by document number, by gram."""


def encode(entries: Mapping[str, Mapping[int, int]]) -> bytes:
    """Grams in their order: length and UTF-8 of the gram, number of documents, documents."""
    out = bytearray()
    for gram in sorted(entries):
        name = gram.encode()
        out += _varint(len(name)) + name + _varint(len(entries[gram]))
        before = 0
        for number, weight in sorted(entries[gram].items()):
            out += _varint(number - before)
            out.append(weight)
            before = number
    return bytes(out)


def decode(data: bytes) -> Entries:
    """What `encode` wrote."""
    entries: Entries = {}
    at = 0

    def varint() -> int:
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    while at < len(data):
        size = varint()
        gram = data[at : at + size].decode()
        at += size
        documents: dict[int, int] = {}
        number = 0
        for _ in range(varint()):
            number += varint()
            documents[number] = data[at]
            at += 1
        entries[gram] = documents
    return entries


def _varint(value: int) -> bytes:
    return bytes(_digits(value))


def _digits(value: int) -> Iterator[int]:
    while value >= 128:
        yield value & 127 | 128
        value >>= 7
    yield value
