"""Activities of the project in a year, with their dates and places: trainings, visits, forums.

Targets of national activities are the Department's, never the province's (trap 21). Channels are
historical text: shown as printed, never followed (trap 9).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from khlang.model.corpus import Corpus
from khlang.model.plan import Activity, Event, Plan
from khlang.progress import Progress
from khlang.thai.dates import period
from khlang.views.calendar import event_title, place_name
from khlang.views.common import HOME, Crumb, Meta, as_of_label

_TARGETS = {
    "persons": "{:,} คน",
    "points": "{:,} จุด",
    "regions": "{:,} ภาค",
    "book_copies": "{:,} เล่ม",
    "channels": "{:,} ช่องทาง",
}
_SCOPES = {"national": "ระดับประเทศ", "province": "ระดับจังหวัด"}


@dataclass(frozen=True, slots=True)
class DateView:
    """Events on the same days, with their places."""

    when: str
    title: str
    places: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActivityView:
    number: str
    name: str
    alias: str
    scope: str
    target: str
    is_head: bool
    dates: tuple[DateView, ...]


@dataclass(frozen=True, slots=True)
class ActivitiesView:
    meta: Meta
    year: int
    as_of: str
    project_period: str
    activities: tuple[ActivityView, ...]
    others: tuple[DateView, ...]
    channels: tuple[str, ...]
    calendar_url: str
    other_years: tuple[Crumb, ...]


def build(corpus: Corpus, progress: Progress) -> Iterator[ActivitiesView]:
    """The current year's at `activities/`, others at `activities/<year>/`: of years that have some."""
    planned = [year for year, plan in corpus.plans.items() if plan.activities or plan.calendar]
    for year in sorted(planned):
        yield _activities(corpus, progress, corpus.plans[year], tuple(planned))


def _activities(
    corpus: Corpus, progress: Progress, plan: Plan, planned: tuple[int, ...]
) -> ActivitiesView:
    year, current, project = plan.fiscal_year, progress.current, plan.project_period
    loose = [each for each in plan.calendar if each.activity not in plan.activity_by_slug]
    return ActivitiesView(
        meta=Meta(
            _url(year, current),
            f"กิจกรรมของโครงการ ปีงบประมาณ {year}",
            f"กิจกรรมของโครงการในปีงบประมาณ {year} พร้อมวันและสถานที่",
            "plan",
            (HOME, Crumb("แผนการจัดการความรู้", "plan/")),
            here="กิจกรรม" if year == current else f"กิจกรรม ปีงบประมาณ {year}",
        ),
        year=year,
        as_of=as_of_label(progress.as_of),
        project_period=(project.as_printed_th or period(project.start, project.end))
        if project
        else "",
        activities=tuple(_activity(corpus, plan, each) for each in plan.activities),
        others=_dates(corpus, plan, loose),
        channels=tuple(each.as_printed for each in plan.channels),
        calendar_url="calendar/" if year == current else f"calendar/{year}/",
        other_years=tuple(
            Crumb(f"ปีงบประมาณ {other}", _url(other, current))
            for other in sorted(planned, reverse=True)
            if other != year
        ),
    )


def _url(year: int, current: int) -> str:
    return "activities/" if year == current else f"activities/{year}/"


def _activity(corpus: Corpus, plan: Plan, each: Activity) -> ActivityView:
    words = (_TARGETS[key].format(value) for key, value in each.target.items() if key in _TARGETS)
    return ActivityView(
        number=each.number,
        name=each.name_th,
        alias=each.alias_th or "",
        scope=_SCOPES[each.scope],
        target=each.target_th or " ".join(words),
        is_head=each.parent is None,
        dates=_dates(
            corpus, plan, (event for event in plan.calendar if event.activity == each.slug)
        ),
    )


def _dates(corpus: Corpus, plan: Plan, events: Iterable[Event]) -> tuple[DateView, ...]:
    """Events by their days; those on the same days with the same name and notes are one line."""

    def line(each: Event) -> tuple[str, str, str, int | None]:
        when = period(each.start, each.end)
        return when, event_title(plan, each), each.mode_th or "", each.persons

    ordered = sorted(events, key=lambda each: (each.start, each.end))
    return tuple(
        _date(corpus, plan, tuple(several), *same) for same, several in groupby(ordered, key=line)
    )


def _date(
    corpus: Corpus,
    plan: Plan,
    several: Sequence[Event],
    when: str,
    title: str,
    mode: str,
    persons: int | None,
) -> DateView:
    places = tuple(name for each in several if (name := place_name(corpus, plan, each.place)))
    each = "แห่งละ " if len(places) > 1 else ""
    number = f"{each}{persons:,} คน" if persons is not None else ""
    return DateView(when, title, places, tuple(text for text in (mode, number) if text))
