"""What messengers, search engines and feed readers find: Open Graph, schema.org, Atom."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest
from PIL import Image

from khlang.cards import Card
from khlang.export import feeds
from khlang.site.drawn import Drawn
from khlang.site.sharing import Sharing, head
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
    assert article["video"]["thumbnailUrl"] == article["image"]
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


def test_each_public_item_has_its_card(live: Site) -> None:
    """A picture that messengers take, beside the item's page, under a name with a checksum."""
    cards: dict[str, list[str]] = {}
    for path, page in live.pages.items():
        found = properties(page)
        for image in found.get("og:image", ()):
            cards.setdefault(image.removeprefix(SITE_URL), []).append(path)
            assert found["og:image:width"] + found["og:image:height"] == ["1200", "630"]
            assert "".join(found["og:image:alt"]).strip()
            picture = Image.open(io.BytesIO(live.files[image.removeprefix(SITE_URL)]))
            assert picture.size == (1200, 630)
            assert found["og:image:type"] == [picture.get_format_mimetype()]
    own = {card: pages for card, pages in cards.items() if card.startswith("items/")}
    items = {f"{item['url']}index.html" for item in live.json("items")["items"]}
    assert {page for pages in own.values() for page in pages} == items
    assert all(card.startswith(pages[0].removesuffix("index.html")) for card, pages in own.items())
    assert {path for path in live.files if "/card." in path} == set(cards)


def test_without_an_address_there_are_no_cards(second: Site) -> None:
    """Messengers take whole addresses alone: pictures that nobody could find are not made."""
    assert [path for path in second.files if "/card." in path] == []
    assert [page for page in second.pages.values() if "og:image" in properties(page)] == []


def test_a_card_is_drawn_once(tmp_path: Path) -> None:
    """What is kept is shown again; what is harmed, or cannot be kept, is drawn."""
    card = Card("อ่านคลื่นลม", "", 0, "", "", "")
    first = Drawn(tmp_path).content(card)
    (kept,) = tmp_path.rglob("card.*")
    assert Drawn(tmp_path).content(card) == first
    kept.write_bytes(kept.read_bytes()[:-1])
    assert Drawn(tmp_path).content(card) == first
    assert kept.read_bytes().endswith(first)


HOSTILE = "</script><script>alert(1)</script>\"'&<!-- ]]> \u2028"


def test_nothing_an_author_wrote_leaves_its_place() -> None:
    """Any text, in every field, comes back as it was written, and ends neither element nor attribute."""
    work = Work(
        date(2025, 6, 1), date(2025, 6, 2), "th", HOSTILE, "units/x/", HOSTILE, (HOSTILE,), "", HOSTILE, (), "",
        Card(HOSTILE, HOSTILE, 0, HOSTILE, HOSTILE, HOSTILE),
    )  # fmt: skip
    meta = Meta("items/x-aaaaa/", HOSTILE, HOSTILE, "archive", (HOME,), work=work)
    chrome = Chrome(HOSTILE, "", HOSTILE, "", 3, (), samples=False)
    sharing = Sharing("https://x.example/", {"": HOSTILE}, work.card)
    page = parse(head(meta, chrome, sharing, to_root(meta.url)))
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
