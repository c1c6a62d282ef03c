"""How long a file is: what its type is counted in, and nothing where nobody knows."""

import io
import struct
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pptx
import pytest

from khlang.files import jobs
from khlang.files.published import publish
from khlang.files.workshop import Workshop
from tests.files import samples


def office(document: object) -> bytes:
    result = io.BytesIO()
    document.save(result)  # type: ignore[attr-defined]
    return result.getvalue()


def pdf(pages: int) -> bytes:
    result = io.BytesIO()
    with pikepdf.Pdf.new() as document:
        for _ in range(pages):
            document.add_blank_page()
        document.save(result)
    return result.getvalue()


def slides(count: int) -> bytes:
    deck = pptx.Presentation()
    for _ in range(count):
        deck.slides.add_slide(deck.slide_layouts[6])
    return office(deck)


def sheets(count: int) -> bytes:
    book = openpyxl.Workbook()
    for _ in range(count - 1):
        book.create_sheet()
    return office(book)


@pytest.mark.parametrize(
    ("data", "suffix", "extent"),
    [
        (pdf(3), ".pdf", 3),
        (slides(4), ".pptx", 4),
        (sheets(2), ".xlsx", 2),
        (samples.png(), ".png", None),
    ],
)
def test_what_a_file_is_counted_in(data: bytes, suffix: str, extent: int | None) -> None:
    """Pages, slides, sheets; pictures have none."""
    assert jobs.clean(data, suffix).extent == extent


def test_the_pages_that_word_counted_are_believed_while_they_can_be_true() -> None:
    """A program that writes a template's "1 page" above a whole book is not."""
    short, long = docx.Document(), docx.Document()
    short.add_paragraph("สั้น")
    for _ in range(400):
        long.add_paragraph("ข้อความยาวของคู่มือหนึ่งเล่ม" * 2)
    assert jobs.clean(office(short), ".docx").extent == 1
    assert jobs.clean(office(long), ".docx").extent is None


def test_sound_is_as_long_as_its_frames() -> None:
    """A frame of MPEG 1 at 44.1 kHz plays 1152 samples."""
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    assert jobs.clean(frame * 383, ".mp3").extent == 10


def film(duration: int, matrix: tuple[int, int]) -> bytes:
    """The sample film with a head: 600 ticks a second, 1080 × 1920 or turned."""
    data = samples.mp4()
    at = data.index(b"tkhd") + 4
    head = bytearray(data)
    struct.pack_into(">ii", head, at + 40, *matrix)
    struct.pack_into(">II", head, at + 76, 1920 << 16, 1080 << 16)
    start = data.index(b"mvhd") + 4
    struct.pack_into(">II", head, start + 12, 600, duration)
    return bytes(head)


def test_a_film_is_as_long_and_as_tall_as_it_is_shown() -> None:
    """Seconds from its head; an upright film that is written as a lying one is upright."""
    upright = jobs.clean(film(600 * 252, (0, 0x10000)), ".mp4")
    lying = jobs.clean(film(0, (0x10000, 0)), ".mp4")
    assert (upright.extent, upright.width, upright.height) == (252, 1080, 1920)
    assert (lying.extent, lying.width, lying.height) == (None, 1920, 1080)


def test_the_answer_of_the_child_process_and_of_the_cache_is_the_same(tmp_path: Path) -> None:
    """What was counted survives both ways; a picture is not counted in anything."""
    for name, data in (("guide.pdf", pdf(12)), ("poster.png", samples.png())):
        (tmp_path / name).write_bytes(data)
    for _ in range(2):
        workshop = Workshop(tmp_path / "cache")
        extents = [
            publish(tmp_path / name, name, workshop).extent for name in ("guide.pdf", "poster.png")
        ]
        assert extents == [12, None]
