"""The page of one item; the tombstone of a withdrawn one; redirects from former ids."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from khlang.body import Body, Heading
from khlang.files.published import PublishedFile
from khlang.model import video
from khlang.model.corpus import Corpus
from khlang.model.history import State
from khlang.model.item import LICENSE_URLS, LICENSES, Item
from khlang.thai.dates import short_date
from khlang.views import attached, citing, paper, sharing
from khlang.views.attached import FileView
from khlang.views.citing import Citation
from khlang.views.common import (
    ARCHIVE,
    HOME,
    Crumb,
    Meta,
    Picture,
    category_name,
    cover,
    format_names,
    hue,
)

_LINE = "https://social-plugins.line.me/lineit/share?url="
_FACEBOOK = "https://www.facebook.com/sharer/sharer.php?u="


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the item's facts: a label and one or more values, each with an address or none.

    Addresses begin at the site's root, but for those of other sites. What the head of the page says
    too, paper does not repeat.
    """

    label: str
    values: tuple[tuple[str, str | None], ...]
    in_head: bool = False


@dataclass(frozen=True, slots=True)
class VideoView:
    """A video elsewhere: a poster and a link. Nothing is loaded from its host before a click."""

    host: str
    url: str
    player: str
    is_upright: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence above the text, and the item it speaks of."""

    text: str
    other: Crumb


@dataclass(frozen=True, slots=True)
class ShareView:
    """Where the page is sent on: `begin` is what stands before the page's own address."""

    name: str
    begin: str
    url: str


@dataclass(frozen=True, slots=True)
class Where:
    """Where the page stands, as far as the build knows: its full address, and where its text is
    edited. Either may be empty.
    """

    address: str = ""
    edit_url: str = ""


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
    """`html` is the sanitised body: the one string that a template does not escape. `poster` is the
    picture that stands for its films, `paper` how closely it is set when it is printed.
    """

    meta: Meta
    title: str
    summary: str
    category: str
    category_url: str
    hue: int
    unit: str
    date: str
    byline: str
    notices: tuple[Notice, ...]
    html: str
    contents: tuple[Heading, ...]
    files: tuple[FileView, ...]
    poster: Picture | None
    video: VideoView | None
    facts: tuple[Fact, ...]
    tags: tuple[str, ...]
    revisions: tuple[tuple[str, str], ...]
    where: Where
    share: tuple[ShareView, ...]
    citation: Citation
    bibtex: Citation
    related: tuple[Related, ...]
    previous: Crumb | None
    next: Crumb | None
    sample: bool
    language: str
    paper: str


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
    where: Where,
) -> ItemView:
    """`files` are the item's attachments by the name they have in the repository; `related` the
    items on the same matter, the nearest first.
    """
    front = item.front
    known_video = video.parse(front.video) if front.video else None
    category = category_name(corpus, front.category)
    category_url = f"categories/{front.category}/"
    before, after = around.of(item)
    published = item.history.first_published
    html, in_text = attached.placed(body.html, files)
    beside = [file for file in files.values() if file.kind.is_image and file.name not in in_text]
    given = [(files[each.file], each) for each in front.attachments]
    poster = cover(item, [file for file, _ in given])
    return ItemView(
        meta=Meta(
            url=item.url,
            title=front.title,
            description=front.summary or "",
            section="archive",
            crumbs=(HOME, ARCHIVE, Crumb(category, category_url)),
            work=sharing.work(corpus, item, files),
            language=front.language,
        ),
        title=front.title,
        summary=front.summary or "",
        category=category,
        category_url=category_url,
        hue=hue(corpus, front.category),
        unit=citing.office(corpus.targets.unit_by_slug[front.unit]),
        date=short_date(published) if published else "",
        byline=front.byline or "" if front.consent else "",
        notices=tuple(_notices(corpus, item)),
        html=html,
        contents=tuple(each for each in body.headings if each.level <= 3),
        files=tuple(
            attached.view(file, each, in_text=file.name in in_text) for file, each in given
        ),
        poster=poster,
        video=_video(known_video) if known_video else None,
        facts=tuple(_facts(corpus, item)),
        tags=front.tags,
        revisions=tuple((short_date(each.day), each.text) for each in front.revised),
        where=where,
        share=tuple(_shares(where.address)),
        citation=citing.thai(corpus, item),
        bibtex=citing.bibtex(corpus, item),
        related=tuple(_related(corpus, each) for each in related),
        previous=before,
        next=after,
        sample=front.sample,
        language=front.language,
        paper=paper.setting(html, len(beside)),
    )


def named(item: Item) -> tuple[object, ...]:
    """Everything that the pages of other items take from an item."""
    front = item.front
    return front.title, front.language, front.category, front.unit, front.topics, front.tags


def naming(corpus: Corpus, item: Item, around: "Neighbours") -> Iterator[str]:
    """Ids of the items that an item's page names besides its related ones."""
    yield from filter(None, around.ids(item))
    newer = corpus.superseded_by.get(item.id)
    if newer:
        yield newer.id
    older = corpus.item_by_id.get(item.front.supersedes or "")
    if older and older.is_public:
        yield older.id


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
        successor=_crumb(newer) if newer else None,
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
        return _crumb(item)


def _video(known: video.Video) -> VideoView:
    return VideoView(known.host, known.url, known.player, known.is_upright)


def _shares(address: str) -> Iterator[ShareView]:
    """Links that need no script where the build knows the address; else a script completes them."""
    for name, begin in (("LINE", _LINE), ("Facebook", _FACEBOOK)):
        yield ShareView(name, begin, begin + quote(address, safe="") if address else "")


def _notices(corpus: Corpus, item: Item) -> Iterator[Notice]:
    newer = corpus.superseded_by.get(item.id)
    if newer:
        yield Notice("มีเรื่องที่ใหม่กว่าใช้แทนเรื่องนี้แล้ว", _crumb(newer))
    older = corpus.item_by_id.get(item.front.supersedes or "")
    if older and older.is_public:
        yield Notice("เรื่องนี้ใช้แทน", _crumb(older))


def _crumb(item: Item) -> Crumb:
    return Crumb(item.front.title, item.url, item.front.language)


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
    yield Fact("หน่วยงาน", ((unit.full_th, f"units/{unit.slug}/"),), in_head=True)
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
        yield Fact("เผยแพร่เมื่อ", ((short_date(published), None),), in_head=True)
    if front.revised:
        yield Fact("แก้ไขล่าสุด", ((short_date(max(each.day for each in front.revised)), None),))
    yield Fact("สัญญาอนุญาต", ((LICENSES[front.license], LICENSE_URLS.get(front.license)),))
