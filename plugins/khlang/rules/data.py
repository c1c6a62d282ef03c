"""The data files: slugs used once, deadlines that exist, periods, weekdays."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Protocol

from khlang.model.codes import archive as codes
from khlang.model.codes import dates as date_codes
from khlang.model.diagnostic import Diagnostic, Place, report
from khlang.rules.context import Context
from khlang.thai.dates import WEEKDAYS

_ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class _Slugged(Protocol):
    @property
    def slug(self) -> str: ...


def check(context: Context) -> Iterator[Diagnostic]:
    """categories.yml, targets.yml, then the plans."""
    yield from _slugs(context)
    for year, targets in context.corpus.targets.years.items():
        for index, deadline in enumerate(targets.deadlines):
            place = context.place("targets.yml", f"years.{year}.deadlines.{index}.date")
            yield from _weekday(deadline.date, deadline.weekday, place)
        yield from _changes(context, year)
    for year, plan in context.corpus.plans.items():
        yield from _periods(context, year)
        for index, event in enumerate(plan.calendar):
            place = context.place(f"content/plan/{year}.yml", f"calendar.{index}.start")
            yield from _weekday(event.start, event.weekday, place)


def _slugs(context: Context) -> Iterator[Diagnostic]:
    for file, key, entries in _lists(context):
        seen: set[str] = set()
        for path, entry in entries:
            if entry.slug in seen:
                place = context.place(file, f"{path}.slug")
                yield report(codes.REPEATED_SLUG, place, slug=entry.slug, key=key)
            seen.add(entry.slug)


def _lists(context: Context) -> Iterator[tuple[str, str, Iterable[tuple[str, _Slugged]]]]:
    """File, key and entries of every list in which a slug stands for one thing."""
    taxonomy, targets = context.corpus.taxonomy, context.corpus.targets
    for key in ("categories", "issues", "formats", "origins", "existing_kinds", "deliveries"):
        yield "categories.yml", key, _paths(key, getattr(taxonomy, key))
    topics = (_paths(f"issues.{at}.topics", each.topics) for at, each in enumerate(taxonomy.issues))
    yield "categories.yml", "topics", chain.from_iterable(topics)
    yield "targets.yml", "units", _paths("units", targets.units)
    yield "targets.yml", "parties", _paths("parties", targets.parties)
    for year, year_targets in targets.years.items():
        for key in ("deadlines", "known_differences"):
            at = f"years.{year}.{key}"
            yield "targets.yml", at, _paths(at, getattr(year_targets, key))
    for year, plan in context.corpus.plans.items():
        file = f"content/plan/{year}.yml"
        for key in ("activities", "calendar", "study_centres"):
            yield file, key, _paths(key, getattr(plan, key))
        rows = (_paths(f"steps.{at}.rows", each.rows) for at, each in enumerate(plan.steps))
        yield file, "rows", chain.from_iterable(rows)


def _paths(key: str, entries: Iterable[_Slugged]) -> Iterable[tuple[str, _Slugged]]:
    return ((f"{key}.{index}", each) for index, each in enumerate(entries))


def _weekday(day: date, stated: str | None, place: Place) -> Iterator[Diagnostic]:
    actual = _ENGLISH_WEEKDAYS[day.weekday()]
    if stated is not None and stated != actual:
        yield report(
            date_codes.WRONG_WEEKDAY,
            place,
            value=day.isoformat(),
            weekday=actual,
            weekday_th=WEEKDAYS[day.weekday()],
            stated=stated,
        )


def _changes(context: Context, year: int) -> Iterator[Diagnostic]:
    """Staff and quota change within their own fiscal year."""
    targets = context.corpus.targets.years[year]
    for slug, quota in targets.units.items():
        for index, change in enumerate(quota.changes):
            if not targets.start <= change.from_ <= targets.end:
                path = f"years.{year}.units.{slug}.changes.{index}.from"
                day = change.from_.isoformat()
                place = context.place("targets.yml", path)
                yield report(date_codes.BEYOND_FISCAL_YEAR, place, start=day, end=day, year=year)


def _periods(context: Context, year: int) -> Iterator[Diagnostic]:
    """Rows may lie outside the project's period (trap 5), never outside the fiscal year."""
    plan = context.corpus.plans[year]
    targets = context.corpus.targets.years.get(year)
    for step_index, step in enumerate(plan.steps):
        for row_index, row in enumerate(step.rows):
            path = f"steps.{step_index}.rows.{row_index}.period"
            place = context.place(f"content/plan/{year}.yml", path)
            start, end = row.period.start, row.period.end
            dates = {"start": start.isoformat(), "end": end.isoformat()}
            if end < start:
                yield report(date_codes.PERIOD_BACKWARDS, place, **dates)
            elif targets and not targets.start <= start <= end <= targets.end:
                yield report(date_codes.BEYOND_FISCAL_YEAR, place, **dates, year=year)
