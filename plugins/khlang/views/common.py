"""Parts that several pages share: page metadata, breadcrumbs, cards, labels of dates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from khlang.model.corpus import Corpus
from khlang.model.item import Item
from khlang.thai.collation import collation_key
from khlang.thai.dates import short_date


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the home page."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Meta:
    """What every page has. `section` is the entry of the main menu that the page belongs to.

    `here` is the page's name at the end of its breadcrumbs, where the title would say too much.
    `moved_to` is the address that a page at a former address sends its readers to.
    """

    url: str
    title: str
    description: str
    section: str
    crumbs: tuple[Crumb, ...] = ()
    here: str = ""
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """A name with its address and a number of items."""

    slug: str
    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Card:
    """An item in a list. `hue` is the number of its category, which the look colours by."""

    title: str
    url: str
    summary: str
    category: str
    hue: int
    unit: str
    formats: str
    date: str
    language: str
    sample: bool


HOME = Crumb("หน้าแรก", "")
ARCHIVE = Crumb("ค้นคลัง", "archive/")
PROGRESS = Crumb("ความก้าวหน้า", "progress/")


def as_of_label(day: date) -> str:
    """`ข้อมูล ณ 12 ก.ค. 2564`."""
    return f"ข้อมูล ณ {short_date(day)}"


def category_name(corpus: Corpus, slug: str | None) -> str:
    category = corpus.taxonomy.category_by_slug.get(slug or "")
    return category.name_th if category else ""


def hue(corpus: Corpus, slug: str | None) -> int:
    """Place of the category in categories.yml, from 1; 0 without one."""
    slugs = list(corpus.taxonomy.category_by_slug)
    return slugs.index(slug) + 1 if slug in slugs else 0


def format_names(corpus: Corpus, item: Item) -> tuple[str, ...]:
    """Formats by name; `other` by what the item says it is (trap 17)."""
    terms = corpus.taxonomy.format_by_slug
    return tuple(
        (item.front.format_note if terms[slug].needs_note else None) or terms[slug].label_th
        for slug in item.front.formats
    )


def card(corpus: Corpus, item: Item) -> Card:
    """An item as lists show it."""
    published = item.history.first_published
    return Card(
        title=item.front.title,
        url=item.url,
        summary=item.front.summary or "",
        category=category_name(corpus, item.front.category),
        hue=hue(corpus, item.front.category),
        unit=corpus.targets.unit_by_slug[item.front.unit].full_th,
        formats=", ".join(format_names(corpus, item)),
        date=short_date(published) if published else "",
        language=item.front.language,
        sample=item.front.sample,
    )


def newest_first(items: Iterable[Item]) -> list[Item]:
    """By day of publication, the newest first; within a day by title, as a dictionary sorts."""
    by_title = sorted(items, key=lambda item: (collation_key(item.front.title), item.id))
    return sorted(by_title, key=lambda item: item.history.first_published or date.min, reverse=True)


def list_in_words(names: Sequence[str]) -> str:
    """`ก ข และ ค`, as Thai writes a list."""
    if len(names) < 2:
        return "".join(names)
    return f"{' '.join(names[:-1])} และ{names[-1]}"
