"""A table of words and figures: what a chart says in cells, and what a paper prints."""

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int


@dataclass(frozen=True, slots=True)
class Column:
    """A heading. Numbers stand to the right."""

    title: str
    is_number: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; the first cell of a row names it. `total` is the row under the line."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()


def table(
    caption: str,
    name: str,
    titles: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    total: Sequence[Cell] = (),
) -> Table:
    """A table whose first column names the rows, and whose others are numbers."""
    columns = (Column(name, is_number=False), *map(Column, titles))
    return Table(caption, columns, tuple(map(tuple, rows)), tuple(total))
