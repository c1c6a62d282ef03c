"""The exchange of the published folder: the old site or the new one, whatever happens between."""

from pathlib import Path

import pytest

from khlang.publish import staged


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A published site."""
    folder = tmp_path / "site"
    (folder / "items").mkdir(parents=True)
    (folder / "index.html").write_text("old")
    (folder / "items/gone.html").write_text("old")
    (folder / ".gitignore").write_text("*\n")
    return folder


def test_the_new_site_takes_the_place_of_the_old(target: Path) -> None:
    """After the block the folder holds what was staged and its .gitignore, and nothing lies beside it."""
    with staged(target) as staging:
        (staging / "index.html").write_text("new")
        assert (target / "index.html").read_text() == "old"
    assert names(target) == [".gitignore", "index.html"]
    assert (target / "index.html").read_text() == "new"
    assert (target / ".gitignore").read_text() == "*\n"
    assert names(target.parent) == ["site"]


def test_a_first_site_needs_no_folder(tmp_path: Path) -> None:
    """The folder, and the folders above it, are made."""
    with staged(tmp_path / "a/b/site") as staging:
        (staging / "index.html").write_text("new")
    assert names(tmp_path / "a/b") == ["site"]
    assert names(tmp_path / "a/b/site") == ["index.html"]


def test_staging_stands_beside_the_target(target: Path) -> None:
    """On the same file system, so that taking its place is a renaming; under a hidden name."""
    with staged(target) as staging:
        assert staging.parent.parent == target.parent
        assert staging.parent.name.startswith(".site-")
        assert names(staging) == []


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_a_failure_inside_leaves_the_old_site(target: Path, fault: type[BaseException]) -> None:
    """An error, an interrupt or an exit while building: the old site is whole, no workshop is left."""

    def fail(staging: Path) -> None:
        (staging / "index.html").write_text("half")
        raise fault

    with pytest.raises(fault), staged(target) as staging:
        fail(staging)
    assert names(target) == [".gitignore", "index.html", "items"]
    assert (target / "index.html").read_text() == "old"
    assert names(target.parent) == ["site"]


def test_a_failed_renaming_puts_the_old_site_back(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the new folder cannot take the place, the old one returns to it."""
    rename = Path.rename

    def refuse(self: Path, other: Path) -> Path:
        if self.name == "new":
            raise PermissionError(13, "refused", str(self))
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError), staged(target) as staging:
        (staging / "index.html").write_text("new")
    assert names(target) == [".gitignore", "index.html", "items"]
    assert (target / "index.html").read_text() == "old"
    assert names(target.parent) == ["site"]


def test_a_target_that_cannot_be_moved_stays(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the old folder itself cannot be moved (a program holds it open), it stays as it is."""

    def refuse(self: Path, other: Path) -> Path:
        raise PermissionError(13, "refused", str(self))

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError), staged(target) as staging:
        (staging / "index.html").write_text("new")
    assert (target / "index.html").read_text() == "old"
    assert names(target.parent) == ["site"]
