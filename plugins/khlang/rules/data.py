"""The data files: slugs used once, deadlines that exist, periods, weekdays."""

from collections.abc import Iterator
from datetime import date

from khlang.model.codes import archive as codes
from khlang.model.codes import dates as date_codes
from khlang.model.diagnostic import Diagnostic, Place, report
from khlang.rules.context import Context
from khlang.thai.dates import WEEKDAYS

_ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(context: Context) -> Iterator[Diagnostic]:
    """categories.yml, targets.yml, then the plans."""
    yield from _slugs(context)
    for year, targets in context.corpus.targets.years.items():
        for index, deadline in enumerate(targets.deadlines):
            place = context.place("targets.yml", f"years.{year}.deadlines.{index}.date")
            yield from _weekday(deadline.date, deadline.weekday, place)
    for year, plan in context.corpus.plans.items():
        yield from _periods(context, year)
        for index, event in enumerate(plan.calendar):
            place = context.place(f"content/plan/{year}.yml", f"calendar.{index}.start")
            yield from _weekday(event.start, event.weekday, place)


def _slugs(context: Context) -> Iterator[Diagnostic]:
    taxonomy, targets = context.corpus.taxonomy, context.corpus.targets
    lists = {
        ("categories.yml", "categories"): [each.slug for each in taxonomy.categories],
        ("categories.yml", "issues"): [each.slug for each in taxonomy.issues],
        ("categories.yml", "issues.topics"): [topic.slug for _, topic in taxonomy.topics()],
        ("categories.yml", "formats"): [each.slug for each in taxonomy.formats],
        ("targets.yml", "units"): [each.slug for each in targets.units],
        ("targets.yml", "parties"): [each.slug for each in targets.parties],
    }
    for (file, key), slugs in lists.items():
        for slug in dict.fromkeys(slugs):
            if slugs.count(slug) > 1:
                place = context.place(file, key.partition(".")[0])
                yield report(codes.REPEATED_SLUG, place, slug=slug, key=key)


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
