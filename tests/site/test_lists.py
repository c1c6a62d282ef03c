"""Lists: pages that stay as they are, the newest first; what is empty says why."""

from pathlib import Path

import pytest

from khlang.thai.collation import collation_key
from tests.archive import AS_OF, Archive
from tests.site.dom import Node
from tests.site.sites import Site, build, frame, published

LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
COUNT = 60
MOST = 29


def long_archive(root: Path, count: int) -> Archive:
    """Items of one unit and category, six published each day."""
    archive = Archive(root, empty=True)
    for number in range(count):
        archive.item(
            f"thalang-aaa{LETTERS[number // 32]}{LETTERS[number % 32]}",
            title=f"เรื่องที่ {number + 1}",
            contributor=f"thalang-{number % 3 + 1:02}",
            history=published(f"2025-06-{number // 6 + 10:02}"),
        )
    return archive


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Sixty items of one unit and category, published on ten days."""
    archive = frame(long_archive(tmp_path_factory.mktemp("many"), COUNT))
    return build(archive.root, tmp_path_factory.mktemp("many-site") / "site", as_of=AS_OF)


def entries(page: Node) -> list[str]:
    """Titles of the items that a page lists, in their order."""
    return [
        link.text
        for head in page.one("main").all("h3")
        for link in head.all("a")
        if "items/" in link.attributes["href"]
    ]


def pager(page: Node) -> dict[str, str]:
    """The links to other pages of a list, by their label."""
    return {
        link.text.removeprefix("หน้า").strip(): link.attributes["href"]
        for nav in page.all("nav")
        if nav.attributes.get("aria-label") == "หน้าของรายการ"
        for link in nav.all("a")
    }


LISTS = ["archive/", "categories/sea-and-shore/", "units/thalang/", "years/2568/"]


@pytest.mark.parametrize("url", LISTS)
def test_long_lists_are_cut_into_pages(many: Site, url: str) -> None:
    """60 items: the newest 12, then full pages numbered from the oldest; each item on one of them."""
    urls = {"ใหม่สุด": url, "2": f"{url}page/2/", "1": f"{url}page/1/"}
    titles = [entries(many.page(each)) for each in urls.values()]
    assert [len(each) for each in titles] == [12, 24, 24]
    assert {int(title.split()[1]) for title in titles[0]} == set(range(49, 61))
    assert {int(title.split()[1]) for title in titles[2]} == set(range(1, 25))
    assert f"{url}page/3/index.html" not in many.files
    for label, each in urls.items():
        links = pager(many.page(each))
        assert list(links) == [other for other in urls if other != label]
        for other, href in links.items():
            assert many.target(f"{each}index.html", href) == f"{urls[other]}index.html"
        assert ("60 เรื่อง" in many.main(each)) == (label == "ใหม่สุด")
        assert ("หน้า" in many.page(each).one("title").text) == (label != "ใหม่สุด")


def test_a_new_item_leaves_the_pages_of_older_ones_as_they_are(
    many: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One more item changes the first page of its lists; full pages keep their bytes."""
    archive = frame(long_archive(tmp_path_factory.mktemp("more"), COUNT + 1))
    more = build(archive.root, tmp_path_factory.mktemp("more-site") / "site", as_of=AS_OF)
    for url in LISTS:
        for number in (1, 2):
            path = f"{url}page/{number}/index.html"
            assert more.files[path] == many.files[path]


def test_no_page_grows_with_the_archive(many: Site) -> None:
    """Lists show at most 29 entries, the home page six, and no page weighs more than 100 KB but the
    form and the guide, which grow with no archive.
    """
    for path, page in many.pages.items():
        listed = entries(page)
        if path.startswith(
            ("archive/", "categories/", "issues/", "topics/", "units/", "years/", "formats/")
        ):
            assert len(listed) <= MOST, path
        if not path.startswith(("contribute/", "guide/")):
            assert len(many.files[path]) < 100_000, path
    assert len(entries(many.page(""))) == 6


def test_short_lists_have_no_pager(second: Site) -> None:
    """A list of one page has no links to pages."""
    assert [path for path, page in second.pages.items() if pager(page)] == []


def test_lists_hold_what_their_name_says(second: Site) -> None:
    """Category, topic, issue, unit, year and format list exactly the items that items.json says."""
    items = second.json("items")["items"]
    taxonomy = second.json("taxonomy")
    topics = {
        issue["slug"]: {topic["slug"] for topic in issue["topics"]} for issue in taxonomy["issues"]
    }
    titles = [item["title"] for item in items]
    lists = dict.fromkeys(("archive/", "archive/by-title/", "archive/by-unit/"), titles)
    for item in items:
        places = [
            f"categories/{item['category']}/",
            f"units/{item['unit']}/",
            f"years/{item['fiscal_year']}/",
        ]
        places += [f"topics/{topic}/" for topic in item["topics"]]
        places += [f"formats/{name}/" for name in item["formats"]]
        places += [
            f"issues/{slug}/" for slug, names in topics.items() if names & set(item["topics"])
        ]
        for place in places:
            lists.setdefault(place, []).append(item["title"])
    for path, page in second.pages.items():
        url = path.removesuffix("index.html")
        if url.count("/") == 2 and not url.startswith(("items/", "progress/", "plan/")):
            assert sorted(entries(page)) == sorted(lists.pop(url, [])), url
    assert sorted(entries(second.page("archive/"))) == sorted(lists.pop("archive/"))
    assert lists == {}


