"""Word, PowerPoint, Excel: what is refused, what is accepted, and what is left out in silence."""

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from openpyxl.chart import BarChart, Reference
from PIL import Image

from khlang.files import jobs
from khlang.files.office import archive, changes, xml
from tests.files import samples
from tests.files.samples import SECRET, edited, unzipped, with_relation, with_types, zipped
from tests.files.search import holds

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.fixture(scope="module")
def word() -> bytes:
    return samples.word()


def _codes(data: bytes, suffix: str = ".docx") -> list[str]:
    return [each.code.id for each in jobs.examine(data, suffix).findings]


def _body(content: str) -> Callable[[bytes], bytes]:
    """More in the text of a document."""
    return lambda part: part.replace(b"<w:body>", f"<w:body>{content}".encode(), 1)


def _field(*pieces: str) -> str:
    """A field whose instruction is torn into runs, as Word does."""
    torn = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    ends = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "end"))
    first, last = ends
    return f"<w:p>{first}{torn}{last}</w:p>"


REFUSED: Mapping[str, tuple[str, Mapping[str, samples.Change]]] = {
    "macros": (
        "KH-L022",
        {
            "word/vbaProject.bin": OLE,
            RELS: with_relation(f"{MICROSOFT}/vbaProject", "vbaProject.bin"),
            TYPES: with_types(("/word/vbaProject.bin", "application/vnd.ms-office.vbaProject")),
        },
    ),
    "macros that nothing refers to": (
        "KH-L022",
        {
            "word/x.bin": b"x",
            TYPES: with_types(("/word/x.bin", "application/vnd.ms-office.vbaProject")),
        },
    ),
    "a document with macros under another name": (
        "KH-L022",
        {
            TYPES: lambda part: part.replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            )
        },
    ),
    "an embedded object": (
        "KH-L022",
        {
            "word/embeddings/oleObject1.bin": OLE,
            RELS: with_relation(f"{RELATIONS}/oleObject", "embeddings/oleObject1.bin"),
        },
    ),
    "a program": ("KH-L022", {"word/media/image9.png": b"MZ" + bytes(99)}),
    "an embedded page": (
        "KH-L022",
        {
            "word/page.html": b"<script>1</script>",
            RELS: with_relation(f"{RELATIONS}/aFChunk", "page.html"),
        },
    ),
    "ActiveX": (
        "KH-L022",
        {"word/x.xml": b"<x/>", RELS: with_relation(f"{RELATIONS}/control", "x.xml")},
    ),
    "a command in a field": ("KH-L022", {"word/document.xml": _body(_field("DDE", "AUTO cmd"))}),
    "a command in a simple field": (
        "KH-L022",
        {"word/document.xml": _body('<w:fldSimple w:instr=" INCLUDEPICTURE &quot;//x/y&quot; "/>')},
    ),
    "a template elsewhere": (
        "KH-L023",
        {
            "word/_rels/settings.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="r" Type="{RELATIONS}/attachedTemplate" TargetMode="External"'
                ' Target="https://example.org/evil.dotm"/></Relationships>'
            ).encode()
        },
    ),
    "a picture elsewhere": (
        "KH-L023",
        {RELS: with_relation(f"{RELATIONS}/image", "https://example.org/x.png", external=True)},
    ),
    "a link to a disk": (
        "KH-L023",
        {RELS: with_relation(f"{RELATIONS}/hyperlink", "file:///C:/x.docx", external=True)},
    ),
    "a link that is a script": (
        "KH-L023",
        {RELS: with_relation(f"{RELATIONS}/hyperlink", "javascript:alert(1)", external=True)},
    ),
    "a part outside the document": (
        "KH-L023",
        {RELS: with_relation(f"{RELATIONS}/image", "../../../etc/passwd")},
    ),
    "entities that multiply": (
        "KH-L020",
        {
            "word/document.xml": b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
            + b"".join(
                f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 20}">'.encode() for n in range(1, 9)
            )
            + b"]><x>&a8;</x>"
        },
    ),
    "entities in other letters": (
        "KH-L020",
        {"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16")},
    ),
    "an encoding of long ago": (
        "KH-L020",
        {
            "word/document.xml": "<?xml version='1.0' encoding='tis-620'?><x>น้ำ</x>".encode(
                "tis-620"
            )
        },
    ),
    "no main part": ("KH-L020", {"_rels/.rels": b"<Relationships/>"}),
    "no types": ("KH-L020", {TYPES: None}),
    "a picture that is none": ("KH-L026", {"word/media/image1.jpg": b"\xff\xd8\xff" + bytes(40)}),
    "a part of a type nobody knows": ("KH-L026", {"word/media/image1.jpg": b"anything"}),
    "the strict format": (
        "KH-L026",
        {
            "_rels/.rels": lambda part: part.replace(
                b"schemas.openxmlformats.org/officeDocument/2006",
                b"purl.oclc.org/ooxml/officeDocument",
            )
        },
    ),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_acts_or_reaches_outside_is_refused(name: str, word: bytes) -> None:
    """By the examination, and again by the cleaning: there is no copy of it."""
    code, change = REFUSED[name]
    broken = edited(word, change)
    assert _codes(broken) == [code]
    with pytest.raises(jobs.Refused) as refused:
        jobs.clean(broken, ".docx")
    assert refused.value.finding.code.id == code


