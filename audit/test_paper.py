"""Every item of the samples on paper, as Chromium prints it."""

import io
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from playwright.sync_api import Page, sync_playwright
from tests.site.sites import REPOSITORY, Site, build
from tests.site.test_browser import chromium

from khlang.views import paper

A4 = (595, 842)
TRIFLE = 500  # letters that are no reason for a second sheet
# The text once more behind itself, so that it is twice as long.
DOUBLE = """() => {
  const text = document.querySelector(".prose");
  for (const each of [...text.children]) text.append(each.cloneNode(true));
  return text.innerHTML;
}"""
SET = """(name) => {
  const item = document.querySelector(".item");
  item.classList.remove("full", "dense");
  if (name) item.classList.add(name);
}"""


class Printed(NamedTuple):
    """A reader before the site of the samples."""

    page: Page
    address: str
    items: list[str]

    def sheets(self) -> list[str]:
        """The words of each sheet of the page that is open."""
        with pypdfium2.PdfDocument(io.BytesIO(self.page.pdf(prefer_css_page_size=True))) as sheets:
            assert {tuple(map(round, each.get_size())) for each in sheets} == {A4}
            return [each.get_textpage().get_text_range() for each in sheets]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Printed]:
    site: Site = build(
        REPOSITORY,
        tmp_path_factory.mktemp("paper") / "site",
        KHLANG_SITE_URL="https://archive.example/",
    )

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=Path(site.root)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        items = [item["url"] for item in site.json("items")["items"]]
        yield Printed(browser.new_page(), f"http://127.0.0.1:{server.server_port}/", items)
        browser.close()
    server.shutdown()
    thread.join()
    server.server_close()


def test_each_sample_is_one_sheet(printed: Printed) -> None:
    """Title, text, pictures, citation and address stand on one side of A4, whatever the item holds."""
    sheets = {}
    for url in printed.items:
        printed.page.goto(printed.address + url)
        sheets[url] = printed.sheets()
        assert url.rpartition("-")[2] in sheets[url][-1], "the address that is cited"
    assert len(sheets) > 30
    assert {url: len(found) for url, found in sheets.items() if len(found) != 1} == {}


def test_a_second_sheet_has_a_reason(printed: Printed) -> None:
    """A text of twice the length flows on, and what stands on the second sheet is worth one."""
    for url in printed.items:
        printed.page.goto(printed.address + url)
        html = printed.page.evaluate(DOUBLE)
        beside = printed.page.locator(".picture").count()
        printed.page.evaluate(SET, paper.setting(html, beside))
        sheets = printed.sheets()
        assert len(sheets) > 1, url
        assert len(sheets[1]) > TRIFLE, url
