"""A card as the bytes of a picture: the title on the tint of its category, the office on the ground."""

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageOps

from khlang.cards import lettering, lines
from khlang.cards.card import SIZE, Card

_INK, _SOFT, _PAGE = "#17211f", "#55605c", "#ffffff"
# (text, tint, line) of each category, as in khlang.css; the first for what has none.
_HUES = (
    ("#17211f", "#f4f5ef", "#c9cfc5"),
    ("#94431c", "#f9eae1", "#dfa98c"),
    ("#1b5a86", "#e4f0f8", "#95bedb"),
    ("#426615", "#ecf3de", "#adc688"),
)
# Text is drawn in shades of one colour on one ground: a card has few colours, and its file is small.
_SHADES = 16
_HUE_ON_TINT, _INK_ON_TINT, _INK_ON_PAGE, _SOFT_ON_PAGE = range(0, 4 * _SHADES, _SHADES)
_SIZES = (84, 76, 68, 60, 54, 48, 42)  # of a title
_LEADING = 1.45  # holds four levels of marks
_EDGE, _GROUND = 72, 500
_KICKER = 104
_TITLE_TOP, _TITLE_BOTTOM = 132, 488
_OFFICE_SIZES = (30, 27, 24)
_PICTURE = (340, 428)  # a poster's shape, as the page of a document
_FINER = 3  # shapes are drawn larger and made small, which smooths their edges


