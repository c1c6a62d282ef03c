"""/contribute/ in a real browser, opened from a folder: the checker's words, the preview, the zip."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, sync_playwright

from khlang.body import render
from khlang.cli.main import main
from khlang.files.kinds import KINDS
from khlang.model.targets import PrivacySettings
from khlang.privacy import find
from tests.archive import AS_OF, BODY, ITEM, PDF, YEAR, Archive
from tests.privacy import harmless, test_find
from tests.privacy.numbers import FIXED, ID, MOBILE
from tests.site.sites import HOST, REPOSITORY, Site, png
from tests.site.test_browser import SIZES, chromium

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))
GOOD: dict[str, Any] = {
    "title": "อ่านคลื่นลมก่อนออกเรือ",
    "summary": "วิธีดูเมฆ คลื่น และกระแสน้ำก่อนออกจากฝั่ง",
    "category": "sea-and-shore",
    "unit": "kathu",
    "fiscal_year": str(YEAR),
    "contributor": "kathu-01",
    "formats": ["infographic"],
    "origin": "new",
}
SETTINGS = PrivacySettings()
CHECK = """(values) => khlang.form.check(JSON.parse(document.getElementById("form-spec").textContent), values)"""
PERSONAL = """(texts) => texts.map((text) => khlang.form.personal(text).map((each) => [each.kind, each.masked]))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


def opened(browser: Browser, site: Site, *, script: str = "", **context: Any) -> Page:
    """The form at 360 px, from the folder of the built site, on a day of the second province."""
    page = browser.new_context(viewport={"width": 360, "height": 800}, **context).new_page()
    page.add_init_script(script)
    day = datetime(AS_OF.year, AS_OF.month, AS_OF.day, 9, tzinfo=ZoneInfo("Asia/Bangkok"))
    page.clock.set_fixed_time(day)
    page.goto((site.root / "contribute/index.html").as_uri())
    page.locator("#contribute").wait_for(timeout=5000)
    return page


@pytest.fixture(scope="module")
def page(browser: Browser, second: Site) -> Iterator[Page]:
    page = opened(browser, second, accept_downloads=True)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    page.reload()
    page.locator("#contribute").wait_for(timeout=5000)
    yield page
    # Scripts outside the page are refused in a folder (decision 0030), and so is a font asked for
    # early (decision 0052); the form has its own script inside, and the sheet asks for the font again.
    refused = ("Subresource Integrity", "Access to font", "net::ERR_FAILED")
    assert [each for each in faults if not any(why in each for why in refused)] == []


def fill(page: Page) -> None:
    for name in ("title", "summary", "contributor"):
        page.fill(f"#f-{name}", GOOD[name])
    for name in ("category", "fiscal_year", "unit", "origin"):
        page.select_option(f"#f-{name}", GOOD[name])


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["says"])
def test_the_form_says_what_the_check_says(
    page: Page, empty_archive: Archive, case: dict[str, Any]
) -> None:
    """The same values before both: the same codes, the same Thai message and cure."""
    front, body = GOOD | case["front"], case.get("body", BODY)
    files = {each["file"]: png(4, 4) for each in front.get("attachments", [])}
    empty_archive.item(ITEM, body=body, files=files, **_for_yaml(front))
    workspace = empty_archive.check()
    standing = [each for each in workspace.diagnostics if each.code.id[:4] not in ("KH-Q",)]
    expected = {(each.code.id, each.message_th, each.hint_th) for each in standing}
    attached = [each | {"size": 100} for each in front.get("attachments", [])]
    values = {key: value for key, value in front.items() if value is not None}
    found = page.evaluate(CHECK, values | {"body": body, "attachments": attached})
    assert {(each["code"], each["message"], each["hint"]) for each in found} == expected


def _for_yaml(front: dict[str, Any]) -> dict[str, Any]:
    return {
        key: (int(value) if key == "fiscal_year" else value) or None for key, value in front.items()
    } | {"with_": front.get("with")}


def test_the_form_finds_the_personal_data_that_the_check_finds(page: Page) -> None:
    """Every shape and every false alarm of tests/privacy, in every frame, and numbers divided anyhow."""
    numbers = [text for _, texts in test_find.ALONE for text in texts]
    texts = [
        *(case[1] for case in test_find.CASES),
        *harmless.ALL,
        "\n".join(harmless.ALL),
        *(frame.format(text) for frame in test_find.FRAMES for text in (*numbers, *harmless.ALL)),
        *_divided(MOBILE, 4),
        *_divided(FIXED, 4),
        *_divided(ID, 3),
    ]
    expected = [[[each.kind, each.masked] for each in find(text, SETTINGS)] for text in texts]
    found = page.evaluate(PERSONAL, texts)
    assert [
        (text, told, right)
        for text, told, right in zip(texts, found, expected, strict=True)
        if told != right
    ] == []


