"""Pictures of a document as files that an item may carry."""

import io
import re

from PIL import Image, UnidentifiedImageError

from khlang.files.limits import PIXELS

_AS_THEY_ARE = ((b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"))
_READ = ("GIF", "BMP", "TIFF", "DIB")
# What programs write themselves is no description.
_NO_ALT = re.compile(
    r"\.(?:png|jpe?g|gif|bmp|tiff?|[ew]mf|webp|heic)$|^[A-Za-z]:\\|^(?:Picture|Image|รูปภาพ|ภาพ|image) ?\d*$"
    r"|automatically generated|AI-generated|สร้างโดยอัตโนมัติ|สร้างขึ้นโดยอัตโนมัติ",
    re.IGNORECASE,
)


def usable(data: bytes) -> tuple[str, bytes] | None:
    """Suffix and bytes of a picture that browsers show; None for what they do not."""
    for magic, suffix in _AS_THEY_ARE:
        if data.startswith(magic):
            return suffix, data
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp", data
    try:
        with Image.open(io.BytesIO(data), formats=_READ) as image:
            if image.width * image.height > PIXELS:
                return None
            written = io.BytesIO()
            image.convert("RGBA" if image.mode in ("P", "LA", "PA", "RGBA") else "RGB").save(
                written, "PNG"
            )
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return ".png", written.getvalue()


def alt(described: str) -> str:
    """The description that a person gave, or nothing."""
    words = " ".join(described.split())
    return "" if _NO_ALT.search(words) else words
