"""Word documents as blocks, as the reader of the document sees them, all changes accepted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import unescape

from khlang.files.convert import numbering, styles
from khlang.files.convert import reading as left
from khlang.files.convert.blocks import (
    Block,
    Box,
    Cell,
    Document,
    Inline,
    NoteMark,
    Paragraph,
    Run,
    Table,
)
from khlang.files.convert.reading import ALTERNATIVES, R, Reader, chosen, is_graphic
from khlang.files.convert.styles import Style, W, is_on, size_of
from khlang.files.convert.symbols import lowered, of_font, raised, readable
from khlang.files.office import changes, xml
from khlang.files.office.package import Package
from khlang.files.office.xml import Element
from khlang.thai import addresses

_V = f"{{{xml.VML}}}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A = f"{{{xml.DRAWING}}}"
_TRANSPARENT = {
    *(f"{W}{name}" for name in ("smartTag", "ins", "moveTo", "customXml", "bdo", "dir")),
    *(f"{W}{name}" for name in ("sdtContent", "subDoc", "rubyBase", "ruby")),
}
_BREAKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_LINK = re.compile(r'HYPERLINK\s+(?!\\)"?([^"\s]+)', re.IGNORECASE)
_SYMBOL = re.compile(r"SYMBOL\s+(0x[0-9A-Fa-f]+|\d+)", re.IGNORECASE)
_NUMBERS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b", re.IGNORECASE)
_TOC = re.compile(r"\s*(?:TOC|TOA|INDEX)\b", re.IGNORECASE)
_CONTENTS = ("table of contents", "สารบัญ")
_DEEPEST = 40  # boxes in boxes in tables


@dataclass(slots=True)
class _Field:
    """A field that has begun. Its instruction is no text, its result is."""

    instruction: str = ""
    in_result: bool = False
    has_result: bool = False

    @property
    def href(self) -> str:
        match = _LINK.match(self.instruction.strip())
        return match[1] if match else ""


def read(package: Package) -> Document:
    """The blocks of a Word document."""
    return _Word(package).read()


class _Word(Reader):
    def __init__(self, package: Package) -> None:
        super().__init__(package)
        self.part = package.main
        found = styles.read(self._related("styles"))
        self.styles = found
        self.numbering = numbering.Numbering(self._related("numbering"), found)
        self.fields: list[_Field] = []
        self.floating: list[Block] = []
        self.notes: list[tuple[str, str]] = []  # kind and id, in the order of their marks
        self.depth = 0

    def read(self) -> Document:
        root = self._parsed(self.part)
        body = root.find(f"{W}body")
        self.document.blocks = self.blocks(root if body is None else body)
        self._read_notes()
        for each in self.package.related(self.package.main, "header", "footer"):
            words = xml.parse(self.package.files[each.target])
            if any((text.text or "").strip() for text in words.iter(f"{W}t")):
                self.count(left.MARGINS)
        for each in self.package.related(self.package.main, "comments"):
            comments = xml.parse(self.package.files[each.target])
            self.count(left.COMMENTS, len(comments.findall(f"{W}comment")))
        return self.document

    def _related(self, kind: str) -> Element | None:
        for each in self.package.related(self.package.main, kind):
            return xml.parse(self.package.files[each.target])
        return None

    def _parsed(self, part: str) -> Element:
        root = xml.parse(self.package.files[part])
        self.count(left.CHANGES, sum(1 for each in root.iter(f"{W}delText") if each.text))
        changes.remove_comments(root)
        changes.accept(root)
        return root

    def _read_notes(self) -> None:
        roots: dict[str, tuple[str, dict[str, Element]]] = {}
        for kind in ("footnotes", "endnotes"):
            for each in self.package.related(self.package.main, kind):
                notes = {note.get(f"{W}id", ""): note for note in self._parsed(each.target)}
                roots[kind] = each.target, notes
        for label, (kind, id) in enumerate(self.notes, start=1):  # grows while notes are read
            part, notes = roots.get(kind, ("", {}))
            if id in notes:
                self.part = part
                self.document.notes[str(label)] = self.blocks(notes[id])

    def blocks(self, parent: Iterable[Element]) -> list[Block]:
        """The blocks below an element, each followed by what floats beside it."""
        if self.depth > _DEEPEST:
            return []
        self.depth += 1
        found: list[Block] = []
        for each in parent:
            if each.tag == f"{W}p":
                found += self._paragraph(each)
            elif each.tag == f"{W}tbl":
                found.append(self._table(each))
            elif each.tag == f"{W}sdt":
                content = each.find(f"{W}sdtContent")
                if _is_contents(each):
                    lines = [] if content is None else list(content.iter(f"{W}p"))
                    self.count(left.CONTENTS, len(lines))
                elif content is not None:
                    found += self.blocks(content)
            elif each.tag == f"{ALTERNATIVES}AlternateContent":
                for child in chosen(each):
                    found += self.blocks([child])
            elif each.tag in _TRANSPARENT:
                found += self.blocks(each)
            elif each.tag == f"{W}altChunk":
                self.count(left.OBJECTS)
            elif each.tag in (f"{_M}oMathPara", f"{_M}oMath"):
                self.count(left.EQUATIONS)
                found.append(Paragraph([Run(_math(each))]))
        self.depth -= 1
        return found

    def _paragraph(self, element: Element) -> list[Block]:
        properties = element.find(f"{W}pPr")
        named = None if properties is None else properties.find(f"{W}pStyle")
        style = self.styles.of(None if named is None else named.get(f"{W}val"))
        outer, self.floating = self.floating, []
        in_contents = style.is_toc or any(_TOC.match(each.instruction) for each in self.fields)
        inlines = self._inlines(element, style, "")
        in_contents = in_contents or any(_TOC.match(each.instruction) for each in self.fields)
        floating, self.floating = self.floating, outer
        if in_contents:
            self.count(left.CONTENTS)
            return floating
        level = styles.outline_of(properties) or style.level
        counted = styles.list_of(properties, style.list)
        mark = self.numbering.next(*counted) if counted else None
        paragraph = Paragraph(inlines, level=level, is_title=style.is_title, mark=mark)
        words = paragraph.text
        if not words and not any(not isinstance(each, Run) for each in inlines):
            return floating
        if mark and (level or style.is_title):
            number = mark.label or (f"{mark.number}." if mark.number is not None else "")
            paragraph.inlines = [Run(f"{number} "), *inlines] if number else inlines
            paragraph.mark = None
        self.count_symbols(inlines)
        paragraph.indent = styles.indent_of(properties)
        if not paragraph.indent:
            listed = self.numbering.indent(*counted) if counted else 0
            paragraph.indent = listed or style.indent
        paragraph.size = self._size(element, style)
        paragraph.underlined = self._underlined(element, style)
        first = next((each.text for each in inlines if isinstance(each, Run) and each.text), "")
        paragraph.tabs = len(first) - len(first.lstrip("\t "))
        return [paragraph, *floating]

    def _size(self, element: Element, style: Style) -> int:
        """The size of most of its letters."""
        weights: dict[int, int] = {}
        for run in element.iter(f"{W}r"):
            size = size_of(run.find(f"{W}rPr")) or style.size or self.styles.size
            words = sum(len(each.text or "") for each in run.iterfind(f"{W}t"))
            weights[size] = weights.get(size, 0) + words
        return max(weights, key=lambda size: weights[size]) if weights else 0

    def _underlined(self, element: Element, style: Style) -> bool:
        runs = [
            run
            for run in element.iter(f"{W}r")
            if any((each.text or "").strip() for each in run.iterfind(f"{W}t"))
        ]
        own = [is_on(run.find(f"{W}rPr"), "u") for run in runs]
        return bool(runs) and all(style.underlined if each is None else each for each in own)

    def _inlines(self, parent: Iterable[Element], style: Style, href: str) -> list[Inline]:
        found: list[Inline] = []
        for each in parent:
            if each.tag == f"{W}r":
                found += self._run(each, style, href)
            elif each.tag == f"{W}hyperlink":
                address = self.address(self.part, each.get(f"{R}id")) if each.get(f"{R}id") else ""
                found += self._inlines(each, style, address or href)
            elif each.tag == f"{W}fldSimple":
                self.fields.append(_Field(each.get(f"{W}instr", ""), in_result=True))
                found += self._inlines(each, style, href)
                self.fields.pop()
            elif each.tag == f"{W}sdt":
                content = each.find(f"{W}sdtContent")
                found += [] if content is None else self._inlines(content, style, href)
            elif each.tag in _TRANSPARENT:
                found += self._inlines(each, style, href)
            elif each.tag == f"{ALTERNATIVES}AlternateContent":
                for child in chosen(each):
                    found += self._inlines([child], style, href)
            elif each.tag in (f"{_M}oMath", f"{_M}oMathPara"):
                self.count(left.EQUATIONS)
                found.append(Run(_math(each)))
        return found

    def _run(self, run: Element, style: Style, href: str) -> list[Inline]:
        properties = run.find(f"{W}rPr")
        own = style
        named = None if properties is None else properties.find(f"{W}rStyle")
        look = self.styles.by_id.get(named.get(f"{W}val", "")) if named is not None else None
        if look is not None:
            own = Style(
                bold=_either(look.bold, style.bold),
                italic=_either(look.italic, style.italic),
                strike=_either(look.strike, style.strike),
                hidden=_either(look.hidden, style.hidden),
            )
        found: list[Inline] = []
        text = Run(
            "",
            bold=bool(_either(is_on(properties, "b", "bCs"), own.bold)),
            italic=bool(_either(is_on(properties, "i", "iCs"), own.italic)),
            strike=bool(_either(is_on(properties, "strike", "dstrike"), own.strike)),
            href=href,
        )
        hidden = bool(_either(is_on(properties, "vanish"), own.hidden))
        script = None if properties is None else properties.find(f"{W}vertAlign")
        place = "" if script is None else script.get(f"{W}val", "")
        for each in run:
            words = self._words(each, found)
            if not words or self._is_silent():
                continue
            if hidden:
                self.count(left.HIDDEN)
                continue
            words = readable(words)
            if place in ("superscript", "subscript"):
                words = (raised if place == "superscript" else lowered)(words)
            link = next((field.href for field in reversed(self.fields) if field.href), "")
            found.append(replace(text, text=words, href=(self.web(link) if link else "") or href))
        return found

    def _words(self, element: Element, found: list[Inline]) -> str:
        """The text of a part of a run. What is no text is put into `found`, or floats."""
        tag = element.tag
        if tag == f"{W}t":
            return element.text or ""
        if tag in _BREAKS:
            return _BREAKS[str(tag)]
        if tag == f"{W}br":
            return "" if element.get(f"{W}type") in ("page", "column") else "\n"
        if tag == f"{W}sym":
            return of_font(element.get(f"{W}char", ""))
        if tag == f"{W}instrText":
            if self.fields:
                self.fields[-1].instruction += element.text or ""
        elif tag == f"{W}fldChar":
            return self._field(element)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = f"{xml.name_of(element).removesuffix('Reference')}s"
            self.notes.append((kind, element.get(f"{W}id", "")))
            found.append(NoteMark(str(len(self.notes))))
        elif tag == f"{W}ruby":
            base = element.find(f"{W}rubyBase")
            return "" if base is None else "".join(each.text or "" for each in base.iter(f"{W}t"))
        elif tag == f"{ALTERNATIVES}AlternateContent":
            return "".join(self._words(each, found) for each in chosen(element))
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self._drawn(element, "", found)
        return ""

    def _field(self, element: Element) -> str:
        """The words of a field that has no result of its own: a box that is ticked or not."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self.fields.append(_Field())
            box = element.find(f"{W}ffData/{W}checkBox")
            if box is not None:
                ticked = is_on(box, "checked")
                return "☑" if (is_on(box, "default") if ticked is None else ticked) else "☐"
        elif self.fields and kind == "separate":
            self.fields[-1].in_result = True
        elif self.fields and kind == "end":
            ended = self.fields.pop()
            symbol = _SYMBOL.match(ended.instruction.strip())
            if symbol and not ended.in_result:
                return of_font(f"{int(symbol[1], 0):x}")
        return ""

    def _is_silent(self) -> bool:
        """Whether the text here is an instruction, or a number of pages that mean nothing now."""
        return any(
            (not each.in_result and each.instruction) or _NUMBERS.match(each.instruction)
            for each in self.fields
        )

    def _drawn(self, elements: Iterable[Element], described: str, found: list[Inline]) -> None:
        """Pictures, boxes, charts below an element, in their order."""
        for each in elements:
            name = xml.name_of(each)
            if each.tag == f"{ALTERNATIVES}AlternateContent":
                for child in chosen(each):
                    self._drawn([child], described, found)
            elif name in ("docPr", "cNvPr"):
                described = each.get("descr") or each.get("title") or described
                self._drawn(each, described, found)
            elif each.tag == f"{W}txbxContent":
                saved, self.fields = self.fields, []
                if boxed := self.blocks(each):
                    self.count(left.BOXES)
                    self.floating.append(Box(boxed))
                self.fields = saved
            elif each.tag == f"{_A}blip":
                id = each.get(f"{R}embed") or each.get(f"{R}link")
                found += self.picture(self.part, id, described)
            elif each.tag == f"{_V}imagedata":
                found += self.picture(
                    self.part, each.get(f"{R}id"), described or each.get("title", "")
                )
            elif each.tag == f"{_V}textpath" and each.get("string"):
                self.floating.append(Paragraph([Run(readable(each.get("string", "")), bold=True)]))
            elif name == "hlinkClick":  # on a picture
                self.floating += self.link(self.part, each.get(f"{R}id"))
            elif name == "webVideoPr":
                self.floating += _video(each.get("embeddedHtml", ""))
            elif name == "OLEObject":
                self.count(left.OBJECTS)
            elif is_graphic(each):
                self.floating += self.graphic(self.part, each)
            else:
                if name == "pic":  # its own name stands below, before the picture
                    own = next((at for at in each.iter() if xml.name_of(at) == "cNvPr"), None)
                    described = (own is not None and own.get("descr")) or described
                self._drawn(each, each.get("alt") or described, found)

    def _table(self, element: Element) -> Table:
        rows: list[list[Cell]] = []
        for row in _rows(element):
            cells: list[Cell] = []
            before = row.find(f"{W}trPr/{W}gridBefore")
            skipped = "0" if before is None else before.get(f"{W}val", "0")
            cells += [Cell([]) for _ in range(min(int(skipped), 60) if skipped.isdecimal() else 0)]
            for cell in _cells(row):
                properties = cell.find(f"{W}tcPr")
                merge = None if properties is None else properties.find(f"{W}vMerge")
                covered = merge is not None and merge.get(f"{W}val", "continue") == "continue"
                span = None if properties is None else properties.find(f"{W}gridSpan")
                width = "1" if span is None else span.get(f"{W}val", "1")
                cells.append(Cell(self.blocks(cell), covered))
                cells += [
                    Cell([], covered=True)
                    for _ in range(min(int(width), 60) - 1 if width.isdecimal() else 0)
                ]
            rows.append(cells)
        return squared(rows, self)


