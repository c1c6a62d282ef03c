"""What every test may use: an archive of the second province, and the repository itself."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest.register_assert_rewrite("tests.archive", "tests.rules.pairs")

from khlang.app import Archive as Opened  # noqa: E402
from khlang.app import open_workspace  # noqa: E402
from tests.archive import Archive  # noqa: E402  # behind the line that makes its asserts speak

# Derandomised, so that two runs say the same. `--hypothesis-profile=search` looks much further.
_ALLOWED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
settings.register_profile(
    "suite", deadline=None, derandomize=True, max_examples=60, suppress_health_check=_ALLOWED
)
settings.register_profile(
    "search", deadline=None, max_examples=4000, suppress_health_check=_ALLOWED
)
settings.load_profile("suite")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """The second province with one clean item."""
    return Archive(tmp_path)


@pytest.fixture
def empty_archive(tmp_path: Path) -> Archive:
    """The second province without an item."""
    return Archive(tmp_path, empty=True)


@pytest.fixture(scope="session")
def repository() -> Path:
    """This repository, whose data files are the first province."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def first(repository: Path) -> Opened:
    """The first province on the day after its deadline for items."""
    opened = open_workspace(repository, today=date(2021, 7, 6), as_of=date(2021, 7, 6)).archive
    assert opened is not None
    return opened
