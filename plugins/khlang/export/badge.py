"""The badge: how far the year is, as a picture for a README or a page of the office."""

from html import escape

from khlang.progress import YearProgress
from khlang.thai.dates import short_date
from khlang.thai.text import display_width

PATH = "progress/badge.svg"

_LETTER = 8
_EDGE = 10
_HEIGHT = 24
_DARK, _MET, _SHORT = "#17211f", "#2f5d0f", "#94431c"


def build(year: YearProgress | None) -> bytes:
    """Without targets the badge says so; the words say what the colour says."""
    if year is None:
        return _svg("องค์ความรู้", "ยังไม่กำหนดเป้าหมาย", _SHORT, "ยังไม่กำหนดเป้าหมายของปีนี้")
    value = f"{year.items.done} จาก {year.items.target} เรื่อง"
    said = (
        f"ปีงบประมาณ {year.year} ส่งแล้ว {value} ขาด {year.items.missing} เรื่อง "
        f"ข้อมูล ณ {short_date(year.as_of)}"
    )
    return _svg("องค์ความรู้", value, _MET if year.items.met else _SHORT, said)


def _svg(label: str, value: str, colour: str, said: str) -> bytes:
    left, right = (display_width(text) * _LETTER + 2 * _EDGE for text in (label, value))
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{_HEIGHT}" '
        f'role="img" aria-label="{escape(said)}"><title>{escape(said)}</title>'
        f'<rect width="{left}" height="{_HEIGHT}" fill="{_DARK}"/>'
        f'<rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{colour}"/>'
        '<g fill="#fff" font-family="Noto Sans Thai Looped,Leelawadee UI,Thonburi,Tahoma,sans-serif" '
        f'font-size="13">{_words(label, 0, left)}{_words(value, left, right)}</g></svg>\n'
    )
    return text.encode()


def _words(text: str, at: int, width: int) -> str:
    return (
        f'<text x="{at + _EDGE}" y="17" textLength="{width - 2 * _EDGE}" '
        f'lengthAdjust="spacingAndGlyphs">{escape(text)}</text>'
    )
