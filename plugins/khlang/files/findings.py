"""What is found out about an attachment: values that travel from the child process and into the cache."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from khlang.model.codes import ALL
from khlang.model.diagnostic import Code

Value = str | int
_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault without its place: the rules know where the file is named. `values` fill the texts."""

    code: Code
    values: Mapping[str, Value]


class Refused(Exception):  # noqa: N818  # a verdict on a file, not an error of the program
    """A file that is not accepted, and why. Ends the work on it wherever that stands."""

    def __init__(self, code: Code, **values: Value) -> None:
        super().__init__(code.id)
        self.finding = Finding(code, values)


_DIGIT = re.compile(r"\d")
_DIGITS = 9  # of the shortest telephone number


@dataclass(frozen=True, slots=True)
class Examination:
    """All that is known about an attachment as it lies in the repository.

    `text` is what a reader finds in it, folded. `metadata` are (name, text) pairs of what the
    published copy does not have any more: authors, comments, places where a picture was taken.
    `unseen` is no part of the text: addresses of links, bookmarks, values of forms, names of
    parts.
    """

    findings: tuple[Finding, ...] = ()
    text: str = ""
    metadata: tuple[tuple[str, str], ...] = ()
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The bytes of a published copy; the size in pixels of a picture or film; `extent` in what its
    type is counted in (`Kind.counted_in`), where that is known.
    """

    data: bytes
    width: int | None = None
    height: int | None = None
    extent: int | None = None


def shown(foreign: str) -> str:
    """Words of a foreign file, fit for a message: one short line without invisible characters."""
    kept = "".join(
        "�" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") else char for char in foreign
    )
    line = re.sub(r"\s+", " ", kept).strip()
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"


def may_tell(words: str) -> bool:
    """Whether words that nobody reads could name a person: nine digits, or an address."""
    return "@" in words or len(_DIGIT.findall(words)) >= _DIGITS or "line" in words.casefold()


def dump(examination: Examination) -> bytes:
    """An examination as JSON."""
    findings = [[each.code.id, dict(each.values)] for each in examination.findings]
    parts = {
        "findings": findings,
        "text": examination.text,
        "metadata": examination.metadata,
        "unseen": examination.unseen,
    }
    # What a file calls text may hold lone surrogates: `surrogatepass` is no valid JSON for others.
    return json.dumps(parts, ensure_ascii=True).encode()


def load(data: bytes) -> Examination:
    """The examination that `dump` wrote. Raises ValueError for anything else."""
    try:
        parts = json.loads(data)
        return Examination(
            tuple(Finding(ALL[code], _values(values)) for code, values in parts["findings"]),
            _text(parts["text"]),
            tuple((_text(name), _text(text)) for name, text in parts["metadata"]),
            tuple(map(_text, parts["unseen"])),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise ValueError("not an examination") from fault


def _values(values: Mapping[str, Value]) -> dict[str, Value]:
    if not all(isinstance(each, Value) for each in values.values()):
        raise ValueError("not the values of a finding")
    return dict(values)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
