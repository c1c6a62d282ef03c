"""Files that have to be made, made by all cores where there are many of them."""

from collections.abc import Sequence

from khlang.app.forks import processes, spread
from khlang.site.build import Output

_ALONE = 200  # fewer files than this are made faster than forks are


def made(outputs: Sequence[Output]) -> dict[str, bytes]:
    """The bytes of files by their path, in the order in which they were given."""
    count = processes() if len(outputs) >= _ALONE else 1
    if count == 1:
        return {each.path: each.content for each in outputs}
    found: dict[str, bytes] = {}
    for several in spread(_make, outputs, count):
        found.update(several)
    return {each.path: found[each.path] for each in outputs}


def _make(outputs: Sequence[Output]) -> list[tuple[str, bytes]]:
    return [(each.path, each.content) for each in outputs]
