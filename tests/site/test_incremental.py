"""A build that remembers makes the site that a build makes which does not, and little of it anew."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khlang.app import judging, workspace
from khlang.publish import Editions, manifest, verify
from khlang.search import index
from khlang.site import build as site_build
from khlang.site import edition, remaking, templating
from khlang.site import written as written_pages
from tests.archive import AS_OF, Archive
from tests.site.sites import changed, frame, published, second_province, tree

Edit = Callable[[Archive], object]

PATH = "content/items/2568/kathu/kathu-ccccc.md"
NEW = "content/items/2568/kathu/kathu-yyyyy.md"


def _replaced(path: str, old: str, new: str) -> Edit:
    """Does nothing where the text is not there, or no more."""

    def edit(archive: Archive) -> None:
        if (archive.root / path).exists():
            archive.write(path, archive.read(path).replace(old, new, 1))

    return edit


def _appended(archive: Archive) -> None:
    if (archive.root / PATH).exists():
        archive.write(PATH, archive.read(PATH) + "\n\nอีกย่อหน้าหนึ่ง\n")


def _tagged(archive: Archive) -> None:
    if (archive.root / PATH).exists() and "\ntags:" not in archive.read(PATH):
        archive.write(PATH, archive.read(PATH).replace("\nunit:", '\ntags: ["คำใหม่"]\nunit:', 1))


def _removed(archive: Archive) -> None:
    (archive.root / NEW).unlink(missing_ok=True)


def _renamed(archive: Archive) -> None:
    """Under another id, with the former one as an alias."""
    if (archive.root / PATH).exists() and not (archive.root / NEW).exists():
        text = archive.read(PATH).replace("\nunit:", "\naliases: [kathu-ccccc]\nunit:", 1)
        archive.write(NEW, text)
        archive.remove(PATH)


EDITS: Mapping[str, Edit] = {
    "nothing": lambda archive: None,
    "a title": _replaced(PATH, 'title: "', 'title: "ใหม่ '),
    "a text": _appended,
    "one more": lambda archive: archive.item(
        "kathu-yyyyy", history=published(), title="เรื่องที่มาใหม่"
    ),
    "a withdrawal": _replaced(NEW, 'published"]', 'published", "2025-06-20 withdrawn ซ้ำ"]'),
    "one less": _removed,
    "a quota": _replaced(
        "targets.yml", "kathu: {staff: 2, quota: 2,", "kathu: {staff: 2, quota: 5,"
    ),
    "a category": _replaced("categories.yml", "ประมงพื้นบ้าน", "อวนและลอบ"),
    "other words": _tagged,
    "another id": _renamed,
    "a page": lambda archive: archive.write("content/index.md", "คำนำใหม่ของหน้าแรก\n"),
}


def make(root: Path, target: Path, day: date) -> Path:
    """What `khlang build` does, in this process."""
    editions = Editions(target)
    with editions.making() as making:
        new = edition.make(root, making, as_of=day)
        editions.publish(making, new.files, new.put)
    return target


class Both:
    """An archive with a site that was built after every edit of its life."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.archive = frame(second_province(folder / "archive"))
        self.warm = folder / "warm"
        self.number = 0

    def compare(self, day: date, what: str) -> None:
        self.number += 1
        make(self.archive.root, self.warm, day)
        aside = self.folder / "aside"
        (self.archive.root / ".khlang").rename(aside)
        cold = make(self.archive.root, self.folder / f"cold-{self.number}", day)
        shutil.rmtree(self.archive.root / ".khlang")
        aside.rename(self.archive.root / ".khlang")
        assert changed(tree(self.warm), tree(cold)) == set(), what
        assert verify(self.warm).is_whole
        shutil.rmtree(cold)


def test_warm_bytes_are_cold_bytes(tmp_path: Path) -> None:
    """Through the edits of a year's life, in one archive: built after each, compared after each second."""
    both = Both(tmp_path)
    days = {"a quota": date(2025, 7, 20), "a page": date(2025, 6, 25)}
    for number, (name, edit) in enumerate(EDITS.items()):
        edit(both.archive)
        if number % 2:
            make(both.archive.root, both.warm, days.get(name, AS_OF))
        else:
            both.compare(days.get(name, AS_OF), name)


steps = st.tuples(st.sampled_from(sorted(EDITS)), st.integers(-20, 60))


