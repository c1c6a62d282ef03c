"""Telephone numbers: mobile 06, 08, 09 (ten digits), fixed 02–07 (nine), the same behind +66.

A zero in front is rare in other numbers, so the ways in which people divide a telephone number are
enough to know it; behind a word such as โทร. it may be divided in any way.
"""

import re
from collections.abc import Iterator

from khlang.privacy.finding import Finding, Kind, finding
from khlang.privacy.nearby import follows, is_in_amount, label, letters_before, letters_behind
from khlang.privacy.numbers import Between, Group, Run, Window, holds_date
from khlang.privacy.reading import Reading

_NUMBER = re.compile(
    "0(?:[689][0-9]{8}|(?:2[0-9]|3[2-9]|4[2-5]|5[2-6]|7[3-7])[0-9]{6})"  # mobile, fixed
)
_ABROAD = re.compile("(?:00)?66(0?)([0-9]*)")

_MOBILE_PARTS = {
    (10,), (3, 7), (2, 8), (1, 9), (4, 6), (6, 4), (5, 5),
    (3, 3, 4), (2, 4, 4), (3, 4, 3), (4, 3, 3), (1, 4, 5), (1, 5, 4), (2, 3, 5), (3, 2, 5), (3, 5, 2),
    (1, 4, 4, 1), (3, 3, 2, 2), (3, 2, 2, 3), (2, 4, 2, 2), (1, 3, 3, 3), (1, 2, 3, 4), (2, 2, 3, 3),
}  # fmt: skip
_FIXED_PARTS = {
    (9,), (3, 6), (2, 7), (1, 8), (4, 5), (5, 4), (6, 3),
    (2, 3, 4), (3, 3, 3), (1, 4, 4), (2, 4, 3), (3, 2, 4), (3, 4, 2), (1, 3, 5),
    (1, 2, 3, 3), (3, 2, 2, 2), (3, 3, 1, 2), (1, 1, 3, 4), (2, 3, 2, 2),
}  # fmt: skip
_DOTTED_PARTS = {
    (3, 3, 4), (2, 4, 4), (3, 4, 3), (2, 3, 4), (3, 3, 3), (1, 4, 4), (3, 2, 2, 3), (3, 7), (3, 6),
    (1, 4, 5), (4, 3, 3), (3, 3, 2, 2), (1, 4, 4, 1), (3, 2, 4), (1, 2, 3, 3), (3, 2, 2, 2),
}  # fmt: skip
# Divided by blanks among other numbers, as in a row of figures, only the usual ways are known.
_PARTS_IN_ROWS = {
    (3, 7), (2, 8), (3, 3, 4), (2, 4, 4), (3, 4, 3), (3, 3, 2, 2), (3, 2, 2, 3),
    (3, 6), (2, 7), (2, 3, 4), (3, 3, 3), (1, 4, 4), (2, 4, 3), (3, 2, 4),
}  # fmt: skip
_BEGINNING = re.compile("0[2-9]|66|0066")
_LENGTHS = (10, 9)
_LENGTHS_ABROAD = (10, 11, 12, 13, 14)  # 66, 660 or 0066 and eight or nine digits
_PARTS_IN_ADDRESSES = {(3, 3, 4), (2, 4, 4), (2, 3, 4), (1, 4, 4)}
_BE_YEAR = re.compile("2[456][0-9]{2}")
_MOST_DASHED = 5
_MOST_GROUPS = 10
_LONGEST_RANGE = 4

