"""A title as lines: broken between words, as even as can be, at the end of a phrase where one is near."""

from collections.abc import Callable
from functools import cache

from icu4py.breakers import LineBreaker

Width = Callable[[str], float]
# What such breaks cost, in squares of a line left empty.
_WITHIN_A_PHRASE = 0.12
_BEFORE_A_NUMBER = 0.4  # which belongs to the word before it, as in พ.ศ. ๒๕๖๐
_SHORT = 4  # letters of a word that belongs to its neighbours, as in โคก หนอง นา or 5 วัน


def fit(text: str, width: Width, measure: float, most: int) -> list[str] | None:
    """At most `most` lines no wider than `measure`, or None where that cannot be."""
    found = _broken(list(LineBreaker(text, "th")), width, measure)
    return found if found is not None and len(found) <= most else None


def cut(text: str, width: Width, measure: float, most: int) -> list[str]:
    """The beginning of a text in `most` lines, with … where it goes on."""
    parts = list(LineBreaker(text, "th"))
    for count in range(len(parts) - 1, 0, -1):
        shortened = fit(f"{''.join(parts[:count]).rstrip()}…", width, measure, most)
        if shortened is not None:
            return shortened
    return []


def _broken(parts: list[str], width: Width, measure: float) -> list[str] | None:
    """The fewest lines, and among these the best."""
    widths = [width(part) for part in parts]
    bare = [width(part.rstrip()) for part in parts]
    costs = [0.0 if ends else _WITHIN_A_PHRASE for ends in _phrase_ends(parts)]
    for end, part in enumerate(parts[1:]):
        if part[0].isdigit():
            costs[end] = _BEFORE_A_NUMBER

    @cache
    def best(start: int) -> tuple[int, float, int] | None:
        """Lines and cost of the rest from a part on, and where its first line ends."""
        candidates = []
        before = 0.0
        for end in range(start + 1, len(parts) + 1):
            length = before + bare[end - 1]
            before += widths[end - 1]
            if length > measure:
                break
            empty = (1 - length / measure) ** 2
            if end == len(parts):
                candidates.append((1, empty / 2, end))
            elif rest := best(end):
                candidates.append((rest[0] + 1, rest[1] + empty + costs[end - 1], end))
        return min(candidates, default=None)

    lines, start = [], 0
    while start < len(parts):
        step = best(start)
        if step is None:
            return None
        lines.append("".join(parts[start : step[2]]).rstrip())
        start = step[2]
    return lines


def _phrase_ends(parts: list[str]) -> list[bool]:
    """Whether a phrase ends after each part: at a space between words that are not short."""
    words = "".join(parts).split()
    ends, word = [], 0
    for part in parts:
        is_space = part != part.rstrip()
        beside = words[word : word + 2]
        ends.append(is_space and min(map(len, beside)) > _SHORT)
        word += is_space
    return ends
