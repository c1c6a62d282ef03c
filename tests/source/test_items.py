"""Items as they lie in the folder."""

from khlang.source.items import find
from tests.archive import PNG, Archive


def test_a_file_and_a_folder_are_two_ways_to_be_an_item(archive: Archive) -> None:
    """Only a folder has files beside it."""
    archive.item("kathu-bbbbb", files={"poster.png": PNG})
    found = find(archive.root)
    assert [(each.id, each.folder is not None) for each in found.items] == [
        ("kathu-aaaaa", False),
        ("kathu-bbbbb", True),
    ]
    assert list(found.files) == ["content/items/2568/kathu/kathu-bbbbb/poster.png"]
    assert found.strays == found.links == []


def test_what_desktops_leave_behind_is_no_item(archive: Archive) -> None:
    """Thumbs.db, hidden files and hidden folders are passed over."""
    for name in ("Thumbs.db", ".DS_Store", "desktop.ini", ".git/x.md", ".~lock.a.md"):
        archive.write(f"content/items/2568/kathu/{name}", b"x")
    assert archive.codes() == []


def test_a_link_is_not_followed(archive: Archive) -> None:
    """Neither to a file nor to a folder outside the archive."""
    folder = archive.root / "content/items/2568/kathu"
    (folder / "kathu-bbbbb.md").symlink_to("/etc/hostname")
    (folder / "kathu-ccccc").symlink_to("/etc", target_is_directory=True)
    found = find(archive.root)
    assert found.links == [
        "content/items/2568/kathu/kathu-bbbbb.md",
        "content/items/2568/kathu/kathu-ccccc",
    ]
    assert [each.id for each in found.items] == ["kathu-aaaaa"]


def test_an_archive_without_items_is_an_archive(empty_archive: Archive) -> None:
    """The first day of a new province."""
    assert empty_archive.codes() == []
    opened = empty_archive.check().archive
    assert opened is not None
    assert opened.corpus.items == ()


def test_items_come_in_the_order_of_their_ids(archive: Archive) -> None:
    """Whatever the year and the unit they lie under."""
    archive.item("thalang-aaaaa")
    archive.item("kathu-22222", fiscal_year=2567, history=None)
    opened = archive.check().archive
    assert opened is not None
    assert [each.id for each in opened.corpus.items] == [
        "kathu-22222",
        "kathu-aaaaa",
        "thalang-aaaaa",
    ]


def test_a_name_with_blanks_and_thai_is_a_good_name_of_a_file(archive: Archive) -> None:
    """Officers name pictures as they speak."""
    name = "ภาพ หนอง (1).png"
    archive.item(
        "kathu-bbbbb",
        files={name: PNG},
        attachments=[{"file": name, "title": "หนอง", "alt": "หนองน้ำ"}],
        body=f"![หนองน้ำ](<{name}>)",
        contributor="kathu-02",
    )
    assert archive.codes() == []
