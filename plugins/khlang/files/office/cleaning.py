"""The published copy of a document: the parts that are selected, each without traces of persons."""

import posixpath
import re
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from khlang.files.office import changes, media, properties, xml
from khlang.files.office.archive import CONTENT_TYPES
from khlang.files.office.package import ROOT, Package, Relation
from khlang.files.office.relations import ELEMENTS, EMPTY_WITHOUT
from khlang.files.office.selection import Selection
from khlang.files.office.xml import Element

_RELATIONS = f"{{{xml.RELATIONS}}}"
_ALTERNATIVES = f"{{{xml.ALTERNATIVES}}}"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_IN_PATHS = "/%[]!$&'()*+,;=:@~"

# Attributes that tell who, whatever element they stand on.
_PERSONAL = re.compile(
    r"^(?:rsid\w*|author|initials|refreshedBy|lastModifiedBy|userName|providerId|userId)$"
)
# Elements that tell no more than that: of Word's settings, Excel's workbook, PowerPoint.
_TRACES = {
    *(
        "rsids",
        "docVars",
        "trackRevisions",
        "attachedTemplate",
        "mailMerge",
        "docId",
        "dataBinding",
    ),
    *("fileSharing", "absPath", "revisionPtr", "saveThroughXslt", "modifyVerifier"),
}
_PATH = re.compile(
    r"^(?:[A-Za-z]:[\\/]|\\\\|file:|/Users/|/home/)"
)  # old Word: a picture's description
_ACTION = re.compile(r"^ppaction://(?:hlink|media|noaction)")


def cleaned(package: Package, selection: Selection) -> dict[str, bytes]:
    """The files of the copy by their names."""
    files: dict[str, bytes] = {}
    for name in selection.parts:
        content = package.files[name]
        if package.is_xml(name):
            root = xml.parse(content)
            _clean(root, selection.dropped.get(name, set()))
            files[name] = xml.written(root)
        else:
            files[name] = media.cleaned(content, package.type_of(name))
    types = {name: package.type_of(name) for name in files}
    kept = dict(selection.kept)
    for each in properties.published(package):
        files[each.relation.target] = each.content
        types[each.relation.target] = each.type
        kept[ROOT] = [*kept[ROOT], each.relation]
    for owner, relations in kept.items():
        files[relations_of(owner)] = _relations(owner, relations)
    files[CONTENT_TYPES] = _types(types)
    return files


def _clean(root: Element, dropped: set[str]) -> None:
    """Everything in one part that is not for readers."""
    changes.remove_comments(root)
    changes.accept(root)
    for each in [found for found in root.iter("*") if _is_trace(found, dropped)]:
        if xml.name_of(each) in _TRACES:
            _remove(each)
            continue
        for name, value in _attributes(each):
            if name.startswith(_RELATIONS) and value in dropped:
                _forget(each, name)
            elif _is_personal(xml.name_of(each), name.rpartition("}")[2], value):
                del each.attrib[name]


def _is_trace(each: Element, dropped: set[str]) -> bool:
    """Whether something of an element goes. The others, a million in a sheet, are not held."""
    element = xml.name_of(each)
    return element in _TRACES or any(
        (name.startswith(_RELATIONS) and value in dropped)
        or _is_personal(element, name.rpartition("}")[2], value)
        for name, value in _attributes(each)
    )


def _attributes(each: Element) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in each.items()]


def _is_personal(element: str, name: str, value: str) -> bool:
    """Whether an attribute tells who, or on whose disk; or what a click starts."""
    if element.startswith("hlink") and name == "action":
        return not _ACTION.match(value) and value != ""
    if name in ("descr", "title", "alt"):
        return bool(_PATH.match(value))
    return bool(_PERSONAL.match(name))


def _forget(each: Element, attribute: str) -> None:
    """A reference to a part that goes: with the extension or element that lives by it, or alone."""
    extension = next(
        (
            above
            for above in (each, *each.iterancestors())
            if xml.name_of(above) == "ext" and above.get("uri")
        ),
        None,
    )
    if extension is not None:
        _remove(extension)
    elif xml.name_of(each) in ELEMENTS:
        _remove(each)
    elif not _fall_back(each):
        del each.attrib[attribute]


def _fall_back(each: Element) -> bool:
    """What stands there for old programs takes the place of what needs a part that goes."""
    for choice in each.iterancestors(f"{_ALTERNATIVES}Choice"):
        alternatives = choice.getparent()
        fallback = None if alternatives is None else alternatives.find(f"{_ALTERNATIVES}Fallback")
        if alternatives is not None and fallback is not None:
            alternatives[:] = list(fallback)
            xml.unwrap(alternatives)
            return True
    return False


def _remove(each: Element) -> None:
    """An element, and those around it that are nothing without it."""
    parent = each.getparent()
    xml.remove(each)
    if parent is not None and xml.name_of(parent) in EMPTY_WITHOUT and len(parent) == 0:
        _remove(parent)


def relations_of(owner: str) -> str:
    """The file with the relations of a part."""
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relations(owner: str, relations: list[Relation]) -> bytes:
    lines = []
    for each in relations:
        target = each.target
        if not each.is_external:
            target = quote(posixpath.relpath(target, posixpath.dirname(owner) or "."), _IN_PATHS)
        mode = ' TargetMode="External"' if each.is_external else ""
        lines.append(
            f"<Relationship Id={quoteattr(each.id)} Type={quoteattr(each.type)}"
            f" Target={quoteattr(target)}{mode}/>"
        )
    return _document("Relationships", f"{_PACKAGE}/relationships", lines)


def _types(types: dict[str, str]) -> bytes:
    lines = [
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    ]
    lines += [
        f"<Override PartName={quoteattr(f'/{quote(name, _IN_PATHS)}')} ContentType={quoteattr(type)}/>"
        for name, type in sorted(types.items())
    ]
    return _document("Types", f"{_PACKAGE}/content-types", lines)


def _document(root: str, namespace: str, lines: list[str]) -> bytes:
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{declaration}\n<{root} xmlns="{namespace}">{"".join(lines)}</{root}>'.encode()
