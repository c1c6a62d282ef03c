"""A paper as bytes: XLSX for Excel and LibreOffice, CSV for programs, HTML that a browser prints.

May import: `export.paper` and below. To add a format: a module with `write(paper) -> bytes`, a line
in `WRITERS`. The same paper gives the same bytes, whenever and wherever it is written.
"""

from collections.abc import Callable, Mapping

from khlang.export.paper import Paper
from khlang.export.writers import printed, table


def _workbook(paper: Paper) -> bytes:
    """Loaded when it is needed: openpyxl takes as long as all the rest, and most builds write none."""
    from khlang.export.writers import workbook

    return workbook.write(paper)


WRITERS: Mapping[str, Callable[[Paper], bytes]] = {
    "xlsx": _workbook,
    "csv": table.write,
    "html": printed.write,
}
