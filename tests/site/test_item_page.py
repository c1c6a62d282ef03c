"""The item page in a real browser: pictures in full, players, sending on, citing, paper; and without
what the browsers inside LINE and others do not have.
"""

import io
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import quote

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.site.sites import SITE_URL, Site
from tests.site.test_browser import chromium

PICTURES = "items/kathu-aaaaa/"
FILMS = "items/kathu-bbbbb/"
LINE = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 Line/13.20.0"
FACEBOOK = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120 [FBAN/EMA;FBAV/400]"
LISTEN = """
  window.violations = [];
  addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
"""
NOTHING = """
  for (const [owner, name] of [
    [Navigator.prototype, "clipboard"], [Navigator.prototype, "share"],
    [window, "print"], [window, "localStorage"], [window, "sessionStorage"],
  ]) delete owner[name];
  document.execCommand = () => false;
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def host(live: Site) -> Iterator[str]:
    """The second province, which knows its address, on a plain web server."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(live.root)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


class Visitor:
    """A reader with one page, and all that the page asked for and complained of."""

    def __init__(self, context: BrowserContext) -> None:
        context.set_default_timeout(8_000)
        context.add_init_script(LISTEN)
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.route(
            lambda url: "127.0.0.1" not in url, lambda route: route.fulfill(body="<p>player</p>")
        )

    def elsewhere(self) -> list[str]:
        return [url for url in self.asked if "127.0.0.1" not in url]


@pytest.fixture
def visit(browser: Browser, host: str) -> Iterator[Any]:
    """Opens a page of the site as a given reader."""
    contexts = []

    def opened(path: str, script: str = "", **settings: Any) -> Visitor:
        context = browser.new_context(**settings)
        contexts.append(context)
        if script:
            context.add_init_script(script)
        visitor = Visitor(context)
        visitor.page.goto(host + path)
        return visitor

    yield opened
    for context in contexts:
        context.close()


def test_a_picture_in_full_by_keyboard(visit: Any) -> None:
    """Enter opens it, + and - and 0 change its size, arrows move it, Escape closes it and the focus is
    where it was: all under the policy.
    """
    visitor = visit(PICTURES, viewport={"width": 600, "height": 500})
    page: Page = visitor.page
    link = page.locator("a.zoom").first
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="ภาพขยาย")
    picture = dialog.get_by_role("img", name="คลื่นสามแบบเรียงจากเล็กไปใหญ่")
    picture.wait_for()
    dialog.locator("output:not(:empty)").wait_for()
    width = "document.querySelector('.stage img').getBoundingClientRect().width"
    fitting = page.evaluate(width)
    for _ in range(3):
        page.keyboard.press("+")
    assert page.evaluate(width) > 3 * fitting
    assert dialog.locator("output").inner_text() == "338%"
    before = page.evaluate("document.querySelector('.stage').scrollTop")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(400)
    assert page.evaluate("document.querySelector('.stage').scrollTop") > before
    page.keyboard.press("-")
    page.keyboard.press("0")
    assert page.evaluate(width) == fitting
    page.keyboard.press("Escape")
    assert dialog.count() == 0
    assert link.evaluate("(each) => each === document.activeElement")
    link.click()
    page.get_by_role("button", name="ปิด").click()
    assert dialog.count() == 0
    assert page.evaluate("violations") == visitor.said == []


def test_nothing_is_asked_elsewhere_before_a_click_on_the_poster(visit: Any) -> None:
    """The poster is the archive's own; the click, also that of a key, loads the player and no more."""
    visitor = visit(PICTURES)
    page: Page = visitor.page
    page.wait_for_load_state("networkidle")
    poster = page.get_by_role("link", name="เล่นวิดีโอ")
    poster.hover()
    poster.focus()
    assert visitor.elsewhere() == []
    page.keyboard.press("Enter")
    player = page.locator(".film iframe")
    player.wait_for()
    address = "https://www.youtube-nocookie.com/embed/KHLANGsmp05?autoplay=1"
    assert player.get_attribute("src") == address
    assert player.get_attribute("title") == "อ่านคลื่นลมก่อนออกเรือ"
    assert player.evaluate("(each) => each === document.activeElement")
    page.frame_locator(".film iframe").get_by_text("player").wait_for()
    assert visitor.elsewhere() == [address]
    assert page.evaluate("violations") == visitor.said == []


def test_films_and_sounds_of_the_archive_wait_for_the_reader(visit: Any) -> None:
    """Not a byte of them is loaded with the page; a click on play asks for the file."""
    visitor = visit(FILMS)
    page: Page = visitor.page
    page.wait_for_load_state("networkidle")
    assert [url for url in visitor.asked if url.endswith((".mp4", ".mp3"))] == []
    assert page.get_by_label("คลื่นที่หัวแหลม", exact=True).count() == 1
    page.get_by_label("เสียงคลื่นก่อนมรสุม", exact=True).evaluate(
        "(each) => each.load() || each.play().catch(() => {})"
    )
    page.wait_for_timeout(200)
    assert [url for url in visitor.asked if url.endswith(".mp3")]


