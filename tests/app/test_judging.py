"""A run that remembers says what a run says that does not, whatever was changed in between."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khlang.app import Workspace, open_workspace
from khlang.app import judging as module
from khlang.app.judging import ROOM
from khlang.model.history import State
from khlang.publish.cache import Cache, value
from tests.archive import AS_OF, Archive


def opened(archive: Archive, kept: Cache | None, day: date = AS_OF) -> Workspace:
    return open_workspace(archive.root, today=day, kept=kept)


def assert_same(warm: Workspace, cold: Workspace) -> None:
    assert warm.diagnostics == cold.diagnostics
    assert (warm.archive is None) == (cold.archive is None)
    if warm.archive and cold.archive:
        ours, theirs = warm.archive.corpus.items, cold.archive.corpus.items
        assert [item.front for item in ours] == [item.front for item in theirs]
        assert [(i.id, i.path, i.folder, i.body_line) for i in ours] == [
            (i.id, i.path, i.folder, i.body_line) for i in theirs
        ]
        assert [dict(item.places) for item in ours] == [dict(item.places) for item in theirs]
        assert warm.archive.progress == cold.archive.progress
        for warm_item, cold_item in zip(ours, theirs, strict=True):
            assert warm.archive.body(warm_item).html == cold.archive.body(cold_item).html


ITEMS = [f"kathu-aaaa{letter}" for letter in "bcd"]

Edit = Callable[[Archive], None]

edits: list[Edit] = [
    lambda archive: archive.item(ITEMS[0]) and None,
    lambda archive: archive.item(ITEMS[0], body="ดู [ที่นี่](ไม่มี.pdf) โทร 081-234-5678") and None,
    lambda archive: archive.item(ITEMS[1], category="ไม่มีหมวดนี้", supersedes=ITEMS[0]) and None,
    lambda archive: (
        archive.item(ITEMS[1], history=["2025-06-02 submitted", "2025-07-01 selected"]) and None
    ),
    lambda archive: archive.item(ITEMS[2], title=None) and None,
    lambda archive: archive.item(ITEMS[2], aliases=[ITEMS[0]]) and None,
    lambda archive: [file.unlink() for file in archive.root.rglob(f"{ITEMS[1]}.md")] and None,
    lambda archive: archive.write(
        "targets.yml", archive.read("targets.yml").replace("quota: 3", "quota: 4")
    ),
    lambda archive: archive.write(
        "categories.yml", archive.read("categories.yml").replace("ประมงพื้นบ้าน", "อวนและลอบ")
    ),
    lambda archive: archive.write("categories.yml", archive.read("categories.yml") + "\nmore: 1\n"),
]
days = st.sampled_from([date(2025, 6, 1), AS_OF, date(2025, 7, 1), date(2026, 1, 1)])
scripts = st.lists(st.tuples(st.sampled_from(edits), days), min_size=1, max_size=6)


@given(script=scripts)
def test_warm_says_what_cold_says(
    script: list[tuple[Edit, date]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    archive = Archive(tmp_path_factory.mktemp("script"))
    for edit, day in script:
        edit(archive)
        kept = Cache(archive.root / ".khlang")
        warm = opened(archive, kept, day)
        kept.close()
        assert_same(warm, opened(archive, None, day))


def test_an_unchanged_item_is_not_judged_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Cache(archive.root / ".khlang")
    archive.item("kathu-bbbbb")
    opened(archive, kept)
    judged: list[str] = []
    check = module.check_item
    monkeypatch.setattr(
        module, "check_item", lambda item, context: judged.append(item.id) or check(item, context)
    )
    opened(archive, kept)
    assert judged == []
    archive.item("kathu-bbbbb", title="ชื่อใหม่ของเรื่องนี้")
    opened(archive, kept)
    assert judged == ["kathu-bbbbb"]


def test_where_nothing_changed_what_was_said_is_said_again(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is judged, not even the archive as a whole; its figures are there when asked for."""
    archive.item(ITEMS[0], supersedes=ITEMS[1])
    before = opened(archive, Cache(tmp_path))
    with monkeypatch.context() as patched:
        patched.setattr(module.Judge, "judge", None)
        again = opened(archive, Cache(tmp_path))
        assert again.diagnostics == before.diagnostics != ()
    assert_same(again, before)
    archive.item(ITEMS[1])
    assert opened(archive, Cache(tmp_path)).diagnostics != before.diagnostics


def test_a_new_quota_judges_no_item_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Cache(archive.root / ".khlang")
    opened(archive, kept)
    monkeypatch.setattr(module, "check_item", lambda item, context: pytest.fail(item.id))
    text = archive.read("targets.yml")
    assert "quota: 3" in text
    archive.write("targets.yml", text.replace("quota: 3", "quota: 5"))
    opened(archive, kept)


def test_a_deleted_item_is_forgotten(archive: Archive) -> None:
    kept = Cache(archive.root / ".khlang")
    path = archive.item("kathu-bbbbb")
    opened(archive, kept)
    assert path in kept.kept(ROOM)
    archive.remove(path)
    assert opened(archive, kept).archive is not None
    assert path not in kept.kept(ROOM)


@pytest.mark.parametrize("harm", [b"", b"not a database", b"SQLite format 3\x00" + b"\xff" * 3000])
def test_a_damaged_cache_is_begun_anew(archive: Archive, harm: bytes) -> None:
    cold = opened(archive, None)
    kept = Cache(archive.root / ".khlang")
    opened(archive, kept)
    kept.close()
    archive.write(".khlang/cache.db", harm)
    for _ in range(2):
        again = Cache(archive.root / ".khlang")
        assert_same(opened(archive, again), cold)
        again.close()


def test_rows_that_cannot_be_read_are_judged_again(archive: Archive) -> None:
    kept = Cache(archive.root / ".khlang")
    cold = opened(archive, kept)
    rows = kept.kept(ROOM)
    kept.write(ROOM, [(path, key, ["other"]) for path, (key, _) in rows.items()])
    assert_same(opened(archive, kept), cold)
    assert all(len(value(data)) == 3 for _, data in kept.kept(ROOM).values())


def test_a_cache_that_cannot_be_written_is_done_without(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept = Cache(tmp_path / "file/below")
    assert_same(opened(archive, kept), opened(archive, None))


def test_forks_say_what_one_process_says(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    for letter in "bcdefg":
        archive.item(f"kathu-aaaa{letter}", body="ดู [ที่นี่](ไม่มี.pdf)")
    alone = opened(archive, None)
    monkeypatch.setattr(module, "_ALONE", 2)
    monkeypatch.setattr(module, "processes", lambda: 3)
    together = open_workspace(archive.root, today=AS_OF)
    assert_same(together, alone)


def test_states_survive(archive: Archive) -> None:
    """An enumeration is a word in the cache, and an enumeration again."""
    kept = Cache(archive.root / ".khlang")
    for _ in range(2):
        found = opened(archive, kept).archive
        assert found is not None
        assert [item.history.state for item in found.corpus.items] == [State.SUBMITTED]
