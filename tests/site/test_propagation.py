"""One change of the data changes every page and file that shows it, and nothing else."""

from collections.abc import Callable
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.archive import AS_OF, Archive
from tests.site.sites import Site, build, changed, published

CATEGORIES = "categories.yml"
TARGETS = "targets.yml"


@pytest.fixture
def change(
    province: Archive, second: Site, tmp_path: Path
) -> Callable[[Callable[[Archive], object]], Site]:
    """The site of the second province after a change to its folder."""

    def make(edit: Callable[[Archive], object]) -> Site:
        edit(province)
        return build(province.root, tmp_path / "site", as_of=AS_OF)

    return make


Change = Callable[[Callable[[Archive], object]], Site]
INDEX = ("search/grams/", "search/facets/", "search/commonness.bin", "search/index.json")
DOCUMENTS = "search/documents/"


def shown_anew(
    before: Site, after: Site, *, apart: tuple[str, ...] = (*INDEX, DOCUMENTS)
) -> set[str]:
    """Files that changed, but those of the search, which tests of their own watch."""
    return {path for path in changed(before.files, after.files) if not path.startswith(apart)}


def holding(site: Site, text: str) -> set[str]:
    return {path for path, data in site.files.items() if text.encode() in _unpacked(path, data)}


def _unpacked(path: str, data: bytes) -> bytes:
    """What a workbook says lies in it compressed."""
    if not path.endswith(".xlsx"):
        return data
    with ZipFile(BytesIO(data)) as book:
        parts = b"".join(map(book.read, book.namelist())).decode(errors="replace")
    return unescape(parts).encode()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CATEGORIES, "ย่านเมืองเก่า", "ตึกแถวริมคลอง"),
        (CATEGORIES, "ประมงพื้นบ้าน", "อวนและลอบ"),
        (CATEGORIES, "อาชีพมั่นคง", "อยู่ดีตลอดปี"),
        (CATEGORIES, "อินโฟกราฟิก", "แผ่นภาพ"),
        (TARGETS, "name_th: กะทู้", "name_th: ป่าตอง"),
        ("content/items/2568/kathu/kathu-ccccc.md", "หาดทรายหลังมรสุม", "ชายหาดหลังมรสุม"),
    ],
    ids=["category", "topic", "issue", "format", "unit", "title"],
)
def test_a_renaming(change: Change, second: Site, path: str, old: str, new: str) -> None:
    """The new site is the old one with the new name in each place of the old, byte for byte."""
    after = change(lambda archive: archive.edit(path, old, new))
    before_name, after_name = old.rpartition(": ")[2], new.rpartition(": ")[2]
    shown = holding(second, before_name)
    assert len(shown) >= 4
    assert shown_anew(second, after, apart=INDEX) == shown
    renamed = {
        each: data.replace(before_name.encode(), after_name.encode())
        for each, data in second.files.items()
        if not each.startswith((*INDEX, "archive/by-title/")) and not each.endswith(".xlsx")
    }
    assert renamed.items() <= after.files.items()


def test_a_quota(change: Change, second: Site) -> None:
    """A quota stands where it is counted against, in the register and in the papers of both."""
    old = "thalang: {staff: 3, quota: 3,"
    after = change(lambda archive: archive.edit(TARGETS, old, "thalang: {staff: 3, quota: 8,"))
    assert changed(second.files, after.files) == {
        "index.html",
        "progress/index.html",
        "progress/thalang/index.html",
        "progress/badge.svg",
        "registers/index.html",
        "data/progress.json",
        *papers("progress", "target-register"),
    }
    assert "1 / 3" in second.main("progress/")
    assert "1 / 8" in after.main("progress/")
    assert "1 จาก 8 เรื่อง" in after.main("progress/thalang/")
    assert "5 จาก 12" in after.main("")
    units = {unit["unit"]: unit for unit in after.json("progress")["years"]["2568"]["units"]}
    assert units["thalang"]["items"]["quota"] == 8


def test_a_deadline(change: Change, second: Site) -> None:
    """The day items are due stands on home, on progress pages, in the calendar, and in the data of all."""
    after = change(
        lambda archive: archive.edit(
            TARGETS, 'date: "2025-07-04", weekday: Friday', 'date: "2025-07-07", weekday: Monday'
        )
    )
    assert changed(second.files, after.files) == {
        "index.html",
        "progress/index.html",
        "progress/thalang/index.html",
        "progress/kathu/index.html",
        "progress/phuket-office/index.html",
        "calendar/index.html",
        "calendar/calendar.ics",
        "data/progress.json",
        *papers("progress"),
    }


def papers(*names: str) -> set[str]:
    return {f"papers/2568/{name}.{suffix}" for name in names for suffix in ("csv", "xlsx")}


