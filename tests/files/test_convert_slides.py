"""PowerPoint becomes Markdown: a heading a slide, lists as they are shown, notes of the speaker."""

import io

import pptx
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from khlang.files.convert import reading as left
from khlang.files.convert.convert import Converted, convert
from tests.archive import PNG

HERE = (0, 0, Inches(2), Inches(2))


def saved(deck: object) -> Converted:
    data = io.BytesIO()
    deck.save(data)  # type: ignore[attr-defined]
    return convert(data.getvalue(), ".pptx")


def test_titles_lists_groups_tables_pictures_and_notes() -> None:
    deck = pptx.Presentation()
    cover = deck.slides.add_slide(deck.slide_layouts[0])
    cover.shapes.title.text, cover.placeholders[1].text = "ขุดหนอง\vให้เก็บน้ำ", "โดย กลุ่มงาน"
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "ขั้นตอน"
    frame = slide.placeholders[1].text_frame
    frame.text = "สำรวจดิน"
    for text, depth in (("ดินเหนียว", 1), ("ดินทราย", 1), ("ขุด", 0)):
        each = frame.add_paragraph()
        each.text, each.level = text, depth
    bold = frame.add_paragraph().add_run()
    bold.text, bold.font.bold, bold.hyperlink.address = "กรม", True, "https://www.cdd.go.th/"
    slide.shapes.add_textbox(*HERE).text_frame.text = "กล่องข้อความ\n- ข้อพิมพ์"
    group = slide.shapes.add_group_shape()
    group.shapes.add_group_shape().shapes.add_textbox(*HERE).text_frame.text = "ลึกในกลุ่ม"
    picture = slide.shapes.add_picture(io.BytesIO(PNG), *HERE)
    picture._element.nvPicPr.cNvPr.set("descr", "ภาพหนอง")
    table = slide.shapes.add_table(2, 2, *HERE).table
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 0).text, table.cell(1, 0).text, table.cell(1, 1).text = "หัว", "ก|ข", "ค"
    slide.notes_slide.notes_text_frame.text = "พูดช้า ๆ\nถามก่อน"
    hidden = deck.slides.add_slide(deck.slide_layouts[6])
    hidden._element.set("show", "0")
    hidden.shapes.add_textbox(*HERE).text_frame.text = "สไลด์ที่ซ่อน"
    found = saved(deck)
    assert found.title == "ขุดหนอง ให้เก็บน้ำ"
    assert found.markdown == (
        "โดย กลุ่มงาน\n\n## ขั้นตอน\n\n- สำรวจดิน\n  - ดินเหนียว\n  - ดินทราย\n- ขุด\n"
        "- [**กรม**](https://www.cdd.go.th/)\n\nกล่องข้อความ\n\n- ข้อพิมพ์\n\nลึกในกลุ่ม\n\n"
        "![ภาพหนอง](image01.png)\n\nหัว\n\n| ก\\|ข | ค |\n| --- | --- |\n\n"
        "> **บันทึกผู้บรรยาย**\n>\n> พูดช้า ๆ\n>\n> ถามก่อน\n\n## สไลด์ที่ 3\n\nสไลด์ที่ซ่อน\n"
    )
    assert dict(found.left) == {left.HIDDEN_SLIDES: 1, left.MERGED: 1}
    assert found.missing == ()


def test_a_slide_without_a_title_is_headed_by_its_largest_line() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_textbox(*HERE).text_frame.text = "เนื้อความ"
    run = slide.shapes.add_textbox(*HERE).text_frame.paragraphs[0].add_run()
    run.text, run.font.size = "เลี้ยงปลาในนา", Pt(40)
    found = saved(deck)
    assert (found.title, found.markdown) == ("เลี้ยงปลาในนา", "เนื้อความ\n")


def test_thai_numbers_start_where_they_say_and_charts_are_tables() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    frame = slide.shapes.add_textbox(*HERE).text_frame
    for at, text in enumerate(("ก", "ข")):
        each = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        each.text = text
        number = each._p.get_or_add_pPr().makeelement(qn("a:buAutoNum"), {})
        number.set("type", "thaiNumPeriod")
        number.set("startAt", "3")
        each._p.pPr.append(number)
    data = CategoryChartData()
    data.categories = ["2563", "2564"]
    data.add_series("ครัวเรือน", (12, 30.5))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *HERE, data)
    found = saved(deck)
    assert "๓. ก\\\n๔. ข\n" in found.markdown
    assert "|  | ครัวเรือน |\n| --- | --- |\n| 2563 | 12 |\n| 2564 | 30.5 |" in found.markdown


def test_links_of_shapes_and_films_of_the_web() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    shape = slide.shapes.add_textbox(*HERE)
    shape.text_frame.text = "ดูต่อ"
    shape.click_action.hyperlink.address = "https://www.cdd.go.th/a"
    picture = slide.shapes.add_picture(io.BytesIO(PNG), *HERE)
    film = slide.part.relate_to("https://youtu.be/KHLANGsmp05", f"{OFFICE}/video", is_external=True)
    properties = picture._element.nvPicPr.find(qn("p:nvPr"))
    properties.append(properties.makeelement(qn("a:videoFile"), {qn("r:link"): film}))
    found = saved(deck)
    assert "ดูต่อ\n\n<https://www.cdd.go.th/a>\n" in found.markdown
    assert "![](image01.png)\n\n<https://youtu.be/KHLANGsmp05>\n" in found.markdown


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
