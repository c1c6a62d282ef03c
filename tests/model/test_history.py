"""The life of an item."""

from datetime import date

import pytest

from khlang.model.history import (
    STATE_NAMES_TH,
    STEPS,
    Entry,
    History,
    State,
    allowed_after,
    step_between,
)

LIFE = History(
    (
        Entry(date(2025, 6, 2), "submitted"),
        Entry(date(2025, 6, 5), "returned", "ขอเพิ่มภาพ"),
        Entry(date(2025, 6, 9), "submitted"),
        Entry(date(2025, 6, 20), "selected"),
        Entry(date(2025, 6, 30), "published"),
    )
)


def test_without_a_history_an_item_is_a_draft() -> None:
    """A file that somebody began is nothing yet."""
    assert History().state is State.DRAFT
    assert History().since is None
    assert History().received is None


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2025, 6, 1), State.DRAFT),
        (date(2025, 6, 2), State.SUBMITTED),
        (date(2025, 6, 5), State.RETURNED),
        (date(2025, 6, 19), State.SUBMITTED),
        (date(2025, 6, 30), State.PUBLISHED),
        (date(2030, 1, 1), State.PUBLISHED),
    ],
)
def test_the_state_of_any_day_can_be_read(day: date, state: State) -> None:
    """As it stood at the end of that day."""
    assert LIFE.at(day).state is state


def test_received_is_the_first_submission() -> None:
    """An item sent back and sent again was in time if its first submission was."""
    assert LIFE.received == date(2025, 6, 2)
    assert LIFE.first_published == date(2025, 6, 30)
    assert LIFE.since == date(2025, 6, 30)


def test_every_state_can_be_reached_and_has_a_thai_name() -> None:
    """The table of steps leads from a draft to every state."""
    reached = {State.DRAFT}
    for _ in State:
        reached |= {after for state in reached for after in allowed_after(state)}
    assert reached == set(State) == set(STATE_NAMES_TH)


def test_the_steps_are_those_of_the_offices_and_no_others() -> None:
    """Of all thirty-six pairs of states eight are steps, each taken by one body."""
    taken = {
        (before, after): step.by
        for before in State
        for after in State
        if (step := step_between(before, after)) is not None
    }
    assert taken == {
        ("draft", "submitted"): "unit",
        ("submitted", "returned"): "review-group",
        ("submitted", "selected"): "review-group",
        ("returned", "submitted"): "unit",
        ("selected", "returned"): "review-group",
        ("selected", "published"): "province-office",
        ("published", "withdrawn"): "province-office",
        ("withdrawn", "submitted"): "unit",
    }


def test_whoever_turns_an_item_back_says_why() -> None:
    """Returning and withdrawing need a reason, and no other step does."""
    assert {step.after for step in STEPS if step.needs_reason} == {State.RETURNED, State.WITHDRAWN}


def test_nothing_is_published_that_was_not_selected() -> None:
    """The one way to publication leads through the working group."""
    assert [step.before for step in STEPS if step.after is State.PUBLISHED] == [State.SELECTED]
    assert step_between(State.SUBMITTED, State.PUBLISHED) is None
