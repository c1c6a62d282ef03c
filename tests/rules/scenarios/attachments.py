"""KH-L018 to KH-L028: what is found inside an attachment."""

import hashlib
import io
from collections.abc import Iterator

import pikepdf
from PIL import Image

from khlang.files.limits import BUDGETS, Budget
from tests.archive import PDF, PNG, Archive
from tests.files.samples import edited, pdf, with_relation, with_types, word
from tests.rules.pairs import Pairs

PAIRS = Pairs()
breaks = PAIRS.breaks
POSTER = {"file": "poster.png", "title": "ภาพเรือ", "alt": "เรือหัวโทงจอดบนหาด"}
FORM = {"file": "form.docx", "title": "แบบฟอร์ม"}
GUIDE = {"file": "guide.pdf", "title": "คู่มือ"}
MOVING = {"file": "boat.webp", "title": "ภาพเรือ", "alt": "เรือหัวโทงจอดบนหาด"}


def _swapped(
    archive: Archive, attachment: dict[str, str], broken: bytes, whole: bytes
) -> Iterator[str]:
    """The broken file, the place it is told at, and the whole one in its place."""
    path = archive.item("kathu-bbbbb", files={attachment["file"]: broken}, attachments=[attachment])
    yield archive.at(path, f'«"{attachment["file"]}"')
    archive.item("kathu-bbbbb", files={attachment["file"]: whole}, attachments=[attachment])


@breaks("KH-L018")
def a_pointer_of_git_lfs(archive: Archive) -> Iterator[str]:
    digest = hashlib.sha256(PNG).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {len(PNG)}\n"
    yield from _swapped(archive, POSTER, pointer.encode(), PNG)


@breaks("KH-L019")
def the_same_picture_in_two_items(archive: Archive) -> Iterator[str]:
    archive.item("kathu-bbbbb", files={"poster.png": PNG}, attachments=[POSTER])
    path = archive.item("kathu-ccccc", files={"poster.png": PNG}, attachments=[POSTER])
    yield archive.at(path, '«"poster.png"')
    other = Image.new("RGB", (3, 3), "green")
    data = io.BytesIO()
    other.save(data, "PNG")
    archive.item("kathu-ccccc", files={"poster.png": data.getvalue()}, attachments=[POSTER])


@breaks("KH-L020")
def half_a_picture(archive: Archive) -> Iterator[str]:
    yield from _swapped(archive, POSTER, PNG[:-24], PNG)


@breaks("KH-L021")
def a_picture_of_four_hundred_million_pixels(archive: Archive) -> Iterator[str]:
    data = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(data, "PNG")
    yield from _swapped(archive, POSTER, data.getvalue(), PNG)


@breaks("KH-L022")
def a_document_with_a_macro(archive: Archive) -> Iterator[str]:
    macro = edited(
        word(),
        {
            "[Content_Types].xml": with_types(
                ("/word/vbaProject.bin", "application/vnd.ms-office.vbaProject")
            ),
            "word/vbaProject.bin": b"\xd0\xcf\x11\xe0macro",
        },
    )
    yield from _swapped(archive, FORM, macro, word())


@breaks("KH-L023")
def a_document_that_takes_its_template_from_a_drive(archive: Archive) -> Iterator[str]:
    type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    relation = with_relation(type, "file:///C:/office.dotx", external=True)
    outside = edited(word(), {"word/_rels/document.xml.rels": relation})
    yield from _swapped(archive, FORM, outside, word())


@breaks("KH-L024")
def a_document_with_a_password(archive: Archive) -> Iterator[str]:
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(data, encryption=pikepdf.Encryption(owner="o", user="u"))
    yield from _swapped(archive, GUIDE, data.getvalue(), pdf())


@breaks("KH-L026")
def a_moving_picture(archive: Archive) -> Iterator[str]:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    moving, still = io.BytesIO(), io.BytesIO()
    frames[0].save(moving, "WEBP", save_all=True, append_images=frames[1:], duration=100)
    frames[0].save(still, "WEBP")
    yield from _swapped(archive, MOVING, moving.getvalue(), still.getvalue())


@breaks("KH-L028")
def a_scanned_document(archive: Archive) -> Iterator[str]:
    data = io.BytesIO()
    Image.new("RGB", (80, 40), "white").save(data, "PDF")
    yield from _swapped(archive, GUIDE, data.getvalue(), pdf())


@breaks("KH-L025")
def a_file_that_asks_for_more_than_it_is_given(archive: Archive) -> Iterator[str]:
    """The budget is made small instead of the file great."""
    path = archive.item("kathu-bbbbb", files={"form.docx": word()}, attachments=[FORM])
    given = BUDGETS["examine"]
    BUDGETS["examine"] = Budget(cpu=given.cpu, wall=given.wall, memory=1)
    try:
        yield archive.at(path, '«"form.docx"')
    finally:
        BUDGETS["examine"] = given


@breaks("KH-L027")
def a_document_whose_thai_letters_are_western_ones(archive: Archive) -> Iterator[str]:
    """`การพัฒนาชุมชน` in a font that calls its letters by the bytes of Windows-874."""
    typed = "".join(f"\\{byte:03o}" for byte in "การพัฒนาชุมชนการพัฒนาชุมชน".encode("cp874"))
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(PDF)) as document:
        page = document.pages[0]
        page.Resources.Font.F1.Encoding = pikepdf.Name.WinAnsiEncoding
        page.Contents = document.make_stream(f"BT /F1 12 Tf 20 100 Td ({typed}) Tj ET".encode())
        document.save(data)
    yield from _swapped(archive, GUIDE, data.getvalue(), pdf())
