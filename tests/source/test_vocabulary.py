"""Words by slug, by Thai name and by alias."""

import pytest

from khlang.source.vocabulary import Vocabulary

WORDS = Vocabulary.of([("ban-pho", "บ้านโพธิ์", ("อำเภอบ้านโพธิ์",)), ("bang-khla", "บางคล้า", ())])


@pytest.mark.parametrize(
    "word", ["ban-pho", "Ban Pho", "BAN_PHO", "บ้านโพธิ์", " บ้าน โพธิ์ ", "อำเภอบ้านโพธิ์", "banpho"]
)
def test_a_word_is_found_in_every_spelling_of_it(word: str) -> None:
    """Capitals, blanks, hyphens and underscores do not count."""
    assert WORDS.find(word) == "ban-pho"


def test_the_first_of_two_equal_names_keeps_it() -> None:
    """A name given twice does not move from one slug to another."""
    words = Vocabulary.of([("a", "หมวด", ()), ("b", "หมวด", ())])
    assert words.find("หมวด") == "a"
    assert words.find("b") == "b"


def test_the_closest_word_is_close_or_none() -> None:
    """A slip of a letter is mended; another word is not replaced by the least unlike one."""
    assert WORDS.closest("ban-poh") == "ban-pho"
    assert WORDS.closest("บางคลา") == "bang-khla"
    assert WORDS.closest("กรุงเทพมหานคร") is None
