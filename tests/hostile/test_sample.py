"""A few payloads of every kind in a real browser; `make audit` takes them all, in every defence."""

from pathlib import Path

from tests.hostile.payloads import PAYLOADS, SAMPLE
from tests.hostile.visits import Defence, visit


def test_a_hostile_item_does_nothing_and_a_harmless_one_is_whole(tmp_path: Path) -> None:
    """As the site is built: no script runs, nothing is loaded from elsewhere, nothing could act."""
    lists = ["archive/", "topics/coastal-fishing/", "search/?q=pwned"]
    outcome, changed = visit(tmp_path, SAMPLE, Defence(), lists=lists)
    assert outcome.addresses == set(), outcome
    assert changed == []


def test_no_payload_is_there_twice_and_the_sample_has_something_of_most_families() -> None:
    """So that the number of payloads means something, and so does the quick test."""
    assert len({each.text.replace(str(each.number), "") for each in PAYLOADS}) == len(PAYLOADS)
    assert len({each.family.partition("-")[0] for each in SAMPLE}) >= 10
