"""Whether a document is what its name says, does nothing by itself, and stands alone."""

import re
from collections.abc import Iterator

from khlang.files import parts
from khlang.files.findings import Finding, Refused, shown
from khlang.files.office import media, xml
from khlang.files.office.package import Package, Relation
from khlang.files.office.relations import REFUSED, is_harmless_link
from khlang.files.office.selection import Selection, select
from khlang.files.parts import Part
from khlang.model.codes import links as codes

_OFFICE = "application/vnd.openxmlformats-officedocument."
_MAIN = {
    ".docx": f"{_OFFICE}wordprocessingml.document.main+xml",
    ".pptx": f"{_OFFICE}presentationml.presentation.main+xml",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet.main+xml",
}
_REFUSED_TYPES = {
    "macroenabled": parts.MACROS,
    "vbaproject": parts.MACROS,
    "vbadata": parts.MACROS,
    "macrosheet": parts.MACROS,
    "activex": parts.CONTROL,
    "oleobject": parts.OLE,
}
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_OLE = b"\xd0\xcf\x11\xe0"
_FIELD = re.compile(
    r"[\s\"]*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|RD)\b", re.I
)
_LINK = re.compile(
    r"\s*HYPERLINK\s+(?!\\)\"?([^\"]+)", re.I
)  # a switch instead is a place in the text
_DDE = re.compile(r"\w\|(?:'[^']*'|\w+)!")
_STRICT = "purl.oclc.org/ooxml"
TABLES = ("spreadsheetml.worksheet+xml", "spreadsheetml.sharedStrings+xml")
_HAS_FORMULAS = re.compile(r"[<:]f[\s/>]")


def opened(files: dict[str, bytes], suffix: str) -> Package:
    """The document. Raises Refused where it is not of the type that its name says."""
    package = Package(files)
    relations = [each for several in package.relations.values() for each in several]
    if any(_STRICT in each.type for each in relations):
        raise parts.STRICT.refused(codes.ATTACHMENT_NOT_CLEANABLE, where="_rels/.rels")
    for name in files:
        part = _by_type(package.type_of(name))
        if part is not None:
            raise part.refused(codes.ATTACHMENT_ACTIVE, where=name)
    if package.type_of(package.main) != _MAIN[suffix]:
        raise Refused(codes.ATTACHMENT_NOT_ITS_TYPE, suffix=suffix)
    return package


def checked(package: Package) -> Selection:
    """What is published of a document without a fault. Raises Refused for the first one."""
    for finding in problems(package):
        raise Refused(finding.code, **finding.values)
    return select(package)


def problems(package: Package) -> Iterator[Finding]:
    """Everything that speaks against a document, each kind of fault once."""
    seen = set()
    for finding in _all_problems(package):
        fault = (finding.code.id, finding.values.get("what_en"))
        if fault not in seen:
            seen.add(fault)
            yield finding


def _all_problems(package: Package) -> Iterator[Finding]:
    for several in package.relations.values():
        for relation in several:
            yield from _of_relation(package, relation)
    for name, content in package.files.items():
        if content.startswith((*_PROGRAMS, _OLE)):
            part = parts.OLE if content.startswith(_OLE) else parts.PROGRAM
            yield part.finding(codes.ATTACHMENT_ACTIVE, where=name)
    published = select(package).parts
    for name in published:
        if package.is_xml(name):
            content = package.files[name]
            if package.type_of(name).endswith(TABLES):
                yield from _of_formulas(name, content)
            else:
                yield from _of_fields(name, xml.parse(content))
    yield from media.problems(
        (name, package.files[name], package.type_of(name))
        for name in published
        if not package.is_xml(name)
    )


def _by_type(type: str) -> Part | None:
    return next((part for word, part in _REFUSED_TYPES.items() if word in type.lower()), None)


def _of_relation(package: Package, relation: Relation) -> Iterator[Finding]:
    part = REFUSED.get(relation.kind)
    behind_chart = relation.kind == "package" and "chart" in package.type_of(relation.owner)
    if part is not None and not behind_chart:
        yield part.finding(codes.ATTACHMENT_ACTIVE, where=relation.owner)
    elif relation.is_external and not is_harmless_link(relation.kind, relation.target):
        yield _outside(relation.target, relation.owner)


def _outside(target: str, where: str) -> Finding:
    return Finding(codes.ATTACHMENT_EXTERNAL, {"target": shown(target), "where": shown(where)})


def _of_formulas(name: str, content: bytes) -> Iterator[Finding]:
    """Formulas that take something from outside when the workbook is opened.

    Whether the rest of a sheet can be read is found out when it is read: they are large.
    """
    if not _HAS_FORMULAS.search(xml.decoded(content)):
        return
    for row in xml.stream(content, f"{{{xml.SHEETS}}}row"):
        if any(_DDE.search(each.text or "") for each in row.iter(f"{{{xml.SHEETS}}}f")):
            yield parts.FIELD.finding(codes.ATTACHMENT_ACTIVE, where=name)


def _of_fields(name: str, root: xml.Element) -> Iterator[Finding]:
    """Fields that take something from outside when the document is opened."""
    told = (*instructions(root), *(each or "" for each in _simple_fields(root)))
    if any(_FIELD.match(each) for each in told):
        yield parts.FIELD.finding(codes.ATTACHMENT_ACTIVE, where=name)
    for link in filter(None, map(_LINK.match, told)):
        if not is_harmless_link("hyperlink", link[1]):
            yield _outside(link[1], name)


def _simple_fields(root: xml.Element) -> Iterator[str | None]:
    for each in root.iter(f"{{{xml.WORD}}}fldSimple"):
        yield each.get(f"{{{xml.WORD}}}instr")


def instructions(root: xml.Element) -> Iterator[str]:
    """The instructions of fields, put together from the runs they are torn into."""
    open_fields: list[str] = []
    for each in root.iter(f"{{{xml.WORD}}}fldChar", f"{{{xml.WORD}}}instrText"):
        if xml.name_of(each) == "instrText":
            if open_fields:
                open_fields[-1] += each.text or ""
            else:
                yield each.text or ""
        elif each.get(f"{{{xml.WORD}}}fldCharType") == "begin":
            open_fields.append("")
        elif open_fields and each.get(f"{{{xml.WORD}}}fldCharType") == "end":
            yield open_fields.pop()
    yield from open_fields
