"""Digits as people divide them: runs of groups with what stands between the groups.

`1-2345-67890-12-3` is a run of five groups with dashes. Commas, slashes, letters, a tab (the next
cell of a table) or an empty line end a run, because none of them stands inside a number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from khlang.privacy.plain import DASHES, IGNORED

_BLANKS = " \u00a0\u2000-\u200a\u202f\u3000"
_BLANK = f"[{_BLANKS}]"
_GROUP = re.compile(rf"[0-9](?:[{IGNORED}]{{0,12}}[0-9])*")
_INVISIBLE = re.compile(rf"[{IGNORED}]")
_MARKS = re.compile(r"[*`]|~~")
_LONGEST_GAP = 24
_NEW_LINE = rf"{_BLANK}{{0,3}}\r?\n[{_BLANKS}\t>]{{0,8}}"


class Between(Enum):
    """What divides two groups. MARK is emphasis alone, as in `08**1**`; a BULLET may be a dash
    that came to stand at the beginning of a line.
    """

    BLANK = auto()
    DASH = auto()
    DOT = auto()
    PAREN = auto()
    BREAK = auto()
    BULLET = auto()
    MARK = auto()


_KINDS = (
    (Between.BLANK, re.compile(rf"{_BLANK}{{1,3}}")),
    (
        Between.DASH,
        re.compile(
            rf"{_BLANK}{{0,2}}[{DASHES}]{{1,2}}(?:{_BLANK}{{0,2}}|{_NEW_LINE})|{_NEW_LINE}[{DASHES}]"
        ),
    ),
    (Between.DOT, re.compile("[.\u00b7\u2022\u2027\u2219]")),
    (Between.PAREN, re.compile(rf"{_BLANK}?\(|\)[{DASHES}]?{_BLANK}?|\){_BLANK}?[{DASHES}]")),
    (Between.BREAK, re.compile(_NEW_LINE)),
    (Between.BULLET, re.compile(rf"{_NEW_LINE}[{DASHES}]{_BLANK}")),
)


@dataclass(frozen=True, slots=True)
class Gap:
    """`tight`: neither blank nor line break beside the dash or dot, so that the number goes on.

    `joins`: a line ends or a word is marked here, and no writer divided the number.
    """

    kind: Between
    tight: bool
    breaks: bool
    joins: bool = False


class Group(NamedTuple):
    """Digits that nothing visible divides."""

    digits: str
    start: int
    end: int


@dataclass(frozen=True)
class Run:
    """Groups one behind the other; `gaps[i]` stands between groups `i` and `i + 1`."""

    groups: tuple[Group, ...]
    gaps: tuple[Gap, ...]

    @cached_property
    def digits(self) -> str:
        return "".join(group.digits for group in self.groups)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """How many digits stand before each group; the last one is the number of all."""
        return (0, *accumulate(len(group.digits) for group in self.groups))

    @cached_property
    def _group_behind(self) -> dict[int, int]:
        return {offset: at for at, offset in enumerate(self.offsets)}

    def window(self, first: int, total: int) -> "Window | None":
        """Whole groups from `first` on with `total` digits together, if there are such."""
        behind = self._group_behind.get(self.offsets[first] + total)
        return None if behind is None else Window(self, first, behind - 1)


class Window(NamedTuple):
    """Groups `first` to `last` (included) of a run, which may be one number."""

    run: Run
    first: int
    last: int

    @property
    def groups(self) -> tuple[Group, ...]:
        return self.run.groups[self.first : self.last + 1]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return self.run.gaps[self.first : self.last]

    @property
    def digits(self) -> str:
        return self.run.digits[self.run.offsets[self.first] : self.run.offsets[self.last + 1]]

    @property
    def start(self) -> int:
        return self.run.groups[self.first].start

    @property
    def end(self) -> int:
        return self.run.groups[self.last].end

    @property
    def is_undivided(self) -> bool:
        return self.first == self.last

    @property
    def parts(self) -> tuple[str, ...]:
        """The groups as their writer divided them: joined where only the line or emphasis does."""
        gaps, groups = self.gaps, self.groups
        if not any(gap.joins for gap in gaps):
            return tuple([group.digits for group in groups])
        parts = [groups[0].digits]
        for gap, group in zip(gaps, groups[1:], strict=True):
            if gap.joins:
                parts[-1] += group.digits
            else:
                parts.append(group.digits)
        return tuple(parts)

    @property
    def dividers(self) -> frozenset[Between]:
        """The kinds of gaps, without line breaks where something else divides too."""
        kinds = frozenset(gap.kind for gap in self.gaps)
        return kinds - {Between.BREAK} or kinds

    @property
    def breaks(self) -> int:
        """How often the window runs over the end of a line."""
        return sum(gap.breaks for gap in self.gaps)

    @property
    def is_alone(self) -> bool:
        """Whether no other digits belong to the run."""
        return self.first == 0 and self.last == len(self.run.groups) - 1

    @property
    def gap_before(self) -> Gap | None:
        return self.run.gaps[self.first - 1] if self.first > 0 else None

    @property
    def gap_behind(self) -> Gap | None:
        return self.run.gaps[self.last] if self.last < len(self.run.gaps) else None

    @property
    def neighbours(self) -> tuple[Group, ...]:
        """The groups of the run directly before and behind."""
        groups = self.run.groups
        return groups[max(0, self.first - 1) : self.first] + groups[self.last + 1 : self.last + 2]

    @property
    def goes_on_before(self) -> bool:
        return self.gap_before is not None and self.gap_before.tight

    @property
    def goes_on_behind(self) -> bool:
        return self.gap_behind is not None and self.gap_behind.tight


def runs(text: str) -> Iterator[Run]:
    """All runs of a plain text, in their order."""
    groups: list[Group] = []
    gaps: list[Gap] = []
    for match in _GROUP.finditer(text):
        start, end = match.span()
        if groups:
            between = text[groups[-1].end : min(start, groups[-1].end + _LONGEST_GAP)]
            gap = _gap(between)
            if gap is None:
                yield Run(tuple(groups), tuple(gaps))
                groups, gaps = [], []
            else:
                gaps.append(gap)
        digits = match[0]
        if not digits.isdecimal():
            digits = _INVISIBLE.sub("", digits)
        groups.append(Group(digits, start, end))
    if groups:
        yield Run(tuple(groups), tuple(gaps))


def windows(run: Run, total: int) -> Iterator[Window]:
    """Stretches of whole groups with `total` digits together, by their first group."""
    if run.offsets[-1] >= total:
        for first in range(len(run.groups)):
            if window := run.window(first, total):
                yield window


@lru_cache(maxsize=1024)
def _gap(between: str) -> Gap | None:
    """What stands between two groups, or None where two numbers do. A long gap is cut, and none."""
    if len(between) == _LONGEST_GAP:
        return None
    visible = _INVISIBLE.sub("", between)
    bare = _MARKS.sub("", visible)
    if not bare:
        return Gap(Between.MARK, tight=True, breaks=False, joins=True)
    if bare != visible and "\n" in bare:
        return None  # a bullet
    for kind, pattern in _KINDS:
        if pattern.fullmatch(bare):
            tight = kind in (Between.DASH, Between.DOT) and len(bare) == 1
            return Gap(kind, tight, "\n" in bare, kind is Between.BREAK)
    return None


_DAY = re.compile("0?[1-9]|[12][0-9]|3[01]")
_MONTH = re.compile("0?[1-9]|1[0-2]")
_YEAR = re.compile("(?:19|20|2[4-6])[0-9]{2}")


def holds_date(parts: tuple[str, ...]) -> bool:
    """Whether three groups in a row are a date, as in `1-10-2563 – 3-9-2564`."""
    return any(
        _MONTH.fullmatch(parts[at + 1])
        and (
            (_DAY.fullmatch(parts[at]) and _YEAR.fullmatch(parts[at + 2]))
            or (_YEAR.fullmatch(parts[at]) and _DAY.fullmatch(parts[at + 2]))
        )
        for at in range(len(parts) - 2)
    )
