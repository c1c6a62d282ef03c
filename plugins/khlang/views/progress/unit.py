"""One unit in one year: published items by title, numbers only for the rest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Diagnostic
from khlang.model.history import STATE_NAMES_TH
from khlang.model.item import Item
from khlang.progress import Progress, UnitProgress, YearProgress
from khlang.thai.dates import short_date
from khlang.views.charts import squares
from khlang.views.charts.months import MonthsChart
from khlang.views.charts.pace import PaceChart
from khlang.views.charts.squares import Squares
from khlang.views.common import (
    HOME,
    PROGRESS,
    Card,
    Covers,
    Crumb,
    Meta,
    Tally,
    as_of_label,
    card,
)
from khlang.views.progress.coverage import gaps
from khlang.views.progress.drawings import months_chart, pace_chart
from khlang.views.progress.due import DeadlineView, DueRow, due_rows, unit_deadline
from khlang.views.progress.funnel import FunnelRow, funnel
from khlang.views.progress.measures import (
    MeasureView,
    Pill,
    contributors_measure,
    items_measure,
    origin_note,
    pill,
)
from khlang.views.progress.province import closed_note
from khlang.views.progress.words import counting_note, next_step, pace_sentence

SHOWN = 6
"""Published items on the page, the newest: it must fit one sheet, and not grow with the archive."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """An item that readers may not see, in the internal edition."""

    title: str
    url: str
    state: str
    faults: int


@dataclass(frozen=True, slots=True)
class Items:
    """What the pages list: items by year and unit, their pictures, and for insiders what is said
    of each path.
    """

    of_unit: Mapping[tuple[int, str], Sequence[Item]]
    covers: Covers
    told: Mapping[str, Sequence[Diagnostic]] | None

    @classmethod
    def of(
        cls, corpus: Corpus, covers: Covers, told: Mapping[str, Sequence[Diagnostic]] | None
    ) -> "Items":
        found: dict[tuple[int, str], list[Item]] = {}
        for item in corpus.items:
            found.setdefault((item.front.fiscal_year, item.front.unit), []).append(item)
        return cls(found, covers, told)


@dataclass(frozen=True, slots=True)
class UnitView:
    meta: Meta
    heading: str
    place: str
    as_of: str
    year: int
    closed: str
    pill: Pill
    deadline: DeadlineView | None
    items: MeasureView
    contributors: MeasureView
    squares: Squares | None
    next_step: str
    pace: PaceChart
    pace_sentence: str
    months: MonthsChart
    categories: tuple[Tally, ...]
    funnel: tuple[FunnelRow, ...]
    late: int
    due: tuple[DueRow, ...]
    cards: tuple[Card, ...]
    published: int
    archive_url: str
    hidden: tuple[Hidden, ...]
    gaps: tuple[Tally, ...]
    note: str


def unit(
    corpus: Corpus,
    progress: Progress,
    year: YearProgress,
    each: UnitProgress,
    items: Items,
    base: str,
) -> UnitView:
    own = items.of_unit.get((year.year, each.unit.slug), ())
    minimum = corpus.targets.counting.per_person_min_items
    names = {slug: category.name_th for slug, category in corpus.taxonomy.category_by_slug.items()}
    of_unit = corpus.shelves.of("unit", each.unit.slug)
    published = [item for item in of_unit if item.front.fiscal_year == year.year]
    crumbs: tuple[Crumb, ...] = (HOME, PROGRESS)
    if year.year != progress.current:
        crumbs = (*crumbs, Crumb(f"ปีงบประมาณ {year.year}", base))
    width = squares.common_width((each,))
    return UnitView(
        meta=Meta(
            f"{base}{each.unit.slug}/",
            f"ความก้าวหน้า {each.unit.full_th} ปีงบประมาณ {year.year}",
            f"ส่งแล้ว {each.items.done} จาก {each.items.target} เรื่อง "
            f"ผู้จัดทำ {each.contributors.done} จาก {each.contributors.target} คน",
            "progress",
            crumbs,
            here=each.unit.short_th,
        ),
        heading=each.unit.full_th,
        place=_place(each, year),
        as_of=as_of_label(year.as_of),
        year=year.year,
        closed=closed_note(year),
        pill=pill(each),
        deadline=unit_deadline(each),
        items=items_measure(each.items, origin_note(corpus, each)),
        contributors=contributors_measure(each.contributors, minimum),
        squares=squares.build(each, names, width) if width else None,
        next_step=next_step(each, year, minimum),
        pace=pace_chart(each, year),
        pace_sentence=pace_sentence(each, year),
        months=months_chart(corpus, each, year),
        categories=tuple(
            Tally(slug, name, f"categories/{slug}/", each.by_category[slug])
            for slug, name in names.items()
        ),
        funnel=funnel(each.by_state, each.waiting),
        late=each.late,
        due=due_rows(corpus, year, each.unit),
        cards=tuple(card(corpus, item, items.covers.get(item.id)) for item in published[:SHOWN]),
        published=len(published),
        archive_url=f"units/{each.unit.slug}/",
        hidden=tuple(_hidden(own, items.told)),
        gaps=gaps(corpus, each.topics, year),
        note=counting_note(corpus, each),
    )


def _hidden(
    own: Sequence[Item], told: Mapping[str, Sequence[Diagnostic]] | None
) -> Iterator[Hidden]:
    """The items that are not public, with what is said of each; none for readers."""
    for item in own:
        if told is not None and not item.is_public:
            state = STATE_NAMES_TH[item.history.state]
            faults = len(told.get(item.path, ()))
            yield Hidden(item.front.title or item.id, f"review/{item.id}/", state, faults)


def _place(each: UnitProgress, year: YearProgress) -> str:
    """Where the unit's quota comes from: the register, or a count of the project (trap 1)."""
    parts = []
    if each.unit.is_district:
        parts.append(f"สำนักงานพัฒนาชุมชน{each.unit.full_th} ลำดับที่ {each.unit.seq} ในทะเบียนเป้าหมาย")
    elif each.quota.quota_source == "derived":
        parts.append("ไม่อยู่ในทะเบียนเป้าหมาย เป้าหมายคิดจากจำนวนเจ้าหน้าที่ในแผน")
    else:
        parts.append("สำนักงานพัฒนาชุมชนจังหวัด")
    parts += [
        f"เป้าหมายเปลี่ยนตั้งแต่ {short_date(change.from_)} ตาม{change.where_th}"
        for change in each.quota.changes
        if change.from_ <= year.as_of
    ]
    return " · ".join(parts)
