"""Opens a repository: data files first, then where the items lie; a `Corpus` once these are read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from khlang.model.closed import ClosedYear
from khlang.model.codes import encoding, links, places
from khlang.model.corpus import Corpus, Map
from khlang.model.diagnostic import Diagnostic, Place
from khlang.model.item import Item
from khlang.model.plan import Plan
from khlang.model.targets import Targets
from khlang.model.taxonomy import Taxonomy
from khlang.source import items, pages, text
from khlang.source.data_files import DataFiles
from khlang.source.items import Found
from khlang.source.pages import Beside
from khlang.source.reporter import Reporter
from khlang.source.vocabulary import Vocabularies
from khlang.thai.characters import point


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a repository: the data files, and where items lie.

    `taxonomy` or `targets` is None where its file cannot be read; there is no corpus then.
    `places` tells where a value of a data file stands: by file, then by dotted path.
    `vocabularies` are the words that a choice may be, each with its Thai name and other spellings.
    """

    taxonomy: Taxonomy | None
    targets: Targets | None
    plans: Mapping[int, Plan]
    closed: Mapping[int, ClosedYear]
    map: Map | None
    found: Found
    beside: Beside
    diagnostics: tuple[Diagnostic, ...]
    places: Mapping[str, Mapping[str, Place]]
    vocabularies: Vocabularies

    @property
    def personal_keys(self) -> frozenset[str]:
        """Keys that no item may have, since what they hold is personal."""
        return self.targets.personal_keys if self.targets else frozenset()

    def items(self, root: Path) -> Iterator[Item]:
        """Every item that can be read, without a word about the others."""
        for address in self.found.items:
            item = items.read(root, address, self.vocabularies, self.personal_keys, Reporter())
            if item is not None:
                yield item

    def corpus(self, items: Iterable[Item]) -> tuple[Corpus | None, tuple[Diagnostic, ...]]:
        """The archive of these items, and what is said of those whose id is taken already."""
        reporter = Reporter()
        by_id: dict[str, Item] = {}
        for item in items:
            if item.id in by_id:
                other = by_id[item.id].path
                reporter.add(places.DUPLICATE_ID, Place(item.path), id=item.id, other=other)
            else:
                by_id[item.id] = item
        if self.taxonomy is None or self.targets is None:
            return None, tuple(reporter.diagnostics)
        corpus = Corpus(
            taxonomy=self.taxonomy,
            targets=self.targets,
            plans=self.plans,
            closed=self.closed,
            items=tuple(by_id[id] for id in sorted(by_id)),
            files=self.found.files,
            map=self.map,
            texts=self.beside.texts,
            page_files=self.beside.files,
        )
        return corpus, tuple(reporter.diagnostics)


def read(root: Path, few: Found | None = None) -> Reading:
    """Reads the data files below `root` and finds the items. Never raises for what a user wrote.

    With `few` it is about these items alone: neither other items nor hand-written pages are read.
    """
    reporter = Reporter()
    data = DataFiles(root, reporter)
    taxonomy = data.taxonomy()
    targets = data.targets()
    plans = data.plans()
    closed = data.closed(targets)
    boundary_map = data.map()
    found = few or items.find(root)
    beside = Beside() if few else pages.find(root, reporter)
    for path in found.strays:
        reporter.add(places.STRAY_FILE, Place(path), path=path)
    for path in found.links:
        reporter.add(links.ATTACHMENT_IS_LINK, Place(path), file=path)
    for path, char in found.unprintable:
        reporter.add(encoding.UNPRINTABLE_NAME, Place(path), point=point(char))
    return Reading(
        taxonomy,
        targets,
        plans,
        closed,
        boundary_map,
        found,
        beside,
        tuple(reporter.diagnostics),
        data.places,
        data.vocabularies,
    )


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
