"""The page of a search: its facets with the lists behind them; results and counts come from the
browser. Without JavaScript each facet leads to its list.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.views.common import HOME, Meta


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet. `url` is its list, or the archive's where it has none."""

    value: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Facet:
    """What results are narrowed by."""

    key: str
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The one page at `search/`."""

    meta: Meta
    facets: tuple[Facet, ...]


def build(corpus: Corpus) -> SearchView:
    """The page; it changes with categories.yml and targets.yml, not with items."""
    return SearchView(
        Meta("search/", "ค้นหา", "ค้นหาองค์ความรู้ในคลัง", "search", (HOME,)),
        tuple(_facets(corpus)),
    )


def _facets(corpus: Corpus) -> Iterator[Facet]:
    taxonomy = corpus.taxonomy
    yield _facet(
        "category",
        "หมวดหมู่",
        "categories",
        [(each.slug, each.name_th) for each in taxonomy.categories],
    )
    yield _facet(
        "issue", "ประเด็นการพัฒนา", "issues", [(each.slug, each.name_th) for each in taxonomy.issues]
    )
    topics = [topic for issue in taxonomy.issues for topic in issue.topics]
    yield _facet(
        "topic", "องค์ความรู้ที่จำเป็น", "topics", [(each.slug, each.short_th) for each in topics]
    )
    units = sorted(corpus.targets.units, key=lambda unit: unit.seq)
    yield _facet("unit", "หน่วยงาน", "units", [(each.slug, each.short_th) for each in units])
    years = [(str(year), str(year)) for year in corpus.years]
    yield _facet("fiscal_year", "ปีงบประมาณ", "years", years)
    yield _facet(
        "format", "รูปแบบ", "formats", [(each.slug, each.label_th) for each in taxonomy.formats]
    )
    origins = tuple(Choice(each.slug, each.label_th, "archive/") for each in taxonomy.origins)
    yield Facet("origin", "ที่มา", origins)


def _facet(key: str, title: str, folder: str, values: list[tuple[str, str]]) -> Facet:
    choices = (Choice(value, name, f"{folder}/{value}/") for value, name in values)
    return Facet(key, title, tuple(choices))
