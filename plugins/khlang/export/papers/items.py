"""Every item that counts at a date, by unit and by category: for the office, not for the site."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from khlang.export.paper import Cell, Column, Kind, Paper, Row
from khlang.export.papers.wording import closing, fiscal_year
from khlang.model.corpus import Corpus
from khlang.model.history import STATE_NAMES_TH
from khlang.model.item import Item
from khlang.progress import Progress, YearProgress
from khlang.progress.standing import standing
from khlang.thai.text import thai_digits
from khlang.views.common import category_name, format_names
from khlang.views.plan import Amount

_COLUMNS = (
    Column("ที่", 6, centred=True),
    Column("ชื่อเรื่อง", 48),
    Column("หน่วยงาน", 26),
    Column("หมวดหมู่", 24),
    Column("รูปแบบ", 20),
    Column("ที่มา", 14),
    Column("สถานะ", 17),
    Column("วันที่ส่ง", 18),
    Column("วันที่ส่งกรม", 18),
)


@dataclass(frozen=True, slots=True)
class _Group:
    """A section of the paper: its items, and its sum as the figures have it."""

    name: str
    items: tuple[Item, ...]
    count: int
    beside: str


def by_unit(corpus: Corpus, progress: Progress, year: int) -> Paper:
    """Units in the order of the register; one without an item has its line too."""
    measured = progress.years[year]
    counted = _counted(corpus, measured)
    groups = (
        _Group(
            each.unit.full_th,
            tuple(item for item in counted if item.front.unit == each.unit.slug),
            each.items.done,
            f"เป้าหมาย {each.items.target:,} เรื่อง",
        )
        for each in measured.units
    )
    return _paper(corpus, measured, "items-by-unit", "รายการองค์ความรู้รายหน่วยงาน", groups)


def by_category(corpus: Corpus, progress: Progress, year: int) -> Paper:
    """Categories in their order; last the items that have none yet, if there are any."""
    measured = progress.years[year]
    counted = _counted(corpus, measured)
    groups = [
        _Group(
            each.name_th,
            tuple(item for item in counted if item.front.category == each.slug),
            measured.by_category[each.slug],
            "",
        )
        for each in corpus.taxonomy.categories
    ]
    without = tuple(
        item for item in counted if item.front.category not in corpus.taxonomy.category_by_slug
    )
    if without:
        groups.append(_Group("ยังไม่ได้จัดหมวดหมู่", without, len(without), ""))
    return _paper(corpus, measured, "items-by-category", "รายการองค์ความรู้ตามหมวดหมู่", groups)


def _counted(corpus: Corpus, year: YearProgress) -> list[Item]:
    return [
        item
        for item in corpus.items
        if item.front.fiscal_year == year.year
        and item.front.unit in year.by_unit
        and standing(item, corpus.targets.counting, year.as_of).counted
    ]


def _paper(
    corpus: Corpus, year: YearProgress, name: str, title: str, groups: Iterable[_Group]
) -> Paper:
    rows = [row for group in groups for row in _section(corpus, group, year.as_of)]
    total = Row((None, "รวมทั้งหมด", *_sum(year.items.done)), Kind.TOTAL)
    return Paper(
        name=name,
        sheet=title,
        title=(title, f"{corpus.targets.province.name_th} {fiscal_year(year.year)}"),
        head=(),
        columns=_COLUMNS,
        rows=(*rows, total),
        notes=closing(corpus, year.as_of, "รายการนี้มีเรื่องที่ยังไม่เผยแพร่ ใช้ภายในหน่วยงานและส่งกรมเท่านั้น"),
    )


def _section(corpus: Corpus, group: _Group, as_of: date) -> Iterator[Row]:
    yield Row((None, group.name), Kind.SECTION)
    ordered = sorted(group.items, key=lambda item: (item.history.received or date.min, item.id))
    for number, item in enumerate(ordered, start=1):
        yield Row((number, *_item(corpus, item, as_of)))
    yield Row((None, f"รวม {group.name}", *_sum(group.count, group.beside)), Kind.TOTAL)


def _sum(count: int, beside: str = "") -> tuple[Cell, ...]:
    words = Amount(f"{count:,} เรื่อง", count, unit="เรื่อง")
    return (words, thai_digits(beside), None, None, None, None, None)


def _item(corpus: Corpus, item: Item, as_of: date) -> tuple[Cell, ...]:
    front = item.front
    origin = corpus.taxonomy.origin_by_slug.get(front.origin or "")
    sent = front.sent_to_department
    return (
        front.title,
        corpus.targets.unit_by_slug[front.unit].full_th,
        category_name(corpus, front.category),
        ", ".join(format_names(corpus, item)),
        origin.label_th if origin else None,
        STATE_NAMES_TH[item.history.at(as_of).state],
        item.history.received,
        sent if sent is not None and item.sent_by(as_of) else None,
    )
