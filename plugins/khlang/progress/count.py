"""Counting: which items count, for whom, and against what."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from khlang.model.corpus import Corpus
from khlang.model.history import State
from khlang.model.targets import Unit
from khlang.progress.figures import Measure, Months, UnitProgress, YearProgress
from khlang.progress.pace import Pace, start_of_work
from khlang.progress.plan import measure_plan
from khlang.progress.standing import (
    WAITING,
    Standing,
    days_late,
    deadline_of,
    received,
    standing,
    timeline,
)


def measure_year(corpus: Corpus, year: int, as_of: date) -> YearProgress:
    """The figures of a fiscal year (BE) that has targets, as they stood at the end of `as_of`.

    Items of units that owe nothing in that year are in no figure: units sum to the province.
    """
    targets, counting = corpus.targets.years[year], corpus.targets.counting
    by_unit: dict[str, list[Standing]] = {slug: [] for slug in targets.units}
    for item in corpus.items:
        if item.front.fiscal_year == year and item.front.unit in by_unit:
            by_unit[item.front.unit].append(standing(item, counting, as_of))
    all_of_year = [each for several in by_unit.values() for each in several]
    counted = [each.item for each in all_of_year if each.counted]
    made = Counter(key for item in counted for key in set(item.contributors))
    persons = [key for key, number in made.items() if number >= counting.per_person_min_items]
    persons_by_unit = Counter(map(unit_of_key, persons))
    units = tuple(
        _measure_unit(corpus, year, unit, by_unit[unit.slug], persons_by_unit[unit.slug], as_of)
        for unit in sorted(corpus.targets.units, key=lambda unit: unit.seq)
        if unit.slug in by_unit
    )
    plan = corpus.plans.get(year)
    return YearProgress(
        year=year,
        as_of=as_of,
        targets=targets,
        taxonomy=corpus.taxonomy,
        units=units,
        sent_to_department=sum(item.sent_by(as_of) for item in counted),
        plan_rows=(
            measure_plan(
                plan,
                all_of_year,
                sum(each.contributors.done for each in units),
                as_of,
                targets.registers,
            )
            if plan
            else {}
        ),
    )


def _measure_unit(
    corpus: Corpus, year: int, unit: Unit, items: Sequence[Standing], persons: int, as_of: date
) -> UnitProgress:
    targets, taxonomy = corpus.targets.years[year], corpus.taxonomy
    quota = targets.units[unit.slug].at(as_of)
    own = [each.item for each in items if each.counted]
    deadline = deadline_of(unit, corpus, targets)
    states = Counter(each.state for each in items)
    late = (item.front.category for item in own if days_late(item, deadline))
    start = start_of_work(corpus, year, targets)
    return UnitProgress(
        unit=unit,
        quota=quota,
        items=Measure(len(own), quota.quota),
        contributors=Measure(persons, quota.staff),
        by_origin=_tally(taxonomy.origin_by_slug, (item.front.origin for item in own)),
        by_category=_tally(taxonomy.category_by_slug, (item.front.category for item in own)),
        by_format=_tally(
            taxonomy.format_by_slug, (slug for item in own for slug in item.front.formats)
        ),
        by_state={state: states[state] for state in State},
        topics=_tally(taxonomy.topic_by_slug, (slug for item in own for slug in item.front.topics)),
        months=_months(corpus, (each for each in items if each.counted), as_of),
        late_by_category=_tally(taxonomy.category_by_slug, late),
        waiting=_waiting(items, as_of),
        timeline=timeline((each.item for each in items), corpus.targets.counting, as_of),
        pace=Pace(start, ((deadline.date if deadline else targets.end, quota.quota),)),
        deadline=deadline,
        days_left=(deadline.date - as_of).days if deadline else None,
    )


def unit_of_key(contributor: str) -> str:
    """`mueang` of `mueang-03`."""
    return contributor.rpartition("-")[0]


def _months(corpus: Corpus, counted: Iterable[Standing], as_of: date) -> Months:
    found: dict[str, list[str | None]] = {}
    for each in counted:
        month = f"{received(each.item, as_of):%Y-%m}"
        found.setdefault(month, []).append(each.item.front.category)
    categories = corpus.taxonomy.category_by_slug
    return {month: _tally(categories, found[month]) for month in sorted(found)}


def _waiting(items: Iterable[Standing], as_of: date) -> dict[State, int]:
    """Days since the state began, of the oldest item in each state that waits for somebody."""
    found: dict[State, int] = {}
    for each in items:
        if each.state in WAITING and each.since is not None:
            found[each.state] = max(found.get(each.state, 0), (as_of - each.since).days)
    return {state: found[state] for state in WAITING if state in found}


def _tally(keys: Iterable[str], values: Iterable[str | None]) -> dict[str, int]:
    """Counts of `values` in the order of `keys`, with a zero for each key not met."""
    found = Counter(values)
    return {key: found[key] for key in keys}
