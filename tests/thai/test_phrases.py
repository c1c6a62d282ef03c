"""Compounds, dates and counted things that no line may cut in two."""

import pytest

from khlang.thai.phrases import LONGEST, Phrases, compounds
from khlang.thai.text import display_width, fold


def marked(text: str, *names: str) -> str:
    return Phrases(names).mark(text, lambda phrase: f"[{phrase}]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("งานพัฒนาชุมชน", "งาน[พัฒนาชุมชน]"),
        ("คลังองค์ความรู้ของครัวเรือน", "คลัง[องค์ความรู้]ของ[ครัวเรือน]"),
        ("พื้นที่ 3 ไร่", "พื้นที่ [3 ไร่]"),
        ("ใช้ 1,250.50 บาท", "ใช้ [1,250.50 บาท]"),
        ("ปลูกไม้ ๕ ระดับ", "ปลูกไม้ [๕ ระดับ]"),
        ("เผยแพร่ 5 ก.ค. 2564", "[เผยแพร่] [5 ก.ค. 2564]"),
        ("ภายใน ๕ กรกฎาคม", "ภายใน [๕ กรกฎาคม]"),
        ("โคก หนอง นา โมเดล", "[โคก หนอง นา] โมเดล"),
        ("ถึงการออกแบบ", "ถึง[การออกแบบ]"),
        ("ไม่มีอะไร", "ไม่มีอะไร"),
        ("", ""),
    ],
)
def test_phrases_are_found_the_longest_first(text: str, expected: str) -> None:
    """องค์ความรู้ and not ความรู้; a number with its unit; a date with its year."""
    assert marked(text) == expected


def test_names_of_places_are_phrases_of_their_archive() -> None:
    """They come from the data of the province."""
    assert marked("ที่ท่าเรือใหม่", "ท่าเรือใหม่") == "ที่[ท่าเรือใหม่]"
    assert marked("ที่ท่าเรือใหม่") == "ที่ท่าเรือใหม่"


def test_the_list_is_sound() -> None:
    """Each word once, in the one spelling, and no wider than a heading on a narrow telephone."""
    assert sorted(set(compounds())) == sorted(compounds())
    assert [each for each in compounds() if fold(each) != each or each != each.strip()] == []
    assert [each for each in compounds() if display_width(each) > LONGEST] == []
