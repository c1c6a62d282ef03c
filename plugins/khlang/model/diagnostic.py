"""Diagnostics: what is wrong, where, how grave, and how to mend it. Values, never exceptions."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """`error` stops publication; `warning` should be mended; `notice` is for information."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


SEVERITY_NAMES_TH = {
    Severity.ERROR: "ข้อผิดพลาด",
    Severity.WARNING: "คำเตือน",
    Severity.NOTICE: "ข้อสังเกต",
}
SEVERITY_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file: lines and columns from 1, columns in characters; `end` is exclusive.

    What stands at a `private` place is never printed: neither in a message nor as an excerpt.
    """

    path: str
    line: int = 1
    col: int = 1
    end: int = 0
    private: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A fault and its cure, as an item's text or as lines of a data file; tests run both."""

    bad: str
    good: str
    file: str = "item"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of fault. Texts are `str.format` templates over the diagnostic's `values`.

    `fixable`: `khlang fix` mends the example, and whatever else of its kind has one right answer.
    """

    id: str
    severity: Severity
    th: str
    en: str
    hint_th: str
    hint_en: str
    example: Example
    fixable: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault at one place. `severity` is the code's, unless targets.yml says otherwise."""

    code: Code
    place: Place
    values: dict[str, Any] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    @property
    def message_th(self) -> str:
        return self.code.th.format(**self.values)

    @property
    def message_en(self) -> str:
        return self.code.en.format(**self.values)

    @property
    def hint_th(self) -> str:
        return self.values.get("hint_th") or self.code.hint_th.format(**self.values)

    @property
    def hint_en(self) -> str:
        return self.values.get("hint_en") or self.code.hint_en.format(**self.values)

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.place.path, self.place.line, self.place.col, self.code.id, self.message_en)


def report(code: Code, place: Place, /, **values: Any) -> Diagnostic:
    """A diagnostic with its code's own severity."""
    if place.private and "value" in values:
        values["value"] = "…"
    return Diagnostic(code, place, values, code.severity)
