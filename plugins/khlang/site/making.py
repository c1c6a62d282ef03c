"""Files that have to be made: made, staged and measured, by all cores where there are many of them."""

import os
from collections.abc import Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from khlang.app import Changed
from khlang.app.forks import processes, spread
from khlang.app.meter import Meter
from khlang.publish.manifest import Entry, entry_of
from khlang.site.output import Output

_ALONE = 40  # fewer files than this are made faster than forks are


def made(
    outputs: Sequence[Output], staging: Path, meter: Meter
) -> tuple[dict[str, Entry], dict[str, bytes]]:
    """Puts files below `staging`. Their entries by path, in the order in which they were given; and
    the notes of those that leave one.

    Raises Changed where an item is no longer what was judged.
    """
    meter("สร้างหน้า", 0, len(outputs))
    for folder in sorted({each.path.rpartition("/")[0] for each in outputs}):
        os.makedirs(f"{staging}/{folder}", exist_ok=True)
    count = processes() if len(outputs) >= _ALONE else 1
    work, tasks = partial(_make, staging), _together(outputs)
    found: dict[str, Entry] = {}
    notes: dict[str, bytes] = {}
    for several in spread(work, tasks, count) if count > 1 else map(work, [tasks]):
        for path, size, sha256, note, changed in several:
            if changed:
                raise Changed(changed)
            found[path] = Entry(size, sha256)
            if note:
                notes[path] = note
        meter("สร้างหน้า", len(found), len(outputs))
    return {each.path: found[each.path] for each in outputs}, notes


def _together(outputs: Sequence[Output]) -> list[list[Output]]:
    """What is about one item in one task; all else in tasks of its own."""
    tasks: dict[str, list[Output]] = {}
    for each in outputs:
        tasks.setdefault(each.about or f"/{each.path}", []).append(each)
    return list(tasks.values())


def _make(
    staging: Path, tasks: Sequence[Sequence[Output]]
) -> list[tuple[str, int, str, bytes, str]]:
    """Path, size, checksum, note; and what has changed meanwhile, which a fork cannot raise."""
    made = []
    for each in chain.from_iterable(tasks):
        try:
            content = each.content
            note = each.note() if each.note else b""
        except Changed as fault:
            return [(each.path, 0, "", b"", fault.path)]
        with open(f"{staging}/{each.path}", "wb") as file:
            file.write(content)
        entry = entry_of(content)
        made.append((each.path, entry.size, entry.sha256, note, ""))
    return made
