"""Reads a located YAML node as a record of the model, column by column, reporting every fault."""

import datetime
import re
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from khlang.model import columns as kinds
from khlang.model.codes import dates, fields, values
from khlang.model.codes import encoding as yaml
from khlang.model.columns import Column, Privacy, Type, columns, compiled
from khlang.model.diagnostic import Place
from khlang.model.history import STATE_NAMES_TH, Entry
from khlang.source.reporter import Reporter
from khlang.source.vocabulary import Vocabularies, Vocabulary
from khlang.source.yaml_nodes import Mapping, Node, Scalar, Sequence
from khlang.thai.characters import point, stranger
from khlang.thai.dates import BE_OFFSET, MONTHS, MONTHS_SHORT
from khlang.thai.text import arabic_digits

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_WORDED = re.compile(r"(\d{1,2})\s*([^\d/.-]\D*?)\s*(?:พ\.?ศ\.?\s*)?(\d{4})")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,11}")
_TRUE, _FALSE = {"true", "True", "TRUE"}, {"false", "False", "FALSE"}

_NO_HINT: ReadOnly[str, str] = {}

MISSING = object()  # a value that could not be read; the fault is reported already


@dataclass(slots=True)
class RecordReader:
    """Reads nodes of one file. `places` collects where each value stands, by dotted path.
    `personal_keys` are the columns of private registers, which no item may have (trap 26);
    `known` is what the path says of a column, for the cure where it is missing.
    """

    reporter: Reporter
    vocabularies: Vocabularies = field(default_factory=dict)
    personal_keys: frozenset[str] = frozenset()
    known: ReadOnly[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def record(self, record: type, node: Node, path: str = "") -> Any:
        """An instance of `record`, or MISSING where a required column cannot be read."""
        found = self.values(record, node, path)
        if found is None:
            return MISSING
        missing = [
            each.attribute
            for each in columns(record).values()
            if each.required and each.attribute not in found
        ]
        return MISSING if missing else record(**found)

    def values(self, record: type, node: Node, path: str = "") -> dict[str, Any] | None:
        """The columns that could be read, by attribute; None where the node is no mapping."""
        if not isinstance(node, Mapping):
            self._wrong_type(node, path, "mapping")
            return None
        table = columns(record)
        found: dict[str, Any] = {}
        for key, (key_node, value_node) in node.pairs.items():
            column = table.get(key)
            if column is None:
                self._unknown_key(key, key_node.place, table)
                continue
            at = f"{path}.{key}" if path else key
            if isinstance(value_node, Scalar) and value_node.is_null:
                if column.required:
                    self.reporter.add(fields.EMPTY, key_node.place, key=key, label=column.label_th)
                continue
            if column.privacy is Privacy.PRIVATE:
                _hide(value_node)
            self.places[at] = value_node.place
            value = self.value(column.type, value_node, at)
            if value is not MISSING:
                found[column.attribute] = value
        for column in table.values():
            if column.required and column.name not in node.pairs:
                self.reporter.add(
                    fields.MISSING,
                    node.place,
                    key=column.name,
                    label=column.label_th,
                    example=self._example(column),
                )
        return found

    def value(self, kind: Type, node: Node, path: str) -> Any:
        """The value of a node as its column's type, or MISSING after reporting why not."""
        match kind:
            case kinds.Record():
                return self.record(kind.of, node, path)
            case kinds.Many():
                return self._many(kind, node, path)
            case kinds.Table():
                return self._table(kind, node, path)
        if not isinstance(node, Scalar):
            return self._wrong_type(node, path, "text")
        match kind:
            case kinds.Text():
                return self._text(kind, node, path)
            case kinds.Choice():
                return self._choice(kind, node)
            case kinds.OneOf():
                return self._one_of(kind.values, node, path)
            case kinds.Day():
                return self._day(node, node.value)
            case kinds.Dated():
                return self._dated(kind, node, path)
            case kinds.Year():
                return self._year(node, path)
            case kinds.Integer():
                return self._integer(kind, node, path)
            case kinds.Flag():
                return self._flag(node, path)
            case kinds.Scalar():
                return (
                    int(node.value) if node.plain and _WHOLE.fullmatch(node.value) else node.value
                )

    def _many(self, kind: kinds.Many, node: Node, path: str) -> Any:
        if not isinstance(node, Sequence):
            return self._wrong_type(node, path, "list", _as_list(node, path))
        read: list[Any] = []
        seen: set[Any] = set()
        if not node.items:
            self.places.pop(path, None)  # as if not given: `rules.fields` asks the places for that
        for each in node.items:
            at = f"{path}.{len(read)}"  # the index it will have: what cannot be read leaves no gap
            self.places[at] = each.place
            value = self.value(kind.of, each, at)
            if value is MISSING:
                continue
            if isinstance(value, str | int) and not isinstance(kind.of, kinds.Record):
                if value in seen:
                    self.reporter.add(fields.REPEATED, each.place, key=path, value=value)
                    continue
                seen.add(value)
            read.append(value)
        return tuple(read)

    def _table(self, kind: kinds.Table, node: Node, path: str) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong_type(node, path, "mapping")
        table: dict[Any, Any] = {}
        for key, (key_node, value_node) in node.pairs.items():
            read_key = self.value(kind.keys, key_node, f"{path}.{key}")
            at = f"{path}.{key if read_key is MISSING else read_key}"
            if at in self.places:  # one key in two spellings
                first = self.places[at].line
                self.reporter.add(yaml.DUPLICATE_KEY, key_node.place, key=key, first=first)
                continue
            self.places[at] = value_node.place
            value = self.value(kind.of, value_node, at)
            if read_key is not MISSING and value is not MISSING:
                table[read_key] = value
        return table

    def _text(self, kind: kinds.Text, node: Scalar, path: str) -> Any:
        text = node.value.strip() if kind.multiline else " ".join(node.value.split())
        if len(text) > kind.max_length:
            self.reporter.add(
                fields.TOO_LONG, node.place, key=path, length=len(text), limit=kind.max_length
            )
            return MISSING
        if kind.pattern and not compiled(kind.pattern).fullmatch(text):
            if char := stranger(text):
                what = {"what": path, "what_th": f"ช่อง {path}"}
                self.reporter.add(yaml.LOOKALIKE, node.place, point=point(char), **what)
                return MISSING
            self.reporter.add(
                fields.WRONG_SHAPE,
                node.place,
                key=path,
                value=text,
                shape=kind.shape_th,
                shape_en=kind.shape_en,
            )
            return MISSING
        return text

    def _choice(self, kind: kinds.Choice, node: Scalar) -> Any:
        vocabulary = self.vocabularies.get(kind.vocabulary)
        word = node.value.strip()
        if vocabulary is None:
            return word
        slug = vocabulary.find(word)
        if slug is None and vocabulary.complete:
            self.reporter.add(
                values.UNKNOWN[kind.vocabulary],
                node.place,
                value=word,
                **_choice_hint(vocabulary, word),
            )
        return MISSING if slug is None else slug

    def _one_of(self, allowed: tuple[str, ...], node: Scalar, path: str) -> Any:
        vocabulary = _closed_list(allowed)
        word = vocabulary.find(node.value.strip())
        if word is None:
            self.reporter.add(
                values.NOT_ONE_OF,
                node.place,
                key=path,
                value=node.value.strip(),
                **_choice_hint(vocabulary, node.value),
            )
            return MISSING
        return word

    def _integer(self, kind: kinds.Integer, node: Scalar, path: str) -> Any:
        typed = arabic_digits(node.value.strip()).replace(",", "")
        if not re.fullmatch(r"\d{1,12}", typed):
            self.reporter.add(fields.NOT_A_NUMBER, node.place, key=path, value=node.value)
            return MISSING
        number = int(typed)
        if not kind.minimum <= number <= kind.maximum:
            self.reporter.add(
                fields.OUT_OF_RANGE,
                node.place,
                key=path,
                value=number,
                low=kind.minimum,
                high=kind.maximum,
            )
            return MISSING
        return number

    def _year(self, node: Scalar, path: str) -> Any:
        year = read_year(node.value)
        if year is not None:
            return year
        gregorian = re.fullmatch("(?:19|20)[0-9]{2}", arabic_digits(node.value.strip()))
        cure = int(gregorian[0]) + BE_OFFSET if gregorian else "25__"
        self.reporter.add(dates.NOT_A_BE_YEAR, node.place, key=path, value=node.value, cure=cure)
        return MISSING

    def _flag(self, node: Scalar, path: str) -> Any:
        if node.value in _TRUE | _FALSE:
            return node.value in _TRUE
        self.reporter.add(fields.NOT_A_FLAG, node.place, key=path, value=node.value)
        return MISSING

    def _day(self, node: Scalar, typed: str) -> Any:
        day, code, cure = parse_day(typed)
        if code is not None:
            hint = {} if cure or code is dates.NO_SUCH_DAY else _DAY_HINT
            self.reporter.add(code, node.place, value=typed, cure=cure, **hint)
        return MISSING if day is None else day

    def _dated(self, kind: kinds.Dated, node: Scalar, path: str) -> Any:
        typed = node.value.strip()
        worded = _WORDED.match(arabic_digits(typed))  # `5 ก.ค. 2564 submitted`: told, never taken
        length = worded.end() if worded else len(typed.partition(" ")[0])
        first, rest = typed[:length], typed[length:].strip()
        day = self._day(node, first)
        if day is MISSING:
            return MISSING
        if not kind.words:
            return Entry(day, "", rest)
        word, _, text = rest.partition(" ")
        read = self._one_of(kind.words, Scalar(word, plain=True, place=node.place), path)
        return MISSING if read is MISSING else Entry(day, read, text.strip())

    def _unknown_key(self, key: str, place: Place, table: ReadOnly[str, Column]) -> None:
        if key in self.personal_keys:
            self.reporter.add(fields.PERSONAL_KEY, replace(place, private=True), key=key)
            return
        vocabulary = Vocabulary.of((name, each.label_th, ()) for name, each in table.items())
        hint = _choice_hint(vocabulary, key, list_all=False)
        self.reporter.add(fields.UNKNOWN_KEY, place, key=key, **hint)

    def _example(self, column: Column) -> str:
        """What to write where a required column is missing."""
        example = self.known.get(column.name, column.example)
        if isinstance(column.type, kinds.Choice) and (
            words := self.vocabularies.get(column.type.vocabulary)
        ):
            example = example if example in words.names else next(iter(words.names), example)
        if isinstance(example, list):
            return f"[{', '.join(map(str, example))}]"
        return "…" if example is None else str(example)

    def _wrong_type(
        self, node: Node, path: str, expected: str, hint: ReadOnly[str, str] = _NO_HINT
    ) -> object:
        found = {Scalar: "text", Sequence: "list", Mapping: "mapping"}[type(node)]
        self.reporter.add(
            fields.WRONG_TYPE,
            node.place,
            key=path,
            expected=_TYPE_NAMES[expected][0],
            found=_TYPE_NAMES[found][0],
            expected_en=_TYPE_NAMES[expected][1],
            found_en=_TYPE_NAMES[found][1],
            **hint,
        )
        return MISSING


@cache
def _closed_list(words: tuple[str, ...]) -> Vocabulary:
    """Words of a table. States have names, which are shown and not read: files hold one spelling."""
    vocabulary = Vocabulary.of((word, word, ()) for word in words)
    vocabulary.names.update({word: name for word, name in STATE_NAMES_TH.items() if word in words})
    return vocabulary


_TYPE_NAMES = {
    "text": ("ข้อความบรรทัดเดียว", "one value"),
    "list": ("รายการ เช่น [ก, ข]", "a list such as [a, b]"),
    "mapping": ("ชุดของ ชื่อ: ค่า", "a set of key: value"),
}


def _as_list(node: Node, path: str) -> dict[str, str]:
    """The cure for `tags: น้ำ, ดิน`, where it may be shown: the same words in brackets."""
    if not isinstance(node, Scalar) or node.place.private or "." in path:
        return {}
    words = [each.strip() for each in re.split("[,،、]", node.value) if each.strip()]
    quoted = [f'"{each}"' if re.search(r"[][{}:#\"'&*!|>%@`]", each) else each for each in words]
    cure = f"{path}: [{', '.join(quoted)}]"
    return {"hint_th": f"เขียนเป็น {cure}", "hint_en": f"write {cure}"}


def parse_day(typed: str) -> tuple[datetime.date | None, Any, str]:
    """The date that was typed, the code to report (or None), and the ISO form to suggest."""
    plain = arabic_digits(typed.strip())
    if iso := _ISO.fullmatch(plain):
        year, month, day = map(int, iso.groups())
        buddhist = year >= 2400
        found = _date(year - BE_OFFSET if buddhist else year, month, day)
        if found is None:
            return None, dates.NO_SUCH_DAY, ""
        if buddhist:
            return found, dates.BUDDHIST_YEAR, found.isoformat()
        if plain != typed.strip():
            return found, dates.THAI_DIGITS, found.isoformat()
        if plain != found.isoformat():
            return found, dates.NOT_PADDED, found.isoformat()
        return found, None, ""
    suggestion = _read_other_date(plain)
    return None, dates.NOT_A_DATE, suggestion.isoformat() if suggestion else ""


def read_year(typed: str) -> int | None:
    """The year of the Buddhist era that was typed, or None where it is none of this time."""
    plain = arabic_digits(typed.strip())
    return int(plain) if re.fullmatch("2[4-6][0-9]{2}", plain) else None


def _read_other_date(plain: str) -> datetime.date | None:
    """`5/7/2564`, `5 ก.ค. 2564`, `5 กรกฎาคม พ.ศ. 2564`: read for the hint, never taken as data."""
    if slashed := _SLASHED.fullmatch(plain):
        day, month, year = map(int, slashed.groups())
    elif worded := _WORDED.fullmatch(plain):
        name = worded.group(2).strip()
        names = {
            **{full: number for number, full in enumerate(MONTHS, start=1)},
            **{short: number for number, short in enumerate(MONTHS_SHORT, start=1)},
        }
        day, month, year = int(worded.group(1)), names.get(name, 0), int(worded.group(3))
    else:
        return None
    return _date(year - BE_OFFSET if year >= 2400 else year, month, day)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _hide(node: Node) -> None:
    """Marks the places of a private value: no message and no excerpt prints it."""
    node.place = replace(node.place, private=True)
    if isinstance(node, Sequence):
        for each in node.items:
            _hide(each)
    elif isinstance(node, Mapping):
        for _, each in node.pairs.values():
            _hide(each)


def _choice_hint(vocabulary: Vocabulary, word: str, *, list_all: bool = True) -> dict[str, str]:
    """Hints: the closest word where there is one, else all the words of a short list."""
    closest = vocabulary.closest(word)
    if closest is not None:
        name = vocabulary.names[closest]
        shown = closest if name == closest else f"{closest} ({name})"
        return {"hint_th": f"หมายถึง {shown} ใช่หรือไม่", "hint_en": f"did you mean {closest}?"}
    if list_all and len(vocabulary.names) <= 12:
        words = ", ".join(vocabulary.names)
        named = ", ".join(
            slug if slug == name else f"{slug} ({name})" for slug, name in vocabulary.names.items()
        )
        return {"hint_th": f"ใช้ค่าใดค่าหนึ่ง: {named}", "hint_en": f"use one of: {words}"}
    return {}


_DAY_HINT = {
    "hint_th": "เขียนเป็น ปี ค.ศ.-เดือน-วัน เช่น 2021-07-05",
    "hint_en": "write the year, the month and the day, such as 2021-07-05",
}
