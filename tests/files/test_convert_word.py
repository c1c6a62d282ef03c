"""Word documents become Markdown: every word where it stood, every loss told."""

import io
import re
import zipfile
from html import escape, unescape

import docx
import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from khlang.body import render
from khlang.files.convert import reading as left
from khlang.files.convert.convert import Converted, convert, dump, load
from khlang.files.convert.symbols import readable
from tests.archive import PNG
from tests.files.documents import (
    box,
    counted,
    field,
    level,
    numbering,
    p,
    picture,
    r,
    table,
    td,
    word,
)  # fmt: skip

BOLD = "<w:b/><w:bCs/>"


def of(body: str, **more: object) -> Converted:
    return convert(word(body, **more), ".docx")  # type: ignore[arg-type]


def markdown(body: str, **more: object) -> str:
    return of(body, **more).markdown.rstrip("\n")


THAI_PARTS = p("๑.๑ ย่อย") + p("๑.๒ ย่อย")
PLAIN = p("ย่อหน้าธรรมดาที่ยาวพอจะไม่เป็นหัวข้อ เขียนไว้เพื่อให้เอกสารมีเนื้อความ")

CASES = {
    "bold that ends in a quotation mark beside a letter": (
        p("แบบ", r("“โคก หนอง นา”", BOLD), "ของเรา ", r("เอียง", "<w:i/>"), " และ", r("(๑)", BOLD), "ต่อ"),
        "แบบ“**โคก หนอง นา**”ของเรา *เอียง* และ(**๑**)ต่อ",
    ),
    "bold switched on for Thai alone, torn into runs": (
        p("ก่อน ", r("น้", "<w:bCs/>"), r("ำฝน", "<w:bCs/>"), r(" ", ""), r("ดี", "<w:bCs/>"), " หลัง"),
        "ก่อน **น้ำฝน ดี** หลัง",
    ),
    "sara am in two letters, old fonts, invisible characters, no-break spaces": (
        p("น้\u0e4d\u0e32 ที\uf70a ก\u200bข ค\u00a0ง"),
        "น้ำ ที่ กข ค ง",
    ),
    "signs that mean something in Markdown": (
        p("# ก *ข* _ค_ `ง` [จ](ฉ) &lt;ช> ~~ซ~~ &amp;amp; ญ_ฎ a_b 1*2 \\ ฏ"),
        "\\# ก \\*ข\\* \\_ค\\_ \\`ง\\` \\[จ\\](ฉ) \\<ช> \\~\\~ซ\\~\\~ \\&amp; ญ\\_ฎ a_b 1\\*2 \\\\ ฏ",
    ),
    "an address with Thai behind it": (
        p("ดู https://www.cdd.go.thครับ และ https://th.wikipedia.org/wiki/ประเทศไทย นะ"),
        "ดู <https://www.cdd.go.th>ครับ และ <https://th.wikipedia.org/wiki/ประเทศไทย> นะ",
    ),
    "numbers as they were typed": (
        p("๑. ขุด") + p("๒.ปลูก") + p("(๓) รด") + PLAIN + p("1. หนึ่ง") + p("2. สอง") + p("\t2.1 ย่อย"),
        "๑. ขุด\\\n๒.ปลูก\\\n(๓) รด\n\nย่อหน้าธรรมดาที่ยาวพอจะไม่เป็นหัวข้อ เขียนไว้เพื่อให้เอกสารมีเนื้อความ\n\n"
        "1. หนึ่ง\n2. สอง\n\n2.1 ย่อย",
    ),
    "numbers of parts are no numbers of a list": (THAI_PARTS, "๑.๑ ย่อย\n\n๑.๒ ย่อย"),
    "numbers that do not follow each other": (
        p("1. ก") + p("3. ข") + p("4. ค") + PLAIN[:0],
        "1. ก\n3) ข\n4) ค",
    ),
    "typed bullets of many kinds, deeper by tabs": (
        p("- ก") + p("\t• ข") + p("\t-ค") + p("• ง") + p("\uf0b7\tจ"),
        "- ก\n  - ข\n  - ค\n- ง\n- จ",
    ),
    "a line break, a page break, a tab, symbols": (
        "<w:p>" + r("ก") + "<w:r><w:br/></w:r>" + r("- ข") + '<w:r><w:br w:type="page"/><w:tab/>'
        '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r("ม") + r("2", '<w:vertAlign w:val="superscript"/>') + "</w:p>",
        "ก\\\n\\- ข ✓ม²",
    ),
    "struck out and hidden": (
        p(r("เดิม", "<w:strike/>"), " ใหม่ ", r("ลับ", "<w:vanish/>")),
        "~~เดิม~~ ใหม่",
    ),
    "fields: a link, a page number, a ticked box": (
        p(field(' HYPERLINK "https://www.cdd.go.th/a" ', r("กรม")), " หน้า", field(" PAGE ", r("7")))
        + p('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>'
            '</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>', r(" เห็นชอบ")),
        "[กรม](https://www.cdd.go.th/a) หน้า\n\n☑ เห็นชอบ",
    ),
    "content controls, tags, fields of one piece": (
        "<w:sdt><w:sdtContent>" + p("ก", '<w:sdt><w:sdtContent>' + r("ข") + "</w:sdtContent></w:sdt>",
        '<w:smartTag w:element="x">' + r("ค") + "</w:smartTag>", '<w:fldSimple w:instr="TITLE">' + r("ง") + "</w:fldSimple>")
        + "</w:sdtContent></w:sdt>",
        "กขคง",
    ),
    "a frame around a text is a quotation": (
        table(td("ข้อควรระวัง", "อย่าลืม")) + p("จบ"),
        "> ข้อควรระวัง\n>\n> อย่าลืม\n\nจบ",
    ),
    "a table with merged cells, a caption row, pipes, two paragraphs in a cell": (
        table(
            td("ตารางที่ ๑", props='<w:gridSpan w:val="2"/>'),
            td("ก|ข") + td("ค", "ง"),
            td("จ", props='<w:vMerge w:val="restart"/>') + td("1"),
            td("", props="<w:vMerge/>") + td("2"),
        ),
        "ตารางที่ ๑\n\n| ก\\|ข | ค<br>ง |\n| --- | --- |\n| จ | 1 |\n|  | 2 |",
    ),
    "a line that would be a rule or a heading": (
        p("______________") + p("---") + p("ก") + p("=====") + p("+ ข"),
        "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n\n\\---\n\nก\n\n\\=====\n\n\\+ ข",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_as_the_author_meant(name: str) -> None:
    body, expected = CASES[name]
    assert markdown(body) == expected


def test_numbering_is_counted_as_word_counts_it() -> None:
    body = (
        p("หนึ่ง", props=counted(1)) + p("ย่อย", props=counted(1, 1)) + p("ย่อย", props=counted(1, 1))
        + p("สอง", props=counted(1)) + p("คั่นไว้ด้วยย่อหน้า") + p("สาม", props=counted(1))
        + p("ไทย", props=counted(2)) + p("ย่อยไทย", props=counted(2, 1)) + p("ไทยสอง", props=counted(2))
        + p("จุด", props=counted(3)) + p("ก ข", props=counted(4)) + p("ไม่นับ", props=counted(0))
    )  # fmt: skip
    lists = numbering(
        level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)"),
        level(0, "thaiNumbers", "%1.") + level(1, "thaiNumbers", "%1.%2"),
        level(0, "bullet", "\uf0b7"),
        level(0, "thaiLetters", "(%1)"),
    )
    assert markdown(body, numbering=lists) == (
        "1. หนึ่ง\n   - a) ย่อย\n   - b) ย่อย\n2. สอง\n\nคั่นไว้ด้วยย่อหน้า\n\n3. สาม\n\n"
        "๑. ไทย\n\n- ๑.๑ ย่อยไทย\n\n๒. ไทยสอง\n\n- จุด\n\n(ก) ก ข\n\nไม่นับ"
    )


def test_headings_by_style_of_any_name_with_their_numbers() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="หัวข้อของเรา"/><w:basedOn w:val="1"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    )
    body = (
        p("คู่มือน้ำ", props='<w:pStyle w:val="Title"/>')
        + p("ความเป็นมา", props='<w:pStyle w:val="1"/>' + counted(1)) + PLAIN
        + p("แหล่งน้ำ", props='<w:pStyle w:val="a5"/>' + counted(1, 1)) + p("ก")
    )  # fmt: skip
    lists = numbering(level(0, "thaiNumbers", "%1.") + level(1, "thaiNumbers", "%1.%2"))
    found = of(body, styles=styles, numbering=lists)
    assert found.title == "คู่มือน้ำ"
    assert found.markdown.startswith("## ๑. ความเป็นมา\n\n")
    assert "\n\n### ๑.๑ แหล่งน้ำ\n\nก" in found.markdown