@pytest.mark.parametrize(
    ("suffix", "other"), [(".docx", ".xlsx"), (".xlsx", ".pptx"), (".pptx", ".docx")]
)
def test_a_document_is_not_taken_for_another(suffix: str, other: str) -> None:
    """All three are zips: the main part decides."""
    assert _codes(samples.DIRTY[other](), suffix) == ["KH-L004"]


def test_a_zip_of_anything_is_no_document() -> None:
    assert _codes(zipped({"a.txt": b"x"})) == ["KH-L020"]


@pytest.mark.parametrize(
    "name",
    ["../x.xml", "/x.xml", "a/../../x", "a\\x.xml", "C:x.xml", "a//x.xml", "./x", "x\u202e.xml"],
)
def test_no_name_leads_out_of_the_document(name: str, word: bytes) -> None:
    assert _codes(zipped({**unzipped(word), name: b"<x/>"})) == ["KH-L023"]


def test_what_stands_twice_is_refused(word: bytes) -> None:
    """Two programs may open different ones."""
    result = io.BytesIO(word)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(result, "a") as twice:
        twice.writestr("word/document.xml", b"<x/>")
    assert _codes(result.getvalue()) == ["KH-L020"]


@pytest.mark.parametrize(
    "files",
    [
        {f"word/x{number}.xml": b"<x/>" for number in range(2_000)},
        {"word/x.xml": b" " * 30_000_000},
        {f"word/x{number}.bin": b"x" * 1_000_000 for number in range(201)},
    ],
    ids=["many entries", "one dense entry", "many dense entries"],
)
def test_what_unpacks_to_too_much_is_refused(files: dict[str, bytes], word: bytes) -> None:
    assert _codes(zipped({**unzipped(word), **files})) == ["KH-L021"]


def test_a_directory_of_a_million_is_not_read() -> None:
    """Number and length are looked at before anything is made of them."""
    row = b"PK\x01\x02" + bytes(42)
    end = b"PK\x05\x06" + bytes(4) + b"\x13\0\x13\0" + len(row * 400_000).to_bytes(4, "little")
    lies = b"PK\x03\x04" + bytes(26) + row * 400_000 + end + bytes(6)
    assert _codes(lies) == ["KH-L021"]


def test_what_an_entry_says_of_its_size_is_no_limit(
    word: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "UNZIPPED", 100_000)
    assert _codes(word) == ["KH-L021"]


def test_links_to_the_web_and_to_an_office_are_accepted(word: bytes) -> None:
    """Word writes a mailto: link for every address; the finders of personal data see it."""
    linked = edited(
        word,
        {
            RELS: lambda part: with_relation(
                f"{RELATIONS}/hyperlink", "mailto:a@example.org", external=True
            )(with_relation(f"{RELATIONS}/hyperlink", "https://www.cdd.go.th", external=True)(part))
        },
    )
    assert _codes(linked) == []
    assert "mailto:a@example.org" in jobs.examine(linked, ".docx").text
    assert b"https://www.cdd.go.th" in unzipped(jobs.clean(linked, ".docx").data)[RELS]


