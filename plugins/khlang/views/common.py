"""Parts that several pages share: page metadata, breadcrumbs, cards, labels of dates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from khlang.files.published import PublishedFile
from khlang.model.corpus import Corpus
from khlang.model.item import Item
from khlang.thai.dates import short_date
from khlang.views.sharing import Work


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the home page, or any other page by its name."""

    title: str
    url: str
    language: str = "th"


@dataclass(frozen=True, slots=True)
class Meta:
    """What every page has. `section` is the entry of the main menu that the page belongs to.

    `here` is the page's name at the end of its breadcrumbs, where the title would say too much.
    `moved_to` is the address that a page at a former address sends its readers to. `listed` is
    whether search engines may show the page; `work` what they are told of an item; `language` that
    of the title, all around it being Thai.
    """

    url: str
    title: str
    description: str
    section: str
    crumbs: tuple[Crumb, ...] = ()
    here: str = ""
    moved_to: str = ""
    listed: bool = True
    work: Work | None = None
    language: str = "th"


@dataclass(frozen=True, slots=True)
class Tally:
    """A name with its address and a number of items."""

    slug: str
    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A picture in one width. `url` begins at the site's root."""

    url: str
    width: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in several widths, the smallest first; `width` and `height` are the largest's."""

    candidates: tuple[Candidate, ...]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Card:
    """An item in a list. `hue` is the number of its category, which the look colours by; `cover`
    its first picture, or the first page of its document; `drawing` stands where it has neither.
    """

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
    drawing: str
    cover: Picture | None = None


Covers = Mapping[str, Picture]
"""Covers of public items by id, where they have one."""

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


def picture(folder: str, file: PublishedFile) -> Picture | None:
    """An attachment in the widths it is published in; `folder` is the address it lies in."""
    if not file.thumbnails:
        return None
    largest = file.thumbnails[-1]
    candidates = (Candidate(f"{folder}{each.name}", each.width) for each in file.thumbnails)
    return Picture(tuple(candidates), largest.width, largest.height)


def cover(item: Item, files: Iterable[PublishedFile]) -> Picture | None:
    """The picture that stands for an item: its first image, else the first page of a document."""
    images_first = sorted(files, key=lambda file: not file.kind.is_image)
    pictures = (picture(item.url, file) for file in images_first)
    return next((each for each in pictures if each), None)


def drawing(hue: int, id: str) -> str:
    """One of two drawings of each category that has them, always the same for an item."""
    return f"{hue}{'ab'[ord(id[-1]) % 2]}" if hue in (1, 2, 3) else "0"


def card(corpus: Corpus, item: Item, cover: Picture | None = None) -> Card:
    """An item as lists show it."""
    published = item.history.first_published
    number = hue(corpus, item.front.category)
    return Card(
        title=item.front.title,
        url=item.url,
        summary=item.front.summary or "",
        category=category_name(corpus, item.front.category),
        hue=number,
        unit=corpus.targets.unit_by_slug[item.front.unit].full_th,
        formats=", ".join(format_names(corpus, item)),
        date=short_date(published) if published else "",
        language=item.front.language,
        sample=item.front.sample,
        drawing=drawing(number, item.id),
        cover=cover,
    )


def list_in_words(names: Sequence[str]) -> str:
    """`ก ข และ ค`, as Thai writes a list."""
    if len(names) < 2:
        return "".join(names)
    return f"{' '.join(names[:-1])} และ{names[-1]}"
