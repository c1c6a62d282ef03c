"""The published copy of every type: what is for readers stays, and nothing else is left in any byte."""

import io

import docx
import openpyxl
import pptx
import pytest

from khlang.files import jobs
from khlang.files.kinds import KINDS
from tests.files import samples
from tests.files.samples import DIRTY, SECRET, WORDS
from tests.files.search import holds

SUFFIXES = sorted(DIRTY)
TITLES = {".docx": "คู่มือน้ำ", ".pptx": "สไลด์น้ำ", ".xlsx": "ตารางน้ำ"}


@pytest.fixture(scope="module")
def dirty() -> dict[str, bytes]:
    return {suffix: make() for suffix, make in DIRTY.items()}


def test_every_type_has_a_sample() -> None:
    assert set(DIRTY) | {".jpeg"} == set(KINDS)
    assert set(jobs.HANDLERS) == set(KINDS)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_the_source_says_about_its_makers_is_in_no_byte_of_the_copy(
    suffix: str, dirty: dict[str, bytes]
) -> None:
    """Also not inside the zip, the streams of a PDF, or the pictures in a document."""
    source = dirty[suffix]
    assert holds(source, SECRET)
    copy = jobs.clean(source, suffix).data
    assert not holds(copy, SECRET)
    assert jobs.examine(copy, suffix).metadata == ()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_examination_knows_what_the_copy_leaves_out(
    suffix: str, dirty: dict[str, bytes]
) -> None:
    """For the finders of personal data: a warning may be due although nothing is published."""
    examination = jobs.examine(dirty[suffix], suffix)
    assert examination.findings == ()
    assert any(SECRET in text for _, text in examination.metadata)
    assert SECRET not in examination.text


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_copy_is_the_same_twice_and_its_own_copy(suffix: str, dirty: dict[str, bytes]) -> None:
    """Deterministic, and idempotent: cleaning what is clean changes no byte."""
    copy = jobs.clean(dirty[suffix], suffix).data
    assert jobs.clean(dirty[suffix], suffix).data == copy
    assert jobs.clean(copy, suffix).data == copy


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_cut_in_half_or_of_other_bytes_is_told(suffix: str, dirty: dict[str, bytes]) -> None:
    """A download that stopped, and nothing at all behind the right first bytes."""
    source = jobs.clean(dirty[suffix], suffix).data
    halves = [source[: len(source) // 2]] if suffix != ".mp3" else []  # half a song is a song
    for broken in (*halves, source[:16], source[:16] + bytes(400)):
        codes = [each.code.id for each in jobs.examine(broken, suffix).findings]
        assert codes == ["KH-L020"]


@pytest.mark.parametrize("suffix", sorted(TITLES))
def test_the_words_and_the_title_of_a_document_stay(suffix: str, dirty: dict[str, bytes]) -> None:
    copy = jobs.clean(dirty[suffix], suffix).data
    before, after = jobs.examine(dirty[suffix], suffix), jobs.examine(copy, suffix)
    assert after.text == before.text
    assert WORDS in after.text
    assert holds(copy, TITLES[suffix])


def test_other_programs_open_the_copies(dirty: dict[str, bytes]) -> None:
    """What they read is what was written."""
    document = docx.Document(io.BytesIO(jobs.clean(dirty[".docx"], ".docx").data))
    assert WORDS in [each.text for each in document.paragraphs]
    assert (document.core_properties.title, document.core_properties.author) == ("คู่มือน้ำ", "")
    assert len(document.inline_shapes) == 1

    deck = pptx.Presentation(io.BytesIO(jobs.clean(dirty[".pptx"], ".pptx").data))
    assert [slide.shapes.title.text for slide in deck.slides] == [WORDS]
    assert deck.core_properties.author == ""

    book = openpyxl.load_workbook(io.BytesIO(jobs.clean(dirty[".xlsx"], ".xlsx").data))
    assert book.sheetnames == ["ระดับน้ำ", "ซ่อน"]
    assert [cell.value for cell in book.active[1]] == [WORDS, 12, 1_234_567_890_123]
    assert book.active["A1"].comment is None


def test_pictures_inside_a_document_are_cleaned_too(dirty: dict[str, bytes]) -> None:
    """The photograph of a telephone tells the place also when it lies in a report."""
    media = {
        name: content
        for name, content in samples.unzipped(jobs.clean(dirty[".docx"], ".docx").data).items()
        if "/media/" in name
    }
    assert [content[:3] for content in media.values()] == [b"\xff\xd8\xff"]
    assert not any(b"Exif" in content for content in media.values())
