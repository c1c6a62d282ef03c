"""The computed side of form 2."""

from datetime import date

from khlang.model.corpus import Corpus
from khlang.progress import PlanRowValue
from tests.progress.items import counted, made

PUBLISHED = ("2025-06-02 submitted", "2025-06-09 selected", "2025-06-16 published")


def row(
    corpus: Corpus, number: str, *items: object, as_of: date = date(2025, 6, 20)
) -> PlanRowValue:
    return counted(corpus, items, as_of).plan_rows[f"plan-{number}"]  # type: ignore[arg-type]


def test_trap_18_training_media_are_either_form(corpus: Corpus) -> None:
    """Row 1.1, trap 18: the source says "and"; items with either count, both stand beside."""
    media = row(
        corpus,
        "1.1",
        made(1, activity="training", formats=("infographic",)),
        made(2, activity="training", formats=("video", "elsewhere")),
        made(3, activity="training", formats=("infographic", "video")),
        made(4, activity="training", formats=("elsewhere",)),
        made(5, formats=("infographic", "video")),
    )
    assert (media.by, media.value, media.percent, media.beside) == ("archive", 3, 150, {"both": 1})


def test_persons_supported_are_a_proxy_without_percent(corpus: Corpus) -> None:
    """Row 2.1: a lower bound never ticks an indicator off."""
    assert row(corpus, "2.1", made(1), made(2)) == PlanRowValue("proxy", 1, None, {})


def test_delivered_items_have_a_percent_and_what_was_sent_beside(corpus: Corpus) -> None:
    """Row 2.2."""
    items = [made(1, sent_to_department=date(2025, 6, 10)), made(2)]
    assert row(corpus, "2.2", *items) == PlanRowValue("archive", 2, 28, {"sent": 1})


def test_sorted_items_are_the_counted_ones_with_a_category(corpus: Corpus) -> None:
    """Row 3.1."""
    assert row(corpus, "3.1", made(1), made(2, category=None)).value == 1


def test_a_disputed_target_has_no_percent(corpus: Corpus) -> None:
    """Row 4.2, trap 2: the count stands beside the figure as printed."""
    items = [made(1, "kathu", *PUBLISHED[:2]), made(2, "kathu", *PUBLISHED), made(3)]
    assert row(corpus, "4.2", *items) == PlanRowValue("archive", 2, None, {})


def test_published_items_are_those_of_the_day(corpus: Corpus) -> None:
    """Row 4.3: read at a date, like everything."""
    item = made(1, "kathu", *PUBLISHED)
    assert row(corpus, "4.3", item, as_of=date(2025, 6, 15)).value == 0
    assert row(corpus, "4.3", item, as_of=date(2025, 6, 16)) == PlanRowValue("archive", 1, 14, {})


def test_items_to_share_are_published_ones_of_one_category(corpus: Corpus) -> None:
    """Row 6.1: the category is the plan's, not the code's."""
    items = [made(1, "kathu", *PUBLISHED), made(2, "kathu", *PUBLISHED, category="old-town")]
    assert row(corpus, "6.1", *items) == PlanRowValue("proxy", 1, None, {})


def test_a_value_entered_by_hand_is_valid_from_its_day(corpus: Corpus) -> None:
    """Row 4.1, trap 12: no bar, no percent, and nothing before somebody said so."""
    assert row(corpus, "4.1", as_of=date(2025, 5, 14)) == PlanRowValue("manual", None, None, {})
    assert row(corpus, "4.1", as_of=date(2025, 5, 15)) == PlanRowValue("manual", 1, None, {}, 1)
