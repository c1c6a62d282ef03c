"""The files of the index: postings by gram, and how common each gram is.

A gram falls into one of 2¹⁵ slots by its checksum. Neighbouring slots share a file as long as it
stays small: a block of slots that holds too much is halved. `commonness.bin` says how many postings
a slot has, as a power of two in four bits: from it the browser knows every file's name, and which
grams of a question are rare. It never grows. All files are functions of the documents, not of how
they came.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from khlang.search import shards
from khlang.search.shards import PLACE_BITS, Keys, Table

SLOT_BITS = 15
SLOTS = 1 << SLOT_BITS
MOST = 1536  # postings of a file, about three kilobytes, where a slot is not more alone
META, COMMONNESS = "search/index.json", "search/commonness.bin"
_GRAM_BITS = 30
_MOST_CLASS = 15
_AT_ONCE = 500_000  # postings that are sorted and written together: that bounds the memory

_Grams = TypeVar("_Grams", int, Keys)

Numbered = tuple[int, bytes]
"""A document's number and its postings, as `postings` gives them."""
Read = Callable[[str], bytes | None]
Work = Callable[[Sequence[list["Block"]]], dict[str, bytes]]
Share = Callable[[Work, Sequence[list["Block"]]], Iterable[dict[str, bytes]]]


def _alone(work: Work, groups: Sequence[list["Block"]]) -> Iterable[dict[str, bytes]]:
    yield work(groups)


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

    @property
    def gram(self) -> int:
        """The first that falls into it."""
        return self.start << _GRAM_BITS - SLOT_BITS


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


def build(documents: Sequence[Numbered], share: Share = _alone) -> dict[str, bytes]:
    """All files of the index by path. `share` may have the work done by several processes."""
    postings, numbers = _flat(documents)
    slots = (postings >> np.uint32(32 - SLOT_BITS)).astype(np.uint16)
    totals = np.zeros(SLOTS, np.int64)
    for at in range(0, len(slots), _AT_ONCE):
        totals += np.bincount(slots[at : at + _AT_ONCE], minlength=SLOTS)
    layout = Layout(_classes(totals))

    def work(groups: Sequence[list[Block]]) -> dict[str, bytes]:
        files: dict[str, bytes] = {}
        for blocks in groups:
            inside = (slots >= blocks[0].start) & (slots < blocks[-1].end)
            ordered = shards.keys(postings[inside], numbers[inside])
            ordered.sort()
            files.update(_written(Table.of(ordered), blocks))
        return files

    files = _small_files(len(documents), layout)
    groups = list(_several(layout.blocks(), np.concatenate(([0], np.cumsum(totals)))))
    for some in share(work, groups):
        files.update(some)
    return files


def update(
    read: Read, removed: Iterable[Numbered], added: Iterable[Numbered]
) -> dict[str, bytes | None] | None:
    """What changes in the files that `read` gives; None as a value for a file that goes.

    A changed document is removed with its old postings and added with its new ones. Gives None
    where the index is not whole: then it is built anew.
    """
    removed, added = list(removed), list(added)
    before, after = (shards.keys(*_flat(each)) for each in (removed, added))
    gone, come = np.setdiff1d(before, after), np.setdiff1d(after, before)
    slots = np.unique(_slots(np.concatenate((gone, come)) >> PLACE_BITS)).tolist()
    try:
        count = int(json.loads(read(META) or b"")["documents"]) + len(added) - len(removed)
        old = Layout(_unpacked(read(COMMONNESS) or b""))
        touched = {old.block(slot) for slot in slots}
        bodies = _bodies(read, old, touched)
        _change(bodies, gone, come)
        new = Layout(_reclassed(old.classes, slots, bodies))
        areas = list(_areas(old, new, slots))
        inside = {block for area in areas for block in old.blocks(area)}
        bodies.update(_bodies(read, old, inside - touched))
    except ValueError:
        return None
    files: dict[str, bytes | None] = {block.path: None for block in inside}
    blocks = [block for area in areas for block in new.blocks(area)]
    files.update(_written(Table.holding(bodies), blocks))
    files.update(_small_files(count, new))
    return {path: content for path, content in files.items() if content != read(path)}


