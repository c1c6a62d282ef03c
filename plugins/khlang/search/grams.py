"""Text to grams. The browser has to do the same, letter for letter.

The text is folded, its tone marks are left out (a reader forgets them; ranking looks at the exact
text later), and what remains is a row of symbols: a Thai letter or mark, a whole number, a whole
word of another script. Spaces do not count: Thai writers set them as they like. Grams are three
symbols in a row; two, where one is a number or a word; and such a symbol alone.
"""

import re
from collections.abc import Iterator, Sequence

from khlang.thai.text import arabic_digits, fold

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
_TONES = re.compile("[\u0e48-\u0e4b]")
_SYMBOL = re.compile("[0-9]+|[a-z\u00e0-\u00f6\u00f8-\u024f]+|[\u0e01-\u0e3a\u0e40-\u0e4e]")
_LONGEST = 40  # of a word or a number: nobody types more


def exact(text: str) -> str:
    """One spelling: NFC with composed ำ, Arabic digits without commas, small letters."""
    shown = _UNSEEN.sub("", text)
    return _THOUSANDS.sub("", arabic_digits(fold(shown).lower()))


def symbols(text: str) -> list[str]:
    """`หมู่ 12 OTOP` -> ห ม ู 12 otop."""
    return [each[:_LONGEST] for each in _SYMBOL.findall(_TONES.sub("", exact(text)))]


def grams(row: Sequence[str], *, pairs: bool = False) -> Iterator[str]:
    """Grams of a row of symbols; `pairs` adds all twos, which short questions are answered by."""
    for at, symbol in enumerate(row):
        whole = not is_thai(symbol)
        if whole:
            yield symbol
            yield from _parts(symbol)
        if at + 1 < len(row) and (pairs or whole or not is_thai(row[at + 1])):
            yield f"{symbol}|{row[at + 1]}"
        if at + 2 < len(row):
            yield f"{symbol}|{row[at + 1]}|{row[at + 2]}"


def is_thai(symbol: str) -> bool:
    return symbol >= "\u0e01"


def _parts(word: str) -> Iterator[str]:
    """Three letters in a row of a Latin word, so that a part of it is found; of numbers none."""
    if word[0] > "9" and len(word) > 3:
        marked = f"^{word}"
        yield from (f"~{marked[at : at + 3]}" for at in range(len(marked) - 2))
