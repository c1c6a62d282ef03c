"""Forks make what one process makes."""

from pathlib import Path

import pytest

from khlang.app.meter import SILENT
from khlang.publish.manifest import entry_of
from khlang.site import making
from khlang.site.output import Output
from tests.site.sites import tree


def test_forks_make_what_one_process_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outputs = [
        Output(
            f"{number}/index.html",
            lambda number=number: b"x" * number,
            about=str(number % 50),
            note=lambda number=number: bytes([number % 2]) * 3 if number < 200 else b"",
        )
        for number in range(300)
    ]
    alone = {each.path: each.content for each in outputs}
    monkeypatch.setattr(making, "processes", lambda: 3)
    told: list[int] = []
    entries, notes = making.made(outputs, tmp_path, lambda _, done=0, total=0: told.append(done))
    assert tree(tmp_path) == alone
    assert list(entries) == list(alone)
    assert entries == {path: entry_of(content) for path, content in alone.items()}
    assert told[-1] == len(outputs)
    assert notes == {f"{n}/index.html": bytes([n % 2]) * 3 for n in range(200)}
    assert making.made([], tmp_path, SILENT) == ({}, {})
