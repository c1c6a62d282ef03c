"""PowerPoint as blocks: a heading a slide, its texts, tables and pictures, then the speaker's notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from khlang.files.convert import reading as left
from khlang.files.convert.blocks import (
    Block,
    Box,
    Cell,
    Document,
    Inline,
    ListMark,
    Paragraph,
    Run,
    Table,
    plain,
)
from khlang.files.convert.numbering import FORMATS
from khlang.files.convert.reading import ALTERNATIVES, R, Reader, chosen, is_graphic
from khlang.files.convert.symbols import lowered, raised, readable
from khlang.files.convert.word import squared
from khlang.files.office import xml
from khlang.files.office.package import Package
from khlang.files.office.xml import Element

_A, _P = f"{{{xml.DRAWING}}}", f"{{{xml.SLIDES}}}"
_TITLES = ("title", "ctrTitle")
_LISTS = ("body", "obj", "")  # whose masters give them bullets
_MARGINS = ("sldNum", "dt", "ftr", "hdr")
_DEEPEST = 40
_TITLE_SIZE = 56  # half points
_LONGEST_TITLE = 100
# What `buAutoNum` calls a number: its form, and what stands around it.
_COUNTED = {
    "arabic": "decimal", "alphaLc": "lowerLetter", "alphaUc": "upperLetter", "romanLc": "lowerRoman",
    "romanUc": "upperRoman", "thaiNum": "thaiNumbers", "thaiAlpha": "thaiLetters",
}  # fmt: skip
_AROUND = {"ParenBoth": ("(", ")"), "ParenR": ("", ")"), "Period": ("", "."), "Plain": ("", "")}


def read(package: Package) -> Document:
    """The blocks of a presentation."""
    return _Slides(package).read()


@dataclass(slots=True)
class _Shape:
    """Where the properties of its paragraphs come from, the nearest first."""

    type: str | None = None
    lists: list[Element] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)


class _Slides(Reader):
    def __init__(self, package: Package) -> None:
        super().__init__(package)
        self.part = package.main
        self.depth = 0
        self._roots: dict[str, Element] = {}

    def read(self) -> Document:
        slides = {each.id: each.target for each in self.package.related(self.package.main, "slide")}
        shown = [
            slides[each.get(f"{R}id", "")]
            for each in self._root(self.package.main).iter(f"{_P}sldId")
            if each.get(f"{R}id", "") in slides
        ]
        for number, name in enumerate(shown, start=1):
            self._slide(number, name)
        return self.document

    def _root(self, part: str) -> Element:
        if part not in self._roots:
            self._roots[part] = xml.parse(self.package.files[part])
        return self._roots[part]

    def _slide(self, number: int, name: str) -> None:
        self.part = name
        root = self._root(name)
        if root.get("show") in ("0", "false"):
            self.count(left.HIDDEN_SLIDES)
        tree = root.find(f"{_P}cSld/{_P}spTree")
        titles: list[Block] = []
        blocks = self._shapes([] if tree is None else tree, titles)
        heads = [each for each in titles if isinstance(each, Paragraph) and each.text]
        if not heads and (large := _largest(blocks)) is not None:
            heads = [large]
            blocks = [each for each in blocks if each is not large]
        inlines: list[Inline] = [Run(f"สไลด์ที่ {number}")]
        if heads:
            inlines = []
            for each in heads:
                inlines += [Run(" "), *each.inlines] if inlines else each.inlines
        heading = Paragraph(inlines, level=1, is_title=number == 1 and bool(heads))
        self.document.blocks += [heading, *blocks]
        for notes in self.package.related(name, "notesslide"):
            self._notes(notes.target)
        for comments in self.package.related(name, "comments"):
            self.count(left.COMMENTS, len(self._root(comments.target)))

    def _notes(self, part: str) -> None:
        self.part = part
        tree = self._root(part).find(f"{_P}cSld/{_P}spTree")
        found: list[Block] = []
        for shape in [] if tree is None else tree:
            if _placeholder(shape) in ("sldImg", *_MARGINS):
                continue
            found += self._shapes([shape], [])
        words = [each for each in found if not isinstance(each, Paragraph) or each.text]
        if words:
            label = Paragraph([Run("บันทึกผู้บรรยาย", bold=True)])
            self.document.blocks.append(Box([label, *words]))

    def _shapes(self, shapes: Iterable[Element], titles: list[Block]) -> list[Block]:
        """The blocks of shapes in their order; those of the title are put into `titles`."""
        if self.depth > _DEEPEST:
            return []
        self.depth += 1
        found: list[Block] = []
        for each in shapes:
            name = xml.name_of(each)
            if name == "grpSp":
                found += self._shapes(each, titles)
            elif each.tag == f"{ALTERNATIVES}AlternateContent":
                found += self._shapes(chosen(each), titles)
            elif name in ("sp", "cxnSp"):
                type = _placeholder(each)
                if type in _MARGINS:
                    self.count(left.FOOTERS, int(bool(_words(each)) and type != "sldNum"))
                    continue
                (titles if type in _TITLES else found).extend(self._text(each, type))
                found += self._pictures(each) + self._behind(each)
            elif name == "pic":
                found += self._pictures(each) + self._behind(each)
            elif name == "graphicFrame":
                found += self._graphic(each)
            elif name == "contentPart":
                self.count(left.OBJECTS)
        self.depth -= 1
        return found

    def _pictures(self, shape: Element) -> list[Block]:
        own = next((each for each in shape.iter() if xml.name_of(each) == "cNvPr"), None)
        described = "" if own is None else own.get("descr", "")
        found: list[Inline] = []
        for blip in shape.iter(f"{_A}blip"):
            id = blip.get(f"{R}embed") or blip.get(f"{R}link")
            found += self.picture(self.part, id, described)
        return [Paragraph([each]) for each in found]

    def _behind(self, shape: Element) -> list[Block]:
        """Where a click on a shape leads, and the film that it shows, where that is on the web."""
        found: list[Block] = []
        for each in shape.iter():
            name = xml.name_of(each)
            if name == "hlinkClick" and xml.name_of(_parent(each)) == "cNvPr":
                found += self.link(self.part, each.get(f"{R}id"))
            elif name in ("videoFile", "audioFile"):
                relation = self.relation(self.part, each.get(f"{R}link"))
                if relation is not None and relation.is_external:
                    found += self.link(self.part, relation.id)
                else:
                    self.count(left.MEDIA)
        return found

    def _graphic(self, frame: Element) -> list[Block]:
        table = next(frame.iter(f"{_A}tbl"), None)
        if table is not None:
            return [self._table(table)]
        graphic = next(filter(is_graphic, frame.iter()), None)
        if graphic is not None:
            return self.graphic(self.part, graphic)
        self.count(left.OBJECTS)
        return self._pictures(frame)

    def _table(self, table: Element) -> Table:
        rows = [
            [
                Cell(
                    self._paragraphs(cell.find(f"{_A}txBody"), _Shape()),
                    covered=any(cell.get(each) in ("1", "true") for each in ("hMerge", "vMerge")),
                )
                for cell in row.iterfind(f"{_A}tc")
            ]
            for row in table.iterfind(f"{_A}tr")
        ]
        return squared(rows, self)

    def _text(self, shape: Element, type: str | None) -> list[Block]:
        body = shape.find(f"{_P}txBody")
        return self._paragraphs(body, _Shape(type, self._lists(shape, type)))

    def _lists(self, shape: Element, type: str | None) -> list[Element]:
        """The list styles of a shape: its own, those of its layout and master, those of all texts."""
        found = list(shape.iterfind(f"{_P}txBody/{_A}lstStyle"))
        if type is None:
            return found
        asked = next(shape.iter(f"{_P}ph"), None)
        part = self.part
        for kind in ("slidelayout", "slidemaster"):
            above = next(self.package.related(part, kind), None)
            if above is None:
                return found
            part = above.target
            for each in self._root(part).iter(f"{_P}sp"):
                place = next(each.iter(f"{_P}ph"), None)
                if place is not None and asked is not None and _same(place, asked, kind):
                    found += each.iterfind(f"{_P}txBody/{_A}lstStyle")
        style = "titleStyle" if type in _TITLES else "bodyStyle" if type in _LISTS else "otherStyle"
        return [*found, *self._root(part).iterfind(f"{_P}txStyles/{_P}{style}")]

    def _paragraphs(self, body: Element | None, shape: _Shape) -> list[Block]:
        found: list[Block] = []
        for each in [] if body is None else body.iterfind(f"{_A}p"):
            inlines = self._inlines(each)
            if not plain(inlines).strip():
                continue
            self.count_symbols(inlines)
            mark = None if shape.type in _TITLES else _mark(each.find(f"{_A}pPr"), shape)
            sizes = (at.get("sz", "") for at in each.iter(f"{_A}rPr"))
            size = max((int(at) // 50 for at in sizes if at.isdecimal()), default=0)
            found.append(Paragraph(inlines, mark=mark, size=size))
        return found

    def _inlines(self, paragraph: Element) -> list[Inline]:
        found: list[Inline] = []
        for each in paragraph:
            name = xml.name_of(each)
            if name == "br":
                found.append(Run("\n"))
            elif each.tag == f"{ALTERNATIVES}AlternateContent":
                for child in chosen(each):
                    words = "".join(at.text or "" for at in child.iter() if xml.name_of(at) == "t")
                    self.count(left.EQUATIONS)
                    found.append(Run(readable(words)))
            elif name in ("r", "fld"):
                if name == "fld" and each.get("type", "").startswith("slidenum"):
                    continue
                found.append(self._run(each))
            elif name == "m":
                words = "".join(at.text or "" for at in each.iter() if xml.name_of(at) == "t")
                self.count(left.EQUATIONS)
                found.append(Run(readable(words)))
        return found

    def _run(self, run: Element) -> Run:
        text = readable((run.findtext(f"{_A}t") or "").replace("_x000B_", "\n"))
        properties = run.find(f"{_A}rPr")
        if properties is None:
            return Run(text)
        raise_by = properties.get("baseline", "0")
        if raise_by not in ("0", ""):
            text = lowered(text) if raise_by.startswith("-") else raised(text)
        link = properties.find(f"{_A}hlinkClick")
        href = self.address(self.part, link.get(f"{R}id")) if link is not None else ""
        return Run(
            text,
            bold=properties.get("b") in ("1", "true"),
            italic=properties.get("i") in ("1", "true"),
            strike=properties.get("strike", "noStrike") != "noStrike",
            href=href,
        )


def _largest(blocks: list[Block]) -> Paragraph | None:
    """The line that a slide without a title has instead: short, and in the largest letters."""
    lines = [each for each in blocks if isinstance(each, Paragraph) and each.mark is None]
    largest = max((each.size for each in lines), default=0)
    found = next((each for each in lines if each.size == largest), None)
    if found is None or largest < _TITLE_SIZE or len(found.text) > _LONGEST_TITLE:
        return None
    return found


def _parent(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent


def _placeholder(shape: Element) -> str | None:
    """The type of a placeholder, empty for one of the slide's content; None for what is none."""
    place = next((each for each in shape.iter(f"{_P}ph")), None)
    return None if place is None else place.get("type", "")


