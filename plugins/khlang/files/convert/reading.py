"""What the readers of Word and of PowerPoint share: parts, addresses, pictures, what is left out."""

import hashlib
from collections.abc import Iterable

from khlang.files.convert import drawn, pictures
from khlang.files.convert.blocks import Block, Document, Inline, Paragraph, Picture, Run
from khlang.files.convert.symbols import lost
from khlang.files.findings import Refused
from khlang.files.office import xml
from khlang.files.office.package import Package, Relation
from khlang.files.office.relations import MAIL, WEB
from khlang.files.office.xml import Element

R = f"{{{xml.RELATIONS}}}"
ALTERNATIVES = f"{{{xml.ALTERNATIVES}}}"
_CHART = f"{{{xml.CHARTS}}}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"

# What is left out, in the words of the report. The number stands before the last word.
COMMENTS = "ความเห็น (comment)"
CHANGES = "ข้อความที่ถูกลบแบบติดตามการแก้ไข (นำเข้าฉบับที่ยอมรับการแก้ไขแล้ว)"
MARGINS = "หัวกระดาษและท้ายกระดาษ"
CONTENTS = "บรรทัดของสารบัญ (เว็บทำให้เอง)"
HIDDEN = "ข้อความที่ซ่อนไว้"
PICTURES = "ภาพชนิดที่เว็บแสดงไม่ได้ (EMF, WMF) หรือภาพเสีย"
REMADE = "ภาพที่ทำใหม่ให้เล็กลงหรือเป็นชนิดที่เว็บแสดงได้ (ภาพเดิมอยู่ในไฟล์ต้นฉบับ)"
LINKED = "ภาพที่ลิงก์จากที่อื่น"
OBJECTS = "วัตถุที่ฝังจากโปรแกรมอื่น เช่น ตาราง Excel"
MEDIA = "วิดีโอหรือเสียงที่ฝังไว้"
LINKS = "ลิงก์ที่ไม่ใช่เว็บ (เหลือเฉพาะข้อความ)"
SYMBOLS = "สัญลักษณ์ของฟอนต์เฉพาะที่อ่านไม่ได้"
MERGED = "เซลล์ที่ถูกผสาน (ข้อความอยู่ที่เซลล์แรก)"
NESTED = "ตารางที่ซ้อนในตาราง (รวมเป็นข้อความในเซลล์)"
BOXES = "กล่องข้อความ (วางไว้หลังย่อหน้าที่ยึดอยู่)"
CHARTS = "แผนภูมิ (นำเข้าเป็นตารางตัวเลข)"
DIAGRAMS = "แผนผัง SmartArt (นำเข้าเป็นรายการข้อความ)"
EQUATIONS = "สมการ (นำเข้าเป็นข้อความบรรทัดเดียว)"
FOOTERS = "ข้อความท้ายสไลด์ วันที่ และเลขสไลด์"
HIDDEN_SLIDES = "สไลด์ที่ซ่อนไว้ (นำเข้าด้วย)"


class Reader:
    """A package on its way to a document."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.document = Document()
        self._relations: dict[str, dict[str, Relation]] = {}
        self._seen: dict[str, int] = {}

    def relation(self, part: str, id: str | None) -> Relation | None:
        """What an id means in a part."""
        if part not in self._relations:
            listed = self.package.relations.get(part, ())
            self._relations[part] = {each.id: each for each in listed}
        return self._relations[part].get(id or "")

    def count(self, what: str, number: int = 1) -> None:
        """Remembers that something is left out or told otherwise."""
        if number:
            self.document.left[what] += number

    def address(self, part: str, id: str | None) -> str:
        """The address behind a link; nothing for one that is of no use to readers of a page."""
        relation = self.relation(part, id)
        return "" if relation is None or not relation.is_external else self.web(relation.target)

    def web(self, target: str) -> str:
        """An address, if it leads to the web or to a mailbox."""
        address = target.strip()
        if address.casefold().startswith((*WEB, MAIL)):
            return address.replace(" ", "%20")
        self.count(LINKS)
        return ""

    def link(self, part: str, id: str | None) -> list[Block]:
        """The address behind a picture or a film, as a line of its own."""
        address = self.address(part, id)
        return [Paragraph([Run(address, href=address)])] if address else []

    def picture(self, part: str, id: str | None, described: str) -> list[Inline]:
        """A picture as an inline; none where it cannot be shown, which is counted."""
        relation = self.relation(part, id)
        if relation is None:
            return []
        if relation.is_external:
            self.count(LINKED)
            return []
        data = self.package.files.get(relation.target, b"")
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._seen:
            found = pictures.usable(data)
            if found is None:
                self.count(PICTURES)
                return []
            if found[1] != data:
                self.count(REMADE)
            self._seen[digest] = len(self.document.pictures)
            self.document.pictures.append(found)
        words = pictures.alt(described)
        if described and not words:
            self.document.made_up.append(described)
        return [Picture(self._seen[digest], words)]

    def graphic(self, part: str, element: Element) -> list[Block]:
        """The chart or diagram that an element stands for."""
        try:
            if element.tag == _CHART:
                chart = self.relation(part, element.get(f"{R}id"))
                self.count(CHARTS)
                return drawn.chart(self.package, chart.target) if chart and chart.target else []
            diagram = self.relation(part, element.get(f"{R}dm"))
            self.count(DIAGRAMS)
            return drawn.diagram(self.package, diagram.target) if diagram and diagram.target else []
        except Refused:
            return []

    def count_symbols(self, inlines: Iterable[Inline]) -> None:
        """Counts the characters of these that nobody can read."""
        for each in inlines:
            if isinstance(each, Run):
                self.count(SYMBOLS, lost(each.text) + each.text.count("\ufffd"))


def is_graphic(element: Element) -> bool:
    """Whether an element stands for a chart or a diagram."""
    return element.tag in (_CHART, _DIAGRAM)


def chosen(alternatives: Element) -> list[Element]:
    """What to read where a document says a thing twice: the new form, unless it is empty."""
    for each in alternatives:
        if each.tag == f"{ALTERNATIVES}Choice" and len(each):
            return list(each)
    return [child for each in alternatives for child in each]
