"""Characters that a reader cannot see, or takes for others."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khlang.thai.characters import (
    BIDI,
    CONTROL,
    INVISIBLE,
    UNSEEN,
    point,
    spelled,
    stranger,
    unprintable,
    visible,
)


def test_every_control_of_direction_that_unicode_has_is_one() -> None:
    """By the property of each code point, not by our own list."""
    kinds = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    marks = {"\u061c", "\u200e", "\u200f"}
    found = {chr(number) for number in range(0x110000) if BIDI.fullmatch(chr(number))}
    assert found == marks | {
        chr(number) for number in range(0x110000) if unicodedata.bidirectional(chr(number)) in kinds
    }


def test_every_format_character_is_known_or_belongs_to_another_script() -> None:
    """Of the format characters of Unicode those that stay are signs of scripts, and joiners."""
    left = [
        chr(number)
        for number in range(0x110000)
        if unicodedata.category(chr(number)) == "Cf"
        and not (BIDI.fullmatch(chr(number)) or INVISIBLE.fullmatch(chr(number)))
    ]
    names = [unicodedata.name(char) for char in left if char not in "\u200c\u200d"]
    signs = ("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "SHORTHAND", "MUSICAL")
    assert [name for name in names if not name.startswith(signs)] == []


def test_control_characters_are_those_of_unicode_but_for_tabs_and_line_ends() -> None:
    for number in range(0x110000):
        if unicodedata.category(chr(number)) in ("Cc", "Zl", "Zp"):
            assert bool(CONTROL.fullmatch(chr(number))) is (chr(number) not in "\t\n\r")


@pytest.mark.parametrize(
    "text", ["น้ำ\u200bฝน", "น้ำ\u00adฝน", "\ufeffน้ำ", "น้ำ\u2060", "ก\u200dข", "ก\u200c", "\u200dก"]
)
def test_what_has_no_width_is_found(text: str) -> None:
    assert UNSEEN.search(text)
    assert INVISIBLE.search(text)


@pytest.mark.parametrize(
    "text", ["👩\u200d🌾 ทำนา", "ครอบครัว 👨\u200d👩\u200d👧", "م\u200cن", "น้ำขึ้น ๑๒๓", "❤\ufe0f"]
)
def test_emoji_and_other_scripts_keep_their_joiners(text: str) -> None:
    assert not INVISIBLE.search(text)


@given(st.text())
def test_the_quick_look_misses_nothing(text: str) -> None:
    """Where it finds nothing, neither pattern does."""
    if not UNSEEN.search(text):
        assert not BIDI.search(text)
        assert not INVISIBLE.search(text)


def test_points_are_named() -> None:
    """As Unicode names them; those without a name by their number."""
    assert point("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert point("\x07") == "U+0007"
    assert point("\udce1") == "U+DCE1"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ban-pho", None),
        ("บ้านโพธิ์ ๑", None),
        ("b\u0430n-pho", "\u0430"),
        ("ｂ", "ｂ"),
        ("café", "é"),
    ],
)
def test_strangers_in_an_id(text: str, found: str | None) -> None:
    """Neither ASCII nor Thai."""
    assert stranger(text) == found


def test_names_are_spelled_so_that_they_can_be_shown() -> None:
    """What shows nothing is written as its number; the rest stays."""
    assert spelled("ก\u202eข\udce1\n.md") == "ก\\u202eข\\udce1\\n.md"
    assert unprintable("คู่มือ (1).pdf") is None
    assert unprintable("ก\u200b") == "\u200b"


@given(st.text(alphabet=st.characters()))
def test_what_is_shown_cannot_steer_a_terminal(text: str) -> None:
    """No control character but tabs and line ends, nothing that turns a line around."""
    shown = visible(text)
    assert not CONTROL.search(shown)
    assert not BIDI.search(shown)
    assert len(shown) == len(text)


def test_no_line_is_a_command_to_the_machine_of_a_job() -> None:
    """GitHub passes over blanks before a command; a colon inside a line is none."""
    told = "  ::error::x\n##[set-output]\na ::b:: # [c]\n# d"
    assert visible(told) == "  \ufffd:error::x\n\ufffd#[set-output]\na ::b:: # [c]\n# d"
