"""Text of a document in reading order: what a reader of the published copy finds, hidden or not.

Paragraphs are lines, rows of a table are lines with a tab between cells. Tracked changes count as
accepted; notes of slides, hidden sheets and descriptions of pictures are text like any other.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice

from khlang.files.findings import Refused, may_tell
from khlang.files.office import changes, properties, structure, xml
from khlang.files.office.package import Package
from khlang.files.office.relations import MAIL
from khlang.files.office.xml import Element
from khlang.files.text import plain

_W, _A, _S = f"{{{xml.WORD}}}", f"{{{xml.DRAWING}}}", f"{{{xml.SHEETS}}}"
_FALLBACK = f"{{{xml.ALTERNATIVES}}}Fallback"
_SPACING = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_A}br": "\n",
}
_WORDS = {f"{_W}t", f"{_A}t"}
_ROW, _CELL, _VALUE_OF_CELL, _TEXT_OF_CELL = f"{_S}row", f"{_S}c", f"{_S}v", f"{_S}t"
_PARAGRAPHS = {f"{_W}p", f"{_A}p"}
_ROWS, _CELLS = {f"{_W}tr", f"{_A}tr"}, {f"{_W}tc", f"{_A}tc"}
_PAGE_NUMBER = f"{_A}fld"
_DRAWN = ("chart", "chartex", "diagramdata", "chartusershapes")
# A value of an attribute, or text between two tags, long enough to tell something.
_ATTRIBUTE = r"""=\s{0,3}(?:"([^"<]{9,2000})"|'([^'<]{9,2000})')"""
_VALUE = re.compile(rf"{_ATTRIBUTE}|>([^<>]{{9,4000}})<")
_BESIDE_CELLS = re.compile(rf"{_ATTRIBUTE}|[<:]f[^<>]{{0,60}}>([^<>]{{9,4000}})<")  # formulas
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MOST_VALUES = 2_000  # of a document
_ALL_ZEROS = re.compile(r"(?:0|[- ]|\\[- ])+")  # a format for numbers that begin with a zero
_WHOLE = 1e15  # numbers below are exact, and written as they were typed


def extract(package: Package, suffix: str) -> str:
    """The whole text, folded."""
    return plain(_lines(package, _READERS[suffix]))


def _lines(package: Package, reader: Callable[[Package], Iterator[str]]) -> Iterator[str]:
    yield properties.title(package)
    yield from reader(package)
    for several in package.relations.values():  # an address behind a link is part of what is told
        for each in several:
            if each.is_external and each.target.casefold().startswith(MAIL):
                yield each.target


def unseen(package: Package) -> Iterator[str]:
    """Words that nobody reads: names of parts, addresses of links, and whatever else the XML holds,
    published or not. The repository has all of it.
    """
    yield from filter(may_tell, package.files)
    for several in package.relations.values():
        yield from (each.target for each in several if each.is_external)
    yield from islice(filter(may_tell, _values(package)), _MOST_VALUES)


def _values(package: Package) -> Iterator[str]:
    """Each value once. What stands in a cell is text (but for reading aids), and there may be a million."""
    known: set[str] = set()
    for name in sorted(package.files):
        if not package.is_xml(name):
            continue
        content = package.files[name]
        encoding = "utf-16" if content[:2] in _UTF_16 else "utf-8"
        is_table = package.type_of(name).endswith(structure.TABLES)
        values = _BESIDE_CELLS if is_table and b"rPh" not in content else _VALUE
        for match in values.finditer(content.decode(encoding, "replace")):
            words = match[1] or match[2] or match[3]
            if words not in known:
                known.add(words)
                yield words
        if b"instrText" in content:
            with suppress(Refused):  # a part that nobody reads may be broken
                yield from structure.instructions(xml.parse(content))


def _word(package: Package) -> Iterator[str]:
    yield from _part(package, package.main)
    for each in package.related(package.main, "header", "footer", "footnotes", "endnotes"):
        yield from _part(package, each.target)


def _slides(package: Package) -> Iterator[str]:
    """Slides in the order they are shown, each with its notes."""
    by_id = {each.id: each.target for each in package.related(package.main, "slide")}
    root = xml.parse(package.files[package.main])
    for entry in root.iter(f"{{{xml.SLIDES}}}sldId"):
        slide = by_id.get(entry.get(f"{{{xml.RELATIONS}}}id", ""))
        if slide is not None:
            yield from _part(package, slide)
            for notes in package.related(slide, "notesslide"):
                yield from _part(package, notes.target)


def _sheets(package: Package) -> Iterator[str]:
    """Sheets in the order of their tabs, row by row, and then those without one."""
    shared: list[str] = []
    for each in package.related(package.main, "sharedstrings"):
        strings = xml.stream(package.files[each.target], f"{_S}si")
        shared = [_string(entry) for entry in strings]
    by_id = {
        each.id: each.target for each in package.related(package.main, "worksheet", "chartsheet")
    }
    formats = _formats_of_zeros(package)
    root = xml.parse(package.files[package.main])
    for entry in root.iter(f"{_S}sheet"):
        yield entry.get("name", "")
        name = by_id.pop(entry.get(f"{{{xml.RELATIONS}}}id", ""), None)
        if name is not None:
            yield from _sheet(package, name, shared, formats)
    for name in by_id.values():  # sheets without a tab are published too
        yield from _sheet(package, name, shared, formats)


