"""The province: all units of a year, those that need help first."""

from collections.abc import Iterator
from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.progress import Progress, YearProgress
from khlang.views.charts import map as map_chart
from khlang.views.charts.map import MapChart
from khlang.views.charts.months import MonthsChart
from khlang.views.charts.pace import PaceChart
from khlang.views.common import HOME, PROGRESS, Crumb, Meta, Tally, as_of_label
from khlang.views.downloads import downloads
from khlang.views.progress.coverage import Coverage, coverage, gaps
from khlang.views.progress.drawings import months_chart, pace_chart
from khlang.views.progress.due import DeadlineView, DueRow, due_rows, province_deadline
from khlang.views.progress.funnel import FunnelRow, funnel
from khlang.views.progress.measures import (
    MeasureView,
    Pill,
    contributors_measure,
    items_measure,
    pill,
)
from khlang.views.progress.rows import UnitRow, by_need, needs_help, total_row, unit_rows
from khlang.views.progress.words import honest_sentence, pace_sentence, shortfall
from khlang.views.progress.years import YearColumn, other_years, side_by_side

WATCHED = 6  # beside the map; the table below has them all


@dataclass(frozen=True, slots=True)
class Watched:
    """A unit that needs help, and what it lacks."""

    name: str
    url: str
    pill: Pill
    sentence: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure of ours beside the one the source states (traps 1 and 2)."""

    title: str
    ours: str
    stated: str
    difference: str


@dataclass(frozen=True, slots=True)
class ProvinceView:
    meta: Meta
    heading: str
    as_of: str
    year: int
    closed: str
    deadline: DeadlineView | None
    items: MeasureView
    contributors: MeasureView
    units_met: int
    units_total: int
    published: int
    waiting: int
    oldest_waiting: str
    sentence: str
    map: MapChart | None
    watched: tuple[Watched, ...]
    rows: tuple[UnitRow, ...]
    total: UnitRow
    pace: PaceChart
    pace_sentence: str
    months: MonthsChart
    funnel: tuple[FunnelRow, ...]
    due: tuple[DueRow, ...]
    coverage: Coverage
    gaps: tuple[Tally, ...]
    topics_total: int
    category_names: tuple[str, ...]
    origin_names: tuple[str, ...]
    comparisons: tuple[Comparison, ...]
    years: tuple[YearColumn, ...]
    downloads: tuple[Crumb, ...]
    other_years: tuple[Crumb, ...]


def province(corpus: Corpus, progress: Progress, year: YearProgress, base: str) -> ProvinceView:
    name = corpus.targets.province.name_th
    minimum = corpus.targets.counting.per_person_min_items
    is_current = year.year == progress.current
    watched = [each for each in by_need(year) if needs_help(each)][:WATCHED]
    return ProvinceView(
        meta=Meta(
            base,
            f"ความก้าวหน้า{name} ปีงบประมาณ {year.year}",
            f"ส่งแล้ว {year.items.done} จาก {year.items.target} เรื่อง "
            f"ผู้จัดทำ {year.contributors.done} จาก {year.contributors.target} คน "
            f"{as_of_label(year.as_of)}",
            "progress",
            (HOME,) if is_current else (HOME, PROGRESS),
            here="ความก้าวหน้า" if is_current else f"ปีงบประมาณ {year.year}",
        ),
        heading=f"ความก้าวหน้า{name}",
        as_of=as_of_label(year.as_of),
        year=year.year,
        closed=closed_note(year),
        deadline=province_deadline(year),
        items=items_measure(year.items, ""),
        contributors=contributors_measure(year.contributors, minimum),
        units_met=year.units_met,
        units_total=len(year.units),
        published=year.published,
        waiting=year.in_review,
        oldest_waiting=(
            "" if year.oldest_waiting is None else f"รอนานที่สุด {year.oldest_waiting} วัน"
        ),
        sentence=honest_sentence(year),
        map=_map(corpus, year, base),
        watched=tuple(
            Watched(each.unit.short_th, f"{base}{each.unit.slug}/", pill(each), shortfall(each))
            for each in watched
        ),
        rows=unit_rows(corpus, year, base),
        total=total_row(year),
        pace=pace_chart(year, year),
        pace_sentence=pace_sentence(year, year),
        months=months_chart(corpus, year, year),
        funnel=funnel(year.by_state, year.waiting),
        due=due_rows(corpus, year),
        coverage=coverage(corpus, year),
        gaps=gaps(corpus, year.topics, year),
        topics_total=len(year.topics_asked),
        category_names=tuple(each.name_th for each in corpus.taxonomy.categories),
        origin_names=tuple(each.label_th for each in corpus.taxonomy.origins),
        comparisons=tuple(_comparisons(year)),
        years=side_by_side(progress, year.year),
        downloads=downloads("progress", "รายงานความก้าวหน้า", year.year),
        other_years=other_years(progress, year.year),
    )


def closed_note(year: YearProgress) -> str:
    return "ปิดปีแล้ว ตัวเลขคงเดิมตามวันที่ปิด" if year.closed else ""


def _map(corpus: Corpus, year: YearProgress, base: str) -> MapChart | None:
    if corpus.map is None:
        return None
    urls = {each.unit.slug: f"{base}{each.unit.slug}/" for each in year.units}
    statuses = {each.unit.slug: pill(each).text for each in year.units}
    return map_chart.build(corpus.map, year.units, urls, statuses)


def _comparisons(year: YearProgress) -> Iterator[Comparison]:
    """Trap 1: our sums beside the totals that the plan states; neither is adjusted."""
    stated = year.targets.stated_totals.plan if year.targets.stated_totals else None
    if stated is None:
        return
    rows = (
        ("เป้าหมายรวมทุกหน่วยงาน", year.items.target, stated.total),
        ("เป้าหมายรวมของอำเภอ", year.district_quota, stated.districts),
        (
            "เป้าหมายของสำนักงานจังหวัด",
            year.items.target - year.district_quota,
            stated.province_office,
        ),
    )
    for title, ours, theirs in rows:
        if theirs is not None:
            difference = ours - theirs
            yield Comparison(
                title=title,
                ours=f"{ours} เรื่อง",
                stated=f"{theirs} เรื่อง",
                difference=f"{difference:+d}" if difference else "ตรงกัน",
            )