def compare_script(script: Sequence[tuple[str, int]], folder: Path) -> None:
    """After every edit of a script, each on a day of its own."""
    both = Both(folder)
    for name, later in script:
        EDITS[name](both.archive)
        both.compare(AS_OF + timedelta(days=later), f"{name} in {script}")
    shutil.rmtree(folder)


@given(script=st.lists(steps, min_size=2, max_size=2))
@settings(
    max_examples=1, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_warm_bytes_are_cold_bytes_after_any_script(
    script: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    compare_script(script, tmp_path_factory.mktemp("script"))


def test_another_template_makes_every_page_of_its_kind_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to delete a cache after an update of the program."""
    both = Both(tmp_path)
    make(both.archive.root, both.warm, AS_OF)
    templates = tmp_path / "templates"
    shutil.copytree(templating._TEMPLATES, templates)
    page = templates / "pages/item.html"
    page.write_text(f"{page.read_text('utf-8')}<p>ท้ายหน้าใหม่</p>\n", "utf-8")
    monkeypatch.setattr(templating, "_TEMPLATES", templates)
    for module in (judging, workspace, site_build, written_pages):
        monkeypatch.setattr(module, "program", lambda: "the next release")
    both.compare(AS_OF, "a template")
    assert "ท้ายหน้าใหม่" in (both.warm / "items/kathu-ccccc/index.html").read_text("utf-8")


def test_what_is_shown_already_is_not_made_again(tmp_path: Path) -> None:
    """One text is changed: of all items' pages only its own is another file."""
    both = Both(tmp_path)
    make(both.archive.root, both.warm, AS_OF)
    make(both.archive.root, both.warm, AS_OF + timedelta(days=1))
    before = {path: path.stat().st_ino for path in both.warm.glob("items/*/index.html")}
    EDITS["a text"](both.archive)
    make(both.archive.root, both.warm, AS_OF + timedelta(days=1))
    after = {path: path.stat().st_ino for path in both.warm.glob("items/*/index.html")}
    assert [path.parent.name for path in before if before[path] != after[path]] == ["kathu-ccccc"]


def test_the_search_is_patched_edit_after_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is made anew for the first edition alone."""
    both = Both(tmp_path)
    make(both.archive.root, both.warm, AS_OF)

    def never(*_: Any) -> Any:
        raise AssertionError("the whole index was made again")

    monkeypatch.setattr(index, "build", never)
    for _ in range(4):
        EDITS["a text"](both.archive)
        EDITS["a title"](both.archive)
        make(both.archive.root, both.warm, AS_OF)


def test_where_nothing_changed_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even loaded; and the edition before stays the one that a rollback shows."""
    both = Both(tmp_path)
    make(both.archive.root, both.warm, AS_OF)
    before = tree(both.warm)
    EDITS["a text"](both.archive)
    make(both.archive.root, both.warm, AS_OF)

    def never(*_: Any) -> Any:
        raise AssertionError("made again")

    with monkeypatch.context() as patched:
        patched.setattr(remaking, "remake", never)
        make(both.archive.root, both.warm, AS_OF)
    Editions(both.warm).rollback()
    assert tree(both.warm) == before


def test_a_page_that_was_harmed_is_made_again(tmp_path: Path) -> None:
    both = Both(tmp_path)
    whole = tree(make(both.archive.root, both.warm, AS_OF))
    (both.warm / "items/kathu-ccccc/index.html").unlink()
    (both.warm / "archive/index.html").write_bytes(b"short")
    assert tree(make(both.archive.root, both.warm, AS_OF)) == whole


def test_an_item_that_is_saved_while_the_site_is_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is published is what was judged."""
    both = Both(tmp_path)
    make(both.archive.root, both.warm, AS_OF)
    before = manifest.load(both.warm)
    EDITS["a title"](both.archive)
    judged = edition.publishable

    def then_saved(*given: Any, **more: Any) -> Any:
        found = judged(*given, **more)
        EDITS["a text"](both.archive)
        return found

    monkeypatch.setattr(edition, "publishable", then_saved)
    with pytest.raises(edition.NotReady, match=r"kathu-ccccc.* เปลี่ยนระหว่างสร้างเว็บ"):
        make(both.archive.root, both.warm, AS_OF)
    assert manifest.load(both.warm) == before
    monkeypatch.undo()
    make(both.archive.root, both.warm, AS_OF)
    assert "อีกย่อหน้าหนึ่ง" in (both.warm / "items/kathu-ccccc/index.html").read_text("utf-8")
