"""Small WebP pictures of an image, or of the first page of a PDF, for lists and telephones."""

import io

import pypdfium2
from PIL import Image

from khlang.files.findings import Cleaned
from khlang.files.formats import images

WIDTHS = (320, 640, 1280)
_PAGE_WIDTHS = WIDTHS[:2]  # the first page of a document is a cover; it is read in the document
_QUALITY = 80  # letters in a poster stay sharp; a third of the bytes of the same PNG
_LONGEST = 16_000  # pixels; WebP holds no more than 16,383 on a side


def make(copy: bytes, suffix: str) -> tuple[Cleaned, ...]:
    """In each width up to the picture's own; never larger than it is. Empty for an endless strip."""
    whole = _first_page(copy) if suffix == ".pdf" else images.picture(copy, suffix)
    wanted = _PAGE_WIDTHS if suffix == ".pdf" else WIDTHS
    mode = "RGBA" if whole.has_transparency_data else "RGB"
    whole = whole.convert(mode)
    widths = dict.fromkeys(min(width, whole.width) for width in wanted)
    sizes = ((width, max(1, round(whole.height * width / whole.width))) for width in widths)
    return tuple(_scaled(whole, size) for size in sizes if size[1] <= _LONGEST)


def _scaled(picture: Image.Image, size: tuple[int, int]) -> Cleaned:
    result = io.BytesIO()
    small = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    small.save(result, "WEBP", quality=_QUALITY, method=4)
    return Cleaned(result.getvalue(), *size)


def _first_page(copy: bytes) -> Image.Image:
    """As wide as the largest thumbnail, whatever size of paper it is."""
    with pypdfium2.PdfDocument(copy) as document:
        page = document[0]
        scale = _PAGE_WIDTHS[-1] / page.get_width()
        if page.get_height() * scale > _LONGEST:
            scale = _LONGEST / page.get_height()
        drawn = page.render(scale=scale, fill_color=(255, 255, 255, 255)).to_pil()
        return Image.Image.copy(drawn)  # its memory is the document's
