"""Properties over invented numbers: recall, masks, offsets, and any text at all."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khlang.model.targets import PrivacySettings
from khlang.privacy import Kind, find, identity, is_suspicious, masked
from khlang.privacy.plain import plain
from khlang.privacy.reading import Reading
from khlang.privacy.search import FINDERS
from khlang.privacy.thai_id import is_valid
from tests.privacy import shapes
from tests.privacy.numbers import THAI, divided, with_checksum

SETTINGS = PrivacySettings()
CARD = (1, 4, 5, 2, 1)
GROUPINGS = (
    (13,), CARD, (1, 2, 2, 5, 2, 1), (1, 4, 5, 3), (1, 4, 8), (1, 12), (5, 5, 3), (3, 3, 3, 4),
    (4, 4, 5), (3, 10), (10, 3), (12, 1), (1,) * 13,
)  # fmt: skip
DASHES = ("-", "–", "‑", " - ", " – ", "_", "\u200b-")
BLANKS = (" ", "\u00a0", "\u2009")
BEFORE = st.sampled_from(
    ["", "เลข", "เลขประจำตัวประชาชน ", "(", "บัตร: ", "**", "| ", "1. ", "นาย ก\n"]
)
BEHIND = st.sampled_from(["", "ค่ะ", " ค่ะ", ")", ".", "**", " |", ", 25 ปี", "\n\nต่อไป", ".pdf"])
DIGITS = st.sampled_from("0123456789")


@st.composite
def citizen_ids(draw: st.DrawFn) -> str:
    first = draw(st.sampled_from("12345678"))
    return with_checksum(first + "".join(draw(st.lists(DIGITS, min_size=11, max_size=11))))


@st.composite
def typed_ids(draw: st.DrawFn) -> str:
    """An ID in a common grouping, with Thai digits here and there, sometimes over a line's end."""
    digits = draw(citizen_ids())
    lengths = draw(st.sampled_from(GROUPINGS))
    divider = draw(
        st.sampled_from(DASHES if len(lengths) > 4 and lengths != CARD else DASHES + BLANKS)
    )
    text = divided(digits, lengths, divider)
    kept = draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
    text = "".join(
        char.translate(THAI) if thai else char for char, thai in zip(text, kept, strict=True)
    )
    if lengths == CARD and draw(st.booleans()):
        at = draw(st.integers(1, len(text) - 1))
        text = f"{text[:at]}\n{text[at:]}"
    return text


def _may_be_a_date(text: str) -> bool:
    """The one thing that a grouping other than the card's is left alone for."""
    return re.search(r"(?<!\d)(?:19|20|2[4-6])\d\d(?!\d)", plain(text)) is not None


@given(typed_ids(), BEFORE, BEHIND)
def test_every_citizen_id_in_a_common_grouping_is_found(id: str, before: str, behind: str) -> None:
    text = f"{before}{id}{behind}"
    found = [text[each.start : each.end] for each in find(text, SETTINGS)]
    assert id in found or _may_be_a_date(id)


@given(citizen_ids(), st.sampled_from([*DASHES, *BLANKS, ".", "\n"]), BEFORE, BEHIND)
def test_every_id_divided_like_the_card_is_found(
    id: str, divider: str, before: str, behind: str
) -> None:
    typed = divided(id, CARD, divider if divider != "\n" else "-")
    text = f"{before}{typed}{behind}"
    kinds = {text[each.start : each.end]: each.kind for each in find(text, SETTINGS)}
    assert kinds.get(typed) is Kind.CITIZEN_ID


@given(citizen_ids())
def test_the_checksum_is_the_only_digit_that_fits(id: str) -> None:
    assert [digit for digit in "0123456789" if is_valid(id[:12] + digit)] == [id[12]]


@given(citizen_ids(), st.integers(0, 12), DIGITS)
def test_a_slip_of_one_digit_is_mostly_no_id(id: str, at: int, digit: str) -> None:
    """Weights and modulus miss a slip only where 10 and 0 share a checksum."""
    slipped = id[:at] + digit + id[at + 1 :]
    if slipped != id and is_valid(slipped):
        assert (int(digit) - int(id[at])) * (13 - at) % 11 in (0, 1, 10)


@st.composite
def phones(draw: st.DrawFn) -> str:
    rest = st.lists(DIGITS, min_size=7, max_size=7).map("".join)
    mobile = st.builds(
        lambda head, one, tail: f"0{head}{one}{tail}", st.sampled_from("689"), DIGITS, rest
    )
    fixed = st.builds(
        lambda head, tail: head + tail[:6],
        st.sampled_from(["032", "038", "042", "045", "053", "056", "074", "077", "021", "029"]),
        rest,
    )
    digits = draw(st.one_of(mobile, fixed))
    groupings = {10: ((10,), (3, 3, 4), (2, 4, 4), (3, 7)), 9: ((9,), (3, 3, 3), (3, 6), (1, 4, 4))}
    lengths = draw(st.sampled_from(groupings[len(digits)]))
    typed = divided(digits, lengths, draw(st.sampled_from(["-", " ", "–", "\u00a0"])))
    return typed.translate(THAI) if draw(st.booleans()) else typed


