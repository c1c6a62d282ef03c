"""LINE ids of persons. Ids that begin with @ are of official accounts, which are public."""

import re
from collections.abc import Iterator

from khlang.privacy.finding import Finding, Kind, finding
from khlang.privacy.reading import Reading

_LINE = r"(?:line|ไลน์)"
_ID = r"(?:id|ไอดี)"
_NAMED = re.compile(
    rf"(?:{_LINE}[\s.-]{{0,2}}{_ID}|{_ID}[\s.-]{{0,2}}{_LINE})\s{{0,2}}"
    r"(?:(?:[:=：]|คือ)\s{0,2}([a-z0-9._-]{3,30})|([a-z0-9._-]*[0-9._-][a-z0-9._-]*))(?![a-z0-9@])",
    re.IGNORECASE,
)
_LINK = re.compile(r"line\.me/(?:R/)?ti/p/~?([a-z0-9._-]{3,40})", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Finding]:
    """All LINE ids of a text that the word or the address gives away."""
    text = reading.text
    for match in _NAMED.finditer(text):
        group = 1 if match[1] else 2
        if any(char.isalnum() for char in match[group]):
            yield finding(Kind.LINE_ID, text, *match.span(group))
    for match in _LINK.finditer(text):
        yield finding(Kind.LINE_ID, text, *match.span(1))
