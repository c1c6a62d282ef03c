"""Text to grams. `site/assets/search-worker/1-fold.js` does the same, letter for letter; shared
vectors tie them.

The text is folded, its tone marks are left out (a reader forgets them; ranking looks at the exact
text later), and what remains is a row of runs: Thai letters together, a whole number, a whole word
of another script. Spaces do not count between Thai letters: Thai writers set them as they like.
Grams are the numbers and words, three letters in a row of a word, any two symbols side by side, and
three Thai letters in a row. One letter alone, or the first of a word, is a gram where the text is
short. Those of Thai letters alone are made where they are counted, many at once (`postings`).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from khlang.thai.text import arabic_digits, fold

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_THOUSANDS = re.compile(",(?<=[0-9],)(?=[0-9]{3})")
_TONES = re.compile("[\u0e48-\u0e4b]")
_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
_WORD = "a-z\u00e0-\u00f6\u00f8-\u024f"
_RUN = re.compile(f"[0-9]+|[{_WORD}]+|[{_THAI}]+")
_LONGEST = 40  # of a word or a number: nobody types more


def exact(text: str) -> str:
    """One spelling: NFC with composed ำ, Arabic digits without commas, small letters."""
    shown = _UNSEEN.sub("", text)
    return _THOUSANDS.sub("", arabic_digits(fold(shown).lower()))


def runs(text: str) -> list[str]:
    """`หมู่ ที่ 12 OTOP` -> หมูที, 12, otop: Thai letters together, numbers and words whole."""
    found: list[str] = []
    for thai, several in groupby(_RUN.findall(_TONES.sub("", exact(text))), is_thai):
        if thai:
            found.append("".join(several))
        else:
            found += [each[:_LONGEST] for each in several]
    return found


def mixed(row: Sequence[str], *, letters: bool) -> Iterator[str]:
    """Grams of the runs of a text that are not of Thai letters alone, as often as they stand in it."""
    before = ""
    for run in row:
        if is_thai(run):
            if before:
                yield before + run[0]
            before = run[-1]
        else:
            yield run
            yield from _parts(run)
            if letters and run > "9~":
                yield f"~^{run[0]}"
            if before:
                yield before + run if is_thai(before) else f"{before} {run}"
            before = run


def is_thai(run: str) -> bool:
    return run >= "\u0e01"


def _parts(word: str) -> list[str]:
    """Three letters in a row of a Latin word, so that a part of it is found; of numbers none."""
    if word[0] <= "9" or len(word) < 2:
        return []
    marked = f"^{word}"
    return [f"~{marked[at : at + 3]}" for at in range(len(marked) - 2)]
