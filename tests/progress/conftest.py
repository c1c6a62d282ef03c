"""The second province, read once."""

import pytest

from khlang.model.corpus import Corpus
from tests.archive import Archive


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Quotas 2, 3 and 2; staff the same; districts due on 4 July."""
    opened = Archive(tmp_path_factory.mktemp("province"), empty=True).check().archive
    assert opened is not None
    return opened.corpus
