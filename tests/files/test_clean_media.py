"""What lies inside documents beside photographs: drawings, moving pictures, sounds; and what stays."""

import io

import pytest
from PIL import Image

from khlang.files import jobs
from khlang.files.findings import Refused
from khlang.files.formats import gif, images, metafile
from khlang.files.office import media
from tests.files import samples
from tests.files.samples import SECRET, edited, unzipped, with_types


def _saved(picture: Image.Image, format: str, **options: object) -> bytes:
    result = io.BytesIO()
    picture.save(result, format, **options)
    return result.getvalue()


def _moving() -> bytes:
    frames = [samples.picture().quantize(8), samples.picture().rotate(180).quantize(8)]
    return _saved(
        frames[0],
        "GIF",
        save_all=True,
        append_images=frames[1:],
        comment=SECRET.encode(),
        loop=0,
        duration=70,
    )


def test_a_moving_picture_keeps_its_frames_and_their_time() -> None:
    data = gif.without_metadata(_moving() + SECRET.encode())
    assert SECRET.encode() not in data
    with Image.open(io.BytesIO(data)) as copy, Image.open(io.BytesIO(_moving())) as source:
        assert (copy.n_frames, copy.info["duration"], copy.info["loop"]) == (2, 70, 0)
        copy.seek(1)
        source.seek(1)
        assert copy.convert("RGB").tobytes() == source.convert("RGB").tobytes()
    assert gif.without_metadata(data) == data


@pytest.mark.parametrize("cut", [6, 12, 20, 60, -2])
def test_half_a_moving_picture_is_damaged(cut: int) -> None:
    with pytest.raises(Refused):
        gif.without_metadata(_moving()[:cut])


def test_the_description_of_a_drawing_is_filled_with_nothing() -> None:
    """Office writes the program and the title there."""
    words = f"Program\0{SECRET}\0\0".encode("utf-16-le")
    head = b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(16)
    place = (len(words) // 2).to_bytes(4, "little") + (108).to_bytes(4, "little")
    drawing = (head + place).ljust(108, b"\0") + words + b"rest"
    assert metafile.is_metafile(drawing)
    copy = metafile.without_description(drawing)
    assert SECRET.encode("utf-16-le") not in copy
    assert (len(copy), copy[-4:]) == (len(drawing), b"rest")
    with pytest.raises(Refused):
        metafile.without_description(drawing[:60])


def test_every_kind_of_media_is_cleaned() -> None:
    """Known by its bytes: programs give the wrong suffix often enough."""
    source = samples.picture()
    kinds = {
        "png": samples.png(),
        "jpeg": samples.jpeg(),
        "webp": samples.webp(),
        "bmp": _saved(source, "BMP"),
        "tiff": _saved(source, "TIFF", description=SECRET, software=SECRET),
        "gif": _moving(),
        "mp3": samples.mp3(),
        "mp4": samples.mp4(),
    }
    for content in kinds.values():
        copy = media.cleaned(content, "")
        assert SECRET.encode() not in copy
        assert media.cleaned(copy, "") == copy
        assert list(media.problems([("x", content, "")])) == []


def test_many_photographs_are_not_all_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their heads are read; the rest waits for the cleaning."""
    decoded = []
    load = images._decoded
    monkeypatch.setattr(media, "_DECODED", 1_000)
    monkeypatch.setattr(images, "_decoded", lambda *given: decoded.append(1) or load(*given))
    photographs = [(f"{number}.jpg", samples.jpeg(), "") for number in range(5)]
    assert list(media.problems(photographs)) == []
    assert len(decoded) == 2


def test_fonts_are_left_alone() -> None:
    made = edited(
        samples.word(),
        {
            "word/media/image1.jpg": b"a font",
            "[Content_Types].xml": with_types(
                (
                    "/word/media/image1.jpg",
                    "application/vnd.openxmlformats-officedocument.obfuscatedFont",
                )
            ),
        },
    )
    assert unzipped(jobs.clean(made, ".docx").data)["word/media/image1.jpg"] == b"a font"


def test_the_resolution_of_a_picture_stays() -> None:
    """A pattern in a document is tiled by it, a poster printed."""
    for format, suffix in (("PNG", ".png"), ("JPEG", ".jpg")):
        copy = jobs.clean(_saved(samples.picture(), format, dpi=(300, 300)), suffix).data
        dots = Image.open(io.BytesIO(copy)).info["dpi"]
        assert [round(each) for each in dots] == [300, 300]
        assert jobs.clean(copy, suffix).data == copy


@pytest.mark.parametrize(
    ("program", "stays"),
    [
        ("<Application>Microsoft Excel</Application><AppVersion>12.0000</AppVersion>", True),
        (f"<Application>{SECRET}</Application><AppVersion>12.0000</AppVersion>", False),
        ("<Application>Microsoft Excel</Application>", False),
    ],
)
def test_the_version_of_office_stays_and_nothing_else(program: str, stays: bool) -> None:
    """Charts of Office 2007 are drawn by other defaults, which readers' programs look up there."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    app = f'<Properties xmlns="{namespace}">{program}<Company>{SECRET}</Company></Properties>'
    made = edited(samples.sheets(), {"docProps/app.xml": app.encode()})
    files = unzipped(jobs.clean(made, ".xlsx").data)
    assert ("docProps/app.xml" in files) is stays
    if stays:
        assert program.encode() in files["docProps/app.xml"]
