"""Files of the edition that readers see, with the keys under which they were made.

A file whose key is the same as then is neither rendered nor written: the new manifest takes its
entry over, and publishing takes the file from the edition.
"""

from collections.abc import Sequence
from contextlib import suppress

from khlang.publish.cache import Cache, value
from khlang.publish.editions import Making
from khlang.publish.manifest import Entry, Manifest, entry_of
from khlang.site.output import Output


class Remembered:
    """What the edition that readers see holds, by path."""

    def __init__(self, cache: Cache, making: Making) -> None:
        self.cache = cache
        self.target = making.target
        self._room = f"pages {making.target}"
        self._rows = cache.kept(self._room)
        self._shown = making.shown
        self._taken_over: set[str] = set()

    def entry(self, output: Output) -> Entry | None:
        """The entry of a file that is shown already, or None where it has to be made."""
        shown = self._made_under(output.path, output.key)
        if shown is not None:
            self._taken_over.add(output.path)
        return shown

    def content(self, path: str, key: bytes) -> bytes | None:
        """A file as readers see it, or None where it is not what was made under this key."""
        shown = self._made_under(path, key)
        with suppress(OSError):
            content = (self.target / path).read_bytes()
            return content if shown == entry_of(content) else None
        return None

    def _made_under(self, path: str, key: bytes) -> Entry | None:
        shown, row = self._shown.get(path), self._rows.get(path)
        if shown is None or row is None or not key or row[0] != key:
            return None
        return shown if value(row[1]) == (shown.size, shown.sha256) else None

    def remember(self, outputs: Sequence[Output], entries: Manifest) -> None:
        """Keeps the keys of files that were made, and forgets files that are no more."""
        new = [
            (each.path, each.key, (entries[each.path].size, entries[each.path].sha256))
            for each in outputs
            if each.key and each.path not in self._taken_over
        ]
        self.cache.write(self._room, new, self._rows.keys() - entries.keys())
