"""The corpus: everything an archive's folder says, read once and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from khlang.model.closed import ClosedYear
from khlang.model.item import Item
from khlang.model.plan import Plan
from khlang.model.targets import Targets
from khlang.model.taxonomy import Taxonomy


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