def _divided(digits: str, most: int) -> Iterator[str]:
    """A number divided into at most so many groups, in every way."""
    for divider in "- .":
        for count in range(most):
            for cuts in combinations(range(1, len(digits)), count):
                ends = (*cuts, len(digits))
                groups = (digits[a:b] for a, b in zip((0, *cuts), ends, strict=True))
                yield divider.join(groups)


def test_an_officer_fills_mends_and_gets_a_zip_that_is_clean(
    page: Page, empty_archive: Archive
) -> None:
    """At 360 px: a fault is told in Thai, mended, the draft survives, the zip passes the check."""
    assert page.evaluate(SIZES)[0] == 360
    fill(page)
    page.fill(
        "#s-0", 'เรือ<img src=x onerror=alert(1)> **หัวโทง**\n\n- ดูเมฆ\n- ดูคลื่น "สูง": โทร 081-000-0012'
    )
    page.set_input_files(
        "#f-files",
        [
            {"name": "คลื่น.png", "mimeType": "image/png", "buffer": png(320, 200)},
            {"name": "แบบจด.pdf", "mimeType": "application/pdf", "buffer": PDF},
        ],
    )
    page.click("text=ตรวจและสร้างไฟล์สำหรับส่ง")
    told = page.inner_text(".faults")
    for expected in (
        "ยังมี 3 จุดที่ต้องแก้",
        "ต้องมีช่อง “รูปแบบ”",
        "ไม่มีคำอธิบายภาพ",
        "พบหมายเลขโทรศัพท์ 08x-xxx-xx12",
    ):
        assert expected in told
    assert page.is_hidden(".result")
    page.click(".preview summary")
    assert page.inner_text(".preview li >> nth=0") == "ดูเมฆ"
    assert page.locator(".preview img").count() == 0
    assert page.inner_text(".preview .prose p >> nth=0") == "เรือ หัวโทง"
    page.check('[name="formats"][value="infographic"]')
    page.fill('[data-of="alt"]', "คลื่นสามแบบ")
    page.fill("#s-0", 'เรือ **หัวโทง**\n\n- ดูเมฆ\n- ดูคลื่น "สูง": กลับ')
    page.locator("#s-0").blur()
    page.reload()
    page.locator("#contribute").wait_for()
    assert page.input_value("#f-title") == GOOD["title"]
    assert page.locator(".files li").count() == 2
    page.click("text=ตรวจและสร้างไฟล์สำหรับส่ง")
    page.locator(".result").wait_for()
    assert page.evaluate(SIZES)[0] == 360
    with page.expect_download() as download:
        page.click(".zip")
    data = Path(download.value.path()).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as sent:
        assert sent.testzip() is None
        manifest = json.loads(sent.read("khlang.json"))
        assert manifest == {"schema": 1}
        id = sent.namelist()[1].partition("/")[0]
        assert sent.namelist() == [
            "khlang.json",
            *(f"{id}/{name}" for name in ("index.md", "คลื่น.png", "แบบจด.pdf")),
        ]
    parcel = empty_archive.root / "sent.zip"
    parcel.write_bytes(data)
    taken = CliRunner().invoke(main, ["import", str(parcel), "--root", str(empty_archive.root)])
    assert taken.exit_code == 0, taken.output
    assert f"นำเข้าแล้ว content/items/{YEAR}/kathu/{id}/index.md" in taken.output
    assert "(ไฟล์แนบ 2)" in taken.output
    assert [each for each, _ in empty_archive.found() if not each.startswith("KH-Q")] == []
    assert id in page.inner_text(".result")
    path = f"content/items/{YEAR}/kathu/{id}/index.md"
    assert page.input_value(".markdown").startswith(f"---\n# {path}\ntitle: ")


def test_without_javascript_the_page_says_what_to_do(second: Site) -> None:
    text = second.html("contribute/index.html")
    assert "<noscript>" in text
    assert "ส่งไฟล์ Word" in text.partition("<noscript>")[2].partition("</noscript>")[0]
    assert all(suffix in text for suffix in KINDS)


