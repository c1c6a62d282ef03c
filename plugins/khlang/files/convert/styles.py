"""What the styles of a Word document say of a paragraph or a run: bold, size, outline, list."""

import re
from dataclasses import dataclass, field

from khlang.files.office import xml
from khlang.files.office.xml import Element

W = f"{{{xml.WORD}}}"
_HEADING = re.compile(r"(?:heading|หัวเรื่อง) ?([1-9])")
_TOC = re.compile(r"(?:toc|สารบัญ) ?[1-9]")
_OFF = ("0", "false", "off", "none")
_NORMAL_SIZE = 20


def is_on(properties: Element | None, *names: str) -> bool | None:
    """Whether one of these is switched on; None where nothing is said. Thai has its own switches
    (`bCs`), but many programs write only the Western ones.
    """
    if properties is None:
        return None
    found = [properties.find(f"{W}{name}") for name in names]
    said = [each.get(f"{W}val", "1") not in _OFF for each in found if each is not None]
    return any(said) if said else None


def size_of(properties: Element | None) -> int | None:
    """The size of letters in half points, that of Thai first."""
    for name in ("szCs", "sz"):
        each = None if properties is None else properties.find(f"{W}{name}")
        value = "" if each is None else each.get(f"{W}val", "")
        if value.isdecimal():
            return int(value)
    return None


@dataclass(slots=True)
class Style:
    """A style with what it takes from those it is based on."""

    bold: bool | None = None
    italic: bool | None = None
    strike: bool | None = None
    underlined: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    level: int = 0
    is_title: bool = False
    is_toc: bool = False
    indent: int = 0
    list: tuple[str, int] | None = None  # id and level of a numbering


@dataclass(slots=True)
class Styles:
    """The styles of a document by id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: Style = field(default_factory=Style)
    size: int = _NORMAL_SIZE

    def of(self, id: str | None) -> Style:
        return self.by_id.get(id or "", self.default)


def read(root: Element | None) -> Styles:
    """The styles of a document, which may have none."""
    styles = Styles()
    if root is None:
        return styles
    styles.size = size_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")) or _NORMAL_SIZE
    elements = {each.get(f"{W}styleId", ""): each for each in root.iterfind(f"{W}style")}
    for id in elements:
        styles.by_id[id] = _resolved(id, elements, set())
    for id, each in elements.items():
        if each.get(f"{W}type") == "paragraph" and each.get(f"{W}default") in ("1", "true"):
            styles.default = styles.by_id[id]
    return styles


def _resolved(id: str, elements: dict[str, Element], seen: set[str]) -> Style:
    element = elements.get(id)
    if element is None or id in seen:
        return Style()
    based = element.find(f"{W}basedOn")
    parent = Style()
    if based is not None:
        parent = _resolved(based.get(f"{W}val", ""), elements, seen | {id})
    name = element.find(f"{W}name")
    words = "" if name is None else name.get(f"{W}val", "").strip().casefold()
    run, paragraph = element.find(f"{W}rPr"), element.find(f"{W}pPr")
    heading = _HEADING.fullmatch(words)
    level = int(heading[1]) if heading else outline_of(paragraph) or parent.level
    return Style(
        bold=_or(is_on(run, "b", "bCs"), parent.bold),
        italic=_or(is_on(run, "i", "iCs"), parent.italic),
        strike=_or(is_on(run, "strike", "dstrike"), parent.strike),
        underlined=_or(is_on(run, "u"), parent.underlined),
        hidden=_or(is_on(run, "vanish"), parent.hidden),
        size=size_of(run) or parent.size,
        level=level,
        is_title=words in ("title", "ชื่อเรื่อง") or parent.is_title,
        is_toc=bool(_TOC.fullmatch(words)),
        indent=indent_of(paragraph) or parent.indent,
        list=list_of(paragraph, parent.list),
    )


def outline_of(properties: Element | None) -> int:
    """The level that a paragraph has in the outline, from 1; 0 for none."""
    each = None if properties is None else properties.find(f"{W}outlineLvl")
    value = "" if each is None else each.get(f"{W}val", "")
    return int(value) + 1 if value.isdecimal() and int(value) < 9 else 0


def indent_of(properties: Element | None) -> int:
    """How far from the margin a paragraph begins, in twentieths of a point; 0 where it does not say."""
    each = None if properties is None else properties.find(f"{W}ind")
    value = "" if each is None else each.get(f"{W}left") or each.get(f"{W}start") or ""
    return int(value) if value.isdecimal() else 0


def list_of(
    properties: Element | None, inherited: tuple[str, int] | None
) -> tuple[str, int] | None:
    """The numbering of a paragraph and the level in it; id `0` takes away an inherited one."""
    each = None if properties is None else properties.find(f"{W}numPr")
    if each is None:
        return inherited
    id, level = each.find(f"{W}numId"), each.find(f"{W}ilvl")
    depth = "0" if level is None else level.get(f"{W}val", "0")
    number = inherited[0] if id is None and inherited else ""
    if id is not None:
        number = id.get(f"{W}val", "")
    if number in ("", "0"):
        return None
    return number, min(int(depth), 8) if depth.isdecimal() else 0


def _or(own: bool | None, inherited: bool | None) -> bool | None:
    return inherited if own is None else own
