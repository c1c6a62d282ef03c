"""Single values with one right spelling: years, dates, digits, Thai names for slugs."""

import re
from collections.abc import Callable

from khlang.model import columns as kinds
from khlang.model.columns import Type, compiled
from khlang.model.history import STATE_NAMES_TH
from khlang.model.item import CONTRIBUTOR
from khlang.model.video import is_supported
from khlang.source.records import parse_day, read_year
from khlang.source.vocabulary import Vocabularies, Vocabulary, normalise
from khlang.thai.dates import BE_OFFSET, MONTHS, MONTHS_SHORT
from khlang.thai.text import arabic_digits

_YEAR = re.compile(r"(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*([0-9]{4})")
_SLASHED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_NUMBER = re.compile("[0-9][0-9,]*")
_BUDDHIST = 2400
_MONTHS_OF_A_YEAR = 12
_MONTH = "|".join(map(re.escape, (*MONTHS, *MONTHS_SHORT)))
_DAY_FIRST = re.compile(
    rf"([0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}|[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-][0-9]{{4}}"
    rf"|[0-9]{{1,2}}\s*(?:{_MONTH})\s*(?:พ\.?ศ\.?\s*)?[0-9]{{4}})(?=\s|$)"
)
_KEY = re.compile(r"([A-Za-z]+(?:[ _-][A-Za-z]+)*)[ _-]*([0-9]{1,2})")


def mended(kind: Type, typed: str, vocabularies: Vocabularies, key: str = "") -> str:
    """The value in its one right spelling, or as it was typed."""
    match kind:
        case kinds.Choice():
            return _word(vocabularies.get(kind.vocabulary), typed)
        case kinds.OneOf():
            return next(
                (each for each in kind.values if each.lower() == typed.strip().lower()), typed
            )
        case kinds.Text() if kind is CONTRIBUTOR:
            return _contributor(typed, vocabularies)
        case kinds.Text() if key == "video":
            return _video(typed)
        case kinds.Dated():
            return _dated(typed, kind.words)
    simple: Callable[[str], str] | None = _SIMPLE.get(type(kind))
    return simple(typed) if simple is not None else typed


def day(typed: str) -> str:
    """A date as ISO. A Western year with the month or the day first is left alone: nobody knows."""
    found, _, cure = parse_day(typed)
    if found is not None:
        return found.isoformat()
    slashed = _SLASHED.fullmatch(arabic_digits(typed.strip()))
    if slashed:
        first, second, year = map(int, slashed.groups())
        both = first <= _MONTHS_OF_A_YEAR and second <= _MONTHS_OF_A_YEAR and first != second
        if year < _BUDDHIST and both:
            return typed
    return cure or typed


def year(typed: str) -> str:
    """A fiscal year of the Buddhist era."""
    match = _YEAR.fullmatch(arabic_digits(typed.strip()))
    if match is None:
        return typed
    number = int(match[1])
    buddhist = number if number >= _BUDDHIST else number + BE_OFFSET
    return str(buddhist) if read_year(str(buddhist)) else typed


def number(typed: str) -> str:
    """A whole number in the digits that programs read."""
    plain = arabic_digits(typed.strip())
    return plain if _NUMBER.fullmatch(plain) and plain != typed.strip() else typed


def _word(vocabulary: Vocabulary | None, typed: str) -> str:
    return (vocabulary.find(typed.strip()) if vocabulary else None) or typed


def _dated(typed: str, words: tuple[str, ...]) -> str:
    """`๕ ก.ค. ๒๕๖๔ ส่งแล้ว` as `2021-07-05 submitted`; what follows is a person's own text."""
    plain = arabic_digits(typed.strip())
    match = _DAY_FIRST.match(plain)
    if match is None:
        return typed
    head, rest = day(match[1]), typed.strip()[match.end() :].strip()
    if words:
        word, gap, text = rest.partition(" ")
        names = {normalise(name): state for state, name in STATE_NAMES_TH.items()}
        for state, name in STATE_NAMES_TH.items():
            if rest == name or rest.startswith(f"{name} "):
                word, gap, text = state, " ", rest[len(name) :].strip()
        word = names.get(normalise(word), word.lower() if word.lower() in words else word)
        rest = f"{word}{gap if text else ''}{text}"
    return f"{head} {rest}".strip()


def _contributor(typed: str, vocabularies: Vocabularies) -> str:
    """`Mueang ๓` as `mueang-03`, where there is such a unit."""
    match = _KEY.fullmatch(arabic_digits(typed.strip()))
    if match is None:
        return typed
    unit = re.sub("[ _-]+", "-", match[1].lower())
    units = vocabularies.get("units")
    key = f"{unit}-{int(match[2]):02}"
    known = units is not None and unit in units.names
    return key if known and compiled(CONTRIBUTOR.pattern or "").fullmatch(key) else typed


def _video(typed: str) -> str:
    """An address of a known host, with the `https://` that it needs."""
    address = re.sub("^(?:http://)?", "https://", typed.strip(), count=1)
    return address if not is_supported(typed.strip()) and is_supported(address) else typed


_SIMPLE: dict[type, Callable[[str], str]] = {
    kinds.Day: day,
    kinds.Year: year,
    kinds.Integer: number,
}