def _bodies(read: Read, layout: Layout, blocks: Iterable[Block]) -> dict[int, bytes]:
    """What stands in the files of blocks, by gram. Raises ValueError where one is not whole."""
    found = []
    for block in sorted(blocks):
        data = read(block.path)
        if data is None and any(layout.classes[block.start : block.end]):
            raise ValueError(block.path)
        found.append(data or b"\0")
    return Table.read(found).by_gram


def _change(bodies: dict[int, bytes], gone: Keys, come: Keys) -> None:
    """Takes postings out of bodies and puts others in. Raises ValueError where one is not there."""
    grams = np.unique(np.concatenate((gone, come)) >> PLACE_BITS).tolist()
    sizes = [len(bodies.get(gram, b"")) for gram in grams]
    group = np.cumsum(sizes) // _AT_ONCE
    for each in range(int(group[-1]) + 1 if grams else 0):
        some = [gram for gram, at in zip(grams, group.tolist(), strict=True) if at == each]
        if not some:
            continue
        held = Table.holding({gram: bodies.pop(gram) for gram in some if gram in bodies}).keys
        edges = np.array((some[0], some[-1] + 1)) << PLACE_BITS
        (first, last), (start, end) = np.searchsorted(gone, edges), np.searchsorted(come, edges)
        now = shards.changed(held, gone[first:last], come[start:end])
        bodies.update(Table.of(now).by_gram)


def _reclassed(classes: bytes, slots: Sequence[int], bodies: Mapping[int, bytes]) -> bytes:
    """The classes of all slots where what some of them have is another."""
    totals = dict.fromkeys(slots, 0)
    for gram, body in bodies.items():
        if (slot := _slots(gram)) in totals:
            totals[slot] += shards.length(body)
    changed = bytearray(classes)
    for slot, total in totals.items():
        changed[slot] = min(_MOST_CLASS, total.bit_length())
    return bytes(changed)


def _areas(old: Layout, new: Layout, slots: Iterable[int]) -> Iterator[Block]:
    """Blocks, old or new, whichever is larger, that hold all that changes; none inside another."""
    larger = {
        max(old.block(slot), new.block(slot), key=lambda block: block.level) for slot in slots
    }
    end = 0
    for block in sorted(larger, key=lambda block: (block.start, -block.level)):
        if block.start >= end:
            yield block
            end = block.end


def _several(blocks: Iterable[Block], before: NDArray[np.int64]) -> Iterator[list[Block]]:
    """Blocks one after another that have so many postings together."""
    found: list[Block] = []
    for block in blocks:
        if found and before[block.end] - before[found[0].start] > _AT_ONCE:
            yield found
            found = []
        found.append(block)
    if found:
        yield found


def _flat(documents: Sequence[Numbered]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Postings of all documents, and the number of each one's document."""
    flat = np.frombuffer(b"".join(postings for _, postings in documents), np.uint32)
    lengths = [len(postings) // flat.itemsize for _, postings in documents]
    return flat, np.repeat(np.array([number for number, _ in documents], np.uint32), lengths)


def _written(table: Table, blocks: Sequence[Block]) -> dict[str, bytes]:
    content = table.files([block.gram for block in blocks])
    return {block.path: each for block, each in zip(blocks, content, strict=True)}


def _slots(grams: _Grams) -> _Grams:
    """The slot of each gram."""
    return grams >> _GRAM_BITS - SLOT_BITS


def _classes(totals: NDArray[np.int64]) -> bytes:
    """Bit lengths, of four bits each."""
    return bytes(np.minimum(_MOST_CLASS, np.frexp(totals)[1]).astype(np.uint8))


def _small_files(count: int, layout: Layout) -> dict[str, bytes]:
    pairs = zip(layout.classes[::2], layout.classes[1::2], strict=True)
    return {
        META: json.dumps({"schema": 1, "documents": count}).encode(),
        COMMONNESS: bytes(low | high << 4 for low, high in pairs),
    }


def _unpacked(packed: bytes) -> bytes:
    """Classes of all slots. Raises ValueError where some are missing."""
    if len(packed) != SLOTS // 2:
        raise ValueError("cut off")
    return bytes(half for byte in packed for half in (byte & 15, byte >> 4))
