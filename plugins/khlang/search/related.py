"""Items on the same matter, such that an edit changes what few others name.

All items stand in three rows: by topic and words of the title, by one tag, by another. What an item
names comes from the few items on either side of it in each row, so an item that comes, goes or changes
is seen by sixteen others at most, in an archive of any size. Items with like titles or an equal tag come
to stand together, because a row is ordered by the smallest, or the largest, checksum of their words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from khlang.model.item import Item

MOST = 3
_BESIDE = (2, 1, 1)  # items on either side, by row
_LEAST = 2.0  # a topic or a tag in common, or much of the title


@cache
def _word(letters: str) -> int:
    """A checksum; the same few ten thousand threes of letters come again and again."""
    return crc32(letters.encode())


@dataclass(frozen=True, slots=True)
class Subject:
    """What an item is about: its labels, and the words of its title as checksums."""

    id: str
    category: str
    topics: frozenset[str]
    tags: frozenset[str]
    words: frozenset[int]
    rows: tuple[tuple[str, int, str], tuple[int, str], tuple[int, str]]

    @classmethod
    def of(cls, item: Item) -> "Subject":
        front = item.front
        title = front.title.replace(" ", "")
        words = [_word(title[at : at + 3]) for at in range(max(1, len(title) - 2))]
        first = front.topics[0] if front.topics else ""
        tags = [crc32(tag.encode()) for tag in front.tags] or words
        return cls(
            item.id,
            front.category or "",
            frozenset(front.topics),
            frozenset(front.tags),
            frozenset(words),
            (
                (f"{first} {front.category}", min(words), item.id),
                (min(tags), item.id),
                (max(tags), item.id),
            ),
        )

    def likeness(self, other: "Subject") -> float:
        shared = len(self.words & other.words)
        titles = shared / (len(self.words) + len(other.words) - shared)
        labels = 3 * len(self.topics & other.topics) + 2 * len(self.tags & other.tags)
        return labels + (self.category == other.category) + 4 * titles


class Related:
    """Related items of all items of an archive."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self._subjects = {each.id: each for each in subjects}
        self._rows = tuple(
            sorted(subjects, key=lambda each: each.rows[row]) for row in range(len(_BESIDE))
        )
        self._places: tuple[Mapping[str, int], ...] = tuple(
            {each.id: place for place, each in enumerate(row)} for row in self._rows
        )

    def beside(self, id: str) -> Iterator[str]:
        """Ids of the items that its related items come from: those on either side in each row."""
        for row, places, most in zip(self._rows, self._places, _BESIDE, strict=True):
            place = places[id]
            for each in row[max(0, place - most) : place + most + 1]:
                if each.id != id:
                    yield each.id

    def of(self, id: str) -> list[str]:
        """Ids of related items, the nearest first."""
        own = self._subjects[id]
        beside = {each: own.likeness(self._subjects[each]) for each in self.beside(id)}
        near = [each for each in beside if beside[each] >= _LEAST]
        return sorted(near, key=lambda each: (-beside[each], each))[:MOST]
