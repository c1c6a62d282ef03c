"""Which parts of a document and which references between them are published."""

from dataclasses import dataclass

from khlang.files.office import xml
from khlang.files.office.package import ROOT, Package, Relation
from khlang.files.office.relations import KEPT, is_harmless_link

_NO_PICTURES = (".svg", ".wdp")  # beside each stands the same picture as PNG


@dataclass(frozen=True, slots=True)
class Selection:
    """`kept` are relations by their owner; `dropped` the ids of the others. `parts` in their order."""

    parts: tuple[str, ...]
    kept: dict[str, list[Relation]]
    dropped: dict[str, set[str]]


def select(package: Package) -> Selection:
    """Everything that can be reached from the document by relations that stay."""
    kept: dict[str, list[Relation]] = {}
    dropped: dict[str, set[str]] = {}
    reached = {package.main}
    waiting = [ROOT, package.main]
    while waiting:
        owner = waiting.pop()
        notes = _of_comments(package, owner)
        for relation in package.relations.get(owner, ()):
            stays = relation.id not in notes and _stays(relation)
            if not stays or (owner == ROOT and relation.target != package.main):
                dropped.setdefault(owner, set()).add(relation.id)
                continue
            kept.setdefault(owner, []).append(relation)
            if not relation.is_external and relation.target not in reached:
                reached.add(relation.target)
                waiting.append(relation.target)
    return Selection(tuple(sorted(reached)), kept, dropped)


def _stays(relation: Relation) -> bool:
    if relation.is_external:
        return is_harmless_link(relation.kind, relation.target)
    has_target = bool(relation.target) and not relation.target.lower().endswith(_NO_PICTURES)
    return relation.kind in KEPT and has_target


def _of_comments(package: Package, owner: str) -> set[str]:
    """The drawing behind the comments of a sheet, whose relation has the type of a good one."""
    if not package.type_of(owner).endswith("sheet+xml"):
        return set()
    if "legacyDrawing" not in xml.decoded(package.files[owner]):
        return set()  # a sheet of a million cells is not parsed for nothing
    root = xml.parse(package.files[owner])
    drawings = root.iterfind(f"{{{xml.SHEETS}}}legacyDrawing")
    return {each.get(f"{{{xml.RELATIONS}}}id", "") for each in drawings}