def test_a_published_item(change: Change, second: Site) -> None:
    """A new item makes its page, and changes its lists, its neighbours, the counts and the data."""
    after = change(
        lambda archive: archive.item(
            "kathu-mmmmm",
            title="เรื่องที่เพิ่งเพิ่ม",
            contributor="kathu-02",
            history=published("2025-06-11"),
        )
    )
    own = "items/kathu-mmmmm/index.html"
    lists = {
        "archive",
        "categories/sea-and-shore",
        "units/kathu",
        "years/2568",
        "formats/infographic",
    }
    expected = {own, "data/items.json", "data/progress.json", "data/plan.json", "plan/index.html"}
    expected |= {f"{each}/index.html" for each in lists}
    expected |= {"index.html", "progress/index.html", "progress/kathu/index.html"}
    expected |= {"feed.xml", "categories/sea-and-shore/feed.xml", "units/kathu/feed.xml"}
    expected |= {"items/kathu-ccccc/index.html", "items/phuket-office-ddddd/index.html"}
    orders = {"archive/by-title/index.html", "archive/by-unit/index.html"}
    figures = {*papers("progress", "form-2"), "progress/badge.svg"}
    expected |= orders | figures
    assert shown_anew(second, after) == expected
    new = set(after.files) - set(second.files)
    assert {path for path in new if not path.startswith("search/")} == {own}
    named = expected - figures - {"data/progress.json", "data/plan.json", "plan/index.html"}
    holders = holding(after, "เรื่องที่เพิ่งเพิ่ม")
    assert {path for path in holders if not path.startswith(DOCUMENTS)} == named - {
        "progress/index.html"
    }
    assert sum(path.startswith(DOCUMENTS) for path in holders) == 1


def test_a_draft_moves_numbers_only(change: Change, second: Site) -> None:
    """A new draft changes the count of drafts of its unit and of the province: nothing else."""
    after = change(
        lambda archive: archive.item(
            "kathu-mmmmm", title="ร่างที่เพิ่งเพิ่ม", contributor="kathu-02", history=None
        )
    )
    assert changed(second.files, after.files) == {
        "progress/index.html",
        "progress/kathu/index.html",
        "data/progress.json",
    }
    units = [
        {
            unit["unit"]: unit["by_state"]["draft"]
            for unit in site.json("progress")["years"]["2568"]["units"]
        }
        for site in (second, after)
    ]
    assert units[1] == {**units[0], "kathu": units[0]["kathu"] + 1}


def test_the_words_of_an_unpublished_item(change: Change, second: Site) -> None:
    """Whatever is written in items that are not public changes no byte of the site."""

    def edit(archive: Archive) -> None:
        for path in sorted((archive.root / "content/items/2568/thalang").glob("*/index.md")):
            text = path.read_text("utf-8").replace("ความลับ", "ข้อความอื่น")
            path.write_text(text.replace("เหตุผลลับ", "เหตุผลอื่น"), "utf-8")

    after = change(edit)
    assert changed(second.files, after.files) == set()


def test_a_year_of_drafts_is_no_year_of_the_archive(change: Change, second: Site) -> None:
    """A draft for a year without targets makes no page and no entry of that year."""
    after = change(
        lambda archive: archive.item(
            "kathu-mmmmm", fiscal_year=2569, contributor="kathu-02", history=None
        )
    )
    assert changed(second.files, after.files) == set()


def test_a_withdrawal(change: Change, second: Site) -> None:
    """A withdrawn item leaves a tombstone; its files, its words and its count are gone everywhere."""
    path = "content/items/2568/kathu/kathu-aaaaa/index.md"
    after = change(
        lambda archive: archive.edit(
            path,
            '"2025-06-12 published"]',
            '"2025-06-12 published", "2025-06-18 withdrawn ข้อมูลเก่า"]',
        )
    )
    gone = {path for path in set(second.files) - set(after.files) if "search/" not in path}
    assert {"items/kathu-aaaaa/1.png", "items/kathu-aaaaa/file.pdf"} <= gone
    left = [path for path in after.files if path.startswith("items/kathu-aaaaa/")]
    assert left == ["items/kathu-aaaaa/index.html"]
    assert {path.rpartition("/")[0] for path in gone} == {"items/kathu-aaaaa"}
    assert holding(after, "อ่านคลื่นลมก่อนออกเรือ") == set()
    assert "18 มิ.ย. 2568" in after.main("items/kathu-aaaaa/")
    assert len(after.json("items")["items"]) == len(second.json("items")["items"]) - 1


def test_a_superseded_item_says_so(change: Change, second: Site) -> None:
    """An item that replaces a public one puts a line above the older one's text, and one above its own."""
    path = "content/items/2568/kathu/kathu-ccccc.md"
    after = change(lambda archive: archive.edit(path, "thalang-draft", "kathu-bbbbb"))
    assert changed(second.files, after.files) == {
        "items/kathu-bbbbb/index.html",
        "items/kathu-ccccc/index.html",
        "data/items.json",
    }
    older, newer = (after.page(f"items/kathu-{id}/").one("main") for id in ("bbbbb", "ccccc"))
    assert "หาดทรายหลังมรสุม" in older.text
    assert "ใช้แทน" in older.text
    assert "ใช้แทน" in newer.text
