"""Pictures: upright, in the colours of the web, without a byte that is not picture."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageChops, ImageCms

from khlang.files import jobs
from khlang.files.formats import images, jpeg
from tests.files import samples

MIXED = {"P", "L", "1", "LA", "RGB", "RGBA", "I;16"}


def _saved(picture: Image.Image, format: str, **options: object) -> bytes:
    result = io.BytesIO()
    picture.save(result, format, **options)
    return result.getvalue()


def _opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def _png(width: int, height: int, *chunks: bytes) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + _chunk(b"IEND", b"")


def _code(data: bytes, suffix: str) -> list[str]:
    return [each.code.id for each in jobs.examine(data, suffix).findings]


@pytest.mark.parametrize("mode", sorted(MIXED))
def test_a_png_keeps_its_kind_and_every_pixel(mode: str) -> None:
    """A palette stays a palette, sixteen bits stay sixteen."""
    source = samples.picture().convert("L" if mode == "I;16" else mode)
    source = source.convert("I;16") if mode == "I;16" else source
    copy = _opened(jobs.clean(_saved(source, "PNG"), ".png").data)
    assert (copy.format, copy.mode) == ("PNG", mode)
    assert copy.tobytes() == source.tobytes()


def test_what_is_transparent_stays_so() -> None:
    source = samples.picture().quantize(8)
    copy = _opened(jobs.clean(_saved(source, "PNG", transparency=3), ".png").data)
    assert copy.info["transparency"] == 3


def test_a_png_has_only_the_chunks_of_a_picture() -> None:
    """Text, EXIF and what stands behind the end are gone: no file of two types."""
    data, at, found = jobs.clean(samples.png(), ".png").data, 8, []
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        found.append(data[at + 4 : at + 8])
        at += 12 + length
    assert found == [b"IHDR", b"IDAT", b"IEND"]
    assert b"<html" not in data


def test_a_jpeg_has_only_the_segments_of_a_picture() -> None:
    copy = jobs.clean(samples.jpeg(), ".jpg").data
    assert jpeg.is_bare(copy)
    assert copy.endswith(b"\xff\xd9")
    assert b"PK" not in copy


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_rotation_of_the_camera_is_carried_out(orientation: int) -> None:
    """The copy says nothing of a rotation, and looks as the photograph looks."""
    cleaned = jobs.clean(samples.jpeg(orientation), ".jpg")
    seen = jobs.clean(samples.jpeg(), ".jpg")
    turned = orientation > 4
    assert (cleaned.width, cleaned.height) == ((16, 24) if turned else (24, 16))
    copy = _opened(cleaned.data)
    assert copy.size == (cleaned.width, cleaned.height)
    assert not copy.getexif()
    methods = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
    expected = _opened(seen.data)
    if orientation in methods:
        expected = expected.transpose(Image.Transpose(methods[orientation]))
    difference = ImageChops.difference(copy, expected).getextrema()
    assert max(high for _, high in difference) < 24


def test_a_jpeg_is_written_in_high_quality() -> None:
    """The tables are at least as fine as those of quality 88."""
    rough = _saved(samples.picture(), "JPEG", quality=60, comment=b"x")
    ours = _opened(jobs.clean(rough, ".jpg").data).quantization
    floor = _opened(_saved(samples.picture(), "JPEG", quality=88)).quantization
    assert all(max(ours[key]) <= max(floor[key]) for key in floor)
    assert images.QUALITY >= 88


def test_colours_of_a_profile_become_those_of_the_web() -> None:
    """Without its profile, a picture in other colours would look wrong."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert jobs.clean(_saved(samples.picture(), "PNG", icc_profile=lab), ".png").width == 24
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    copy = _opened(jobs.clean(_saved(samples.picture(), "PNG", icc_profile=srgb), ".png").data)
    assert "icc_profile" not in copy.info
    assert copy.tobytes() == samples.picture().tobytes()
    assert jobs.clean(_saved(samples.picture(), "PNG", icc_profile=b"broken"), ".png").width == 24


def test_a_jpeg_for_print_becomes_one_for_the_screen() -> None:
    """Browsers show CMYK wrongly or not at all."""
    source = _saved(samples.picture().convert("CMYK"), "JPEG")
    assert _opened(jobs.clean(source, ".jpg").data).mode == "RGB"


def test_a_lossless_webp_stays_lossless() -> None:
    copy = _opened(jobs.clean(samples.webp(lossless=True), ".webp").data)
    assert copy.convert("RGB").tobytes() == samples.picture().tobytes()


@pytest.mark.parametrize(("format", "suffix"), [("PNG", ".png"), ("WEBP", ".webp")])
def test_a_picture_that_moves_is_refused(format: str, suffix: str) -> None:
    frames = [samples.picture(), samples.picture().rotate(180)]
    source = _saved(frames[0], format, save_all=True, append_images=frames[1:])
    assert _code(source, suffix) == ["KH-L026"]


def test_two_photographs_of_a_telephone_become_one() -> None:
    """Telephones write a second picture behind the first (MPO), and call it .jpg."""
    frames = [samples.picture(), samples.picture().rotate(180)]
    source = _saved(frames[0], "MPO", save_all=True, append_images=frames[1:])
    copy = _opened(jobs.clean(source, ".jpg").data)
    assert (copy.format, getattr(copy, "n_frames", 1)) == ("JPEG", 1)


@pytest.mark.parametrize(("width", "height"), [(20_000, 2_001), (65_000, 65_000), (2**31 - 1, 1)])
def test_more_than_forty_million_pixels_are_refused_unseen(width: int, height: int) -> None:
    """By the head: nothing is decoded."""
    assert _code(_png(width, height, _chunk(b"IDAT", b"")), ".png") == ["KH-L021"]


def test_half_a_gigabyte_of_nothing_behind_the_picture_does_no_harm() -> None:
    pixels = zlib.compress(bytes(7 * 2) + bytes(50_000_000), 9)
    assert _code(_png(2, 2, _chunk(b"IDAT", pixels)), ".png") == []


def test_a_text_that_unpacks_for_ever_is_refused() -> None:
    text = _chunk(b"zTXt", b"Author\0\0" + zlib.compress(bytes(80_000_000), 9))
    pixels = _chunk(b"IDAT", zlib.compress(bytes(14)))
    assert _code(_png(2, 2, text, pixels), ".png") == ["KH-L020"]


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp"])
def test_a_picture_of_another_type_is_not_taken_for_it(suffix: str) -> None:
    """Only the decoder of its own type is asked."""
    gif = _saved(samples.picture().quantize(8), "GIF")
    assert _code(gif, suffix) == ["KH-L020"]


def test_a_jpeg_with_restarts_is_whole_without_its_metadata() -> None:
    """Scanners write where the decoder may begin anew; without that segment the picture breaks."""
    stream = io.BytesIO()
    samples.picture(160, 160).save(stream, "JPEG", restart_marker_blocks=1, comment=b"x" * 50)
    plain = jpeg.without_metadata(stream.getvalue())
    assert len(plain) < len(stream.getvalue())
    assert Image.open(io.BytesIO(plain)).tobytes() == Image.open(stream).tobytes()
