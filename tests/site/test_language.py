"""The interface is Thai on every page, and every page says what it is."""

import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from khlang.model.item import LICENSES
from tests.archive import PROVINCE
from tests.site.dom import Node
from tests.site.sites import REPOSITORY, Site

ATTRIBUTES = ("alt", "aria-label", "title", "placeholder", "data-l")
# Formats, file types, units of size, licences, hosts and names of files: the same in Thai.
NEUTRAL = {
    "Atom", "LINE", "BibTeX", "OA", "JavaScript", "CSV", "PDF", "PNG", "JPEG", "WebP", "MP", "Word", "PowerPoint", "Excel", "KB", "MB", "sha", "YouTube",
    "Google", "Drive", "Facebook", "items", "progress", "plan", "taxonomy", "json",
}  # fmt: skip
WORD = re.compile(r"[A-Za-z]{2,}")
CHECKSUM = re.compile(r"\b[0-9a-f]{64}\b")


def thai_values(data: Any, key: str = "") -> Iterator[str]:
    """Texts of a data file that are meant to be shown: `…_th` and what was printed."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from thai_values(value, str(name))
    elif isinstance(data, list):
        for value in data:
            yield from thai_values(value, key)
    elif isinstance(data, str) and (key.endswith("_th") or key.startswith("as_printed")):
        yield data


def words_of_the_data(site: Site, folder: Any) -> set[str]:
    """Latin words that the province itself wrote: names in its data, titles and words of its items."""
    texts = [
        text
        for path in (*folder.glob("[!m]*.yml"), *folder.glob("content/plan/*.yml"))
        for text in thai_values(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader))
    ]
    texts += [
        text
        for path in folder.glob("content/map.geojson")
        for text in thai_values(json.loads(path.read_text("utf-8")))
    ]
    texts += LICENSES.values()
    for item in site.json("items")["items"]:
        texts += [item["title"], item["summary"], item["format_note"] or "", *item["tags"]]
        texts += [file["title"] for file in item["attachments"]]
    for page in site.pages.values():
        texts += [image.attributes["alt"] for image in page.all("img")]
        texts += [head.text for head in page.all("h2", "h3") if head.within("prose")]
    return {word for text in texts for word in WORD.findall(text)}


def interface(page: Node) -> Iterator[str]:
    """The words of a page outside an author's text."""
    for node in page.walk():
        if node.within("prose", "eg") or node.tag in ("script", "style"):
            continue
        yield from (child for child in node.children if isinstance(child, str))
        yield from (node.attributes[name] for name in ATTRIBUTES if name in node.attributes)
    yield page.one("meta", name="description").attributes["content"]


@pytest.mark.parametrize(("name", "folder"), [("own", REPOSITORY), ("second", PROVINCE)])
def test_no_english_in_the_interface(
    name: str, folder: Any, request: pytest.FixtureRequest
) -> None:
    """Outside authors' texts, Latin words are those of the data, of formats and of file types."""
    site: Site = request.getfixturevalue(name)
    allowed = NEUTRAL | words_of_the_data(site, folder)
    found = {
        (path, word)
        for path, page in site.pages.items()
        for text in interface(page)
        for word in WORD.findall(CHECKSUM.sub("", text))
        if word not in allowed
    }
    assert found == set()


def test_every_page_says_what_it_is(site: Site) -> None:
    """Thai is declared; one h1; a title that ends in the site's name; a description; a main part."""
    for path, page in site.pages.items():
        assert page.one("html").attributes["lang"] == "th", path
        assert page.one("main").one("h1").text, path
        assert len(page.all("h1")) == 1, path
        title, _, name = page.one("title").text.rpartition(" | ")
        assert title, path
        assert name == "คลังความรู้", path
        assert page.one("meta", name="description").attributes["content"].strip(), path
        assert page.one("main").attributes["id"] == "main", path


def test_titles_tell_pages_apart(site: Site) -> None:
    """No two pages have one title, but for those of former addresses."""
    titles = [
        page.one("title").text
        for page in site.pages.values()
        if not re.search("ถอนการเผยแพร่|ย้ายแล้ว", page.one("title").text)
    ]
    assert sorted(titles) == sorted(set(titles))


def test_headings_skip_no_level(site: Site) -> None:
    """Below the h1, no heading is more than one level deeper than the one before it."""
    for path, page in site.pages.items():
        levels = [
            int(node.tag[1]) for node in page.one("main").walk() if re.fullmatch("h[1-6]", node.tag)
        ]
        assert levels[0] == 1, path
        steps = itertools.pairwise(levels)
        assert all(after <= before + 1 for before, after in steps), f"{path}: {levels}"


def test_dates_are_thai(site: Site) -> None:
    """Pages show years of the Buddhist era; no ISO date and no Gregorian year stands in the interface."""
    for path, page in site.pages.items():
        words = " ".join(interface(page))
        assert re.findall(r"\b20[12]\d-\d\d-\d\d\b", words) == [], path
        assert (
            re.findall(
                r"(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)\. ?20\d\d", words
            )
            == []
        ), path
        assert re.search("ข้อมูล ณ|คลังความรู้", words), path


def test_the_words_of_an_item_are_escaped(second: Site) -> None:
    """Quotes, & and < of a title are shown as they are, wherever the title stands."""
    title = 'เรือ "เล็ก" & ใหญ่ < 5 ตัน'
    item = second.page("items/kathu-bbbbb/")
    assert item.one("h1").text == title
    assert item.one("title").text == f"{title} | คลังความรู้"
    assert title in [link.text for link in second.page("archive/").all("a")]
    assert title in [each["title"] for each in second.json("items")["items"]]