def test_bold_and_large_lines_are_headings_where_there_are_no_styles() -> None:
    large = f'{BOLD}<w:szCs w:val="40"/>'
    body = (
        p(r("การขุดหนอง", large)) + p(r("๑. ความเป็นมา", BOLD)) + PLAIN + p(r("๑.๑ แหล่งน้ำ", BOLD)) + PLAIN
        + p(r("สำคัญ", BOLD), " ไม่ใช่หัวข้อ") + p(r("ท้ายเรื่องตัวหนา", BOLD))
    )  # fmt: skip
    found = of(body)
    assert found.title == "การขุดหนอง"
    heads = [line for line in found.markdown.split("\n") if line.startswith("#")]
    assert heads == ["## ๑. ความเป็นมา", "### ๑.๑ แหล่งน้ำ"]
    assert "**สำคัญ** ไม่ใช่หัวข้อ" in found.markdown
    assert found.markdown.endswith("**ท้ายเรื่องตัวหนา**\n")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (p(r("แบบบันทึกองค์ความรู้", BOLD)) + p("ชื่อองค์ความรู้: การทำปุ๋ย") + PLAIN, "การทำปุ๋ย"),
        (p(r("แบบบันทึกองค์ความรู้", BOLD)) + p(r("การทำปุ๋ย", BOLD)) + PLAIN, "การทำปุ๋ย"),
        (p("๑. ชื่อเรื่อง ......การทำปุ๋ย......") + PLAIN, "การทำปุ๋ย"),
        (table(td("ชื่อองค์ความรู้") + td("การทำปุ๋ย"), td("หน่วยงาน") + td("กะทู้")) + PLAIN, "การทำปุ๋ย"),
        (p("ชื่อองค์ความรู้ ..............................") + PLAIN, ""),
        (p("เรื่องนี้เป็นเพียงตัวอย่าง") + PLAIN, ""),
    ],
)
def test_the_title_stands_where_offices_write_it(body: str, title: str) -> None:
    assert of(body).title == title


