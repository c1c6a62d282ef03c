"""What holds for every archive."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from khlang.model.corpus import Corpus
from khlang.model.history import State
from khlang.model.item import Item
from khlang.progress import YearProgress
from tests.archive import AS_OF, DEADLINE
from tests.progress.items import UNITS, counted, made

HISTORIES = st.sampled_from(
    [
        ("2025-06-02 submitted",),
        ("2025-06-02 submitted", "2025-06-09 returned"),
        ("2025-06-02 submitted", "2025-06-09 returned", "2025-06-12 submitted"),
        ("2025-06-02 submitted", "2025-06-09 selected"),
        ("2025-06-02 submitted", "2025-06-09 selected", "2025-06-16 published"),
        ("2025-06-02 submitted", "2025-06-09 selected", "2025-06-16 published", "2025-06-18 withdrawn"),
        ("2025-07-08 submitted",),
        ("2025-06-02 draft",),
    ]
)  # fmt: skip
KEYS = st.sampled_from([f"{unit}-0{number}" for unit in UNITS for number in (1, 2, 3, 4)])


@st.composite
def items(draw: st.DrawFn) -> list[Item]:
    """Up to twelve items of any unit, state, maker, category and origin."""
    return [
        made(
            number,
            draw(st.sampled_from(UNITS)),
            *draw(HISTORIES),
            contributor=draw(KEYS),
            with_=tuple(draw(st.lists(KEYS, max_size=2))),
            category=draw(st.sampled_from(["sea-and-shore", "old-town"])),
            origin=draw(st.sampled_from(["new", "existing"])),
            topics=tuple(draw(st.sets(st.sampled_from(["coastal-fishing", "savings-group"])))),
        )
        for number in range(draw(st.integers(min_value=0, max_value=12)))
    ]


ITEMS = items()
DAYS = st.dates(min_value=date(2025, 5, 1), max_value=date(2025, 9, 30))


def figures(year: YearProgress) -> dict[str, int]:
    """Every figure that is the better the greater it is."""
    found = {
        "items": year.items.done,
        "contributors": year.contributors.done,
        "units met": year.units_met,
        "not missing": -year.items.missing,
        "no person missing": -year.contributors.missing,
        "units not short": -year.units_short,
    }
    for each in year.units:
        found[f"{each.unit.slug} items"] = each.items.done
        found[f"{each.unit.slug} contributors"] = each.contributors.done
        found[f"{each.unit.slug} percent"] = each.items.percent or 0
    for table in (year.topics, year.by_category, year.by_format, year.by_origin):
        found |= dict(table)
    found |= {slug: row.value or 0 for slug, row in year.plan_rows.items()}
    return found


@given(ITEMS, DAYS)
def test_units_sum_to_the_province(corpus: Corpus, items: list[Item], as_of: date) -> None:
    """Items, persons, states, categories and origins: the whole is its parts."""
    year = counted(corpus, items, as_of)
    units = year.units
    assert year.items.done == sum(each.items.done for each in units)
    assert year.items.target == 7 == sum(each.items.target for each in units)
    assert year.contributors.done == sum(each.contributors.done for each in units)
    assert year.items.missing == sum(each.items.missing for each in units)
    assert year.items.over == sum(each.items.over for each in units)
    assert sum(year.by_state.values()) == len(items)
    for name, total in year.by_category.items():
        assert total == sum(each.by_category[name] for each in units)
    for name, total in year.by_origin.items():
        assert total == sum(each.by_origin[name] for each in units)
    assert sum(year.by_category.values()) == sum(year.by_origin.values()) == year.items.done
    assert year.plan_rows["plan-2.2"].value == year.items.done
    assert year.plan_rows["plan-2.1"].value == year.contributors.done


@given(ITEMS, DAYS)
def test_missing_and_over_never_stand_against_each_other(
    corpus: Corpus, items: list[Item], as_of: date
) -> None:
    """Done is the target, less what is missing, plus what is over: for units and for the province."""
    year = counted(corpus, items, as_of)
    for each in (*year.units, year):
        for measure in (each.items, each.contributors):
            assert measure.done == measure.target - measure.missing + measure.over
            assert measure.met == (measure.missing == 0)
            assert measure.percent is not None
            assert (measure.percent >= 100) == measure.met


@given(ITEMS, st.sampled_from(UNITS), KEYS, DAYS)
def test_a_counted_item_lowers_no_figure(
    corpus: Corpus, items: list[Item], unit: str, key: str, as_of: date
) -> None:
    """Whoever delivers makes nothing worse."""
    before = figures(counted(corpus, items, as_of))
    one_more = made(99, unit, "2025-05-02 submitted", contributor=key)
    after = figures(counted(corpus, [*items, one_more], as_of))
    assert {name for name, value in before.items() if after[name] < value} == set()
    assert (after["items"] > before["items"]) == (as_of >= date(2025, 5, 2))


@given(ITEMS, DAYS)
def test_the_order_of_the_files_changes_nothing(
    corpus: Corpus, items: list[Item], as_of: date
) -> None:
    """Figures depend on what is there, not on how it was read."""
    assert counted(corpus, items, as_of) == counted(corpus, items[::-1], as_of)


@given(ITEMS, DAYS)
def test_what_happens_later_changes_no_day_before(
    corpus: Corpus, items: list[Item], as_of: date
) -> None:
    """A figure of a day can be read again for ever: the history is cut at that day."""
    cut = [
        made(int(item.id[-5:]), item.front.unit, *lines, **_front(item))
        for item in items
        if (lines := [f"{each.day} {each.word}" for each in item.history if each.day <= as_of])
    ]
    drafts = len(items) - len(cut)
    then, now = counted(corpus, cut, as_of), counted(corpus, items, as_of)
    assert figures(then) == figures(now)
    assert now.by_state[State.DRAFT] - then.by_state[State.DRAFT] == drafts
    assert [each.late for each in then.units] == [each.late for each in now.units]


def _front(item: Item) -> dict[str, object]:
    front = item.front
    return {
        key: getattr(front, key) for key in ("contributor", "with_", "category", "origin", "topics")
    }


@given(ITEMS)
def test_a_unit_is_complete_exactly_when_both_measures_are_met(
    corpus: Corpus, items: list[Item]
) -> None:
    """Status and measures never contradict each other, before the deadline or after it."""
    for as_of in (AS_OF, DEADLINE, DEADLINE + timedelta(days=1)):
        for each in counted(corpus, items, as_of).units:
            complete = each.items.met and each.contributors.met
            assert (each.status in ("complete", "over")) == complete
            assert (each.status == "people-short") == (each.items.met and not complete)
            assert (each.status == "none") == (each.items.done == 0)
            assert (each.status == "late") == (each.overdue and each.items.done > 0)


@given(ITEMS, DAYS)
def test_coverage_and_the_queue_are_those_of_the_units(
    corpus: Corpus, items: list[Item], as_of: date
) -> None:
    """Each topic's number is the sum of its row; an age is shown exactly while an item waits."""
    year = counted(corpus, items, as_of)
    for topic, total in year.topics.items():
        assert total == sum(each.topics[topic] for each in year.units)
    for each in (*year.units, year):
        assert (each.oldest_waiting is None) == (each.by_state[State.SUBMITTED] == 0)
        assert each.oldest_waiting is None or each.oldest_waiting >= 0


