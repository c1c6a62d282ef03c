"""Items as they stood at a date: their state then, and whether they counted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from khlang.model.corpus import Corpus
from khlang.model.history import State
from khlang.model.item import Item
from khlang.model.targets import Counting, Deadline, Unit, YearTargets

WAITING = (State.SUBMITTED, State.RETURNED, State.SELECTED)
"""States in which an item waits for somebody: the working group, its maker, the provincial office."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An item at a date. `since` is the day its state began; `counted`: it fills a quota."""

    item: Item
    state: State
    since: date | None
    counted: bool


def standing(item: Item, counting: Counting, as_of: date) -> Standing:
    """An item as it stood at the end of `as_of`."""
    word, since = State.DRAFT.value, None
    for entry in item.history.entries:
        if entry.day <= as_of:
            word, since = entry.word, entry.day
    state = State(word)
    return Standing(item, state, since, _counts(item, state, counting))


def _counts(item: Item, state: State, counting: Counting) -> bool:
    """By its state, and its origin (trap 14)."""
    return state in counting.counted_statuses and item.front.origin in counting.counted_origins


def received(item: Item, as_of: date) -> date:
    """The day an item came in: first submitted, or else first written down."""
    return item.history.received or next((each.day for each in item.history), as_of)


def timeline(
    items: Iterable[Item], counting: Counting, as_of: date
) -> tuple[tuple[date, int], ...]:
    """The days up to `as_of` on which the number of counted items changed, with the new number."""
    steps: dict[date, int] = {}
    for item in items:
        for day, step in _steps(item, counting, as_of):
            steps[day] = steps.get(day, 0) + step
    number, found = 0, []
    for day in sorted(steps):
        if steps[day]:
            number += steps[day]
            found.append((day, number))
    return tuple(found)


def _steps(item: Item, counting: Counting, as_of: date) -> Iterator[tuple[date, int]]:
    """+1 on a day at whose end an item counts and did not before, -1 where it counts no more."""
    counted = False
    for day in sorted({entry.day for entry in item.history.entries if entry.day <= as_of}):
        now = standing(item, counting, day).counted
        if now != counted:
            yield day, 1 if now else -1
        counted = now
    if not counted and standing(item, counting, as_of).counted:
        yield as_of, 1  # drafts without a history, where a province counts drafts


def deadline_of(unit: Unit, corpus: Corpus, targets: YearTargets) -> Deadline | None:
    """The deadline for items, if its sender is this kind of unit (trap 4: districts only)."""
    party = corpus.targets.party_by_slug.get(targets.due.from_)
    return targets.due if party and party.unit_kind == unit.kind else None


def days_late(item: Item, deadline: Deadline | None) -> int:
    """Days between the deadline and the day the item was first received; 0 in time."""
    first = item.history.received
    if deadline is None or first is None:
        return 0
    return max(0, (first - deadline.date).days)
