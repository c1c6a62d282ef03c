"""The site in a real browser, served under a sub-path: journeys, narrow screens, keyboard, dark, paper."""

import re
import shutil
import threading
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    Response,
    sync_playwright,
)

from khlang.publish.manifest import entry_of
from khlang.site import offline, stylesheet
from tests.site import axe
from tests.site.conftest import SiteAt
from tests.site.sites import REPOSITORY, Site, build, longest_of_each_kind

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTHS = (320, 360, 640, 768, 1280)
MISSING = "no-such-page"
STYLESHEET = REPOSITORY / "plugins/khlang/site/assets/khlang.css"
# A vowel below, the letter, a vowel and a tone mark above: what the font draws of them, in em.
LOW = """
  () => {
    const pen = document.createElement("canvas").getContext("2d");
    const tall = {};
    for (const weight of [400, 600]) {
      pen.font = `${weight} 100px Khlang`;
      const ink = pen.measureText("ปู้ ปิ้ ป้ำ");
      tall[weight] = (ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent) / 100;
    }
    const low = new Set();
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const element = words.currentNode.parentElement;
      if (!/[\u0e00-\u0e7f]{2}/.test(words.currentNode.data) || element.closest("svg, script")) continue;
      const style = getComputedStyle(element);
      if (style.whiteSpace === "nowrap") continue;
      const height = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
      const needed = tall[style.fontWeight >= 600 ? 600 : 400];
      if (height < needed - 0.01)
        low.add(`${element.tagName}.${element.className} ${height.toFixed(2)} < ${needed}`);
    }
    return [...low];
  }
"""
SIZES = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
SHIFTED = """() => new Promise((done) => {
  let total = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((each) => (total += each.value)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(total), 50);
})"""


# Whether a click on an element is taken by a script; it leads nowhere.
HELD = """(element) => {
  let held;
  addEventListener("click", (event) => { held = event.defaultPrevented; event.preventDefault(); }, { once: true });
  element.click();
  return held;
}"""


class Served(NamedTuple):
    """The first province at /khlang/, the second at /second/, and on 1 October at /october/."""

    base: str
    own: Site
    second: Site


class Handler(SimpleHTTPRequestHandler):
    """Answers like a plain web server of static files, with the site's own 404 page."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "khlang/404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def served(
    second: Site, second_at: SiteAt, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    own = build(REPOSITORY, folder / "khlang", KHLANG_SITE_URL="https://archive.example/khlang/")
    (folder / "second").symlink_to(second.root)
    (folder / "october").symlink_to(second_at(date(2025, 10, 1)).root)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Served(f"http://127.0.0.1:{server.server_port}", own, second)
    server.shutdown()
    thread.join()
    server.server_close()


def executable() -> str:
    """The browser of the machine."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert path, "these tests need a browser: apt install chromium"
    return path


