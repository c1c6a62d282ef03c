"""How a record in a file is described: columns with a type, a Thai label, help and an example.

A dataclass lists its columns once; `khlang.source.records` reads YAML by them and
`khlang.contribute.schemas` prints them as JSON Schema.
"""

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Text:
    """One string. `pattern` must match the whole of it; `shape_th` says the pattern in words."""

    max_length: int = 300
    pattern: str | None = None
    shape_th: str = ""
    shape_en: str = ""
    multiline: bool = False


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number, written with Arabic or Thai digits."""

    minimum: int = 0
    maximum: int = 100_000_000


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date `YYYY-MM-DD`; a Buddhist year and Thai digits are understood."""


@dataclass(frozen=True, slots=True)
class Year:
    """A fiscal year of the Buddhist era, such as 2564."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The slug of an entry in the vocabulary of that name; Thai names and aliases are understood."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """A word out of a closed list that the code itself knows."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """`YYYY-MM-DD word [text]` on one line: an entry of a history."""

    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scalar:
    """A number or a string, kept as it stands (a value quoted from the source)."""


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with the columns of a dataclass."""

    of: type


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    of: "Type"


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping from keys to values of one type."""

    of: "Type"
    keys: "Text | Year | Choice"


Type = Text | Integer | Flag | Day | Year | Choice | OneOf | Dated | Scalar | Record | Many | Table

SLUG = Text(
    max_length=60,
    pattern=r"[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*",
    shape_th="ตัวอักษรอังกฤษเล็ก ตัวเลข และขีดกลาง เช่น mueang",
    shape_en="lower-case letters, digits and hyphens, such as mueang",
)


class Privacy(StrEnum):
    """Whether a column may leave the repository."""

    PUBLIC = "public"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Column:
    """One key of a record. `since` is the state from which an item must have it (see `history`)."""

    name: str
    attribute: str
    type: Type
    label_th: str
    label_en: str
    required: bool
    since: str | None
    privacy: Privacy
    help_th: str
    example: Any


def column(
    type: Type,
    label_th: str = "",
    label_en: str = "",
    *,
    required: bool = False,
    since: str | None = None,
    private: bool = False,
    help_th: str = "",
    example: Any = None,
    default: Any = MISSING,
) -> Any:
    """A dataclass field that is also a key of the file. Optional columns default to an empty value."""
    if default is MISSING and not required:
        default = () if isinstance(type, Many) else None
    privacy = Privacy.PRIVATE if private else Privacy.PUBLIC
    about = (type, label_th, label_en, required, since, privacy, help_th, example)
    if isinstance(type, Table) and not required:
        return field(default_factory=dict, metadata={"column": about}, kw_only=True)
    return field(default=default, metadata={"column": about}, kw_only=True)


@cache
def columns(record: type) -> Mapping[str, Column]:
    """The columns of a dataclass by key, in the order they are written.

    A key that is a word of Python (`with`, `from`) has an underscore behind it in the class.
    """
    listed = (
        Column(each.name.rstrip("_"), each.name, *each.metadata["column"])
        for each in fields(record)
        if "column" in each.metadata
    )
    return {each.name: each for each in listed}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a `Text`, compiled once."""
    return re.compile(pattern)
