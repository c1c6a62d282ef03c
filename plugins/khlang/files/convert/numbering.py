"""Numbers that a program writes before paragraphs: counted here as it counts them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from khlang.files.convert.blocks import ListMark
from khlang.files.convert.styles import Styles, W, indent_of
from khlang.files.office.xml import Element
from khlang.thai.text import THAI_DIGITS

_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"  # ฃ ฅ ฆ ฤ ฦ do not count
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_DIGITS = str.maketrans("0123456789", THAI_DIGITS)


def thai(number: int) -> str:
    """`12` as `๑๒`."""
    return str(number).translate(_DIGITS)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written


def _letters(alphabet: str) -> Callable[[int], str]:
    """a, b … z, aa, bb …"""

    def written(number: int) -> str:
        times, at = divmod(number - 1, len(alphabet))
        return alphabet[at] * min(times + 1, 9)

    return written


FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": lambda number: _roman(number % 4000).upper(),
    "lowerRoman": lambda number: _roman(number % 4000),
    "upperLetter": _letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerLetter": _letters("abcdefghijklmnopqrstuvwxyz"),
    "thaiNumbers": thai,
    "thaiLetters": _letters(_THAI_LETTERS),
}


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int
    indent: int


@dataclass(slots=True)
class Numbering:
    """The lists of one document, and how far each has been counted."""

    root: Element | None
    styles: Styles
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _used: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        elements = {
            each.get(f"{W}abstractNumId", ""): each
            for each in self.root.iterfind(f"{W}abstractNum")
        }
        for id, each in elements.items():
            self._levels[id] = dict(map(_level, each.iterfind(f"{W}lvl")))
        for each in self.root.iterfind(f"{W}num"):
            id = each.get(f"{W}numId", "")
            self._abstract[id] = _value(each, "abstractNumId")
            restarts = self._restarts.setdefault(id, {})
            for change in each.iterfind(f"{W}lvlOverride"):
                depth = int(change.get(f"{W}ilvl") or 0)
                level = change.find(f"{W}lvl")
                if level is not None:  # this one list has a level of its own
                    own = f"{self._abstract[id]}/{id}"
                    self._levels.setdefault(own, dict(self._levels.get(self._abstract[id], {})))
                    self._levels[own][depth] = _level(level)[1]
                    self._abstract[id] = own
                if (start := _value(change, "startOverride")).isdecimal():
                    restarts[depth] = int(start)
        for id, each in elements.items():
            link = self.styles.by_id.get(_value(each, "numStyleLink"))
            if link and link.list and not self._levels[id]:
                self._levels[id] = self._levels.get(self._abstract.get(link.list[0], ""), {})

    def next(self, id: str, depth: int) -> ListMark | None:
        """The mark of the next paragraph of a list; None where the list has no marks."""
        abstract = self._abstract.get(id)
        level = self._levels.get(abstract or "", {}).get(depth)
        if abstract is None or level is None:
            return ListMark(depth) if abstract is not None else None
        counts = self._counts.setdefault(abstract, {})
        restart = self._restarts.get(id, {}).get(depth)
        if restart is not None and (id, depth) not in self._used:
            counts[depth] = restart - 1
        self._used.add((id, depth))
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level.format == "bullet":
            return ListMark(depth)
        label = self._label(abstract, depth, level)
        if level.format == "decimal" and level.text in (f"%{depth + 1}.", f"%{depth + 1})"):
            return ListMark(depth, counts[depth])
        return ListMark(depth, label=label) if label else None

    def indent(self, id: str, depth: int) -> int:
        """How far from the margin the paragraphs of a level begin."""
        level = self._levels.get(self._abstract.get(id, ""), {}).get(depth)
        return level.indent if level else 0

    def _label(self, abstract: str, depth: int, level: _Level) -> str:
        label = level.text
        for each in range(depth, -1, -1):
            at = self._levels[abstract].get(each, level)
            count = self._counts[abstract].get(each, at.start)
            label = label.replace(f"%{each + 1}", FORMATS.get(at.format, str)(count))
        return label.strip()


def _level(element: Element) -> tuple[int, _Level]:
    start = _value(element, "start")
    format = _value(element, "numFmt") or "decimal"
    text = (
        "" if format == "none" and "%" in _value(element, "lvlText") else _value(element, "lvlText")
    )
    depth = element.get(f"{W}ilvl", "0")
    at = int(depth) if depth.isdecimal() else 0
    first = int(start) if start.isdecimal() else 1
    return at, _Level(format, text, first, indent_of(element.find(f"{W}pPr")))


def _value(element: Element, name: str) -> str:
    each = element.find(f"{W}{name}")
    return "" if each is None else each.get(f"{W}val", "")