def draw(card: Card) -> bytes:
    """The same bytes for the same card."""
    picture = _ground(card.hue if card.hue < len(_HUES) else 0).copy()
    measure = SIZE[0] - 2 * _EDGE - (_PICTURE[0] + _EDGE // 2 if card.picture else 0)
    _one_line(picture, (_EDGE, _KICKER), card.category, 34, _HUE_ON_TINT, measure)
    _title(picture, card.title, measure)
    _office(picture, card)
    result = io.BytesIO()
    if card.picture:
        _beside(picture.convert("RGB"), Path(card.picture)).save(
            result, "JPEG", quality=86, subsampling=0
        )
    else:
        picture.save(result, "PNG", compress_level=6)
    return result.getvalue()


def _title(picture: Image.Image, title: str, measure: float) -> None:
    """As large as it fits between the category and the ground, in the middle of that room."""
    text, room = lettering.known(title), _TITLE_BOTTOM - _TITLE_TOP

    def whole(part: str) -> float:
        return lettering.width(part, _SIZES[0])

    for size in _SIZES:
        most = int(room / (size * _LEADING))
        broken = lines.fit(text, whole, measure * _SIZES[0] / size, most)
        if broken is not None:
            break
    else:
        broken = lines.cut(text, whole, measure * _SIZES[0] / size, most)
    leading = round(size * _LEADING)
    top = _TITLE_TOP + (room - leading * len(broken)) // 2
    for number, line in enumerate(broken):
        baseline = top + number * leading + round(leading * 0.72)
        _write(picture, (_EDGE, baseline), line, size, _INK_ON_TINT)


def _office(picture: Image.Image, card: Card) -> None:
    """The archive at the left, the office at the right, on the white ground."""
    right, name, office = SIZE[0] - _EDGE, _EDGE + 84, lettering.known(card.office)
    room = right - name - 32 - round(lettering.width(lettering.known(card.site_name), 32))
    widths = ((size, lettering.width(office, size)) for size in _OFFICE_SIZES)
    size, wide = next((each for each in widths if each[1] <= room), (_OFFICE_SIZES[-1], room))
    taken = round(wide)
    _one_line(picture, (right - taken, 574), office, size, _INK_ON_PAGE, room)
    measure = right - taken - 32 - name
    _one_line(picture, (name, 558), card.site_name, 32, _INK_ON_PAGE, measure)
    _one_line(picture, (name, 596), card.tagline, 25, _SOFT_ON_PAGE, measure, lettering.REGULAR)
    beside = right - round(lettering.width(card.note, 22, lettering.REGULAR))
    _write(picture, (beside, 612), card.note, 22, _SOFT_ON_PAGE, lettering.REGULAR)


def _one_line(
    picture: Image.Image,
    place: tuple[int, int],
    text: str,
    size: int,
    shades: int,
    measure: float,
    weight: int = lettering.SEMIBOLD,
) -> None:
    """As much of a text as stands on one line."""

    def width(part: str) -> float:
        return lettering.width(part, size, weight)

    text = lettering.known(text)
    fits = [text] if width(text) <= measure else lines.cut(text, width, measure, 1)
    for line in fits:
        _write(picture, place, line, size, shades, weight)


def _write(
    picture: Image.Image,
    place: tuple[int, int],
    text: str,
    size: int,
    shades: int,
    weight: int = lettering.SEMIBOLD,
) -> None:
    """`place` is where the baseline begins; `shades` the first of the colours to write in."""
    drawn = lettering.drawn(text, size, weight)
    if drawn:
        mask, (x, y) = drawn
        colors = mask.point([shades + value * _SHADES // 256 for value in range(256)])
        seen = mask.point([255 * (value * _SHADES // 256 > 0) for value in range(256)])
        picture.paste(colors, (place[0] + x, place[1] + y), seen)


def _beside(picture: Image.Image, file: Path) -> Image.Image:
    """With a poster at the right, from its top, in a frame of the page's white."""
    width, height = _PICTURE
    left, top = SIZE[0] - _EDGE - width, 36
    with Image.open(file) as opened:
        small = opened.convert("RGBA")
    sheet = Image.new("RGBA", small.size, _PAGE)
    sheet.alpha_composite(small)
    filled = ImageOps.fit(
        sheet.convert("RGB"), _PICTURE, Image.Resampling.LANCZOS, centering=(0.5, 0)
    )
    picture.paste(_PAGE, (left - 8, top - 8, left + width + 8, top + height + 8))
    picture.paste(filled, (left, top))
    return picture


@cache
def _ground(hue: int) -> Image.Image:
    """Everything that all cards of a category share: tint, the line of the land, the mark."""
    text, tint, line = _HUES[hue]
    width, height = (each * _FINER for each in SIZE)
    large = Image.new("RGB", (width, height), tint)
    pen = ImageDraw.Draw(large)
    land = [(x * _FINER, y * _FINER) for x, y in _land()]
    pen.polygon([*land, (width, height), (0, height)], fill=_PAGE)
    pen.line(land, fill=line, width=4 * _FINER, joint="curve")
    pen.rectangle((0, 0, 16 * _FINER, height), fill=text)
    _mark(pen)
    small = large.resize(SIZE, Image.Resampling.LANCZOS)
    ramps = _ramp(text, tint) + _ramp(_INK, tint) + _ramp(_INK, _PAGE) + _ramp(_SOFT, _PAGE)
    few = small.quantize(256 - len(ramps) // 3, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    own = few.getpalette() or []
    shifted = few.point([min(index + len(ramps) // 3, 255) for index in range(256)])
    shifted.putpalette([*ramps, *own][: 3 * 256])
    return shifted


def _ramp(text: str, ground: str) -> list[int]:
    """Red, green, blue of each shade from the ground to the text."""
    ends = ImageColor.getrgb(ground), ImageColor.getrgb(text)
    return [
        round(start + (end - start) * shade / (_SHADES - 1))
        for shade in range(_SHADES)
        for start, end in zip(*ends, strict=True)
    ]


def _land() -> list[tuple[float, float]]:
    """A mound, a pond and terraces, as at the foot of every page."""
    level = _GROUND + 12.0
    points = [(0.0, level), (60.0, level)]
    points += [(60 + 340 * t / 40, level - 26 * _swell(t / 40)) for t in range(41)]
    points += [(560, level), (590, level + 10), (820, level + 10), (850, level)]
    for step in range(4):
        x, y = 930 + 75 * step, level - 7 * (step + 1)
        points += [(x, y + 7), (x, y)]
    return [*points, (float(SIZE[0]), level - 28)]


def _swell(t: float) -> float:
    """From 0 up to 1 and back, flat at both ends."""
    return 16 * t * t * (1 - t) * (1 - t)


def _mark(pen: ImageDraw.ImageDraw) -> None:
    """Three books on a shelf, the mark of the site, 68 pixels wide."""

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [((_EDGE + 2 * x) * _FINER, (534 + 2 * y) * _FINER) for x, y in points]

    def box(x: float, y: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        (left, top), (far, low) = at([(x, y), (right, bottom)])
        return left, top, far, low

    pen.rounded_rectangle(box(3, 5, 12, 29), 9 * _FINER, fill=_HUES[1][0], corners=(True, True, False, False))  # fmt: skip
    pen.polygon(at([(13, 9), (15, 10), (19, 10), (21, 9), (21, 29), (13, 29)]), fill=_HUES[2][0])
    pen.polygon(at([(22, 29), (22, 8), (25, 8), (25, 11), (28, 11), (28, 14), (31, 14), (31, 29)]), fill=_HUES[3][0])  # fmt: skip
    pen.rectangle(box(1, 30.5, 33, 32.5), fill=_SOFT)
