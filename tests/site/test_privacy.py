"""Nothing of an unpublished item leaves the repository: every byte of the built sites is searched."""

import hashlib
import html
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pytest

from khlang.app import open_workspace
from khlang.model.corpus import Corpus
from khlang.model.item import Item
from tests.archive import AS_OF
from tests.site.sites import HIDDEN_STATES, REPOSITORY, SECRETS, TOMBSTONE, Site, file_of, secret

WORDS = re.compile(r"[\u0e01-\u0e4e][\u0e01-\u0e4e ]{24,}")  # a clause of Thai, long enough to know
TEXT = (".html", ".json", ".xml", ".txt", ".css", ".svg")


class Searched(NamedTuple):
    """A site, the corpus it was built from, and the folder of that."""

    site: Site
    corpus: Corpus
    root: Path


@pytest.fixture(scope="session", params=["own", "second"])
def searched(request: pytest.FixtureRequest, second_root: Path) -> Searched:
    """The first and the second province."""
    root = REPOSITORY if request.param == "own" else second_root
    archive = open_workspace(root, today=AS_OF).archive
    assert archive is not None
    return Searched(request.getfixturevalue(request.param), archive.corpus, root)


def readings(path: str, data: bytes) -> Iterator[bytes]:
    """A file as it is, and with the escapes of HTML, addresses and JSON undone."""
    yield data
    if path.endswith(TEXT):
        text = data.decode("utf-8", "replace")
        yield html.unescape(text).encode()
        yield unquote(text).encode()
    if path.endswith(".json"):
        yield json.dumps(json.loads(data), ensure_ascii=False).encode()


@cache
def all_readings(site: Site) -> list[tuple[str, bytes]]:
    return [(path, each) for path, data in site.files.items() for each in readings(path, data)]


def holders(site: Site, text: str) -> list[str]:
    """The files that hold a text, or have it in their address."""
    wanted = text.encode()
    found = {path for path, reading in all_readings(site) if wanted in reading}
    return sorted(found | {path for path in site.files if text in path})


def hidden(corpus: Corpus) -> list[Item]:
    found = [item for item in corpus.items if not item.is_public]
    assert len(found) >= 5
    return found


def words_of(item: Item) -> set[str]:
    """What an item says: its fields, the clauses of its text, the names of its files."""
    front = item.front
    return {
        *(each for each in (front.title, front.summary, front.byline, front.format_note) if each),
        *front.tags,
        *WORDS.findall(item.body),
        *(each for file in front.attachments for each in (file.file, file.title, file.alt) if each),
        *([front.video] if front.video else []),
    }


def open_words(root: Path, corpus: Corpus) -> str:
    """Everything that is meant to be read: the data files, hand-written pages and public items."""
    files = [*root.glob("*.yml"), *root.glob("content/*.md"), *root.glob("content/[!i]*/*")]
    files += [root / item.path for item in corpus.public]
    texts = [file for file in files if file.suffix in (".md", ".yml", ".geojson")]
    return "\n".join(file.read_text("utf-8") for file in texts)


def test_the_words_of_unpublished_items_are_nowhere(searched: Searched) -> None:
    """Title, summary, text, tags, files of items that are not public stand in no file of the site."""
    site, corpus, root = searched
    known = open_words(root, corpus)
    private = {
        text: item.id for item in hidden(corpus) for text in words_of(item) if text not in known
    }
    assert set(private.values()) == {item.id for item in hidden(corpus)}
    assert {text: holders(site, text) for text in private if holders(site, text)} == {}


def test_planted_secrets_are_nowhere(second: Site) -> None:
    """Each field of an item in each unpublished state was given a text of its own; none is found."""
    planted = [secret(id, what) for id in HIDDEN_STATES for what in SECRETS]
    planted += [file_of(id) for id in HIDDEN_STATES]
    assert {text: holders(second, text) for text in planted if holders(second, text)} == {}


def test_ids_of_unpublished_items_are_nowhere(searched: Searched) -> None:
    """Only an item that readers have known keeps its address: the tombstone's own, named by no file."""
    site, corpus, _ = searched
    for item in hidden(corpus):
        known = item.history.first_published is not None
        expected = [f"items/{item.id}/index.html"] if known else []
        assert holders(site, item.id) == expected, item.id


