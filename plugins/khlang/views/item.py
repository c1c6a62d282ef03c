"""The page of one item; the tombstone of a withdrawn one; redirects from former ids."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from khlang.body import Body, Heading
from khlang.files.limits import MB
from khlang.files.published import PublishedFile
from khlang.model import video
from khlang.model.corpus import Corpus
from khlang.model.history import State
from khlang.model.item import LICENSES, Item
from khlang.thai.dates import short_date
from khlang.views import sharing
from khlang.views.common import (
    ARCHIVE,
    HOME,
    Crumb,
    Meta,
    Picture,
    category_name,
    format_names,
    hue,
    picture,
)

_REFERENCE = re.compile(r'(<(?:a|img) [^>]*?)\b(href|src)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class FileView:
    """An attachment as the page offers it: type and size in words, checksum in full."""

    title: str
    alt: str
    url: str
    type: str
    size: str
    sha256: str
    is_image: bool
    width: int | None
    height: int | None
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the item's facts: a label and one or more values, each with an address or none."""

    label: str
    values: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class VideoView:
    """A video, as a link: nothing is loaded from its host."""

    host: str
    url: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence above the text, with an optional link."""

    text: str
    link_title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Another item on the same matter, as the page names it: nothing of it that changes often."""

    title: str
    url: str
    category: str
    hue: int
    unit: str
    language: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """`html` is the sanitised body: the one string that a template does not escape."""

    meta: Meta
    title: str
    summary: str
    category: str
    category_url: str
    hue: int
    byline: str
    notices: tuple[Notice, ...]
    html: str
    contents: tuple[Heading, ...]
    files: tuple[FileView, ...]
    video: VideoView | None
    facts: tuple[Fact, ...]
    tags: tuple[str, ...]
    revisions: tuple[tuple[str, str], ...]
    related: tuple[Related, ...]
    previous: Crumb | None
    next: Crumb | None
    sample: bool
    language: str


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """All that is left of a withdrawn item: no word of it but the day it left."""

    meta: Meta
    date: str
    successor: Crumb | None


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The page at a former address."""

    meta: Meta


def build(
    corpus: Corpus,
    item: Item,
    body: Body,
    files: Mapping[str, PublishedFile],
    around: "Neighbours",
    related: Sequence[Item],
) -> ItemView:
    """`files` are the item's attachments by the name they have in the repository; `related` the
    items on the same matter, the nearest first.
    """
    front = item.front
    known_video = video.parse(front.video) if front.video else None
    category = category_name(corpus, front.category)
    category_url = f"categories/{front.category}/"
    before, after = around.of(item)
    return ItemView(
        meta=Meta(
            url=item.url,
            title=front.title,
            description=front.summary or "",
            section="archive",
            crumbs=(HOME, ARCHIVE, Crumb(category, category_url)),
            work=sharing.work(corpus, item, files),
        ),
        title=front.title,
        summary=front.summary or "",
        category=category,
        category_url=category_url,
        hue=hue(corpus, front.category),
        byline=front.byline or "" if front.consent else "",
        notices=tuple(_notices(corpus, item)),
        html=with_published_files(body.html, files),
        contents=tuple(each for each in body.headings if each.level <= 3),
        files=tuple(
            _file(files[each.file], each.title, each.alt or "") for each in front.attachments
        ),
        video=VideoView(known_video.host, known_video.url) if known_video else None,
        facts=tuple(_facts(corpus, item)),
        tags=front.tags,
        revisions=tuple((short_date(each.day), each.text) for each in front.revised),
        related=tuple(_related(corpus, each) for each in related),
        previous=before,
        next=after,
        sample=front.sample,
        language=front.language,
    )


def others(
    corpus: Corpus, item: Item, around: "Neighbours", related: Sequence[Item]
) -> tuple[object, ...]:
    """Everything that an item's page takes from other items: titles and addresses of a few."""
    before, after = around.ids(item)
    beside = (corpus.item_by_id[id] for id in (before, after) if id)
    named = tuple(_related(corpus, each) for each in related)
    titles = tuple(each.front.title for each in beside)
    return before, after, titles, tuple(_notices(corpus, item)), named


def tombstone(corpus: Corpus, item: Item) -> TombstoneView:
    """For an item that was published once and is withdrawn now."""
    since = item.history.since
    newer = corpus.superseded_by.get(item.id)
    return TombstoneView(
        meta=Meta(
            item.url,
            "ถอนการเผยแพร่แล้ว",
            "เรื่องนี้ถอนการเผยแพร่แล้ว",
            "archive",
            (HOME, ARCHIVE),
            listed=False,
        ),
        date=short_date(since) if since else "",
        successor=Crumb(newer.front.title, newer.url) if newer else None,
    )


def needs_tombstone(item: Item) -> bool:
    """Withdrawn, and readers have known its address."""
    return item.history.state is State.WITHDRAWN and item.history.first_published is not None


def redirects(item: Item) -> Iterator[RedirectView]:
    """A page for each former id."""
    for alias in item.front.aliases:
        meta = Meta(
            f"items/{alias}/",
            "ย้ายแล้ว",
            "เรื่องนี้ย้ายไปที่อยู่ใหม่",
            "archive",
            moved_to=item.url,
        )
        yield RedirectView(meta)


