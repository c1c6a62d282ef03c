"""Sites that several tests read, each built once; and `--update-golden`."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.archive import AS_OF, Archive
from tests.site.sites import REPOSITORY, SITE_URL, Site, build, frame, second_province

SiteAt = Callable[[date], Site]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/site/golden anew from the site"
    )


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of this repository: the first province with its samples."""
    return build(REPOSITORY, tmp_path_factory.mktemp("own") / "site")


@pytest.fixture(scope="session")
def second_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the second province: real items in every state. Read only."""
    return second_province(tmp_path_factory.mktemp("second")).root


@pytest.fixture(scope="session")
def second_at(second_root: Path, tmp_path_factory: pytest.TempPathFactory) -> SiteAt:
    """The site of the second province at a date."""
    return cache(lambda day: build(second_root, tmp_path_factory.mktemp("at") / "site", as_of=day))


@pytest.fixture(scope="session")
def second(second_at: SiteAt) -> Site:
    """The site of the second province, two weeks before its deadline."""
    return second_at(AS_OF)


@pytest.fixture(scope="session")
def live(second_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The second province as it is published: under an address with a sub-path."""
    target = tmp_path_factory.mktemp("live") / "site"
    return build(second_root, target, as_of=AS_OF, KHLANG_SITE_URL=SITE_URL)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the second province on its first day, without an item."""
    archive = frame(Archive(tmp_path_factory.mktemp("empty"), empty=True))
    return build(archive.root, tmp_path_factory.mktemp("empty-site") / "site", as_of=AS_OF)


@pytest.fixture(scope="session", params=["own", "second", "empty"])
def site(request: pytest.FixtureRequest) -> Site:
    """Each of the three sites."""
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def province(tmp_path: Path) -> Archive:
    """A fresh second province under the hands of a test."""
    return second_province(tmp_path / "archive")
