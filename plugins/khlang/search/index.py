"""The files of the index: postings by gram, and how common each gram is.

A gram falls into one of 2¹⁵ slots by its checksum. Neighbouring slots share a file as long as it
stays small: a block of slots that holds too much is halved. `commonness.bin` says how many postings
a slot has, as a power of two in four bits: from it the browser knows every file's name, and which
grams of a question are rare. It never grows. All files are functions of the documents, not of how
they came.
"""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khlang.search.whole import Whole

SLOT_BITS = 15
SLOTS = 1 << SLOT_BITS
MOST = 2048  # postings of a file, about four kilobytes, where a slot is not more alone
META, COMMONNESS = "search/index.json", "search/commonness.bin"
_MUCH = 100_000  # bytes of postings
_GOES_ON = bytes(range(128, 256))  # bytes after which a number goes on

Bodies = dict[int, bytes]
"""By gram: document numbers in their order, each with a level in its last two bits, as in a file."""
Numbered = tuple[int, "array[int]"]
"""A document's number and postings."""
Read = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """Slots that share a file: 2**level of them from `start`."""

    start: int
    level: int

    @property
    def path(self) -> str:
        return f"search/grams/{self.start:04x}-{self.level:x}.bin"

    @property
    def end(self) -> int:
        return self.start + (1 << self.level)


class Layout:
    """Which slots share a file, from the bit lengths of how many postings each slot has."""

    def __init__(self, classes: bytes) -> None:
        self.classes = classes
        sums = [(3 << each) >> 2 for each in classes]
        self._levels = [sums]
        while len(sums) > 1:
            sums = [low + high for low, high in zip(sums[::2], sums[1::2], strict=True)]
            self._levels.append(sums)

    def block(self, slot: int) -> Block:
        level = SLOT_BITS
        while level and self._levels[level][slot >> level] > MOST:
            level -= 1
        return Block(slot >> level << level, level)

    def blocks(self, within: Block = Block(0, SLOT_BITS)) -> Iterator[Block]:
        """Blocks that are not empty, in their order."""
        slot = within.start
        while slot < within.end:
            block = self.block(slot)
            if self._levels[block.level][slot >> block.level]:
                yield block
            slot = block.end


def slot_of(gram: int) -> int:
    return gram >> (30 - SLOT_BITS)


def build(documents: Iterable[Numbered]) -> dict[str, Callable[[], bytes]]:
    """All files of the index by path, each made when it is asked for. Documents in the order of numbers."""
    from khlang.search.whole import Whole  # numpy, where not only what changed is written

    whole = Whole(list(documents))
    layout = Layout(bytes(min(15, total.bit_length()) for total in whole.totals(SLOTS)))
    files: dict[str, Callable[[], bytes]] = {
        path: partial(bytes, content)
        for path, content in _small_files(whole.documents, layout).items()
    }
    for block in layout.blocks():
        files[block.path] = partial(_file, whole, block)
    return files


def _file(whole: "Whole", block: Block) -> bytes:
    first, end = (slot << (30 - SLOT_BITS) for slot in (block.start, block.end))
    return _joined(whole.bodies(first, end))


def update(
    read: Read, removed: Iterable[Numbered], added: Iterable[Numbered]
) -> dict[str, bytes | None] | None:
    """What changes in the files that `read` gives; None as a value for a file that goes.

    A changed document is removed with its old postings and added with its new ones. Gives None
    where the index is not whole: then it is built anew.
    """
    meta, packed = read(META), read(COMMONNESS)
    if meta is None or packed is None or len(packed) != SLOTS // 2:
        return None
    old = Layout(_unpacked(packed))
    gone, come = list(removed), list(added)
    count = int(json.loads(meta)["documents"]) + len(come) - len(gone)
    changes = _changes(gone, come)
    bodies: dict[Block, Bodies] = {}
    for block in {old.block(slot_of(gram)) for gram in changes}:
        data = read(block.path)
        if data is None and any(old.classes[block.start : block.end]):
            return None
        bodies[block] = _bodies(data or b"")
    classes = bytearray(old.classes)
    held = {gram: bodies[old.block(slot_of(gram))].pop(gram, b"") for gram in changes}
    write = _changing(sum(map(len, held.values())))
    for gram, change in changes.items():
        if body := write(held[gram], change):
            bodies[old.block(slot_of(gram))][gram] = body
    for slot in {slot_of(gram) for gram in changes}:
        grams = (gram for gram in bodies[old.block(slot)] if slot_of(gram) == slot)
        total = sum(_length(bodies[old.block(slot)][gram]) for gram in grams)
        classes[slot] = min(15, total.bit_length())
    new = Layout(bytes(classes))
    files: dict[str, bytes | None] = {}
    for area in _areas(old, new, changes):
        everything: Bodies = {}
        for block in old.blocks(area):
            data = read(block.path)
            if data is None:
                return None
            everything.update(bodies[block] if block in bodies else _bodies(data))
            files[block.path] = None
        for block in bodies:
            if area.start <= block.start < area.end:
                everything.update(bodies[block])
        for block in new.blocks(area):
            inside = (
                gram for gram in sorted(everything) if block.start <= slot_of(gram) < block.end
            )
            files[block.path] = _joined((gram, everything[gram]) for gram in inside)
    files.update(_small_files(count, new))
    return {path: content for path, content in files.items() if content != read(path)}


