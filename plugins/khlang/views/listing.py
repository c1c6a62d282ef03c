"""Lists of items: the archive, and one list for each category, issue, topic, unit, year, format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.model.item import Item
from khlang.views.common import (
    ARCHIVE,
    HOME,
    Card,
    Crumb,
    Meta,
    Tally,
    card,
    newest_first,
)

PER_PAGE = 24  # a page that a phone bears; no page's bytes grow with the archive


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of a list. `url` is None for the page itself, `number` None for a gap."""

    number: int | None
    url: str | None


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A way into the archive: a heading and its tallies."""

    key: str
    title: str
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list. `empty` says why there is nothing, and what could be done."""

    meta: Meta
    heading: str
    kind: str
    lead: str
    total: int
    cards: tuple[Card, ...]
    pages: tuple[PageLink, ...]
    facets: tuple[FacetGroup, ...]
    children: tuple[Tally, ...]
    details: tuple[str, ...]
    empty: str
    hue: int = 0


@dataclass(frozen=True, slots=True)
class _List:
    """A list before it is cut into pages."""

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


def build(corpus: Corpus) -> Iterator[ListView]:
    """Every page of every list."""
    for each in _lists(corpus):
        yield from _pages(corpus, each)


def facets(corpus: Corpus) -> tuple[FacetGroup, ...]:
    """Every way into the archive, with the number of public items behind it."""
    public, taxonomy = corpus.public, corpus.taxonomy
    return (
        FacetGroup(
            "categories",
            "หมวดหมู่",
            tuple(
                Tally(
                    each.slug, each.name_th, f"categories/{each.slug}/", len(_of(public, each.slug))
                )
                for each in taxonomy.categories
            ),
        ),
        FacetGroup(
            "issues",
            "ประเด็นการพัฒนา",
            tuple(
                Tally(
                    each.slug,
                    each.name_th,
                    f"issues/{each.slug}/",
                    len(_about(public, {topic.slug for topic in each.topics})),
                )
                for each in taxonomy.issues
            ),
        ),
        FacetGroup(
            "units",
            "หน่วยงาน",
            tuple(
                Tally(
                    each.slug,
                    each.short_th,
                    f"units/{each.slug}/",
                    sum(item.front.unit == each.slug for item in public),
                )
                for each in sorted(corpus.targets.units, key=lambda unit: unit.seq)
            ),
        ),
        FacetGroup(
            "formats",
            "รูปแบบ",
            tuple(
                Tally(
                    each.slug,
                    each.label_th,
                    f"formats/{each.slug}/",
                    sum(each.slug in item.front.formats for item in public),
                )
                for each in taxonomy.formats
            ),
        ),
        FacetGroup(
            "years",
            "ปีงบประมาณ",
            tuple(
                Tally(
                    str(year),
                    str(year),
                    f"years/{year}/",
                    sum(item.front.fiscal_year == year for item in public),
                )
                for year in corpus.years
            ),
        ),
    )


def _lists(corpus: Corpus) -> Iterator[_List]:
    public, taxonomy = corpus.public, corpus.taxonomy
    above = (HOME, ARCHIVE)
    groups = facets(corpus)
    yield _List(
        "archive/",
        "ค้นคลัง",
        "",
        "องค์ความรู้ทั้งหมดที่เผยแพร่แล้ว ใหม่สุดก่อน",
        public,
        (HOME,),
        "ยังไม่มีองค์ความรู้ที่เผยแพร่ เรื่องแรกจะปรากฏที่นี่เมื่อผ่านการคัดเลือก",
        facets=groups,
    )
    for number, category in enumerate(taxonomy.categories, start=1):
        yield _List(
            f"categories/{category.slug}/",
            category.name_th,
            "หมวดหมู่",
            category.description_th or category.name_full_th or "",
            _of(public, category.slug),
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
            _about(public, {topic.slug for topic in issue.topics}),
            (*above, Crumb("องค์ความรู้ที่จำเป็น", "topics/")),
            "ยังไม่มีเรื่องในประเด็นนี้",
            children=tuple(
                Tally(
                    topic.slug,
                    topic.short_th,
                    f"topics/{topic.slug}/",
                    len(_about(public, {topic.slug})),
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
                _about(public, {topic.slug}),
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
            [item for item in public if item.front.unit == unit.slug],
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
            [item for item in public if term.slug in item.front.formats],
            above,
            "ยังไม่มีเรื่องในรูปแบบนี้",
        )
    for year in corpus.years:
        yield _List(
            f"years/{year}/",
            f"ปีงบประมาณ {year}",
            "ปีงบประมาณ",
            "",
            [item for item in public if item.front.fiscal_year == year],
            above,
            "ยังไม่มีเรื่องที่เผยแพร่ในปีนี้",
        )


def _of(items: Sequence[Item], category: str) -> list[Item]:
    return [item for item in items if item.front.category == category]


def _about(items: Sequence[Item], topics: set[str]) -> list[Item]:
    return [item for item in items if topics.intersection(item.front.topics)]


def _pages(corpus: Corpus, each: _List) -> Iterator[ListView]:
    ordered = newest_first(each.items)
    count = max(1, -(-len(ordered) // PER_PAGE))
    for number in range(1, count + 1):
        start = (number - 1) * PER_PAGE
        title = each.heading if number == 1 else f"{each.heading} (หน้า {number})"
        yield ListView(
            meta=Meta(
                url=_page_url(each.url, number),
                title=title,
                description=each.lead or f"{each.kind}{each.heading}",
                section="archive",
                crumbs=each.crumbs,
            ),
            heading=each.heading,
            kind=each.kind,
            lead=each.lead,
            total=len(ordered),
            cards=tuple(card(corpus, item) for item in ordered[start : start + PER_PAGE]),
            pages=_page_links(each.url, number, count),
            facets=each.facets,
            children=each.children,
            details=each.details,
            empty=each.empty,
            hue=each.hue,
        )


def _page_url(url: str, number: int) -> str:
    return url if number == 1 else f"{url}page/{number}/"


def _page_links(url: str, current: int, count: int) -> tuple[PageLink, ...]:
    """First, last and the neighbours of the current page, with gaps between."""
    if count == 1:
        return ()
    shown = sorted({1, count, *(n for n in range(current - 2, current + 3) if 1 <= n <= count)})
    links: list[PageLink] = []
    previous = 0
    for number in shown:
        if number - previous > 1:
            links.append(PageLink(None, None))
        links.append(PageLink(number, None if number == current else _page_url(url, number)))
        previous = number
    return tuple(links)
