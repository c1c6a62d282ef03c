"""What an item says of itself to those who do not read its page: messengers, search engines, feeds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from khlang.cards import Card
from khlang.files.published import PublishedFile
from khlang.model import video
from khlang.model.corpus import Corpus
from khlang.model.item import LICENSE_URLS, Item
from khlang.views import chrome
from khlang.views.chrome import Chrome

_SAMPLES = "ตัวอย่าง มิใช่ผลงานจริง"
_POSTER = 640  # pixels of width: enough for the poster on a card, and little to read


@dataclass(frozen=True, slots=True)
class SharedFile:
    """An attachment. `url` begins at the site's root; `size` in bytes."""

    title: str
    url: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Work:
    """An item as a published work. Addresses begin at the site's root, but those of other sites.

    `license` is the page of a licence that has one; `credit` the name that its bearer agreed to.
    """

    published: date
    changed: date
    language: str
    office: str
    office_url: str
    section: str
    keywords: tuple[str, ...]
    license: str
    credit: str
    files: tuple[SharedFile, ...]
    video: str
    card: Card


def work(corpus: Corpus, item: Item, files: Mapping[str, PublishedFile]) -> Work | None:
    """None for an item that was never published. `files` are its attachments by the name they have
    in the repository.
    """
    published = item.history.first_published
    if published is None:
        return None
    front = item.front
    unit = corpus.targets.unit_by_slug[front.unit]
    category = corpus.taxonomy.category_by_slug.get(front.category or "")
    known = video.parse(front.video) if front.video else None
    topics = (corpus.taxonomy.topic_by_slug[slug].short_th for slug in front.topics)
    return Work(
        published=published,
        changed=last_change(item),
        language=front.language,
        office=unit.full_th,
        office_url=f"units/{unit.slug}/",
        section=category.name_th if category else "",
        keywords=tuple(dict.fromkeys((*front.tags, *topics))),
        license=LICENSE_URLS.get(front.license, ""),
        credit=front.byline or "" if front.consent else "",
        files=tuple(_files(item, files)),
        video=known.url if known else "",
        card=card(corpus, chrome.build(corpus), item, files.values()),
    )


def card(corpus: Corpus, frame: Chrome, item: Item, files: Iterable[PublishedFile]) -> Card:
    """The picture that messengers show of an item, with its poster where it has one."""
    category = corpus.taxonomy.category_by_slug.get(item.front.category or "")
    slugs = list(corpus.taxonomy.category_by_slug)
    posters = (file.thumbnails for file in files if file.kind.is_image and file.thumbnails)
    poster = next(posters, ())
    large = next((each for each in poster if each.width >= _POSTER), poster[-1] if poster else None)
    return Card(
        title=item.front.title,
        category=category.name_th if category else "",
        hue=slugs.index(category.slug) + 1 if category else 0,
        office=corpus.targets.unit_by_slug[item.front.unit].full_th,
        site_name=frame.site_name,
        tagline=frame.tagline,
        note=_SAMPLES if frame.samples else "",
        picture=str(large.source) if large else "",
        picture_digest=large.name if large else "",
    )


def site_card(corpus: Corpus) -> Card:
    """The picture of every page that is no item's."""
    frame = chrome.build(corpus)
    return Card(
        title=f"{frame.site_name} {frame.tagline}",
        category=frame.project,
        hue=0,
        office=corpus.targets.province.name_th,
        site_name=frame.site_name,
        tagline=frame.tagline,
        note=_SAMPLES if frame.samples else "",
    )


def last_change(item: Item) -> date:
    """The day on which readers last got another text: published, or revised since."""
    days = [item.history.since, *(each.day for each in item.front.revised)]
    return max(day for day in days if day is not None)


def _files(item: Item, files: Mapping[str, PublishedFile]) -> Iterator[SharedFile]:
    for each in item.front.attachments:
        file = files[each.file]
        yield SharedFile(
            each.title, f"{item.url}{file.name}", file.kind.media_type, file.size, file.sha256
        )