def test_parts_that_nobody_knows_go_with_what_refers_to_them(word: bytes) -> None:
    """A new version of Office brings new parts on persons; a document without them is whole."""
    extension = (
        '<w:p><w:r><w:drawing><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:ext uri="x"><x:new xmlns:x="urn:x" xmlns:r="{RELATIONS}" r:id="rIdExtra7"/></a:ext>'
        "</a:extLst></w:drawing></w:r></w:p>"
    )
    made = edited(
        word,
        {
            "word/new.xml": f"<x>{SECRET}</x>".encode(),
            RELS: with_relation(
                "http://schemas.microsoft.com/office/2031/relationships/moods", "new.xml"
            ),
            "word/document.xml": _body(extension),
        },
    )
    files = unzipped(jobs.clean(made, ".docx").data)
    assert "word/new.xml" not in files
    assert b"rIdExtra7" not in files["word/document.xml"] + files[RELS]
    assert b"extLst" not in files["word/document.xml"]


def test_what_old_programs_show_takes_the_place_of_a_part_that_goes(word: bytes) -> None:
    """A model in three dimensions, or ink: behind each stands a picture for others."""
    alternatives = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    content = (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{alternatives}"><mc:Choice Requires="x">'
        f'<x:new xmlns:x="urn:x" xmlns:r="{RELATIONS}" r:id="rIdExtra7"/></mc:Choice>'
        "<mc:Fallback><w:t>ภาพแทน</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    made = edited(
        word,
        {
            "word/new.xml": b"<x/>",
            RELS: with_relation(
                "http://schemas.microsoft.com/office/2031/relationships/moods", "new.xml"
            ),
            "word/document.xml": _body(content),
        },
    )
    document = unzipped(jobs.clean(made, ".docx").data)["word/document.xml"]
    assert "<w:r><w:t>ภาพแทน</w:t></w:r>".encode() in document
    assert b"AlternateContent" not in document


@pytest.mark.parametrize(
    ("instruction", "codes"),
    [
        ('HYPERLINK "https://www.cdd.go.th"', []),
        ('HYPERLINK \\l "บทที่1"', []),
        ("PAGE", []),
        ('HYPERLINK "C:\\\\Users\\\\x.docx"', ["KH-L023"]),
        ("HYPERLINK javascript:alert(1)", ["KH-L023"]),
        ('HYPERLINK "\\\\\\\\server\\\\x"', ["KH-L023"]),
    ],
)
def test_a_link_in_a_field_leads_to_the_web(
    instruction: str, codes: list[str], word: bytes
) -> None:
    field = _field(instruction.replace('"', "&quot;"))
    assert _codes(edited(word, {"word/document.xml": _body(field)})) == codes


def test_comments_thumbnails_and_properties_are_no_part_of_the_copy(word: bytes) -> None:
    names = set(unzipped(jobs.clean(word, ".docx").data))
    assert not any("omment" in name or "thumbnail" in name or "customXml" in name for name in names)
    assert {name for name in names if name.startswith("docProps")} == {"docProps/core.xml"}
    assert "_rels/.rels" in names


def test_the_table_behind_a_chart_goes_and_the_chart_stays() -> None:
    """PowerPoint puts the whole workbook behind a chart, with everything else that is in it."""
    workbook = openpyxl.Workbook()
    workbook.active.append(["ก", 1])
    chart = BarChart()
    chart.add_data(Reference(workbook.active, min_col=2, min_row=1, max_row=1))
    workbook.active.add_chart(chart, "D1")
    result = io.BytesIO()
    workbook.save(result)
    external = f'<c:externalData xmlns:r="{RELATIONS}" r:id="rId1"/></c:chartSpace>'.replace(
        "c:", ""
    )
    made = edited(
        result.getvalue(),
        {
            "xl/embeddings/Sheet.xlsx": zipped({"x": SECRET.encode()}),
            "xl/charts/_rels/chart1.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId1" Type="{RELATIONS}/package" Target="../embeddings/Sheet.xlsx"/>'
                "</Relationships>"
            ).encode(),
            "xl/charts/chart1.xml": lambda part: part.replace(b"</chartSpace>", external.encode()),
            TYPES: with_types(
                (
                    "/xl/embeddings/Sheet.xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                )
            ),
        },
    )
    assert _codes(made, ".xlsx") == []
    files = unzipped(jobs.clean(made, ".xlsx").data)
    assert "xl/charts/chart1.xml" in files
    assert b"externalData" not in files["xl/charts/chart1.xml"]
    assert not any("embeddings" in name for name in files)


def test_a_command_in_a_formula_is_refused() -> None:
    made = edited(
        samples.sheets(),
        {
            "xl/worksheets/sheet1.xml": lambda part: part.replace(
                b"<v>12</v>", b"<f>cmd|'/C calc'!A0</f><v>12</v>"
            )
        },
    )
    assert _codes(made, ".xlsx") == ["KH-L022"]


