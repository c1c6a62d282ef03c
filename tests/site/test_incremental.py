"""A build that remembers makes the site that a build makes which does not, and little of it anew."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from tests.archive import AS_OF, Archive
from tests.site.sites import build, changed, published, tree

Edit = Callable[[Archive], object]

PATH = "content/items/2568/kathu/kathu-ccccc.md"
NEW = "kathu-yyyyy"

EDITS: Mapping[str, Edit] = {
    "nothing": lambda archive: None,
    "a title": lambda archive: archive.edit(PATH, 'title: "', 'title: "ใหม่ '),
    "a text": lambda archive: archive.write(PATH, archive.read(PATH) + "\n\nอีกย่อหน้าหนึ่ง\n"),
    "one more": lambda archive: archive.item(NEW, history=published(), title="เรื่องที่มาใหม่"),
    "a withdrawal": lambda archive: archive.write(
        f"content/items/2568/kathu/{NEW}.md",
        archive.read(f"content/items/2568/kathu/{NEW}.md").replace(
            'published"]', 'published", "2025-06-20 withdrawn ซ้ำ"]'
        ),
    ),
    "one less": lambda archive: archive.remove(f"content/items/2568/kathu/{NEW}.md"),
    "a quota": lambda archive: archive.edit(
        "targets.yml", "kathu: {staff: 2, quota: 2,", "kathu: {staff: 2, quota: 5,"
    ),
    "a category": lambda archive: archive.write(
        "categories.yml", archive.read("categories.yml").replace("ประมงพื้นบ้าน", "อวนและลอบ")
    ),
    "other words": lambda archive: archive.edit(PATH, "\nunit:", '\ntags: ["คำใหม่"]\nunit:'),
    "another id": lambda archive: (
        archive.write(
            PATH.replace("kathu-ccccc", "kathu-yyyyy"),
            archive.read(PATH).replace("\nunit:", "\naliases: [kathu-ccccc]\nunit:", 1),
        ),
        archive.remove(PATH),
    ),
    "a page": lambda archive: archive.write("content/index.md", "คำนำใหม่ของหน้าแรก\n"),
}


def test_warm_bytes_are_cold_bytes(province: Archive, tmp_path: Path) -> None:
    """After every edit of a year's life, in one archive."""
    target = tmp_path / "warm"
    build(province.root, target, as_of=AS_OF)
    days = {"a quota": date(2025, 7, 20), "a page": date(2025, 6, 25)}
    for name, edit in EDITS.items():
        edit(province)
        day = days.get(name, AS_OF)
        warm = build(province.root, target, as_of=day).root
        (province.root / ".khlang").rename(tmp_path / "aside")
        cold = build(province.root, tmp_path / f"cold {name}", as_of=day).root
        assert changed(tree(warm), tree(cold)) == set(), name
        shutil.rmtree(province.root / ".khlang")
        (tmp_path / "aside").rename(province.root / ".khlang")


def test_what_is_shown_already_is_not_made_again(province: Archive, tmp_path: Path) -> None:
    """One text is changed: of all items' pages only its own is another file."""
    target = tmp_path / "site"
    build(province.root, target, as_of=AS_OF)
    build(province.root, target, as_of=AS_OF)
    before = {path: path.stat().st_ino for path in target.glob("items/*/index.html")}
    EDITS["a text"](province)
    build(province.root, target, as_of=AS_OF)
    after = {path: path.stat().st_ino for path in target.glob("items/*/index.html")}
    assert [path.parent.name for path in before if before[path] != after[path]] == ["kathu-ccccc"]


def test_a_page_that_was_harmed_is_made_again(province: Archive, tmp_path: Path) -> None:
    target = tmp_path / "site"
    whole = tree(build(province.root, target, as_of=AS_OF).root)
    (target / "items/kathu-ccccc/index.html").unlink()
    (target / "archive/index.html").write_bytes(b"short")
    assert tree(build(province.root, target, as_of=AS_OF).root) == whole
