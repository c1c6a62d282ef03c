"""The offline edition: one zip, the same bytes each time, whose every link names a file."""

import subprocess
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from khlang.publish import verify
from khlang.publish.manifest import entry_of
from khlang.site import offline
from tests.archive import AS_OF, Archive
from tests.site.sites import KHLANG, Site, environment
from tests.site.test_links import references


def packed(site: Site, target: Path) -> Path:
    paths = {path: entry_of(data) for path, data in site.files.items()}
    offline.write(target, "archive", paths, lambda path: site.files[path])
    return target


@pytest.fixture(scope="module")
def unpacked(live: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(packed(live, folder / "site.zip")) as opened:
        opened.extractall(folder)
    return Site(folder / "archive")


def test_every_link_names_a_file(unpacked: Site) -> None:
    """A browser shows a folder as a list of files: each link inside the site is a file of the zip."""
    assert len(unpacked.pages) > 30
    for path, page in unpacked.pages.items():
        for node, reference in references(page):
            parts = urlsplit(reference)
            target = unpacked.target(path, reference)
            if node.tag == "a" and target is not None and parts.path:
                assert not parts.path.endswith("/"), f"{path}: {reference}"
            if target is not None:
                assert target in unpacked.files, f"{path}: {reference}"


def test_no_script_that_a_browser_refuses(unpacked: Site) -> None:
    """From a folder neither `integrity` nor a page's own address lets a script run: all stand inside,
    and the policy knows each by its hash.
    """
    for path, page in unpacked.pages.items():
        scripts = [
            each for each in page.all("script") if "json" not in each.attributes.get("type", "")
        ]
        assert scripts, path
        assert not [each for each in scripts if "src" in each.attributes], path
        assert "'strict-dynamic'" in unpacked.html(path)
    assert [
        path
        for path, data in unpacked.files.items()
        if path.endswith(".css") and b"font-display:swap" not in data
    ] == []


def test_pages_hold_the_same_words(unpacked: Site, live: Site) -> None:
    """Nothing but addresses and scripts is another; what only servers read is left out."""
    left_out = set(live.files) - set(unpacked.files)
    assert {"404.html", "_headers", ".htaccess", "robots.txt", "sitemap.xml"} <= left_out
    for path, page in unpacked.pages.items():
        assert (
            page.one("main").text.partition('"use strict"')[0] in live.pages[path].one("main").text
        )


def test_its_manifest_holds(unpacked: Site) -> None:
    """`khlang verify` finds a copy whole, and one with a changed byte not."""
    assert verify(unpacked.root).is_whole
    file = unpacked.root / "index.html"
    content = file.read_bytes()
    file.write_bytes(content + b" ")
    assert not verify(unpacked.root).is_whole
    file.write_bytes(content)


def test_the_same_site_has_the_same_zip(live: Site, tmp_path: Path) -> None:
    assert (
        packed(live, tmp_path / "a.zip").read_bytes()
        == packed(live, tmp_path / "b.zip").read_bytes()
    )
    assert {each.name for each in tmp_path.iterdir()} == {"a.zip", "b.zip"}


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("../", "../index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../items/x/#top", "../items/x/index.html#top"),
        ("./?q=a/b", "./index.html?q=a/b"),
        ("a.pdf", "a.pdf"),
        ("#top", "#top"),
        ("?page=2", "?page=2"),
        ("", ""),
        ("https://a.example/", "https://a.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_links(link: str, named: str) -> None:
    html = f'<a class="x" href="{link}">'
    assert offline.with_names(html) == f'<a class="x" href="{named}">'


def test_the_command_writes_the_zip_and_leaves_the_site(province: Archive) -> None:
    """Drafts stay inside; the published folder is not touched; other options are refused."""
    run = subprocess.run(
        [KHLANG, "export", "offline", "--as-of", AS_OF.isoformat(), "--out", "usb.zip"],
        cwd=province.root, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    with zipfile.ZipFile(province.root / "usb.zip") as opened:
        names = opened.namelist()
        assert "usb/index.html" in names
        assert "usb/items/kathu-aaaaa/index.html" in names
        assert not [name for name in names if "thalang-draft" in name]
    assert not (province.root / "site_build").exists()
    wrong = subprocess.run(
        [KHLANG, "export", "offline", "--format", "csv"],
        cwd=province.root, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert wrong.returncode == 2