def test_lists_are_newest_first(second: Site) -> None:
    """By day of publication; within a day by title, as a Thai dictionary sorts."""
    items = sorted(second.json("items")["items"], key=lambda item: collation_key(item["title"]))
    ordered = sorted(items, key=lambda item: item["published"], reverse=True)
    assert entries(second.page("archive/")) == [item["title"] for item in ordered]
    assert entries(second.page("")) == [item["title"] for item in ordered]


def test_neighbours_form_one_way_through_the_archive(own: Site) -> None:
    """From any item `next` leads to the one whose `previous` leads back; the ends have one neighbour."""
    items = own.json("items")["items"]
    ordered = sorted(items, key=lambda item: (item["fiscal_year"], item["unit"], item["id"]))
    for index, item in enumerate(ordered):
        page = own.page(item["url"])
        found = {
            rel: own.target(f"{item['url']}index.html", link.attributes["href"])
            for rel in ("prev", "next")
            for link in page.all("a", rel=rel)
        }
        expected = {}
        if index:
            expected["prev"] = f"{ordered[index - 1]['url']}index.html"
        if index + 1 < len(ordered):
            expected["next"] = f"{ordered[index + 1]['url']}index.html"
        assert found == expected, item["id"]


def test_a_topic_without_items_says_so(second: Site, own: Site) -> None:
    """Its page invites; the overview marks it, and leaves out a topic of other years."""
    page = second.page("topics/batik/")
    assert "ยังไม่มีเรื่องที่เผยแพร่ในหัวข้อนี้" in page.one("main").text
    assert any("guide/" in link.attributes["href"] for link in page.one("main").all("a"))
    assert "บาติก" not in second.page("topics/").one("main").text
    marked = [row.text for row in own.page("topics/").all("li") if "ยังไม่มี" in row.text]
    taught = {slug for item in own.json("items")["items"] for slug in item["topics"]}
    issues = own.json("taxonomy")["issues"]
    gaps = {topic["slug"] for issue in issues for topic in issue["topics"]} - taught
    assert len(marked) == len(gaps) > 0


def test_empty_pages_say_why(empty: Site) -> None:
    """Home, archive, every list and every unit of an empty archive say that nothing is published yet."""
    reasons = {
        "": "เรื่องแรกจะปรากฏที่นี่",
        "archive/": "เรื่องแรกจะปรากฏที่นี่",
        "categories/old-town/": "ยังไม่มีเรื่องในหมวดนี้",
        "issues/community/": "ยังไม่มีเรื่องในประเด็นนี้",
        "topics/batik/": "ยังไม่มีเรื่องที่เผยแพร่ในหัวข้อนี้",
        "units/kathu/": "หน่วยงานนี้ยังไม่มีเรื่องที่เผยแพร่",
        "formats/video/": "ยังไม่มีเรื่องในรูปแบบนี้",
        "years/2568/": "ยังไม่มีเรื่องที่เผยแพร่ในปีนี้",
        "progress/kathu/": "ยังไม่มีเรื่องที่เผยแพร่",
    }
    assert [url for url, reason in reasons.items() if reason not in empty.main(url)] == []
    assert empty.main("topics/").count("ยังไม่มี") >= 3
    assert "0 / 2" in empty.main("progress/")
    assert empty.json("items")["items"] == []
    assert not [path for path in empty.files if path.startswith("items/")]


def test_the_first_item_appears(archive: Archive, tmp_path: Path) -> None:
    """With one published item: on the home page and its lists, without neighbours."""
    archive.item(history=published())
    site = build(frame(archive).root, tmp_path / "site", as_of=AS_OF)
    assert entries(site.page("")) == entries(site.page("archive/")) == ["อ่านคลื่นลมก่อนออกเรือ"]
    item = site.page("items/kathu-aaaaa/")
    assert item.all("a", rel="prev") == item.all("a", rel="next") == []
    assert "1 จาก 7" in site.main("")


def test_the_archive_by_title_and_by_unit(many: Site) -> None:
    """Every item once, in the order of a dictionary, and of the units; each page leads to the next."""
    for order in ("archive/by-title/", "archive/by-unit/"):
        pages = {path for path in many.pages if path.startswith(order)}
        found: list[str] = []
        path: str | None = f"{order}index.html"
        while path:
            pages.discard(path)
            assert len(entries(many.pages[path])) <= MOST
            found += entries(many.pages[path])
            following = pager(many.pages[path]).get("ถัดไป")
            path = many.target(path, following) if following else None
        assert pages == set()
        assert len(found) == len(set(found)) == COUNT
        if order == "archive/by-title/":
            assert found == sorted(found, key=collation_key)


def test_one_item_more_moves_few_others(many: Site, tmp_path: Path) -> None:
    """In no order does an item that comes change more than the pages around it."""
    archive = frame(long_archive(tmp_path / "more", COUNT))
    archive.item("thalang-bbbbb", title="เรื่องที่ 33 ก", history=published("2025-06-12"))
    more = build(archive.root, tmp_path / "site", as_of=AS_OF)
    for folder, most in (("archive/by-title/", 4), ("archive/by-unit/", 4), ("items/", 20)):
        before = {path for path in many.files if path.startswith(folder)}
        moved = [path for path in before if many.files[path] != more.files.get(path)]
        assert len(moved) <= most, moved
