"""While one sample exists, whatever leaves the repository says so; afterwards nothing does."""

import re
from pathlib import Path
from xml.etree import ElementTree

from tests.archive import AS_OF, Archive
from tests.site.sites import SITE_URL, TOMBSTONE, Site, build, second_province

DATA = ("items", "progress", "plan", "taxonomy")


def robots_meta(site: Site) -> set[str]:
    """Pages that ask not to be indexed."""
    return {
        path
        for path, page in site.pages.items()
        for meta in page.all("meta", name="robots")
        if "noindex" in meta.attributes["content"]
    }


def says_sample(site: Site) -> set[str]:
    """Pages whose head of the page speaks of samples."""
    headers = {path: page.one("body").all("header")[0].text for path, page in site.pages.items()}
    return {path for path, text in headers.items() if "ตัวอย่าง" in text}


def test_every_page_and_file_says_sample(own: Site) -> None:
    """Each page says so in its header and is not indexed; each data file has the flag and a note."""
    assert says_sample(own) == robots_meta(own) == set(own.pages)
    for name in DATA:
        assert own.json(name)["samples"] is True
        assert "ตัวอย่าง" in own.json(name)["note"]
    assert all(item["sample"] for item in own.json("items")["items"])
    assert "Sitemap" not in own.files["robots.txt"].decode("utf-8", "replace")


def test_one_sample_among_real_items_marks_all(province: Archive, tmp_path: Path) -> None:
    """A single sample left behind, even a draft, still marks every page and file."""
    province.item("thalang-extra", contributor="thalang-02", history=None, sample=True)
    site = build(province.root, tmp_path / "site", as_of=AS_OF, KHLANG_SITE_URL=SITE_URL)
    assert says_sample(site) == robots_meta(site) == set(site.pages)
    assert all(site.json(name)["samples"] for name in DATA)
    assert "sitemap.xml" not in site.files


def test_without_samples_nothing_says_so(second: Site) -> None:
    """Real items: no mark, no note, and search engines may show all but the tombstone and the 404 page."""
    assert says_sample(second) == set()
    hidden = {"404.html", f"items/{TOMBSTONE}/index.html"}
    assert robots_meta(second) == hidden
    for name in DATA:
        assert second.json(name)["samples"] is False
        assert "note" not in second.json(name)
    assert [
        path for path, data in second.files.items() if "ตัวอย่าง" in data.decode("utf-8", "replace")
    ] == [
        path for path in second.pages if path.startswith("guide/") and "ตัวอย่าง" in second.html(path)
    ]


def test_sitemap_names_every_page(live: Site) -> None:
    """A published site lists all its pages, hand-written ones too; former addresses are left out."""
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    urls = ElementTree.fromstring(live.files["sitemap.xml"]).findall(f"{space}url")  # noqa: S314
    listed = [url.findtext(f"{space}loc", "") for url in urls]
    former = re.compile("ถอนการเผยแพร่|ย้ายแล้ว")
    pages = {
        SITE_URL + path.removesuffix("index.html")
        for path, page in live.pages.items()
        if path != "404.html" and not former.search(page.one("title").text)
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == pages
    changed = {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in urls}
    assert changed[f"{SITE_URL}items/kathu-aaaaa/"] == "2025-06-15"  # revised
    assert changed[f"{SITE_URL}items/kathu-bbbbb/"] == "2025-06-13"  # published
    assert f"Sitemap: {SITE_URL}sitemap.xml" in live.files["robots.txt"].decode("utf-8", "replace")


def test_canonical_addresses(live: Site, second: Site) -> None:
    """With an address every page names its own; without one none does, and no sitemap is made."""
    for path, page in live.pages.items():
        canonical = page.one("link", rel="canonical").attributes["href"]
        own = SITE_URL + path.removesuffix("index.html")
        assert canonical == (f"{SITE_URL}items/kathu-aaaaa/" if "zzzzz" in path else own)
    assert [page for page in second.pages.values() if page.all("link", rel="canonical")] == []
    assert "sitemap.xml" not in second.files


def test_removing_the_samples_removes_the_marks(second: Site, tmp_path: Path) -> None:
    """A province of samples has the pages and files of the same province of real items, all marked."""
    sample = second_province(tmp_path / "archive", sample=True)
    marked = build(sample.root, tmp_path / "site", as_of=AS_OF)
    assert says_sample(marked) == robots_meta(marked) == set(marked.pages)
    assert set(marked.files) == set(second.files)
    assert says_sample(second) == set()
