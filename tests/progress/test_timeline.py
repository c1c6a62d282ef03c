"""Cumulative items, months, the pace that is needed, and the age of what waits."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from khlang.model.corpus import Corpus
from khlang.model.history import State
from khlang.model.item import Item
from khlang.progress.pace import Pace
from tests.archive import DEADLINE
from tests.progress.items import counted, made
from tests.progress.test_properties import DAYS, ITEMS


@given(ITEMS, DAYS, DAYS)
def test_the_line_tells_every_day_as_it_was(
    corpus: Corpus, items: list[Item], as_of: date, day: date
) -> None:
    """A day on the line has the number that was counted on that day, in each unit and in all."""
    year, then = counted(corpus, items, as_of), counted(corpus, items, min(day, as_of))
    for line, number in (
        (year.timeline, then.items.done),
        *((each.timeline, then.by_unit[each.unit.slug].items.done) for each in year.units),
    ):
        assert next((n for at, n in reversed(line) if at <= day), 0) == number
        assert list(line) == sorted(line)


@given(ITEMS, DAYS)
def test_months_categories_and_units_are_the_same_items(
    corpus: Corpus, items: list[Item], as_of: date
) -> None:
    """An item is in one month and one category: the columns of the chart sum to what is counted."""
    year = counted(corpus, items, as_of)
    for each in (year, *year.units):
        assert sum(sum(row.values()) for row in each.months.values()) == each.items.done
        for category, number in each.by_category.items():
            assert sum(row[category] for row in each.months.values()) == number
    for each in year.units:
        assert all(
            late <= each.by_category[category] for category, late in each.late_by_category.items()
        )


@given(st.integers(0, 60), DAYS)
def test_the_even_line_starts_at_nothing_and_ends_at_all(number: int, day: date) -> None:
    """It never falls, and asks for everything on the last day, which is inclusive."""
    pace = Pace(date(2025, 5, 1), ((DEADLINE, number),))
    assert pace.needed(date(2025, 5, 1)) == 0
    assert pace.needed(DEADLINE) == pace.needed(DEADLINE + timedelta(days=9)) == number
    assert pace.needed(day) <= pace.needed(day + timedelta(days=1)) <= number


def test_who_has_no_deadline_is_due_at_the_end_of_the_year(corpus: Corpus) -> None:
    """Trap 4: after the districts' day only the districts' items are asked for in full."""
    year = counted(corpus, [], DEADLINE)
    assert dict(year.pace.dues) == {DEADLINE: 5, date(2025, 9, 30): 2}
    assert year.by_unit["phuket-office"].pace.needed(DEADLINE) < 2
    assert year.pace.needed(date(2025, 9, 30)) == 7


def test_ages_are_those_of_the_state(corpus: Corpus) -> None:
    """What was sent again waits anew; what is published or a draft waits for nobody."""
    items = [
        made(1, "kathu", "2025-06-01 submitted"),
        made(2, "kathu", "2025-05-01 submitted", "2025-06-10 returned"),
        made(3, "thalang", "2025-06-03 submitted", "2025-06-11 selected"),
        made(4, "kathu", "2025-05-01 draft"),
        made(5, "kathu", "2025-05-01 submitted", "2025-05-02 returned", "2025-06-15 submitted"),
    ]
    year = counted(corpus, items, date(2025, 6, 20))
    assert year.waiting == {State.SUBMITTED: 19, State.RETURNED: 10, State.SELECTED: 9}
    assert year.by_unit["thalang"].waiting == {State.SELECTED: 9}
    assert year.oldest_waiting == 19


def test_deadlines_are_those_of_the_source_with_the_days_left(corpus: Corpus) -> None:
    year = counted(corpus, [], date(2025, 6, 20))
    assert [(due.deadline.slug, due.days_left) for due in year.deadlines] == [
        ("names", -51),
        ("items", 14),
    ]
