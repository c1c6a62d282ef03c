"""Text of attachments: in reading order, exact in Thai, folded."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pptx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from pikepdf import Array, Dictionary, Name, String
from PIL import ExifTags, Image
from pptx.util import Inches

from khlang.files import jobs, limits, text, thai_layer
from tests.archive import PDF
from tests.files import samples
from tests.files.samples import DIRTY, edited

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


def _text(save: Callable[[io.BytesIO], object], suffix: str) -> str:
    result = io.BytesIO()
    save(result)
    return jobs.examine(result.getvalue(), suffix).text


def test_a_document_is_read_from_top_to_bottom() -> None:
    """Paragraphs, tables with tables, boxes, what stands at the edges of the page."""
    document = docx.Document()
    document.add_paragraph("หนึ่ง")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "ก"
    table.cell(0, 1).text = "ข"
    inner = table.cell(0, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "ค", "ง"
    boxes = document.add_paragraph("สอง")
    box = "<w:txbxContent><w:p><w:r><w:t>ในกล่อง</w:t></w:r></w:p></w:txbxContent>"
    boxes._p.append(
        parse_xml(
            f"<w:r {NAMES}><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )
    boxes._p.append(
        parse_xml(
            f'<w:r {NAMES}><w:drawing><wp:docPr id="1" name="x" descr="แผนที่"/></w:drawing></w:r>'
        )
    )
    document.sections[0].header.paragraphs[0].text = "หัวกระดาษ"
    document.sections[0].footer.paragraphs[0].text = "ท้ายกระดาษ"
    lines = _text(document.save, ".docx").split("\n")
    assert lines == ["หนึ่ง", "ก\tข ค\tง", "สอง", "ในกล่อง", "แผนที่", "หัวกระดาษ", "ท้ายกระดาษ"]


def test_a_word_torn_into_runs_is_one_word() -> None:
    """Word tears words wherever somebody has typed; tabs and line breaks are kept."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for piece in ("น้", "ำ", "ขึ้น", "\t", "ลง", "\n", "ใหม่"):
        paragraph.add_run(piece)
    assert _text(document.save, ".docx") == "น้ำขึ้น\tลง\nใหม่"


def test_thai_is_folded_to_one_spelling() -> None:
    """Typed in the other order, with the letter in two parts, with characters of no width."""
    document = docx.Document()
    document.add_paragraph("น\u0e4d\u0e49า\u200bขึ้น\u00a0\u00a0 ก\u0e4d\u0e32")
    assert _text(document.save, ".docx") == "น้ำขึ้น กำ"


def test_slides_are_read_in_the_order_they_are_shown() -> None:
    deck = pptx.Presentation()
    for title in ("หนึ่ง", "สอง"):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = title
        slide.notes_slide.notes_text_frame.text = f"โน้ต {title}"
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(1), Inches(1)).table
    for row in range(2):
        for column in range(2):
            table.cell(row, column).text = f"{row}{column}"
    slides = deck.slides._sldIdLst
    slides.append(slides[0])  # the first one goes to the end
    assert _text(deck.save, ".pptx").split("\n") == [
        "สอง", "00\t01", "10\t11", "โน้ต สอง", "หนึ่ง", "โน้ต หนึ่ง"
    ]  # fmt: skip


def test_sheets_are_read_row_by_row_as_they_were_typed() -> None:
    """Thirteen digits stay thirteen digits: somebody may have put identity cards into a table."""
    book = openpyxl.Workbook()
    book.active.title = "แผ่นแรก"
    book.active.append(["ชื่อ", "เลข", None, "ราคา", True])
    book.active.append(["ก", 1_234_567_890_123, None, 12.5, "=1+1"])
    hidden = book.create_sheet("ซ่อน")
    hidden.sheet_state = "hidden"
    hidden.append(["ลับ"])
    assert _text(book.save, ".xlsx").split("\n") == [
        "แผ่นแรก", "ชื่อ\tเลข\tราคา\t1", "ก\t1234567890123\t12.5", "ซ่อน", "ลับ"
    ]  # fmt: skip


def test_a_sheet_without_a_tab_is_read_too() -> None:
    """No program shows it, and it is in the published copy."""
    book = openpyxl.Workbook()
    book.create_sheet("ลับ").append(["1-1111-11111-11-9", "น้ำ"])
    saved = io.BytesIO()
    book.save(saved)
    made = edited(
        saved.getvalue(),
        {"xl/workbook.xml": lambda part: re.sub(rb'<sheet [^>]*sheetId="2"[^>]*/>', b"", part)},
    )
    assert "1-1111-11111-11-9\tน้ำ" in jobs.examine(made, ".xlsx").text


