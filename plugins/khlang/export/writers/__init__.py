"""A paper as bytes: XLSX for Excel and LibreOffice, CSV for programs, HTML that a browser prints.

May import: `export.paper` and below. To add a format: a module with `write(paper) -> bytes`, a line
in `WRITERS`. The same paper gives the same bytes, whenever and wherever it is written.
"""

from collections.abc import Callable, Mapping

from khlang.export.paper import Paper
from khlang.export.writers import printed, table, workbook

WRITERS: Mapping[str, Callable[[Paper], bytes]] = {
    "xlsx": workbook.write,
    "csv": table.write,
    "html": printed.write,
}
