"""`khlang serve`: what is shown while somebody writes."""

import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse

import pytest

from khlang.site.preview import Preview
from khlang.site.server import HOST, PreviewServer
from tests.archive import AS_OF, Archive
from tests.site.sites import build

PATH = "content/items/2568/kathu/kathu-ccccc.md"
URL = "items/kathu-ccccc/"


@pytest.fixture
def preview(province: Archive) -> Preview:
    preview = Preview(province.root, AS_OF)
    preview.load()
    return preview


def text(preview: Preview, url: str) -> str:
    return preview.answer(url).content.decode()


def test_a_saved_item_is_shown_as_it_is_now(province: Archive, preview: Preview) -> None:
    province.write(PATH, province.read(PATH) + "\n\nย่อหน้าที่เพิ่งเขียน\n")
    preview.load()
    assert "ย่อหน้าที่เพิ่งเขียน" in text(preview, URL)


def test_every_file_of_the_internal_edition_is_there(
    province: Archive, preview: Preview, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A draft has its page, and the queue stands; files are the bytes that a build would publish."""
    target = tmp_path_factory.mktemp("internal") / "site"
    site = build(province.root, target, as_of=AS_OF, KHLANG_INTERNAL="true")
    for path, content in site.files.items():
        answer = preview.answer(path)
        assert answer.status == 200, path
        if not path.endswith((".html", ".xml", ".txt")):
            assert answer.content == content, path


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('category: "sea-and-shore"', 'category: "sea-and-shor"', "sea-and-shor"),
        ("\n---\n", "\n", "KH-Y"),
        ("title:", "title: [", "KH-Y"),
    ],
)
def test_an_item_with_errors_shows_them_in_place_of_its_page(
    province: Archive, preview: Preview, before: str, after: str, told: str
) -> None:
    whole = text(preview, "items/kathu-aaaaa/")
    good = province.read(PATH)
    province.write(PATH, good.replace(before, after, 1))
    preview.load()
    assert told in text(preview, URL)
    assert "มีข้อผิดพลาด" in text(preview, URL)
    assert preview.answer("archive/").status == 200
    assert text(preview, "items/kathu-aaaaa/").split("<h1>")[1][:40] in whole
    province.write(PATH, good)
    preview.load()
    assert "มีข้อผิดพลาด" not in text(preview, URL)


def test_a_broken_data_file_is_told_at_every_address(province: Archive, preview: Preview) -> None:
    good = province.read("targets.yml")
    province.write("targets.yml", good + "\n  broken: [\n")
    preview.load()
    for url in ("", "archive/", URL):
        assert "targets.yml" in text(preview, url)
    province.write("targets.yml", good)
    preview.load()
    assert "targets.yml" not in text(preview, URL)


def test_addresses_are_those_of_a_host(preview: Preview) -> None:
    assert preview.answer(URL.rstrip("/")).moved_to == URL
    assert preview.answer("no/such/page/").status == 404


@pytest.fixture
def server(preview: Preview) -> Iterator[PreviewServer]:
    server = PreviewServer(preview, 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_open_pages_are_reloaded_when_something_was_saved(server: PreviewServer) -> None:
    page = answer(server, f"/{URL}")
    assert b"EventSource" in page.read()
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    changes = answer(server, "/-/changes")
    server.reload()
    assert changes.readline() == b"data: changed\n"


def test_drafts_are_shown_to_this_machine_alone(server: PreviewServer) -> None:
    """Another site may lead a name of its own to this machine; the browser sends that name."""
    assert answer(server, "/", Host="evil.example").status == 403


def answer(server: PreviewServer, path: str, **headers: str) -> HTTPResponse:
    connection = HTTPConnection(HOST, server.server_port, timeout=10)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()