def _same(place: Element, asked: Element, kind: str) -> bool:
    """Whether a placeholder of a layout is the one that a slide fills; masters know only types."""
    if kind == "slidelayout" and (place.get("idx") or asked.get("idx")):
        return place.get("idx", "0") == asked.get("idx", "0")
    type = asked.get("type", "body")
    return place.get("type", "body") == ("body" if type in _LISTS else type)


def _mark(properties: Element | None, shape: _Shape) -> ListMark | None:
    """The bullet or number of a paragraph, where it or one of the styles above it has one."""
    level = "0" if properties is None else properties.get("lvl", "0")
    depth = int(level) if level.isdecimal() else 0
    sources = [] if properties is None else [properties]
    sources += [
        each for style in shape.lists if (each := style.find(f"{_A}lvl{depth + 1}pPr")) is not None
    ]
    for source in sources:
        for each in source:
            name = xml.name_of(each)
            if name == "buNone":
                shape.counts.pop(depth, None)
                return None
            if name in ("buChar", "buBlip"):
                shape.counts.pop(depth, None)
                return ListMark(depth)
            if name == "buAutoNum":
                return _counted(each, depth, shape)
    shape.counts.pop(depth, None)
    return None


def _counted(number: Element, depth: int, shape: _Shape) -> ListMark:
    start = number.get("startAt", "1")
    count = shape.counts.get(depth, int(start) - 1 if start.isdecimal() else 0) + 1
    shape.counts[depth] = count
    for deeper in [each for each in shape.counts if each > depth]:
        del shape.counts[deeper]
    type = number.get("type", "arabicPeriod")
    around = next((each for each in _AROUND if type.endswith(each)), "Period")
    form = _COUNTED.get(type.removesuffix(around), "decimal")
    before, after = _AROUND[around]
    if form == "decimal" and around in ("Period", "ParenR"):
        return ListMark(depth, count)
    return ListMark(depth, label=f"{before}{FORMATS[form](count)}{after}")


def _words(shape: Element) -> str:
    return "".join(each.text or "" for each in shape.iter(f"{_A}t")).strip()
