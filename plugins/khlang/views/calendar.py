"""The calendar of a year: every deadline with its sender and receiver, every event of the project.

Two deadlines that do not fit each other both stand here, neither moved (traps 3, 4). The periods of
the plan's rows are no deadlines: they stand apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from khlang.model.corpus import Corpus
from khlang.model.plan import Event, Plan
from khlang.model.targets import Deadline
from khlang.progress import Progress
from khlang.progress.calendar import days_until
from khlang.thai.dates import WEEKDAYS, long_date, month_name, period, short_date
from khlang.views.common import HOME, Crumb, Meta, as_of_label

FILE = "calendar/calendar.ics"
"""Where the file lies that a phone subscribes to; the same for ever."""

DEADLINE = "กำหนดส่ง"
_KINDS = {
    "training": "อบรม",
    "centre-visit": "ลงพื้นที่",
    "regional-forum": "เวทีระดับภาค",
    "market-day": "ตลาดนัดความรู้",
    "other": "กิจกรรม",
}


@dataclass(frozen=True, slots=True)
class Occasion:
    """A deadline or an event, whatever day it is now. `own`: units of this archive have to send.

    `key` is the same for ever, so that a phone knows an entry whose day was moved.
    """

    key: str
    start: date
    end: date
    kind: str
    title: str
    sender: str
    receiver: str
    place: str
    details: tuple[str, ...]
    own: bool

    @property
    def is_deadline(self) -> bool:
        return self.kind == DEADLINE


@dataclass(frozen=True, slots=True)
class EntryView:
    """A line of the calendar; `when` says how far off it is."""

    date: str
    weekday: str
    kind: str
    title: str
    sender: str
    receiver: str
    notes: tuple[str, ...]
    when: str
    over: bool
    own: bool


@dataclass(frozen=True, slots=True)
class MonthView:
    title: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """Dates of the source that do not agree, beside each other."""

    title: str
    dates: tuple[tuple[str, str], ...]
    effect: str
    shown: str


@dataclass(frozen=True, slots=True)
class PeriodView:
    number: str
    activity: str
    period: str


@dataclass(frozen=True, slots=True)
class CalendarView:
    meta: Meta
    year: int
    as_of: str
    upcoming: tuple[EntryView, ...]
    months: tuple[MonthView, ...]
    disagreements: tuple[DisagreementView, ...]
    periods: tuple[PeriodView, ...]
    file: str
    subscription: str
    other_years: tuple[Crumb, ...]


def years(corpus: Corpus) -> tuple[int, ...]:
    """Fiscal years with something to put into a calendar."""
    return tuple(sorted({*corpus.targets.years, *corpus.plans}))


def build(corpus: Corpus, progress: Progress, site_url: str) -> Iterator[CalendarView]:
    """The current year at `calendar/`, the others at `calendar/<year>/`.

    A current year without targets and plan has a calendar too, without an entry: it says so.
    """
    for year in sorted({*years(corpus), progress.current}):
        yield _calendar(corpus, progress, year, site_url)


def occasions(corpus: Corpus, year: int) -> tuple[Occasion, ...]:
    """Deadlines and events of a year, the earliest first; on one day deadlines before events."""
    targets, plan = corpus.targets.years.get(year), corpus.plans.get(year)
    found = [_deadline(corpus, year, each) for each in (targets.deadlines if targets else ())]
    if plan:
        found += (_event(corpus, plan, each) for each in plan.calendar)
    return tuple(sorted(found, key=lambda each: (each.start, not each.is_deadline, each.end)))


def event_title(plan: Plan, event: Event) -> str:
    """Its own name, or that of the activity it belongs to."""
    activity = plan.activity_by_slug.get(event.activity or "")
    return event.name_th or (activity.name_th if activity else _KINDS[event.kind])


def place_name(corpus: Corpus, plan: Plan, slug: str | None) -> str:
    """A study centre, a unit of this archive, or nothing."""
    if slug is None:
        return ""
    if centre := plan.centre_by_slug.get(slug):
        return f"ศูนย์ศึกษาและพัฒนาชุมชน{centre.name_th}"
    unit = corpus.targets.unit_by_slug.get(slug)
    return unit.full_th if unit else ""


def _deadline(corpus: Corpus, year: int, each: Deadline) -> Occasion:
    sender, receiver = (corpus.targets.party_by_slug[slug] for slug in (each.from_, each.to))
    form = f"ไฟล์ {each.format.upper()}" if each.format else ""
    via = f"ส่งทาง {each.via}" if each.via else ""
    source = f"ที่มา: {each.where_th}" if each.where_th else ""
    return Occasion(
        key=f"{year}-deadline-{each.slug}",
        start=each.date,
        end=each.date,
        kind=DEADLINE,
        title=each.what_th,
        sender=sender.name_th,
        receiver=receiver.name_th,
        place="",
        details=tuple(text for text in (form, via, source) if text),
        own=sender.unit_kind is not None,
    )


def _event(corpus: Corpus, plan: Plan, each: Event) -> Occasion:
    activity = plan.activity_by_slug.get(each.activity or "")
    persons = f"{each.persons:,} คน" if each.persons is not None else ""
    national = activity is not None and activity.scope == "national"
    details = (each.mode_th or "", persons, "กิจกรรมระดับประเทศ" if national else "")
    return Occasion(
        key=f"{plan.fiscal_year}-event-{each.slug}",
        start=each.start,
        end=each.end,
        kind=_KINDS[each.kind],
        title=event_title(plan, each),
        sender="",
        receiver="",
        place=place_name(corpus, plan, each.place),
        details=tuple(text for text in details if text),
        own=False,
    )


def _calendar(corpus: Corpus, progress: Progress, year: int, site_url: str) -> CalendarView:
    current = progress.current
    url = _url(year, current)
    found = _together(occasions(corpus, year))
    entries = [_entry(each, progress.as_of) for each in found]
    plan = corpus.plans.get(year)
    months = groupby(zip(found, entries, strict=True), key=lambda pair: month_name(pair[0].start))
    return CalendarView(
        meta=Meta(
            url,
            f"ปฏิทิน ปีงบประมาณ {year}",
            f"กำหนดส่งและกิจกรรมของปีงบประมาณ {year} พร้อมผู้ส่งและผู้รับ",
            "plan",
            (HOME,) if year == current else (HOME, Crumb("ปฏิทิน", "calendar/")),
            here="ปฏิทิน" if year == current else f"ปีงบประมาณ {year}",
        ),
        year=year,
        as_of=as_of_label(progress.as_of),
        upcoming=_upcoming(found, entries, progress.as_of),
        months=tuple(MonthView(name, tuple(entry for _, entry in pairs)) for name, pairs in months),
        disagreements=tuple(_disagreements(corpus, year)),
        periods=tuple(
            PeriodView(
                row.number,
                row.activity_th,
                period(
                    row.period.start, row.period.end, whole_months=row.period.precision == "month"
                ),
            )
            for row in (plan.rows if plan else ())
        ),
        file=FILE,
        subscription=f"webcal://{site_url.partition('://')[2]}{FILE}" if site_url else "",
        other_years=tuple(
            Crumb(f"ปีงบประมาณ {other}", _url(other, current))
            for other in sorted({*years(corpus), current}, reverse=True)
            if other != year
        ),
    )


def _url(year: int, current: int) -> str:
    return "calendar/" if year == current else f"calendar/{year}/"


def _upcoming(
    found: Sequence[Occasion], entries: Sequence[EntryView], as_of: date
) -> tuple[EntryView, ...]:
    """What this archive's own units have to send next: all that is due on the next such day."""
    due = [each.end for each in found if each.own and each.end >= as_of]
    if not due:
        return ()
    return tuple(
        entry
        for each, entry in zip(found, entries, strict=True)
        if each.own and each.end == min(due)
    )


