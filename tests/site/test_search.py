"""The search in a real browser: the same fold as in Python, the box, the page, bad input, a harmed index."""

import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect, sync_playwright

from khlang.search import Document
from khlang.search.grams import exact, runs
from khlang.search.postings import postings
from khlang.site.build import assets
from tests.site.sites import Site
from tests.site.test_browser import chromium

VECTORS = json.loads((Path(__file__).parents[1] / "search/vectors.json").read_text("utf-8"))
WORKER = next(each.content.decode() for each in assets() if "search-worker" in each.path)
FOLDED = """texts => texts.map(text => {
  const row = khlangEngine.runs(text), marks = khlangEngine.placed(text);
  const sums = new Set(khlangEngine.grams(row, true).map(khlangEngine.checksum));
  return [khlangEngine.exact(text), row, [...sums].sort((one, other) => one - other),
          marks.symbols.length && marks.symbols.join("")];
})"""
LETTERS = "กขคนมวาิีึืุูเแโใไำํ่้๊๋็์ๆฯ๐๑๙ 12,.aBzÉé-\u200b\u00ad\n฿"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def base(own: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The first province under a sub-path, and under another one with an index that is harmed."""
    folder = tmp_path_factory.mktemp("searched")
    (folder / "khlang").symlink_to(own.root)
    shutil.copytree(own.root, folder / "harmed")
    shards = sorted((folder / "harmed/search/grams").iterdir())
    for number, shard in enumerate(shards):
        if number % 3 == 0:
            shard.unlink()
        elif number % 3 == 1:
            shard.write_bytes(shard.read_bytes()[:-3])
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def page(browser: Browser, base: str) -> Iterator[Page]:
    """A page of the site; whatever it logs as an error is kept in `faults`."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(8_000)
    page = context.new_page()
    page.goto(f"{base}/khlang/archive/")
    yield page
    context.close()


def search(page: Page, query: object, **options: object) -> Any:
    return page.evaluate("([query, options]) => khlang.search(query, options)", [query, options])


def folded(text: str) -> list[object]:
    """One spelling, runs, and the checksums of the grams of a title."""
    (found,) = postings([Document("a", "", text)])
    return [exact(text), runs(text), [posting >> 2 for posting in found.tolist()]]


def test_python_folds_as_the_vectors_say() -> None:
    for each in VECTORS:
        assert folded(each["text"]) == each["folded"], each["text"]


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.evaluate("source => new Function(source)()", WORKER)
    yield page
    page.close()


def test_the_browser_folds_as_the_vectors_say(engine: Page) -> None:
    found = engine.evaluate(FOLDED, [each["text"] for each in VECTORS])
    assert [each[:3] for each in found] == [each["folded"] for each in VECTORS]


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.text(alphabet=LETTERS, max_size=24) | st.text(max_size=12), max_size=40))
def test_the_browser_folds_any_text_as_python_does(engine: Page, texts: list[str]) -> None:
    """The same letters, the same grams, the same checksums; and the symbols that are highlighted."""
    for text, found in zip(texts, engine.evaluate(FOLDED, texts), strict=True):
        assert found[:3] == folded(text), text
        if set(text) <= set(LETTERS) - {"\u0e4d"}:
            assert (found[3] or "") == "".join(runs(text)), text


