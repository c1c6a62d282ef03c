"""Letters of picture fonts, and letters without a shape, as characters that everyone reads."""

import re

from khlang.files.thai_layer import mended
from khlang.thai.text import fold

# Wingdings and Symbol, as Word keeps them: in the private area, from U+F020.
_SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF06E: "■", 0xF06C: "●", 0xF0D8: "➢", 0xF076: "❖", 0xF0FC: "✓",
    0xF0FB: "✗", 0xF0FE: "☑", 0xF0FD: "☒", 0xF0A8: "☐", 0xF06F: "☐", 0xF0A1: "○", 0xF0E0: "→",
    0xF0E8: "➔", 0xF0F0: "⇨", 0xF0DF: "←", 0xF0E1: "↑", 0xF0E2: "↓", 0xF04A: "☺", 0xF04C: "☹",
    0xF028: "☎", 0xF02A: "✉", 0xF03A: "💻", 0xF046: "☞", 0xF0AB: "★", 0xF0B0: "°",
    0xF0B1: "±", 0xF0B3: "≥", 0xF0A3: "≤", 0xF0B4: "×", 0xF0B8: "÷", 0xF0B9: "≠", 0xF0BB: "≈",
    0xF0AE: "→", 0xF0AC: "←", 0xF06D: "μ", 0xF070: "π", 0xF053: "Σ", 0xF0D6: "√", 0xF020: " ",
    0xF02D: "-", 0xF0BE: "–", 0xF0A5: "∞",
}  # fmt: skip
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]|\u2028|\u2029"
)
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def readable(text: str) -> str:
    """The same words in one spelling, without what nobody sees."""
    shown = mended(text).translate(_SYMBOLS)
    return _UNSEEN.sub("", fold(shown.replace("\u000b", "\n").replace("\u00a0", " ")))


def lost(text: str) -> int:
    """How many characters only their font can show."""
    return len(_PRIVATE.findall(text))


def of_font(code: str) -> str:
    """The character of a `sym` element; the replacement character for one that is not known."""
    try:
        point = int(code, 16)
    except ValueError:
        return "\ufffd"
    return _SYMBOLS.get(point if point >= 0xF000 else point + 0xF000, "\ufffd")


def raised(text: str) -> str:
    """`2` as `²`, where every character has such a form."""
    shown = text.translate(_RAISED)
    return shown if not set(shown) & set(text) else text


def lowered(text: str) -> str:
    """`2` as `₂`, where every character has such a form."""
    shown = text.translate(_LOWERED)
    return shown if not set(shown) & set(text) else text