# The same outline of a page and of its preview: elements and words, no attributes but what is seen.
OUTLINE = """([html, source]) => {
  const outline = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent.replace(/\\s+/g, " ");
    if (node.nodeName === "IMG") return `[ภาพ: ${node.alt}]`;
    if (node.nodeName === "SUP") return [node.nodeName, node.textContent.trim()];
    if (node.classList.contains("footnote-backref")) return "";
    const inside = [];
    for (const each of [...node.childNodes].map(outline)) {
      const before = inside[inside.length - 1];
      if (typeof each === "string" && typeof before === "string") inside.push(inside.pop() + each);
      else inside.push(each);
    }
    const words = inside.map((each) => (typeof each === "string" ? each.trim() : each));
    return [node.nodeName, ...(node.start > 1 ? [node.start] : []), ...words.filter((each) => each !== "")];
  };
  const made = document.createElement("body");
  made.append(...khlang.form.preview(source));
  made.normalize();
  const right = new DOMParser().parseFromString(html, "text/html").body;
  return [outline(made), outline(right)].map((each) => JSON.stringify(each));
}"""
TEXTS = (
    "# หนึ่ง\n\n## สอง **หนา**\n\nย่อหน้า *เอน* ~~ขีด~~ `รหัส` บรรทัด  \nใหม่\\\nอีก",
    "- ก\n- ข\n  - ย่อย\n    1. ลึก\n- [x] ทำแล้ว\n- [ ] ยัง\n\n3. สาม\n4. สี่\n\n   ย่อหน้าในข้อ",
    "๓. ขุด\n๔. ปลูก\n\n๑) ก\n๒) ข",
    "| หมวด | จำนวน |\n| --- | ---: |\n| ก **ข** | `2` |\n| ค |\n\nหลังตาราง",
    "> อ้างอิง\n> ต่อ\n\n> [!WARNING]\n> ระวัง **น้ำ**\n\n> [!note]\n> ไม่ใช่",
    "ใช้ **“โคก หนอง นา”**ของเรา และ **โคก**หนอง",
    "ดู https://www.cdd.go.thครับ หรือ www.cdd.go.th และ [กรม](https://www.cdd.go.th) <https://a.go.th>",
    "```\nโค้ด <b>\n```\n\n    ย่อหน้าโค้ด\n\n---\n\n&amp; &copy; 1 < 2 \\*ดาว\\*",
    "ข้อ[^1] และ[^ก] และ[^ไม่มี]\n\n[^1]: หมายเหตุแรก\n[^ก]: หมายเหตุ *สอง*",
    "![แผนภาพ](a.png) แล้ว\n\nหัวเรื่อง\n===\n\nรอง\n---\nท้าย",
    "1. ก\n1. ข\n\n\n\n* ดาว\n+ บวก\n\n##ไม่ใช่หัวข้อ",
)


def test_the_preview_shows_what_the_page_will_show(page: Page) -> None:
    """Each sample of this repository and the hard cases, read by marked there and by comrak here."""
    samples = sorted((REPOSITORY / "content/items").rglob("*.md"))
    bodies = [each.read_text("utf-8").partition("\n---\n")[2] for each in samples]
    for source in (*TEXTS, *bodies):
        shown, right = page.evaluate(OUTLINE, [render(source).html, source])
        assert shown == right


def test_a_category_brings_its_record_form_and_loses_nothing(
    browser: Browser, second: Site
) -> None:
    """Headings that both forms have keep their text, others stay behind the new ones."""
    page = opened(browser, second)
    form = [["ขั้นตอน", "ทำอะไร"], ["บ้านและคน", "ใครอยู่"]]
    page.evaluate("(form) => { khlang.form.spec.sections['old-town'] = form; }", form)
    page.get_by_label("ที่มาและความสำคัญ").fill("ตึกเก่า")
    page.get_by_label("ขั้นตอน").fill("เดินสำรวจ")
    page.select_option("#f-category", "old-town")
    page.get_by_label("บ้านและคน").fill("ร้านค้า")
    page.get_by_label("บ้านและคน").blur()
    shown = (
        "[...document.querySelectorAll('[data-section]')].map((e) => [e.dataset.section, e.value])"
    )
    written = [["ขั้นตอน", "เดินสำรวจ"], ["บ้านและคน", "ร้านค้า"], ["ที่มาและความสำคัญ", "ตึกเก่า"]]
    assert page.evaluate(shown) == written
    page.select_option("#f-category", "sea-and-shore")
    page.reload()
    page.locator("#contribute").wait_for()
    assert [each for each in page.evaluate(shown) if each[1]] == [written[2], *written[:2]]


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        ("ทำดังนี้\n๑. ขุด\n๒) ปลูก\n(๓) รดน้ำ", "ทำดังนี้\\\n๑. ขุด\\\n๒) ปลูก\\\n(๓) รดน้ำ"),
        ("• ดิน\n•\tน้ำ\n– ลม", "- ดิน\n- น้ำ\n- ลม"),
        ("## หัวข้อ\n๑. ขุด\n\n๒. ปลูก", "## หัวข้อ\n๑. ขุด\n\n๒. ปลูก"),
        ("1. ขุด\n2. ปลูก\nต่อ", "1. ขุด\n2. ปลูก\nต่อ"),
    ],
)
def test_lists_of_an_office_stay_lists(page: Page, typed: str, markdown: str) -> None:
    """As `khlang fix` would write them: nothing runs together on the page."""
    assert page.evaluate("(text) => khlang.form.asMarkdown(text)", typed) == markdown


