"""The text as finders see it: Arabic digits, no escapes, and every character still in its place.

What is taken away is replaced by as many invisible characters, so that an offset in the plain
text is an offset in the text. A number is not hidden by Thai digits, a backslash, `&#45;`
or a zero-width space.
"""

import re
from html import unescape

DASHES = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d_"
IGNORED = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"

_PADDING = "\u2060"
_ZEROS = "๐０"  # Thai, and full-width as some telephones type them
_TO_ARABIC = {ord(zero) + value: str(value) for zero in _ZEROS for value in range(10)}
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~\n])")


def plain(text: str) -> str:
    """The same length as `text`."""
    if "&" in text:
        text = _ENTITY.sub(_padded_entity, text)
    if "\\" in text:
        text = _ESCAPE.sub(_PADDING, text)
    return text if text.isascii() else text.translate(_TO_ARABIC)


def _padded_entity(match: re.Match[str]) -> str:
    char = unescape(match[0])
    return char + _PADDING * (len(match[0]) - 1) if len(char) == 1 else match[0]
