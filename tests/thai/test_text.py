"""Folding, digits and widths of Thai text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from khlang.thai.text import arabic_digits, display_width, fold

THAI = st.text(alphabet=st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=12)
ANY = st.one_of(
    THAI, st.text(max_size=30), st.text("ก\u0e4d\u0e32\u0e33่้\u0301\u0323ุe", max_size=10)
)


@pytest.mark.parametrize(
    "typed",
    ["น\u0e49\u0e4d\u0e32", "น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"],
    ids=["tone first", "nikhahit first", "composed"],
)
def test_three_spellings_of_water_become_one(typed: str) -> None:
    """A PDF, an old keyboard and a new one give the same word."""
    assert fold(typed) == "น้ำ"


def test_nikhahit_of_its_own_stays() -> None:
    """Pali and Sanskrit write it without sara aa."""
    assert fold("สํสกฤต") == "สํสกฤต"


def test_latin_letters_are_composed() -> None:
    """A name from a Mac equals the same name from Windows."""
    assert fold("Cafe\u0301") == "Café"


@given(ANY)
@example("ก\u0301\u0e4d\u0e48\u0e32")
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is read back from a page folds to itself."""
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_digits_go_there_and_back(text: str) -> None:
    """Arabic digits survive the way over Thai ones."""
    assert arabic_digits(arabic_digits(text)) == arabic_digits(text)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("ban", 3), ("น้ำ", 2), ("กำ", 2), ("ที่ดิน", 3), ("ก\u200bข", 2), ("漢", 2), ("é", 1)],
)
def test_marks_above_and_below_take_no_column(text: str, columns: int) -> None:
    """The caret of `khlang check` stands under the letter that it means."""
    assert display_width(text) == columns
