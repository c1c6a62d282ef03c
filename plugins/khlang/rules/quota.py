"""Quotas of the current year: a notice before the deadline, a warning after it."""

from collections.abc import Iterator

from khlang.model.codes import quota as codes
from khlang.model.diagnostic import Code, Diagnostic, report
from khlang.progress import UnitProgress
from khlang.rules.context import Context
from khlang.thai.dates import short_date


def check(context: Context) -> Iterator[Diagnostic]:
    """Items against the quota, then persons: items that suffice hide nobody (trap 13)."""
    progress = context.progress.now
    if progress is None:
        return
    minimum = context.corpus.targets.counting.per_person_min_items
    for each in progress.units:
        place = context.place("targets.yml", f"years.{progress.year}.units.{each.unit.slug}")
        common = {
            "unit": each.unit.slug,
            "unit_th": each.unit.full_th,
            "items": each.items.done,
            "quota": each.items.target,
            "missing": each.items.missing,
        }
        if not each.items.met:
            code, more = _shortfall(each)
            yield report(code, place, **common, **more)
        elif not each.contributors.met:
            yield report(
                codes.CONTRIBUTORS_SHORT,
                place,
                **common,
                contributors=each.contributors.done,
                staff=each.contributors.target,
                minimum=minimum,
            )


def _shortfall(each: UnitProgress) -> tuple[Code, dict[str, object]]:
    if each.deadline is None or each.days_left is None:
        return codes.SHORT_WITHOUT_DEADLINE, {}
    day = each.deadline.date
    due = {"deadline": short_date(day), "due": day.isoformat()}
    if each.days_left < 0:
        return codes.SHORT_AFTER, {"days": -each.days_left, **due}
    return codes.SHORT_BEFORE, {"days": each.days_left, **due}
