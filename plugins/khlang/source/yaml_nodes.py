"""Strict, located YAML: a tree of nodes that remember where they stand.

Built from libyaml's events, so that nothing is resolved: `no`, `12:30`, `010` and `2021-07-05`
stay the strings that were typed (trap 28). Anchors, aliases, tags, duplicate keys, several
documents and deep nesting are refused, since no file of ours needs them and each can do harm.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from khlang.model.codes import encoding as codes
from khlang.model.diagnostic import Code, Place
from khlang.source.reporter import Reporter
from khlang.source.text import UNWANTED
from khlang.source.yaml_slips import explain
from khlang.thai.characters import point

MAX_DEPTH = 10

_NULL = {"~", "null", "Null", "NULL"}
_CUT = re.compile(r"[ \t]+(?=#[^\s#])")  # `#โคกหนองนา` behind a value: meant, and not read
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """A string as typed; `plain` without quotes, where `null` means nothing, as blanks always do."""

    value: str
    plain: bool
    place: Place

    @property
    def is_null(self) -> bool:
        return not self.value.strip() or (self.plain and self.value in _NULL)


@dataclass(slots=True)
class Sequence:
    items: list["Node"]
    place: Place


@dataclass(slots=True)
class Mapping:
    pairs: dict[str, tuple[Scalar, "Node"]]
    place: Place


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """Raised inside this module to stop at a forbidden construct that has been reported."""


@dataclass(slots=True)
class _Frame:
    node: Sequence | Mapping
    key: Scalar | None = None


@dataclass(slots=True)
class _Composer:
    path: str
    first_line: int
    reporter: Reporter
    root: Node | None = None
    stack: list[_Frame] = field(default_factory=list)

    def compose(self, text: str) -> Node | None:
        documents = 0
        escapes, hashes = "\\" in text, text.split("\n") if " #" in text else []
        for event in _events(text):
            if isinstance(event, yaml.ScalarEvent):
                self._refuse_properties(event)
                place = self._place(event.start_mark, event.end_mark)
                if escapes and event.style == '"':
                    self._look_for_escapes(event.value, text, place)
                self._add(Scalar(event.value, not event.style, place))
                if hashes and not event.style:
                    self._look_for_hashtag(event.end_mark, hashes)
            elif isinstance(event, yaml.SequenceStartEvent):
                self._open(event, Sequence([], self._place(event.start_mark)))
            elif isinstance(event, yaml.MappingStartEvent):
                self._open(event, Mapping({}, self._place(event.start_mark)))
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                self.stack.pop()
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(codes.FORBIDDEN_YAML, event, what=f"*{event.anchor}")
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(codes.SECOND_DOCUMENT, event)
        return self.root

    def _look_for_escapes(self, value: str, text: str, place: Place) -> None:
        r"""`"\u202e"` makes a character that stands nowhere in the text, where it would be told."""
        for code, pattern in UNWANTED:
            for char in dict.fromkeys(pattern.findall(value)):
                if char not in text:
                    self.reporter.add(code, place, point=point(char), count=value.count(char))

    def _look_for_hashtag(self, end: Any, lines: list[str]) -> None:
        """Behind a plain value `#` begins a comment, which a hashtag is not meant to be."""
        if end.line < len(lines) and (cut := _CUT.match(lines[end.line], end.column)):
            listed = bool(self.stack) and isinstance(self.stack[-1].node, Sequence)
            place = Place(self.path, self.first_line + end.line, cut.end() + 1, private=listed)
            self.reporter.add(codes.HASHTAG_CUT, place)

    def _open(self, event: yaml.CollectionStartEvent, node: Sequence | Mapping) -> None:
        self._refuse_properties(event)
        if len(self.stack) >= MAX_DEPTH:
            self._refuse(codes.TOO_DEEP, event, limit=MAX_DEPTH)
        self._add(node)
        self.stack.append(_Frame(node))

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        frame = self.stack[-1]
        if isinstance(frame.node, Sequence):
            frame.node.items.append(node)
        elif frame.key is None:
            if not isinstance(node, Scalar):
                self.reporter.add(codes.COMPLEX_KEY, node.place)
                raise _RefusedError
            frame.key = node
        else:
            pairs = frame.node.pairs
            if frame.key.value in pairs:
                first = pairs[frame.key.value][0].place.line
                self.reporter.add(
                    codes.DUPLICATE_KEY, frame.key.place, key=frame.key.value, first=first
                )
            else:
                pairs[frame.key.value] = (frame.key, node)
            frame.key = None

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse(codes.FORBIDDEN_YAML, event, what=f"&{event.anchor}")
        if event.tag is not None:
            self._refuse(codes.FORBIDDEN_YAML, event, what=event.tag)

    def _refuse(self, code: Code, event: yaml.Event, **values: object) -> None:
        self.reporter.add(code, self._place(event.start_mark), **values)
        raise _RefusedError

    def _place(self, start: Any, end: Any = None) -> Place:
        last = end.column + 1 if end is not None and end.line == start.line else 0
        return Place(self.path, self.first_line + start.line, start.column + 1, last)


def _events(text: str) -> Iterator[yaml.Event]:
    loader = _Loader(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    finally:
        loader.dispose()


def compose(text: str, path: str, reporter: Reporter, first_line: int = 1) -> Node | None:
    """The tree of one YAML document, or None where it was empty or could not be read.

    `first_line` is the line of the file on which `text` begins.
    """
    composer = _Composer(path, first_line, reporter)
    try:
        return composer.compose(text)
    except _RefusedError:
        return None
    except yaml.MarkedYAMLError as fault:
        lines = text.split("\n")
        code, line, col, values = explain(fault, lines)
        if line >= len(lines):  # libyaml counts a line end that a last line need not have
            line, col = len(lines) - 1, len(lines[-1])
        reporter.add(code, Place(path, first_line + line, col + 1), **values)
    except yaml.YAMLError as fault:
        reporter.add(codes.YAML_SYNTAX, Place(path, first_line), problem=str(fault).split("\n")[0])
    return None
