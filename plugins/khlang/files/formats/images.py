"""PNG, JPEG and WebP. The published copy holds the picture as it is seen, and nothing else.

Every picture is decoded and encoded again, so that EXIF, XMP, text, thumbnails, colour profiles and
whatever stands behind the picture do not come along; the camera's rotation is carried out, and
the colours of a profile become those of the web (sRGB).
"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from PIL import ExifTags, Image, ImageCms, ImageOps, JpegImagePlugin

from khlang.files import parts
from khlang.files.findings import Cleaned, Examination, Refused
from khlang.files.formats import jpeg, webp
from khlang.files.limits import PIXELS, PIXELS_OF_WEBP
from khlang.model.codes import links as codes

QUALITY = 90
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
_EXIF_PARTS = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo)
_IPTC = 0x0404  # its number among the resources of Photoshop
_UNICODE = b"UNICODE\0"
_OPTIMISED = 4_000_000  # pixels; trying every filter on more than these takes too long
_ORIENTATION = ExifTags.Base.Orientation.value
_NO_WORDS = {_ORIENTATION, *(part.value for part in ExifTags.IFD)}

Image.MAX_IMAGE_PIXELS = None  # our own limit is checked before anything is decoded


def examine(data: bytes, suffix: str) -> Examination:
    """Decodes the picture: what opens here opens in the browser."""
    picture = _decoded(data, FORMATS[suffix])
    return Examination(metadata=tuple(_metadata(picture)))


def clean(data: bytes, suffix: str) -> Cleaned:
    """The picture alone, upright."""
    return encoded_again(data, FORMATS[suffix], upright=True)


def encoded_again(data: bytes, format: str, *, upright: bool) -> Cleaned:
    """The same picture from its pixels. Not `upright`: as a picture inside a document, whose frame
    knows the rotation that the file asks for; that alone is written again.
    """
    picture = _decoded(data, format)
    orientation = _orientation(picture)
    turned = upright and orientation != 1
    kept = b"" if upright or orientation == 1 or format != "JPEG" else _rotation(orientation)
    if not turned and _is_bare(data, picture, kept):  # once more would only cost quality
        return Cleaned(data, *picture.size)
    options = _options(data, picture) | _resolution(picture)
    if kept:
        options["exif"] = kept
    seen = _in_web_colours(ImageOps.exif_transpose(picture) if turned else picture)
    result = io.BytesIO()
    _plain(seen, format).save(result, format, **options)
    return Cleaned(result.getvalue(), *seen.size)


def check(data: bytes, format: str, room: int) -> int:
    """Whether a picture inside a document opens; decoded only if it has no more than `room` pixels.
    Raises Refused. Returns the pixels that were decoded.
    """
    picture = _opened(data, format)
    count = picture.width * picture.height
    if count > room:
        return 0
    _decoded(data, format)
    return count


def picture(data: bytes, suffix: str) -> Image.Image:
    """The picture of a cleaned copy. Raises Refused."""
    return _decoded(data, FORMATS[suffix])


def _opened(data: bytes, format: str) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(data), formats=[format])
        count = picture.width * picture.height
        moves = format != "JPEG" and getattr(picture, "is_animated", False)
    except MemoryError:
        raise
    except Exception as fault:  # Pillow answers garbage with nearly any exception
        raise Refused(codes.ATTACHMENT_DAMAGED) from fault
    limit = PIXELS_OF_WEBP if format == "WEBP" else PIXELS
    if count > limit:
        raise parts.PIXELS.refused(
            codes.ATTACHMENT_HOLDS_TOO_MUCH, found=f"{count:,}", limit=f"{limit:,}"
        )
    if moves:
        raise parts.ANIMATION.refused(codes.ATTACHMENT_NOT_CLEANABLE, where=format)
    return picture


def _decoded(data: bytes, format: str) -> Image.Image:
    picture = _opened(data, format)
    try:
        picture.load()
    except MemoryError:
        raise
    except Exception as fault:  # as above
        raise Refused(codes.ATTACHMENT_DAMAGED) from fault
    return picture


def _orientation(picture: Image.Image) -> int:
    """How the camera was held, 1 to 8; 1 where the file says nothing that makes sense."""
    try:
        value = picture.getexif().get(_ORIENTATION, 1)
    except Exception:  # EXIF is foreign bytes of its own
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _rotation(orientation: int) -> bytes:
    """EXIF that holds a rotation and nothing else."""
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    return exif.tobytes()


def _is_bare(data: bytes, picture: Image.Image, exif: bytes) -> bool:
    """Whether the file is one that this module has written: a picture and no room for more."""
    if picture.format == "WEBP":
        return webp.is_bare(data)
    return picture.format == "JPEG" and jpeg.is_bare(data, exif) and _has_our_quality(picture)


def _has_our_quality(picture: Image.Image) -> bool:
    result = io.BytesIO()
    Image.new(picture.mode, (8, 8)).save(result, "JPEG", quality=QUALITY)
    ours = Image.open(result)
    return getattr(picture, "quantization", None) == getattr(ours, "quantization", None)


def _in_web_colours(picture: Image.Image) -> Image.Image:
    """The picture in sRGB; with the colours of its profile, if it has one that can be read."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "RGBA", "CMYK"):
        mode = "RGB" if picture.mode == "CMYK" else picture.mode
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if picture.mode == "CMYK" or "sRGB" not in ImageCms.getProfileDescription(source):
                target = ImageCms.createProfile("sRGB")
                converted = ImageCms.profileToProfile(picture, source, target, outputMode=mode)
                picture = converted or picture
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass  # a broken profile: browsers leave it out as well
    return picture.convert("RGB") if picture.mode in ("CMYK", "YCbCr", "LAB", "HSV") else picture


