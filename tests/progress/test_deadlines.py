"""Deadlines are inclusive, have a sender, and end with the year."""

from datetime import date, timedelta

from khlang.model.corpus import Corpus
from tests.archive import DEADLINE, YEAR, Archive
from tests.progress.items import counted, made, progress


def test_the_day_of_the_deadline_is_not_late(corpus: Corpus) -> None:
    """Zero days left, and an item of that day is in time."""
    kathu = counted(corpus, [made(1, "kathu", f"{DEADLINE} submitted")], DEADLINE).by_unit["kathu"]
    assert (kathu.days_left, kathu.overdue, kathu.late) == (0, False, 0)
    assert kathu.status == "short"


def test_the_day_after_is_late(corpus: Corpus) -> None:
    """For the unit that is short, and for the item of that day, which counts all the same."""
    after = DEADLINE + timedelta(days=1)
    kathu = counted(corpus, [made(1, "kathu", f"{after} submitted")], after).by_unit["kathu"]
    assert (kathu.days_left, kathu.overdue, kathu.late) == (-1, True, 1)
    assert (kathu.status, kathu.items.done) == ("late", 1)


def test_a_unit_that_delivered_in_time_is_never_late(corpus: Corpus) -> None:
    """Months later it is still complete."""
    items = [made(1), made(2, contributor="kathu-02")]
    kathu = counted(corpus, items, date(2025, 9, 30)).by_unit["kathu"]
    assert (kathu.overdue, kathu.late, kathu.status) == (False, 0, "complete")


def test_an_item_that_was_sent_back_was_received_when_it_first_came(corpus: Corpus) -> None:
    """The working group's delay is not the district's."""
    after = DEADLINE + timedelta(days=9)
    item = made(1, "kathu", "2025-07-01 submitted", "2025-07-08 returned", f"{after} submitted")
    assert counted(corpus, [item], after).by_unit["kathu"].late == 0


def test_trap_04_the_office_has_no_deadline(corpus: Corpus) -> None:
    """Trap 4: the source sets the day for districts alone."""
    office = counted(corpus, [], date(2025, 9, 30)).by_unit["phuket-office"]
    assert (office.deadline, office.days_left, office.overdue, office.late) == (
        None,
        None,
        False,
        0,
    )


def test_on_the_last_day_of_september_the_year_is_still_the_year(corpus: Corpus) -> None:
    """Its quotas are told."""
    found = progress(corpus, [made(1)], date(2025, 9, 30))
    assert found.current == YEAR
    assert found.now is found.years[YEAR]


def test_on_the_first_of_october_a_year_without_targets_has_begun(corpus: Corpus) -> None:
    """No figure is shown as the new year's, and the old year's are still there."""
    found = progress(corpus, [made(1)], date(2025, 10, 1))
    assert found.current == YEAR + 1
    assert found.now is None
    assert found.years[YEAR].items.done == 1


def test_on_the_first_of_october_the_old_years_shortfalls_are_told_no_more(
    archive: Archive,
) -> None:
    """Only that the new year has no targets yet."""
    assert {code for code, _ in archive.found(date(2025, 9, 30))} == {"KH-Q002", "KH-Q004"}
    assert [code for code, _ in archive.found(date(2025, 10, 1))] == ["KH-A007"]


def test_looking_back_makes_no_fault_of_what_came_later(archive: Archive) -> None:
    """`--as-of` of a day before the item was sent: not counted, not an error."""
    day = date(2025, 6, 1)
    workspace = archive.check(day, today=date(2025, 6, 20))
    assert not workspace.has_errors
    assert workspace.archive is not None
    assert workspace.archive.progress.years[YEAR].items.done == 0
    assert archive.codes(day) == ["KH-D012"]  # but on that day itself it was in the future
