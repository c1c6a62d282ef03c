"""The figures: what a page, a paper or a data file may print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from khlang.model.history import State
from khlang.model.targets import Deadline, Quota, Unit, YearTargets
from khlang.model.taxonomy import Taxonomy
from khlang.progress.pace import Pace

Months = Mapping[str, Mapping[str, int]]
"""Counted items by the month they were received in (`2021-06`), then by category."""


class Status(StrEnum):
    """How a unit stands. Over-delivery never hides a missing person (trap 13)."""

    COMPLETE = "complete"
    OVER = "over"
    PEOPLE_SHORT = "people-short"
    SHORT = "short"
    LATE = "late"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Measure:
    """A count against its target: items / quota, or contributors / staff.

    A measure of several units keeps their `parts`: what one has beyond its target fills no gap of
    another (trap 13).
    """

    done: int
    target: int
    parts: tuple["Measure", ...] = ()

    @classmethod
    def total(cls, parts: Iterable["Measure"]) -> "Measure":
        """The measure of several units together."""
        parts = tuple(parts)
        done, target = sum(part.done for part in parts), sum(part.target for part in parts)
        return cls(done, target, parts)

    @property
    def missing(self) -> int:
        if self.parts:
            return sum(part.missing for part in self.parts)
        return max(0, self.target - self.done)

    @property
    def over(self) -> int:
        if self.parts:
            return sum(part.over for part in self.parts)
        return max(0, self.done - self.target)

    @property
    def filled(self) -> int:
        """What fills a target: all but what lies beyond one."""
        return self.target - self.missing

    @property
    def met(self) -> bool:
        return not self.missing

    @property
    def percent(self) -> int | None:
        """Whole percent, rounded down, and never 100 while something is missing; None without a target."""
        if not self.target:
            return None
        percent = self.done * 100 // self.target
        return percent if self.met else min(percent, 99)


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """One unit in one year. Counts are of counted items unless said otherwise.

    `quota` is what the unit owes at the date. `contributors` counts the unit's own staff with
    enough items, joint items of other units included. `by_state` counts all items of the unit,
    drafts too; `waiting` are the days that the oldest item has been in a state where it waits for
    somebody. `late_by_category` are counted items received after the `deadline`, which is None for
    a unit that the source sets no day for (trap 4). `timeline` tells the days on which the number
    of counted items changed, and the number at the end of each.
    """

    unit: Unit
    quota: Quota
    items: Measure
    contributors: Measure
    by_origin: Mapping[str, int]
    by_category: Mapping[str, int]
    by_format: Mapping[str, int]
    by_state: Mapping[State, int]
    topics: Mapping[str, int]
    months: Months
    late_by_category: Mapping[str, int]
    waiting: Mapping[State, int]
    timeline: tuple[tuple[date, int], ...]
    pace: Pace
    deadline: Deadline | None
    days_left: int | None

    @property
    def late(self) -> int:
        """Counted items received after the deadline."""
        return sum(self.late_by_category.values())

    @property
    def oldest_waiting(self) -> int | None:
        """Days that the item longest in the review queue has waited."""
        return self.waiting.get(State.SUBMITTED)

    def to_send(self, minimum: int) -> int:
        """Items that the unit has to send at least, with `minimum` of each member of staff."""
        return max(self.items.missing, self.contributors.missing * minimum)

    @property
    def overdue(self) -> bool:
        """Past the deadline (which is inclusive) with items missing."""
        return self.days_left is not None and self.days_left < 0 and not self.items.met

    @property
    def status(self) -> Status:
        if self.items.met and self.contributors.met:
            return Status.OVER if self.items.over else Status.COMPLETE
        if self.items.met:
            return Status.PEOPLE_SHORT
        if not self.items.done:
            return Status.NONE
        return Status.LATE if self.overdue else Status.SHORT


@dataclass(frozen=True, slots=True)
class PlanRowValue:
    """The computed side of a row of form 2.

    `by` is `archive`, `proxy` or `manual`; `value` None is "not entered". `percent` is None for a
    proxy, a manual value, a target in words and a disputed target (traps 2, 12). `beside` are
    further figures, by a key that the view names. `entered` is what a person wrote down by the date.
    """

    by: str
    value: int | None
    percent: int | None
    beside: Mapping[str, int]
    entered: int | None = None


@dataclass(frozen=True, slots=True)
class DueDay:
    """A deadline of the year, with the days left until it; negative when it is over."""

    deadline: Deadline
    days_left: int


@dataclass(frozen=True)
class YearProgress:
    """One fiscal year (BE) at a date. `closed` is a year whose figures were frozen on that date."""

    year: int
    as_of: date
    targets: YearTargets
    taxonomy: Taxonomy
    units: tuple[UnitProgress, ...]
    sent_to_department: int
    plan_rows: Mapping[str, PlanRowValue]
    closed: bool = False

    @cached_property
    def by_unit(self) -> Mapping[str, UnitProgress]:
        return {each.unit.slug: each for each in self.units}

    @cached_property
    def items(self) -> Measure:
        """All units against the sum of their quotas (61 in 2564; the plan states 60: trap 1)."""
        return Measure.total(each.items for each in self.units)

    @cached_property
    def contributors(self) -> Measure:
        return Measure.total(each.contributors for each in self.units)

    @property
    def district_quota(self) -> int:
        """The sum of the register, which prints none itself (49 in 2564: trap 1)."""
        return sum(each.items.target for each in self.units if each.unit.is_district)

    @property
    def district_staff(self) -> int:
        return sum(each.contributors.target for each in self.units if each.unit.is_district)

    @property
    def units_met(self) -> int:
        """Units with both measures met."""
        return sum(each.items.met and each.contributors.met for each in self.units)

    @property
    def units_short(self) -> int:
        """Units with items missing."""
        return sum(not each.items.met for each in self.units)

    @property
    def late(self) -> int:
        return sum(each.late for each in self.units)

    @property
    def bound(self) -> tuple[UnitProgress, ...]:
        """The units that have a deadline for items (trap 4)."""
        return tuple(each for each in self.units if each.deadline is not None)

    @property
    def bound_short(self) -> int:
        """Units with a deadline and items missing."""
        return sum(not each.items.met for each in self.bound)

    @property
    def bound_missing(self) -> int:
        """Items that are missing in units with a deadline."""
        return sum(each.items.missing for each in self.bound)

    @property
    def published(self) -> int:
        return self.by_state[State.PUBLISHED]

    @property
    def in_review(self) -> int:
        """Items that wait for the working group."""
        return self.by_state[State.SUBMITTED]

    @property
    def oldest_waiting(self) -> int | None:
        """Days that the item at the head of the review queue has waited; None with an empty queue."""
        return self.waiting.get(State.SUBMITTED)

    @cached_property
    def topics(self) -> Mapping[str, int]:
        """Counted items about each required topic; an item may be about several."""
        return added(self.taxonomy.topic_by_slug, (each.topics for each in self.units))

    @cached_property
    def topics_asked(self) -> tuple[str, ...]:
        """The topics that the year asks for."""
        asked = (topic for _, topic in self.taxonomy.topics() if topic.holds_in(self.year))
        return tuple(topic.slug for topic in asked)

    @property
    def topics_covered(self) -> int:
        """How many of the topics that the year asks for have an item."""
        return len(self.topics_asked) - len(self.gaps)

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The topics of the year that no counted item is about."""
        return tuple(slug for slug in self.topics_asked if not self.topics[slug])

    @cached_property
    def by_category(self) -> Mapping[str, int]:
        return added(self.taxonomy.category_by_slug, (each.by_category for each in self.units))

    @cached_property
    def by_origin(self) -> Mapping[str, int]:
        return added(self.taxonomy.origin_by_slug, (each.by_origin for each in self.units))

    @cached_property
    def by_format(self) -> Mapping[str, int]:
        return added(self.taxonomy.format_by_slug, (each.by_format for each in self.units))

    @cached_property
    def by_state(self) -> Mapping[State, int]:
        return {state: sum(each.by_state[state] for each in self.units) for state in State}

    @cached_property
    def months(self) -> Months:
        names = sorted({month for each in self.units for month in each.months})
        return {
            name: added(
                self.taxonomy.category_by_slug, (each.months.get(name, {}) for each in self.units)
            )
            for name in names
        }

    @cached_property
    def waiting(self) -> Mapping[State, int]:
        """Days that the oldest item has waited, by the state that it waits in."""
        found: dict[State, int] = {}
        for each in self.units:
            for state, days in each.waiting.items():
                found[state] = max(days, found.get(state, 0))
        return {state: found[state] for state in State if state in found}

    @cached_property
    def timeline(self) -> tuple[tuple[date, int], ...]:
        """As that of a unit: the number of counted items of all units together."""
        steps: dict[date, int] = {}
        for each in self.units:
            before = 0
            for day, number in each.timeline:
                steps[day] = steps.get(day, 0) + number - before
                before = number
        total, found = 0, []
        for day in sorted(steps):
            total += steps[day]
            found.append((day, total))
        return tuple(found)

    @cached_property
    def pace(self) -> Pace:
        """What has to be in by which day: the districts by their deadline, others in the year."""
        return Pace.together(self.targets.start, (each.pace for each in self.units))

    @cached_property
    def deadlines(self) -> tuple[DueDay, ...]:
        """Every deadline of the year, the earliest first, each with its sender (traps 3, 4)."""
        ordered = sorted(self.targets.deadlines, key=lambda each: each.date)
        return tuple(DueDay(each, (each.date - self.as_of).days) for each in ordered)


@dataclass(frozen=True)
class Progress:
    """Every year that has targets, at one date. `current` is the fiscal year of that date."""

    as_of: date
    current: int
    years: Mapping[int, YearProgress]

    @property
    def now(self) -> YearProgress | None:
        """The current year, or None while it has no targets."""
        return self.years.get(self.current)


def added(keys: Iterable[str], several: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Sums by key, in the order of `keys`, with a zero for each key not met."""
    tables = tuple(several)
    return {key: sum(table.get(key, 0) for table in tables) for key in keys}
