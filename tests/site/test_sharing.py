"""What messengers, search engines and feed readers find: Open Graph, schema.org, Atom."""

import json
from datetime import date
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest

from khlang.export import feeds
from khlang.site.sharing import head
from khlang.site.shell import to_root
from khlang.views.chrome import Chrome
from khlang.views.common import HOME, Meta
from khlang.views.sharing import Work
from tests.site.dom import Node, parse
from tests.site.sites import SITE_URL, TOMBSTONE, Site

ITEM = "items/kathu-aaaaa/"


def properties(page: Node) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in page.all("meta"):
        if "property" in meta.attributes:
            found.setdefault(meta.attributes["property"], []).append(meta.attributes["content"])
    return found


def structured(page: Node) -> dict[str, Any]:
    """Data of a page by their type."""
    data = [
        json.loads("".join(script.texts()))
        for script in page.all("script", type="application/ld+json")
    ]
    assert all(each["@context"] == "https://schema.org" for each in data)
    return {each["@type"]: each for each in data}


def test_an_item_as_a_messenger_sees_it(live: Site) -> None:
    """Title, summary, address, dates and topics, whole addresses alone."""
    found = properties(live.page(ITEM))
    assert found["og:type"] == ["article"]
    assert found["og:title"] == ["อ่านคลื่นลมก่อนออกเรือ"]
    assert found["og:url"] == [SITE_URL + ITEM]
    assert found["og:locale"] == ["th_TH"]
    assert found["article:published_time"] == ["2025-06-12"]
    assert found["article:modified_time"] == ["2025-06-15"]
    assert {"เรือหัวโทง", "มรสุม"} < set(found["article:tag"])


def test_an_item_as_a_search_engine_sees_it(live: Site) -> None:
    """An article with its office, licence, files and video; and its place in the site."""
    data = structured(live.page(ITEM))
    article = data["Article"]
    item = next(each for each in live.json("items")["items"] if each["url"] == ITEM)
    assert article["headline"] == item["title"]
    assert article["author"]["@type"] == "GovernmentOrganization"
    assert article["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert article["creditText"] == "กลุ่มเรือเล็กชายฝั่ง"
    assert article["video"]["url"] == item["video"]
    assert [(each["contentUrl"], each["sha256"]) for each in article["encoding"]] == [
        (SITE_URL + each["url"], each["sha256"]) for each in item["attachments"]
    ]
    steps = data["BreadcrumbList"]["itemListElement"]
    assert [each["position"] for each in steps] == [1, 2, 3, 4]
    assert (steps[0]["item"], steps[-1]["item"]) == (SITE_URL, SITE_URL + ITEM)


def test_without_an_address_data_are_relative_to_the_page(second: Site) -> None:
    """A site without an address says no address at all, and its data lead to its own files."""
    for path, page in second.pages.items():
        assert "og:url" not in properties(page)
        for data in structured(page).values():
            for step in data.get("itemListElement", ()):
                assert second.target(path, step["item"]) in second.files


def test_pages_that_are_not_to_be_found_say_nothing_of_themselves(live: Site) -> None:
    for path in ("404.html", f"items/{TOMBSTONE}/index.html"):
        assert properties(live.pages[path]) == {}
        assert structured(live.pages[path]) == {}


HOSTILE = "</script><script>alert(1)</script>\"'&<!-- ]]> \u2028"


def test_nothing_an_author_wrote_leaves_its_place() -> None:
    """Any text, in every field, comes back as it was written, and ends neither element nor attribute."""
    work = Work(
        date(2025, 6, 1), date(2025, 6, 2), "th", HOSTILE, "units/x/", HOSTILE, (HOSTILE,), "", HOSTILE, (), ""
    )  # fmt: skip
    meta = Meta("items/x-aaaaa/", HOSTILE, HOSTILE, "archive", (HOME,), work=work)
    chrome = Chrome(HOSTILE, "", HOSTILE, "", 3, (), samples=False)
    page = parse(head(meta, chrome, "https://x.example/", to_root(meta.url), {"": HOSTILE}))
    assert {node.tag for node in page.walk()} == {"", "link", "meta", "script"}
    assert len(page.all("script")) == 2
    article = structured(page)["Article"]
    assert article["headline"] == article["creditText"] == article["keywords"][0] == HOSTILE
    assert properties(page)["og:title"] == [HOSTILE]


@pytest.mark.parametrize(
    "path", ["feed.xml", "categories/sea-and-shore/feed.xml", "units/kathu/feed.xml"]
)
def test_feeds_are_read_by_a_reader_of_others(live: Site, path: str) -> None:
    """feedparser finds no fault; entries are the list's public items, the newest first, at their pages."""
    found = feedparser.parse(live.files[path])
    assert not found.bozo
    assert found.version == "atom10"
    assert found.feed.links[0].href == SITE_URL + path
    listed = path.removesuffix("feed.xml")
    slug = listed.split("/")[1] if listed else ""
    expected = {
        SITE_URL + item["url"]
        for item in live.json("items")["items"]
        if slug in ("", item["category"], item["unit"])
    }
    assert {entry.link for entry in found.entries} == expected
    days = [entry.published for entry in found.entries]
    assert days == sorted(days, reverse=True)
    assert found.feed.updated == max(entry.updated for entry in found.entries)
    assert len({entry.id for entry in found.entries}) == len(found.entries)


def test_every_feed_is_named_by_the_page_it_follows(site: Site) -> None:
    """Each page names the feed of all items; that of a category or unit its own as well."""
    named: set[str] = set()
    for path, page in site.pages.items():
        links = page.all("link", rel="alternate")
        targets = [site.target(path, link.attributes["href"].lstrip("/")) for link in links]
        if properties(page):
            assert targets[-1] == "feed.xml"
        named.update(target for target in targets if target)
    assert named == {path for path in site.files if path.endswith(feeds.NAME)}


def test_an_entry_keeps_its_id_when_the_site_moves(live: Site, second: Site) -> None:
    """Readers do not see everything anew; without an address links are relative to the feed."""
    moved, stays = (feedparser.parse(each.files["units/kathu/feed.xml"]) for each in (live, second))
    assert [entry.id for entry in moved.entries] == [entry.id for entry in stays.entries]
    for entry in stays.entries:
        assert urljoin("units/kathu/feed.xml", entry.link).startswith("items/")


def test_a_feed_without_an_entry_is_whole(empty: Site) -> None:
    found = feedparser.parse(empty.files["feed.xml"])
    assert not found.bozo
    assert found.entries == []
    assert found.feed.updated.startswith("20")
