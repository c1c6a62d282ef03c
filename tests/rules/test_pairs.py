"""Every code of the catalogue is broken and mended at least once."""

import pytest

from khlang.model.codes import ALL
from tests.archive import Archive
from tests.rules import catalogue, scenarios
from tests.rules.pairs import Pair, run


@pytest.mark.parametrize("pair", scenarios.ALL, ids=lambda pair: pair.name)
def test_a_broken_archive_is_told_at_its_place_and_a_mended_one_is_not(
    pair: Pair, archive: Archive
) -> None:
    """Break: this code at this place and nothing else. Mend: it is gone, and nothing came instead."""
    run(pair, archive)


def test_every_code_has_a_scenario() -> None:
    """A new code without a pair fails here: either an example that runs, or a scenario."""
    covered = {pair.code for pair in scenarios.ALL} | set(catalogue.MARKED)
    assert set(ALL) - covered == set()


def test_every_example_that_can_run_does() -> None:
    """Examples of an item's keys, of its text and of targets.yml are run as the guide prints them."""
    runnable = {id for id, code in ALL.items() if code.example.file in catalogue.RUNNABLE}
    assert set(catalogue.MARKED) == runnable
