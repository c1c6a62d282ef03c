"""Whether the text layer of a PDF says what the page shows, as far as Thai spelling can tell.

Fonts of the 1990s and careless exports leave the picture of a page right and its text wrong: other
letters, marks without a letter below them, characters of a private area. Such a text is
neither found nor copied; the reader of the page sees nothing of it.
"""

import re
from dataclasses import dataclass

_THAI = re.compile("[\u0e01-\u0e5b]")
_MARK = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_FAULTS = re.compile(
    f"(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]){_MARK}"  # a mark on no letter
    "|[\u0e48-\u0e4b]{2}"  # two tones
    "|[\u0e31\u0e34-\u0e37][\u0e31\u0e34-\u0e37]"  # two vowels above
    "|[\u0e40-\u0e44](?![\u0e01-\u0e2e\u0e40])"  # a leading vowel before no letter (เเ is typed for แ)
)
_LOST = re.compile("[\ue000-\uf8ff\ufffd]")  # private or nothing
# Windows 95: letters without their foot, and marks moved to the left or down, in its private area.
_OLD_FONTS = str.maketrans(
    "".join(map(chr, range(0xF700, 0xF71B))),
    "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
    "\u0e0d\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
)
_WESTERN = re.compile("[\u00a1-\u00ff]{3,}")  # Thai bytes read as Western letters: `¡ÒÃ`
_LEAST = 20  # letters below which nothing can be said
_TOLERATED = 0.02


@dataclass(frozen=True, slots=True)
class Layer:
    """`letters` that could be Thai, and how many `faults` among them no Thai text has."""

    letters: int
    faults: int

    @property
    def is_broken(self) -> bool:
        """Many faults, not some: a good text has typing errors, too."""
        return self.letters >= _LEAST and self.faults > self.letters * _TOLERATED


def judge(text: str) -> Layer:
    """Counts what cannot be in a text of Thai letters."""
    western = sum(len(each) for each in _WESTERN.findall(text))
    lost = len(_LOST.findall(text))
    faults = len(_FAULTS.findall(text)) + lost + western
    return Layer(len(_THAI.findall(text)) + lost + western, faults)


def mended(text: str) -> str:
    """The text with the marks of old fonts as letters again: of these it is known what they were."""
    return text.translate(_OLD_FONTS)
