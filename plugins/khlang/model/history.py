"""The life of an item: states, the steps allowed between them, and progress at a date.

The history is a list of dated entries, oldest first; the last is the current state. An item
without a history is a draft. See `docs/decisions/0001-item-history.md`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """States in the order an item passes them; `returned` and `withdrawn` lead aside."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    SELECTED = "selected"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


STATE_NAMES_TH = {
    State.DRAFT: "ร่าง",
    State.SUBMITTED: "ส่งแล้ว รอกลั่นกรอง",
    State.RETURNED: "ส่งคืนแก้ไข",
    State.SELECTED: "ผ่านการคัดเลือก",
    State.PUBLISHED: "เผยแพร่แล้ว",
    State.WITHDRAWN: "ถอนการเผยแพร่",
}


@dataclass(frozen=True, slots=True)
class Step:
    """An allowed change of state: who may take it (a slug of the bodies in brief section 2)."""

    before: State
    after: State
    by: str
    needs_reason: bool = False


# Sections 2 and 3 of the brief: the district sends (step 5), the working group screens (6),
# the provincial office enters into the repository (8). Sorting (7) is no state: trap 16.
STEPS = (
    Step(State.DRAFT, State.SUBMITTED, "unit"),
    Step(State.SUBMITTED, State.RETURNED, "review-group", needs_reason=True),
    Step(State.SUBMITTED, State.SELECTED, "review-group"),
    Step(State.RETURNED, State.SUBMITTED, "unit"),
    Step(State.SELECTED, State.RETURNED, "review-group", needs_reason=True),
    Step(State.SELECTED, State.PUBLISHED, "province-office"),
    Step(State.PUBLISHED, State.WITHDRAWN, "province-office", needs_reason=True),
    Step(State.WITHDRAWN, State.SUBMITTED, "unit"),
)


def allowed_after(state: State) -> tuple[State, ...]:
    """The states an item may go to from `state`."""
    return tuple(step.after for step in STEPS if step.before is state)


def allowed_in_words(state: State) -> dict[str, str]:
    """What may follow, for a message: `allowed` by name, `allowed_th` with what each name means."""
    states = allowed_after(state)
    named = (f"{each} ({STATE_NAMES_TH[each]})" for each in states)
    return {"allowed": " / ".join(states), "allowed_th": " / ".join(named)}


def step_between(before: State, after: State) -> Step | None:
    """The step from one state to another, or None where it is not allowed."""
    return next((step for step in STEPS if (step.before, step.after) == (before, after)), None)


@dataclass(frozen=True, slots=True)
class Entry:
    """`YYYY-MM-DD word [text]`: one line of a history or of a list of revisions."""

    day: date
    word: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The entries of an item, oldest first."""

    entries: tuple[Entry, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def at(self, day: date) -> "History":
        """The history as it stood at the end of `day`."""
        return History(tuple(entry for entry in self.entries if entry.day <= day))

    @property
    def state(self) -> State:
        """The current state: that of the last entry."""
        return State(self.entries[-1].word) if self.entries else State.DRAFT

    @property
    def received(self) -> date | None:
        """The day the item was first submitted: what "late" is measured by."""
        return self._first(State.SUBMITTED)

    @property
    def first_published(self) -> date | None:
        return self._first(State.PUBLISHED)

    @property
    def since(self) -> date | None:
        """The day the current state began."""
        return self.entries[-1].day if self.entries else None

    def _first(self, state: State) -> date | None:
        return next((entry.day for entry in self.entries if entry.word == state), None)
