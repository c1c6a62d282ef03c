"""House addresses: a house number with its village or subdistrict.

A village alone (หมู่ 5 ตำบลบ้านโพธิ์) is where knowledge comes from and names nobody's home.
"""

import re
from collections.abc import Iterator

from khlang.privacy.finding import Finding, Kind, finding
from khlang.privacy.reading import Reading

_HOUSE = r"\d{1,4}(?:\s?/\s?\d{1,4})?"
_YEAR = r"(?!\d{1,4}\s?/\s?2[45]\d\d(?!\d))"  # 12/2564 is the number of an order
_VILLAGE = r"(?:หมู่(?!บ้าน)(?:\s?ที่)?|ม\.)\s{0,2}\d{1,2}(?!\d)"
_STREET = r"(?:ถนน|ถ\.|ซอย|ซ\.|ตรอก)\s?[^\s\d,]{2,40}"
_SUBDISTRICT = r"[^\n]{0,40}?(?:ตำบล|ต\.|แขวง|อำเภอ|อ\.)"
_ADDRESS = re.compile(
    rf"บ้านเลขที่\s{{0,2}}:?\s{{0,2}}{_YEAR}{_HOUSE}(?:\s{{1,2}}(?:{_VILLAGE}|{_STREET}))?"
    rf"|(?<!หนังสือ)(?<!คำสั่ง)เลขที่\s{{0,2}}{_YEAR}{_HOUSE}\s{{0,2}}{_VILLAGE}"
    rf"|(?<![\d/.,:-]){_YEAR}\d{{1,4}}\s?/\s?\d{{1,4}}\s{{0,2}}{_VILLAGE}(?={_SUBDISTRICT})"
)


def find(reading: Reading) -> Iterator[Finding]:
    """All house addresses of a text."""
    text = reading.text
    for match in _ADDRESS.finditer(text):
        yield finding(Kind.ADDRESS, text, *match.span())