def test_files_are_dropped_anywhere_on_the_page(page: Page) -> None:
    """Beside the frame, too, where a browser would else open the file in place of the form."""
    page.evaluate("""() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])], "คลื่น.png"));
      for (const name of ["dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    }""")
    row = page.locator(".files li", has_text="คลื่น.png").last
    row.wait_for()
    assert "ไม่มีคำอธิบายภาพ" in page.inner_text("#e-attachments")
    row.get_by_text("ไม่แนบไฟล์นี้").click()


LINE = (
    "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 Line/14.1.0"
)
FORBIDDEN = """
  for (const name of ["localStorage", "indexedDB"]) {
    Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
  }
  Object.defineProperty(navigator, "clipboard", { value: undefined });
  document.execCommand = () => false;
"""


def test_in_line_s_browser_the_text_is_what_is_left(
    browser: Browser, second: Site, empty_archive: Archive
) -> None:
    """No storage, no clipboard, no download: the form says so, and the text can be taken by hand."""
    page = opened(browser, second, script=FORBIDDEN, user_agent=LINE)
    assert "ท่านเปิดหน้านี้ใน LINE" in page.inner_text(".chat")
    fill(page)
    page.check('[name="formats"][value="infographic"]')
    page.fill("#s-0", "ดูเมฆก่อนออกเรือ")
    page.locator("#s-0").blur()
    assert "เก็บร่างไม่ได้" in page.inner_text(".saved")
    page.click("text=ตรวจและสร้างไฟล์สำหรับส่ง")
    page.click(".copy")
    assert "คัดลอกให้ไม่ได้ กดค้างที่ข้อความด้านล่าง" in page.inner_text(".told")
    text = page.input_value(".markdown")
    path = text.splitlines()[1].removeprefix("# ")
    sent = empty_archive.root / "ข้อความจาก LINE.txt"
    sent.write_text(f"\n{text}", "utf-8", newline="\r\n")
    for told in ("นำเข้าแล้ว", "มีอยู่แล้ว"):
        arguments = ["import", str(sent), "--root", str(empty_archive.root)]
        assert f"{told} {path}" in CliRunner().invoke(main, arguments).output
    assert [each for each, _ in empty_archive.found() if not each.startswith("KH-Q")] == []


def test_the_host_s_page_for_a_new_file_is_filled_in(browser: Browser, second: Site) -> None:
    """GitHub takes path and text while they fit an address, GitLab the path; the text is copied."""
    page = opened(browser, second, permissions=["clipboard-read", "clipboard-write"])
    page.context.route(
        lambda url: url.startswith("https://"),
        lambda route: route.fulfill(body="<title>host</title>", content_type="text/html"),
    )
    fill(page)
    page.check('[name="formats"][value="infographic"]')

    def host(text: str) -> tuple[str, dict[str, list[str]], str]:
        page.fill("#s-0", text)
        page.click("text=ตรวจและสร้างไฟล์สำหรับส่ง")
        with page.context.expect_page() as new:
            page.click(".host")
        address = urlsplit(new.value.url)
        new.value.close()
        copied = page.evaluate("navigator.clipboard.readText()")
        return f"{address.scheme}://{address.netloc}{address.path}", parse_qs(address.query), copied

    base, query, copied = host("ดูเมฆ")
    id = page.inner_text(".result code")
    path = f"content/items/{YEAR}/kathu/{id}/index.md"
    assert base == f"{HOST}/new/main"
    assert query == {"filename": [path], "value": [copied]}
    assert "ดูเมฆ" in copied
    base, query, copied = host("ดูเมฆก่อนออกเรือ " * 400)
    assert query == {"filename": [path]}
    assert copied.count("ดูเมฆก่อนออกเรือ") == 400
    page.evaluate(
        "Object.assign(khlang.form.spec, {isGitlab: true, repository: 'https://git.example.go.th/km/archive.git'})"
    )
    base, query, _ = host("ดูเมฆ")
    assert base == "https://git.example.go.th/km/archive/-/new/main"
    assert query == {"file_name": [path]}