def _plain(picture: Image.Image, format: str) -> Image.Image:
    """Pixels, palette and transparency without anything else that Pillow would write by itself."""
    plain = picture.copy()
    transparency = picture.info.get("transparency")
    plain.info = {} if transparency is None or format == "JPEG" else {"transparency": transparency}
    return plain


def _options(data: bytes, picture: Image.Image) -> dict[str, Any]:
    """How a picture is written: as it came, with as little loss as can be seen."""
    small = picture.width * picture.height <= _OPTIMISED
    match picture.format:
        case "PNG":
            return {"optimize": small}
        case "WEBP":
            lossless = webp.is_lossless(data)
            return {"quality": QUALITY, "lossless": lossless, "method": 4 if small else 2}
        case "TIFF":
            return {"compression": "tiff_adobe_deflate"}
        case "BMP":
            return {}
        case _:  # JPEG, and the pairs of pictures (MPO) that telephones write under that name
            sampling = JpegImagePlugin.get_sampling(picture)
            return {"quality": QUALITY, "optimize": True, "subsampling": max(sampling, 0)}


def _resolution(picture: Image.Image) -> dict[str, Any]:
    """Dots an inch, which decide how large a picture is printed, and a pattern in a document tiled."""
    dots = picture.info.get("dpi")
    if picture.format == "WEBP" or not isinstance(dots, tuple) or len(dots) != 2:
        return {}
    if not all(1 <= each <= 10_000 for each in dots):
        return {}
    return {"dpi": tuple(round(each) for each in dots)}


def _metadata(picture: Image.Image) -> Iterator[tuple[str, str]]:
    """Words and places that the file carries beside the picture."""
    try:
        exif = picture.getexif()
        yield from _named(exif, ExifTags.TAGS)
        for part in _EXIF_PARTS:
            names = ExifTags.GPSTAGS if part is ExifTags.IFD.GPSInfo else ExifTags.TAGS
            yield from _named(exif.get_ifd(part), names)
    except Exception:  # EXIF is foreign bytes of its own
        yield ("exif", "?")
    for name, value in sorted(picture.info.items(), key=lambda each: str(each[0])):
        if name in ("exif", "icc_profile", "transparency", "parsed_exif"):
            continue
        text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
        if name == "photoshop" and isinstance(value, dict):  # IPTC: what editors of news write
            yield "iptc", _words(value.get(_IPTC, b""), "")
        if isinstance(value, bytes | str):
            yield (str(name).lower(), re.sub("<[^>]*>", " ", text).strip()[:10_000])


def _named(exif: Mapping[int, Any], names: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    for tag, value in sorted(dict(exif).items()):
        if tag in _NO_WORDS or isinstance(value, dict):
            continue
        text = _words(value, names.get(tag, "")) if isinstance(value, bytes) else str(value)
        yield (names.get(tag, f"exif {tag}"), text.strip("\0 ")[:1_000])


def _words(value: bytes, name: str) -> str:
    """The words of a field, which Windows and comments of EXIF write as UTF-16."""
    if name.startswith("XP"):
        return value.decode("utf-16-le", "replace")
    if value.startswith(_UNICODE):
        wide = value[len(_UNICODE) :]
        return f"{wide.decode('utf-16-le', 'replace')} {wide.decode('utf-16-be', 'replace')}"
    return value.decode("utf-8", "replace")
