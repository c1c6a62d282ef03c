"""Values of a front matter as cells of a spreadsheet, and back without loss.

A list is written with `|` between its words; as JSON where a word holds what parts words. A cell that
a spreadsheet would calculate (`=`, `+`, `-`, `@`) has an apostrophe before it, which is no part of it.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"'*[=+\-@\t\r']")
_PARTS = re.compile("[|,،、\n]")
_DELIMITERS = (",", ";", "\t")

Value = str | list[str] | None


def written(value: Value) -> str:
    """A value as a cell."""
    if value is None:
        return ""
    if isinstance(value, list):
        plain = all(each.strip() == each and each and not _PARTS.search(each) for each in value)
        joined = " | ".join(value)
        simple = plain and not joined.startswith("[")
        return guarded(joined if simple else json.dumps(value, ensure_ascii=False))
    return guarded(value)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet calculates."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def bare(cell: str) -> str:
    """The cell without the apostrophe that guards it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def listed(cell: str) -> list[str]:
    """The words of a list."""
    if cell.startswith("["):
        try:
            found = json.loads(cell)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, list) and all(isinstance(each, str) for each in found):
            return found
    return [each.strip() for each in _PARTS.split(cell) if each.strip()]


def to_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """A table that Excel opens in Thai: UTF-8 with its mark, every cell quoted."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def from_csv(text: str) -> list[list[str]]:
    """The rows of a table, whichever delimiter a spreadsheet took; blank lines left out."""
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [row for row in rows if any(cell.strip() for cell in row)]
