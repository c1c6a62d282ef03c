"""The computed side of form 2: one function a measure of `compute.measure` (plan rows 1.1-6.1)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from khlang.model.history import State
from khlang.model.item import Item
from khlang.model.plan import Compute, Plan, Row
from khlang.model.targets import RegisterSummary
from khlang.progress.figures import PlanRowValue
from khlang.progress.standing import Standing


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the measures count: the year's items at the date, and persons with enough items."""

    items: Sequence[Standing]
    persons: int
    as_of: date

    @property
    def counted(self) -> list[Item]:
        return [each.item for each in self.items if each.counted]

    def in_state(self, *states: State) -> list[Item]:
        return [each.item for each in self.items if each.state in states]


_Counted = tuple[int, Mapping[str, int]]


def _activity_media(facts: _Facts, activity: str) -> _Counted:
    """Row 1.1: items of the training as infographic or video; beside it those with both (trap 18)."""
    made = [set(item.front.formats) for item in facts.counted if item.front.activity == activity]
    media = {"infographic", "video"}
    return sum(bool(each & media) for each in made), {"both": sum(media <= each for each in made)}


def _contributors(facts: _Facts, _: str) -> _Counted:
    """Row 2.1: a lower bound of the persons supported."""
    return facts.persons, {}


def _counted_items(facts: _Facts, _: str) -> _Counted:
    """Row 2.2: counted items; beside it how many went to the Department."""
    counted = facts.counted
    return len(counted), {"sent": sum(item.sent_by(facts.as_of) for item in counted)}


def _counted_items_by_category(facts: _Facts, _: str) -> _Counted:
    """Row 3.1: counted items that have a category; no target by category is printed."""
    return sum(item.front.category is not None for item in facts.counted), {}


def _selected_items(facts: _Facts, _: str) -> _Counted:
    """Row 4.2: selected or published."""
    return len(facts.in_state(State.SELECTED, State.PUBLISHED)), {}


def _published_items(facts: _Facts, _: str) -> _Counted:
    """Row 4.3: published in this archive."""
    return len(facts.in_state(State.PUBLISHED)), {}


def _published_in_category(facts: _Facts, category: str) -> _Counted:
    """Row 6.1: available to share."""
    published = facts.in_state(State.PUBLISHED)
    return sum(item.front.category == category for item in published), {}


_MEASURES: Mapping[str, Callable[[_Facts, str], _Counted]] = {
    "activity-media": _activity_media,
    "contributors": _contributors,
    "counted-items": _counted_items,
    "counted-items-by-category": _counted_items_by_category,
    "selected-items": _selected_items,
    "published-items": _published_items,
    "published-in-category": _published_in_category,
}


def measure_plan(
    plan: Plan,
    items: Sequence[Standing],
    persons: int,
    as_of: date,
    registers: Mapping[str, RegisterSummary],
) -> Mapping[str, PlanRowValue]:
    """The value of every row of form 2 at a date, by the row's slug."""
    facts = _Facts(items, persons, as_of)
    return {row.slug: _value(row, row.compute.filled(registers), facts) for row in plan.rows}


def _value(row: Row, compute: Compute, facts: _Facts) -> PlanRowValue:
    known = compute.date is not None and compute.date <= facts.as_of
    entered = compute.value if known else None
    if compute.measure is None:
        return PlanRowValue("manual", entered, None, {}, entered)
    value, beside = _MEASURES[compute.measure](facts, compute.argument or "")
    target = row.target
    comparable = compute.by == "archive" and target.value and not target.disputed
    percent = value * 100 // target.value if comparable and target.value else None
    return PlanRowValue(compute.by, value, percent, beside, entered)
