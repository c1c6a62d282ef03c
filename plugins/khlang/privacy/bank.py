"""Bank accounts: ten, twelve or fifteen digits near a word for a bank or an account."""

import re
from collections.abc import Iterator

from khlang.privacy.finding import Finding, Kind, finding
from khlang.privacy.nearby import follows, label, letters_before, letters_behind
from khlang.privacy.numbers import Between, Window, holds_date, windows
from khlang.privacy.reading import Reading

_LENGTHS = (10, 12, 15)
_MOST_GROUPS = 6
_BLANK_PARTS = {
    (3, 1, 5, 1), (3, 6, 1), (3, 7), (3, 1, 6), (3, 3, 4), (3, 3, 3, 1),
    (4, 4, 4), (3, 9), (2, 3, 1, 5, 1), (3, 3, 6), (3, 3, 3, 3), (4, 4, 4, 3),
}  # fmt: skip
_WORDS = (
    r"เลขที่บัญชี|เลขบัญชี|หมายเลขบัญชี|บัญชี|ธนาคาร|พร้อมเพย์|กรุงไทย|ออมสิน|ธ\.?\s?ก\.?\s?ส\.?|กสิกร|ไทยพาณิชย์"
    r"|promptpay|account|a/c|\bbank|\bKTB|\bSCB|\bBAAC|\bGSB|\bKBank"
)
_WORD = re.compile(_WORDS, re.IGNORECASE)
_NAMED = label(_WORDS, reach=45)
_OTHER_NUMBER = label(r"รหัส|ครุภัณฑ์|สารบบ|จดแจ้ง|ผู้เสียภาษี|นิติบุคคล|ISBN|ISSN|โครงการ|งบประมาณ", reach=12)
_NAMED_BEHIND = re.compile(rf"[^\d\n]{{0,20}}(?:{_WORDS})", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Finding]:
    """All account numbers of a text that a word near them gives away."""
    text = reading.text
    if not _WORD.search(text):
        return
    for run in reading.runs:
        for length in _LENGTHS:
            for window in windows(run, length):
                if len(window.groups) <= _MOST_GROUPS and _is_account(text, window):
                    yield finding(Kind.BANK_ACCOUNT, text, window.start, window.end)


def _is_account(text: str, window: Window) -> bool:
    if not (follows(text, window.start, _NAMED) or _NAMED_BEHIND.match(text, window.end)):
        return False
    if follows(text, window.start, _OTHER_NUMBER) or window.goes_on_before or window.goes_on_behind:
        return False
    if letters_before(text, window.start) or letters_behind(text, window.end):
        return False
    parts = window.parts
    lengths = tuple(len(part) for part in parts)
    usual = len(parts) == 1 or window.dividers == {Between.DASH} or lengths in _BLANK_PARTS
    return usual and not holds_date(parts)
