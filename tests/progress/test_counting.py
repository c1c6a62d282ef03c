"""What counts, for whom, and when."""

from dataclasses import replace
from datetime import date

import pytest

from khlang.model.corpus import Corpus
from khlang.model.history import State
from khlang.progress import Measure
from tests.progress.items import counted, made


def test_an_empty_archive_owes_everything(corpus: Corpus) -> None:
    """No figure is missing because there is nothing: every unit, topic, category stands at zero."""
    year = counted(corpus, [])
    assert (year.items.done, year.items.target, year.items.missing) == (0, 7, 7)
    assert [each.status for each in year.units] == ["none", "none", "none"]
    assert year.topics == {"coastal-fishing": 0, "batik": 0, "savings-group": 0}
    assert year.by_category == {"sea-and-shore": 0, "old-town": 0}
    assert set(year.by_state.values()) == {0}


def test_the_first_item_is_counted_once_everywhere(corpus: Corpus) -> None:
    """One item, one person, one unit, one category."""
    year = counted(corpus, [made(1, topics=("savings-group",))])
    kathu = year.by_unit["kathu"]
    assert kathu.items == Measure(1, 2)
    assert kathu.contributors == Measure(1, 2)
    assert (kathu.status, kathu.items.percent) == ("short", 50)
    assert year.by_category["sea-and-shore"] == kathu.by_category["sea-and-shore"] == 1
    assert year.topics["savings-group"] == 1
    assert year.by_unit["thalang"].items.done == 0


def test_an_item_with_three_topics_and_two_formats_counts_once(corpus: Corpus) -> None:
    """Topics and formats may overlap; the quota does not."""
    item = made(1, topics=("coastal-fishing", "savings-group"), formats=("infographic", "video"))
    year = counted(corpus, [item])
    assert year.items.done == 1
    assert sum(year.topics.values()) == 2
    assert sum(year.by_format.values()) == 2


def test_joint_makers_are_counted_each_and_the_item_once(corpus: Corpus) -> None:
    """Also one of another unit, who is counted at home."""
    item = made(1, with_=("kathu-02", "thalang-01", "kathu-02"))
    year = counted(corpus, [item])
    assert year.items.done == 1
    assert year.by_unit["kathu"].contributors.done == 2
    assert year.by_unit["thalang"].contributors.done == 1
    assert year.by_unit["thalang"].items.done == 0


def test_trap_13_nine_items_by_one_person_meet_the_quota_and_not_the_rule(corpus: Corpus) -> None:
    """Trap 13: both measures stand side by side."""
    kathu = counted(corpus, [made(number) for number in range(9)]).by_unit["kathu"]
    assert kathu.items.met
    assert kathu.items.over == 7
    assert not kathu.contributors.met
    assert kathu.status == "people-short"


def test_what_one_unit_has_too_much_hides_no_shortfall_of_another(corpus: Corpus) -> None:
    """Eleven of seven items, and still five are missing."""
    year = counted(corpus, [made(number) for number in range(11)])
    assert year.items.done == 11
    assert (year.items.missing, year.items.over) == (5, 9)
    assert not year.items.met
    assert year.items.percent == 99
    assert year.units_short == 2


def test_a_person_needs_as_many_items_as_the_province_asks(corpus: Corpus) -> None:
    """`per_person_min_items` is a setting."""
    counting = replace(corpus.targets.counting, per_person_min_items=2)
    strict = replace(corpus, targets=replace(corpus.targets, counting=counting))
    items = [made(1), made(2, contributor="kathu-02"), made(3, contributor="kathu-02")]
    assert counted(corpus, items).by_unit["kathu"].contributors.done == 2
    assert counted(strict, items).by_unit["kathu"].contributors.done == 1


@pytest.mark.parametrize(
    ("history", "counts"),
    [
        (("2025-06-02 draft",), False),
        (("2025-06-02 submitted",), True),
        (("2025-06-02 submitted", "2025-06-03 returned"), False),
        (("2025-06-02 submitted", "2025-06-03 returned", "2025-06-04 submitted"), True),
        (("2025-06-02 submitted", "2025-06-03 selected"), True),
        (("2025-06-02 submitted", "2025-06-03 selected", "2025-06-04 published"), True),
        (
            (
                "2025-06-02 submitted",
                "2025-06-03 selected",
                "2025-06-04 published",
                "2025-06-05 withdrawn",
            ),
            False,
        ),
        (("2025-06-21 submitted",), False),
    ],
    ids=[
        "draft",
        "submitted",
        "returned",
        "again",
        "selected",
        "published",
        "withdrawn",
        "tomorrow",
    ],
)
def test_the_state_of_the_day_decides(
    corpus: Corpus, history: tuple[str, ...], counts: bool
) -> None:
    """Returned and withdrawn items count no more, and come back when they are sent again."""
    year = counted(corpus, [made(1, "kathu", *history)])
    assert year.items.done == counts
    assert year.contributors.done == counts


def test_what_states_count_is_a_setting(corpus: Corpus) -> None:
    """A province may count published items only."""
    counting = replace(corpus.targets.counting, counted_statuses=("published",))
    strict = replace(corpus, targets=replace(corpus.targets, counting=counting))
    assert counted(strict, [made(1)]).items.done == 0


def test_trap_14_what_origins_count_is_a_setting(corpus: Corpus) -> None:
    """Trap 14: by default both do, and how many are new is always told."""
    items = [made(1), made(2, origin="existing", existing_kind="handbook")]
    year = counted(corpus, items)
    assert (year.items.done, year.by_origin) == (2, {"new": 1, "existing": 1})
    counting = replace(corpus.targets.counting, counted_origins=("new",))
    strict = replace(corpus, targets=replace(corpus.targets, counting=counting))
    assert counted(strict, items).items.done == 1
    assert counted(strict, items).by_origin == {"new": 1, "existing": 0}


def test_an_item_counts_in_its_own_year_only(corpus: Corpus) -> None:
    """Last year's item fills no quota of this one."""
    assert counted(corpus, [made(1, fiscal_year=2567)]).items.done == 0


def test_history_is_read_at_a_date(corpus: Corpus) -> None:
    """One item, seen on five days."""
    item = made(1, "kathu", "2025-06-02 submitted", "2025-06-05 returned", "2025-06-09 submitted")
    seen = {
        day: counted(corpus, [item], date(2025, 6, day)).by_unit["kathu"] for day in (1, 2, 5, 9)
    }
    assert {day: each.items.done for day, each in seen.items()} == {1: 0, 2: 1, 5: 0, 9: 1}
    assert {day: next(s for s in State if each.by_state[s]) for day, each in seen.items()} == {
        1: State.DRAFT,
        2: State.SUBMITTED,
        5: State.RETURNED,
        9: State.SUBMITTED,
    }


def test_items_sent_to_the_department_are_counted_from_their_day(corpus: Corpus) -> None:
    """The province sends what it has; the figure does not know tomorrow."""
    item = made(1, sent_to_department=date(2025, 6, 25))
    assert counted(corpus, [item], date(2025, 6, 24)).sent_to_department == 0
    assert counted(corpus, [item], date(2025, 6, 25)).sent_to_department == 1