def _changes(gone: list[Numbered], come: list[Numbered]) -> dict[int, dict[int, int | None]]:
    """By gram and number: the new level, or None where the document has the gram no more."""
    changes: dict[int, dict[int, int | None]] = {}
    before: dict[tuple[int, int], int] = {}
    for number, postings in gone:
        for posting in postings:
            before[posting >> 2, number] = posting & 3
            changes.setdefault(posting >> 2, {})[number] = None
    for number, postings in come:
        for posting in postings:
            gram, level = posting >> 2, posting & 3
            if before.get((gram, number)) == level:
                del changes[gram][number]
            else:
                changes.setdefault(gram, {})[number] = level
    return {gram: change for gram, change in changes.items() if change}


def _areas(old: Layout, new: Layout, changes: Iterable[int]) -> Iterator[Block]:
    """Blocks, old or new, whichever is larger, that hold all that changes; none inside another."""
    larger = {
        max(old.block(slot), new.block(slot), key=lambda block: block.level)
        for slot in {slot_of(gram) for gram in changes}
    }
    end = 0
    for block in sorted(larger, key=lambda block: (block.start, -block.level)):
        if block.start >= end:
            yield block
            end = block.end


def _changing(size: int) -> Callable[[bytes, Mapping[int, int | None]], bytes]:
    """By numpy where there is much to write again: to load it takes as long as 100 KB in Python."""
    if size < _MUCH:
        return _changed
    from khlang.search.whole import changed

    return changed


def _changed(body: bytes, change: Mapping[int, int | None]) -> bytes:
    levels: dict[int, int] = {}
    number = value = shift = 0
    for byte in body:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            number += value >> 2
            levels[number] = value & 3
            value = shift = 0
    for number, level in change.items():
        if level is None:
            levels.pop(number, None)
        else:
            levels[number] = level
    return _body(number << 2 | levels[number] for number in sorted(levels))


def _joined(bodies: Iterable[tuple[int, bytes]]) -> bytes:
    """A file: for each gram the distance from the one before, the length, then the postings."""
    out = bytearray()
    before = 0
    for gram, body in bodies:
        _append(out, gram - before)
        _append(out, len(body))
        out += body
        before = gram
    return bytes(out)


def _bodies(data: bytes) -> Bodies:
    """What `_joined` wrote."""
    bodies: Bodies = {}
    at = gram = 0
    while at < len(data):
        numbers = []
        for _ in range(2):
            value = shift = 0
            while True:
                byte = data[at]
                at += 1
                value |= (byte & 127) << shift
                shift += 7
                if byte < 128:
                    break
            numbers.append(value)
        gram += numbers[0]
        bodies[gram] = data[at : at + numbers[1]]
        at += numbers[1]
    return bodies


def _body(places: Iterable[int]) -> bytes:
    """Distances of numbers, each with its level, as varints."""
    out = bytearray()
    before = 0
    for place in places:
        value = place - before  # levels ride in the last two bits: of the number before they go
        before = place & ~3
        if value < 128:
            out.append(value)
        elif value < 16384:
            out.append(value & 127 | 128)
            out.append(value >> 7)
        else:
            _append(out, value)
    return bytes(out)


def _append(out: bytearray, value: int) -> None:
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


def _length(body: bytes) -> int:
    return len(body.translate(None, _GOES_ON))


def _small_files(count: int, layout: Layout) -> dict[str, bytes]:
    pairs = zip(layout.classes[::2], layout.classes[1::2], strict=True)
    return {
        META: json.dumps({"schema": 1, "documents": count}).encode(),
        COMMONNESS: bytes(low | high << 4 for low, high in pairs),
    }


def _unpacked(packed: bytes) -> bytes:
    return bytes(half for byte in packed for half in (byte & 15, byte >> 4))
