"""Every way to divide a number, written out again: a slip in a table would pass all other tests."""

import pytest

from khlang.model.targets import PrivacySettings
from khlang.privacy import Kind, find
from tests.privacy.numbers import FIXED, ID, MOBILE, divided, with_checksum

SETTINGS = PrivacySettings()

MOBILES = [
    "3-7",
    "2-8",
    "1-9",
    "4-6",
    "6-4",
    "5-5",
    "3-3-4",
    "2-4-4",
    "3-4-3",
    "4-3-3",
    "1-4-5",
    "1-5-4",
    "2-3-5",
    "3-2-5",
    "3-5-2",
    "1-4-4-1",
    "3-3-2-2",
    "3-2-2-3",
    "2-4-2-2",
    "1-3-3-3",
    "1-2-3-4",
    "2-2-3-3",
]
FIXED_LINES = [
    "3-6",
    "2-7",
    "1-8",
    "4-5",
    "5-4",
    "6-3",
    "2-3-4",
    "3-3-3",
    "1-4-4",
    "2-4-3",
    "3-2-4",
    "3-4-2",
    "1-3-5",
    "1-2-3-3",
    "3-2-2-2",
    "3-3-1-2",
    "1-1-3-4",
    "2-3-2-2",
]
DOTTED_MOBILES = [
    "3-3-4",
    "2-4-4",
    "3-4-3",
    "3-2-2-3",
    "3-7",
    "1-4-5",
    "4-3-3",
    "3-3-2-2",
    "1-4-4-1",
]
DOTTED_LINES = ["2-3-4", "3-3-3", "1-4-4", "3-6", "3-2-4", "1-2-3-3", "3-2-2-2"]
CARDS = ["1-4-5-2-1", "1-2-2-5-2-1", "1-4-5-3", "1-4-8", "1-12"]
ACCOUNTS = {
    10: ["3-1-5-1", "3-6-1", "3-7", "3-1-6", "3-3-4", "3-3-3-1"],
    12: ["2-3-1-5-1", "4-4-4", "3-9", "3-3-6", "3-3-3-3"],
    15: ["4-4-4-3"],
}


def _found(kind: Kind, text: str) -> list[str]:
    return [text[each.start : each.end] for each in find(text, SETTINGS) if each.kind is kind]


def _divided(digits: str, division: str, divider: str) -> str:
    return divided(digits, tuple(map(int, division.split("-"))), divider)


@pytest.mark.parametrize("division", MOBILES)
def test_a_mobile_is_divided_by_blanks(division: str) -> None:
    number = _divided(MOBILE, division, " ")
    assert _found(Kind.PHONE, f"ป้าแดง {number} ค่ะ") == [number]


@pytest.mark.parametrize("division", FIXED_LINES)
def test_a_fixed_line_is_divided_by_blanks(division: str) -> None:
    number = _divided(FIXED, division, " ")
    assert _found(Kind.PHONE, f"ป้าแดง {number} ค่ะ") == [number]


@pytest.mark.parametrize(
    ("digits", "division"),
    [(MOBILE, each) for each in DOTTED_MOBILES] + [(FIXED, each) for each in DOTTED_LINES],
)
def test_a_telephone_number_is_divided_by_dots(digits: str, division: str) -> None:
    number = _divided(digits, division, ".")
    assert _found(Kind.PHONE, f"ป้าแดง {number} ค่ะ") == [number]


@pytest.mark.parametrize("division", CARDS)
def test_a_citizen_id_is_divided_by_blanks_among_others(division: str) -> None:
    number = _divided(ID, division, " ")
    assert _found(Kind.CITIZEN_ID, f"250 {number} 250") == [number]


@pytest.mark.parametrize(
    ("length", "division"), [(length, each) for length, some in ACCOUNTS.items() for each in some]
)
def test_an_account_is_divided_by_blanks(length: int, division: str) -> None:
    number = _divided("300000000000012"[-length:].replace("0", "5"), division, " ")
    assert _found(Kind.BANK_ACCOUNT, f"บัญชี {number}") == [number]


@pytest.mark.parametrize(
    "word",
    [
        "เลขที่บัญชี", "บัญชี", "ธนาคาร", "พร้อมเพย์", "กรุงไทย", "ออมสิน", "ธ.ก.ส.", "ธกส", "กสิกร",
        "ไทยพาณิชย์", "PromptPay", "Account", "a/c", "bank", "KTB", "SCB", "BAAC", "GSB", "KBank",
    ],
)  # fmt: skip
def test_a_word_for_a_bank_gives_an_account_away(word: str) -> None:
    assert _found(Kind.BANK_ACCOUNT, f"{word} 555-5-55512-3") == ["555-5-55512-3"]
    assert _found(Kind.BANK_ACCOUNT, f"555-5-55512-3 ({word})") == ["555-5-55512-3"]


def test_two_ids_one_behind_the_other_are_two() -> None:
    """The second begins where the first has ended, and not a group before."""
    other = with_checksum("311111111111")
    cards = [_divided(each, "1-4-5-2-1", " ") for each in (ID, other)]
    assert _found(Kind.CITIZEN_ID, " ".join(cards)) == cards
    assert _found(Kind.CITIZEN_ID, f"{ID} {other}") == [ID, other]


def test_a_range_is_the_end_of_a_last_number_and_no_more() -> None:
    assert _found(Kind.PHONE, "0-3800-0012-5678") == ["0-3800-0012-5678"]
    assert _found(Kind.PHONE, "0-3800-0012-56789") == []
    assert _found(Kind.PHONE, "0-3800-0012-5-6") == []


@pytest.mark.parametrize("text", ["a1b1111111111119", "12a1111111111119", "1111111111119a1"])
def test_digits_among_letters_and_digits_are_a_key(text: str) -> None:
    assert _found(Kind.CITIZEN_ID, text) == []


def test_a_book_s_number_is_no_citizen_id() -> None:
    """Both checksums can hold at once; one that only looks like a book's is told."""
    books = [with_checksum(f"978{each:09}") for each in range(400)]
    odd = [sum(int(d) * (3 if at % 2 else 1) for at, d in enumerate(each)) % 10 for each in books]
    assert 0 in odd
    for book, rest in zip(books, odd, strict=True):
        assert bool(_found(Kind.CITIZEN_ID, book)) is (rest != 0)
