"""Forks make what one process makes."""

import pytest

from khlang.site import making
from khlang.site.output import Output


def test_forks_make_what_one_process_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    outputs = [
        Output(f"{number}/index.html", lambda number=number: b"x" * number) for number in range(300)
    ]
    alone = {each.path: each.content for each in outputs}
    monkeypatch.setattr(making, "processes", lambda: 3)
    together = making.made(outputs)
    assert together == alone
    assert list(together) == list(alone)
