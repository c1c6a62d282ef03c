"""Text to grams. `site/assets/search-fold.js` does the same, letter for letter; shared vectors tie them.

The text is folded, its tone marks are left out (a reader forgets them; ranking looks at the exact
text later), and what remains is a row of symbols: a Thai letter or mark, a whole number, a whole
word of another script. Spaces do not count: Thai writers set them as they like. Grams are the
numbers and words, three letters in a row of a word, any two symbols side by side, and three Thai
letters in a row. One letter alone, or the first of a word, is a gram where the text is short.
"""

import re
from collections.abc import Sequence
from operator import add

from khlang.thai.text import arabic_digits, fold

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
_TONES = re.compile("[\u0e48-\u0e4b]")
_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
_WORD = "a-z\u00e0-\u00f6\u00f8-\u024f"
_BETWEEN = re.compile(f"(?<=[{_THAI}])[^{_THAI}{_WORD}0-9]+(?=[{_THAI}])")
_RUN = re.compile(f"[0-9]+|[{_WORD}]+|[{_THAI}]+")
_LONGEST = 40  # of a word or a number: nobody types more


def exact(text: str) -> str:
    """One spelling: NFC with composed ำ, Arabic digits without commas, small letters."""
    shown = _UNSEEN.sub("", text)
    return _THOUSANDS.sub("", arabic_digits(fold(shown).lower()))


def runs(text: str) -> list[str]:
    """`หมู่ ที่ 12 OTOP` -> หมูที, 12, otop: Thai letters together, numbers and words whole."""
    found: list[str] = _RUN.findall(_BETWEEN.sub("", _TONES.sub("", exact(text))))
    return [each if is_thai(each) else each[:_LONGEST] for each in found]


def grams(row: Sequence[str], *, letters: bool = False) -> list[str]:
    """Grams of the runs of a text, as often as they stand in it."""
    found: list[str] = []
    before = ""
    for run in row:
        if is_thai(run):
            if before:
                found.append(before + run[0])
            pairs = list(map(add, run, run[1:]))
            found += pairs
            found += map(add, pairs, run[2:])
            if letters:
                found += run
            before = run[-1]
        else:
            found.append(run)
            found += _parts(run)
            if letters and run > "9~":
                found.append(f"~^{run[0]}")
            if before:
                found.append(before + run if is_thai(before) else f"{before} {run}")
            before = run
    return found


def is_thai(run: str) -> bool:
    return run >= "\u0e01"


def _parts(word: str) -> list[str]:
    """Three letters in a row of a Latin word, so that a part of it is found; of numbers none."""
    if word[0] <= "9" or len(word) < 2:
        return []
    marked = f"^{word}"
    return [f"~{marked[at : at + 3]}" for at in range(len(marked) - 2)]