def _sheet(
    package: Package, name: str, shared: list[str], formats: dict[str, int]
) -> Iterator[str]:
    for part in xml.stream(package.files[name], _ROW, f"{_S}headerFooter"):
        if part.tag == _ROW:
            yield _row(part, shared, formats)
        else:
            yield from (edge.text or "" for edge in part)
    for drawing in package.related(name, "drawing"):
        yield from _part(package, drawing.target)


_READERS = {".docx": _word, ".pptx": _slides, ".xlsx": _sheets}


def _formats_of_zeros(package: Package) -> dict[str, int]:
    """How many digits a style fills up with zeros: a telephone number is 810000012 for Excel."""
    widths: dict[str, int] = {}
    for each in package.related(package.main, "styles"):
        root = xml.parse(package.files[each.target])
        codes = {
            entry.get("numFmtId", ""): entry.get("formatCode", "")
            for entry in root.iter(f"{_S}numFmt")
        }
        for index, style in enumerate(root.iterfind(f"{_S}cellXfs/{_S}xf")):
            code = codes.get(style.get("numFmtId", ""), "")
            if _ALL_ZEROS.fullmatch(code):
                widths[str(index)] = code.count("0")
    return widths


def _row(row: Element, shared: list[str], formats: dict[str, int]) -> str:
    cells = (_cell(cell, shared, formats) for cell in row.iterchildren(_CELL))
    return "\t".join(filter(None, cells))


def _cell(cell: Element, shared: list[str], formats: dict[str, int]) -> str:
    type = cell.get("t", "n")
    if type == "inlineStr":
        return "".join(map(_string, cell.iterchildren(f"{_S}is")))
    value = next((each.text or "" for each in cell.iterchildren(_VALUE_OF_CELL)), "")
    if type == "s":
        index = int(value) if value.isdecimal() else len(shared)
        return shared[index] if index < len(shared) else ""
    return _number(value).zfill(formats.get(cell.get("s", ""), 0)) if type == "n" else value


def _number(value: str) -> str:
    """A number as it was typed: Excel writes 1.2345678901230001E12 for thirteen digits."""
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if abs(number) < _WHOLE and number.is_integer() else value


def _string(entry: Element) -> str:
    """A string without the reading aids of East Asian scripts."""
    if len(entry) == 1 and entry[0].tag == _TEXT_OF_CELL:
        return entry[0].text or ""  # as nearly all are: a sheet may have a million
    return "".join(
        each.text or ""
        for each in entry.iter(_TEXT_OF_CELL)
        if next(each.iterancestors(f"{_S}rPh"), None) is None
    )


def _part(package: Package, name: str) -> Iterator[str]:
    """The lines of one part with what is drawn in it."""
    root = xml.parse(package.files[name])
    changes.accept(root)
    yield from _blocks(root)
    for each in package.related(name, *_DRAWN):
        drawn = xml.parse(package.files[each.target])
        yield from _blocks(drawn)
        for cache in drawn.iter(f"{{{xml.CHARTS}}}strCache"):
            yield from (value.text or "" for value in cache.iter(f"{{{xml.CHARTS}}}v"))


def _blocks(element: Element) -> Iterator[str]:
    """Paragraphs and rows below an element, in their order."""
    for each in element:
        if each.tag == _FALLBACK:
            continue  # the same again, for old programs
        if each.tag in _PARAGRAPHS:
            yield from _paragraph(each)
        elif each.tag in _ROWS:
            cells = (cell for cell in each.iter(*_CELLS) if next(_above(cell, _ROWS)) is each)
            yield "\t".join(" ".join(_blocks(cell)).strip() for cell in cells)
        else:
            if each.get("descr"):
                yield each.get("descr", "")
            yield from _blocks(each)


def _above(element: Element, tags: set[str]) -> Iterator[Element]:
    return (each for each in element.iterancestors() if each.tag in tags)


def _paragraph(paragraph: Element) -> Iterator[str]:
    """Its own words as one line, and behind it what floats beside: boxes, descriptions of pictures."""
    words: list[str] = []
    floating: list[str] = []
    _collect(paragraph, words, floating)
    yield "".join(words)
    yield from floating


def _collect(element: Element, words: list[str], floating: list[str]) -> None:
    for each in element:
        if each.tag in _WORDS:
            words.append(each.text or "")
        elif each.tag in _SPACING:
            words.append(_SPACING[each.tag])
        elif each.tag == _FALLBACK or (each.tag == _PAGE_NUMBER and "num" in each.get("type", "")):
            continue
        elif each.tag in _PARAGRAPHS:
            floating.extend(_paragraph(each))
        else:
            if each.get("descr"):
                floating.append(each.get("descr", ""))
            _collect(each, words, floating)
