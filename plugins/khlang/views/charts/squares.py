"""One square is one item: what a unit delivered by category, a hole for each item that is missing."""

from collections.abc import Mapping
from dataclasses import dataclass

from khlang.progress import UnitProgress

CELL = 20
MOST = 15  # beyond it single items are no longer seen, and a bar says it better


@dataclass(frozen=True, slots=True)
class Square:
    """A delivered item with its category's number, or a hole, whose `hue` is None."""

    x: int
    hue: int | None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Squares:
    """A row of squares; `quota` is where the target's mark stands, `width` that of all rows."""

    cells: tuple[Square, ...]
    quota: int
    width: int
    label: str


def common_width(units: tuple[UnitProgress, ...]) -> int | None:
    """The width that every unit's row needs, or None where one has too many items for squares."""
    most = max((max(each.items.done, each.items.target) for each in units), default=0)
    return most * CELL + 4 if most <= MOST else None


def build(each: UnitProgress, names: Mapping[str, str], width: int) -> Squares:
    """`names` of the categories by slug, in their order."""
    cells: list[Square] = []
    for hue, slug in enumerate(names, start=1):
        number, late = each.by_category[slug], each.late_by_category[slug]
        for at in range(number):
            cells.append(Square(len(cells) * CELL, hue, late=at >= number - late))
    for _ in range(each.items.missing):
        cells.append(Square(len(cells) * CELL, None))
    words = [f"{name} {each.by_category[slug]}" for slug, name in names.items()]
    label = f"{each.items.done} จาก {each.items.target} เรื่อง: {' '.join(words)}"
    if each.late:
        label += f" ส่งหลังกำหนด {each.late}"
    return Squares(tuple(cells), each.items.target * CELL, width, label)