class Neighbours:
    """The item before and after, in the order of (year, unit, id)."""

    def __init__(self, items: Sequence[Item]) -> None:
        ordered = sorted(items, key=lambda each: (each.front.fiscal_year, each.front.unit, each.id))
        self._ordered = ordered
        self._index = {each.id: index for index, each in enumerate(ordered)}

    def ids(self, item: Item) -> tuple[str, str]:
        """Their ids; empty where there is none."""
        index = self._index[item.id]
        before = self._ordered[index - 1].id if index else ""
        return before, self._ordered[index + 1].id if index + 1 < len(self._ordered) else ""

    def of(self, item: Item) -> tuple[Crumb | None, Crumb | None]:
        index = self._index[item.id]
        return self._at(index - 1), self._at(index + 1)

    def _at(self, index: int) -> Crumb | None:
        if not 0 <= index < len(self._ordered):
            return None
        item = self._ordered[index]
        return Crumb(item.front.title, item.url)


def with_published_files(html: str, files: Mapping[str, PublishedFile]) -> str:
    """Links and images of the text point to the names that files are published under."""
    if not files:
        return html

    def replace(match: re.Match[str]) -> str:
        tag, attribute, written = match.groups()
        name, _, place = written.partition("#")  # of guide.pdf#page=2
        file = files.get(unquote(unescape(name)).removeprefix("./"))
        if file is None:
            return match[0]
        behind = f"#{place}" if place else ""
        more = f' loading="lazy"{_widths(file)}{_size(file)}' if attribute == "src" else ""
        return f'{tag}{attribute}="{file.name}{behind}"{more}'

    return _REFERENCE.sub(replace, html)


def _widths(file: PublishedFile) -> str:
    """The smaller pictures, for the browser to choose from; text is at most 44rem wide."""
    if not file.thumbnails:
        return ""
    candidates = ", ".join(f"{each.name} {each.width}w" for each in file.thumbnails)
    return f' srcset="{candidates}" sizes="(min-width: 48rem) 44rem, 94vw"'


def _size(file: PublishedFile) -> str:
    return f' width="{file.width}" height="{file.height}"' if file.width else ""


def _notices(corpus: Corpus, item: Item) -> Iterator[Notice]:
    newer = corpus.superseded_by.get(item.id)
    if newer:
        yield Notice("มีเรื่องที่ใหม่กว่าใช้แทนเรื่องนี้แล้ว", newer.front.title, newer.url)
    older = corpus.item_by_id.get(item.front.supersedes or "")
    if older and older.is_public:
        yield Notice("เรื่องนี้ใช้แทน", older.front.title, older.url)


def _related(corpus: Corpus, item: Item) -> Related:
    return Related(
        title=item.front.title,
        url=item.url,
        category=category_name(corpus, item.front.category),
        hue=hue(corpus, item.front.category),
        unit=corpus.targets.unit_by_slug[item.front.unit].full_th,
        language=item.front.language,
    )


def _facts(corpus: Corpus, item: Item) -> Iterator[Fact]:
    """Facts in the order of the front matter; a fact without a value is left out."""
    front, taxonomy = item.front, corpus.taxonomy
    unit = corpus.targets.unit_by_slug[front.unit]
    yield Fact("หน่วยงาน", ((unit.full_th, f"units/{unit.slug}/"),))
    yield Fact("ปีงบประมาณ", ((str(front.fiscal_year), f"years/{front.fiscal_year}/"),))
    if front.topics:
        issues = dict.fromkeys(taxonomy.issue_of_topic[slug].slug for slug in front.topics)
        names = {each.slug: each.name_th for each in taxonomy.issues}
        yield Fact("ประเด็นการพัฒนา", tuple((names[slug], f"issues/{slug}/") for slug in issues))
        yield Fact(
            "องค์ความรู้ที่จำเป็น",
            tuple(
                (taxonomy.topic_by_slug[slug].short_th, f"topics/{slug}/") for slug in front.topics
            ),
        )
    yield Fact(
        "รูปแบบ",
        tuple(
            (name, f"formats/{slug}/")
            for slug, name in zip(front.formats, format_names(corpus, item), strict=True)
        ),
    )
    origin = taxonomy.origin_by_slug.get(front.origin or "")
    if origin:
        kinds = {each.slug: each.label_th for each in taxonomy.existing_kinds}
        kind = kinds.get(front.existing_kind or "")
        label = f"{origin.label_th} ({kind})" if kind else origin.label_th
        yield Fact("ที่มา", ((label, None),))
    deliveries = {each.slug: each.label_th for each in taxonomy.deliveries}
    if front.delivery:
        yield Fact("ลักษณะที่ส่ง", ((deliveries[front.delivery], None),))
    plan = corpus.plans.get(front.fiscal_year)
    activities = {each.slug: each.name_th for each in plan.activities} if plan else {}
    if front.activity in activities:
        yield Fact("กิจกรรมของโครงการ", ((activities[front.activity], None),))
    published = item.history.first_published
    if published:
        yield Fact("เผยแพร่เมื่อ", ((short_date(published), None),))
    yield Fact("สัญญาอนุญาต", ((LICENSES[front.license], None),))


def _file(file: PublishedFile, title: str, alt: str) -> FileView:
    return FileView(
        title=title,
        alt=alt,
        url=file.name,
        type=file.kind.name_th,
        size=size_in_words(file.size),
        sha256=file.sha256,
        is_image=file.kind.is_image,
        width=file.width,
        height=file.height,
        picture=picture("", file) if file.kind.is_image else None,
    )


def size_in_words(size: int) -> str:
    """Bytes as `840 KB` or `1.2 MB`."""
    return f"{size / MB:.1f} MB" if size >= MB else f"{-(-size // 1024)} KB"
