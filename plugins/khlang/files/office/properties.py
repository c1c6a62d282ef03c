"""What a document says about its makers; of that only the title is published."""

import re
from collections.abc import Iterator
from html import unescape
from xml.sax.saxutils import escape

from khlang.files.findings import Refused
from khlang.files.office import xml
from khlang.files.office.package import ROOT, Package, Relation

PART = "docProps/core.xml"
TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATION = Relation(
    ROOT, "core", f"{_PACKAGE}/relationships/metadata/core-properties", "", PART, is_external=False
)
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_PROPERTIES = ("core-properties", "extended-properties", "custom-properties")
_IMPERSONAL = {"title", "Pages", "Words", "Characters", "Lines", "Paragraphs", "Slides", "Notes"}
_PEOPLE = re.compile(
    rb"[\s:](?:author|initials|refreshedBy|lastModifiedBy|userName|displayName|userId)=[\"']([^\"'<]*)"
)
_LONGEST = 1_000


def title(package: Package) -> str:
    """The title in the properties, or nothing."""
    for relation in package.related(ROOT, "core-properties"):
        for each in _elements(package, relation.target):
            if each.tag == f"{{{_DUBLIN_CORE}}}title":
                return " ".join((each.text or "").split())
    return ""


def with_title(title: str) -> bytes:
    """Properties that hold a title and nothing else."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="{_DUBLIN_CORE}"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
    ).encode()


def metadata(package: Package) -> Iterator[tuple[str, str]]:
    """Names and words that the published copy does not have: properties, authors, comments."""
    for relation in package.related(ROOT, *_PROPERTIES):
        for each in _elements(package, relation.target):
            words = (each.text or "").strip()
            if len(each) == 0 and words and xml.name_of(each) not in _IMPERSONAL:
                yield xml.name_of(each), words[:_LONGEST]
    people: set[str] = set()
    for name in sorted(package.files):
        if not package.is_xml(name):
            continue
        content = package.files[name]
        if "comments" in package.type_of(name).lower():
            words = " ".join(each.text or "" for each in _elements(package, name))
            yield "comment", " ".join(words.split())[:_LONGEST]
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
