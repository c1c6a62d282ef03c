"""The text as finders see it: Arabic digits, no escapes, and every character still in its place.

What is taken away is replaced by as many invisible characters, so that an offset in the plain
text is an offset in the text. A number is not hidden by Thai digits or those of another script,
a backslash, `&#45;`, `%2D`, a zero-width space, or `<b>` and `<br>` in its middle.
"""

import re
import unicodedata
from html import unescape

DASHES = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d_"
IGNORED = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"

_PADDING = "\u2060"
_FOREIGN_DIGITS = re.compile(r"(?:(?![0-9])\d)+")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_PERCENT = re.compile("%(2[0-9A-F]|3[0-9])", re.IGNORECASE)  # of an address: blanks, dashes, digits
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~\n])")
# Elements within a line. One with digits inside, such as a link to tel:, is part of the text.
_ELEMENTS = r"/?(?:a|abbr|b|code|del|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|u|wbr)\b"
INLINE = rf"<(?:{_ELEMENTS}[^<>\d]{{0,80}}|!--[^<>\d]{{0,80}}--|br\s{{0,3}}/?)>"
_INLINE = re.compile(INLINE, re.IGNORECASE)


def plain(text: str) -> str:
    """The same length as `text`."""
    if "<" in text:
        text = _INLINE.sub(_padded_element, text)
    if "&" in text:
        text = _ENTITY.sub(_padded_entity, text)
    if "%" in text:
        text = _PERCENT.sub(_padded_percent, text)
    if "\\" in text:
        text = _ESCAPE.sub(_PADDING, text)
    return text if text.isascii() else _FOREIGN_DIGITS.sub(_arabic, text)


def _arabic(match: re.Match[str]) -> str:
    return "".join(str(unicodedata.decimal(digit)) for digit in match[0])


def _padded_element(match: re.Match[str]) -> str:
    """Nothing where a word is marked, the end of a line for `<br>`."""
    first = "\n" if match[0][1:3].lower() == "br" else _PADDING
    return first + _PADDING * (len(match[0]) - 1)


def _padded_percent(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) + 2 * _PADDING


def _padded_entity(match: re.Match[str]) -> str:
    char = unescape(match[0])
    return char + _PADDING * (len(match[0]) - 1) if len(char) == 1 else match[0]