def test_a_broken_sheet_is_damaged_wherever_it_breaks() -> None:
    """Sheets are read row by row: the fault may come late."""
    made = edited(
        samples.sheets(),
        {"xl/worksheets/sheet1.xml": lambda part: part.replace(b"</sheetData>", b"</sheetDat>")},
    )
    assert [each.code.id for each in jobs.examine(made, ".xlsx").findings] == ["KH-L020"]


def test_a_number_that_excel_has_rounded_is_written_out() -> None:
    made = edited(
        samples.sheets(),
        {
            "xl/worksheets/sheet1.xml": lambda part: part.replace(
                b"<v>1234567890123</v>", b"<v>1.2345678901230001E12</v>"
            )
        },
    )
    assert "1234567890123" in jobs.examine(made, ".xlsx").text


def test_rich_and_inline_strings_are_read() -> None:
    rows = (
        '<row><c t="inlineStr"><is><r><t>น้ำ</t></r><r><t>ขึ้น</t></r></is></c>'
        '<c t="s"><v>999</v></c><c t="str"><v>สูตร</v></c><c t="n"><v>x</v></c></row></sheetData>'
    )
    made = edited(
        samples.sheets(),
        {"xl/worksheets/sheet1.xml": lambda part: part.replace(b"</sheetData>", rows.encode())},
    )
    assert "น้ำขึ้น\tสูตร\tx" in jobs.examine(made, ".xlsx").text


def test_the_samples_of_the_repository_are_read_exactly(repository: Path) -> None:
    """A PDF made by a browser: marks and letters in their places, ำ without a space behind it."""
    guide = repository / "content/items/2564/bang-pakong/bang-pakong-kpbtf/guide.pdf"
    found = jobs.examine(guide.read_bytes(), ".pdf")
    assert found.findings == ()
    for words in (
        "คู่มือคณะกรรมการกองทุนชุมชน",
        "จัดทำใหม่จากเอกสารกระดาษเพื่อให้ค้นหาและพิมพ์ได้",
        "ประธาน เรียกประชุม ดำเนินการประชุม",
        "ปัญหาความยากจน (กข.คจ.)",
    ):
        assert words in found.text


def _pdf(letters: str, words: str, *, spelled: bool = False) -> bytes:
    """A page that shows Latin letters and says that they are others."""
    codes = {letter: index for index, letter in enumerate(dict.fromkeys(letters), 0x30)}
    table = "".join(
        f"<{codes[letter]:02x}> <{word.encode('utf-16-be').hex()}>\n"
        for letter, word in zip(letters, words, strict=True)
    )
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        unicode = pdf.make_stream(
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            b"1 begincodespacerange <00> <ff> endcodespacerange\n"
            + f"{len(letters)} beginbfchar\n{table}endbfchar\n".encode()
            + b"endcmap end end"
        )
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, ToUnicode=unicode
        )
        font.FirstChar, font.LastChar, font.Widths = 0x30, 0x30 + 99, Array([500] * 100)
        pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F1=font))
        shown = "".join(f"{codes[letter]:02x}" for letter in letters)
        pieces = [shown[at : at + 2] for at in range(0, len(shown), 2)]
        content = f"<{shown}> Tj"
        if spelled:
            inner = " 0 0 Td ".join(f"<{piece}> Tj" for piece in pieces)
            mark = f"/Span <</ActualText <feff{words.encode('utf-16-be').hex()}>>> BDC"
            content = f"{mark} {inner} EMC"
        pdf.pages[0].obj.Contents = pdf.make_stream(f"BT /F1 12 Tf 20 100 Td {content} ET".encode())
        result = io.BytesIO()
        pdf.save(result)
    return result.getvalue()


ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def test_the_text_of_a_pdf_is_what_its_fonts_say() -> None:
    words = "น้ำขึ้นให้รีบตักเก็บไว้ใช้"
    assert jobs.examine(_pdf(ALPHABET[: len(words)], words), ".pdf").text == words


