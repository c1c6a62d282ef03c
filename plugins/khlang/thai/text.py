"""Folding of Thai text to one spelling, digits, and the width of what a terminal shows."""

import re
import unicodedata

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_TO_ARABIC = dict(zip(THAI_DIGITS, "0123456789", strict=True))
_THAI_DIGIT = re.compile(f"[{THAI_DIGITS}]")
_TO_THAI = str.maketrans("0123456789", THAI_DIGITS)

# Sara am typed as nikhahit + sara aa, with the tone mark before or after the nikhahit.
# A PDF copied into Word is the usual origin; on the screen the two spellings look the same.
DECOMPOSED_SARA_AM = re.compile("([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32")

_POINT = re.compile(rf" (?=\(?[{THAI_DIGITS}0-9]{{1,2}}\))")


def fold(text: str) -> str:
    """NFC, with sara am as the one letter ำ: the spelling everything behind `source` sees."""
    composed = unicodedata.normalize("NFC", text)
    if "\u0e4d" not in composed:
        return composed
    joined = DECOMPOSED_SARA_AM.sub("\\1\\2\u0e33", composed)
    return unicodedata.normalize("NFC", joined)  # marks that met may now stand out of order


def arabic_digits(text: str) -> str:
    """`๕ ก.ค. ๒๕๖๔` -> `5 ก.ค. 2564`."""
    return _THAI_DIGIT.sub(lambda digit: _TO_ARABIC[digit[0]], text)


def thai_digits(text: str) -> str:
    """`5 ก.ค. 2564` -> `๕ ก.ค. ๒๕๖๔`, as official papers are written."""
    return text.translate(_TO_THAI)


def numbered_lines(text: str) -> list[str]:
    """A cell whose points run on, a line each: `ของ ๑) จังหวัด ๒) อำเภอ` -> three lines."""
    return _POINT.split(text)


def display_width(text: str) -> int:
    """Columns that `text` takes in a terminal: Thai vowels and tone marks above and below take none."""
    return sum(
        0
        if unicodedata.category(char) in ("Mn", "Me", "Cf")
        else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
