"""The table of the units, those that need help most first."""

from collections.abc import Sequence
from dataclasses import dataclass

from khlang.model.corpus import Corpus
from khlang.progress import Status, UnitProgress, YearProgress
from khlang.views.charts import squares
from khlang.views.charts.squares import Squares
from khlang.views.progress.measures import Bar, Pill, bar, pill

# Who needs help most comes first; within a status the one with more missing.
_URGENCY = (
    Status.NONE,
    Status.LATE,
    Status.SHORT,
    Status.PEOPLE_SHORT,
    Status.COMPLETE,
    Status.OVER,
)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in the table of the province. `squares` is None where a bar says it better."""

    seq: str
    name: str
    note: str
    url: str
    items: int
    quota: int
    missing: int
    contributors: int
    staff: int
    origins: tuple[int, ...]
    late: int
    bar: Bar
    squares: Squares | None
    pill: Pill
    categories: tuple[int, ...]


def by_need(year: YearProgress) -> Sequence[UnitProgress]:
    """Those that need help most first."""
    return sorted(
        year.units,
        key=lambda each: (
            _URGENCY.index(each.status),
            -each.items.missing,
            -each.contributors.missing,
            each.unit.seq,
        ),
    )


def needs_help(each: UnitProgress) -> bool:
    return not (each.items.met and each.contributors.met)


def unit_rows(corpus: Corpus, year: YearProgress, base: str) -> tuple[UnitRow, ...]:
    names = {slug: each.name_th for slug, each in corpus.taxonomy.category_by_slug.items()}
    width = squares.common_width(year.units)
    return tuple(
        UnitRow(
            seq=str(each.unit.seq) if each.unit.is_district else "–",
            name=each.unit.short_th,
            note=_derived(each),
            url=f"{base}{each.unit.slug}/",
            items=each.items.done,
            quota=each.items.target,
            missing=each.items.missing,
            contributors=each.contributors.done,
            staff=each.contributors.target,
            origins=tuple(each.by_origin.values()),
            late=each.late,
            bar=bar(each.items),
            squares=squares.build(each, names, width) if width else None,
            pill=pill(each),
            categories=tuple(each.by_category.values()),
        )
        for each in by_need(year)
    )


def total_row(year: YearProgress) -> UnitRow:
    return UnitRow(
        seq="",
        name=f"รวม {len(year.units)} หน่วยงาน",
        note="",
        url="",
        items=year.items.done,
        quota=year.items.target,
        missing=year.items.missing,
        contributors=year.contributors.done,
        staff=year.contributors.target,
        origins=tuple(year.by_origin.values()),
        late=year.late,
        bar=bar(year.items),
        squares=None,
        pill=Pill("", f"ครบ {year.units_met} หน่วยงาน"),
        categories=tuple(year.by_category.values()),
    )


def _derived(each: UnitProgress) -> str:
    """A mark on a quota that no register prints (trap 1)."""
    return "เป้าหมายคิดจากแผน" if each.quota.quota_source == "derived" else ""
