"""Diagnostics as text, as JSON, and as annotations of GitHub Actions."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

import click

from khlang.app import Workspace
from khlang.model.diagnostic import (
    SEVERITY_NAMES_TH,
    SEVERITY_ORDER,
    Diagnostic,
    Place,
    Severity,
)
from khlang.model.item import CONTRIBUTOR
from khlang.privacy import masked
from khlang.source.repository import lines_of
from khlang.thai.characters import visible
from khlang.thai.text import display_width

Lines = Callable[[str], list[str]]

_MAX_EXCERPT = 160
_CONTRIBUTOR_KEY = re.compile(rf"(?<![\w-])(?:{CONTRIBUTOR.pattern})(?![\w-])")


def select(workspace: Workspace, paths: Sequence[Path]) -> tuple[Diagnostic, ...]:
    """The diagnostics of the given files and folders; all where none is given.

    Raises click.BadParameter (exit 2) for a path outside the repository or one that is not there.
    """
    if not paths:
        return workspace.diagnostics
    root = workspace.root.resolve()
    wanted = []
    for path in paths:
        resolved = path.resolve()
        if not resolved.exists() or not resolved.is_relative_to(root):
            raise click.BadParameter(f"ไม่พบ {path} ในคลังนี้", param_hint="PATH")
        wanted.append(resolved.relative_to(root).as_posix())
    return tuple(
        each
        for each in workspace.diagnostics
        if any(
            path == "." or each.place.path == path or each.place.path.startswith(f"{path}/")
            for path in wanted
        )
    )


def as_text(workspace: Workspace, shown: Sequence[Diagnostic]) -> str:
    """For people: place, code, Thai and English, the line with a caret, the hint; then a sum."""
    lines = cache(partial(lines_of, workspace.root))  # each file once, however much is told of it
    parts = [_entry(lines, each) for each in shown]
    counts = Counter(each.severity for each in shown)
    if shown:
        summed = " · ".join(
            f"{SEVERITY_NAMES_TH[severity]} {counts[severity]}"
            for severity in SEVERITY_ORDER
            if counts[severity]
        )
    else:
        summed = "ไม่พบข้อผิดพลาด"
    return "".join((*parts, summed, "\n"))


def _entry(lines: Lines, each: Diagnostic) -> str:
    place = each.place
    head = (
        f"{masked(place.path)}:{place.line}:{place.col}: {each.severity} {each.code.id} "
        f"{each.message_th} | {each.message_en}\n"
    )
    return f"{head}{_excerpt(lines, place)}    hint: {each.hint_th} | {each.hint_en}\n\n"


def _excerpt(lines: Lines, place: Place) -> str:
    """The source line with carets under the place, counted in what the terminal shows.

    Contributor keys and personal data are masked wherever they stand: in an office of three a key
    is a person, and a fault may stand on a line that also holds somebody's number.
    """
    if place.private:
        return ""
    line = visible(_masked_line(lines(place.path), place.line).replace("\t", " "))
    if not line.strip():
        return ""
    line = _CONTRIBUTOR_KEY.sub(lambda key: "•" * len(key[0]), line)
    start = min(place.col - 1, len(line))
    end = min(max(place.end - 1, start + 1), len(line)) if place.end else start + 1
    first = _first_shown(line, start)
    last = first + _MAX_EXCERPT
    before, after = "…" * (first > 0), "…" * (last < len(line))
    indent = " " * display_width(before + line[first:start])
    carets = "^" * max(1, display_width(line[start : min(end, last)]))
    return f"    {before}{line[first:last]}{after}\n    {indent}{carets}\n"


def _masked_line(lines: Sequence[str], number: int) -> str:
    """A line, masked among its neighbours: a number may run over the end of a line."""
    before, line, behind = (
        lines[at - 1] if 0 < at <= len(lines) else "" for at in (number - 1, number, number + 1)
    )
    if not any(char.isdecimal() for char in line):
        return masked(line)
    return masked("\n".join((before, line, behind))).split("\n")[1]


def _first_shown(line: str, start: int) -> int:
    """Where the excerpt of a long line begins: some words before `start`, not at a Thai mark."""
    first = max(0, min(start - _MAX_EXCERPT // 4, len(line) - _MAX_EXCERPT))
    while first and not display_width(line[first]):
        first -= 1
    return first


def as_json(workspace: Workspace, shown: Sequence[Diagnostic]) -> str:
    """For programs: schema 1."""
    data = {
        "schema": 1,
        "as_of": workspace.as_of.isoformat(),
        "counts": {
            severity: sum(each.severity is severity for each in shown) for severity in Severity
        },
        "diagnostics": [
            {
                "path": masked(each.place.path),
                "line": each.place.line,
                "col": each.place.col,
                "code": each.code.id,
                "severity": each.severity,
                "message_th": each.message_th,
                "message_en": each.message_en,
                "hint_th": each.hint_th,
                "hint_en": each.hint_en,
            }
            for each in shown
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_github(_workspace: Workspace, shown: Sequence[Diagnostic]) -> str:
    """Workflow commands: errors first, since GitHub shows ten of each kind a step."""
    ordered = sorted(shown, key=lambda each: (SEVERITY_ORDER[each.severity], each.sort_key))
    return "".join(
        f"::{each.severity} file={_property(masked(each.place.path))},line={each.place.line},"
        f"col={each.place.col},title={_property(each.code.id)}::"
        f"{_data(f'{each.message_th} ({each.hint_th})')}\n"
        for each in ordered
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Workspace, Sequence[Diagnostic]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
