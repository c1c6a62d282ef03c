"""The review queue, and a decision written into an item's history.

The file is edited as text, one line: comments, order and spelling of everything else stay as they
are. What would be written is read back first, and several items are decided together or not at all.
"""

import json
import re
import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from khlang.model.codes import dates as codes
from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Diagnostic, report
from khlang.model.history import State, Step, allowed_in_words, step_between
from khlang.model.item import Item
from khlang.progress.standing import days_late, deadline_of
from khlang.source.front_matter import parse
from khlang.source.reporter import Reporter
from khlang.source.yaml_nodes import Scalar, Sequence
from khlang.thai.text import fold

WAITING = (State.SUBMITTED, State.SELECTED)
"""States that wait for the working group or the provincial office, and not for the maker."""

_PLAIN = re.compile(r"""[^:#\[\]{},"'&*!|>%@`\\]+""")
_EMPTY_HISTORY = re.compile(r"^history:[ \t]*(?:\[[ \t]*\])?[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item in the queue. `late`: days between the deadline and the day it was received."""

    item: Item
    since: date
    days: int
    deadline: date | None
    late: int


class NotRecorded(Exception):  # noqa: N818  # says what stands in the way, and is shown as it is
    """The history cannot be continued by program."""


def waiting(corpus: Corpus, as_of: date) -> tuple[Waiting, ...]:
    """What waits for a decision, oldest first."""
    queue = [
        _waiting(corpus, item, as_of) for item in corpus.items if item.history.state in WAITING
    ]
    return tuple(sorted(queue, key=lambda each: (each.since, each.item.id)))


def _waiting(corpus: Corpus, item: Item, as_of: date) -> Waiting:
    since = item.history.since or as_of
    targets = corpus.targets.years.get(item.front.fiscal_year)
    unit = corpus.targets.unit_by_slug.get(item.front.unit)
    due = deadline_of(unit, corpus, targets) if targets and unit else None
    late = days_late(item, due)
    return Waiting(item, since, (as_of - since).days, due.date if due else None, late)


def decide(item: Item, to: State, day: date, reason: str) -> Step | Diagnostic:
    """The step to take, or what is wrong with it, in the words of `khlang check`."""
    place, before = item.place("history"), item.history.state
    step = step_between(before, to)
    if step is None:
        words = allowed_in_words(before)
        return report(codes.STEP_NOT_ALLOWED, place, before=before.value, after=to.value, **words)
    if step.needs_reason and not reason:
        return report(codes.NEEDS_REASON, place, state=to.value)
    since = item.history.since
    if since is not None and day < since:
        return report(codes.OUT_OF_ORDER, place, value=day.isoformat(), before=since.isoformat())
    return step


@dataclass(frozen=True, slots=True)
class Edit:
    """The file of an item with one more line in its history, not yet written."""

    item: Item
    line: str
    before: bytes
    after: bytes


def prepare(root: Path, item: Item, to: State, day: date, reason: str) -> Edit:
    """Adds the line to the text of the item's file. Raises NotRecorded where that cannot be done."""
    line = " ".join((day.isoformat(), to.value, *reason.split()))
    standing = (root / item.path).read_bytes()
    before = standing.decode()
    after = _with_entry(before, item, line)
    if _history(after, item.path) != [*_history(before, item.path), line]:
        raise NotRecorded(f"{item.path}: เขียน history แบบที่แก้ด้วยคำสั่งไม่ได้ เพิ่มบรรทัดเอง: {line}")
    return Edit(item, line, standing, after.encode())


def record(root: Path, edits: Iterable[Edit]) -> None:
    """Writes all files or none: each is written beside its place first, and put back on a fault."""
    edits = tuple(edits)
    with ExitStack() as undo:
        ready = []
        for each in edits:
            file = root / each.item.path
            new = file.with_name(f".{file.name}.khlang")
            undo.callback(new.unlink, missing_ok=True)
            new.write_bytes(each.after)
            shutil.copymode(file, new)
            ready.append((new, file, each.before))
        for new, file, before in ready:
            new.replace(file)
            undo.callback(file.write_bytes, before)
        undo.pop_all()


def _with_entry(text: str, item: Item, line: str) -> str:
    value = line if _PLAIN.fullmatch(line) else json.dumps(line, ensure_ascii=False)
    newline = "\r\n" if "\r\n" in text else "\n"
    if not item.history.entries:
        block = f"history:{newline}  - {value}"
        if _EMPTY_HISTORY.search(text):
            return _EMPTY_HISTORY.sub(lambda _: block, text, count=1)
        fences = [match.start() for match in _FENCE.finditer(text.replace("\r", " "))]
        return (
            f"{text[: fences[1]]}{block}{newline}{text[fences[1] :]}" if len(fences) > 1 else text
        )
    last = item.place(f"history.{len(item.history.entries) - 1}")
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)  # as places count lines: no other break is one
    standing = lines[last.line - 1]
    lead = re.match(r"[ \t]*-[ \t]+", standing)
    if lead:
        lines.insert(last.line, f"{lead[0]}{value}{newline}")
    else:
        at = last.end - 1
        lines[last.line - 1] = f"{standing[:at]}, {value}{standing[at:]}"
    return "".join(lines)


def _history(text: str, path: str) -> list[str]:
    """The entries as they are typed in a text; empty where there are none that can be read."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    document = parse(fold(plain), path, Reporter())
    if document is None or "history" not in document.front.pairs:
        return []
    node = document.front.pairs["history"][1]
    entries = node.items if isinstance(node, Sequence) else []
    return [" ".join(each.value.split()) for each in entries if isinstance(each, Scalar)]
