"""Lists of items: the archive, and one list for each category, issue, topic, unit, year, format.

Pages are numbered from the oldest items, and a full page stays as it is: an address shows the same
items for as long as they are there, and a new item changes the first page alone, the newest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from khlang.model.corpus import Corpus
from khlang.model.item import Item
from khlang.views.common import (
    ARCHIVE,
    HOME,
    Card,
    Covers,
    Crumb,
    Meta,
    Tally,
    card,
)

PER_PAGE = 24  # a page that a phone bears; no page's bytes grow with the archive
NEWEST_AT_LEAST = 6  # on the first page, which holds what fills no page yet, and up to 29


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of a list by its label. `url` is None for the page itself, `label` empty for a gap."""

    label: str
    url: str | None


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A way into the archive: a heading and its tallies."""

    key: str
    title: str
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list. `empty` says why there is nothing, and what could be done.

    `total` is None on pages of older items, which would otherwise change with every new one. `orders`
    are the orders that the same items may be seen in.
    """

    meta: Meta
    heading: str
    kind: str
    lead: str
    total: int | None
    cards: tuple[Card, ...]
    pages: tuple[PageLink, ...]
    facets: tuple[FacetGroup, ...]
    children: tuple[Tally, ...]
    details: tuple[str, ...]
    empty: str
    hue: int = 0
    orders: tuple[PageLink, ...] = ()


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list by the items on it; their cards are made where the page is: few are.

    `rest` is everything else of the page.
    """

    rest: ListView
    items: tuple[Item, ...]

    def view(self, corpus: Corpus, covers: Covers) -> ListView:
        cards = tuple(card(corpus, item, covers.get(item.id)) for item in self.items)
        return replace(self.rest, cards=cards)


@dataclass(frozen=True, slots=True)
class _List:
    """A list before it is cut into pages: its items in their order, the newest first."""

    url: str
    heading: str
    kind: str
    lead: str
    items: Sequence[Item]
    crumbs: tuple[Crumb, ...]
    empty: str
    facets: tuple[FacetGroup, ...] = ()
    children: tuple[Tally, ...] = ()
    details: tuple[str, ...] = ()
    hue: int = 0
    orders: tuple[PageLink, ...] = ()


def build(corpus: Corpus, orders: tuple[PageLink, ...]) -> Iterator[ListPage]:
    """Every page of every list; `orders` are the links from the archive to its other orders."""
    for each in _lists(corpus, orders):
        yield from _pages(each)


def facets(corpus: Corpus) -> tuple[FacetGroup, ...]:
    """Every way into the archive, with the number of public items behind it."""
    shelves, taxonomy = corpus.shelves, corpus.taxonomy
    units = sorted(corpus.targets.units, key=lambda unit: unit.seq)

    def group(key: str, title: str, kind: str, names: Sequence[tuple[str, str]]) -> FacetGroup:
        tallies = (
            Tally(slug, name, f"{key}/{slug}/", len(shelves.of(kind, slug))) for slug, name in names
        )
        return FacetGroup(key, title, tuple(tallies))

    years = (
        Tally(str(year), str(year), f"years/{year}/", len(shelves.of("year", year)))
        for year in corpus.years
    )
    return (
        group(
            "categories",
            "หมวดหมู่",
            "category",
            [(each.slug, each.name_th) for each in taxonomy.categories],
        ),
        group(
            "issues",
            "ประเด็นการพัฒนา",
            "issue",
            [(each.slug, each.name_th) for each in taxonomy.issues],
        ),
        group("units", "หน่วยงาน", "unit", [(each.slug, each.short_th) for each in units]),
        group(
            "formats", "รูปแบบ", "format", [(each.slug, each.label_th) for each in taxonomy.formats]
        ),
        FacetGroup("years", "ปีงบประมาณ", tuple(years)),
    )


def _lists(corpus: Corpus, orders: tuple[PageLink, ...]) -> Iterator[_List]:
    shelves, taxonomy = corpus.shelves, corpus.taxonomy
    above = (HOME, ARCHIVE)
    groups = facets(corpus)
    yield _List(
        "archive/",
        "ค้นคลัง",
        "",
        "องค์ความรู้ทั้งหมดที่เผยแพร่แล้ว ใหม่สุดก่อน",
        corpus.newest,
        (HOME,),
        "ยังไม่มีองค์ความรู้ที่เผยแพร่ เรื่องแรกจะปรากฏที่นี่เมื่อผ่านการคัดเลือก",
        facets=groups,
        orders=orders,
    )
    for number, category in enumerate(taxonomy.categories, start=1):
        yield _List(
            f"categories/{category.slug}/",
            category.name_th,
            "หมวดหมู่",
            category.description_th or category.name_full_th or "",
            shelves.of("category", category.slug),
            above,
            "ยังไม่มีเรื่องในหมวดนี้",
            details=(f"ชื่อเต็ม: {category.name_full_th}",) if category.name_full_th else (),
            hue=number,
        )
    for issue in taxonomy.issues:
        yield _List(
            f"issues/{issue.slug}/",
            issue.name_th,
            f"ประเด็นการพัฒนาที่ {issue.number}",
            f"เป้าประสงค์: {issue.objective_th}" if issue.objective_th else "",
            shelves.of("issue", issue.slug),
            (*above, Crumb("องค์ความรู้ที่จำเป็น", "topics/")),
            "ยังไม่มีเรื่องในประเด็นนี้",
            children=tuple(
                Tally(
                    topic.slug,
                    topic.short_th,
                    f"topics/{topic.slug}/",
                    len(shelves.of("topic", topic.slug)),
                )
                for topic in issue.topics
            ),
        )
        for topic in issue.topics:
            yield _List(
                f"topics/{topic.slug}/",
                topic.short_th,
                "องค์ความรู้ที่จำเป็น",
                f"ข้อ {topic.number} ของประเด็น{issue.name_th}",
                shelves.of("topic", topic.slug),
                (
                    *above,
                    Crumb("องค์ความรู้ที่จำเป็น", "topics/"),
                    Crumb(issue.name_th, f"issues/{issue.slug}/"),
                ),
                "ยังไม่มีเรื่องที่เผยแพร่ในหัวข้อนี้ หากท่านมีประสบการณ์ในหัวข้อนี้ ส่งเข้าคลังได้",
                details=(
                    (f"ประเด็นย่อยที่แผนต้องการ: {', '.join(topic.subtopics_th)}",)
                    if topic.subtopics_th
                    else ()
                ),
            )
    for unit in corpus.targets.units:
        yield _List(
            f"units/{unit.slug}/",
            unit.full_th,
            "หน่วยงาน",
            "องค์ความรู้ที่หน่วยงานนี้จัดทำและเผยแพร่แล้ว",
            shelves.of("unit", unit.slug),
            above,
            "หน่วยงานนี้ยังไม่มีเรื่องที่เผยแพร่",
            children=(),
        )
    for term in taxonomy.formats:
        yield _List(
            f"formats/{term.slug}/",
            term.label_th,
            "รูปแบบ",
            "",
            shelves.of("format", term.slug),
            above,
            "ยังไม่มีเรื่องในรูปแบบนี้",
        )
    for year in corpus.years:
        yield _List(
            f"years/{year}/",
            f"ปีงบประมาณ {year}",
            "ปีงบประมาณ",
            "",
            shelves.of("year", year),
            above,
            "ยังไม่มีเรื่องที่เผยแพร่ในปีนี้",
        )


def _pages(each: _List) -> Iterator[ListPage]:
    """The newest items with all that is said of the list, then page after page of the older ones."""
    ordered = each.items
    count = max(0, (len(ordered) - NEWEST_AT_LEAST) // PER_PAGE)
    newest = len(ordered) - count * PER_PAGE
    first = ListView(
        meta=Meta(
            url=each.url,
            title=each.heading,
            description=each.lead or f"{each.kind}{each.heading}",
            section="archive",
            crumbs=each.crumbs,
        ),
        heading=each.heading,
        kind=each.kind,
        lead=each.lead,
        total=len(ordered),
        cards=(),
        pages=_page_links(each.url, count + 1, count),
        facets=each.facets,
        children=each.children,
        details=each.details,
        empty=each.empty,
        hue=each.hue,
        orders=each.orders,
    )
    yield ListPage(first, tuple(ordered[:newest]))
    for number in range(count, 0, -1):
        start = newest + (count - number) * PER_PAGE
        older = ListView(
            meta=Meta(
                url=_page_url(each.url, number),
                title=f"{each.heading} (หน้า {number})",
                description=each.lead or f"{each.kind}{each.heading}",
                section="archive",
                crumbs=(*each.crumbs, Crumb(each.heading, each.url)),
                here=f"หน้า {number}",
            ),
            heading=each.heading,
            kind=each.kind,
            lead=f"หน้า {number} นับจากเรื่องเก่าสุด",
            total=None,
            cards=(),
            pages=_page_links(each.url, number, count),
            facets=(),
            children=(),
            details=(),
            empty=each.empty,
            hue=each.hue,
        )
        yield ListPage(older, tuple(ordered[start : start + PER_PAGE]))


def _page_url(url: str, number: int) -> str:
    return f"{url}page/{number}/"


def _page_links(url: str, current: int, count: int) -> tuple[PageLink, ...]:
    """The newest, the neighbours of the current page, the oldest; with gaps between.

    Pages near the newest alone name it by what changes when a page is filled.
    """
    if count == 0:
        return ()
    newest = count + 1
    shown = {1, *(n for n in range(current - 2, current + 3) if 1 <= n <= count)}
    links = [PageLink("ใหม่สุด", None if current == newest else url)]
    previous = newest
    for number in sorted(shown, reverse=True):
        if previous - number > 1:
            links.append(PageLink("", None))
        links.append(PageLink(str(number), None if number == current else _page_url(url, number)))
        previous = number
    return tuple(links)
