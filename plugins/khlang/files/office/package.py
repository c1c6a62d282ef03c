"""A document as parts and their relations."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from khlang.files.findings import Refused, shown
from khlang.files.office import xml
from khlang.files.office.archive import CONTENT_TYPES
from khlang.model.codes import links as codes

ROOT = ""  # the owner of the relations of the whole document


@dataclass(frozen=True, slots=True)
class Relation:
    """A reference from one part to another, or to the outside. `target` is a part's name, or "" for
    one that is not there; for an outside one what the document says.
    """

    owner: str
    id: str
    type: str
    kind: str
    target: str
    is_external: bool


class Package:
    """The files of a document. Raises Refused where types or relations cannot be read."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        if CONTENT_TYPES not in files:
            raise Refused(codes.ATTACHMENT_DAMAGED)
        root = xml.parse(files[CONTENT_TYPES])
        self._by_suffix = {
            each.get("Extension", "").lower(): each.get("ContentType", "")
            for each in root
            if xml.name_of(each) == "Default"
        }
        self._by_name = {
            unquote(each.get("PartName", "")).lstrip("/").lower(): each.get("ContentType", "")
            for each in root
            if xml.name_of(each) == "Override"
        }

    def type_of(self, part: str) -> str:
        """The content type of a part."""
        suffix = part.rpartition(".")[2].lower()
        return self._by_name.get(unquote(part).lower()) or self._by_suffix.get(suffix, "")

    def is_xml(self, part: str) -> bool:
        """Whether a part is XML: by its type, or as VML, whose type does not say so."""
        return self.type_of(part).endswith(("+xml", "/xml", "vmlDrawing"))

    @cached_property
    def relations(self) -> dict[str, list[Relation]]:
        """By the part they start from, in the order of the file."""
        found: dict[str, list[Relation]] = {}
        for name in self.files:
            folder, _, base = name.rpartition("/")
            if base.endswith(".rels") and (folder == "_rels" or folder.endswith("/_rels")):
                owner = posixpath.join(folder.removesuffix("_rels"), base.removesuffix(".rels"))
                found[owner] = [self._relation(owner, each) for each in xml.parse(self.files[name])]
        return found

    def related(self, owner: str, *kinds: str) -> Iterator[Relation]:
        """The relations of a part of these kinds that lead to a part."""
        for each in self.relations.get(owner, ()):
            if each.kind in kinds and each.target and not each.is_external:
                yield each

    @cached_property
    def main(self) -> str:
        """The part that is the document itself."""
        for each in self.related(ROOT, "officedocument"):
            return each.target
        raise Refused(codes.ATTACHMENT_DAMAGED)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Names of parts are equal whatever the case."""
        return {name.lower(): name for name in self.files}

    def _relation(self, owner: str, element: xml.Element) -> Relation:
        type, target = element.get("Type", ""), element.get("Target", "")
        is_external = element.get("TargetMode") == "External"
        if not is_external:
            path = target.partition("#")[0]
            base = posixpath.dirname(owner)
            full = path.lstrip("/") if path.startswith("/") else posixpath.join(base, path)
            full = posixpath.normpath(full).lower()
            if full.startswith("..") or unquote(full).startswith(".."):
                raise Refused(codes.ATTACHMENT_EXTERNAL, target=shown(target), where=shown(owner))
            target = self._names.get(full) or self._names.get(unquote(full), "")
        kind = type.rpartition("/")[2].lower()
        return Relation(owner, element.get("Id", ""), type, kind, target, is_external)
