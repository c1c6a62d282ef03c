"""What a document says about its makers.

Published is the title, and which version of Microsoft Office wrote it: readers' programs draw the
charts and lines of old versions by other defaults.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from xml.sax.saxutils import escape

from khlang.files.findings import Refused
from khlang.files.office import xml
from khlang.files.office.package import ROOT, Package, Relation

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_CORE, _EXTENDED, _CUSTOM = "core-properties", "extended-properties", "custom-properties"
_RELATIONS = {
    _CORE: f"{_PACKAGE}/relationships/metadata/core-properties",
    _EXTENDED: f"{_OFFICE}/relationships/extended-properties",
}
_TYPES = {
    _CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    _EXTENDED: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_PROGRAM = {
    "Application": re.compile(r"Microsoft (?:Office )?(?:Macintosh )?(?:Word|Excel|PowerPoint)"),
    "AppVersion": re.compile(r"\d{1,2}\.\d{4}"),
}
_IMPERSONAL = {"title", "Pages", "Words", "Characters", "Lines", "Paragraphs", "Slides", "Notes"}
_PERSONAL = (b"author", b"initials", b"refreshedBy", b"lastModifiedBy", b"userName", b"userId")
_PEOPLE = re.compile(rb"[\s:](?:%s)=[\"']([^\"'<]*)" % b"|".join(_PERSONAL))
_NAMES = re.compile(rb"[\s:](?:name|displayName)=[\"']([^\"'<]*)")
_LISTS_OF_PEOPLE = ("author", "person")  # in the types of parts that are nothing else
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Properties:
    """A file of properties as it is published."""

    relation: Relation
    type: str
    content: bytes


def title(package: Package) -> str:
    """The title in the properties, or nothing."""
    for relation in package.related(ROOT, _CORE):
        for each in _elements(package, relation.target):
            if each.tag == f"{{{_DUBLIN_CORE}}}title":
                return " ".join((each.text or "").split())
    return ""


def pages(package: Package) -> int:
    """The pages that Word counted when the document was saved; 0 where it says nothing."""
    for relation in package.related(ROOT, _EXTENDED):
        for each in _elements(package, relation.target):
            if xml.name_of(each) == "Pages" and (each.text or "").isdecimal():
                return int(each.text or 0)
    return 0


def published(package: Package) -> Iterator[Properties]:
    """The title and the program, where there are any."""
    words = title(package)
    if words:
        yield _properties(
            _CORE,
            "docProps/core.xml",
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
            f' xmlns:dc="{_DUBLIN_CORE}"><dc:title>{escape(words)}</dc:title></cp:coreProperties>',
        )
    program = dict(_program(package))
    if len(program) == len(_PROGRAM):
        lines = "".join(f"<{name}>{program[name]}</{name}>" for name in _PROGRAM)
        root = f'<Properties xmlns="{_OFFICE}/extended-properties">{lines}</Properties>'
        yield _properties(_EXTENDED, "docProps/app.xml", root)


def _properties(kind: str, part: str, root: str) -> Properties:
    relation = Relation(ROOT, kind, _RELATIONS[kind], kind, part, is_external=False)
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return Properties(relation, _TYPES[kind], f"{declaration}\n{root}".encode())


def _program(package: Package) -> Iterator[tuple[str, str]]:
    for relation in package.related(ROOT, _EXTENDED):
        for each in _elements(package, relation.target):
            name, words = xml.name_of(each), each.text or ""
            if name in _PROGRAM and _PROGRAM[name].fullmatch(words):
                yield name, words


def metadata(package: Package) -> Iterator[tuple[str, str]]:
    """Names and words that the published copy does not have: properties, authors, comments."""
    program = set(_program(package))
    for relation in package.related(ROOT, _CORE, _EXTENDED, _CUSTOM):
        for each in _elements(package, relation.target):
            name, words = xml.name_of(each), (each.text or "").strip()
            known = name in _IMPERSONAL or (name, words) in program
            if len(each) == 0 and words and not known:
                yield name, words[:_LONGEST]
    people: set[str] = set()
    for name in sorted(package.files):
        if not package.is_xml(name):
            continue
        content, type = package.files[name], package.type_of(name).lower()
        if "comments" in type:
            words = " ".join(each.text or "" for each in _elements(package, name))
            yield "comment", " ".join(words.split())[:_LONGEST]
        if any(word in content for word in _PERSONAL):
            people.update(
                unescape(each.decode("utf-8", "replace")) for each in _PEOPLE.findall(content)
            )
    yield from (("author", each[:_LONGEST]) for each in sorted(people - {""}))


def _elements(package: Package, name: str) -> Iterator[xml.Element]:
    """All elements of a part that is not published: if it is broken, nobody will miss it."""
    try:
        yield from xml.parse(package.files[name]).iter("*")
    except Refused:
        return