def test_a_few_words_are_enough_for_headings() -> None:
    body = p(r("เรื่องเล่า", BOLD)) + p(r("ความเป็นมา", BOLD)) + p("สั้น") + p(r("ผลลัพธ์", BOLD)) + p("ดี")
    found = of(body)
    assert (found.title, found.markdown) == ("เรื่องเล่า", "## ความเป็นมา\n\nสั้น\n\n## ผลลัพธ์\n\nดี\n")


def test_bold_lines_that_count_on_are_a_list() -> None:
    body = (
        PLAIN
        + "".join(p(r(f"{at}. ข้อหนา", BOLD)) for at in "๑๒")
        + PLAIN
        + p(r("1. หัวข้อ", BOLD))
        + PLAIN
    )
    found = markdown(body)
    assert "**๑. ข้อหนา**\\\n**๒. ข้อหนา**" in found
    assert "\n\n## 1. หัวข้อ\n\n" in found


def test_a_text_that_is_bold_throughout_has_no_headings() -> None:
    assert "#" not in markdown("".join(p(r(f"บรรทัดหนาที่ {at}", BOLD)) for at in range(6)))


def test_footnotes_boxes_pictures_and_what_is_left_out() -> None:
    media = {"m1": PNG, "m2": b"\x01\0\0\0" + b"EMF" * 40}
    body = (
        p("น้ำ", '<w:r><w:footnoteReference w:id="2"/></w:r>', "ใส") + p("มีกล่อง", box(p("ในกล่อง") + p("- ข้อหนึ่ง")))
        + p(picture("m1", "แผนภาพหนอง")) + p(picture("m1", "Description automatically generated")) + p(picture("m2"))
        + p("ใหม่", '<w:del w:author="x"><w:r><w:delText>เก่า</w:delText></w:r></w:del>',
            '<w:ins w:author="x">' + r("เพิ่ม") + "</w:ins>", '<w:r><w:commentReference w:id="0"/></w:r>')
        + p('<w:hyperlink r:id="l1">' + r("ไฟล์ในเครื่อง") + "</w:hyperlink>", '<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>')
        + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
        "<w:sdtContent>" + p("น้ำ") + "</w:sdtContent></w:sdt>"
        + p('<w:r><w:object><o:OLEObject Type="Embed"/></w:object></w:r>', r("จบ"))
    )  # fmt: skip
    found = of(
        body,
        media=media,
        links={"l1": "file:///C:/a.docx"},
        footnotes='<w:footnote w:id="2">' + p("เชิงอรรถ") + p("สองย่อหน้า") + "</w:footnote>",
        comments='<w:comment w:id="0">' + p("ควรแก้") + "</w:comment>",
        header=p("หัวกระดาษของเรา"),
    )
    assert "น้ำ[^1]ใส" in found.markdown
    assert found.markdown.endswith("[^1]: เชิงอรรถ\n\n    สองย่อหน้า\n")
    assert "มีกล่อง\n\n> ในกล่อง\n>\n> - ข้อหนึ่ง\n\n![แผนภาพหนอง](image01.png)" in found.markdown
    assert "ใหม่เพิ่ม\n" in found.markdown
    assert "ไฟล์ในเครื่องa=b" in found.markdown
    assert [(each.name, each.alt, each.data) for each in found.files] == [
        ("image01.png", "แผนภาพหนอง", PNG)
    ]
    assert dict(found.left) == {
        left.BOXES: 1, left.PICTURES: 1, left.CHANGES: 1, left.LINKS: 1, left.EQUATIONS: 1,
        left.CONTENTS: 1, left.OBJECTS: 1, left.MARGINS: 1, left.COMMENTS: 1,
    }  # fmt: skip
    assert found.missing == ("หัวกระดาษของเรา",)
    assert load(*dump(found)) == found


