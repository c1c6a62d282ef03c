"""A paper: the one table that all three writers print, so that the figures are the same in each.

A number is a number here; its unit and its Thai digits are given to it by the writer. A builder in
`papers` makes it from the figures, a writer in `writers` turns it into bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from khlang.views.plan import Amount


class Above(Enum):
    """A cell that is one with the cell above it."""

    ABOVE = "above"


ABOVE = Above.ABOVE
Cell = str | int | date | Amount | Above | None


class Kind(Enum):
    """What a row is. A section has a number and a name that spans the rest; a sum has weight."""

    DATA = "data"
    SECTION = "section"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is its share of the page. `group` is the head over neighbouring columns.

    Numbers of the column are written between `before` and `unit`.
    """

    name: str
    width: int
    group: str = ""
    before: str = ""
    unit: str = ""
    centred: bool = False

    @property
    def full_name(self) -> str:
        """For a table with one line of heads and bare numbers."""
        around = " ".join(text for text in (self.before.strip(), self.unit.strip()) if text)
        name = f"{self.group} {self.name}" if self.group else self.name
        return f"{name} ({around})" if around else name


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    kind: Kind = Kind.DATA


@dataclass(frozen=True, slots=True)
class Paper:
    """`name` is the stem of its file, `sheet` what a workbook calls it. `head` are lines under the title, `notes` below the table,
    `signature` lines for the hand of who reports.
    """

    name: str
    sheet: str
    title: tuple[str, ...]
    head: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()

    @property
    def groups(self) -> tuple[tuple[str, int], ...]:
        """Heads over the columns with the number of columns below each; none if no column has one."""
        found: list[tuple[str, int]] = []
        for each in self.columns:
            if found and each.group and found[-1][0] == each.group:
                found[-1] = (each.group, found[-1][1] + 1)
            else:
                found.append((each.group, 1))
        return tuple(found) if any(name for name, _ in found) else ()


def spans(rows: Sequence[Row]) -> dict[tuple[int, int], int]:
    """How many rows each cell of its own spans, where it is more than one: by (row, column)."""
    found: dict[tuple[int, int], int] = {}
    first: dict[int, int] = {}
    for at, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            if cell is ABOVE:
                found[first[column], column] = at - first[column] + 1
            else:
                first[column] = at
    return found
