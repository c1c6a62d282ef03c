"""Ten thousand random and mutated inputs through the way of an item: no traceback, no long wait."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.archive import Archive
from tests.hostile.fuzz import ITEMS, bear, mutations, seeds

REPOSITORY = Path(__file__).parents[1]
LONG = settings(
    max_examples=5_000,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return Archive(tmp_path_factory.mktemp("fuzz"))


def test_five_thousand_mutated_items(folder: Archive, tmp_path: Path) -> None:
    """The input that raises is left in a file, to be kept in tests/hostile/cases/."""
    for number, data in enumerate(mutations(5_000, seeds(REPOSITORY), seed=1)):
        try:
            bear(folder, data)
        except BaseException:
            found = tmp_path / f"mutation-{number}.md"
            found.write_bytes(data)
            print(f"kept in {found}")  # noqa: T201  # the one thing to know
            raise


@LONG
@given(data=ITEMS)
def test_five_thousand_made_up_items(folder: Archive, data: bytes) -> None:
    """Hypothesis shows the smallest input that raises."""
    bear(folder, data)