def chromium(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A page at 1280 × 800 that knows where the first province is."""
    context = browser.new_context(
        base_url=f"{served.base}/khlang/", viewport={"width": 1280, "height": 800}
    )
    context.set_default_timeout(8_000)
    yield context.new_page()
    context.close()


def kinds(served: Served) -> list[str]:
    """An address of every kind of page, those with the most on them where it matters."""
    items = served.own.json("items")["items"]
    with_files = [item["url"] for item in items if item["attachments"]]
    year = served.own.json("progress")["years"]["2564"]
    stages = {unit["status"]: unit["unit"] for unit in year["units"]}
    topics = {bool(count): topic for topic, count in year["topics"].items()}
    tombstone = [
        path.removesuffix("index.html")
        for path, page in served.own.pages.items()
        if path.startswith("items/") and "ถอนการเผยแพร่" in page.one("title").text
    ]
    own = [
        "",
        "archive/",
        "archive/by-title/",
        "search/?q=ชุมชน",
        "archive/page/1/",
        "topics/",
        "plan/",
        "data/",
        "guide/",
        "years/2564/",
    ]
    own += ["categories/model-area/", "formats/infographic/", "issues/grassroots-economy/"]
    own += ["calendar/", "activities/", "registers/"]
    own += ["units/province-office/", "units/ratchasan/", f"{MISSING}/", "progress/"]
    own += [f"progress/{unit}/" for unit in stages.values()]
    own += [f"topics/{topic}/" for topic in topics.values()]
    own += [*with_files[:3], items[0]["url"], items[-1]["url"], *tombstone]
    other = [
        "second/items/kathu-aaaaa/",
        "second/progress/thalang/",
        "october/",
        "october/progress/",
        "october/plan/",
    ]
    return [f"/khlang/{each}" for each in own] + [f"/{each}" for each in other]


class Visit(NamedTuple):
    """What was seen on a walk over all page kinds."""

    faults: list[str]
    wide: list[str]
    low: list[str]
    pictures: int


@pytest.fixture(scope="module")
def visit(browser: Browser, served: Served) -> Visit:
    """Every page kind, at every width, with all its pictures loaded."""
    faults: list[str] = []
    wide: list[str] = []
    low: list[str] = []
    pictures = 0

    def said(message: ConsoleMessage) -> None:
        if message.type == "error" and MISSING not in message.location["url"]:
            faults.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith((served.base, "data:")):
            faults.append(f"elsewhere: {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400 and MISSING not in response.url:
            faults.append(f"{response.status} {response.url}")

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a page that was left while it loaded
            faults.append(f"failed: {request.url} {request.failure}")

    page = browser.new_page(base_url=served.base)
    page.set_default_timeout(8_000)
    page.on("console", said)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", failed)
    page.on("request", asked)
    page.on("response", answered)
    for url in kinds(served):
        page.goto(url)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            content, screen = page.evaluate(SIZES)
            if content > screen:
                wide.append(f"{url}: {content} px at {width}")
        low += [f"{url}: {each}" for each in page.evaluate(LOW)]
        for image in page.locator("img").all():
            image.scroll_into_view_if_needed()
        page.evaluate("Promise.allSettled([...document.images].map((each) => each.decode()))")
        pictures += page.evaluate("[...document.images].filter((each) => each.naturalWidth).length")
        broken = "[...document.images].filter((each) => !each.naturalWidth).map((each) => each.src)"
        faults += page.evaluate(broken)
    page.close()
    return Visit(faults, wide, low, pictures)


def test_lines_hold_four_levels_of_marks(visit: Visit) -> None:
    """Wherever Thai may wrap, a line is as tall as its letters with a vowel below and two marks above."""
    assert visit.low == []


def test_no_page_scrolls_sideways(visit: Visit) -> None:
    """On the narrowest phone, a phone, a desktop at 200 %, a tablet and a desktop no page kind is wider than the screen."""
    assert visit.wide == []


def test_no_errors_and_no_request_elsewhere(visit: Visit) -> None:
    """No page kind logs an error, misses a file or a picture, or asks another host for anything."""
    assert visit.faults == []
    assert visit.pictures >= 8


def test_from_home_to_a_download(page: Page, served: Served) -> None:
    """On a phone: home, a category, an item, its attachment, which arrives whole."""
    page.set_viewport_size({"width": 360, "height": 740})
    categories = {
        each["slug"]: each["name_th"] for each in served.own.json("taxonomy")["categories"]
    }
    item = next(each for each in served.own.json("items")["items"] if each["attachments"])
    page.goto("./")
    page.locator("main").get_by_role("link", name=categories[item["category"]]).first.click()
    assert page.locator("h1").inner_text() == categories[item["category"]]
    page.get_by_role("link", name=item["title"], exact=True).click()
    assert page.locator("h1").inner_text() == item["title"]
    assert urlsplit(page.url).path == f"/khlang/{item['url']}"
    file = item["attachments"][0]
    href = page.get_by_role("link", name=file["title"]).last.evaluate("(link) => link.href")
    answer = page.request.get(href)
    assert answer.status == 200
    assert len(answer.body()) == file["size"]


def test_from_home_to_the_items_of_a_unit(page: Page, served: Served) -> None:
    """From the menu to the progress of the province, to a unit in its table, to an item of that unit."""
    item = served.own.json("items")["items"][0]
    unit = next(
        each for each in served.own.json("taxonomy")["units"] if each["slug"] == item["unit"]
    )
    page.goto("./")
    page.get_by_role("navigation", name="เมนูหลัก").get_by_role("link", name="ความก้าวหน้า").click()
    assert urlsplit(page.url).path == "/khlang/progress/"
    page.get_by_role("table").first.get_by_role("link", name=unit["name_th"], exact=True).click()
    assert unit["name_th"] in page.locator("h1").inner_text()
    page.get_by_role("link", name=item["title"], exact=True).click()
    assert page.locator("h1").inner_text() == item["title"]


def test_the_menu_says_where_one_is(page: Page) -> None:
    """The entry of the page's section is marked for eyes and for screen readers."""
    for url, name in (
        ("progress/", "ความก้าวหน้า"),
        ("plan/", "แผนการจัดการความรู้"),
        ("archive/", "ค้นคลัง"),
    ):
        page.goto(url)
        current = page.get_by_role("navigation", name="เมนูหลัก").locator("[aria-current]")
        assert current.all_inner_texts() == [name]


def test_a_wrong_address_leads_home(page: Page) -> None:
    """At any depth the 404 page is in Thai, has its look, and its links work."""
    answer = page.goto("items/no-such-item/deeper/")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "ไม่พบหน้านี้"
    assert (
        page.evaluate("document.styleSheets.length && document.styleSheets[0].cssRules.length") > 20
    )
    page.locator("main").get_by_role("link", name="หน้าแรก").click()
    assert urlsplit(page.url).path == "/khlang/"


def test_a_former_address_leads_to_the_item(page: Page) -> None:
    """A browser that opens a former id arrives at the item by itself."""
    page.goto("/second/items/kathu-zzzzz/")
    page.wait_for_url("**/items/kathu-aaaaa/")
    assert page.locator("h1").inner_text() == "อ่านคลื่นลมก่อนออกเรือ"


def test_the_first_tab_skips_to_the_text(page: Page) -> None:
    """The first Tab shows the skip link; Enter goes to the main part, where the next Tab stays."""
    page.goto("archive/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "ข้ามไปเนื้อหา"
    box = skip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert urlsplit(page.url).fragment == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


WALK = """
  () => {
    const style = getComputedStyle(document.activeElement);
    const box = document.activeElement.getBoundingClientRect();
    const element = document.activeElement;
    if (element === document.body) return null;
    const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return {
      name: `${element.tagName} ${element.textContent.trim().slice(0, 30)}`,
      order: [...document.querySelectorAll("*")].indexOf(element),
      fault: !isSeen ? "out of sight" : style.outlineStyle === "none" && !element.controls && !element.closest("svg") ? "no outline" : "",
    };
  }
"""
REACHABLE = """
  [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0'], video, audio")]
    .filter((each) => each.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && !each.disabled)
    .length
"""


@pytest.mark.parametrize(
    "url",
    [
        "/khlang/",
        "/khlang/archive/",
        "/khlang/topics/",
        "/khlang/progress/",
        "/khlang/plan/",
        "/khlang/calendar/",
        "/khlang/activities/",
        "/khlang/registers/",
        "/khlang/contribute/",
        "/khlang/search/",
        "/khlang/guide/",
        "/khlang/data/",
        "/khlang/404.html",
        "/second/items/thalang-tombs/",
        "/second/items/kathu-aaaaa/",
        "/second/items/kathu-bbbbb/",
        "/second/progress/kathu/",
    ],
)
def test_a_walk_by_keyboard(page: Page, served: Served, url: str) -> None:
    """Tab goes once through everything that can be used, in the order of the page, always in sight,
    and out of the page again: nothing is left out and nothing holds the focus.
    """
    page.emulate_media(reduced_motion="reduce")
    page.goto(served.base + url)
    if url.endswith("/contribute/"):
        page.locator("#contribute").wait_for()  # a script makes its fields
    reachable = page.evaluate(REACHABLE)
    steps = []
    for _ in range(reachable + 40):  # a player has buttons of its own inside
        page.keyboard.press("Tab")
        step = page.evaluate(WALK)
        if step is None:
            break
        steps.append(step)
    else:
        pytest.fail(f"the focus never leaves the page: {steps[-1]}")
    assert [step for step in steps if step["fault"]] == []
    orders = [step["order"] for step in steps]
    assert orders == sorted(orders)
    assert len(set(orders)) == reachable


def luminance(page: Page, of: str) -> float:
    color = page.evaluate(f"getComputedStyle(document.body).{of}")
    red, green, blue = (int(each) for each in color.removeprefix("rgb(").rstrip(")").split(",")[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_dark_and_light(page: Page) -> None:
    """The reader's choice of a dark screen turns background and text around."""
    page.goto("./")
    page.emulate_media(color_scheme="light")
    assert luminance(page, "backgroundColor") > 200 > luminance(page, "color")
    page.emulate_media(color_scheme="dark")
    assert luminance(page, "backgroundColor") < 60 < luminance(page, "color")


def test_on_paper(page: Page) -> None:
    """Printed: no menu and no skip link, dark text on white, the text and the mark of samples stay."""
    page.emulate_media(color_scheme="dark")
    page.goto("progress/")
    menu = page.get_by_role("navigation", name="เมนูหลัก")
    assert menu.is_visible()
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("nav[aria-label='เมนูหลัก']:visible").count() == 0
    assert page.locator("footer nav:visible").count() == 0
    assert page.locator("main table:visible").count() >= 2
    assert page.locator("body :text('ตัวอย่าง'):visible").count() >= 1
    assert luminance(page, "backgroundColor") > 200 > luminance(page, "color")


def test_a_unit_prints_on_one_sheet(page: Page, served: Served) -> None:
    """A4, whatever its stage: a page object of the PDF for each sheet."""
    for unit in served.own.json("progress")["years"]["2564"]["units"]:
        page.goto(f"progress/{unit['unit']}/")
        sheets = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
        assert sheets == 1, unit["unit"]


def test_a_district_of_the_map_is_a_link_by_keyboard(page: Page) -> None:
    """It shows where one is, and Enter leads to its page."""
    page.goto("progress/")
    district = page.locator(".map a").first
    district.focus()
    stroke = "getComputedStyle(document.activeElement.querySelector('.area')).strokeWidth"
    assert page.evaluate(stroke) == "5px"
    page.keyboard.press("Enter")
    page.wait_for_url("**/progress/mueang-chachoengsao/")


def test_fonts_are_the_sites_own(page: Page) -> None:
    """Thai text is set in the font that the site carries, in both weights."""
    page.goto("./")
    page.evaluate("document.fonts.ready.then(() => true)")
    faces = page.evaluate(
        "[...document.fonts].filter((each) => each.status === 'loaded').map((each) => each.weight)"
    )
    assert {"400", "600"} <= set(faces)


def test_dark_by_the_readers_own_choice(page: Page) -> None:
    """The button changes the page at once and the pages after it; paper stays light."""
    ground = "getComputedStyle(document.body).backgroundColor"
    page.goto("./")
    light = page.evaluate(ground)
    button = page.get_by_role("button", name="โหมดมืด")
    assert button.get_attribute("aria-pressed") == "false"
    button.press("Enter")
    dark = page.evaluate(ground)
    assert dark != light
    page.goto("archive/")
    assert page.evaluate(ground) == dark
    assert page.get_by_role("button", name="โหมดมืด").get_attribute("aria-pressed") == "true"
    page.emulate_media(media="print")
    assert page.evaluate(ground) == light


def test_both_ways_into_the_dark_are_one_table() -> None:
    """The device's wish and the reader's give every token the same value."""
    css = STYLESHEET.read_text("utf-8")
    tables = [
        re.findall(r"(--[\w-]+): ([^;]+);", css.split(start)[1].split("}")[0])
        for start in (":root:not([data-theme=light]) {", ":root[data-theme=dark] {")
    ]
    assert tables[0] == tables[1]
    assert len(tables[0]) > 15


def test_the_stylesheet_that_is_sent_has_the_same_rules(page: Page, served: Served) -> None:
    """A browser reads from it what it reads from the one that is written."""
    path = next(path for path in served.own.files if path.endswith(".css"))
    source = Path(stylesheet.__file__).parent / "assets/khlang.css"
    rules = [
        page.evaluate(
            "(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
            " return [...sheet.cssRules].map((rule) => rule.cssText) }",
            css,
        )
        for css in (source.read_text("utf-8"), served.own.files[path].decode())
    ]
    assert len(rules[0]) > 200
    assert [re.sub(r",\s*", ",", rule) for rule in rules[0]] == [
        re.sub(r",\s*", ",", rule) for rule in rules[1]
    ]


def addresses(served: Served) -> list[str]:
    own = [f"khlang/{path}" for path in longest_of_each_kind(served.own, 60_000).values()]
    other = longest_of_each_kind(served.second)
    tombstone = next(
        path for path in served.second.pages if "ถอนการเผยแพร่" in served.second.page_title(path)
    )
    return [*own, f"second/{other['items/*/index.html']}", f"second/{tombstone}"]


def test_every_page_kind_is_accessible(page: Page, served: Served) -> None:
    """No violation on a phone and a desktop, and of colours in the dark, where width makes no difference;
    nothing moves while a page loads; with letters twice as large nothing is wider than the screen.
    """
    faults: list[str] = []
    paths = addresses(served)
    for path in paths:
        page.emulate_media(color_scheme="light")
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"/{path}")
            shifted = page.evaluate(SHIFTED)
            if shifted > 0.01:
                faults.append(f"{path} {width}: moves by {shifted}")
            faults += [f"{path} {width}: {each}" for each in axe.violations(page)]
        page.emulate_media(color_scheme="dark")
        faults += [f"{path} dark: {each}" for each in axe.violations(page, axe.COLORS)]
        page.set_viewport_size({"width": 640, "height": 800})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        content, screen = page.evaluate(SIZES)
        if content > screen:
            faults.append(f"{path}: {content} px at 640 with large letters")
    assert len(paths) >= 14
    assert faults == []


def test_the_offline_edition_opens_from_a_folder(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    """By a double click: pictures and look are there, pictures open in full, films are
    links, links lead on, the search finds, nothing is refused.
    """
    files = served.second.files
    paths = {path: entry_of(data) for path, data in files.items()}
    offline.write(tmp_path / "usb.zip", "usb", paths, lambda path: files[path])
    with zipfile.ZipFile(tmp_path / "usb.zip") as packed:
        packed.extractall(tmp_path)
    page = browser.new_page()
    page.set_default_timeout(8_000)
    faults: list[str] = []
    page.on("console", lambda each: faults.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("response", lambda answer: None if answer.ok else faults.append(answer.url))
    page.goto((tmp_path / "usb/items/kathu-aaaaa/index.html").as_uri())
    image = page.locator(".prose img")
    image.scroll_into_view_if_needed()
    assert image.evaluate("(each) => each.decode().then(() => each.naturalWidth)") > 0
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Khlang")
    page.get_by_role("button", name="โหมดมืด").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.locator("a.zoom").first.click()
    page.locator("dialog[open] output:not(:empty)").wait_for()
    page.keyboard.press("Escape")
    is_held = page.get_by_role("link", name="เล่นวิดีโอ").evaluate(HELD)
    assert not is_held, "a poster is a link: hosts of players turn away pages without an address"
    page.get_by_role("navigation", name="เมนูหลัก").get_by_role("link", name="ค้นคลัง").click()
    page.locator("main").get_by_role("link", name="อ่านคลื่นลมก่อนออกเรือ", exact=True).click()
    assert page.url.endswith("usb/items/kathu-aaaaa/index.html")
    box = page.locator(".find input")
    box.fill("คลื่นลม")
    page.locator(".find li[role=option]").first.wait_for()
    box.press("Enter")
    page.locator(".results a").first.click()
    assert page.url.endswith("usb/items/kathu-aaaaa/index.html")
    page.go_back()
    page.locator(".results a").first.wait_for()
    assert "usb/search/index.html?q=" in page.url
    page.close()
    assert faults == []
