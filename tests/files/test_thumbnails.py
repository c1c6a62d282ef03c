"""Small pictures: widths, first pages, and a cache that is believed only byte for byte."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from khlang.files.kinds import KINDS
from khlang.files.workshop import Thumbnail, Workshop


def thumbnails(workshop: Workshop, file: Path) -> tuple[Thumbnail, ...]:
    kind = KINDS[file.suffix]
    return workshop.thumbnails(workshop.clean(file, kind), kind)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "cache")


def test_no_thumbnail_is_larger_than_its_picture(tmp_path: Path, workshop: Workshop) -> None:
    """320, 640 and 1280 pixels wide, in the picture's proportions; the last no wider than it is."""
    file = tmp_path / "poster.png"
    Image.new("RGB", (1000, 1250), "teal").save(file)
    made = thumbnails(workshop, file)
    assert [(each.width, each.height) for each in made] == [(320, 400), (640, 800), (1000, 1250)]
    for each in made:
        with Image.open(each.path) as picture:
            assert (picture.format, picture.size) == ("WEBP", (each.width, each.height))


def test_the_first_page_of_a_pdf_has_thumbnails(tmp_path: Path, workshop: Workshop) -> None:
    """A4, drawn as wide as the widest thumbnail."""
    file = tmp_path / "guide.pdf"
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(file)
    assert [each.width for each in thumbnails(workshop, file)] == [320, 640]


def test_a_spoilt_cache_is_made_again(tmp_path: Path, workshop: Workshop) -> None:
    """Kept thumbnails are used; where a byte has changed they are made anew, with the same bytes."""
    file = tmp_path / "poster.png"
    Image.new("RGB", (500, 500), "teal").save(file)
    first = thumbnails(workshop, file)
    before = first[0].path.stat().st_mtime_ns
    assert thumbnails(workshop, file) == first
    assert first[0].path.stat().st_mtime_ns == before
    first[0].path.write_bytes(b"something else")
    assert thumbnails(workshop, file) == first
    with Image.open(first[0].path) as picture:
        assert picture.size == (320, 320)
