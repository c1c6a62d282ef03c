"""All finders over one text: what may be there at all is asked first, since most texts are clean."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from khlang.model.targets import PrivacySettings
from khlang.privacy import address, bank, email, line_id, phone, thai_id
from khlang.privacy.finding import Finding, Kind, identity, mask
from khlang.privacy.plain import INLINE
from khlang.privacy.reading import Reading

Finder = Callable[[Reading], Iterator[Finding]]

FINDERS: tuple[Finder, ...] = (
    thai_id.find,
    phone.find,
    bank.find,
    email.find,
    line_id.find,
    address.find,
)
# What the finders need at the least, asked before a text is looked at closely: most hold nothing.
# Each pattern is tried only where one of its words stands, which is far cheaper than one for all.
_BETWEEN = r"[^\dA-Za-z\u0e00-\u0e7f+=×÷%]{0,14}+"
_NINE_DIGITS = re.compile(rf"\d(?:{_BETWEEN}\d){{8}}")  # the shortest telephone number
_TRACES: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("<",), re.compile(rf"\d[^\w<]{{0,14}}{INLINE}", re.IGNORECASE)),
    (("&",), re.compile(r"&(?:#|[a-zA-Z]{2,31};)")),
    (("%2", "%3"), re.compile(r"%[23][0-9A-Fa-f]")),
    (("@", "%", "(at)"), re.compile(r"@|%40|\(at\)")),
    (("line", "Line", "LINE"), re.compile(r"line(?:\W{0,2}id|\.me/)|id\W{0,2}line", re.IGNORECASE)),
    (("ไลน์",), re.compile("ไลน์(?i:[\\W_]{0,2}id)|(?i:id)[\\W_]{0,2}ไลน์")),
    (("ไอดี",), re.compile("ไอดี")),
    (("เลขที่",), re.compile(r"เลขที่\s{0,2}:?\s{0,2}\d")),
    (("หมู่",), re.compile(r"หมู่(?:\s?ที่)?\s{0,2}\d")),
    (("ม.",), re.compile(r"ม\.\s{0,2}\d")),
)
_RANK = {kind: rank for rank, kind in enumerate(Kind)}


def is_suspicious(text: str) -> bool:
    """Whether a text may hold anything that `find` finds. Quick, and never wrongly no."""
    if _NINE_DIGITS.search(text):
        return True
    for words, trace in _TRACES:
        for word in words:
            if word in text:
                if trace.search(text):
                    return True
                break
    return False


def find(text: str, settings: PrivacySettings) -> tuple[Finding, ...]:
    """Personal data in a text, in their order, without the office's own numbers and addresses."""
    if not is_suspicious(text):
        return ()
    own = office_names(settings)
    return tuple(each for each in _all(text) if not each.names & own)


def masked(text: str) -> str:
    """The text with all personal data masked; same length, so that carets below it still fit."""
    if not is_suspicious(text):
        return text
    pieces: list[str] = []
    behind = 0
    for each in _all(text):
        pieces += (text[behind : each.start], mask(text[each.start : each.end], each.kind))
        behind = each.end
    return "".join((*pieces, text[behind:]))


def _all(text: str) -> list[Finding]:
    """What the finders find; where two overlap, the graver one, and of one kind the longer one."""
    reading = Reading.of(text)
    found = [each for finder in FINDERS for each in finder(reading)]
    found.sort(key=lambda each: (_RANK[each.kind], each.start - each.end, each.start))
    taken = bytearray(len(text))
    kept: list[Finding] = []
    for each in found:
        if not any(taken[each.start : each.end]):
            taken[each.start : each.end] = b"\x01" * (each.end - each.start)
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)


@lru_cache(maxsize=8)
def office_names(settings: PrivacySettings) -> frozenset[str]:
    """The office's own, as `names`; a range of telephone numbers is named by its first one."""
    listed = (*settings.office_phones, *settings.office_emails)
    names = {identity(each) for each in listed}
    for each in listed:
        names |= {name for found in phone.find(Reading.of(each)) for name in found.names}
    return frozenset(names)