_NAMED = label(
    r"โทร|มือถือ|เบอร์|ติดต่อ|สอบถาม|แฟกซ์|แฟ็กซ์|สายตรง|พร้อมเพย์|ไลน์|\btel|phone|mobile|\bcall|\bfax|whatsapp"
    r"|promptpay|\bline|☎|📞|📱",
    reach=24,
)
_OTHER_NUMBER = label(
    r"รหัส|เลขที่|เลขรหัส|ครุภัณฑ์|สารบบ|จดแจ้ง|ทะเบียน|สัญญา|บัญชี|account|a/c|e-?GP|\bISBN|\bISSN|อ้างอิง|ใบเสร็จ|อนุญาต"
    r"|\bcode|\bno\.|\bserial",
    reach=14,
)
_WORD_THAT_TOUCHES = re.compile("(?:tel|phone|mobile|call|fax|line|t|m)", re.IGNORECASE)
_CONTACT_ADDRESS = re.compile(
    r"(?:wa\.me/|whatsapp\.com/send\S*=|line\.me/ti/p/~|promptpay\.io/|[?&](?:tel|phone|mobile)=)[+\u2060]{0,3}$",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"\s{0,3}(?:ต่อ|กด|ext\.?|x|#)\s{0,2}\d{1,5}(?!\d)", re.IGNORECASE)
_UNTIL = re.compile(r"\s{0,2}ถึง\s{0,2}\d{1,4}(?!\d)")


def find(reading: Reading) -> Iterator[Finding]:
    """All telephone numbers of a text, with range and extension."""
    text = reading.text
    for run in reading.runs:
        first, named = 0, False
        while first < len(run.groups):
            window = _number_from(reading, run, first, named=named)
            if window is None:
                first += 1
                continue
            start = _with_paren(text, _with_plus(text, window.start), window.end)
            last, end = _with_range(text, window)
            yield finding(Kind.PHONE, text, start, end, core=(start, window.end))
            first, named = last + 1, True  # a list of numbers behind one word


def _number_from(reading: Reading, run: Run, first: int, *, named: bool) -> Window | None:
    """The number that begins with a group, or None."""
    text, group = reading.text, run.groups[first]
    if not _BEGINNING.match(run.digits, run.offsets[first]):
        return None
    if first and run.gaps[first - 1].tight:  # in the middle of another number
        return None
    abroad = _is_abroad(text, group)
    for total in _LENGTHS_ABROAD if abroad else _LENGTHS:
        window = run.window(first, total)
        if window is None or not _is_number(window.digits, abroad=abroad):
            continue
        if (  # the cheapest question first: 500 KB of `08` is a text, too
            (abroad or _is_divided_like_a_phone(text, window) or _is_named(text, window, named))
            and _is_bounded(text, window)
            and (not reading.is_in_web_address(group.start) or _is_meant(text, window))
        ):
            return window
    return None


def _is_number(digits: str, *, abroad: bool) -> bool:
    return _NUMBER.fullmatch(_at_home(digits) if abroad else digits) is not None


def _is_named(text: str, window: Window, named: bool) -> bool:
    """Behind a word such as โทร. any division will do."""
    return len(window.groups) <= _MOST_GROUPS and (named or follows(text, window.start, _NAMED))


def _is_abroad(text: str, group: Group) -> bool:
    """Whether digits begin with the country: +66, 0066, or 66 where the text says it is a phone."""
    if not group.digits.startswith("66"):
        return group.digits.startswith("0066")
    start = group.start
    return (
        _with_plus(text, start) < start or _is_linked(text, start) or follows(text, start, _NAMED)
    )


def _at_home(digits: str) -> str:
    """`66810000012`, `660810000012`, `0066810000012` -> `0810000012`."""
    match = _ABROAD.fullmatch(digits)
    return f"0{match[2]}" if match else ""


def _is_bounded(text: str, window: Window) -> bool:
    """Whether a number ends where the window does: no letter touches it, no dash leads on."""
    before = letters_before(text, window.start)
    if before and not _WORD_THAT_TOUCHES.fullmatch(before):
        return False
    behind = letters_behind(text, window.end)
    if behind and not _EXTENSION.match(text, window.end):
        return False
    return not window.goes_on_behind or _is_range(window)


