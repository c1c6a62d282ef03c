"""Files that have to be made: made, staged and measured, by all cores where there are many of them."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from khlang.app import Changed
from khlang.app.forks import processes, spread
from khlang.app.meter import Meter
from khlang.publish.manifest import Entry, entry_of
from khlang.site.output import Output

_ALONE = 40  # fewer files than this are made faster than forks are


def made(outputs: Sequence[Output], staging: Path, meter: Meter) -> dict[str, Entry]:
    """Puts files below `staging`. Their entries by path, in the order in which they were given.

    Raises Changed where an item is no longer what was judged.
    """
    meter("สร้างหน้า", 0, len(outputs))
    for folder in sorted({each.path.rpartition("/")[0] for each in outputs}):
        os.makedirs(f"{staging}/{folder}", exist_ok=True)
    count = processes() if len(outputs) >= _ALONE else 1
    work = partial(_make, staging)
    found: dict[str, Entry] = {}
    for several in spread(work, outputs, count) if count > 1 else map(work, [outputs]):
        for path, size, sha256, changed in several:
            if changed:
                raise Changed(changed)
            found[path] = Entry(size, sha256)
        meter("สร้างหน้า", len(found), len(outputs))
    return {each.path: found[each.path] for each in outputs}


def _make(staging: Path, outputs: Sequence[Output]) -> list[tuple[str, int, str, str]]:
    """Path, size, checksum; and what has changed meanwhile, which a fork cannot raise."""
    made = []
    for each in outputs:
        try:
            content = each.content
        except Changed as fault:
            return [(each.path, 0, "", fault.path)]
        with open(f"{staging}/{each.path}", "wb") as file:
            file.write(content)
        entry = entry_of(content)
        made.append((each.path, entry.size, entry.sha256, ""))
    return made
