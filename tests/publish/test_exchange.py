"""Folders change places without a gap, and an exchange that was killed is resumed."""

from pathlib import Path

import pytest

from khlang.publish import exchange as module
from khlang.publish.exchange import exchange, resume


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / "name").write_text(folder.name, "utf-8")
    return one, other, tmp_path / "hold"


@pytest.mark.parametrize("at_once", [True, False])
def test_both_are_where_the_other_was(
    folders: tuple[Path, Path, Path], at_once: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other, hold = folders
    if not at_once:
        monkeypatch.setattr(module, "_renameat2", lambda: None)
    exchange(one, other, hold)
    assert (one / "name").read_text("utf-8") == "other"
    assert (other / "name").read_text("utf-8") == "one"
    assert not hold.exists()


@pytest.mark.parametrize("steps", [1, 2])
def test_a_killed_exchange_leaves_both(folders: tuple[Path, Path, Path], steps: int) -> None:
    one, other, hold = folders
    one.rename(hold)
    if steps == 2:
        other.rename(one)
    resume(one, other, hold)
    assert sorted(path.name for path in one.parent.iterdir()) == ["one", "other"]
    assert {(folder / "name").read_text("utf-8") for folder in (one, other)} == {"one", "other"}
