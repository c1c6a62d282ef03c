"""Every field of an item is text wherever it appears: on every page, in every attribute, in data."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple

import pytest

from khlang.body import Body, render
from khlang.model.item import Item
from tests.hostile.archives import Hostile, address_of, alone, archive_of, files_of
from tests.hostile.payloads import Payload
from tests.site.dom import Node, parse

TEXTS = [
    "\"><img src=x onerror=alert(1)>'><script>alert(1)</script>",
    "</title></head><body onload=alert(1)>",
    "' onmouseover='alert(1)' x='",
    '" onmouseover="alert(1)" x="',
    "`onmouseover=alert(1)`",
    "</script><!--<script>alert(1)//-->",
    "]]></item><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;quot; &#39;",
    "{{ 7 * 7 }} {% raw %} ${7*7} {# x #}",
    "\x00content\x00 \x00title\x00",
    "javascript:alert(1)",
    "//off-site.example/x.png",
    "x\u2028y\u2029z",
    "\u202eexe.gnp",
    "</a></h1></article></main></body></html>",
    '\\u003cscript\\u003e \\" \\',
]
PLAIN = "คลื่น"
PAYLOADS = [Payload(number, "field", text) for number, text in enumerate(TEXTS, start=1)]


class Built(NamedTuple):
    """A site whose items say one text in every field, and something harmless in their bodies."""

    files: Mapping[str, bytes]
    pages: Mapping[str, Node]


class OfPlainBodies(Hostile):
    """An archive in which every item has the same harmless text."""

    def body(self, item: Item) -> Body:
        return render(PLAIN)


def built(root: Path, payloads: Sequence[Payload]) -> Built:
    archive = archive_of(root, alone(payloads))
    archive = OfPlainBodies(**{each.name: getattr(archive, each.name) for each in fields(Hostile)})
    files = files_of(archive)
    pages = {path: parse(data.decode()) for path, data in files.items() if path.endswith(".html")}
    return Built(files, pages)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("hostile"), PAYLOADS)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same number of items, which say nothing but a word."""
    same = [Payload(each.number, "field", PLAIN) for each in PAYLOADS]
    return built(tmp_path_factory.mktemp("plain"), same)


def skeleton(page: Node) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page and the names of their attributes, without what similar words lead to."""
    left_out = {id(node) for each in page.with_class("related") for node in each.walk()}
    return [
        (node.tag, tuple(sorted(node.attributes)))
        for node in page.walk()
        if id(node) not in left_out
    ]


def test_no_field_changes_what_a_page_is_made_of(hostile: Built, plain: Built) -> None:
    """Every page has exactly the elements and attributes that it has with harmless words; lists in
    another order, which the words decide, have none that are not known.
    """
    known = {part for page in plain.pages.values() for part in skeleton(page)}
    ordered = {path for path in (*hostile.pages, *plain.pages) if path.startswith("archive/by-")}
    assert set(hostile.pages) - ordered == set(plain.pages) - ordered
    for path, page in hostile.pages.items():
        if path in ordered:
            assert set(skeleton(page)) <= known, path
        else:
            assert skeleton(page) == skeleton(plain.pages[path]), path


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: payload.text[:20])
def test_every_field_is_shown_to_the_letter(payload: Payload, hostile: Built) -> None:
    """In the heading, the title, the description, the alternative of a picture: what was typed."""
    text = payload.text
    page = hostile.pages[f"{address_of((payload,))}index.html"]
    assert "".join(page.one("h1").texts()) == text
    assert "".join(page.one("title").texts()).startswith(text)
    assert page.one("meta", name="description").attributes["content"] == text
    assert [image.attributes["alt"] for image in page.all("img")] == [text, f"{text} 2"]
    shown = [node for node in page.one("main").walk() if "".join(node.texts()) == text]
    assert len(shown) >= 5  # the heading, the lead, the format, a file, a tag
    assert text in "".join(hostile.pages["archive/index.html"].texts())


def test_data_hold_every_field_to_the_letter(hostile: Built) -> None:
    """JSON gives back what was typed."""
    items = json.loads(hostile.files["data/items.json"])["items"]
    by_url = {item["url"]: item for item in items}
    for payload in PAYLOADS:
        item, text = by_url[address_of((payload,))], payload.text
        assert item["title"] == item["summary"] == item["byline"] == item["format_note"] == text
        assert item["tags"] == [text, f"{text} 2"]
        assert [each["title"] for each in item["attachments"]] == [text, f"{text} 2"]


def test_files_are_published_under_plain_names(hostile: Built) -> None:
    """Whatever a file is called: its address is letters, digits and hyphens."""
    names = [path for path in hostile.files if path.endswith(".png")]
    assert len(names) == 2 * len(PAYLOADS)
    for name in names:
        assert re.fullmatch(r"items/[a-z-]+/[a-z0-9-]+\.png", name)
