"""A short form of the fuzz: three hundred inputs of ten thousand, and every one that ever raised."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.archive import Archive
from tests.hostile.fuzz import ITEMS, bear, mutations, seeds

CASES = sorted((Path(__file__).parent / "cases").glob("*"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return Archive(tmp_path_factory.mktemp("fuzz"))


def test_mutated_items_are_told_and_never_raise(folder: Archive, repository: Path) -> None:
    """Slips of the keyboard, the disk and the mail program."""
    for data in mutations(150, seeds(repository)):
        bear(folder, data)


@settings(max_examples=150)
@given(data=ITEMS)
def test_made_up_items_are_told_and_never_raise(folder: Archive, data: bytes) -> None:
    """Whatever a program could hand in."""
    bear(folder, data)


def test_what_once_raised_does_not_any_more(folder: Archive) -> None:
    """Each input that the long fuzz trips over is kept as it was found, beside the worst we thought of."""
    assert CASES
    for case in CASES:
        bear(folder, case.read_bytes())
