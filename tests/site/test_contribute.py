"""/contribute/ in a real browser, opened from a folder: the checker's words, the preview, the zip."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, sync_playwright

from khlang.cli.main import main
from khlang.files.kinds import KINDS
from khlang.model.targets import PrivacySettings
from khlang.privacy import find
from tests.archive import AS_OF, BODY, ITEM, PDF, YEAR, Archive
from tests.privacy import harmless, test_find
from tests.privacy.numbers import FIXED, ID, MOBILE
from tests.site.sites import Site, png
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
def page(second: Site) -> Iterator[Page]:
    """The form at 360 px, from the folder of the built site, on a day of the second province."""
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page(viewport={"width": 360, "height": 800}, accept_downloads=True)
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        day = datetime(AS_OF.year, AS_OF.month, AS_OF.day, 9, tzinfo=ZoneInfo("Asia/Bangkok"))
        page.clock.set_fixed_time(day)
        page.goto((second.root / "contribute/index.html").as_uri())
        page.locator("#contribute").wait_for(timeout=5000)
        yield page
        # Scripts outside the page are refused in a folder (decision 0030); the form has its own inside.
        assert [each for each in faults if "Subresource Integrity" not in each] == []
        browser.close()


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
    for name in ("title", "summary", "contributor"):
        page.fill(f"#f-{name}", GOOD[name])
    for name in ("category", "fiscal_year", "unit", "origin"):
        page.select_option(f"#f-{name}", GOOD[name])
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
        "formats (รูปแบบ)",
        "ไม่มีคำอธิบายภาพ",
        "พบหมายเลขโทรศัพท์ 08x-xxx-xx12",
    ):
        assert expected in told
    assert page.is_hidden(".result")
    page.click(".preview summary")
    assert page.inner_text(".preview li >> nth=0") == "ดูเมฆ"
    assert page.locator(".preview img").count() == 0
    assert "<img src=x" in page.inner_text(".preview p")
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
    assert f"นำเข้าแล้ว content/items/{YEAR}/kathu/{id}/index.md (ไฟล์แนบ 2)" in taken.output
    assert [each for each, _ in empty_archive.found() if not each.startswith("KH-Q")] == []
    assert id in page.inner_text(".result")
    assert page.input_value(".markdown").startswith("---\ntitle: ")


def test_without_javascript_the_page_says_what_to_do(second: Site) -> None:
    text = second.html("contribute/index.html")
    assert "<noscript>" in text
    assert "ส่งไฟล์ Word" in text.partition("<noscript>")[2].partition("</noscript>")[0]
    assert all(suffix in text for suffix in KINDS)
