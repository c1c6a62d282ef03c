"""Opens a repository: data files first, then items, into one `Corpus`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from khlang.model.codes import encoding, links, places
from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Diagnostic, Place
from khlang.source import items, text
from khlang.source.data_files import DataFiles
from khlang.source.reporter import Reporter
from khlang.source.vocabulary import Vocabularies
from khlang.thai.characters import point


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a repository. `corpus` is None where the data files allow none.

    `places` tells where a value of a data file stands: by file, then by dotted path.
    `vocabularies` are the words that a choice may be, each with its Thai name and other spellings.
    """

    corpus: Corpus | None
    diagnostics: tuple[Diagnostic, ...]
    places: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    vocabularies: Vocabularies = field(default_factory=dict)


def read(root: Path) -> Reading:
    """Reads everything below `root`. Never raises for what a user wrote."""
    reporter = Reporter()
    data = DataFiles(root, reporter)
    taxonomy = data.taxonomy()
    targets = data.targets()
    plans = data.plans()
    boundary_map = data.map()
    found = items.find(root)
    for path in found.strays:
        reporter.add(places.STRAY_FILE, Place(path), path=path)
    for path in found.links:
        reporter.add(links.ATTACHMENT_IS_LINK, Place(path), file=path)
    for path, char in found.unprintable:
        reporter.add(encoding.UNPRINTABLE_NAME, Place(path), point=point(char))
    personal_keys = targets.personal_keys if targets else frozenset()
    read_items = []
    seen: dict[str, str] = {}
    for address in found.items:
        item = items.read(root, address, data.vocabularies, personal_keys, reporter)
        if item is None:
            continue
        if item.id in seen:
            reporter.add(places.DUPLICATE_ID, Place(item.path), id=item.id, other=seen[item.id])
            continue
        seen[item.id] = item.path
        read_items.append(item)
    corpus = None
    if taxonomy is not None and targets is not None:
        corpus = Corpus(
            taxonomy=taxonomy,
            targets=targets,
            plans=plans,
            items=tuple(sorted(read_items, key=lambda item: item.id)),
            files=found.files,
            map=boundary_map,
        )
    return Reading(corpus, tuple(reporter.diagnostics), data.places, data.vocabularies)


def line_of(root: Path, place: Place) -> str:
    """The folded line of a file that a diagnostic points at; empty where there is none."""
    lines = lines_of(root, place.path)
    return lines[place.line - 1] if 0 < place.line <= len(lines) else ""


def lines_of(root: Path, path: str) -> list[str]:
    """The folded lines of a file; none where it cannot be read as text."""
    file = root / path
    if file.is_symlink() or not file.is_file():
        return []
    found = text.read(file, path, Reporter())
    return found.split("\n") if found is not None else []
