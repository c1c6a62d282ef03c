"""The first province as its own data files say it."""

from datetime import date
from pathlib import Path

import pytest

from khlang.app import Archive, open_workspace


@pytest.fixture(scope="session")
def first(repository: Path) -> Archive:
    """This repository on the day after its deadline for items."""
    opened = open_workspace(repository, today=date(2021, 7, 6), as_of=date(2021, 7, 6)).archive
    assert opened is not None
    return opened