def test_a_picture_in_a_document_keeps_the_rotation_that_its_frame_knows(word: bytes) -> None:
    """Word turns it by the EXIF: without that it would lie on its side, and with all of it, it tells."""
    turned = edited(word, {"word/media/image1.jpg": samples.jpeg(6)})
    copy = jobs.clean(turned, ".docx").data
    picture = Image.open(io.BytesIO(unzipped(copy)["word/media/image1.jpg"]))
    assert dict(picture.getexif()) == {0x0112: 6}
    assert picture.size == (24, 16)
    assert jobs.clean(copy, ".docx").data == copy


def test_the_path_of_a_picture_on_a_disk_goes(word: bytes) -> None:
    """Old versions of Word describe a picture by where it was found."""
    described = edited(
        word,
        {
            "word/document.xml": lambda part: part.replace(
                b"<wp:docPr ", b'<wp:docPr descr="C:\\Users\\Somchai\\x.jpg" '
            )
        },
    )
    assert not holds(jobs.clean(described, ".docx").data, "Somchai")


def _accepted(content: str) -> str:
    root = parse_xml(f'<w:document xmlns:w="{W}"><w:body>{content}</w:body></w:document>')
    changes.accept(root)
    return "|".join(
        "".join(text.text or "" for text in paragraph.iter(f"{{{W}}}t"))
        for paragraph in root.iter(f"{{{W}}}p")
    )


def _p(text: str, mark: str = "") -> str:
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:p><w:ins><w:r><w:t>ใหม่</w:t></w:r></w:ins></w:p>", "ใหม่"),
        ("<w:p><w:del><w:r><w:t>เก่า</w:t></w:r></w:del></w:p>", ""),
        ("<w:p><w:ins><w:del><w:r><w:t>เก่า</w:t></w:r></w:del></w:ins></w:p>", ""),
        ("<w:p><w:moveTo><w:r><w:t>ย้าย</w:t></w:r></w:moveTo></w:p>", "ย้าย"),
        (_p("ก", "<w:del/>") + _p("ข"), "กข"),
        (_p("ก", "<w:del/>") + _p("ข", "<w:del/>") + _p("ค"), "กขค"),
        (_p("ก", "<w:ins/>") + _p("ข"), "ก|ข"),
        ("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>" + _p("ข"), "ข"),
        (
            "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>"
            + _p("ก")
            + "</w:tc><w:tc>"
            + _p("ข")
            + "</w:tc></w:tr></w:tbl>",
            "ข",
        ),
    ],
)
def test_changes_are_accepted_as_word_would(content: str, text: str) -> None:
    assert _accepted(content) == text


def test_nothing_of_a_change_is_left() -> None:
    """Neither a former property nor the name of who changed it."""
    who = f'w:author="{SECRET}" w:date="2021-06-01T00:00:00Z" w:id="1"'
    content = (
        f"<w:p><w:pPr><w:pPrChange {who}><w:pPr/></w:pPrChange></w:pPr>"
        f"<w:r><w:rPr><w:rPrChange {who}><w:rPr/></w:rPrChange></w:rPr><w:t>ก</w:t></w:r>"
        f'<w:moveFromRangeStart {who} w:name="x"/><w:moveFromRangeEnd w:id="1"/></w:p>'
    )
    root = parse_xml(f'<w:document xmlns:w="{W}"><w:body>{content}</w:body></w:document>')
    changes.accept(root)
    written = xml.written(root)
    assert SECRET.encode() not in written
    assert b"Change" not in written
    assert b"moveFrom" not in written


def test_a_copy_is_packed_the_same_everywhere(word: bytes) -> None:
    """Fixed dates, names in their order, types first."""
    with zipfile.ZipFile(io.BytesIO(jobs.clean(word, ".docx").data)) as copy:
        entries = copy.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    names = [entry.filename for entry in entries]
    assert names == [TYPES, *sorted(set(names) - {TYPES})]


def test_a_locked_part_is_told() -> None:
    data = bytearray(zipped({"a.xml": b"<x/>"}))
    for at in (6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1
    assert _codes(bytes(data)) == ["KH-L024"]


def test_a_plain_document_of_another_program_is_accepted() -> None:
    """The least that python-docx writes, with a Thai name inside."""
    result = io.BytesIO()
    docx.Document().save(result)
    assert _codes(result.getvalue()) == []