def squared(rows: list[list[Cell]], reader: Reader) -> Table:
    """A table whose rows are of one length; its merged cells are counted."""
    width = max(map(len, rows), default=0)
    for row in rows:
        row += [Cell([]) for _ in range(width - len(row))]
        reader.count(left.MERGED, sum(cell.covered for cell in row))
        for cell in row:
            reader.count(left.NESTED, sum(isinstance(each, Table) for each in cell.blocks))
    return Table(rows)


def _rows(table: Element) -> list[Element]:
    return [each for each in _below(table) if each.tag == f"{W}tr"]


def _cells(row: Element) -> list[Element]:
    return [each for each in _below(row) if each.tag == f"{W}tc"]


def _below(parent: Element) -> list[Element]:
    """The children of an element, through what only marks them."""
    found: list[Element] = []
    for each in parent:
        if each.tag == f"{W}sdt" or each.tag in _TRANSPARENT:
            found += _below(each)
        else:
            found.append(each)
    return found


def _is_contents(element: Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val", "").casefold() in _CONTENTS


def _video(html: str) -> list[Block]:
    """A film of the web, which Word keeps as a piece of a page."""
    found = addresses.find(unescape(html))
    address = unescape(html)[slice(*found)].rstrip("\"'") if found else ""
    return [Paragraph([Run(address, href=address)])] if address else []


def _math(element: Element) -> str:
    return readable("".join(each.text or "" for each in element.iter(f"{_M}t", f"{W}t")))


def _either(own: bool | None, inherited: bool | None) -> bool | None:
    return inherited if own is None else own
