"""The corpus: everything an archive's folder says, read once and frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from khlang.model.closed import ClosedYear
from khlang.model.item import Item
from khlang.model.plan import Plan
from khlang.model.targets import Targets
from khlang.model.taxonomy import Taxonomy
from khlang.thai.collation import collation_key


@dataclass(frozen=True, slots=True)
class Boundary:
    """A district of content/map.geojson: rings of (longitude, latitude), outer ring first."""

    code: str
    name_th: str
    rings: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class Map:
    """content/map.geojson with the credit line its licence asks for."""

    credit_th: str
    license: str
    boundaries: tuple[Boundary, ...]


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file beside an item, as the folder lists it. `size` in bytes."""

    path: str
    size: int


@dataclass(frozen=True)
class Corpus:
    """Items are in the order of their ids; `files` are the attachments found, by path.

    `texts` are pages written by hand and the data files, as texts; `page_files` lie among pages.
    """

    taxonomy: Taxonomy
    targets: Targets
    plans: Mapping[int, Plan]
    items: tuple[Item, ...]
    files: Mapping[str, FileEntry]
    map: Map | None = None
    closed: Mapping[int, ClosedYear] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    page_files: Mapping[str, FileEntry] = field(default_factory=dict)

    @cached_property
    def item_by_id(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def public(self) -> tuple[Item, ...]:
        """The items that readers may see."""
        return tuple(item for item in self.items if item.is_public)

    @cached_property
    def newest(self) -> tuple[Item, ...]:
        """The items that readers may see by day of publication, the newest first; within a day by
        title, as a dictionary sorts.
        """
        by_title = sorted(self.public, key=lambda item: (collation_key(item.front.title), item.id))
        day = {item.id: item.history.first_published or date.min for item in by_title}
        return tuple(sorted(by_title, key=lambda item: day[item.id], reverse=True))

    @cached_property
    def shelves(self) -> "Shelves":
        """The same items by everything that they can be listed under."""
        return Shelves(self.taxonomy, self.newest)

    @cached_property
    def has_samples(self) -> bool:
        """While one sample exists, every page and file says that figures are samples."""
        return any(item.front.sample for item in self.items)

    @cached_property
    def superseded_by(self) -> Mapping[str, Item]:
        """Public items that replace an older one, by the older one's id."""
        return {item.front.supersedes: item for item in self.public if item.front.supersedes}

    @property
    def years(self) -> tuple[int, ...]:
        """Fiscal years (BE) that have targets or public items, newest first."""
        years = set(self.targets.years) | {item.front.fiscal_year for item in self.public}
        return tuple(sorted(years, reverse=True))


class Shelves:
    """Items by kind and slug: category, issue, topic, unit, format; and by fiscal year."""

    def __init__(self, taxonomy: Taxonomy, items: Sequence[Item]) -> None:
        issues = {topic.slug: issue.slug for issue, topic in taxonomy.topics()}
        self._items: dict[tuple[str, str | int], list[Item]] = {}
        for item in items:
            front = item.front
            self._put(item, "category", front.category or "")
            self._put(item, "unit", front.unit)
            self._put(item, "year", front.fiscal_year)
            for slug in front.topics:
                self._put(item, "topic", slug)
            for slug in dict.fromkeys(issues[each] for each in front.topics if each in issues):
                self._put(item, "issue", slug)
            for slug in front.formats:
                self._put(item, "format", slug)

    def of(self, kind: str, slug: str | int) -> Sequence[Item]:
        """In the order in which they were given."""
        return self._items.get((kind, slug), ())

    def _put(self, item: Item, kind: str, slug: str | int) -> None:
        self._items.setdefault((kind, slug), []).append(item)
