"""Reads a private register of persons: CSV or XLSX in the columns that targets.yml describes.

The file lies outside the archive. What is read never goes further than the paper that is made of
it, or into totals: no message of this module repeats a cell, and an entry does not show its own.
"""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from khlang.model.targets import Register, RegisterColumn, Unit
from khlang.thai.text import arabic_digits, fold

_MAX_FILE = 5 * 1024 * 1024
_MAX_UNPACKED = 50 * 1024 * 1024
_MAX_ROWS = 5_000
_MAX_COLUMNS = 60
_HEAD_WITHIN = 40  # rows that a title may take
_NOT_A_LETTER = re.compile(r"[^0-9a-zก-๙]+")
_NO = {"", "0", "no", "false", "ไม่"}
_Grid = Sequence[Sequence[str]]


class NotARegisterError(Exception):
    """Why a file cannot be read as this register. Says nothing of what is in it."""


@dataclass(frozen=True, repr=False)
class Entry:
    """A person in a register: what stands in each column, by its key; a mark is the key of a value."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Totals:
    """What may be known outside: how many are named, and how many have the first mark."""

    named: int
    trained: int | None


def read(file: Path, register: Register) -> tuple[Entry, ...]:
    """The persons of a register, of all sheets that hold it: offices may have one each.

    Raises NotARegisterError, OSError.
    """
    heads = [(grid, *_head(grid, register)) for grid in _grids(file)]
    person = _person(register)
    found = [
        (grid, start, places)
        for grid, start, places in heads
        if person.key in {key for key, _ in places.values()}
    ]
    if not found:
        raise NotARegisterError(
            f"ไม่พบหัวตารางของ{register.name_th}: ต้องมีช่อง “{person.name_th}” "
            f"จากช่อง {', '.join(each.name_th for each in register.columns)}"
        )
    return tuple(entry for each in found for entry in _entries(*each, register))


def totals(entries: Sequence[Entry], register: Register) -> Totals:
    """Of all entries together, never of an office."""
    marked = next((each for each in register.columns if each.values), None)
    if marked is None:
        return Totals(len(entries), None)
    first = next(iter(marked.values))
    return Totals(len(entries), sum(each.cells.get(marked.key) == first for each in entries))


def unit_of(entry: Entry, units: Sequence[Unit]) -> Unit | None:
    """The unit that the column `office` names: the longest name in it."""
    office = _plain(entry.cells.get("office", ""))
    named = [unit for unit in units if _plain(unit.name_th) in office] if office else []
    return max(named, key=lambda unit: len(unit.name_th), default=None)


def _grids(file: Path) -> list[_Grid]:
    with file.open("rb") as stream:
        data = stream.read(_MAX_FILE + 1)
    if len(data) > _MAX_FILE:
        raise NotARegisterError(f"ไฟล์ใหญ่เกิน {_MAX_FILE // 1024 // 1024} MB")
    grids = _of_xlsx(data) if data.startswith(b"PK") else [_of_csv(data)]
    if sum(map(len, grids)) > _MAX_ROWS:
        raise NotARegisterError(f"มีเกิน {_MAX_ROWS:,} แถว")
    return grids


def _of_csv(data: bytes) -> _Grid:
    """Text as Excel saves it: UTF-8, "Unicode text", or the Thai code page."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp874", "replace")
    if "\x00" in text:
        raise NotARegisterError("ไม่ใช่ไฟล์ CSV หรือ XLSX")
    head = text[:4000]
    delimiter = max(",;\t", key=head.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        raise NotARegisterError("อ่านไฟล์ CSV ไม่ได้") from None


def _of_xlsx(data: bytes) -> list[_Grid]:
    """Every sheet, as it is shown; no formula is worked out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MAX_UNPACKED:
                raise NotARegisterError("ไฟล์ XLSX ขยายแล้วใหญ่เกินไป")
        with warnings.catch_warnings(action="ignore"):
            book = load_workbook(io.BytesIO(data), data_only=True)
        return [_of_sheet(sheet) for sheet in book.worksheets]
    except NotARegisterError:
        raise
    except Exception:  # whatever a damaged file makes the library say would repeat its words
        raise NotARegisterError("อ่านไฟล์ XLSX ไม่ได้ ลองบันทึกใหม่จาก Excel") from None


def _of_sheet(sheet: Worksheet) -> _Grid:
    height, width = min(sheet.max_row, _MAX_ROWS + 1), min(sheet.max_column, _MAX_COLUMNS)
    lines = sheet.iter_rows(max_row=height, max_col=width, values_only=True)
    grid = [[_shown(cell) for cell in line] for line in lines]
    while grid and not any(grid[-1]):
        grid.pop()  # rows that have a frame and no words
    return grid


def _shown(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _plain(text: str) -> str:
    """A name without what people write differently: digits, spaces, points, brackets."""
    return _NOT_A_LETTER.sub("", arabic_digits(fold(text)).casefold())


def _head(grid: _Grid, register: Register) -> tuple[int, Mapping[int, tuple[str, str]]]:
    """The first row behind the heads; by column of the file the key, and the value that it marks."""
    best: tuple[int, Mapping[int, tuple[str, str]]] = (0, {})
    for at in range(min(_HEAD_WITHIN, len(grid))):
        below = grid[at + 1] if at + 1 < len(grid) else ()
        places, deep = _places(grid[at], below, register)
        if len(places) > len(best[1]):
            best = (at + 1 + deep, places)
    return best


def _places(
    heads: Sequence[str], below: Sequence[str], register: Register
) -> tuple[Mapping[int, tuple[str, str]], bool]:
    """The columns that a row of heads names, and whether a second row belongs to it."""
    found: dict[int, tuple[str, str]] = {}
    labels = {_plain(label) for each in register.columns for label in each.values.values()}
    if any(_plain(text) not in {"", *labels} for text in below):
        below = ()  # a person, not a second row of heads
    over: RegisterColumn | None = None
    deep = False
    for at, text in enumerate(heads):
        name, under = _plain(text), _plain(below[at]) if at < len(below) else ""
        own = next((each for each in register.columns if name and name in _names(each)), None)
        over = own or (over if not name else None)
        marks = {_plain(label): key for key, label in over.values.items()} if over else {}
        if over and under in marks:
            found[at], deep = (over.key, marks[under]), True
        elif own:
            found[at] = (own.key, "")
        elif name:
            found.update({at: place} if (place := _flat(name, register)) else {})
    return found, deep


def _flat(name: str, register: Register) -> tuple[str, str] | None:
    """A head that is a column's name with one of its values: `ผ่านอบรม… ไม่ผ่าน`."""
    for column in register.columns:
        for key, label in column.values.items():
            if name in {f"{own}{_plain(label)}" for own in _names(column)}:
                return column.key, key
    return None


def _names(column: RegisterColumn) -> set[str]:
    return {_plain(column.name_th), _plain(column.name_en), _plain(column.key)}


def _person(register: Register) -> RegisterColumn:
    """The column that makes a row a person: the first personal one."""
    personal = (each for each in register.columns if each.personal and not each.values)
    found = next(personal, None)
    if found is None:
        raise NotARegisterError(f"{register.name_th} ไม่มีช่องของบุคคล")
    return found


def _entries(
    grid: _Grid, start: int, places: Mapping[int, tuple[str, str]], register: Register
) -> Iterator[Entry]:
    person = _person(register).key
    values = {
        each.key: {_plain(label): key for key, label in each.values.items()}
        for each in register.columns
        if each.values
    }
    for line, row in enumerate(grid[start:], start=start + 1):
        cells: dict[str, str] = {}
        for at, (key, mark) in places.items():
            text = fold(row[at]).strip() if at < len(row) else ""
            if mark:
                cells.update({key: mark} if _plain(text) not in _NO or _is_tick(text) else {})
            elif key in values:
                cells[key] = values[key].get(_plain(text), "")
            else:
                cells[key] = text
        if cells.get(person):
            yield Entry(line, cells)


def _is_tick(text: str) -> bool:
    """A mark without a letter, as hands make it: `/`, `✓`; a line is none."""
    return bool(text) and not _plain(text) and text.strip("-–— ") != ""
