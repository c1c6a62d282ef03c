"""Citizen IDs: thirteen digits of which the last one is a checksum.

The checksum alone passes one of ten numbers, so a number must also be divided like one: not at
all, by the card's 1-4-5-2-1, or in another way that nothing else is divided by. Behind the words
"citizen ID" everything with thirteen digits is looked at.
"""

import re
from collections.abc import Iterator
from operator import mul

from khlang.privacy.finding import Finding, Kind, finding
from khlang.privacy.nearby import follows, is_in_amount, label, letters_before, letters_behind
from khlang.privacy.numbers import Between, Window, holds_date, windows
from khlang.privacy.reading import Reading

_LENGTH = 13
_WEIGHTS = range(13, 1, -1)  # of the first twelve
_ZEROS = ord("0") * sum(_WEIGHTS)
_CARD = (1, 4, 5, 2, 1)
_FOOD_LICENCE = (2, 1, 5, 1, 4)  # เลขสารบบอาหาร, on the label of most OTOP food
_BLANK_PARTS = {(1, 2, 2, 5, 2, 1), (1, 4, 5, 3), (1, 4, 8), (1, 12)}
_FEW_GROUPS = 4
_UTM = (6, 7)  # easting and northing of a place in Thailand
_THIS_TIME = re.compile("25[4-7][0-9]")  # a year that a table may hold
_LONGEST_WORD = 12  # a longer one beside the digits is a checksum or a key

_OTHER_NUMBER = label(
    r"สารบบ|อ\.?\s?ย\.|จดแจ้ง|ครุภัณฑ์|บาร์โค้ด|barcode|\bEAN|\bGTIN|\bISBN|\bISSN|\bDOI|พัสดุ|tracking"
    r"|สัญญา|e-?GP|รหัสโครงการ|รหัสงบประมาณ|รหัสบัญชี",
    reach=20,
)
# The zone before them may be 47P or 48Q, so that the word is not directly before the digits.
_COORDINATES = re.compile(r"(?:พิกัด|\bUTM|4[678]\s?[NPQ]\b)[^\n]{0,24}$", re.IGNORECASE)
_COMPANY = label(
    r"นิติบุคคล|ผู้เสียภาษี|ทะเบียนพาณิชย์|วิสาหกิจชุมชน|tax\s?(?:payer\s?)?(?:ID|no)|\bTIN", reach=30
)
_NAMED = re.compile(
    r"(?:ประจำตัวประชาชน|บัตรประชาชน|เลขประชาชน|เลข(?:ที่)?บัตร|บัตรประจำตัว|ปชช|13 ?หลัก|citizen|ID ?card|national ?ID|identification)"
    r"[^\d\n]{0,30}(\d(?:[^\w|\t]{0,4}\d){12})(?!\d)",
    re.IGNORECASE,
)
# The card's own division, by what ends a run: cells of a table or a CSV file, slashes, colons.
_CARD_IN_CELLS = re.compile(
    r"(?<!\d)\d([ \t]{0,2}(?:[|,/:;~\t]|\.[ ])[ \t]{0,2})\d{4}\1\d{5}\1\d{2}\1\d(?!\d)"
)
# One digit a cell, as in the boxes of a form; a cell between may hold a dash.
_BOXES = re.compile(r"(?<!\d)\d(?:[ ]{0,2}[|\t][ \t|\u2013-]{0,6}\d){12}(?!\d)")
_CELL_BEFORE = re.compile(r"\d[ ]{0,2}[|\t][ \t|\u2013-]{0,6}$")
_CELL_BEHIND = re.compile(r"[ ]{0,2}[|\t][ \t|\u2013-]{0,6}\d")


