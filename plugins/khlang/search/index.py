"""The files of the index: shards of grams, and how common each gram is.

A gram falls into one of 2¹⁵ slots. A slot with many documents is a file of its own; the others
share a file with their neighbours, fewer the larger the archive, so that a file stays near one or
two kilobytes. `commonness.bin` says how many documents a slot has, as a power of two in four bits:
the browser reads it once and fetches only the rarest grams of a question, which say most and cost
least. It never grows. Everything is a function of the documents, not of how they came.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from zlib import crc32

from khlang.search.coding import Entries, decode, encode

SLOTS = 1 << 15
OWN_FILE = 7  # bit length of the number of documents: 64 and more
META, COMMONNESS = "search/index.json", "search/commonness.bin"

Numbered = tuple[int, Mapping[str, int]]
"""A document's number and postings."""
Read = Callable[[str], bytes | None]


def slot_of(gram: str) -> int:
    return crc32(gram.encode()) & (SLOTS - 1)


def build(documents: Iterable[Numbered]) -> dict[str, bytes]:
    """All files of the index, by path."""
    slots: dict[int, Entries] = {}
    count = 0
    for number, weights in documents:
        count += 1
        _add(slots, number, weights)
    sizes = bytearray(SLOTS)
    for slot, entries in slots.items():
        sizes[slot] = _size(entries)
    return _small_files(count, sizes) | _shards(slots, sizes, shift_for(count))


def update(
    read: Read, removed: Iterable[Numbered], added: Iterable[Numbered]
) -> dict[str, bytes | None] | None:
    """What changes in the files that `read` gives; None as a value for a file that goes.

    A changed document is removed with its old postings and added with its new ones. Gives None
    where the archive has doubled or halved, or the index is not whole: then it is built anew.
    """
    meta, old_sizes = read(META), read(COMMONNESS)
    gone, come = tuple(removed), tuple(added)
    if meta is None or old_sizes is None:
        return None
    before = int(json.loads(meta)["documents"])
    count = before + len(come) - len(gone)
    shift = shift_for(before)
    if shift_for(count) != shift:
        return None
    sizes = bytearray(_unpacked(old_sizes))
    touched = {slot_of(gram) for _, weights in (*gone, *come) for gram in weights}
    old_paths = {_path(slot, sizes[slot], shift) for slot in touched if sizes[slot]}
    # A slot that gets a file of its own, or loses it, moves its neighbours' file too.
    paths = old_paths | {_path(slot, 0, shift) for slot in touched}
    slots: dict[int, Entries] = {}
    for path in sorted(paths):
        data = read(path)
        if data is None and path in old_paths:
            return None
        for gram, numbers in decode(data or b"").items():
            slots.setdefault(slot_of(gram), {})[gram] = numbers
    for number, weights in gone:
        for gram in weights:
            entries = slots[slot_of(gram)]
            del entries[gram][number]
            if not entries[gram]:
                del entries[gram]
    for number, weights in come:
        _add(slots, number, weights)
    for slot in touched:
        sizes[slot] = _size(slots.get(slot, {}))
    files: dict[str, bytes | None] = dict.fromkeys(paths)
    files.update(_small_files(count, sizes))
    files.update(_shards(slots, sizes, shift))
    return {path: data for path, data in files.items() if data != read(path)}


def shift_for(count: int) -> int:
    """How many slots share a file, as a power of two: fewer in a larger archive."""
    return max(3, 17 - count.bit_length())


def _add(slots: dict[int, Entries], number: int, weights: Mapping[str, int]) -> None:
    for gram, weight in weights.items():
        slots.setdefault(slot_of(gram), {}).setdefault(gram, {})[number] = weight


def _size(entries: Entries) -> int:
    return min(15, sum(map(len, entries.values())).bit_length())


def _path(slot: int, size: int, shift: int) -> str:
    if size >= OWN_FILE:
        return f"search/common/{slot:04x}.bin"
    return f"search/rare/{slot >> shift:04x}.bin"


def _shards(slots: Mapping[int, Entries], sizes: bytearray, shift: int) -> dict[str, bytes]:
    files: dict[str, Entries] = {}
    for slot, entries in slots.items():
        if entries:
            files.setdefault(_path(slot, sizes[slot], shift), {}).update(entries)
    return {path: encode(files[path]) for path in sorted(files)}


def _small_files(count: int, sizes: bytearray) -> dict[str, bytes]:
    meta = {"schema": 1, "documents": count, "shift": shift_for(count)}
    packed = bytes(low | high << 4 for low, high in zip(sizes[::2], sizes[1::2], strict=True))
    return {META: json.dumps(meta).encode(), COMMONNESS: packed}


def _unpacked(packed: bytes) -> bytes:
    return bytes(half for byte in packed for half in (byte & 15, byte >> 4))
