"""Small changes to the rules, the finders, the sanitiser, the files and the publisher are noticed."""

import os

import pytest

from audit.mutation import ROOMS, judge, told

MINUTES = float(os.environ.get("KHLANG_MUTATION_MINUTES", "3"))
LEAST = 0.85


@pytest.mark.parametrize("room", ROOMS)
def test_most_mutants_are_noticed(room: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A sample, as large as a few minutes allow; docs/mutation.md tells what whole rooms gave."""
    verdict = judge(room, MINUTES)
    with capsys.disabled():
        print(f"\n{told(verdict)}")  # noqa: T201  # what the audit is for
    assert verdict.tried > 0
    assert verdict.killed >= LEAST