def test_a_cluster_with_its_spelling_beside_it_is_told_once() -> None:
    """PDFium would say it for each glyph."""
    found = jobs.examine(_pdf("ABC", "ที่", spelled=True), ".pdf")
    assert found.text == "ที่"


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("น้ำขึ้นให้รีบตัก เก็บไว้ใช้ยามแล้ง", []),
        ("A handbook of wells and waters 12", []),
        ("น\uf70aำข\uf701\uf70bนให\uf70bร\uf702บต\uf710ก เก\uf712บไว\uf70bใช", ["KH-L027"]),
        ("¹éÓ¢Öé¹ãËéÃÕºµÑ¡à¡çºäÇéãªéÂÒÁáÅé§", ["KH-L027"]),
        ("น\ufffdำข\ufffd\ufffdนให\ufffdร\ufffdบตักเก็บไว้ใช้", ["KH-L027"]),
        ("น\x03ำข\x04\x05นให\x03ร\x06บตักเก็บไว้ใช้", ["KH-L027"]),
        ("12", ["KH-L028"]),
    ],
    ids=[
        "Thai",
        "English",
        "old fonts",
        "another code page",
        "lost marks",
        "numbers of glyphs",
        "a scan",
    ],
)
def test_a_text_layer_that_is_not_what_is_seen_is_told(words: str, codes: list[str]) -> None:
    """A notice: the page looks right, but cannot be searched, copied, or checked."""
    words = words[: len(ALPHABET)]
    found = jobs.examine(_pdf(ALPHABET[: len(words)], words), ".pdf").findings
    assert [each.code.id for each in found] == codes


def test_marks_of_old_fonts_are_read_as_what_they_show() -> None:
    """The search finds the word, though who copies it from the page gets something else."""
    words = "น\uf70bำข\uf701\uf70bนให\uf70bร\uf702บต\uf710ก"
    assert jobs.examine(_pdf(ALPHABET[: len(words)], words), ".pdf").text == "น้ำขึ้นให้รีบตัก".replace(
        "ึ", "ิ"
    )


def test_one_slip_does_not_make_a_text_broken() -> None:
    good = "น้ำขึ้นให้รีบตักเก็บไว้ใช้ยามแล้ง" * 5
    assert not thai_layer.judge(good).is_broken
    assert not thai_layer.judge(f"{good} ่").is_broken
    assert not thai_layer.judge("เเม่น้ำเเละลำคลองในฤดูเเล้ง").is_broken
    assert thai_layer.judge(good.replace("้", "้้")).is_broken
    assert thai_layer.judge("ก ่ ำ ่ ้ ิ ็ น ์" * 10).is_broken


def test_a_text_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "TEXT", 10)
    assert text.plain("ก" * 6 for _ in range(10**12)) == "กกกกกก\nกกก"
    assert limits.TEXT >= 1_000_000


def test_what_nobody_reads_as_text_is_searched_all_the_same() -> None:
    """Addresses behind links, fields and formulas of Office; bookmarks, forms and links of a PDF."""
    document = docx.Document()
    part = document.part
    part.relate_to("https://wa.me/66810000012", RT.HYPERLINK, is_external=True)
    field = f"<w:p {NAMES}><w:r><w:instrText>REF 0810000012</w:instrText></w:r></w:p>"
    document.element.body.insert(0, parse_xml(field))
    assert _unseen(document.save, ".docx") >= {
        "https://wa.me/66810000012",
        "REF 0810000012",
    }
    book = openpyxl.Workbook()
    book.active["A1"] = '="0810000012"'
    assert '"0810000012"' in _unseen(book.save, ".xlsx")
    pdf = pikepdf.open(io.BytesIO(PDF))
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("ป้าแดง", 0))
    link = Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="mailto:a@example.org"))
    field_of_form = Dictionary(Subtype=Name.Widget, FT=Name.Tx, T="a", V="0810000012")
    annotations = [pdf.make_indirect(each) for each in (link, field_of_form)]
    pdf.pages[0].Annots = Array(annotations)
    pdf.Root.AcroForm = Dictionary(Fields=Array(annotations[1:]))
    assert _unseen(pdf.save, ".pdf") >= {
        "ป้าแดง",
        "mailto:a@example.org",
        "0810000012",
    }


NUMBER = "0810000012"


def _in_xml(suffix: str, part: str, before: bytes, inside: str) -> set[str]:
    """What is told of a document of ours with this before a tag of one of its parts."""
    put = f"{inside.replace('@', NUMBER)}".encode() + before
    data = edited(DIRTY[suffix](), {part: lambda old: old.replace(before, put, 1)})
    return {*jobs.examine(data, suffix).unseen}


