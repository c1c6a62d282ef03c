"""The calendar as iCalendar (RFC 5545): a file that a phone subscribes to and reads again each day.

It says nothing of the day it was made on, so that it changes only where a date in the data does.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from khlang.model.corpus import Corpus
from khlang.views.calendar import Occasion, occasions, years

_LINE = 75  # octets of a line, without its end
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def build(corpus: Corpus, site_url: str) -> bytes:
    """Deadlines and events of all years. `site_url` is empty where the address is not known."""
    province = corpus.targets.province
    name = f"ปฏิทินคลังความรู้ {province.short_th}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Khlang//KM calendar//TH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        _text("NAME", name),
        _text("X-WR-CALNAME", name),
        f"X-WR-TIMEZONE:{corpus.targets.timezone}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]
    for year in years(corpus):
        for each in occasions(corpus, year):
            lines += _event(each, province.slug, site_url)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(each: Occasion, province: str, site_url: str) -> Iterator[str]:
    """An entry of whole days. Its last day is exclusive, as the standard has it."""
    yield "BEGIN:VEVENT"
    yield f"UID:{each.key}@{province}.khlang"
    yield f"DTSTAMP:{_compact(each.start)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_compact(each.start)}"
    yield f"DTEND;VALUE=DATE:{_compact(each.end + timedelta(days=1))}"
    yield _text("SUMMARY", f"{each.kind}: {each.title}" if each.is_deadline else each.title)
    parties = f"จาก {each.sender} ถึง {each.receiver}" if each.is_deadline else ""
    if told := [text for text in (parties, *each.details) if text]:
        yield _text("DESCRIPTION", "\n".join(told))
    if each.place:
        yield _text("LOCATION", each.place)
    yield _text("CATEGORIES", each.kind)
    if site_url:
        yield f"URL:{site_url}calendar/"
    yield "TRANSP:TRANSPARENT"
    if each.own:  # at nine in the morning of the day before
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield _text("DESCRIPTION", f"พรุ่งนี้ครบ{each.kind}: {each.title}")
        yield "TRIGGER:-PT15H"
        yield "END:VALARM"
    yield "END:VEVENT"


def _compact(day: date) -> str:
    return f"{day:%Y%m%d}"


def _text(name: str, value: str) -> str:
    return f"{name}:{value.translate(_ESCAPED)}"


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, cut between characters, never inside one."""
    part, size = "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _LINE:
            yield part
            part, size = " ", 1
        part += char
        size += octets
    yield part