def test_finds_a_word_a_part_a_question_and_a_number(page: Page, own: Site) -> None:
    """By its title, by half of it, without tone marks, in Thai digits; with where it was found."""
    item = max(own.json("items")["items"], key=lambda each: len(each["title"]))
    address = f"/khlang/{item['url']}"
    for query in (
        item["title"],
        item["title"][: len(item["title"]) // 2],
        f"{item['title']} คืออะไร",
    ):
        hit = search(page, query)["hits"][0]
        assert hit["url"].endswith(address), query
        assert hit["title"] == item["title"]
        assert "".join(part["text"] for part in hit["marked"]) == item["title"]
        assert any(part["hit"] for part in hit["marked"])
    toneless = item["title"].translate({0x0E48 + n: None for n in range(4)})
    assert search(page, toneless)["hits"][0]["url"].endswith(address)
    assert search(page, "๒๕๖๔")["total"] == search(page, "2564")["total"] > 0


def test_facets_are_combined_and_counted(page: Page, own: Site) -> None:
    """The counts of a facet leave its own filter out; those of the others do not."""
    items = own.json("items")["items"]
    everything = search(page, "")
    assert everything["total"] == len(items)
    for name, values in everything["facets"].items():
        assert name == "issue" or sum(values.values()) >= len(items) * (name != "topic")
    category = items[0]["category"]
    narrowed = search(page, "", filters={"category": category, "unit": [items[0]["unit"]]})
    expected = [
        each for each in items
        if each["category"] == category and each["unit"] == items[0]["unit"]
    ]  # fmt: skip
    assert narrowed["total"] == len(expected) == narrowed["facets"]["unit"][items[0]["unit"]]
    beside = sum(each["unit"] == items[0]["unit"] for each in items)
    assert sum(narrowed["facets"]["category"].values()) == beside
    assert search(page, "", filters={"category": "none-such"})["total"] == 0


@pytest.mark.parametrize(
    "query",
    [
        *["", " ", "ก", "a", "1", "ก" * 10_000, "ที่" * 5_000, "(.*)+[a-", "\\u0e01", "$&", "🙂🏽‍♀️"],
        *["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "่้๊๋", "\u200b", "\ud800"],
        *[None, 7, {"a": 1}, ["ก"]],
    ],
)  # fmt: skip
def test_bad_input_is_no_error(page: Page, query: object) -> None:
    found = search(page, query, limit=-3, offset="x", filters={"category": None, "x": 1})
    assert found["incomplete"] is False
    assert found["hits"] == []
    assert found["total"] >= 0


def test_one_letter_finds_something(page: Page) -> None:
    """Where there are more than were judged, the number is called an estimate."""
    for query in ("ก", "น้ำ", "otop"):
        found = search(page, query)
        assert found["total"] > (5 if query != "otop" else 0)
        assert found["estimated"] is (found["total"] > 16)


def test_highlights_end_at_the_borders_of_clusters(page: Page) -> None:
    """No piece of a text begins with a mark that belongs to the letter before it."""
    marks = {chr(code) for code in (0x0E31, *range(0x0E33, 0x0E3B), *range(0x0E47, 0x0E4F))}
    for query in ("น้ำ", "ที่", "การพัฒนาพื้นที่", "กลุ่มผู้", "เรียนรู้"):
        for hit in search(page, query)["hits"]:
            for parts in (hit["marked"], hit["snippet"]):
                assert not [each["text"] for each in parts if each["text"][:1] in marks]


def test_a_tone_mark_that_was_typed_tells_words_apart(page: Page) -> None:
    """น้ำ marks no นำ; of a longer Latin word the part that was typed marks all."""
    for query, marked in (("น้ำ", "น้ำ"), ("oto", "OTOP")):
        hits = search(page, query)["hits"]
        pieces = [each for hit in hits for each in hit["marked"] + hit["snippet"] if each["hit"]]
        assert {each["text"] for each in pieces} == {marked}


def test_a_harmed_index_gives_the_rest_and_says_so(browser: Browser, base: str) -> None:
    page = browser.new_page()
    page.goto(f"{base}/harmed/search/?q=การพัฒนาชุมชนกับการเรียนรู้ร่วมกัน")
    expect(page.locator(".found")).to_contain_text("ผลอาจขาดบางเรื่อง")
    assert search(page, "การพัฒนาชุมชนกับการเรียนรู้ร่วมกัน")["incomplete"] is True
    page.close()


def test_nothing_is_loaded_before_the_box_is_used(browser: Browser, base: str) -> None:
    """Then by keyboard alone: type, go down, open."""
    page = browser.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{base}/khlang/archive/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in loaded if "/search/" in url or "worker" in url]
    box = page.get_by_role("combobox")
    box.focus()
    page.keyboard.type("โคก หนอง")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "found-0")
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator(".results .entry").first).to_be_visible()
    page.close()


def test_the_address_is_the_state_and_back_goes_back(page: Page, base: str) -> None:
    page.goto(f"{base}/khlang/search/?q=ชุมชน")
    total = page.locator(".found").inner_text
    expect(page.locator(".results .entry").first).to_be_visible()
    before = total()
    choice = page.locator("[data-facet=category] li:not([hidden]) a").first
    choice.click()
    expect(page.locator(".chosen a")).to_have_count(1)
    assert "category=" in page.url
    narrowed = total()
    assert narrowed != before
    page.reload()
    expect(page.locator(".found")).to_have_text(narrowed)
    page.go_back()
    expect(page.locator(".found")).to_have_text(before)
    expect(page.locator(".chosen")).to_be_hidden()


def test_a_page_past_the_last_is_the_last(page: Page, base: str) -> None:
    page.goto(f"{base}/khlang/search/?q=ชุมชน&page=99")
    expect(page.locator(".results .entry").first).to_be_visible()


def test_from_the_empty_page_a_facet_is_a_search(page: Page, base: str, own: Site) -> None:
    page.goto(f"{base}/khlang/search/")
    expect(page.locator(".results .entry")).to_have_count(0)
    page.locator("[data-facet=category] a").first.click()
    expect(page.locator(".results .entry").first).to_be_visible()
    assert "category=" in page.url


def test_where_nothing_is_found_there_is_a_way_on(page: Page, base: str) -> None:
    """Without a filter, with fewer words, or typed on the other keyboard."""
    page.goto(f"{base}/khlang/search/?q=ชุมชน&fiscal_year=2499")
    expect(page.locator(".near a").first).to_contain_text("2499")
    page.goto(f"{base}/khlang/search/?q=%3D6,%3Do")
    expect(page.locator(".near a").first).to_contain_text("ชุมชน")
