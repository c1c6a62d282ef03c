"""The whole archive in two other orders: by title, as a dictionary sorts, and by unit.

An item that comes in the middle of such an order would push all behind it to other pages. So a page
begins where an item's own id says so: what comes or goes changes the page that it stands on, and the
one beside it at most; and a page has the id that it begins with as its address.
"""

from collections.abc import Callable, Iterator, Sequence
from zlib import crc32

from khlang.model.corpus import Corpus
from khlang.model.item import Item
from khlang.thai.collation import collation_key
from khlang.views.common import ARCHIVE, HOME, Crumb, Meta, Tally
from khlang.views.listing import FacetGroup, ListPage, ListView, PageLink

BY_DAY, BY_TITLE, BY_UNIT = "archive/", "archive/by-title/", "archive/by-unit/"
_NAMES = {BY_DAY: "วันที่", BY_TITLE: "ชื่อเรื่อง", BY_UNIT: "หน่วยงาน"}
_ONE_IN = (24, 8, 3, 2)  # items that begin a page; those that begin one where a page is too long
_TOO_LONG = 29

Name = Callable[[Item], str]
"""Under which heading an item stands in an order."""


def orders(current: str) -> tuple[PageLink, ...]:
    """Links to the orders of the archive; the current one without an address."""
    return tuple(PageLink(name, None if url == current else url) for url, name in _NAMES.items())


def build(corpus: Corpus) -> Iterator[ListPage]:
    """Every page of both orders."""
    units = corpus.targets.unit_by_slug
    by_title = sorted(corpus.public, key=lambda item: (*collation_key(item.front.title), item.id))
    by_unit = sorted(corpus.newest, key=lambda item: units[item.front.unit].seq)
    yield from _pages(BY_TITLE, by_title, ("letters", "อักษรแรก"), _initial)
    yield from _pages(
        BY_UNIT, by_unit, ("units", "หน่วยงาน"), lambda item: units[item.front.unit].full_th
    )


def _initial(item: Item) -> str:
    """The consonant that a title is sorted by; other scripts and numbers stand together."""
    first = collation_key(item.front.title)[0][:1]
    return first if "ก" <= first <= "ฮ" else "อื่น ๆ"


def _pages(
    url: str, ordered: Sequence[Item], group: tuple[str, str], name: Name
) -> Iterator[ListPage]:
    pages = _cut(ordered) or [[]]
    addresses = [url, *(f"{url}{page[0].id}/" for page in pages[1:])]
    names = FacetGroup(*group, tuple(_tallies(pages, addresses, name)))
    for number, (page, address) in enumerate(zip(pages, addresses, strict=True)):
        is_first = number == 0
        around = []
        if not is_first:
            around.append(PageLink("ก่อนหน้า", addresses[number - 1]))
        if number + 1 < len(pages):
            around.append(PageLink("ถัดไป", addresses[number + 1]))
        here = f"{name(page[0])} – {name(page[-1])}" if page else ""
        heading = f"เรียงตาม{_NAMES[url]}"
        yield ListPage(
            ListView(
                meta=Meta(
                    address,
                    heading if is_first else f"{heading}: {page[0].front.title}",
                    f"องค์ความรู้ทั้งหมด {heading}",
                    "archive",
                    (HOME, ARCHIVE, *([] if is_first else [Crumb(heading, url)])),
                    here="" if is_first else here,
                ),
                heading="ค้นคลัง",
                kind=heading,
                lead=here,
                total=len(ordered) if is_first else None,
                cards=(),
                pages=tuple(around),
                facets=(names,) if is_first else (),
                children=(),
                details=(),
                empty="ยังไม่มีองค์ความรู้ที่เผยแพร่ เรื่องแรกจะปรากฏที่นี่เมื่อผ่านการคัดเลือก",
                orders=orders(url if is_first else ""),
            ),
            tuple(page),
        )


def _tallies(
    pages: Sequence[Sequence[Item]], addresses: Sequence[str], name: Name
) -> Iterator[Tally]:
    """Each name with the page on which it begins, and how many items have it."""
    where: dict[str, str] = {}
    counts: dict[str, int] = {}
    for page, address in zip(pages, addresses, strict=True):
        for item in page:
            where.setdefault(name(item), address)
            counts[name(item)] = counts.get(name(item), 0) + 1
    for each, address in where.items():
        yield Tally(each, each, address, counts[each])


def _cut(items: Sequence[Item], level: int = 0) -> list[Sequence[Item]]:
    starts = [0]
    starts += [
        at for at in range(1, len(items)) if crc32(items[at].id.encode()) % _ONE_IN[level] == 0
    ]
    pages = [items[at:end] for at, end in zip(starts, [*starts[1:], len(items)], strict=True)]
    found: list[Sequence[Item]] = []
    for page in pages:
        deeper = len(page) > _TOO_LONG and level + 1 < len(_ONE_IN)
        found += _cut(page, level + 1) if deeper else [page]
    return found if items else []
