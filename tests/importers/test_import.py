"""`khlang import` on what people send: taken in once, kept whole, never overwritten, all of it told."""

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from khlang.cli.main import main
from khlang.importers.documents import file_name
from tests.archive import PDF, PNG, YEAR, Archive
from tests.files.documents import box, p, picture, r, word
from tests.importers.test_parcel import everything

WEBLOC = (
    b'<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">'
    b"<plist><dict><key>URL</key><string>https://www.cdd.go.th/?a=1&amp;b=2</string></dict></plist>"
)
BOLD = "<w:b/><w:bCs/>"
DOCUMENT = word(
    p(r("การอ่านคลื่นลม", BOLD)) + p("ก่อนออกเรือดูเมฆ", box(p("ในกล่อง"))) + p(picture("m1")),
    media={"m1": PNG},
    header=p("หัวกระดาษ"),
)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def take(archive: Archive, *options: str) -> Result:
    command = ["import", *options, "--root", str(archive.root), "--year", str(YEAR)]
    return CliRunner().invoke(main, command)


def folder(root: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        file = root / "LINE" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return root / "LINE"


def zipped(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def test_a_folder_as_it_comes_from_line(archive: Archive, tmp_path: Path) -> None:
    """Odd names, duplicates, old files, links, a zip of Windows: listed first, then taken in."""
    source = folder(
        tmp_path,
        {
            "อำเภอกะทู้/รายงาน (1).docx": DOCUMENT,
            "อำเภอกะทู้/รายงาน.docx": DOCUMENT,
            "กะทู้/698123456789": DOCUMENT,
            "กะทู้/เก่า.doc": OLD,
            "กะทู้/แอบเก่า.docx": OLD,
            "กะทู้/ว่าง.pdf": b"",
            "กะทู้/แผ่นพับ.PDF": PDF,
            "กะทู้/messageImage_1.jpg": PNG,
            "กะทู้/แมค.webloc": WEBLOC,
            "กะทู้/คลิป.url": b"[InternetShortcut]\r\nURL=https://youtu.be/KHLANGsmp05\r\n",
            "กะทู้/ลิงก์.txt": "คลิปสอน\r\nhttps://youtu.be/KHLANGsmp06ครับ\r\n".encode("cp874"),
            "กะทู้/ชุด.zip": zipped({"ก/b.zip": b"PK", "ก/pic.png": PNG + b" ", "__MACOSX/x": b""}),
            "กะทู้/~$รายงาน.docx": b"x",
            "อื่น/ไม่รู้ที่.pdf": PDF + b" ",
        },
    )
    before = everything(archive.root)
    planned = take(archive, str(source), "--dry-run")
    assert planned.exit_code == 1
    assert everything(archive.root) == before
    result = take(archive, str(source))
    assert isinstance(result.exception, SystemExit)
    told = result.output
    assert told.count("\nไม่ได้นำเข้า") == 5, told
    assert "เปิดด้วย Word แล้วบันทึกเป็น .docx" in told
    assert "ข้างในเป็นไฟล์ Office รุ่นเก่า" in told
    assert "ไม่ทราบหน่วยงาน" in told
    assert "ข้ามไฟล์ของระบบ 2" in told
    assert "รวม นำเข้าแล้ว 7 · ไม่ได้นำเข้า 5 · มีอยู่แล้ว 2" in told
    assert "ข้อความที่ไม่ได้อยู่ในเรื่อง: หัวกระดาษ" in told
    after = everything(archive.root)
    assert {path: after[path] for path in before} == before
    assert sum(data == DOCUMENT for data in after.values()) == 1
    text = next(data for data in after.values() if "ก่อนออกเรือดูเมฆ".encode() in data).decode()
    assert "title: การอ่านคลื่นลม\n" in text
    assert "ก่อนออกเรือดูเมฆ\n\n> ในกล่อง\n\n![](image01.png)\n" in text
    assert any(
        'video: "https://youtu.be/KHLANGsmp06"' in each.decode("utf-8", "replace")
        for each in after.values()
    )
    assert any(b"<https://www.cdd.go.th/?a=1&b=2>" in each for each in after.values())
    assert "error" not in told.partition("ผลการตรวจ")[2]
    again = take(archive, str(source))
    assert "รวม มีอยู่แล้ว 9 · ไม่ได้นำเข้า 5" in again.output, again.output
    assert everything(archive.root) == after


def test_a_disk_that_is_full_leaves_nothing_half_done(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(archive.root)
    file = tmp_path / "ก.docx"
    file.write_bytes(DOCUMENT)
    real = Path.open

    def full(self: Path, mode: str = "r", *rest: object, **more: object) -> object:
        if mode == "xb" and self.name == "index.md":
            raise OSError(28, "No space left on device")
        return real(self, mode, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    result = take(archive, str(file), "--unit", "kathu")
    assert result.exit_code == 1
    assert "เขียนไฟล์ไม่ได้" in result.output
    assert everything(archive.root) == before


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.docx", DOCUMENT[:-60], "a.docx"),
        ("a.docx", zipped({"word/document.xml": b"<x/>"}), "a.docx"),
        ("a.docx", word("<w:p><w:r><w:t>ก"), "a.docx"),
        ("a.pptx", b"text", "PowerPoint"),
        ("a.heic", b"xxxx", ".jpg"),
        ("a.zip", b"PK\x03\x04broken", "a.zip"),
        ("a.xyz", b"xxxx", "ไม่รู้จักไฟล์ชนิด"),
        ("a.md", b"---\ntitle: x\n---\n", "khlang fix"),
        ("a.txt", b"\xff\xfe\x00", "UTF-8"),
        ("a.txt", b"\x81\x82\x83", "UTF-8"),
        ("a.url", b"URL=file:///c", "https://"),
        ("a.webloc", b"<plist><string>file:///c</string></plist>", "https://"),
        ("a.txt", "[LINE] ประวัติการแชท".encode(), "ประวัติแชท"),
    ],
)
def test_what_cannot_be_read_is_told_in_thai(
    archive: Archive, tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    result = take(archive, str(file), "--unit", "kathu")
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1
    assert told in result.output
    assert "ไม่ได้นำเข้า 1" in result.output


def test_a_document_that_may_not_be_published_is_kept_beside_its_words(
    archive: Archive, tmp_path: Path
) -> None:
    file = tmp_path / "มีไฟล์ฝัง.docx"
    with zipfile.ZipFile(io.BytesIO(word(p("น้ำขึ้นให้รีบตัก")))) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    file.write_bytes(zipped(parts | {"word/embeddings/a.bin": OLD}))
    result = take(archive, str(file), "--unit", "kathu")
    assert result.exit_code == 0, result.output
    assert "เก็บไว้ข้างเรื่อง แต่ยังเผยแพร่ไม่ได้" in result.output
    after = everything(archive.root)
    assert any(path.endswith("มีไฟล์ฝัง.docx") for path in after)
    assert "error" not in result.output.partition("ผลการตรวจ")[2]


def test_names_are_kept_as_far_as_every_system_can_hold_them() -> None:
    assert file_name("รายงาน: ก/ข?.docx", ".docx", set()) == "รายงาน ก ข.docx"
    assert file_name("a.docx", ".docx", {"a.docx"}) == "a (2).docx"
    assert len(file_name("ก" * 300 + ".pdf", ".pdf", set()).encode()) <= 180
    assert file_name("IMAGE01.PNG", ".png", {"image01.png"}) == "IMAGE01 (2).png"
    assert file_name("\u0e48" * 90 + ".pdf", ".pdf", set()).endswith(".pdf")
    assert file_name("....pdf", ".pdf", set()) == "ไฟล์.pdf"
    assert file_name("698123", ".pdf", set()) == "698123.pdf"
