"""CSV: one line of heads, then the rows, then the title and the notes; UTF-8 with BOM for Excel.

A number is bare, a date is ISO, a cell that is one with the cell above it repeats what stands
there. A text that a spreadsheet could take for a formula has an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date

from khlang.export.paper import ABOVE, Cell, Kind, Paper
from khlang.views.plan import Amount

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def write(paper: Paper) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerows(_lines(paper))
    return stream.getvalue().encode("utf-8-sig")


def _lines(paper: Paper) -> Iterator[list[str]]:
    yield [_safe(each.full_name) for each in paper.columns]
    before: tuple[Cell, ...] = ()
    for row in paper.rows:
        width = len(paper.columns)
        cells = (*row.cells, *(None,) * (width - len(row.cells)))
        if row.kind is Kind.DATA:
            cells = tuple(before[at] if cell is ABOVE else cell for at, cell in enumerate(cells))
            before = cells
        yield [_text(cell) for cell in cells]
    yield []
    for text in (*paper.title, *paper.head, *paper.notes):
        yield [_safe(text)]


def _text(cell: Cell) -> str:
    match cell:
        case int():
            return str(cell)
        case date():
            return cell.isoformat()
        case Amount():
            return _safe(cell.words)
        case str():
            return _safe(cell)
        case _:
            return ""


def _safe(text: str) -> str:
    """Text that no spreadsheet works out as a formula, whatever stands before its sign."""
    return f"'{text}" if text.lstrip(" \u00a0\u200b\ufeff").startswith(_FORMULA) else text
