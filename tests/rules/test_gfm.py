"""Thai text in GFM: what is warned about, and above all what is not."""

import pytest

from tests.archive import Archive


def told(archive: Archive, body: str) -> list[tuple[str, str]]:
    """The GFM warnings of a text, each with `line:col` in the text."""
    path = archive.item(body=body)
    return [
        (code, f"{int(at.split(':')[1]) - 12}:{at.split(':')[2]}")
        for code, at in archive.found()
        if code.startswith("KH-G") and at.startswith(path)
    ]


@pytest.mark.parametrize(
    ("body", "code", "at"),
    [
        ("โครงการ **“โคก หนอง นา”**ของเรา", "KH-G001", "1:9"),
        ("ใช้**“โคก หนอง นา”** ของเรา", "KH-G001", "1:4"),
        ("**ข้อควรจำ:**ขุดก่อนฝน", "KH-G001", "1:1"),
        ("**จปฐ.**ปีนี้", "KH-G001", "1:1"),
        ("ดูที่ www.cdd.go.thครับ", "KH-G002", "1:7"),
        ("ก\n\n๑) ขุด\n๒) ปลูก", "KH-G003", "4:1"),
        ("#หัวข้อ", "KH-G005", "1:1"),
        ("ย่อหน้า <font color=red>แดง</font>", "KH-G006", "1:9"),
        ("ย่อหน้า <FONT color=red>แดง</FONT>", "KH-G006", "1:9"),
    ],
)
def test_what_the_page_would_show_wrongly_is_told(
    archive: Archive, body: str, code: str, at: str
) -> None:
    """With a caret under what was typed."""
    assert told(archive, body) == [(code, at)]


@pytest.mark.parametrize(
    "body",
    [
        "**หนา**ตามด้วยไทย",
        "ไทย**หนา**ไทย",
        "“**โคก หนอง นา**” ของเรา",
        "**หนึ่ง**(ก)**สอง**",
        "**น้ำ** (ดิน) **ลม**",
        "ราคา 5**2 กับ `**“ก”**ข`",
        "```\n**“ก”**ข\n๑. ก\n๒. ข\n#ก\n```",
        "~~~\n#ก\n~~~",
        "๓. ขุด\\\n๔. ปลูก",
        "๓. ขุด  \n๔. ปลูก",
        "๓. ขุด\n\n๔. ปลูก",
        "พ.ศ. ๒๕๖๔\nเริ่มโครงการ",
        "<https://www.cdd.go.th> ครับ",
        "[กรม](https://www.cdd.go.th)ครับ",
        "<https://th.wikipedia.org/wiki/บ่อ>",
        "## หัวข้อ\n\n### ข้อ 1",
        "<b>หนา</b><br>`<iframe>`",
        "เบอร์ #1",
    ],
)
def test_what_the_page_shows_rightly_is_not_told(archive: Archive, body: str) -> None:
    """A warning that is wrong teaches to pass over warnings."""
    assert told(archive, body) == []
