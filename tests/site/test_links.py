"""Every link leads somewhere, every page is near, and no page asks another host for anything."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from khlang.site.policy import integrity
from tests.site.dom import Node
from tests.site.sites import SITE_URL, Site

REFERENCES = ("href", "src", "srcset", "poster", "action", "data", "formaction")
ID_LISTS = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers", "list")

PREVIEW = "http://127.0.0.1:8000/"


def references(page: Node) -> Iterator[tuple[Node, str]]:
    for node in page.walk():
        for name in REFERENCES:
            if name == "srcset" and name in node.attributes:
                for candidate in node.attributes[name].split(","):
                    yield node, candidate.split()[0]
            elif name in node.attributes:
                yield node, node.attributes[name]
        if node.attributes.get("http-equiv") == "refresh":
            yield node, node.attributes["content"].partition("url=")[2]


def ids(page: Node) -> list[str]:
    return [node.attributes["id"] for node in page.walk() if "id" in node.attributes]


def inner_pages(site: Site) -> Iterator[tuple[str, Node]]:
    return ((path, page) for path, page in site.pages.items() if path != "404.html")


def test_every_link_leads_to_a_file(site: Site) -> None:
    """Each href and src of each page is a file of the site; each #fragment an id of that page."""
    dead = []
    for path, page in site.pages.items():
        for _, reference in references(page):
            href = reference.lstrip("/") if path == "404.html" else reference
            target = site.target(path, href)
            if target is None:
                continue
            fragment = unquote(urlsplit(href).fragment)
            if target not in site.files or (fragment and fragment not in ids(site.pages[target])):
                dead.append(f"{path}: {reference}")
    assert dead == []


def test_links_work_under_a_sub_path(site: Site) -> None:
    """Links are relative, so that a site works anywhere; only the 404 page, shown at any address, is not."""
    absolute = [
        f"{path}: {reference}"
        for path, page in inner_pages(site)
        for _, reference in references(page)
        if reference.startswith("/")
    ]
    assert absolute == []


def test_links_of_the_404_page_begin_at_the_root_of_the_site(live: Site, own: Site) -> None:
    """With an address the 404 page links below its sub-path; without one, below the host."""
    for site, base in ((live, urlsplit(SITE_URL).path), (own, "/")):
        inner = [
            reference
            for _, reference in references(site.pages["404.html"])
            if not reference.startswith(("#", "https://"))
        ]
        assert len(inner) > 5
        for reference in inner:
            path = reference.removeprefix(base)
            assert path != reference, reference
            assert (f"{path}index.html" if path.endswith("/") or not path else path) in site.files


def test_no_page_loads_anything_from_elsewhere(site: Site) -> None:
    """Styles, pictures, fonts and icons are the site's own; elsewhere lead only links to click."""
    for path, page in site.pages.items():
        for node, reference in references(page):
            target = site.target(path, reference.lstrip("/") if path == "404.html" else reference)
            if node.tag != "a":
                assert target in site.files, f"{path}: {reference}"
            elif target is None:  # the guide also leads to the preview on the reader's own machine
                assert reference.startswith(("https://", PREVIEW)), f"{path}: {reference}"
    for path, data in site.files.items():
        if path.endswith((".css", ".svg")):
            text = data.decode()
            assert "@import" not in text
            for url in re.findall(r"url\(['\"]?([^)'\"]*)", text):
                assert site.target(path, url) in site.files, f"{path}: {url}"


def test_no_foreign_script_and_no_style_in_a_page(site: Site) -> None:
    """No <style>, style attribute or on… handler; scripts are our own files, by hash, and data."""
    for path, page in site.pages.items():
        assert page.all("style", "iframe", "object", "embed", "base") == [], path
        for script in page.all("script"):
            own = script.attributes.get("integrity") or integrity("".join(script.texts()).encode())
            is_data = script.attributes.get("type") in ("application/json", "application/ld+json")
            assert is_data or f"'{own}'" in site.html(path), path
        for node in page.walk():
            names = [name for name in node.attributes if name == "style" or name.startswith("on")]
            assert names == [], f"{path}: <{node.tag}> {names}"


def test_ids_are_unique_and_referred_to(site: Site) -> None:
    """No id stands twice on a page, and whatever names an id names one that is there."""
    for path, page in site.pages.items():
        found = ids(page)
        assert len(found) == len(set(found)), f"{path}: {sorted(found)}"
        for node in page.walk():
            for name in ID_LISTS:
                for id in node.attributes.get(name, "").split():
                    assert id in found, f"{path}: {name}={id}"


def test_every_page_is_three_clicks_from_home(site: Site) -> None:
    """All pages but those of former addresses are found by following links from the home page."""
    steps = {"index.html": 0}
    queue = ["index.html"]
    for path in queue:
        for link in site.pages[path].all("a"):
            target = site.target(path, link.attributes["href"])
            if target in site.pages and target not in steps:
                steps[target] = steps[path] + 1
                queue.append(target)
    unlinked = set(site.pages) - set(steps)
    former = {path for path in unlinked if path.startswith("items/")}
    assert unlinked == {"404.html"} | former
    for path in former:
        assert re.search("ถอนการเผยแพร่|ย้ายแล้ว", site.pages[path].one("title").text), path
    assert max(steps.values()) <= 3, {path: count for path, count in steps.items() if count > 3}


def test_former_addresses_lead_on(second: Site) -> None:
    """A former id sends its readers to the item; a tombstone offers the item that replaced it."""
    moved = second.page("items/kathu-zzzzz/")
    assert "../../items/kathu-aaaaa/" in [
        link.attributes["href"] for link in moved.one("main").all("a")
    ]
    tombstone = second.page("items/thalang-tombs/").one("main")
    assert "../../items/phuket-office-ddddd/" in [
        link.attributes["href"] for link in tombstone.all("a")
    ]


def test_files_of_any_name_are_found_in_the_text(second: Site) -> None:
    """Names with Thai, spaces, brackets and & lead from the text to the published file."""
    prose = second.page("items/kathu-aaaaa/").with_class("prose")[0]
    image, (whole, link) = prose.one("img"), prose.all("a")[1:3]
    assert image.attributes["src"] == whole.attributes["href"] == "1.png"
    assert (image.attributes["width"], image.attributes["height"]) == ("320", "200")
    assert (link.text, link.attributes["href"]) == ("แบบจดคลื่น", "file.pdf")