@given(
    phones(),
    st.sampled_from(["", "โทร. ", "(", "ติดต่อ", "| "]),
    st.sampled_from(["", " ค่ะ", ")", "."]),
)
def test_every_phone_in_a_common_grouping_is_found(phone: str, before: str, behind: str) -> None:
    text = f"{before}{phone}{behind}"
    assert phone in [text[each.start : each.end] for each in find(text, SETTINGS)] or (
        len(re.findall(r"(?<!\d)2[4-6]\d\d(?!\d)", plain(phone))) == 2  # `0 2563 2564` are years
    )


def _digits(text: str) -> int:
    return sum(char.isdecimal() for char in text)


ALL_SHAPES = (
    *shapes.CITIZEN_IDS,
    *shapes.MOBILES,
    *shapes.LANDLINES,
    *(row[0] for row in shapes.IDS_AMONG_WORDS + shapes.PHONES_AMONG_WORDS),
    *(row[0] for row in shapes.BANK_ACCOUNTS + shapes.ADDRESSES + shapes.EMAILS + shapes.LINE_IDS),
)


@pytest.mark.parametrize("text", ALL_SHAPES)
def test_a_mask_shows_at_most_four_digits(text: str) -> None:
    for each in find(text, SETTINGS):
        assert _digits(each.masked) <= 4
        assert "\n" not in each.masked
        shown = repr(each)
        assert all(name not in shown for name in each.names)


@pytest.mark.parametrize("text", ALL_SHAPES)
def test_a_masked_text_has_its_length_and_holds_nothing_any_more(text: str) -> None:
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert hidden != text
    assert [each for each in find(hidden, SETTINGS) if each.kind is not Kind.LINE_ID] == []


@given(typed_ids(), BEFORE, BEHIND)
def test_no_id_survives_masking(id: str, before: str, behind: str) -> None:
    if not _may_be_a_date(id):
        assert _digits(masked(f"{before}{id}{behind}")) <= 4 + _digits(before) + _digits(behind)


def test_masks_as_the_guide_shows_them() -> None:
    def mask(text: str) -> str:
        return find(text, SETTINGS)[0].masked

    assert mask("1-1111-11111-11-9") == "1-11xx-xxxxx-xx-9"
    assert mask("081-000-0012") == "08x-xxx-xx12"
    assert mask("+66 81 000 0012") == "+66 xx xxx xx12"
    assert mask("somchai@example.co.th") == "s••••••@e••••••.c•.th"
    assert mask("บัญชี 000-1-00012-3") == "0xx-x-xxxx2-3"
    assert mask("บ้านเลขที่ 99/9 หมู่ 5") == "บ้านเลขที่ xx/x หมู่ x"
    assert mask("ไลน์ไอดี: somchai") == "s••••••"


PIECES = st.sampled_from(
    [*"0123456789๐๑๒ -–._()+/,\n\t@aก*\\&#;:x|>\u200b\u00a0", "08", "+66", "&#45;", "&nbsp;", "\n> ",
     "\n        ", "(at)", "%40", ".org", "โทร. ", "บัญชี ", "เลขบัตร ", "Line ID: ", "ไลน์ id ", "ID LINE",
     "ไอดีไลน์ ", "line.me/ti/p/~", "https://", "บ้านเลขที่ ", "เลขที่ ", "หมู่ 5", "ม.", " ต.", "99/9 "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_borne(text: str) -> None:
    found = find(text, SETTINGS)
    assert [each.start for each in found] == sorted(each.start for each in found)
    for one, next_one in pairwise(found):
        assert one.end <= next_one.start
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert len(plain(text)) == len(masked(text)) == len(text)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_what_a_quick_look_passes_no_finder_stops(text: str) -> None:
    if not is_suspicious(text):
        assert [each for finder in FINDERS for each in finder(Reading.of(text))] == []


@given(st.text(max_size=200))
def test_plain_keeps_every_offset(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    "unit",
    ["1 ", "1-", "08 ", "0-", "(0", "1\n", "+66 ", "a@", "a.", "9/9 ม.5", "0810000012 ", "&#48;"],
)
def test_a_hostile_text_costs_little_more_than_its_length(unit: str) -> None:
    """50,000 characters; what is quadratic takes minutes."""
    began = time.process_time()
    find(unit * (50_000 // len(unit)), SETTINGS)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("081-000-0012", "๐๘๑ ๐๐๐ ๐๐๑๒"),
        ("081-000-0012", "+66 81 000 0012"),
        ("081-000-0012", "+66 (0)81 000 0012"),
        ("081-000-0012", "0066810000012"),
        ("Somchai@Example.org", " somchai@example.org"),
        ("000-1-00012-3", "0001000123"),
        ("บ้านเลขที่ 99/9 หมู่ 5", "บ้านเลขที่ ๙๙/๙  หมู่ ๕"),
    ],
)
def test_spellings_of_one_datum_have_one_identity(one: str, other: str) -> None:
    assert identity(one) == identity(other) != ""