@pytest.mark.parametrize(
    ("suffix", "part", "before", "inside"),
    [
        (".docx", "word/document.xml", b"</w:body>", '<w:p><w:fldSimple w:instr="@"/></w:p>'),
        (".docx", "word/document.xml", b"</w:body>", "<w:p><w:bookmarkStart w:id='1' w:name='@'/></w:p>"),
        (".docx", "word/document.xml", b"</w:body>", '<w:p><w:hyperlink w:tooltip="@"/></w:p>'),
        (".docx", "word/document.xml", b"</w:body>", "<w:p><w:del><w:r><w:delText>@</w:delText></w:r></w:del></w:p>"),
        (".docx", "word/styles.xml", b"</w:styles>", '<w:style><w:name w:val="@"/></w:style>'),
        (".docx", "word/settings.xml", b"</w:settings>", '<w:docVars><w:docVar w:val="@"/></w:docVars>'),
        (".xlsx", "xl/styles.xml", b"</styleSheet>", '<x formatCode="@"/>'),
        (".xlsx", "xl/workbook.xml", b"</workbook>", "<definedName>@</definedName>"),
        (".pptx", "ppt/slideMasters/slideMaster1.xml", b"</p:sldMaster>", '<x name="@"/>'),
        (".pptx", "ppt/slideLayouts/slideLayout1.xml", b"</p:sldLayout>", "<a:t>@</a:t>"),
    ],
)  # fmt: skip
def test_no_corner_of_a_document_is_left_out(
    suffix: str, part: str, before: bytes, inside: str
) -> None:
    """Names, hints, lists, deleted text, what only the master of the slides shows."""
    assert NUMBER in _in_xml(suffix, part, before, inside)


def test_a_field_torn_into_runs_is_told_whole() -> None:
    """As Word writes it."""
    torn = "".join(f"<w:r><w:instrText>{digit}</w:instrText></w:r>" for digit in NUMBER)
    field = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{torn}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert NUMBER in _in_xml(".docx", "word/document.xml", b"</w:body>", f"<w:p>{field}</w:p>")


def test_no_corner_of_a_pdf_is_left_out() -> None:
    """Hints and choices of forms, layers, labels of pages, destinations, spoken words, odd keys."""

    def save(stream: io.BytesIO) -> None:
        pdf = pikepdf.open(io.BytesIO(PDF))
        field = Dictionary(
            Subtype=Name.Widget, FT=Name.Ch, TU=f"{NUMBER}1", Opt=Array([f"{NUMBER}2"])
        )
        pdf.pages[0].Annots = Array([pdf.make_indirect(field)])
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=f"{NUMBER}3")]))
        pdf.Root.StructTreeRoot = Dictionary(K=Dictionary(S=Name.P, ActualText=f"{NUMBER}4"))
        pdf.Root.Odd = String(f"{NUMBER}5")
        pdf.save(stream)

    assert _unseen(save, ".pdf") >= {f"{NUMBER}{number}" for number in range(1, 6)}


def test_words_in_the_two_bytes_of_windows_are_read() -> None:
    """What the properties of a picture in its Explorer say, and the comment of a camera."""
    exif = Image.Exif()
    exif[ExifTags.Base.XPComment] = NUMBER.encode("utf-16-le")
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = b"UNICODE\0" + NUMBER.encode(
        "utf-16-be"
    )
    stream = io.BytesIO()
    Image.new("RGB", (9, 9)).save(stream, "JPEG", exif=exif)
    told = dict(jobs.examine(stream.getvalue(), ".jpg").metadata)
    assert told["XPComment"] == NUMBER
    assert NUMBER in told["UserComment"]


def test_a_number_is_read_with_the_zeros_that_its_cell_shows() -> None:
    """Excel keeps a telephone number without its zero; a cell of another format shows none."""
    book = openpyxl.Workbook()
    for row, shown in enumerate(("0000000000", "000\\-000\\-0000", "0", "General"), start=1):
        book.active.cell(row, 1, 810000012).number_format = shown
    text = _text(book.save, ".xlsx")
    assert text.split("\n")[1:] == ["0810000012", "0810000012", "810000012", "810000012"]


def _unseen(save: Callable[[io.BytesIO], object], suffix: str) -> set[str]:
    result = io.BytesIO()
    save(result)
    return set(jobs.examine(result.getvalue(), suffix).unseen)
