"""XLSX on A4 across, in TH SarabunPSK: numbers stay numbers and show Thai digits by their format.

Where the font is not installed, its family and character set tell a program which to take. The
bytes depend on the paper alone: the times in the file and of its parts are fixed.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from khlang.export.paper import ABOVE, Cell, Kind, Paper, Row, spans
from khlang.thai.text import display_width
from khlang.views.plan import Amount

_FONT = "TH SarabunPSK"
_SWISS, _THAI = 2, 222  # family and character set, for programs without the font
_THAI_DIGITS = "[$-D00041E]"
_THAI_DATE = "[$-D07041E]d mmm yyyy"
_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001  # what a zip calls no time at all
_PAGE = 150  # widths of a digit across the page
_TABLE, _TEXT, _TITLE = 14, 16, 18  # points
_HIGHEST = 409  # points a row may have
_FORBIDDEN_IN_NAMES = str.maketrans("[]:*?/\\", "       ")
_LINE = Side("thin")


def write(paper: Paper) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101  # a new book has a sheet
    sheet.title = paper.sheet.translate(_FORBIDDEN_IN_NAMES)[:31]
    _Sheet(sheet, paper).fill()
    properties = book.properties
    properties.title = paper.title[0]
    properties.creator = "khlang"
    properties.created = properties.modified = _EPOCH
    return _bytes(book)


class _Sheet:
    """A sheet being filled from the top."""

    def __init__(self, sheet: Worksheet, paper: Paper) -> None:
        self.sheet = sheet
        self.paper = paper
        self.width = len(paper.columns)
        self.line = 1

    def fill(self) -> None:
        whole = sum(each.width for each in self.paper.columns)
        for at, each in enumerate(self.paper.columns, start=1):
            self.sheet.column_dimensions[get_column_letter(at)].width = each.width * _PAGE / whole
        for text in self.paper.title:
            self._across(text, bold=True, size=_TITLE, horizontal="center")
        for text in self.paper.head:
            self._across(text)
        first = self.line
        self._heads()
        self.sheet.print_title_rows = f"{first}:{self.line - 1}"
        self.sheet.freeze_panes = f"A{self.line}"
        self._rows()
        self.line += 1
        for text in self.paper.notes:
            self._across(text, size=_TABLE)
        self._signature()
        self._page()

    def _across(
        self, text: str, *, bold: bool = False, size: int = _TEXT, horizontal: str = "left"
    ) -> None:
        self._put(self.line, 1, text, bold=bold, size=size, horizontal=horizontal)
        self._merge(self.line, 1, self.line, self.width)
        self._height(self.line, _needed(text, _PAGE, size))
        self.line += 1

    def _heads(self) -> None:
        groups = self.paper.groups
        at = 1
        for name, size in groups:
            self._head(self.line, at, name or self.paper.columns[at - 1].name)
            if name:
                for column in range(at, at + size):
                    self._head(self.line + 1, column, self.paper.columns[column - 1].name)
                self._merge(self.line, at, self.line, at + size - 1)
            else:
                self._merge(self.line, at, self.line + 1, at)
            at += size
        if not groups:
            for at, each in enumerate(self.paper.columns, start=1):
                self._head(self.line, at, each.name)
        lines = 2 if groups else 1
        tallest = max(self._room(at, each.name) for at, each in enumerate(self.paper.columns))
        self._height(self.line + lines - 1, tallest)
        if groups:
            self._height(self.line, self._group_height())
        self.line += lines

    def _group_height(self) -> float:
        """What the heads over several columns need."""
        whole, at, needed = sum(each.width for each in self.paper.columns), 0, 0.0
        for name, size in self.paper.groups:
            below = sum(each.width for each in self.paper.columns[at : at + size])
            needed = max(needed, _needed(name, below * _PAGE / whole, _TABLE))
            at += size
        return needed

    def _head(self, line: int, at: int, name: str) -> None:
        self._put(
            line,
            at,
            name,
            bold=True,
            size=_TABLE,
            horizontal="center",
            vertical="center",
            framed=True,
        )

    def _rows(self) -> None:
        """The rows, each as high as its words need: not every program finds that out by itself."""
        top, merged = self.line, spans(self.paper.rows)
        heights: list[float] = []
        for at, row in enumerate(self.paper.rows):
            self._row(row)
            self.line += 1
            rooms = (
                self._room(column, cell)
                for column, cell in enumerate(row.cells)
                if row.kind is not Kind.SECTION and (at, column) not in merged
            )
            heights.append(max(rooms, default=_needed("", 1, _TABLE)))
        for (at, column), rows in merged.items():
            self._merge(top + at, column + 1, top + at + rows - 1, column + 1)
            missing = self._room(column, self.paper.rows[at].cells[column])
            missing -= sum(heights[at : at + rows])
            heights[at + rows - 1] += max(0, missing)
        for at, height in enumerate(heights):
            self._height(top + at, height)

    def _room(self, column: int, cell: Cell) -> float:
        """The height that a cell of the table needs."""
        whole = sum(each.width for each in self.paper.columns)
        width = self.paper.columns[column].width * _PAGE / whole
        text = cell.words if isinstance(cell, Amount) else cell if isinstance(cell, str) else ""
        return _needed(text, width, _TABLE)

    def _height(self, line: int, height: float) -> None:
        self.sheet.row_dimensions[line].height = min(round(height, 1), _HIGHEST)

    def _row(self, row: Row) -> None:
        cells = (*row.cells, *(None,) * (self.width - len(row.cells)))
        bold = row.kind is not Kind.DATA
        for at, cell in enumerate(cells, start=1):
            value = None if cell is ABOVE else cell
            right = isinstance(value, int) or (
                isinstance(value, Amount) and value.value is not None
            )
            centred = self.paper.columns[at - 1].centred
            place = "center" if centred else "right" if right else "left"
            self._put(self.line, at, value, bold=bold, size=_TABLE, horizontal=place, framed=True)
        if row.kind is Kind.SECTION:
            self._merge(self.line, 2, self.line, self.width)

    def _signature(self) -> None:
        first = max(1, self.width * 2 // 3)
        self.line += bool(self.paper.signature)
        for text in self.paper.signature:
            self._put(self.line, first, text, horizontal="center", wrap=False)
            self._merge(self.line, first, self.line, self.width)
            self._height(self.line, 2 * _TEXT)
            self.line += 1

    def _page(self) -> None:
        sheet = self.sheet
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        margins = sheet.page_margins
        margins.left = margins.right = 0.45
        margins.top, margins.bottom, margins.footer = 0.5, 0.6, 0.3
        sheet.print_options.horizontalCentered = True
        footer = f'&"{_FONT},Regular"&14หน้า &P จาก &N'
        sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text=footer))

    def _put(
        self,
        line: int,
        at: int,
        value: Cell,
        *,
        bold: bool = False,
        size: int = _TEXT,
        horizontal: str = "left",
        vertical: str = "top",
        framed: bool = False,
        wrap: bool = True,
    ) -> None:
        cell = self.sheet.cell(line, at)
        assert isinstance(cell, SheetCell)  # noqa: S101  # nothing is merged before it is written
        column = self.paper.columns[at - 1]
        match value:
            case int():
                cell.value = value
                cell.number_format = _number(column.before, column.unit)
            case date():
                cell.value = value
                cell.number_format = _THAI_DATE
            case Amount(value=int() as number):
                cell.value = number
                cell.number_format = _number(value.before, f" {value.unit}" if value.unit else "")
            case Amount():
                _say(cell, value.words)
            case str():
                _say(cell, value)
        cell.font = Font(_FONT, sz=size, b=bold, family=_SWISS, charset=_THAI)
        cell.alignment = Alignment(
            horizontal=horizontal,
            vertical=vertical,
            wrap_text=wrap and isinstance(value, str | Amount),
            indent=int(horizontal == "right"),
        )
        if framed:
            cell.border = Border(_LINE, _LINE, _LINE, _LINE)

    def _merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self.sheet.merge_cells(
                start_row=top, start_column=left, end_row=bottom, end_column=right
            )


def _needed(text: str, width: float, size: int) -> float:
    """Points that a text needs in height: letters of Thai are half as wide as they are high, and
    lines end between words.
    """
    letters = max(1.0, width * 7 / (size * 0.55) * 0.78)
    lines = sum(max(1, ceil(display_width(line) / letters)) for line in text.split("\n"))
    return lines * size * 1.6 + 2


def _say(cell: SheetCell, text: str) -> None:
    """Text as text, also where it begins like a formula."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"


def _number(before: str, unit: str) -> str:
    """A format with Thai digits, and the words around them as part of what is shown."""
    front, behind = (f'"{text.replace(chr(34), "")}"' if text else "" for text in (before, unit))
    return f"{_THAI_DIGITS}{front}#,##0{behind}"


def _bytes(book: Workbook) -> bytes:
    """The book as a zip whose parts have no time of their own."""
    written = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(written, "w")).save()
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed, "w") as target:
        for name, data in _parts(parts):
            info = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            target.writestr(info, data, zipfile.ZIP_DEFLATED, 6)
    return packed.getvalue()


def _parts(parts: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    return ((name, parts.read(name)) for name in parts.namelist())
