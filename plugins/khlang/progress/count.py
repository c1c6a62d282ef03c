"""Counting: which items count, for whom, and against what."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from khlang.model.corpus import Corpus
from khlang.model.history import State
from khlang.model.item import Item
from khlang.model.targets import Counting, Deadline, Unit, YearTargets
from khlang.progress.figures import Measure, UnitProgress, YearProgress
from khlang.progress.plan import measure_plan


def measure_year(corpus: Corpus, year: int, as_of: date) -> YearProgress:
    """The figures of a fiscal year (BE) that has targets, as they stood at the end of `as_of`."""
    targets = corpus.targets.years[year]
    items = [item for item in corpus.items if item.front.fiscal_year == year]
    counted = [item for item in items if counts(item, corpus.targets.counting, as_of)]
    persons = _persons(counted, corpus.targets.counting.per_person_min_items)
    units = tuple(
        _measure_unit(corpus, unit, targets, items, counted, persons, as_of)
        for unit in sorted(corpus.targets.units, key=lambda unit: unit.seq)
        if unit.slug in targets.units
    )
    plan = corpus.plans.get(year)
    return YearProgress(
        year=year,
        as_of=as_of,
        targets=targets,
        units=units,
        topics=_tally((topic.slug for _, topic in corpus.taxonomy.topics()), _topics(counted)),
        by_category=_tally(
            corpus.taxonomy.category_by_slug, (item.front.category for item in counted)
        ),
        by_origin=_tally(corpus.taxonomy.origin_by_slug, (item.front.origin for item in counted)),
        by_format=_tally(
            corpus.taxonomy.format_by_slug,
            (format for item in counted for format in item.front.formats),
        ),
        sent_to_department=sum(item.sent_by(as_of) for item in counted),
        plan_rows=measure_plan(plan, items, counted, persons, as_of) if plan else {},
    )


def counts(item: Item, counting: Counting, as_of: date) -> bool:
    """Whether an item counted at `as_of`: its state then, and its origin (trap 14)."""
    state = item.history.at(as_of).state
    return state in counting.counted_statuses and item.front.origin in counting.counted_origins


def deadline_of(unit: Unit, corpus: Corpus, targets: YearTargets) -> Deadline | None:
    """The deadline for items, if its sender is this kind of unit (trap 4: districts only)."""
    party = corpus.targets.party_by_slug.get(targets.due.from_)
    return targets.due if party and party.unit_kind == unit.kind else None


def _measure_unit(
    corpus: Corpus,
    unit: Unit,
    targets: YearTargets,
    items: list[Item],
    counted: list[Item],
    persons: frozenset[str],
    as_of: date,
) -> UnitProgress:
    quota = targets.units[unit.slug]
    own = [item for item in counted if item.front.unit == unit.slug]
    deadline = deadline_of(unit, corpus, targets)
    states = Counter(item.history.at(as_of).state for item in items if item.front.unit == unit.slug)
    return UnitProgress(
        unit=unit,
        items=Measure(len(own), quota.quota),
        contributors=Measure(sum(unit_of_key(key) == unit.slug for key in persons), quota.staff),
        by_origin=_tally(corpus.taxonomy.origin_by_slug, (item.front.origin for item in own)),
        by_category=_tally(corpus.taxonomy.category_by_slug, (item.front.category for item in own)),
        by_state={state: states[state] for state in State},
        topics=_tally((topic.slug for _, topic in corpus.taxonomy.topics()), _topics(own)),
        oldest_waiting=_oldest_waiting(
            (item for item in items if item.front.unit == unit.slug), as_of
        ),
        late=sum(_received_late(item, deadline) for item in own),
        deadline=deadline,
        days_left=(deadline.date - as_of).days if deadline else None,
    )


def unit_of_key(contributor: str) -> str:
    """`mueang` of `mueang-03`."""
    return contributor.rpartition("-")[0]


def _oldest_waiting(items: Iterable[Item], as_of: date) -> int | None:
    """Days since the longest waiting of the items that were submitted and not yet screened."""
    then = (item.history.at(as_of) for item in items)
    waiting = [history.since for history in then if history.state is State.SUBMITTED]
    return max(((as_of - since).days for since in waiting if since is not None), default=None)


def _received_late(item: Item, deadline: Deadline | None) -> bool:
    received = item.history.received
    return deadline is not None and received is not None and received > deadline.date


def _persons(counted: Iterable[Item], minimum: int) -> frozenset[str]:
    """Keys with at least `minimum` counted items; a joint item counts for each of its makers."""
    made = Counter(key for item in counted for key in set(item.contributors))
    return frozenset(key for key, number in made.items() if number >= minimum)


def _topics(items: Iterable[Item]) -> Iterable[str]:
    return (topic for item in items for topic in item.front.topics)


def _tally(keys: Iterable[str], values: Iterable[str | None]) -> dict[str, int]:
    """Counts of `values` in the order of `keys`, with a zero for each key not met."""
    found = Counter(values)
    return {key: found[key] for key in keys}
