"""The figures: what a page, a paper or a data file may print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from khlang.model.history import State
from khlang.model.targets import Deadline, Unit, YearTargets


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

    `contributors` counts the unit's own staff with enough items, joint items of other units
    included. `by_state` counts all items of the unit, drafts too. `deadline` is None for a unit
    that the source sets no day for (trap 4); `late` are counted items received after it.
    `oldest_waiting` is how many days the submitted item that waits longest has waited for review.
    """

    unit: Unit
    items: Measure
    contributors: Measure
    by_origin: Mapping[str, int]
    by_category: Mapping[str, int]
    by_state: Mapping[State, int]
    topics: Mapping[str, int]
    oldest_waiting: int | None
    late: int
    deadline: Deadline | None
    days_left: int | None

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


@dataclass(frozen=True)
class YearProgress:
    """One fiscal year (BE) at a date."""

    year: int
    as_of: date
    targets: YearTargets
    units: tuple[UnitProgress, ...]
    topics: Mapping[str, int]
    by_category: Mapping[str, int]
    by_origin: Mapping[str, int]
    by_format: Mapping[str, int]
    sent_to_department: int
    plan_rows: Mapping[str, PlanRowValue]

    @cached_property
    def by_unit(self) -> Mapping[str, UnitProgress]:
        return {each.unit.slug: each for each in self.units}

    @property
    def items(self) -> Measure:
        """All units against the sum of their quotas (61 in 2564; the plan states 60: trap 1)."""
        return Measure.total(each.items for each in self.units)

    @property
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
    def oldest_waiting(self) -> int | None:
        """Days that the item at the head of the review queue has waited; None with an empty queue."""
        return max(
            (each.oldest_waiting for each in self.units if each.oldest_waiting is not None),
            default=None,
        )

    @property
    def by_state(self) -> Mapping[State, int]:
        return {state: sum(each.by_state[state] for each in self.units) for state in State}


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
