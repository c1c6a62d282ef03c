"""Years: those that have a page of their own, and all of them side by side."""

from dataclasses import dataclass

from khlang.progress import Progress, YearProgress
from khlang.thai.dates import short_date
from khlang.views.common import Crumb, Meta


@dataclass(frozen=True, slots=True)
class NoTargetsView:
    """The current year before its targets are set: 1 October comes every year."""

    meta: Meta
    year: int
    as_of: str
    other_years: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A year among the others; `url` is empty for the one whose page it is."""

    year: int
    url: str
    as_of: str
    items: int
    quota: int
    contributors: int
    staff: int
    missing: int
    late: int
    units_met: int
    units: int
    topics: int
    topics_asked: int
    published: int


def other_years(progress: Progress, year: int) -> tuple[Crumb, ...]:
    return tuple(
        Crumb(f"ปีงบประมาณ {other}", _url(progress, other))
        for other in sorted(progress.years, reverse=True)
        if other != year
    )


def side_by_side(progress: Progress, here: int) -> tuple[YearColumn, ...]:
    """Every year with targets, the newest first; none where there is but one."""
    if len(progress.years) < 2:
        return ()
    return tuple(
        _column(progress, progress.years[year], here)
        for year in sorted(progress.years, reverse=True)
    )


def _url(progress: Progress, year: int) -> str:
    return "progress/" if year == progress.current else f"progress/{year}/"


def _column(progress: Progress, year: YearProgress, here: int) -> YearColumn:
    day = short_date(year.as_of)
    return YearColumn(
        year=year.year,
        url="" if year.year == here else _url(progress, year.year),
        as_of=f"ปิดปีแล้ว ณ {day}" if year.closed else day,
        items=year.items.done,
        quota=year.items.target,
        contributors=year.contributors.done,
        staff=year.contributors.target,
        missing=year.items.missing,
        late=year.late,
        units_met=year.units_met,
        units=len(year.units),
        topics=year.topics_covered,
        topics_asked=len(year.topics_asked),
        published=year.published,
    )
