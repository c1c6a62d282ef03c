"""A closed year: its figures as data, and the same figures again from these data."""

from datetime import date

from khlang.model.closed import ClosedRow, ClosedStep, ClosedUnit, ClosedYear
from khlang.model.corpus import Corpus
from khlang.model.history import State
from khlang.model.targets import Unit
from khlang.progress.figures import Measure, PlanRowValue, UnitProgress, YearProgress, added
from khlang.progress.pace import Pace, start_of_work
from khlang.progress.standing import deadline_of


def freeze(year: YearProgress) -> ClosedYear:
    """What is kept of a year: every figure, no name and no item."""
    return ClosedYear(
        schema=1,
        fiscal_year=year.year,
        as_of=year.as_of,
        sent_to_department=year.sent_to_department,
        units={each.unit.slug: _frozen(each) for each in year.units},
        plan_rows={
            slug: ClosedRow(
                by=row.by,
                value=row.value,
                percent=row.percent,
                beside=row.beside,
                entered=row.entered,
            )
            for slug, row in year.plan_rows.items()
        },
    )


def _frozen(each: UnitProgress) -> ClosedUnit:
    return ClosedUnit(
        staff=each.contributors.target,
        quota=each.items.target,
        items=each.items.done,
        contributors=each.contributors.done,
        by_origin=each.by_origin,
        by_category=each.by_category,
        by_format=each.by_format,
        by_state={state.value: count for state, count in each.by_state.items()},
        topics=each.topics,
        months=each.months,
        late_by_category=each.late_by_category,
        waiting={state.value: days for state, days in each.waiting.items()},
        timeline=tuple(ClosedStep(date=day, items=number) for day, number in each.timeline),
    )


def thaw(corpus: Corpus, closed: ClosedYear) -> YearProgress:
    """The figures of a closed year. Names and deadlines are those of the archive's own files."""
    targets = corpus.targets.years[closed.fiscal_year]
    return YearProgress(
        year=closed.fiscal_year,
        as_of=closed.as_of,
        targets=targets,
        taxonomy=corpus.taxonomy,
        units=tuple(
            _thawed(corpus, closed, unit)
            for unit in sorted(corpus.targets.units, key=lambda unit: unit.seq)
            if unit.slug in closed.units and unit.slug in targets.units
        ),
        sent_to_department=closed.sent_to_department,
        plan_rows={
            slug: PlanRowValue(row.by, row.value, row.percent, row.beside, row.entered)
            for slug, row in closed.plan_rows.items()
        },
        closed=True,
    )


def _thawed(corpus: Corpus, closed: ClosedYear, unit: Unit) -> UnitProgress:
    kept, taxonomy = closed.units[unit.slug], corpus.taxonomy
    targets = corpus.targets.years[closed.fiscal_year]
    deadline = deadline_of(unit, corpus, targets)
    categories = taxonomy.category_by_slug
    start = start_of_work(corpus, closed.fiscal_year, targets)
    due: date = deadline.date if deadline else targets.end
    return UnitProgress(
        unit=unit,
        quota=targets.units[unit.slug].at(closed.as_of),
        items=Measure(kept.items, kept.quota),
        contributors=Measure(kept.contributors, kept.staff),
        by_origin=added(taxonomy.origin_by_slug, (kept.by_origin,)),
        by_category=added(categories, (kept.by_category,)),
        by_format=added(taxonomy.format_by_slug, (kept.by_format,)),
        by_state={state: kept.by_state.get(state, 0) for state in State},
        topics=added(taxonomy.topic_by_slug, (kept.topics,)),
        months={month: added(categories, (row,)) for month, row in kept.months.items()},
        late_by_category=added(categories, (kept.late_by_category,)),
        waiting={state: kept.waiting[state] for state in State if state in kept.waiting},
        timeline=tuple((step.date, step.items) for step in kept.timeline),
        pace=Pace(start, ((due, kept.quota),)),
        deadline=deadline,
        days_left=(deadline.date - closed.as_of).days if deadline else None,
    )
