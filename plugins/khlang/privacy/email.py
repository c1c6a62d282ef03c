"""E-mail addresses, also with `%40` of an address and `(at)` of a careful writer."""

import re
from collections.abc import Iterator

from khlang.privacy.finding import Finding, Kind, finding
from khlang.privacy.plain import IGNORED
from khlang.privacy.reading import Reading

_AT = r"(?:@|%40|\s?\(at\)\s?)"
_DOT = r"(?:\.|\s?\(dot\)\s?)"
_LABEL = rf"[A-Za-z0-9{IGNORED}-]{{1,63}}"
_EMAIL = re.compile(
    rf"(?<![A-Za-z0-9._%+{IGNORED}-])[A-Za-z0-9_][A-Za-z0-9._%+{IGNORED}-]{{0,63}}{_AT}"
    rf"{_LABEL}(?:{_DOT}{_LABEL}){{0,4}}{_DOT}[A-Za-z0-9]{{2,24}}(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_FILE_ENDING = re.compile(r"\.(?:png|jpe?g|webp|gif|svg|pdf|docx|pptx|xlsx|mp[34])$", re.IGNORECASE)
_HAS_DOMAIN = re.compile(r"[.)]\s?[A-Za-z]{2,24}$")


def find(reading: Reading) -> Iterator[Finding]:
    """All e-mail addresses of a text; `poster@2x.png` is none."""
    text = reading.text
    if not any(sign in text for sign in ("@", "%40", "(at)")):
        return
    for match in _EMAIL.finditer(text):
        ending = _FILE_ENDING.search(match[0])
        end = match.start() + ending.start() if ending else match.end()
        if _HAS_DOMAIN.search(text, match.start(), end):
            yield finding(Kind.EMAIL, text, match.start(), end)
