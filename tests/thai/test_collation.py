"""The order of a Thai dictionary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khlang.thai.collation import collation_key

# In the order of the Royal Institute's dictionary.
WORDS = [
    "ก", "ก็", "กก", "กบ", "กรรม", "กระ", "กะ", "กัน", "กันยายน", "กา", "ก่า", "ก้า", "กาแฟ", "กำ", "กิน", "กุ้ง",
    "เก", "เก่า", "เกาะ", "แก", "แก่", "แก้", "โก", "ใกล้", "ไก่", "ขา", "เข้า", "คลอง", "น้ำ", "บาง", "บ้าน", "พนม",
    "แม่", "สนาม", "สระ", "เสา", "แสง", "หนอง", "เหนือ", "อำเภอ",
]  # fmt: skip


@given(st.permutations(WORDS))
def test_any_heap_of_words_comes_into_dictionary_order(heap: list[str]) -> None:
    """The order depends on the words alone."""
    assert sorted(heap, key=collation_key) == WORDS


@pytest.mark.parametrize(
    "ordered",
    [
        ["กา", "ก่า", "ก้า", "ก๊า", "ก๋า"],  # tones count where letters are equal
        ["กาน", "ก้าน", "กาบ"],  # and only there
        ["ข้อ 2", "ข้อ ๑๐", "ข้อ 11"],  # numbers by value, in either digits
        ["OTOP", "otop นวัตวิถี", "กองทุน"],  # Latin before Thai, whatever the case
        ["(โคก) หนอง", "โคก หนอง นา"],  # brackets and quotes count last
    ],
)
def test_lists_of_the_archive_are_in_order(ordered: list[str]) -> None:
    """Titles, numbers and brackets as they stand in lists."""
    backwards = list(reversed(ordered))
    assert sorted(backwards, key=collation_key) == ordered


@given(st.text(max_size=40))
def test_every_text_has_a_key(text: str) -> None:
    """A key is a pair of strings that equals itself and nothing smaller."""
    key = collation_key(text)
    assert key == collation_key(text)
    assert collation_key("") <= key


def test_a_decomposed_word_stands_beside_its_composed_twin() -> None:
    """Sara am in two characters sorts as the one letter."""
    assert collation_key("น\u0e49\u0e4d\u0e32") == collation_key("น้ำ")
