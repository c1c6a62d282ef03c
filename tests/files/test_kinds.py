"""What may be attached: by name and by the first bytes."""

import pytest

from khlang.files.kinds import KINDS, has_magic, kind_of, suffix_of

HEADS = {
    ".png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\r",
    ".jpg": b"\xff\xd8\xff\xe0",
    ".jpeg": b"\xff\xd8\xff\xe1",
    ".webp": b"RIFF\x00\x00\x00\x00WEBP",
    ".pdf": b"%PDF-1.4",
    ".docx": b"PK\x03\x04",
    ".pptx": b"PK\x03\x04",
    ".xlsx": b"PK\x03\x04",
    ".mp3": b"ID3\x04",
    ".mp4": b"\x00\x00\x00\x18ftypmp42",
}


def test_every_kind_is_recognised_by_its_first_bytes() -> None:
    """And an empty file or a page of HTML is none of them."""
    assert set(HEADS) == set(KINDS)
    for suffix, head in HEADS.items():
        assert has_magic(KINDS[suffix], head)
        assert not has_magic(KINDS[suffix], b"")
        assert not has_magic(KINDS[suffix], b"<!doctype html>")


def test_a_sound_in_the_container_of_a_picture_is_no_picture() -> None:
    """WAV and AVI begin with RIFF as WebP does."""
    for content in (b"WAVE", b"AVI "):
        assert not has_magic(KINDS[".webp"], b"RIFF\x00\x00\x00\x00" + content)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("Poster.PNG", ".png"),
        ("a.b.pdf", ".pdf"),
        ("README", ""),
        (".png", ""),
        ("ภาพ.JPG", ".jpg"),
    ],
)
def test_the_suffix_decides_whatever_its_case(name: str, suffix: str) -> None:
    """A name that is only a suffix has none."""
    assert suffix_of(name) == suffix


@pytest.mark.parametrize("name", ["a.doc", "a.svg", "a.html", "a.exe", "a.png.exe", "a.zip", "a"])
def test_old_office_files_and_everything_that_can_run_are_refused(name: str) -> None:
    """SVG and HTML among them: they can hold scripts."""
    assert kind_of(name) is None
