"""Pictures of a document as files that an item may carry."""

import io
import re

from PIL import Image

from khlang.files.findings import Refused
from khlang.files.formats import images
from khlang.files.kinds import KINDS, has_magic
from khlang.files.limits import PIXELS

_SUFFIXES = (".png", ".jpg", ".webp")
_READ = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "DIB", "TIFF")
_WIDEST = 2560  # of a picture that is made anew: twice what a page shows
_QUALITY = 90
_DRAWN = 1_000_000  # pixels up to which a picture is taken for a drawing, and kept without loss
# What programs write themselves is no description.
_NO_ALT = re.compile(
    r"\.(?:png|jpe?g|gif|bmp|tiff?|[ew]mf|webp|heic)$|^[A-Za-z]:\\|^(?:Picture|Image|รูปภาพ|ภาพ|image) ?\d*$"
    r"|automatically generated|AI-generated|สร้างโดยอัตโนมัติ|สร้างขึ้นโดยอัตโนมัติ",
    re.IGNORECASE,
)


def usable(data: bytes) -> tuple[str, bytes] | None:
    """Suffix and bytes of a picture that may be attached: as it is, or made anew where it is too
    large or of an old type. None for what is no picture of pixels.
    """
    for suffix in _SUFFIXES:
        if has_magic(KINDS[suffix], data) and len(data) <= KINDS[suffix].limit:
            try:
                images.examine(data, suffix)
            except Refused:
                break
            return suffix, data
    return _made_anew(data)


def _made_anew(data: bytes) -> tuple[str, bytes] | None:
    try:
        with Image.open(io.BytesIO(data), formats=_READ) as image:
            if image.width * image.height > 4 * PIXELS:
                return None
            image.draft("RGB", (_WIDEST, _WIDEST))
            clear = image.mode in ("P", "LA", "PA", "RGBA")
            shown = image.convert("RGBA" if clear else "RGB")
    except MemoryError:
        raise
    except Exception:  # Pillow answers garbage with nearly any exception
        return None
    shown.thumbnail((_WIDEST, _WIDEST))
    drawn = clear or shown.width * shown.height <= _DRAWN
    written = io.BytesIO()
    shown.save(written, "PNG" if drawn else "JPEG", quality=_QUALITY)
    return ".png" if drawn else ".jpg", written.getvalue()


def alt(described: str) -> str:
    """The description that a person gave, or nothing."""
    words = " ".join(described.split())
    return "" if _NO_ALT.search(words) else words
