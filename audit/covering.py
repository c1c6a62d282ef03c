"""A pytest plugin that notes which tests pass through which lines: `-p audit.covering`.

KHLANG_COVERING names the file for the answer: for each module of the package, by line, the ids of
the tests. What runs when a module is imported belongs to no test.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import coverage
import pytest

PACKAGE = Path(__file__).parents[1] / "plugins/khlang"
WHERE = "KHLANG_COVERING"

_seen = coverage.Coverage(data_file=None, source=[str(PACKAGE)])


def pytest_sessionstart() -> None:
    _seen.start()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    _seen.switch_context(item.nodeid)
    try:
        return (yield)
    finally:
        _seen.switch_context("")


def pytest_sessionfinish() -> None:
    _seen.stop()
    data = _seen.get_data()
    found = {
        Path(file).relative_to(PACKAGE).as_posix(): {
            line: sorted(set(tests) - {""}) for line, tests in data.contexts_by_lineno(file).items()
        }
        for file in sorted(data.measured_files())
    }
    Path(os.environ[WHERE]).write_text(json.dumps(found), "utf-8")