def test_sending_on_without_a_script(visit: Any, host: str) -> None:
    """Links of LINE and Facebook, the film, pictures and files are plain links; no button is left over."""
    page: Page = visit(PICTURES, java_script_enabled=False).page
    address = quote(SITE_URL + PICTURES, safe="")
    line = page.get_by_role("link", name="LINE")
    assert (
        line.get_attribute("href") == f"https://social-plugins.line.me/lineit/share?url={address}"
    )
    facebook = page.get_by_role("link", name="Facebook", exact=True)
    assert str(facebook.get_attribute("href")).endswith(f"?u={address}")
    film = page.get_by_role("link", name="เล่นวิดีโอ")
    assert film.get_attribute("href") == "https://www.youtube.com/watch?v=KHLANGsmp05"
    assert page.locator("a.zoom").first.get_attribute("href") == "1.png"
    assert page.locator("main button:visible").count() == 0
    assert SITE_URL + PICTURES in page.locator(".cite p").inner_text()


def test_a_copy_is_what_it_says(visit: Any) -> None:
    """The address, the citation and the BibTeX entry as they stand on the page."""
    visitor = visit(PICTURES, permissions=["clipboard-read", "clipboard-write"])
    page: Page = visitor.page
    page.get_by_text("BibTeX", exact=True).click()
    for name, wanted in (
        ("คัดลอกลิงก์", SITE_URL + PICTURES),
        (
            "คัดลอก",
            "กลุ่มเรือเล็กชายฝั่ง. (2568). อ่านคลื่นลมก่อนออกเรือ. "
            f"คลังความรู้งานพัฒนาชุมชน จังหวัดภูเก็ต. {SITE_URL}{PICTURES}",
        ),
        ("คัดลอก BibTeX", f"  url       = {{{SITE_URL}{PICTURES}}}\n}}"),
    ):
        page.get_by_role("button", name=name, exact=True).click()
        page.get_by_text("คัดลอกแล้ว").first.wait_for()
        assert page.evaluate("navigator.clipboard.readText()").endswith(wanted)
    assert visitor.said == []


@pytest.mark.parametrize("agent", [None, LINE, FACEBOOK])
def test_where_the_browser_has_almost_nothing(visit: Any, agent: str | None) -> None:
    """No clipboard, sharing, printing or storage: no error, no dead button; a copy is left selected for
    the reader's hand; browsers inside other programs say how to get out of them.
    """
    visitor = visit(PICTURES, script=NOTHING, user_agent=agent)
    page: Page = visitor.page
    assert page.get_by_role("button", name="แชร์").count() == 0
    assert page.get_by_role("button", name="พิมพ์").count() == 0
    page.get_by_role("button", name="คัดลอกลิงก์").click()
    page.get_by_text("เลือกไว้แล้ว กดค้างเพื่อคัดลอก").first.wait_for()
    assert page.evaluate("getSelection().toString()") == SITE_URL + PICTURES
    way_out = page.locator(".in-app:visible")
    assert way_out.count() == (agent is not None)
    if agent is not None:
        assert "เปิดในเบราว์เซอร์" in way_out.inner_text()
    if agent == LINE:
        link = way_out.get_by_role("link", name="เปิดในเบราว์เซอร์")
        assert link.get_attribute("href") == f"{SITE_URL}{PICTURES}?openExternalBrowser=1"
        page.goto(page.url.replace(PICTURES, "progress/"))
        link = page.get_by_role("link", name="เปิดในเบราว์เซอร์")
        assert link.get_attribute("href") == f"{SITE_URL}progress/?openExternalBrowser=1"
    assert visitor.said == []


def test_a_code_for_telephones(visit: Any) -> None:
    """A QR code of the page's address, drawn when it is asked for, black on white in the dark, too."""
    visitor = visit(PICTURES, color_scheme="dark")
    page: Page = visitor.page
    button = page.get_by_role("button", name="คิวอาร์โค้ด")
    assert button.get_attribute("aria-expanded") == "false"
    button.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    code = page.get_by_role("img", name="คิวอาร์โค้ดที่เปิดหน้านี้")
    assert code.get_attribute("viewBox") == "-4 -4 41 41"
    fills = code.evaluate(
        "(each) => [getComputedStyle(each.parentElement).backgroundColor, getComputedStyle(each.firstChild).fill]"
    )
    assert fills == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    button.press("Enter")
    assert code.count() == 0


def test_on_paper(visit: Any) -> None:
    """One sheet of A4: the text, the files, the citation and the code of its address; no buttons."""
    visitor = visit(PICTURES)
    page: Page = visitor.page
    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True))) as paper:
        assert len(paper) == 1
        assert [round(side) for side in paper[0].get_size()] == [595, 842]
    page.emulate_media(media="print")
    assert page.locator(".qr svg:visible").count() == 1
    assert page.locator("main button:visible, .contents:visible, .neighbours:visible").count() == 0
    assert (
        page.locator(".cite p:visible, .attached .name:visible").count() == 2
    )  # a picture is seen