def test_pictures_that_no_item_may_carry_are_made_anew() -> None:
    """An old type, a damaged one, one with more pixels than a page can show."""
    media = {"m1": saved("GIF", (9, 9)), "m2": PNG[:40], "m3": saved("JPEG", (7000, 6000))}
    found = of("".join(p(picture(each)) for each in media), media=media)
    assert [each.name for each in found.files] == ["image01.png", "image02.jpg"]
    with Image.open(io.BytesIO(found.files[1].data)) as image:
        assert max(image.size) == 2560
    assert dict(found.left) == {left.REMADE: 2, left.PICTURES: 1}


def test_a_link_on_a_picture_and_a_film_of_the_web() -> None:
    linked = picture("m1", "ป้าย").replace(
        'descr="ป้าย"/>', 'descr="ป้าย"><a:hlinkClick r:id="l1"/></wp:docPr>'
    )
    film = picture("m1").replace(
        "<pic:pic>", '<wp15:webVideoPr xmlns:wp15="x" embeddedHtml="&lt;iframe src=&quot;'
        'https://www.youtube.com/embed/KHLANGsmp05&quot;&gt;"/><pic:pic>'
    )  # fmt: skip
    found = markdown(p(linked) + p(film), media={"m1": PNG}, links={"l1": "https://www.cdd.go.th/"})
    assert "![ป้าย](image01.png)\n\n<https://www.cdd.go.th/>" in found
    assert "<https://www.youtube.com/embed/KHLANGsmp05>" in found


def saved(format: str, size: tuple[int, int]) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, "red").save(data, format)
    return data.getvalue()


def test_the_other_spelling_of_the_format_is_read_too() -> None:
    usual, other = (
        "schemas.openxmlformats.org/wordprocessingml/2006/main",
        "purl.oclc.org/ooxml/wordprocessingml/main",
    )
    source = zipfile.ZipFile(io.BytesIO(word(p("ข้อความ"))))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in source.namelist():
            text = source.read(name).decode()
            text = text.replace(usual, other)
            archive.writestr(name, text)
    assert convert(packed.getvalue(), ".docx").markdown == "ข้อความ\n"


def test_a_document_of_python_docx() -> None:
    document = docx.Document()
    head = document.add_paragraph().add_run("เรื่อง การทำปุ๋ยหมัก")
    head.bold, head.font.size = True, Pt(20)
    document.add_paragraph("ตอนต้น")
    for style, text in (("List Number", "ก"), ("List Bullet 2", "ข"), ("List Number", "ค")):
        document.add_paragraph(text, style=style)
    saved = io.BytesIO()
    document.save(saved)
    found = convert(saved.getvalue(), ".docx")
    assert found.title == "การทำปุ๋ยหมัก"
    assert "1. ก\n   - ข\n2. ค\n" in found.markdown


_LETTERS = re.compile("[^ก-๎]")
THAI = "กขคงนมรล้่็ิีุูเแโใไาำะๆฯ๐๑๒ \"'“”()[]*_~`#>-+.!|&<\\abc123:/"


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.lists(
            st.tuples(st.text(THAI, min_size=1, max_size=12), st.booleans(), st.booleans()),
            min_size=1,
            max_size=4,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_no_word_is_lost_or_changed_on_the_page(texts: list[list[tuple[str, bool, bool]]]) -> None:
    """Whatever is typed, bold or not, stands on the page with the same letters in the same order."""
    body = "".join(
        p(*(
            r(escape(text), (BOLD if bold else "") + ("<w:i/>" if italic else ""))
            for text, bold, italic in runs
        ))
        for runs in texts
    )  # fmt: skip
    found = of(body + p("ท้าย"))
    page = found.title + unescape(re.sub("<[^>]*>", "", render(readable(found.markdown)).raw))
    for runs in texts:  # each paragraph whole, but for a typed mark that becomes that of a list
        words = _LETTERS.sub("", readable("".join(text for text, _, _ in runs)))
        assert words in _LETTERS.sub("", page), (found.markdown, words)