def test_the_tombstone_names_its_id_nowhere_but_in_its_address(live: Site) -> None:
    """On a published site too: the canonical link of the tombstone is all there is, no sitemap."""
    path = f"items/{TOMBSTONE}/index.html"
    assert holders(live, TOMBSTONE) == [path]
    assert live.html(path).count(TOMBSTONE) == 1
    assert (
        live.pages[path].one("link", rel="canonical").attributes["href"].endswith(f"{TOMBSTONE}/")
    )


def test_no_contributor_key_is_published(searched: Searched) -> None:
    """The keys of makers, of published items too, serve to count and never leave the repository."""
    site, corpus, _ = searched
    keys = {key for item in corpus.items for key in item.contributors}
    assert len(keys) >= 4
    assert {key: holders(site, key) for key in keys if holders(site, key)} == {}


def test_no_reason_is_published(second: Site, second_root: Path) -> None:
    """Reasons of histories and of privacy exceptions, of published items too, stay inside."""
    archive = open_workspace(second_root, today=AS_OF).archive
    assert archive is not None
    items = archive.corpus.items
    reasons = {entry.text for item in items for entry in item.history if entry.text}
    reasons |= {each.reason for item in items for each in item.front.pii_exceptions}
    assert any("เผยแพร่" in reason for reason in reasons)  # one of an item that is public
    assert {text: holders(second, text) for text in reasons if holders(second, text)} == {}
    assert holders(second, "เหตุผลลับ") == []


SMALL = re.compile(r"\.[0-9]+\.[0-9a-f]{8}\.webp$")


def test_attachments_are_those_of_public_items(searched: Searched) -> None:
    """The files below items/ are pages, small pictures of attachments, and exactly
    the attachments of public items, cleaned.
    """
    site, corpus, _ = searched
    copied = [
        hashlib.sha256(data).hexdigest()
        for path, data in site.files.items()
        if path.startswith("items/") and not path.endswith("/index.html") and not SMALL.search(path)
    ]
    sources = [file.file for item in corpus.public for file in item.front.attachments]
    listed = [
        file["sha256"] for item in site.json("items")["items"] for file in item["attachments"]
    ]
    assert sorted(copied) == sorted(listed)
    assert len(copied) == len(sources) > 0


def test_sources_are_not_copied(site: Site) -> None:
    """No Markdown, no YAML, no plan, no map: only pages, data, assets, attachments, headers."""
    assert {"_headers", ".htaccess"} <= set(site.files)
    files = set(site.files) - {"_headers", ".htaccess"}
    suffixes = {path.rpartition(".")[2] for path in files}
    allowed = {
        "html",
        "json",
        "css",
        "svg",
        "woff2",
        "txt",
        "js",
        "png",
        "pdf",
        "docx",
        "mp3",
        "mp4",
        "pptx",
        "jpg",
        "webp",
        "xml",
        "ics",
        "xlsx",
        "csv",
        "bin",
    }
    assert suffixes <= allowed
    tops = {path.partition("/")[0] for path in files}
    assert tops <= {
        "404.html", "archive", "assets", "calendar", "categories", "contribute", "data", "feed.xml", "formats", "guide", "index.html",
        "activities", "issues", "items", "papers", "plan", "progress", "registers", "robots.txt", "search", "topics", "units", "years",
    }  # fmt: skip
    assert [path for path in site.files if path.startswith("plan/")] == ["plan/index.html"]


def test_nothing_of_the_first_province_is_in_the_second(second: Site) -> None:
    """A province made from data alone shows no name of the one that Khlang was written for. The guide
    is written by hand: its commands are those of the archive that it comes with.
    """
    archive = open_workspace(REPOSITORY, today=AS_OF).archive
    assert archive is not None
    targets, taxonomy = archive.corpus.targets, archive.corpus.taxonomy
    names = {targets.province.short_th, targets.province.name_en, targets.province.project_th}
    names |= {unit.name_th for unit in targets.units} | {unit.slug for unit in targets.units[1:]}
    names |= {category.name_th for category in taxonomy.categories}
    names |= {topic.name_th for _, topic in taxonomy.topics()}
    names |= {issue.name_th for issue in taxonomy.issues}
    found = {
        name: [path for path in holders(second, name) if not path.startswith("guide/")]
        for name in names
        if name
    }
    assert {name: paths for name, paths in found.items() if paths} == {}
