"""Diagnostics as text, as JSON, and as GitHub and GitLab show them to a contributor."""

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from functools import cache, partial
from pathlib import Path, PurePosixPath

import click

from khlang.app import Workspace
from khlang.export.markdown import cell
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

ShownLine = Callable[[str, int], str]

_MAX_EXCERPT = 160
_ANNOTATIONS = 10  # of each kind that GitHub shows for one step
_SUMMARY_ROWS = 200  # GitHub takes 1 MB of summary
_GITLAB_SEVERITIES = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.NOTICE: "info",
}
_CONTRIBUTOR_KEY = re.compile(rf"(?<![\w-])(?:{CONTRIBUTOR.pattern})(?![\w-])")


def select(workspace: Workspace, paths: Sequence[Path]) -> tuple[Diagnostic, ...]:
    """The diagnostics of the given files and folders; all where none is given.

    What is told of an attachment stands in its item. Raises click.BadParameter (exit 2) for a path
    outside the repository or one that is not there.
    """
    if not paths:
        return workspace.diagnostics
    wanted = inside(workspace.root, paths)
    return tuple(each for each in workspace.diagnostics if _is_of(each, wanted))


def inside(root: Path, paths: Sequence[Path]) -> Set[str]:
    """The paths below the repository. Raises click.BadParameter as `select` does."""
    above, wanted = root.resolve(), set()
    for path in paths:
        resolved = path.resolve()
        if not resolved.exists() or not resolved.is_relative_to(above):
            raise click.BadParameter(f"ไม่พบ {path} ในคลังนี้", param_hint="PATH")
        wanted.add(resolved.relative_to(above).as_posix())
    return wanted


def select_changed(workspace: Workspace, changed: Collection[str]) -> tuple[Diagnostic, ...]:
    """Everything that is told of changed files, and of all others what stops publication: a change
    of targets.yml, or a second item of the same id, is told where it does harm.
    """
    wanted = frozenset(changed)
    return tuple(
        each
        for each in workspace.diagnostics
        if each.severity is Severity.ERROR or _is_of(each, wanted)
    )


def _is_of(each: Diagnostic, wanted: Set[str]) -> bool:
    """Whether it is told of one of the files, of what lies in one of the folders, or of their item."""
    path = each.place.path
    above = (str(folder) for folder in PurePosixPath(path).parents)
    if path in wanted or any(folder in wanted for folder in above):
        return True
    folder, _, name = path.rpartition("/")
    return name == "index.md" and any(one.rpartition("/")[0] == folder for one in wanted)


def as_text(workspace: Workspace, shown: Sequence[Diagnostic], scope: str = "") -> str:
    """For people: place, code, Thai and English, the line with a caret, the hint; then a sum.

    `scope` says in Thai what is shown, where that is not everything.
    """
    counts = Counter(each.severity for each in shown)
    if shown:
        summed = " · ".join(
            f"{SEVERITY_NAMES_TH[severity]} {counts[severity]}"
            for severity in SEVERITY_ORDER
            if counts[severity]
        )
    else:
        summed = "ไม่พบข้อผิดพลาด"
    note = f" ({scope})" if scope else ""
    return f"{entries(workspace.root, shown)}{summed}{note}\n"


def entries(root: Path, shown: Sequence[Diagnostic]) -> str:
    """Each with the line that it is about."""
    lines = cache(partial(lines_of, root))  # each file once, however much is told of it

    @cache
    def shown_line(path: str, number: int) -> str:
        line = visible(_masked_line(lines(path), number).replace("\t", " "))
        return _CONTRIBUTOR_KEY.sub(lambda key: "•" * len(key[0]), line)

    return "".join(_entry(shown_line, each) for each in shown)


def _entry(shown_line: ShownLine, each: Diagnostic) -> str:
    place = each.place
    head = (
        f"{masked(place.path)}:{place.line}:{place.col}: {each.severity} {each.code.id} "
        f"{each.message_th} | {each.message_en}\n"
    )
    mend = f"    ให้โปรแกรมแก้: khlang fix {masked(place.path)}\n" if each.code.fixable else ""
    return f"{head}{_excerpt(shown_line, place)}    hint: {each.hint_th} | {each.hint_en}\n{mend}\n"


def _excerpt(shown_line: ShownLine, place: Place) -> str:
    """The source line with carets under the place, counted in what the terminal shows.

    Contributor keys and personal data are masked wherever they stand: in an office of three a key
    is a person, and a fault may stand on a line that also holds somebody's number.
    """
    if place.private:
        return ""
    line = shown_line(place.path, place.line)
    if not line.strip():
        return ""
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


