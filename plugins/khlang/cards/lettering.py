"""Words set and drawn by HarfBuzz: four levels of Thai marks stacked as the typeface says."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import uharfbuzz as hb
from PIL import Image

_SHARP = 64  # HarfBuzz counts in this part of a pixel
_RUN = re.compile(r"[\u0e00-\u0e7f\u25cc]+|[^\u0e00-\u0e7f\u25cc]+")
REGULAR, SEMIBOLD = 400, 600


@cache
def _face(weight: int) -> hb.Face:
    folder = files("khlang.cards").joinpath("fonts")
    return hb.Face(folder.joinpath(f"IBMPlexSansThaiLooped-{weight}.ttf").read_bytes())


@cache
def _font(weight: int, size: int) -> hb.Font:
    font = hb.Font(_face(weight))
    font.scale = (size * _SHARP, size * _SHARP)
    return font


def known(text: str) -> str:
    """The text without characters that the typeface has no letter for, and with single spaces."""
    font = _font(REGULAR, 1)
    kept = (
        each for each in text if each.isspace() or font.get_nominal_glyph(ord(each)) is not None
    )
    return " ".join("".join(kept).split())


def width(text: str, size: int, weight: int = SEMIBOLD) -> float:
    """In pixels."""
    return float(sum(position.x_advance for _, position in _set(text, size, weight))) / _SHARP


def drawn(
    text: str, size: int, weight: int = SEMIBOLD
) -> tuple[Image.Image, tuple[int, int]] | None:
    """A line of text in shades from 0 to 255, and where its upper left corner lies as seen from the
    beginning of its baseline. None where there is nothing to be seen.
    """
    font, raster, pen = _font(weight, size), hb.RasterDraw(), 0
    raster.scale_factor = (_SHARP, _SHARP)
    for glyph, position in _set(text, size, weight):
        raster.transform = (1, 0, 0, 1, pen + position.x_offset, position.y_offset)
        raster.draw_glyph(font, glyph)
        pen += position.x_advance
    image = raster.render()
    if image is None or image.extents is None or not image.extents.width:
        return None
    box = image.extents
    # Rows are stored from the bottom.
    shades = Image.frombuffer(
        "L", (box.width, box.height), image.buffer, "raw", "L", box.stride, -1
    )
    return shades, (box.x_origin, -box.y_origin - box.height)


def _set(text: str, size: int, weight: int) -> Iterator[tuple[int, hb.GlyphPosition]]:
    """Glyph and position of each letter and mark; Thai and other runs by themselves."""
    font = _font(weight, size)
    for run in _RUN.findall(text):
        buffer = hb.Buffer()
        buffer.add_str(run)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            yield info.codepoint, position