def _is_range(window: Window) -> bool:
    """`0-3800-0012-5`, `038-000-012-15`: a dash and the end of the last number of several."""
    run, at = window.run, window.last
    if run.gaps[at].kind is not Between.DASH:
        return False
    more = at + 1 < len(run.gaps) and run.gaps[at + 1].tight
    return not more and len(run.groups[at + 1].digits) <= _LONGEST_RANGE


def _is_divided_like_a_phone(text: str, window: Window) -> bool:
    if window.is_undivided:
        return not follows(text, window.start, _OTHER_NUMBER)
    parts = window.parts
    lengths = tuple(map(len, parts))
    known = lengths in (_MOBILE_PARTS if len(window.digits) == 10 else _FIXED_PARTS)
    if not (known or _is_dashed_in_earnest(window, lengths) or _is_in_boxes(window, lengths)):
        return False
    kinds, dividers = {gap.kind for gap in window.gaps}, window.dividers
    if Between.DOT in kinds and not (dividers == {Between.DOT} and lengths in _DOTTED_PARTS):
        return False
    if dividers != {Between.DASH} and _are_years(parts):
        return False
    if dividers == {Between.BLANK} and not window.is_alone and _is_in_row(window, lengths):
        return False
    runs_over = window.breaks > (Between.BREAK not in kinds or window.is_alone)
    return not (runs_over or holds_date(parts) or is_in_amount(text, window))


def _is_dashed_in_earnest(window: Window, lengths: tuple[int, ...]) -> bool:
    """An unusual division, but nothing else than dashes: no range, no list."""
    return (
        len(lengths) <= _MOST_DASHED
        and max(lengths) > 2
        and all(gap.kind is Between.DASH and (gap.tight or gap.breaks) for gap in window.gaps)
    )


def _is_in_boxes(window: Window, lengths: tuple[int, ...]) -> bool:
    """`0-8-1-0-0-0-0-0-1-2`, and nothing else."""
    return max(lengths) == 1 and window.is_alone and window.dividers == {Between.DASH}


def _are_years(parts: tuple[str, ...]) -> bool:
    """`0 2563 2564` is a row of a table."""
    return sum(_BE_YEAR.fullmatch(part) is not None for part in parts) > 1


def _is_in_row(window: Window, lengths: tuple[int, ...]) -> bool:
    """`95069 0 89755 7841` is a row of figures, `20 09 2566 4434` begins with a date."""
    follows_day = window.gap_before is not None and len(window.neighbours[0].digits) <= 2
    is_date = follows_day and _BE_YEAR.fullmatch(window.parts[1]) is not None
    return is_date or lengths not in _PARTS_IN_ROWS


def _is_linked(text: str, at: int) -> bool:
    """Whether the digits stand in an address to call or write to, as in wa.me/66…"""
    return _CONTACT_ADDRESS.search(text[max(0, at - 60) : at]) is not None


def _is_meant(text: str, window: Window) -> bool:
    """Digits of a web address are a page's key, unless they are divided or linked like a phone."""
    lengths = tuple(len(part) for part in window.parts)
    return lengths in _PARTS_IN_ADDRESSES or _is_linked(text, window.start)


def _with_paren(text: str, start: int, end: int) -> int:
    """The offset of the parenthesis around an area code, or the digits' own."""
    number = text[start:end]
    opened = text[max(0, start - 1) : start] == "(" and number.count(")") > number.count("(")
    return start - opened


def _with_plus(text: str, start: int) -> int:
    """The offset of a plus sign before the digits, or the digits' own."""
    for width in (1, 2):
        if text[max(0, start - width) : start].rstrip() in ("+", "＋"):
            return start - width
    return start


def _with_range(text: str, window: Window) -> tuple[int, int]:
    """The last group that belongs to the number and the offset behind range and extension."""
    run, last, end = window.run, window.last, window.end
    if window.goes_on_behind:
        last += 1
        end = run.groups[last].end
    for tail in (_UNTIL, _EXTENSION):
        if match := tail.match(text, end):
            end = match.end()
    while last + 1 < len(run.groups) and run.groups[last + 1].start < end:
        last += 1
    return last, end