def find(reading: Reading) -> Iterator[Finding]:
    """All citizen IDs of a text."""
    text = reading.text
    for run in reading.runs:
        behind = 0
        for window in windows(run, _LENGTH):
            if (
                window.first >= behind
                and is_valid(window.digits)
                and _is_divided_like_an_id(reading, window)
            ):
                yield finding(Kind.CITIZEN_ID, text, window.start, window.end)
                behind = window.last + 1
    for pattern, group in ((_NAMED, 1), (_CARD_IN_CELLS, 0)):
        for match in pattern.finditer(text):
            if is_valid("".join(filter(str.isdecimal, match[group]))):
                yield finding(Kind.CITIZEN_ID, text, *match.span(group))
    for match in _BOXES.finditer(text):
        alone = not (
            _CELL_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
            or _CELL_BEHIND.match(text, match.end())
        )
        if alone and is_valid("".join(filter(str.isdecimal, match[0]))):
            yield finding(Kind.CITIZEN_ID, text, *match.span())


def is_valid(digits: str) -> bool:
    """Whether the last of thirteen digits is the checksum of the others."""
    weighted: int = sum(map(mul, digits.encode("ascii"), _WEIGHTS)) - _ZEROS
    return (11 - weighted % 11) % 10 == int(digits[-1])


def _is_divided_like_an_id(reading: Reading, window: Window) -> bool:
    text = reading.text
    if len(window.groups) == _LENGTH and any(len(each.digits) == 1 for each in window.neighbours):
        return False  # a row of digits that goes on; 500 KB of them are a text, too
    parts = window.parts
    if not _touches_only_words(text, window) or _is_company(text, window):
        return False
    if _CARD in (_lengths(parts), _lengths(tuple(each.digits for each in window.groups))):
        return True
    if follows(text, window.start, _OTHER_NUMBER) or is_in_amount(text, window):
        return False
    if _is_book(window.digits) or _is_part_of_key(window):
        return False
    if window.is_undivided or window.dividers == {Between.MARK}:
        return True
    return (
        _is_divided_otherwise(window, parts)
        and not _COORDINATES.search(text[max(0, window.start - 40) : window.start])
        and not reading.is_in_web_address(window.start)
    )


def _is_divided_otherwise(window: Window, parts: tuple[str, ...]) -> bool:
    """Other ways than the card's: one kind of divider, and nothing that a table or a date would do."""
    lengths, dividers = _lengths(parts), window.dividers
    around = {gap.kind for gap in (window.gap_before, window.gap_behind) if gap}
    if len(window.groups) == _LENGTH:  # the boxes of a form
        return True
    if holds_date(parts) or window.breaks > 1 or (window.breaks and Between.BREAK in around):
        return False
    if dividers <= {Between.BLANK, Between.MARK} or dividers == {Between.BREAK}:
        if lengths in _BLANK_PARTS:
            return True
        tidy = (
            len(parts) <= _FEW_GROUPS
            and lengths != _UTM
            and not any(map(_THIS_TIME.fullmatch, parts))
        )
        return tidy and window.is_alone and window.digits[0] != "0"
    if len(dividers) > 1 or dividers & around or window.digits[0] == "0":
        return False
    if dividers == {Between.DASH}:
        return lengths != _FOOD_LICENCE
    return dividers == {Between.DOT} and len(parts) > 2


def _lengths(parts: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(len(part) for part in parts)


def _touches_only_words(text: str, window: Window) -> bool:
    """`ID1…` is a number with a word, `3f1…9c` a piece of a checksum."""
    before, behind = letters_before(text, window.start), letters_behind(text, window.end)
    if before and text[window.start - len(before) - 1 : window.start - len(before)].isdecimal():
        return False
    if behind and text[window.end + len(behind) : window.end + len(behind) + 1].isdecimal():
        return False
    return len(before) + len(behind) <= _LONGEST_WORD and not (before and behind)


def _is_company(text: str, window: Window) -> bool:
    """Tax and register numbers of companies and offices have the same checksum and begin with 0."""
    return window.digits[0] == "0" and follows(text, window.start, _COMPANY)


def _is_part_of_key(window: Window) -> bool:
    """`4257430365516_538582160751028_n` is the name of a picture from a social network."""
    goes_on = window.goes_on_before or window.goes_on_behind
    return goes_on and any(len(group.digits) > _LENGTH for group in window.neighbours)


def _is_book(digits: str) -> bool:
    """An ISBN: no citizen ID begins with 9."""
    if not digits.startswith(("978", "979")):
        return False
    return sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits)) % 10 == 0