def _together(found: Sequence[Occasion]) -> list[Occasion]:
    """Events of one name on the same days are one line with all their places."""
    lines: dict[object, Occasion] = {}
    for each in found:
        same = each.key if each.is_deadline else (each.title, each.start, each.end, each.details)
        first = lines.get(same)
        places = ", ".join(name for name in (first.place if first else "", each.place) if name)
        lines[same] = replace(first or each, place=places)
    return list(lines.values())


def _entry(each: Occasion, as_of: date) -> EntryView:
    days = days_until(each.start, each.end, as_of)
    if days > 0:
        when = f"อีก {days} วัน"
    elif days < 0:
        when = f"ผ่านมาแล้ว {-days} วัน"
    else:
        when = "วันนี้" if each.start == each.end else "กำลังดำเนินการ"
    same_day = each.start == each.end
    notes = (f"สถานที่: {each.place}" if each.place else "", *each.details)
    return EntryView(
        date=short_date(each.start) if same_day else period(each.start, each.end),
        weekday=f"วัน{WEEKDAYS[each.start.weekday()]}" if same_day else "",
        kind=each.kind,
        title=each.title,
        sender=each.sender,
        receiver=each.receiver,
        notes=tuple(text for text in notes if text),
        when=when,
        over=days < 0,
        own=each.own,
    )


def _disagreements(corpus: Corpus, year: int) -> Iterator[DisagreementView]:
    """Known differences of the source that are about days."""
    targets = corpus.targets.years.get(year)
    for each in targets.known_differences if targets else ():
        days = [_day(value.value) for value in each.values]
        if any(days):
            yield DisagreementView(
                title=each.title_th,
                dates=tuple(
                    (long_date(day) if day else str(value.value), value.where_th or "")
                    for day, value in zip(days, each.values, strict=True)
                ),
                effect=each.effect_th,
                shown=each.show_th,
            )


def _day(value: int | str) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
