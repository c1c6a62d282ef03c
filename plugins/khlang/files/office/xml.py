"""The only XML parser: no entities, no DTD, no network, no other encodings than Unicode."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from khlang.files.findings import Refused
from khlang.model.codes import links as codes

Element = etree._Element

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart"
ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
VML = "urn:schemas-microsoft-com:vml"

_HARMLESS: dict[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_FORBIDDEN = re.compile(r"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)")


def parse(data: bytes) -> Element:
    """The root element. Raises Refused for what is no plain XML document."""
    plain = _checked(data)
    with _faults():
        return etree.fromstring(plain, etree.XMLParser(encoding="utf-8", **_HARMLESS))


def stream(data: bytes, *tags: str) -> Iterator[Element]:
    """The elements of these names, each only until the next one is asked for: a sheet may have a
    million cells. Raises Refused as `parse` does, at the place where the fault is.
    """
    plain = io.BytesIO(_checked(data))
    events = etree.iterparse(plain, events=("end",), tag=tags, encoding="utf-8", **_HARMLESS)
    while True:
        with _faults():
            event = next(events, None)
        if event is None:
            return
        element = event[1]
        yield element
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def _checked(data: bytes) -> bytes:
    """The document in UTF-8, without a declaration that may say otherwise."""
    text = decoded(data)
    if _FORBIDDEN.search(text):  # no document of an office program has one; bombs have
        raise Refused(codes.ATTACHMENT_DAMAGED)
    return _DECLARATION.sub("", text).encode()


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except (etree.XMLSyntaxError, ValueError) as fault:
        if getattr(fault, "code", 0) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from fault
        raise Refused(codes.ATTACHMENT_DAMAGED) from fault


def decoded(data: bytes) -> str:
    """The text of an XML document. Raises Refused where it is not in Unicode."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Refused(codes.ATTACHMENT_DAMAGED) from fault


def written(root: Element) -> bytes:
    """The document as UTF-8."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def name_of(element: Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def remove(element: Element) -> None:
    """Takes an element out, with what stands in it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Puts what stands in an element in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)