@given(ITEMS, st.sampled_from(UNITS), DAYS)
def test_over_delivery_hides_nobodys_shortfall(
    corpus: Corpus, items: list[Item], unit: str, as_of: date
) -> None:
    """Twenty more items of one unit change no other unit, and no number of what others lack."""
    before = counted(corpus, items, as_of)
    flood = [
        made(100 + n, unit, "2025-05-02 submitted", contributor=f"{unit}-01") for n in range(20)
    ]
    after = counted(corpus, [*items, *flood], as_of)
    for each in before.units:
        if each.unit.slug != unit:
            assert after.by_unit[each.unit.slug] == each
    others = sum(each.items.missing for each in before.units if each.unit.slug != unit)
    assert after.items.missing == others + after.by_unit[unit].items.missing
    assert (after.items.missing == 0) == all(each.items.met for each in after.units)
    assert after.items.filled <= after.items.target
    people = sum(each.contributors.missing for each in before.units if each.unit.slug != unit)
    assert after.contributors.missing == people + after.by_unit[unit].contributors.missing


@given(ITEMS, DAYS)
def test_an_item_counts_once(corpus: Corpus, items: list[Item], as_of: date) -> None:
    """Whatever its makers, topics and formats are: one in its unit, its category, its month, its state."""
    year = counted(corpus, items, as_of)
    alone = [counted(corpus, [item], as_of) for item in items]
    assert all(each.items.done in (0, 1) for each in alone)
    assert year.items.done == sum(each.items.done for each in alone)
    assert sum(year.by_state.values()) == len(items)
    for table in ("by_category", "by_origin"):
        assert sum(getattr(year, table).values()) == year.items.done
    assert sum(sum(row.values()) for row in year.months.values()) == year.items.done
    for each in year.units:
        own = {key for item in items for key in item.contributors if key.startswith(each.unit.slug)}
        assert each.contributors.done <= len(own)