def as_json(workspace: Workspace, shown: Sequence[Diagnostic], _scope: str = "") -> str:
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
                "fixable": each.code.fixable,
            }
            for each in shown
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_lines(_workspace: Workspace, shown: Sequence[Diagnostic], _scope: str = "") -> str:
    """For desk editors: one line for each, with its cure, as their lists of problems read it."""
    return "".join(
        f"{masked(each.place.path)}:{each.place.line}:{each.place.col}: {each.severity} "
        f"{each.code.id} {each.message_th} ({each.hint_th})\n"
        for each in shown
    )


def as_github(workspace: Workspace, shown: Sequence[Diagnostic], scope: str = "") -> str:
    """Workflow commands, and the job's summary in the file that the runner names.

    GitHub shows ten annotations of each kind a step: where there are more, the tenth says so.
    """
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as stream:
            stream.write(as_summary(workspace, shown, scope))
    commands: list[str] = []
    for severity in SEVERITY_ORDER:
        told = [each for each in shown if each.severity is severity]
        kept = told if len(told) <= _ANNOTATIONS else told[: _ANNOTATIONS - 1]
        commands += map(_annotation, kept)
        if rest := len(told) - len(kept):
            text = f"ยังมี{SEVERITY_NAMES_TH[severity]}อีก {rest} จุด ดูทั้งหมดในสรุปของงานนี้ (Summary)"
            commands.append(f"::{severity} title=khlang::{_data(text)}\n")
    return "".join(commands)


def _annotation(each: Diagnostic) -> str:
    return (
        f"::{each.severity} file={_property(masked(each.place.path))},line={each.place.line},"
        f"col={each.place.col},title={_property(each.code.id)}::"
        f"{_data(f'{each.message_th} ({each.hint_th})')}\n"
    )


def as_summary(workspace: Workspace, shown: Sequence[Diagnostic], scope: str = "") -> str:
    """For the page of a CI job, in Markdown: how many of each kind, then place, message and cure."""
    counts = Counter(each.severity for each in shown)
    items = len(workspace.archive.corpus.items) if workspace.archive else 0
    head = "มีจุดที่ต้องแก้ก่อนเผยแพร่" if counts[Severity.ERROR] else "ผ่าน ไม่มีข้อผิดพลาด"
    figures = " · ".join(f"{name} {counts[each]}" for each, name in SEVERITY_NAMES_TH.items())
    lines = [f"## ผลตรวจคลังความรู้: {head}", "", f"ตรวจ {items} เรื่อง · {figures}", ""]
    if scope:
        lines += [f"ในตาราง: {scope}", ""]
    if shown:
        ordered = sorted(shown, key=lambda each: (SEVERITY_ORDER[each.severity], each.sort_key))
        lines += ["| ระดับ | ที่ | พบอะไร | วิธีแก้ |", "| --- | --- | --- | --- |"]
        lines += map(_summary_row, ordered[:_SUMMARY_ROWS])
        lines.append("")
        if rest := len(shown) - _SUMMARY_ROWS:
            lines += [f"ยังมีอีก {rest} จุด แสดงทั้งหมดด้วยคำสั่ง `khlang check`", ""] if rest > 0 else []
    return "\n".join(lines)


def _summary_row(each: Diagnostic) -> str:
    place = f"{masked(each.place.path)}:{each.place.line}"
    told = f"{each.message_th} ({each.code.id})"
    cells = (SEVERITY_NAMES_TH[each.severity], place, told, each.hint_th)
    return f"| {' | '.join(map(cell, cells))} |"


def as_gitlab(_workspace: Workspace, shown: Sequence[Diagnostic], _scope: str = "") -> str:
    """GitLab's code quality report, which merge requests show beside the changed lines."""
    seen: Counter[str] = Counter()
    entries = []
    for each in shown:
        path = masked(each.place.path)
        told = f"{each.code.id} {path} {each.message_en}"
        seen[told] += 1  # the same fault twice is two entries; neither moves with its line
        print_ = hashlib.sha256(f"{told} {seen[told]}".encode()).hexdigest()
        entries.append(
            {
                "description": f"{each.message_th} ({each.hint_th})",
                "check_name": each.code.id,
                "fingerprint": print_,
                "severity": _GITLAB_SEVERITIES[each.severity],
                "location": {"path": path, "lines": {"begin": each.place.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Workspace, Sequence[Diagnostic], str], str]] = {
    "text": as_text,
    "line": as_lines,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}
